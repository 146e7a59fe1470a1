"""Timestamps, the dates and times that pages print: `Published 3:45 PM EDT, Fri August 15, 2025`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import groupby
from operator import itemgetter

from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import Span


def fold(word: str) -> str:
    """A word as the tables here know it: small letters without accents, `ſ` and dotless `ı` as `s` and `i`."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("ı", "i"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


_MONTHS = {
    fold(name): number
    for number, names in enumerate((lexicon("months")[str(number)] for number in range(1, 13)), start=1)
    for name in names
}
# Hours from UTC of the zone names that newspapers print.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "ict": 7, "aest": 10, "aedt": 11,
}  # fmt: skip

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A day of the week in English, as a regular expression."""
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMES = sorted({name.lower() for names in lexicon("months").values() for name in names})
MONTH_NAMES = "|".join(
    rf"{letter}(?:{'|'.join(re.escape(name[1:]) for name in sorted(names, key=len, reverse=True))})"
    for letter, names in groupby(_NAMES, key=itemgetter(0))
)
"""The month names that are known, as alternatives of a regular expression that asks each first letter only once."""

_DATE = seldom(
    rf"""(?<![\w.])(?:
        (?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})
      | (?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?(?P<y4>\d{{4}})
      | (?P<mon2>{MONTH_NAMES})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})
      | (?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?:\s+(?:de\s+)?|-)(?P<mon3>{MONTH_NAMES})(?:\.?,?\s+(?:de\s+)?|-)(?P<y3>\d{{4}})
      | (?P<one>\d{{1,2}})/(?P<other>\d{{1,2}})/(?P<y5>\d{{4}})
    )(?!\d(?!\d?:\d\d))""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = seldom(
    r"""(?<![\d:])(?P<h>\d{1,2})(?::(?P<min>\d{2}))(?::(?P<s>\d{2}))?
        \s*(?P<half>[ap]\.?m\b\.?)?
        \s*(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b|\(?[A-Z]{3,4}\b)?""",
    re.VERBOSE | re.IGNORECASE,
)

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A date, with the time where the zone is known too."""

    span: Span
    day: date
    moment: datetime | None = None
    """The aware date and time; None where the text gives no time, or a time without a zone."""

    @property
    def iso(self) -> str:
        """ISO 8601: `2025-08-15`, or `2025-08-15T15:45:00-04:00` where the moment is known."""
        return self.moment.isoformat() if self.moment else self.day.isoformat()


def in_words(value: str) -> str:
    """ISO 8601 as an editor would print it: `15 August 2025`, `August 2025`, `the week of 11 August 2025`.

    An interval is `1 May 2025 to 3 May 2025`; seasons and quarters have the numbers that ISO 8601-2:2019
    (4.8) gives them instead of a month's: `2025-22` is `summer 2025`, `2025-33` `the first quarter of 2025`.
    """
    if "/" in value:
        return " to ".join(map(in_words, value.split("/")))
    if "W" in value:
        year, week = value.split("-W")
        return f"the week of {in_words(date.fromisocalendar(int(year), int(week), 1).isoformat())}"
    year, *rest = value.split("-")
    if not rest:
        return year
    month = int(rest[0])
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if month in _QUARTERS:
        return f"the {_QUARTERS[month]} quarter of {year}"
    return " ".join([*(str(int(day)) for day in rest[1:]), ENGLISH_MONTHS[month - 1], year])


def month_number(name: str) -> int:
    """The month, 1 to 12, that one of `MONTH_NAMES` names."""
    return _MONTHS[fold(name)]


def find_timestamp(text: str) -> Timestamp | None:
    """The first calendar date in `text`, joined with a time beside it; None if there is none.

    Impossible dates such as "31 February 2024" are not dates, nor is "06/05/2024", which is two.
    """
    for found in _DATE.finditer(text):
        if found["y5"]:
            day = _slashed(int(found["y5"]), int(found["one"]), int(found["other"]))
            if day is None:
                continue
            return Timestamp(Span(*found.span()), day, _moment(text, day))
        year = int(found["y1"] or found["y2"] or found["y3"] or found["y4"])
        numbered = found["m1"] or found["m4"]
        month = int(numbered) if numbered else month_number(found["mon2"] or found["mon3"])
        try:
            day = date(year, month, int(found["d1"] or found["d2"] or found["d3"] or found["d4"]))
        except ValueError:
            continue
        return Timestamp(Span(*found.span()), day, _moment(text, day))
    return None


def _slashed(year: int, one: int, other: int) -> date | None:
    """The day of `06/24/2026`, or of `24/06/2026`; None where either number could be the month's."""
    days = set()
    for month, day in ((one, other), (other, one)):
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else None


def _moment(text: str, day: date) -> datetime | None:
    found = _TIME.search(text)
    if not found or not found["zone"]:
        return None
    offset = zone_offset(found["zone"].strip("(").lower())
    if offset is None:
        return None
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    try:
        return datetime(
            day.year, day.month, day.day, hour, int(found["min"]), int(found["s"] or 0), tzinfo=timezone(offset)
        )
    except ValueError:
        return None


def zone_offset(zone: str) -> timedelta | None:
    """How far a zone is from UTC, by its name in small letters or as `+02:00`; None where it is not known."""
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        return timedelta(minutes=-minutes if zone[0] == "-" else minutes)
    return None
