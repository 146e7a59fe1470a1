"""Years, decades and centuries, told from other numbers by the words beside them."""

from __future__ import annotations

import re

from digest.analysis.dates.calendar import year_of
from digest.analysis.dates.words import Found, Place
from digest.text.anchors import next_word, word_before
from digest.text.lexicons import lexicon
from digest.text.tokens import GENITIVE_S

_LEXICON = lexicon("dates")
_RANGE = re.compile(r"[-–/](?P<last>\d{4}|\d{2})(?![\w-]|[.,]\d)")
_ENDS = re.compile(r"(?![\w%°$€£]|[.,:/]\d|[-–]\w)(?:['’]s\b)?")
_CENTURY = re.compile(r"(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]century\b")
_CHAIN = re.compile(r"(?:1\d|20)\d\d(?:,|,?\s+(?:and|or|to|through|until)|\s+[-–])\s+\Z")
_CHAIN_AHEAD = re.compile(r"\s+(?:[-–]|to|through)\s+(?:1[89]|20)\d\d(?![\w%-]|[.,:]\d)")
_CAPITALISED = re.compile(r"[A-Z][\w’'.-]{0,60}\s\Z")
_STANDS_ALONE = re.compile(r"\s*(?:[.,;:)]|\Z)")
_EARLIEST, _LATEST = 1900, 2099
"""Years that need no preposition before them."""


def find_century(place: Place) -> Found | None:
    """The hundred years of `the 20th century`, as an interval."""
    found = _CENTURY.match(place.text, place.start, place.within.end)
    number = int(found["number"]) if found else 0
    if not found or not 1 <= number <= 21:
        return None
    return place.start, found.end(), f"{year_of(number * 100 - 99)}/{year_of(number * 100)}"


def find_year(place: Place) -> Found | None:
    """A year, a decade, or years joined by a dash: `in 1987`, `the 1990s`, `2017/18`."""
    text, start, end, within, _ = place
    year = int(place.word)
    if year % 10 == 0 and text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
        return (start, end + 1, f"{year}/{year + 9}") if 1600 <= year <= _LATEST else None
    if found := _RANGE.match(text, end, within.end):
        return _years(place, year, found)
    ends = _ENDS.match(text, end, within.end)
    if not ends or not ((ends.group() and _EARLIEST <= year <= _LATEST) or _is_year(place, year)):
        return None
    return start, ends.end(), year_of(year)


def _years(place: Place, first: int, found: re.Match[str]) -> Found | None:
    last = int(found["last"]) if len(found["last"]) == 4 else first - first % 100 + int(found["last"])
    if not (1500 <= first < last <= _LATEST) or (found.group()[0] == "/" and last != first + 1):
        return None
    if _counts(next_word(place.text, found.end(), place.within.end)):
        return None
    return place.start, found.end(), f"{first}/{last}"


def _is_year(place: Place, year: int) -> bool:
    text, start, end, within, _ = place
    behind = next_word(text, end, within.end)
    small = behind.lower()
    if small in _LEXICON["measured"]:
        return False
    before, at = word_before(text, start, within.start)
    if before in _LEXICON["in_a_year"]:
        return year >= _EARLIEST or small not in _LEXICON["beings"]
    if _counts(behind):
        return False
    if (joined := _CHAIN_AHEAD.match(text, end, within.end)) and not _counts(next_word(text, joined.end(), within.end)):
        return year >= 1800
    if _CHAIN.search(text, max(within.start, start - 16), start):
        return True
    if before in _LEXICON["near_a_year"] or before.endswith(GENITIVE_S):
        return year >= 1800 and (year >= _EARLIEST or before in ("by", "from", "before", "after", "between"))
    if not _EARLIEST <= year <= _LATEST:
        return False
    if text[start - 1 : start] in "([–-" and start > within.start:
        return True
    if start == within.start:
        return small in ("was", "is", "has", "will", "saw", "began", "ended")
    if before.endswith(",") and _STANDS_ALONE.match(text, end, within.end):
        return True
    named = _CAPITALISED.search(text, max(within.start, at - 1), start)
    return named is not None and before.rstrip(".") not in _LEXICON["numbered"]


def _counts(behind: str) -> bool:
    """Whether the word behind a number is what it counts."""
    small = behind.lower()
    if small in _LEXICON["measured"] or small in _LEXICON["beings"]:
        return True
    return (
        behind[:1].islower() and small.endswith("s") and not small.endswith("ss") and small not in _LEXICON["of_a_year"]
    )
