"""What an editor put into other words or added is marked on the brief's page, and what was generated is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digest.markdown import parse_brief
from digest.site.body import BodyRenderer
from digest.site.edits import ADDED, EDITED, Edit, edits_of, key_of, told
from digest.site.wording import read_wording
from tests.conftest import Site

WORDS = read_wording("en")
STAMP = 'digest: {version: "0.1.0", body: "0", fields: "0"}\n'
NOTES = """\

[^1]: “Northmoor’s town council voted on Monday, 14 to 11, to build a tidal gate across the River Senn.” (Gazette, paragraph 1)
[^2]: “We have mopped the same kitchens four times,” said Ada Quill, the mayor. (Gazette, paragraph 2)
[^3]: “It will cost £48.2 million.” (Gazette, paragraph 3)
"""


def brief(body: str, *, stamp: str = STAMP) -> str:
    return f'---\ntitle: "A gate"\ndate: "2024-06-18"\n{stamp}---\n\n{body}{NOTES}'


def shown(text: str) -> tuple[list[tuple[str, str]], str]:
    edits = edits_of(parse_brief(text))
    html = BodyRenderer(WORDS).render(text.split("---\n", 2)[2], edits=edits)
    without = re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL).replace('<span class="said">', "")
    return [(edit.text, edit.mark) for edit in edits], without


SAME = """\
Northmoor’s town council voted to build a tidal gate.[^1]

## Key points

- [Northmoor’s] council voted on Monday, 14 to 11.[^1]

## Quotes

> “We have mopped the same kitchens four times”
>
> — Ada Quill, mayor[^2]

## In figures

- £48.2 million[^3]

## Timeline

