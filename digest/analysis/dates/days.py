"""Days and months by name and number, such as "3 May 2025", "May 3-5" and "early March"."""

from __future__ import annotations

import re
from datetime import date

from digest.analysis.dates.calendar import day_of, month_of, nearest_day, nearest_month
from digest.analysis.dates.tense import looks_ahead
from digest.analysis.dates.words import MONTH, MONTHS, YEAR, Found, Place
from digest.text.anchors import next_word, word_before
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.timestamps import MONTH_NAMES, month_number

_LEXICON = lexicon("dates")
_TH = r"(?:st|nd|rd|th)?"
_UNTIL = r"(?:\s?[-–]\s?|\s+to\s+)"
_DAY_AND_MONTH = re.compile(
    rf"""(?P<day>\d{{1,2}}){_TH}(?:{_UNTIL}(?P<to>\d{{1,2}}){_TH})?\s+(?:of\s+)?(?P<month>{MONTH})\b(?!['’-])
        (?:\.?,?\s+(?P<year>{YEAR}))?""",
    re.VERBOSE,
)
_BEHIND_MONTH = re.compile(
    rf"""\.?(?:\s+(?P<day>\d{{1,2}}){_TH}(?:\s?[-–]\s?(?P<to>\d{{1,2}}){_TH})?(?![\w:%]|[.,]\d|[-–/]\d)
        (?:,?\s+(?P<year>{YEAR}))? | ,?\s+(?:of\s+)?(?P<only>{YEAR}))""",
    re.VERBOSE,
)
# "From January 23 to March 9, 2014": the year is said once.
_SHARED_YEAR = re.compile(
    rf"\s*(?:[-–—]|to|through|until|and|or)\s+(?:\d{{1,2}}{_TH}\s+)?(?P<month>{MONTH})\.?(?:\s+\d{{1,2}}{_TH})?,?\s+(?P<year>{YEAR})"
)
_FOREIGN = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\.|er)?\s+(?:de\s+)?(?P<month>{MONTH_NAMES})\.?\s+(?:del?\s+)?(?P<year>{YEAR})",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:1[89]|20)\d\d)(?![\w/.-]*\d)"
)
_MONTH_BEFORE = re.compile(rf"\b{MONTH}\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?,?\s+(?:and|or|to|through)\s+\Z")
_TURN = re.compile(r",?\s+(?:of\s+)?(?P<turn>last|this|next)\s+year\b")
_TURNS = {"last": -1, "this": 0, "next": 1}
# A day that is known by what happened on it in one year only.
_EVENT = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:attacks?|hijack\w*|atrocit\w+|riots?|insurrection|assault|massacres?|terror\w*|memorial|museum)\b"
)
# "The Nov. 13 Paris attacks" have been.
_HAPPENED = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:attacks?|bombings?|shootings?|massacres?|killings?|crash|raids?|quakes?|earthquake|explosions?|blasts?|fire|coup)\b"
)
_MONTH_BEHIND = re.compile(rf"\s+(?:and|to|through|until)\s+{MONTH}\b")
_UNTIL_THEN = re.compile(r"\b(?:until|till)\s\Z")
_STRETCHES = frozenset(["half", "months", "quarter", "weeks", "year"])
"""What closes with a month: "the six months to June"."""
_BESIDE = 20
"""Characters; a verb so near to a day tells of that day."""
_FAMOUS = {(9, 11), (1, 6), (10, 7)}
_MONTH_NAME = re.compile(rf"{MONTH}\b(?=\.?\s+\d)")


def find_day(place: Place) -> Found | None:
    """A day that begins with its number: `3 May 2025`, `17-28 July`, `13/05/2025`."""
    text, start, ceiling = place.text, place.start, place.within.end
    found = _DAY_AND_MONTH.match(text, start, ceiling)
    if found:
        return _named_day(place, found, MONTHS[found["month"]], start)
    if found := _NUMERIC.match(text, start, ceiling):
        day, month = int(found["first"]), int(found["second"])
        if found["mark"] == "/":
            if month > 12:
                day, month = month, day
            if day <= 12 and day != month:
                return None
        return start, found.end(), day_of(int(found["year"]), month, day) or ""
    if found := _FOREIGN.match(text, start, ceiling):
        return start, found.end(), day_of(int(found["year"]), month_number(found["month"]), int(found["day"])) or ""
    return None


