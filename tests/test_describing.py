"""A sentence too long for a list is cut where a part of it ends."""

from __future__ import annotations

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
    ],
)
def test_where_a_sentence_is_cut(sentence: str, cut: str) -> None:
    assert describe(sentence) == cut


@given(st.text(alphabet='ab ,;–“”"[]().1', max_size=400), st.integers(20, 200))
def test_a_description_is_short_and_begins_as_the_sentence_does(sentence: str, longest: int) -> None:
    described = describe(sentence, longest)
    assert len(described) <= longest
    assert described == sentence or sentence.startswith(described.removesuffix("…"))
