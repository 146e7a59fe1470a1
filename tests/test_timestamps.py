"""The dates and times that pages print are read; an impossible one is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.text.spans import Span
from digest.text.timestamps import find_timestamp, in_words
from tests.golden import cases


@pytest.mark.parametrize(("text", "expected"), cases("timestamps"))
def test_timestamp_in_a_line(text: str, expected: list[str]) -> None:
    found = find_timestamp(text)
    assert ([found.iso] if found else []) == expected


def test_the_span_is_the_date_alone() -> None:
    text = "Posted 9:10 AM GMT on June 18, 2024."
    found = find_timestamp(text)
    assert found is not None
    assert found.span.of(text) == "June 18, 2024"


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%A, %d %b %Y"]))
def test_a_day_is_read_in_every_way_to_print_it(day: date, pattern: str) -> None:
    found = find_timestamp(f"Updated {day.strftime(pattern)} here")
    assert found is not None
    assert (found.day, found.moment) == (day, None)


@given(
    st.datetimes(datetime(1000, 1, 1), timezones=st.integers(-14 * 60, 14 * 60).map(lambda it: timezone(timedelta(minutes=it))))
)  # fmt: skip
def test_a_moment_is_read_as_it_was_written(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    found = find_timestamp(whole.isoformat())
    assert found is not None
    assert found.moment == whole
    assert found.iso == whole.isoformat()


@given(st.text(st.sampled_from("0123456789-/.:, ZAPMapm+()") | st.characters(codec="utf-8"), max_size=40))
@example("9999-99-99T99:99:99+99:99")
@example("2024-06-18T10:10+24:00")
@example("2024-06-18 10:10 -9959")
@example("٢٠٢٤-٠٦-١٨")
@example("²024-06-18")
def test_any_line_has_a_timestamp_or_none(text: str) -> None:
    found = find_timestamp(text)
    assert found is None or Span(0, len(text)).contains(found.span)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-08-15", "15 August 2025"),
        ("2025-08", "August 2025"),
        ("2025", "2025"),
        ("2025-W33", "the week of 11 August 2025"),
        ("2025-22", "summer 2025"),
        ("2025-33", "the first quarter of 2025"),
        ("1990/1999", "1990 to 1999"),
        ("2017-07-17/2017-07-28", "17 July 2017 to 28 July 2017"),
    ],
)
def test_a_date_in_words(value: str, words: str) -> None:
    assert in_words(value) == words
