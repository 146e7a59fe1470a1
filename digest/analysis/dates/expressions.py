"""Expressions of time, as they stand in English prose; dates in full are known in other languages too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from digest.analysis.dates.calendar import (
    SEASONS,
    day_of,
    weekend_of,
)
from digest.analysis.dates.days import day_behind, find_day, find_month
from digest.analysis.dates.ranges import stretch_between
from digest.analysis.dates.seasons import SHORT_HALVES, SHORT_QUARTERS, find_half, find_quarter, find_season
from digest.analysis.dates.tense import looks_ahead, points_to
from digest.analysis.dates.units import UNITS, find_unit
from digest.analysis.dates.words import MONTHS, Found, Place
from digest.analysis.dates.years import find_century, find_year
from digest.text.anchors import Anchor, find_anchors, next_word, word_before
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.tokens import find_words

_LEXICON = lexicon("dates")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")

_WEEK_LATER = re.compile(r"\sweek(?=[.,;:)]|\s(?:in|at|to|and|when|with)\b|\Z)")
_A_WEEK = re.compile(r"\b[Aa] week (?:on|from) \Z")
_POSSESSIVE_DAY = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?['’]s\b")
_BEYOND = re.compile(r"\b[Tt]he day (?P<side>before|after)\s\Z")
_LONGEST_BEYOND = 16
_PRESENT = r"(?:children|generations?|money|pupils|prices|problems|society|standards|students|teenagers|teens|world|young|youngsters|youth)"
_NOWADAYS = re.compile(
    r"\b(?:are (?:still |widely |commonly |mostly |mainly )?(?:sold|used|spoken|worn|practised|practiced|grown|eaten|taught)"
    r"|(?:is|are) (?:still |widely |commonly |best |mostly |perhaps best )?known|still (?:exists?|stands?|survives?|used|in use)"
    rf"|(?:exists?|survives?)|we (?:know|use) (?:it|them)|{_PRESENT} of) \Z"
)
_OF_THE_PRESENT = re.compile(rf"['’]s (?:[a-z]+ )?{_PRESENT}\b")
_LONGEST_NOWADAYS = 32
_RELATED = re.compile(r"\s+(?:of|before|after|following|prior)\b")
_ISO = re.compile(r"\d{4}-(\d\d)-(\d\d)(?![\d-])")
_DATE_BEHIND = re.compile(r",?\s+(?:the\s+)?(?=[\dA-Z])")
_TITLE = re.compile(rf" (?:Night (?:Live|Football)|{'|'.join(sorted(_LEXICON['titles']))})\b")
_OPENING = 4
"""Characters before a weekday that opens its sentence."""
_MEETINGS, _GONE = _LEXICON["meetings"], _LEXICON["gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Words that name a day, a week, a month, a year, or a stretch of them."""

    span: Span
    """Code points into the text; modifiers such as "early" and "late" are left outside."""
    value: str
    """ISO 8601, as precise as the words: `2025-08-15`, `2025-W33`, `2025-08`, `2025`.

    What has two ends is an interval, `2025-08-15/2025-08-17`: a weekend, "17-28 July", "28 July to 3 August", "2017/18",
    "the 1990s", "the past week", "the first half of 2025". Seasons and quarters are numbered as in ISO 8601-2: `2025-22`
    is summer, `2025-33` the first quarter. What is to be done "by the end of the year" is so by its last day.
    """


