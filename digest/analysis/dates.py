"""Dates that a story speaks of, counted from the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from digest.text.spans import Span
from digest.text.timestamps import MONTH_INITIALS, MONTH_NAMES, fold, month_number
from digest.text.tokens import has_digit

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
# The letters in front of the alternatives are those that they begin with: most words are left at once.
_EXPRESSION = re.compile(
    rf"""(?<![\w-])(?:
        (?=[ty])(?P<near>today|tonight|yesterday|tomorrow)(?:['’]s)?
      | (?=[cnltmwfs])(?:(?P<which>next|last|this|coming)\s+)?(?P<weekday>{"|".join(_WEEKDAYS)})(?:['’]s)?
      | (?=[lnt])(?P<turn>last|next|this)\s+(?P<unit>week|month|year)(?:['’]s)?
      | (?=\d)(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
      | (?=\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{MONTH_NAMES})\b(?:\.?,?\s+(?P<y1>[12]\d{{3}}))?
      | (?=[{MONTH_INITIALS}])(?P<m2>{MONTH_NAMES})\b
            (?:\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?P<y2>[12]\d{{3}}))? | \.?,?\s+(?:of\s+)?(?P<y3>[12]\d{{3}}))
      | (?=[isbufda])(?:in|since|by|until|from|during|before|after)\s+(?P<y4>1[89]\d\d|20\d\d)(?![\w-]|[.,]\d)
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)


# What every expression has: a digit, or a piece of one of these words. Most sentences have neither.
_HINTS = ("day", "week", "month", "year", "tonight", "tomorrow")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Words that name a day, a month, a week or a year."""

    span: Span
    """Code points into the text."""
    value: str
    """ISO 8601, as precise as the words: `2025-08-15`, `2025-W33`, `2025-08`, `2025`."""


def find_dates(text: str, within: Span, *, relative_to: date | None) -> Iterator[DateExpression]:
    """Yield the dates in a stretch of `text`; those counted from today only where that is known.

    A weekday is the most recent such day, as news prose means it; "next Friday" the first to
    come. A day without a year is the one nearest to `relative_to`.
    """
    words = within.of(text)
    if not has_digit(words) and not any(map(words.lower().__contains__, _HINTS)):
        return
    for found in _EXPRESSION.finditer(text, within.start, within.end):
        try:
            value = _value(found, relative_to)
        except OverflowError:  # before the first day that a date can be, or behind the last
            continue
        if value:
            start = found.start("y4") if found["y4"] else found.start()
            yield DateExpression(span=Span(start, found.end()), value=value)


def _value(found: re.Match[str], today: date | None) -> str | None:
    if found["iso"]:
        return _valid(found["iso"])
    if found["y4"]:
        return found["y4"]
    if found["y3"]:
        return f"{found['y3']}-{month_number(found['m2']):02}" if found["m2"][0].isupper() else None
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if found[day]:
            if found[month][0].islower() and month_number(found[month]) in (3, 5) and not found[year]:
                return None
            return _day(int(found[day]), month_number(found[month]), found[year], today)
    if today is None:
        return None
    if found["near"]:
        return (today + timedelta(days=_NEAR[fold(found["near"])])).isoformat()
    if found["weekday"]:
        return _weekday(_WEEKDAYS.index(fold(found["weekday"])), fold(found["which"] or ""), today)
    return _turn(fold(found["turn"]), fold(found["unit"]), today)


def _valid(iso: str) -> str | None:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return None


def _day(day: int, month: int, year: str | None, today: date | None) -> str | None:
    if year:
        return _valid(f"{year}-{month:02}-{day:02}")
    if today is None:
        return None
    near = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(candidate, month, day))
        except ValueError:
            continue
    return min(near, key=lambda it: abs((it - today).days)).isoformat() if near else None


def _weekday(weekday: int, which: str, today: date) -> str:
    back = (today.weekday() - weekday) % 7
    if which in ("next", "coming"):
        return (today + timedelta(days=(weekday - today.weekday()) % 7 or 7)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


def _turn(turn: str, unit: str, today: date) -> str:
    step = {"last": -1, "this": 0, "next": 1}[turn]
    if unit == "year":
        return str(today.year + step)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    year, week, _ = (today + timedelta(weeks=step)).isocalendar()
    return f"{year}-W{week:02}"
