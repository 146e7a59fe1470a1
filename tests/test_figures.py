"""Amounts, shares and counts are read with their unit; years, times and bare numbers are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.analysis.figures import find_figures
from digest.text.spans import Span
from tests.golden import cases


def figures_of(text: str) -> list[str]:
    """Each figure, and its phrase where that says more."""
    return [
        f"{it.span.of(text)} = {it.value:f} {it.unit}" + (f" | {it.phrase.of(text)}" if it.phrase != it.span else "")
        for it in find_figures(text, Span(0, len(text)))
    ]


@pytest.mark.parametrize(("text", "expected"), cases("figures"))
def test_figures_of_a_sentence(text: str, expected: list[str]) -> None:
    assert figures_of(text) == expected


@given(st.integers(0, 10**12), st.sampled_from(["$", "€", "£", "¥"]), st.booleans())
def test_any_amount_of_money_is_read_exactly(amount: int, currency: str, grouped: bool) -> None:
    printed = f"{currency}{amount:,}" if grouped else f"{currency}{amount}"
    (found,) = find_figures(f"It cost {printed} at last.", Span(0, len(printed) + 17))
    assert found.value == Decimal(amount)


MARKS = st.sampled_from([*"0123456789.,$£%-/: ", "million", " bn", "per cent", "٤", "²"])


@given(st.lists(MARKS, max_size=60).map("".join))
@example("9" * 5000 + " people")
@example("1,000," * 2000)
def test_any_text_has_figures_or_none(text: str) -> None:
    for found in find_figures(text, Span(0, len(text))):
        assert Span(0, len(text)).contains(found.span)
        assert found.phrase.contains(found.span)
        assert found.value.is_finite()


@given(
    st.lists(
        MARKS | st.sampled_from(["two ", "people ", "a ", "of ", " to ", "-", "Rs ", "per ", "°C", "million "]),
        max_size=60,
    ).map("".join)
)
@example("two °C$1.5 5°C$two a $")
def test_figures_stand_in_order(text: str) -> None:
    end = 0
    for found in find_figures(text, Span(0, len(text))):
        assert end <= found.span.start < found.span.end
        end = found.span.end


@pytest.mark.parametrize(
    "piece", ["9", "two ", "5-4 ", "$1.2bn–", "1,5 Mio ", "10 to ", "of the ", "9 of ", "half a million "]
)
def test_ten_thousand_of_anything_are_read(piece: str) -> None:
    text = piece * 10_000
    assert len(list(find_figures(text, Span(0, len(text))))) <= 20_000
