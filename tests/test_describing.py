"""A sentence too long for a list is cut where a part of it ends."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.brief import describe

OPENING = (
    "The harbour office of Northmoor ordered two electric ferries at a yard in Bergen, the first such ships of the line"
)


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        (f"{OPENING}.", f"{OPENING}."),
        (
            f"{OPENING}, after it had talked about them for a year and a day with unions.",
            f"{OPENING}, after it had talked about them…",
        ),
        (f"{OPENING} and of any line that has ever crossed the bay since 1874.", f"{OPENING} and of any line…"),
        (f"{OPENING}, and said “there is nothing that we want more, in truth, for the town”.", f"{OPENING}…"),
        (f"{OPENING}, which will cost [in all, on 3 June 2026] what nine others did.", f"{OPENING}…"),
        (f"{OPENING}, some 1,200 people among them.", f"{OPENING}, some 1,200 people among them."),
        (
            f"{OPENING[:81]}{'electric ' * 8}and none of the other ships that it has.",
            f"{OPENING[:81]}{('electric ' * 8).rstrip()}…",
        ),
        # A last part of few words goes, but for who said so and what is said of somebody.
        (f"{OPENING}, police said, adding that they had looked into it for a year.", f"{OPENING}, police said…"),
        (
            f"{OPENING}, will sail north, where there has been no ferry for a hundred years.",
            f"{OPENING}, will sail north…",
        ),
        (f"{OPENING}, in a deal that would make it the greatest of all lines of the bay.", f"{OPENING}…"),
        (f"{OPENING}, Jonas Lind, the chairman of the harbour office, announced on Thursday.", f"{OPENING}…"),
        (f"{OPENING} because the crews learned that one was on the wrong side of the bay.", f"{OPENING}…"),
        # What stands in brackets goes first.
        (f"{OPENING} (which has a dozen ships of an older kind, nine of them sold).", f"{OPENING}."),
    ],
)
def test_where_a_sentence_is_cut(sentence: str, cut: str) -> None:
    assert describe(sentence) == cut


@given(st.text(alphabet='ab ,;–“”"[]().1', max_size=400), st.integers(20, 200))
def test_a_description_is_short_and_begins_as_the_sentence_does(sentence: str, longest: int) -> None:
    described = describe(sentence, longest)
    assert len(described) <= longest
    whole = re.sub(r"\s\([^()]*\)", "", sentence)
    assert described in (sentence, whole) or whole.startswith(described.removesuffix("…"))
