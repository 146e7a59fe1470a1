"""Days, weeks, months, years and decades that are counted from the day of publication."""

from __future__ import annotations

import re

from digest.analysis.dates.calendar import counted_from, last_day_of, stretch_before
from digest.analysis.dates.tense import looks_ahead
from digest.analysis.dates.words import MONTH, NUMBERS, YEAR, Found, Place
from digest.text.anchors import word_before
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_LEXICON = lexicon("dates")
UNITS = ("day", "week", "month", "year", "decade")
TURNS = {"last": -1, "this": 0, "next": 1}

_BEHIND = re.compile(r"\s+(?:(?P<ago>ago)|from\s+now)\b|['’]?s?['’]?\s+time\b")
_OF = re.compile(r"\s+of\b")
_BY_THE_END_OF = re.compile(r"(?:\b[Bb]y|[Bb]efore|[Uu]ntil)\s+(?P<end>the\s+end)\s+of\s+\Z")
_MONTH_OR_YEAR = re.compile(rf"\b(?:{MONTH}\b|{YEAR})")
_DEADLINE_WORDS = 32
"""Characters that "before the end of" may take."""
_REACH = 140
"""Characters before a deadline in which another month or year may be named."""


def find_unit(place: Place) -> Found | None:
    """`last week`, `this month`, `the past year`, `two weeks ago`, `by the end of the year`."""
    text, start, end, within, today = place
    if today is None:
        return None
    unit = place.word.removesuffix("s")
    before, at = word_before(text, start, within.start)
    if not before or text[end : end + 1] == "-":
        return None
    behind = _BEHIND.match(text, end, within.end)
    if behind or place.word.endswith("s"):
        return _counted(place, unit, before, at, behind)
    if before in ("last", "past"):
        earlier, opening = word_before(text, at, within.start)
        if earlier == "the":
            return None if _OF.match(text, end) else (opening, end, stretch_before(today, 1, unit))
        if before == "past":
            return (opening, end, counted_from(today, -1, unit)) if earlier == "this" and unit != "day" else None
    if before in ("the", "this") and unit in ("month", "year") and (deadline := _deadline(place, unit, at)):
        return deadline
    if before in TURNS and unit != "day":
        if before != "this" and word_before(text, at, within.start)[0] == "the":
            return None
        return at, place.with_genitive, counted_from(today, TURNS[before], unit)
    return None


def _counted(place: Place, unit: str, before: str, at: int, behind: re.Match[str] | None) -> Found | None:
    """`two weeks ago`, `in two weeks`, `the past two weeks`."""
    text, _, end, within, today = place
    number = NUMBERS.get(before) or (int(before) if before.isdecimal() and len(before) < 4 else None)
    if number is None or today is None:
        return None
    earlier, opening = word_before(text, at, within.start)
    if behind:
        if earlier in _LEXICON["vague"]:
            return None
        if behind["ago"] or earlier == "in" or "now" in behind.group():
            return at, behind.end(), counted_from(today, -number if behind["ago"] else number, unit)
        return None
    if earlier == "last" and _OF.match(text, end, within.end):
        return None  # "the last five months of her life"
    if earlier in ("past", "last", "previous") and unit != "decade":
        return opening, end, stretch_before(today, number, unit)
    if earlier == "in" and number > 1 and unit != "decade" and _lies_ahead(place, opening):
        return opening, end, counted_from(today, number, unit)
    return None


def _deadline(place: Place, unit: str, at: int) -> Found | None:
    """`by the end of the year`, where nothing before names another, and no verb tells that it has been."""
    text, _, end, within, today = place
    found = _BY_THE_END_OF.search(text, max(within.start, at - _DEADLINE_WORDS), at)
    if today is None or not found or place.with_genitive > end:
        return None
    if _MONTH_OR_YEAR.search(text, max(within.start, at - _REACH), at):
        return None
    if looks_ahead(text, Span(found.start(), end), within) < 0:
        return None
    return found.start("end"), end, last_day_of(today, unit).isoformat()


def _lies_ahead(place: Place, opening: int) -> bool:
    """Whether "in two weeks" tells when something will be; "for the first time in two weeks" does not."""
    text, _, end, within, _ = place
    verb, _ = word_before(text, opening, within.start)
    if verb in ("time", "since") or verb.endswith("st") or verb == "twice":
        return False
    return looks_ahead(text, Span(opening, end), within) > 0
