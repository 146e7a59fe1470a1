"""The check: what a brief says and its sources do not is found, and what they say is never taken for a fault."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from digest.article import parse_article
from digest.brief import Brief, BriefEvent, BriefQuote, Evidence, FrontMatter, Person, Point, Source
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
        ("Crews met on Sunday.", "MIAMI, the United States, May 10 (NMW) -- Crews met on Sunday.", Verdict.VERBATIM),
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
        ("[Quill] resigned.", "Critics said Quill resigned.", "leaves out “said”"),
        ("The gate was late.", "Critics said the gate was late.", "leaves out “said”"),
        ("The gate was built.", "Critics said the gate, in a hurry, was built.", "leaves out “said”"),
        ("The plan was approved.", "The plan, in a hurry, was approved, the clerk said.", "leaves out “said”"),
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


def test_faults_of_every_kind_are_planted(tmp_path: Path) -> None:
    denial = tmp_path / "denial.txt"
    denial.write_text("The council of Northmoor will not pay for the repair of the East Quay.", "utf-8")
    kinds = Counter(kind for path in [*SAMPLES, denial] for kind, _ in plant(brief_of(path)))
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


OURS = Source(name="The Gazette", published="2024-06-18", article="articles/a.txt")
THEIRS = Source(name="The Wire", article="articles/b.txt")
WIRE = parse_article(
    "Crews fear for their boats\n\nFishing crews in Sandrey met on Tuesday.\n\n“We sail at dawn,” said Piran Holt, a skipper.\n"
)
MET = (Evidence(WIRE.sentences[0].text, "The Wire", 1),)
SAIL = (Evidence(WIRE.sentences[1].text, "The Wire", 2),)


def sourced(*sources: Source, **parts) -> Brief:
    return Brief(
        front_matter=FrontMatter(title="x", slug="x", sources=sources, people=parts.pop("people", ())), **parts
    )


def test_of_several_sources_each_statement_may_rest_on_any() -> None:
    brief = sourced(
        OURS,
        THEIRS,
        key_points=(Point(NOTE[0].text, NOTE), Point("Fishing crews in Sandrey met on Tuesday.", MET)),
        quotes=(BriefQuote(text="We sail at dawn", speaker="Piran Holt", evidence=SAIL),),
        people=(Person(name="Ada Quill"), Person(name="Piran Holt")),
    )
    assert unsupported(brief, GATE, WIRE) == []
    wrong = replace(brief, key_points=(Point("Fishing crews in Sandrey met on Tuesday.", NOTE),))
    assert unsupported(wrong, GATE, WIRE) == [
        "Fishing crews in Sandrey met on Tuesday. has “Fishing”, which is not there"
    ]
    swapped = replace(brief, quotes=(BriefQuote(text="We sail at dawn", speaker="Ada Quill", evidence=SAIL),))
    assert any("is said by Piran Holt in the article" in it for it in unsupported(swapped, GATE, WIRE))


def test_of_several_sources_what_one_that_is_gone_may_say_is_passed_over() -> None:
    brief = sourced(
        OURS,
        THEIRS,
        key_points=(Point("Fishing crews in Sandrey met on Tuesday.", MET), Point("Fog lay over the harbour.")),
        quotes=(BriefQuote(text="We sail at dawn", speaker="Piran Holt", evidence=SAIL),),
        people=(Person(name="Piran Holt"),),
    )
    assert unsupported(brief, GATE) == []
    assert len(unsupported(brief, GATE, GATE)) == 5  # as if both were at hand
    wrong = replace(brief, key_points=(Point("Fishing crews in Sandrey met on Friday.", MET),))
    assert unsupported(wrong, GATE) == ["Fishing crews in Sandrey met on Friday. has “Friday”, which is not there"]


LAST_MONDAY = (Evidence("He voted on Monday.", None, 1),)
LAST = (Evidence("“It will take no more than three weeks,” Ada Quill said.", None, 2),)


@pytest.mark.parametrize(
    ("text", "speaker", "problem"),
    [
        ("It will take no more than three weeks", "Ada Quill", None),
        ("We have begun. It will take no more than three weeks", "Ada Quill", None),
        ("We have begun. [The gate] … It will take no more than three weeks", "Ada Quill", None),
        ("It will take … three weeks", "Ada Quill", None),
        ("We … have … begun … It will take … no more than three weeks", "Ada Quill", None),
        ("It will take no more than four weeks", "Ada Quill", "not word for word"),
        ("We have begun. It may take no more than three weeks", "Ada Quill", "not word for word"),
        ("We have begun. It will take … six weeks", "Ada Quill", "not word for word"),
        ("We … it will surely take no more than three weeks", "Ada Quill", "not word for word"),
        ("It will take no more than three weeks", "Jonas Lind", "is said by Ada Quill in the article"),
        ("We have begun", "Ada Quill", "not word for word"),
    ],
)
def test_a_quote_whose_article_is_gone_is_word_for_word_as_far_as_its_footnote_goes(
    text: str, speaker: str, problem: str | None
) -> None:
    found = unsupported(sourced(OURS, quotes=(BriefQuote(text=text, speaker=speaker, evidence=LAST),)))
    assert [(problem or "") in it for it in found] == [True] * (problem is not None)


def test_a_date_whose_article_is_gone_is_counted_from_the_recorded_day() -> None:
    for when, held in (("17 June 2024", True), ("16 June 2024", False)):
        event = BriefEvent(text="The council voted", when=when, evidence=NOTE)
        point = Point(f"Northmoor’s town council voted on Monday [{when}].", NOTE)
        found = unsupported(sourced(OURS, timeline=(event,), key_points=(point,)))
        assert len([it for it in found if "date" in it]) == (0 if held else 2)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_generated_brief_is_supported_without_its_article_too(path: Path) -> None:
    assert unsupported(brief_of(path)) == []


def test_words_that_two_have_said_are_of_either() -> None:
    text = (
        "Northmoor opens its gate\n\nThe tidal gate of Northmoor opened on Monday, the council said.\n\n"
        "“I was standing beside the gate when I heard it,” said Ada Quill, the mayor of the town.\n\n"
        "“I was standing beside the gate when I heard it,” said Jonas Lind, who mends nets.\n"
    )
    brief = make_brief(text, path="articles/gate.txt", sha256="0" * 64, settings=Settings())
    assert brief is not None
    assert [quote.speaker for quote in brief.quotes] == ["Ada Quill", "Jonas Lind"]
    article = parse_article(text)
    assert unsupported(brief, article) == []
    wrong = replace(brief, quotes=(replace(brief.quotes[0], speaker="Mara Voss"),))
    assert len(unsupported(wrong, article)) == 1


def test_a_name_with_a_number_in_words_is_no_date() -> None:
    assert unsupported(sourced(OURS, key_points=(Point("[Pieter ten Holm] voted on Monday.", LAST_MONDAY),))) == []


def test_what_is_added_in_brackets_never_turns_a_statement() -> None:
    assert judge_statement("The council did [not] vote.", ["The council did vote."]).problem == "adds “not”"
    source = "“I know that [the gate] never shuts,” he said."
    assert judge_statement("“I know that [the gate] never shuts,” [Ada Quill] said.", [source]).is_supported


@pytest.mark.parametrize(
    ("tags", "problem"),
    [
        (("tidal gate", "Northmoor", "fishing crew", "United Kingdom"), None),
        (("Sandrey",), "Sandrey does not stand in the article"),
        (("United States",), "United States does not stand in the article"),
    ],
)
def test_a_tag_stands_in_the_article_under_any_of_its_names(tags: tuple[str, ...], problem: str | None) -> None:
    article = parse_article(f"{ARTICLE}\nIt is the first in the U.K., the mayor told us.\n")
    brief = Brief(front_matter=FrontMatter(title="x", slug="x", tags=tags))
    assert unsupported(brief, article) == ([problem] if problem else [])
    assert unsupported(brief) == []


def test_a_category_is_the_editors_own() -> None:
    assert unsupported(Brief(front_matter=FrontMatter(title="x", slug="x", categories=("Long reads",))), GATE) == []


def by_hand(site: Site, body: str, *, sources: str = "") -> None:
    site.briefs.mkdir(exist_ok=True)
    text = f'---\ntitle: "By hand"\ndate: "2024-06-18"\n{sources}---\n\n{body}'
    (site.briefs / "by-hand.md").write_text(text, "utf-8")


def test_a_brief_by_hand_is_held_against_what_it_names_and_nothing_else(site: Site) -> None:
    by_hand(site, "Fog lay over the harbour.\n")
    assert site.run("check").exit_code == 0
    by_hand(site, "Fog lay over Sandrey.[^1]\n\n[^1]: Fog lay over the harbour.\n")
    assert "has “Sandrey”, which is not there" in site.run("check").stderr
    site.article("gate.txt")
    by_hand(site, "The barrier will cost £48.2 million.\n", sources='sources: [{article: "articles/gate.txt"}]\n')
    assert site.run("check").exit_code == 0
    by_hand(site, "The barrier will cost £49.2 million.\n", sources='sources: [{article: "articles/gate.txt"}]\n')
    assert "has “49.2”, which is not there" in site.run("check").stderr


def test_an_article_that_is_gone_changed_or_moved_is_noted(site: Site, edited) -> None:
    article = site.article("gate.txt")
    site.build()
    edited(site.brief(), "## Key points", "## Key points\n")
    moved = article.rename(site.articles / "moved.txt")
    found = site.run("check")
    assert "its article articles/gate.txt now lies at articles/moved.txt" in found.stderr
    assert found.exit_code == 0
    edited(site.brief(), "1,300 households", "2,300 households")
    assert "has “2,300”" in site.run("check").stderr  # held against it all the same
    edited(site.brief(), "2,300 households", "1,300 households")
    moved.rename(article).write_text(ARTICLE.replace("1,300", "1,400"), "utf-8")
    found = site.run("check")
    assert "its article articles/gate.txt has changed since, and is what the brief is held against" in found.stderr
    assert "does not stand in the article" in found.stderr
    article.unlink()
    found = site.run("check")
    assert "its article articles/gate.txt is gone" in found.stderr
    assert found.exit_code == 0
    assert site.build("--strict").exit_code == 0


def test_a_quote_in_a_thousand_pieces_is_the_sources_or_nobodys() -> None:
    said = " … ".join(f"word{number}" for number in range(1_000))
    article = parse_article(f"A long talk\n\n“{said},” said Ada Quill, the mayor.\n")
    note = (Evidence(article.sentences[0].text, None, 1),)
    for articles in ((article,), ()):
        assert (
            unsupported(sourced(OURS, quotes=(BriefQuote(text=said, speaker="Ada Quill", evidence=note),)), *articles)
            == []
        )
        other = BriefQuote(text=said.replace("word7 … word8", "word8 … word7"), speaker="Ada Quill", evidence=note)
        assert unsupported(sourced(OURS, quotes=(other,)), *articles)


def test_a_statement_without_end_is_its_sources_or_nobodys() -> None:
    words = "The council of Northmoor voted for the gate and Ada Quill spoke " * 2000
    assert judge_statement(words, [f"Yesterday {words}"]).verdict is Verdict.VERBATIM
    judged = judge_statement(words, [words.replace("gate", "wall")])
    assert judged.verdict is Verdict.UNSUPPORTED
    assert judged.problem == "has 24,000 words, too many to be compared"
