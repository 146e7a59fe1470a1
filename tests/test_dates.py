"""The dates that a story speaks of are counted from the day it was published."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.analysis.dates import find_dates
from digest.text.spans import Span
from tests.golden import cases

PUBLISHED = date(2026, 3, 11)
"""A Wednesday."""


def found_in(text: str, published: date | None) -> list[str]:
    found = find_dates(text, Span(0, len(text)), relative_to=published)
    return [f"{it.span.of(text)} = {it.value}" for it in found]


@pytest.mark.parametrize(("text", "expected"), cases("dates"))
def test_dates_of_a_story_published_on_a_wednesday(text: str, expected: list[str]) -> None:
    assert found_in(text, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param(date(2026, 1, 1), "last month", "2025-12", id="the month before January"),
        pytest.param(date(2025, 12, 31), "next month", "2026-01", id="the month after December"),
        pytest.param(date(2026, 1, 1), "last week", "2025-W52", id="the week before the first"),
        pytest.param(date(2025, 12, 31), "this week", "2026-W01", id="a week that belongs to the next year"),
        pytest.param(date(2026, 1, 1), "yesterday", "2025-12-31", id="the day before New Year"),
        pytest.param(date(2026, 1, 2), "Thursday", "2026-01-01", id="a weekday"),
        pytest.param(date(2026, 1, 3), "30 December", "2025-12-30", id="a day of the year before"),
        pytest.param(date(2025, 12, 30), "3 January", "2026-01-03", id="a day of the year after"),
        pytest.param(date(2025, 3, 1), "29 February", "2024-02-29", id="the nearest leap day"),
    ],
)
def test_dates_at_the_turn_of_the_year(published: date, text: str, expected: str) -> None:
    assert found_in(f"On {text} it rained.", published) == [f"{text} = {expected}"]


def test_without_a_day_of_publication_only_full_dates_are_known() -> None:
    text = "Today, on Monday, last week and on 3 May it rained, as on 3 May 2025, in June 2024 and in 1987."
    assert found_in(text, None) == ["3 May 2025 = 2025-05-03", "June 2024 = 2024-06", "1987 = 1987"]


def test_only_the_stretch_is_read() -> None:
    text = "Yesterday it rained. Tomorrow it may."
    (found,) = find_dates(text, Span(text.index("Tomorrow"), len(text)), relative_to=PUBLISHED)
    assert found.span.of(text) == "Tomorrow"


WORDS = st.sampled_from(
    [
        "last ",
        "next ",
        "week",
        "year",
        "Monday",
        "May ",
        "Feb. ",
        "in ",
        "1 ",
        "31 ",
        "30th of ",
        "2024",
        "0000",
        "-",
        ", ",
        "٣ ",
        "Q3 ",
        "quarter ",
        "of ",
        "two ",
        "ago ",
        "the ",
        "past ",
        "weekend ",
        "summer ",
        "–",
        "/",
        "1990s ",
        "century ",
        "'s ",
        "will open ",
        "Nov. ",
        "29 ",
    ]
)


@given(
    st.lists(WORDS | st.characters(codec="utf-8"), max_size=30).map("".join),
    st.none() | st.dates(),
)
@example("in 2024-W05, 0 May 2000, 99th of June", date(2026, 3, 11))
@example("999 years ago, last weekend, the past 999 weeks", date(1600, 1, 1))
@example("999 years ago, last year, last month, last week, yesterday, last weekend", date.min)
@example("in 99 years' time, next year, next month, next week, tomorrow, will open on Sunday", date.max)
@example("this spring, last summer", date(1000, 1, 1))
@example("this spring, last summer", date.min)
@example("29 Feb. last year, 0th century, 30-29 May", date(2025, 3, 1))
def test_any_text_has_dates_or_none(text: str, published: date | None) -> None:
    within = Span(0, len(text))
    end = 0
    for found in find_dates(text, within, relative_to=published):
        assert within.contains(found.span)
        assert end <= found.span.start < found.span.end
        end = found.span.end
        for value in found.value.split("/"):
            assert is_iso(value)


def is_iso(value: str) -> bool:
    """Whether a value is a day, a week, a month, a season, a quarter or a year that there is."""
    if "W" in value:
        return (
            re.fullmatch(r"\d{4}-W\d\d", value) is not None
            and date.fromisocalendar(int(value[:4]), int(value[6:]), 1) is not None
        )
    if len(value) == 10:
        return date.fromisoformat(value).isoformat() == value
    return re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]))?", value) is not None


@pytest.mark.parametrize(
    "piece",
    [
        "3 May ",
        "9",
        "last week ",
        "by the end of the year ",
        "May ",
        "in 2014, ",
        "12/",
        "2017-",
        "the weekend ",
        "June 3 to ",
    ],
)
def test_ten_thousand_of_anything_are_read(piece: str) -> None:
    text = piece * 10_000
    assert len(list(find_dates(text, Span(0, len(text)), relative_to=PUBLISHED))) <= 20_000
