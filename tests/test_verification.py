"""The check: what a brief says and its sources do not is found, and what they say is never taken for a fault."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from digest.article import parse_article
from digest.brief import Brief, BriefEvent, BriefQuote, Evidence, FrontMatter, Person, Point
from digest.markdown import parse_brief, render_brief
from digest.pipeline import make_brief
from digest.settings import Settings
from digest.verification.briefs import verify_brief
from digest.verification.statements import Verdict, judge_statement
from evaluation.faults import plant
from tests.conftest import ARTICLE, Site

SAMPLES = sorted((Path(__file__).parents[1] / "content" / "articles").glob("*.txt"))
VOTE = (
    "Residents stood on the benches late on Monday as Northmoor’s town council voted, 14 to 11, to build a tidal gate"
    " across the mouth of the River Senn."
)
REFUSAL = (
    "The council did not approve the plan, which nobody had expected, and Ada Quill told Jonas Lind that “the gate may"
    " never shut”, the clerk said."
)


@pytest.mark.parametrize(
    ("statement", "source", "verdict"),
    [
        ("Northmoor’s town council voted, 14 to 11, to build a tidal gate.", VOTE, Verdict.VERBATIM),
        ("Northmoor's town council voted, 14 to 11, to build a tidal gate.", VOTE, Verdict.VERBATIM),
        ("[Northmoor’s] town council voted to build a gate across the River Senn.", VOTE, Verdict.SHORTENED),
        ("Northmoor’s councillors backed a tidal gate across the Senn by 14 votes to 11.", VOTE, Verdict.EDITED),
        ("The council did not approve the plan.", REFUSAL, Verdict.VERBATIM),
        ("Ada Quill told Jonas Lind that “the gate may never shut”, the clerk said.", REFUSAL, Verdict.VERBATIM),
        ("The council did not approve the plan, the clerk said.", REFUSAL, Verdict.SHORTENED),
        ("It cost £1,300 [so far].", "It cost £1300 in the end.", Verdict.VERBATIM),
        ("He asked for [a] gate.", "He asked for [a] gate.", Verdict.VERBATIM),
    ],
)
def test_a_statement_that_its_source_supports(statement: str, source: str, verdict: Verdict) -> None:
    assert judge_statement(statement, ["Another sentence.", source]).verdict is verdict


@pytest.mark.parametrize(
    ("statement", "source", "problem"),
    [
        ("Northmoor’s town council voted, 14 to 12, to build a tidal gate.", VOTE, "has “12”, which is not there"),
        ("Northmoor’s town council voted, 11 to 14, to build a tidal gate.", VOTE, "which stands elsewhere there"),
        ("The town council of Sandrey voted to build a tidal gate.", VOTE, "has “Sandrey”, which is not there"),
        ("Northmoor’s town council voted not to build a tidal gate.", VOTE, "adds “not”"),
        ("The council did approve the plan, the clerk said.", REFUSAL, "leaves out “not”"),
        ("The council approved the plan, the clerk said.", REFUSAL, "leaves out “not”"),
        ("Jonas Lind told Ada Quill that “the gate may never shut”, the clerk said.", REFUSAL, "stands elsewhere"),
        ("Ada Quill told Jonas Lind that “the gate will never shut”, the clerk said.", REFUSAL, "quotes “"),
        ("Ada Quill told Jonas Lind that “the gate may never shut”.", REFUSAL, "leaves out “said”"),
        ("The crews may strike.", "The crews, it is feared, may not strike.", "leaves out “not”"),
        ("Quill resigned.", "Quill reportedly resigned.", "leaves out “reportedly”"),
        ("2025 was wet.", "2024 was wet.", "has “2025”, which is not there"),
        ("Fog lay over the harbour.", VOTE, "is not what its source sentence says"),
        ("[ ]", VOTE, "says nothing"),
    ],
)
def test_a_statement_that_its_source_does_not_support(statement: str, source: str, problem: str) -> None:
    judgement = judge_statement(statement, [source])
    assert judgement.verdict is Verdict.UNSUPPORTED
    assert problem in (judgement.problem or "")
    if problem != "says nothing":
        assert judgement.nearest == source


def brief_of(path: Path) -> Brief:
    brief = make_brief(path.read_text("utf-8"), path=f"articles/{path.name}", sha256="0", settings=Settings())
    assert brief
    return parse_brief(render_brief(brief))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_generated_brief_is_supported_throughout_and_no_planted_fault_is(path: Path) -> None:
    article, brief = parse_article(path.read_text("utf-8")), brief_of(path)
    assert unsupported(brief, article) == []
    for kind, faulty in plant(brief):
        assert unsupported(faulty, article), kind


def unsupported(brief: Brief, *articles) -> list[str]:
    return [
        f"{it.text} {it.judgement.problem}"
        for it in verify_brief(brief, articles)
        if it.judgement.verdict is Verdict.UNSUPPORTED
    ]


def test_faults_of_every_kind_are_planted() -> None:
    kinds = Counter(kind for path in SAMPLES for kind, _ in plant(brief_of(path)))
    assert len(kinds) == 6, kinds


GATE = parse_article(ARTICLE)
NOTE = (Evidence(GATE.sentences[0].text, None, 1),)
SAID = (Evidence(GATE.sentences[3].text, None, 3),)


def one(**parts) -> Brief:
    return Brief(front_matter=FrontMatter(title="x", slug="x", people=parts.pop("people", ())), **parts)


@pytest.mark.parametrize(
    ("brief", "problem"),
    [
        (one(people=(Person(name="Jonas Lind"),)), "is not named in the article"),
        (one(quotes=(BriefQuote(text="We have mopped the same floors", evidence=SAID),)), "is not word for word"),
        (one(quotes=(BriefQuote(text="We have mopped", speaker="Jonas Lind", evidence=SAID),)), "does not name"),
        (one(quotes=(BriefQuote(text="We have mopped the same kitchens", evidence=NOTE),)), "is not what its source"),
        (one(timeline=(BriefEvent(text="The council voted", when="18 June 2024", evidence=NOTE),)), "is not the date"),
        (one(key_points=(Point("[Jonas Lind’s] town council voted", NOTE),)), "whom the article does not name"),
        (one(key_points=(Point("The council voted on Monday [16 June 2024]", NOTE),)), "explains a date"),
        (one(figures=(Point("£49.2 million", (Evidence(GATE.sentences[1].text, None, 2),)),)), "does not stand"),
        (one(takeaway=Point("The council voted.", (Evidence("The council voted.", None, 1),))), "does not stand"),
        (one(takeaway=Point("The council voted against a gate of the River Tam.")), "“Tam”"),
    ],
)
def test_a_fault_of_each_part_of_a_brief(brief: Brief, problem: str) -> None:
    assert any(problem in found for found in unsupported(brief, GATE)), unsupported(brief, GATE)


def test_a_statement_without_a_footnote_is_held_against_the_whole_article() -> None:
    brief = one(key_points=(Point("The steel barrier will cost £48.2 million."),))
    assert unsupported(brief, GATE) == []
    assert verify_brief(brief, []) == ()


def test_a_brief_whose_article_is_gone_is_held_against_its_footnotes() -> None:
    brief = one(key_points=(Point("Northmoor’s town council voted on Tuesday.", NOTE),))
    assert unsupported(brief) == ["Northmoor’s town council voted on Tuesday. has “Tuesday”, which is not there"]


def test_the_check_names_file_line_words_and_source(site: Site, edited, monkeypatch: pytest.MonkeyPatch) -> None:
    site.article("gate.txt")
    assert site.build("--strict").exit_code == 0
    assert site.run("check").exit_code == 0
    edited(site.brief(), "1,300 households", "2,300 households")
    number = (
        site.brief()
        .read_text("utf-8")
        .split("\n")
        .index(next(line for line in site.brief().read_text("utf-8").split("\n") if "2,300" in line))
    )
    result = site.run("check")
    assert result.exit_code == 1
    assert f"{site.brief().name}:{number + 1}: “" in result.stderr
    assert "has “2,300”, which is not there; the source says: “The steel barrier" in result.stderr
    values = json.loads(site.run("check", "--json").stdout)
    assert values["verdicts"]["unsupported"] == 1
    assert values["verdicts"]["verbatim"] > 5
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert f"::error file=content/briefs/{site.brief().name},line={number + 1}::“" in site.run("check").stderr


def test_a_strict_build_stops_where_a_brief_says_what_its_sources_do_not(site: Site, edited) -> None:
    site.article("gate.txt")
    site.build()
    before = site.tree()
    edited(site.brief(), "1,300 households", "2,300 households")
    result = site.build("--strict")
    assert result.exit_code == 1
    assert "the site is not built while a brief says what its sources do not" in result.stderr
    assert site.tree() == before
    assert site.build().exit_code == 0
