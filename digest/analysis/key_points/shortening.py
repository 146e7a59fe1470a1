"""Shortening, from a sentence to a key point, by leaving words out and explaining what dangles."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from digest.analysis.dates import find_dates
from digest.article.opening import find_dateline
from digest.text.spans import Span, one_line

_CONNECTIVE = re.compile(
    r"(?:But|And|So|Yet|Still|Also|However|Meanwhile|Moreover|Furthermore|Conversely|Nevertheless|Nonetheless|In addition"
    r"|Additionally|First|Second|Third|Finally|In the meantime|At the same time|For (?:his|her|their|its) part)(?:,\s+|(?<!First|Third)(?<!Second)(?<!Finally)\s+(?=[a-z]))"
)
# Words that a connective may not be taken from: "So far", "But for", "Still more".
_BOUND = re.compile(
    r"(?:So|Still|Also|But|Yet|And)\s+(?:far|long|much|many|for|more|another|too|as|that|called|known|to|in|from|\w+ing)\b"
)
_REPORTER = re.compile(
    r",\s+(?:reports|reported|according to a report (?:by|in|from))\s+(?P<who>[\w.’' -]{2,40})(?P<end>[.!?])\Z"
)
_EXPLAINED = re.compile(
    r"(?:today|tonight|yesterday|tomorrow|(?:(?:last|next|this|coming)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next|this)\s+(?:week|month|year))(?:['’]s)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?", re.IGNORECASE)
# A bare weekday means the last such day only where the words before it tell what has happened.
_TO_COME = re.compile(
    r"\b(?:will|shall|would|begins?|starts?|opens?|ends?|due|expect\w*|schedul\w+|plans?|planned|set to|is to|are to|until|by"
    r"|upcoming|coming|next|tomorrow|likely|may|might|should)\b"
)
_OPENING = 25
"""Characters; a weekday that stands earlier is told by the words behind it."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def without_dateline(text: str, **_: object) -> str:
    """`GENEVA (NMW) — Talks began.` is `Talks began.`"""
    dateline = find_dateline(text, Span(0, len(text)))
    return text[dateline.span.end :] if dateline else text


def without_connective(text: str, **_: object) -> str:
    """`However, talks began.` is `Talks began.`: the sentence that it joined is not there."""
    found = _CONNECTIVE.match(text)
    if not found or _BOUND.match(text):
        return text
    rest = text[found.end() :]
    return rest[:1].upper() + rest[1:]


def without_own_outlet(text: str, *, outlet: str | None = None, **_: object) -> str:
    """`Talks began, reports Northmoor Wire.` is `Talks began.` where that is the article's outlet."""
    found = _REPORTER.search(text)
    if found and outlet and found["who"].strip().lower() == outlet.lower():
        return text[: found.start()] + found["end"]
    return text


def with_dates(text: str, *, published: date | None = None, **_: object) -> str:
    """`on Friday` is `on Friday [15 August 2025]`: the reader has another today.

    A weekday stays bare where the sentence may look ahead, and so does what stands in a quotation.
    """
    if published is None:
        return text
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    pieces, position = [], 0
    for expression in find_dates(text, Span(0, len(text)), relative_to=published):
        words = expression.span.of(text)
        if not _EXPLAINED.fullmatch(words) or any(span.contains(expression.span) for span in quoted):
            continue
        if _WEEKDAY.fullmatch(words) and _looks_ahead(text, expression.span.start):
            continue
        pieces.append(f"{text[position : expression.span.end]} [{_in_words(expression.value)}]")
        position = expression.span.end
    return "".join(pieces) + text[position:]


def _looks_ahead(text: str, weekday: int) -> bool:
    telling = text[:weekday] if weekday > _OPENING else text
    return bool(_TO_COME.search(_QUOTED.sub(" ", telling)))


def _in_words(value: str) -> str:
    """ISO 8601 as an editor would print it: `15 August 2025`, `August 2025`, `the week of 11 August 2025`."""
    if "W" in value:
        year, week = value.split("-W")
        return f"the week of {_in_words(date.fromisocalendar(int(year), int(week), 1).isoformat())}"
    parts = value.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else value


RULES: tuple[Callable[..., str], ...] = (without_dateline, without_connective, without_own_outlet, with_dates)
"""What is done to a sentence, in this order."""


def shorten(sentence: str, *, outlet: str | None, published: date | None) -> str:
    """The key point that a sentence makes: its own words, fewer of them, dates explained in brackets."""
    text = one_line(sentence)
    for rule in RULES:
        text = rule(text, outlet=outlet, published=published)
    return text.strip()
