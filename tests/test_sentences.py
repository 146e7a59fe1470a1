"""Sentences are found where a reader would find them, and no word of a paragraph is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.text.sentences import find_sentences
from digest.text.spans import Span, one_line
from tests.golden import cases

# Marks that a rule looks at, words that one looks for, and anything else.
HOSTILE = st.lists(
    st.sampled_from(list(".!?…。！？\"'“”‘’«»„()[]–—-•*¿¡,: \n\t\u00a0\u200b\u202e1aAbÉ中"))
    | st.sampled_from(
        [
            "Mr.",
            "U.S.",
            "a.m.",
            "No.",
            "Jan.",
            "Co.",
            ". . .",
            "...",
            "said that “",
            "1) ",
            "2) ",
            "Photo: A",
            "The b",
            "2024 ",
        ]
    )
    | st.characters(codec="utf-8"),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(("text", "expected"), cases("sentences"))
def test_sentences_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert [one_line(span.of(text)) for span in find_sentences(text)] == expected


def test_only_the_paragraph_is_read_and_offsets_point_into_the_whole_text() -> None:
    text = "Not this. The ferry left. Nobody was hurt. Nor this."
    within = Span(text.index("The"), text.index("Nor") - 1)
    found = list(find_sentences(text, within))
    assert [span.of(text) for span in found] == ["The ferry left.", "Nobody was hurt."]


@given(HOSTILE, st.integers(0, 20), st.integers(0, 20))
@example("1) a 2) b", 0, 0)
@example("A. B. C.", 1, 1)
@example("a.\u2028B", 0, 0)
def test_no_word_is_lost(text: str, before: int, behind: int) -> None:
    within = Span(min(before, len(text)), max(min(before, len(text)), len(text) - behind))
    position = within.start
    for span in find_sentences(text, within):
        assert text[position : span.start].strip() == "", "a character between two sentences"
        assert position <= span.start < span.end <= within.end, "sentences overlap or leave the paragraph"
        assert span.of(text) == span.of(text).strip(), "a sentence is not trimmed"
        position = span.end
    assert text[position : within.end].strip() == "", "a character behind the last sentence"


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "!?",
        "A. ",
        "… ",
        "Mr. ",
        ". . ",
        '"',
        "“",
        "a. ",
        "1. ",
        ") ",
        "[1]",
        " ",
        "said “A. ",
        "The b ",
        "Photo: A ",
        "。",
        "\u2028",
    ],
)
def test_a_long_run_of_marks_ends(piece: str) -> None:
    # That it ends is the test: what is quadratic here takes minutes.
    assert all(span.start < span.end for span in find_sentences(piece * (200_000 // len(piece))))
