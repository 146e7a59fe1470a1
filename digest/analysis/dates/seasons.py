"""Seasons, quarters and halves of a year."""

from __future__ import annotations

import re

from digest.analysis.dates.calendar import FIRST_QUARTER, SEASONS, year_of
from digest.analysis.dates.tense import looks_ahead
from digest.analysis.dates.units import TURNS
from digest.analysis.dates.words import Found, Place
from digest.text.anchors import word_before
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_LEXICON = lexicon("dates")
_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3}
SHORT_HALVES = ("H1", "H2")
SHORT_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_OF_YEAR = re.compile(r",?\s+(?P<of>of\s+)?(?P<year>(?:1[89]|20)\d\d)(?![\w%]|[.,]\d)")
_TURNED_YEAR = re.compile(r"\s+of\s+(?P<turn>last|this|next)\s+year\b")


def find_season(place: Place) -> Found | None:
    """`spring 2024`, `the summer of 2023`, `last autumn`; no winter without a year, as it lies in two."""
    text, start, end, within, today = place
    number = SEASONS[place.word.lower()]
    before, at = word_before(text, start, within.start)
    found = _OF_YEAR.match(text, end, within.end)
    if found:
        if found["of"] and place.word == "fall" and word_before(text, at, within.start)[0] not in _LEXICON["in_a_year"]:
            return None  # "after the fall of 1989"
        return start, found.end(), f"{found['year']}-{number}"
    if number == SEASONS["winter"]:
        return None
    if turned := _TURNED_YEAR.match(text, end, within.end):
        return (start, turned.end(), f"{year_of(today.year + TURNS[turned['turn']])}-{number}") if today else None
    if today is None or before not in ("this", "last", "next", "the"):
        return None
    last_month = 3 * (number - SEASONS["spring"]) + 5
    if before == "the":
        earlier, _ = word_before(text, at, within.start)
        if earlier not in ("in", "by", "until") or looks_ahead(text, Span(start, end), within) <= 0:
            return None
        return start, end, f"{year_of(today.year + (last_month < today.month))}-{number}"
    if before == "this":
        return at, place.with_genitive, f"{year_of(today.year)}-{number}"
    if before == "next":  # "Next autumn" in the spring is either the one that comes first or the one behind it.
        passed = last_month - 2 <= today.month
        return (at, place.with_genitive, f"{year_of(today.year + 1)}-{number}") if passed else None
    # "Last summer" in the autumn is either the one that has just gone or the one before it.
    return (at, place.with_genitive, f"{year_of(today.year - 1)}-{number}") if today.month <= last_month else None


def find_quarter(place: Place) -> Found | None:
    """`the third quarter of 2025`, `Q3 2025`, `the first quarter of this year`."""
    text, start, end, within, today = place
    found = _OF_YEAR.match(text, end, within.end)
    before, at = (place.word[1], start) if place.word in SHORT_QUARTERS else word_before(text, start, within.start)
    number = int(before) - 1 if before.isdecimal() else _QUARTERS.get(before)
    if number is None or number > 3:
        return None
    if found:
        return at, found.end(), f"{found['year']}-{FIRST_QUARTER + number}"
    turned = _TURNED_YEAR.match(text, end, within.end)
    if turned and today:
        return at, turned.end(), f"{year_of(today.year + TURNS[turned['turn']])}-{FIRST_QUARTER + number}"
    return None


def find_half(place: Place) -> Found | None:
    """`the first half of 2026`, `H2 2025`, as an interval of months."""
    text, start, end, within, today = place
    before, at = ("", start) if place.word in SHORT_HALVES else word_before(text, start, within.start)
    first = place.word == "H1" or before == "first"
    if not first and before not in ("second", "latter") and place.word != "H2":
        return None
    if found := _OF_YEAR.match(text, end, within.end):
        year, last = found["year"], found.end()
    elif today and (turned := _TURNED_YEAR.match(text, end, within.end)):
        year, last = year_of(today.year + TURNS[turned["turn"]]), turned.end()
    else:
        return None
    return at, last, f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12"