def find_month(place: Place) -> Found | None:
    """A day or a month that begins with the month's name: `May 3, 2025`, `May 3-5`, `May 2025`, `in May`."""
    text, start, ceiling = place.text, place.start, place.within.end
    month = MONTHS[place.word]
    found = _BEHIND_MONTH.match(text, place.end, ceiling)
    if found and found["only"]:
        return start, found.end(), month_of(int(found["only"]), month)
    before, at = word_before(text, start, place.within.start)
    if found and (found["year"] or before != "in"):
        return _named_day(place, found, month, start)
    return _bare_month(place, month, before, at)


def day_behind(text: str, start: int, within: Span, today: date | None) -> Found | None:
    """The day that stands at `start`, be its number or its month first."""
    if text[start : start + 1].isdigit():
        return find_day(Place(text, start, start, within, today))
    named = _MONTH_NAME.match(text, start, within.end)
    return find_month(Place(text, start, named.end(), within, today)) if named else None


def _named_day(place: Place, found: re.Match[str], month: int, start: int) -> Found | None:
    year = found["year"]
    shared = None if year else _SHARED_YEAR.match(place.text, found.end(), place.within.end)
    first, last = int(found["day"]), int(found["to"] or 0)
    turned = None if year or shared else _turned(place, found.end())
    if year:
        value, until = day_of(int(year), month, first), day_of(int(year), month, last) if last else None
    elif shared:
        known = int(shared["year"]) - (MONTHS[shared["month"]] < month)
        value, until = day_of(known, month, first), day_of(known, month, last) if last else None
    elif turned:
        value, until = day_of(turned[0], month, first), day_of(turned[0], month, last) if last else None
    elif place.today is None or ((month, first) in _FAMOUS and _EVENT.match(place.text, found.end(), place.within.end)):
        return None
    else:
        gone = _HAPPENED.match(place.text, found.end(), place.within.end)
        ahead = -1 if gone else looks_ahead(place.text, Span(start, found.end()), place.within, back=_BESIDE)
        if ahead < 0 and not gone and _UNTIL_THEN.search(place.text, max(place.within.start, start - 8), start):
            ahead = 0  # "They remained on bail until July 18"
        value = nearest_day(month, first, place.today, ahead=ahead)
        until = day_of(int(value[:4]), month, last) if value and last else None
    if value is None or (last and (until is None or until <= value)):
        return start, found.end(), ""
    return start, turned[1] if turned else found.end(), f"{value}/{until}" if until else value


def _turned(place: Place, at: int) -> tuple[int, int] | None:
    """The year that "last year" behind a day or a month is, and where those words end."""
    found = _TURN.match(place.text, at, place.within.end) if place.today else None
    return (place.today.year + _TURNS[found["turn"]], found.end()) if found and place.today else None


def _bare_month(place: Place, month: int, before: str, at: int) -> Found | None:
    text, start, end, within, today = place
    if text[end : end + 1] in ("'", "’", "-") or (text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()):
        return None
    half = text[max(within.start, start - 4) : start].lower()
    mid = half == "mid-"
    joined = _MONTH_BEHIND.match(text, end, within.end) is not None and before in ("between", "from")
    plain = mid or joined or before in _LEXICON["plain_before_a_month"]
    closing = before == "to" and word_before(text, at, place.within.start)[0] in _STRETCHES
    if (
        not plain
        and not closing
        and before not in _LEXICON["before_a_month"]
        and not _MONTH_BEFORE.search(text, max(within.start, start - 30), start)
    ):
        return None
    if not plain and (month == 5 or next_word(text, end, within.end)[:1].isupper()):
        return None
    shared = _SHARED_YEAR.match(text, end, within.end)
    if turned := _turned(place, end):
        return start, turned[1], month_of(turned[0], month)
    if shared:
        return start, end, month_of(int(shared["year"]) - (MONTHS[shared["month"]] < month), month)
    if today is None:
        return None
    if before in ("last", "next", "this"):
        gap = (today.month - month) % 12
        months = {"last": -(gap or 12), "next": 12 - gap, "this": month - today.month}[before]
        return at, end, month_of(today.year, today.month + months)
    ahead = -1 if closing else looks_ahead(text, Span(start, end), within)
    return start, end, nearest_month(month, today, ahead=ahead)