- **17 June 2024:** Northmoor’s town council voted.[^1]
"""


def test_the_sources_own_words_are_not_marked() -> None:
    edits, html = shown(brief(SAME))
    assert edits == []
    assert "edited" not in html


@pytest.mark.parametrize(
    ("old", "new", "mark", "expected"),
    [
        (
            "voted to build a tidal gate.",
            "backed building a tidal gate.",
            EDITED,
            '<div class="takeaway">Northmoor’s town council backed building a tidal gate. MARK',
        ),
        (
            "voted on Monday, 14 to 11.",
            "on Monday said yes, 14 to 11.",
            EDITED,
            "<li>[Northmoor’s] council on Monday said yes, 14 to 11. MARK",
        ),
        ("voted on Monday, 14 to 11.", "voted on Monday, 14 to 12.", ADDED, "14 to 12. MARK"),
        (
            "voted on Monday, 14 to 11.",
            "voted on Monday, *14* to 12 \\[so far\\].",
            ADDED,
            "<em>14</em> to 12 [so far]. MARK",
        ),
        ("14 to 11.[^1]", "14 to 11.", ADDED, "<li>[Northmoor’s] council voted on Monday, 14 to 11. MARK"),
        ("14 to 11.[^1]", "14 to 11.[^1]\n- Fog lay over the harbour.", ADDED, "<li>Fog lay over the harbour. MARK"),
        (
            "mopped the same",
            "really mopped the same",
            ADDED,
            "<p>“We have really mopped the same kitchens four times” MARK</p>",
        ),
        ("£48.2", "£49.2", ADDED, "<li>£49.2 million MARK"),
        (
            "Northmoor’s town council voted.[^1]",
            "The council never voted.[^1]",
            ADDED,
            "<strong>17 June 2024:</strong> The council never voted. MARK",
        ),
        (
            "## Timeline",
            "## Asked and answered\n\n**Why was it built?**[^1]\n\n> “We have mopped the same kitchens four times”[^2]\n\n## Timeline",
            ADDED,
            "<strong>Why was it built?</strong> MARK",
        ),
    ],
)
def test_an_editors_wording_is_marked_behind_its_words(old: str, new: str, mark: str, expected: str) -> None:
    assert old in SAME
    edits, html = shown(brief(SAME.replace(old, new, 1)))
    assert [it for _, it in edits] == [mark]
    assert expected.replace("MARK", f'<span class="edited">{WORDS(mark)}</span>') in html
    assert html.count('class="edited"') == 1


def test_a_mark_stands_behind_the_brief_and_not_in_a_footnote() -> None:
    body = SAME.replace("- £48.2 million[^3]", "- £48.2 million[^3]\n- It will cost £48.2 million.")
    html = BodyRenderer(WORDS).render(brief(body).split("---\n", 2)[2], edits=edits_of(parse_brief(brief(body))))
    assert '<li>It will cost £48.2 million. <span class="edited">(added)</span></li>' in html
    assert html.count('class="edited"') == 1


def test_of_a_brief_written_by_hand_only_what_has_a_footnote_is_judged() -> None:
    edits, html = shown(brief(SAME.replace("14 to 11.[^1]", "14 to 11.").replace("£48.2", "£49.2"), stamp=""))
    assert edits == [("£49.2 million", ADDED)]
    assert html.count('class="edited"') == 1


@pytest.mark.parametrize(
    ("marks", "stamp", "sentence"),
    [
        ((), STAMP, "Edited by hand; each statement is in its source’s own words."),
        ((), "", "Written by hand."),
        ((EDITED,), STAMP, "Edited by hand: 1 statement in other words than its source."),
        (
            (EDITED, EDITED, ADDED),
            STAMP,
            "Edited by hand: 2 statements in other words than their sources, 1 statement added by an editor.",
        ),
        ((ADDED, ADDED), "", "Written by hand: 2 statements added by an editor."),
    ],
)
def test_the_foot_of_the_page_counts_them(marks: tuple[str, ...], stamp: str, sentence: str) -> None:
    edits = [Edit(f"{number}", mark) for number, mark in enumerate(marks)]
    assert told(parse_brief(brief(SAME, stamp=stamp)), edits, WORDS) == sentence


def test_a_section_of_the_editors_is_said_to_be_theirs() -> None:
    made = parse_brief(brief(f"{SAME}\n## Our view\n\nBuild it.\n"))
    assert told(made, edits_of(made), WORDS) == "Edited by hand: with a section of an editor’s own."


def test_a_statement_is_known_whatever_markup_stands_in_it() -> None:
    assert key_of("The \x0242\x03town\x0242\x03 – “voted”.") == key_of("the town voted")
    assert key_of("snake_case") == "snake case"


def test_page_feed_and_mail_say_what_was_edited_without_its_article(site: Site, edited) -> None:
    article = site.article("gate.txt")
    site.build()
    page = "2024/06/18/northmoor-council-backs-tidal-gate-by-three-votes/index.html"
    assert "not edited by hand" in site.tree()[page].decode()
    assert b"(edited)" not in b"".join(site.steady()[name] for name in (page, "feed.xml", "2024/06/18/email.html"))
    edited(
        site.brief(),
        "The steel barrier will cost £48.2 million and protect",
        "The barrier of steel, at £48.2 million, protects",
    )
    article.unlink()
    assert site.build().exit_code == 0
    tree = site.tree()
    assert '<span class="edited">(edited)</span></span><details' in tree[page].decode()
    sentence = "Edited by hand: 1 statement in other words than its source."
    for name in (page, "2024/06/18/email.html"):
        assert sentence in tree[name].decode()
    assert sentence in " ".join(tree["2024/06/18/email.txt"].decode().split())
    assert "(edited)" in tree["feed.xml"].decode()
    assert "(edited)" in tree["feed.json"].decode()


def test_a_generated_brief_is_not_asked_what_was_edited(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("a generated brief was verified")

    monkeypatch.setattr("digest.verification.wording.reworded", asked)
    site.article("gate.txt")
    assert site.build().exit_code == 0
    assert (Path(site.built) / "index.html").is_file()