def find_dates(
    text: str, within: Span, *, relative_to: date | None, anchors: Iterable[Anchor] | None = None
) -> Iterator[DateExpression]:
    """Yield the dates in a stretch of `text`, in order; those counted from today only where that is known.

    A weekday is the most recent such day, as news prose means it, unless the clause tells what is to come. A day
    or a month without a year is the one nearest to `relative_to`, or the one that the clause looks to. What could be
    more than one day, and what the calendar does not know, is left out.

    Args:
        text: the whole.
        within: the stretch, a sentence at best.
        relative_to: the day of publication.
        anchors: the stretch's anchors by `DATE_FORMS`, and perhaps others, where they are known.
    """
    last: DateExpression | None = None
    for found in _single_dates(text, within, relative_to, anchors):
        if last and (stretch := stretch_between(text, last.span, found.span, (last.value, found.value), within)):
            last = DateExpression(span=Span(last.span.start, found.span.end), value=stretch)
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _single_dates(
    text: str, within: Span, relative_to: date | None, anchors: Iterable[Anchor] | None
) -> Iterator[DateExpression]:
    taken = within.start
    if anchors is None:
        (anchors,) = find_anchors(text, [(within, find_words(within.of(text)))], DATE_FORMS)
    for start, end in anchors:
        if start < taken or (start > within.start and not _begins_a_word(text, start)):
            continue
        rule = _RULES.get(text[start:end]) or (find_number if text[start].isdigit() else None)
        if rule is None:
            continue
        place = Place(text, start, end, within, relative_to)
        try:
            found = rule(place)
        except OverflowError:  # before the first day that a date can be, or behind the last
            continue
        if found and found[0] >= taken:
            taken = found[1]
            if found[2]:
                yield DateExpression(span=Span(found[0], taken), value=found[2])


def _begins_a_word(text: str, start: int) -> bool:
    before = text[start - 1]
    if before in "-–":
        # "mid-March", "28 July–3 August", "1963-66"; "the Sept-11" is none.
        return (
            text[max(0, start - 4) : start - 1].lower() in ("mid", "pre", "ost")
            or text[start - 2 : start - 1].isdigit()
        )
    return not (before.isalnum() or before in "_.,:/$€£¥#'’")


def find_number(place: Place) -> Found | None:
    """What begins with a number: a day, a year, a century."""
    word, text = place.word, place.text
    if len(word) == 4:
        if text[place.end : place.end + 1] == "-" and (found := _ISO.match(text, place.start, place.within.end)):
            return place.start, found.end(), day_of(int(word), int(found[1]), int(found[2])) or ""
        return find_year(place) if 1000 <= int(word) <= 2199 else None
    if len(word) > 2:
        return None
    return find_day(place) or find_century(place)


def _near(place: Place) -> Found | None:
    if place.today is None or _is_of_name(place) or _is_counted_from(place) or _is_nowadays(place):
        return None
    days, start = _NEAR[place.word.lower()], place.start
    if beyond := _BEYOND.search(place.text, max(place.within.start, start - _LONGEST_BEYOND), start):
        days, start = days + (-1 if beyond["side"] == "before" else 1), beyond.start()
    return start, place.with_genitive, (place.today + timedelta(days=days)).isoformat()


def _is_counted_from(place: Place) -> bool:
    """Whether a day only says from when a time is counted: "ten years ago today", "a year ago Friday"."""
    return place.text[max(place.within.start, place.start - 4) : place.start].rstrip() == "ago"


def _is_nowadays(place: Place) -> bool:
    """Whether "today" means these times rather than a day: "most that are sold today", "today’s young people"."""
    text, start, end, within, _ = place
    if place.word not in ("today", "Today"):
        return False
    if place.with_genitive > end:
        return _OF_THE_PRESENT.match(text, end, within.end) is not None
    return _NOWADAYS.search(text, max(within.start, start - _LONGEST_NOWADAYS), start) is not None


def _is_of_name(place: Place) -> bool:
    """Whether a word with a capital stands inside a sentence, as in the name of a paper: "Harbour Today"."""
    return place.word[0].isupper() and place.text[place.within.start : place.start].rstrip()[-1:].isalnum()


