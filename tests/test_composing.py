"""A brief shows several voices, and the people of whom its story tells."""

from __future__ import annotations

import pytest

from digest.article import parse_article
from digest.brief import Brief
from digest.pipeline import make_brief
from digest.settings import Settings
from digest.verification.briefs import Source


def brief_of(*paragraphs: str) -> Brief:
    brief = make_brief("\n\n".join(paragraphs), path="articles/gate.txt", sha256="0" * 64, settings=Settings())
    assert brief is not None
    return brief


def test_of_one_speaker_two_quotes_are_shown_so_that_others_are_heard() -> None:
    brief = brief_of(
        "Northmoor opens its gate",
        "Mayor Ada Quill opened the tidal gate of Northmoor on Monday, three weeks early.",
        "“The gate held through the highest tide that we have seen in thirty years,” Quill said.",
        "“The crews have worked through the nights of a whole winter for this day,” Quill said.",
        "“We will not forget what they did for the families behind the wall,” Quill said.",
        "“It came ten years too late,” said Jonas Lind, who lost his boat.",
    )
    assert [quote.speaker for quote in brief.quotes] == ["Ada Quill", "Ada Quill", "Jonas Lind"]


@pytest.mark.parametrize(
    ("paragraph", "shown"),
    [
        (
            "“The gate held through the night,” Quill said. “We will not forget it.”",
            ["The gate held through the night … We will not forget it."],
        ),
        (
            "“The gate will hold for a century,” Quill said, “whatever the papers may say of it.”",
            ["The gate will hold for a century … whatever the papers may say of it."],
        ),
        (
            "“The gate held through the night ...,” Quill said. “... We will not forget it.”",
            ["The gate held through the night … We will not forget it."],
        ),
        (
            "“The gate held through the night,” Quill said. The crews cheered at this. “We will not forget it.”",
            ["The gate held through the night", "We will not forget it."],
        ),
        (
            "“The gate held through the night,” Quill said, and called the crews “the heroes of the whole town”.",
            ["The gate held through the night"],
        ),
    ],
)
def test_what_only_its_speaker_interrupts_is_one_quote(paragraph: str, shown: list[str]) -> None:
    brief = brief_of("Northmoor opens its gate", "Mayor Ada Quill opened the tidal gate on Monday.", paragraph)
    assert [quote.text for quote in brief.quotes] == shown
    assert {quote.speaker for quote in brief.quotes} == {"Ada Quill"}
    for quote in brief.quotes:
        assert all(any(piece in it.text for it in quote.evidence) for piece in quote.text.split(" … "))


def test_the_check_knows_who_said_a_quote_that_was_interrupted() -> None:
    article = parse_article(
        "“The gate held through the night,” Ada Quill said. “We will not forget it.”\n\n“So we hope,” said Jonas Lind.",
        title="",
    )
    source = Source(article)
    assert source.speaker_of("The gate held through the night … We will not forget it.") == "Ada Quill"


def test_a_given_name_in_passing_is_nobody_of_the_story() -> None:
    brief = brief_of(
        "Northmoor opens its gate",
        "Mayor Ada Quill opened the tidal gate of Northmoor on Monday, three weeks early.",
        "Her sons, Tobias and William, watched her from the quay. Jonas Lind was there too.",
    )
    assert [person.name for person in brief.front_matter.people] == ["Ada Quill", "Jonas Lind"]


def test_a_street_that_an_address_names_is_no_place_of_the_brief() -> None:
    brief = brief_of(
        "Northmoor opens its gate",
        "The town of Northmoor opened its gate in Canal Street on Monday, and the crews marched down Canal Street.",
        "Jonas Lind, of Elm Street, Oslo, was charged with the theft of a bell, the police of Northmoor said.",
    )
    assert set(brief.front_matter.places) == {"Northmoor", "Canal Street", "Oslo"}
