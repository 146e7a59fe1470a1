"""The dates and times that pages print are read; an impossible one is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.text.spans import Span
from digest.text.timestamps import find_timestamp
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