def _weekday(place: Place) -> Found | None:
    text, start, end, within, today = place
    if _is_counted_from(place):
        return None
    if found := _DATE_BEHIND.match(text, end, within.end):
        full = day_behind(text, found.end(), within, today)
        if full:
            return start, full[1], full[2]
    before, at = word_before(text, start, within.start)
    if today is None or before in _LEXICON["no_single_day"] or text[end : end + 1] == "-":
        return None
    if text[end : end + 1] == " " and _TITLE.match(text, end, within.end):
        return None
    weekday = _WEEKDAYS.index(place.word.capitalize())
    behind, ahead = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    if before == "coming" or (before == "next" and word_before(text, at, within.start)[0] == "the"):
        return at, place.with_genitive, (today + timedelta(days=ahead or 7)).isoformat()
    if before == "next":  # of the next week, as what is nearer is "Thursday" or "this Thursday"
        return at, place.with_genitive, (today + timedelta(days=7 - today.weekday() + weekday)).isoformat()
    if later := _WEEK_LATER.match(text, end, within.end):
        return start, later.end(), (today + timedelta(days=(ahead or 7) + 7)).isoformat()
    if before in ("on", "from") and (week := _A_WEEK.search(text, max(within.start, start - _LONGEST_BEYOND), start)):
        return week.start(), end, (today + timedelta(days=(ahead or 7) + 7)).isoformat()
    if before == "last":
        return at, place.with_genitive, (today - timedelta(days=behind or 7)).isoformat()
    tense = looks_ahead(text, Span(start, end), within)
    possessive = _POSSESSIVE_DAY.match(text, end, within.end)
    if before == "this":
        days = -behind if tense < 0 else ahead
        return at, place.with_genitive, (today + timedelta(days=days)).isoformat()
    if not possessive and ((before == "from" and tense == 0) or points_to(text, start, within.start)):
        comes = tense >= 0 or before in ("to", "for")
    elif possessive and start - within.start < _OPENING:
        comes = tense > 0 and next_word(text, possessive.end(), within.end) in _MEETINGS
    else:
        comes = tense > 0 and not (possessive and next_word(text, possessive.end(), within.end) in _GONE)
    return start, place.with_genitive, (today + timedelta(days=ahead if comes else -behind)).isoformat()


def _part_of_day(place: Place) -> Found | None:
    before, at = word_before(place.text, place.start, place.within.start)
    if place.today is None or before != ("last" if place.word == "night" else "this"):
        return None
    return at, place.with_genitive, (place.today - timedelta(days=place.word == "night")).isoformat()


def _weekend(place: Place) -> Found | None:
    text, start, end, within, today = place
    before, at = word_before(text, start, within.start)
    if today is None or before not in ("this", "last", "next", "the"):
        return None
    comes = today + timedelta(days=5 - today.weekday()) if today.weekday() < 6 else today - timedelta(days=1)
    gone = comes if today.weekday() > 4 and before != "last" else comes - timedelta(weeks=1)
    if before in ("last", "next"):
        return at, place.with_genitive, weekend_of(gone if before == "last" else comes + timedelta(weeks=1))
    tense = looks_ahead(text, Span(at, end), within)
    if before == "the":
        earlier, _ = word_before(text, at, within.start)
        if (
            _RELATED.match(text, end, within.end)
            or earlier not in ("over", "at", "during", "on", "throughout")
            or tense == 0
        ):
            return None
    elif tense == 0 and today.weekday() < 4:
        return None
    return (
        (at if before == "this" else start),
        place.with_genitive,
        weekend_of(comes if tense > 0 or (today.weekday() == 4 and before == "this") else gone),
    )


_RULES: dict[str, Callable[[Place], Found | None]] = {
    **dict.fromkeys((*_NEAR, *map(str.capitalize, _NEAR)), _near),
    **dict.fromkeys((*_WEEKDAYS, *map(str.upper, _WEEKDAYS)), _weekday),
    **dict.fromkeys(MONTHS, find_month),
    **dict.fromkeys((*UNITS, *(f"{unit}s" for unit in UNITS)), find_unit),
    **dict.fromkeys(_PARTS_OF_DAY, _part_of_day),
    **dict.fromkeys((*SEASONS, *map(str.capitalize, SEASONS)), find_season),
    **dict.fromkeys(("quarter", *SHORT_QUARTERS), find_quarter),
    **dict.fromkeys(("half", *SHORT_HALVES), find_half),
    "weekend": _weekend,
}
DATE_FORMS = {form: word for word in _RULES for form in (word, f"{word}'s", f"{word}’s", f"mid-{word}")}
"""Words of dates, by how they stand among the words of a sentence: "Monday's", "mid-March"."""
