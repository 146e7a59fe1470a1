"""The day and the place that open a sentence, left out of a key point where the dateline says the same."""

from __future__ import annotations

import re
from datetime import date

from digest.analysis.dates import find_dates
from digest.analysis.key_points.shortening.capital import with_capital
from digest.analysis.key_points.shortening.grammar import HAS_HAPPENED, count_words
from digest.analysis.key_points.shortening.quotation import veiled
from digest.text.patterns import seldom
from digest.text.spans import Span
from digest.text.timestamps import WEEKDAY

_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_CIRCUMSTANCE = seldom(
    rf"(?:On (?P<day>{WEEKDAY})(?: in (?P<place>{_NAME}))?|In (?P<place2>{_NAME}(?:, (?!On |In ){_NAME})?)(?: on (?P<day2>{WEEKDAY}))?)"
    r"(?:, | (?=(?:the|a|an) ))"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|can|could|may|might|should|must|is|are|be|due|going|plans?|expects?|hopes?)\b"
)
_POINTER = re.compile(
    r"(?:he|she|it|they|we|I|this|that|these|those|his|her|its|their|there|and|but|or)\b", re.IGNORECASE
)
_STATISTIC = re.compile(r"\d|\b(?:percent|rate|average|half|most|many|few|all|every|each|number|people|residents)\b")
# Another place or time in the sentence is told apart from the one in front, or counted from it.
_ELSEWHERE = re.compile(r"\b(?:in|at|from|near|to|of) [A-Z]|\b(?:here|there|elsewhere|nearby|abroad)\b")
_ANOTHER_TIME = seldom(
    r"\b(?:after|before|since|until|till|ago|later|earlier|then|again|hours?|days?|weeks?|months?|years?|morning|afternoon|evening|night|noon|midnight)\b|\d:\d|\d [ap]\.?m"
)
# Who acts is somebody of the place; "prices rose" without it would be said of everywhere.
_ACTS = re.compile(
    r"(?:[A-Z]|(?:the|a|an) |(?:talks|police|officials|authorities|prosecutors|negotiators|delegates|leaders|ministers|protesters|crews) )"
)
_FEWEST_LEFT = 6


def without_leading_circumstance(
    text: str, *, published: date | None = None, place: str | None = None, **_: object
) -> str:
    """`On Wednesday, the council voted.` is `The council voted.` in a story of that Wednesday.

    And `In Geneva, talks began.` is `Talks began.` in a story from Geneva. The brief shows both, its day and its
    place; what is to come, or is told apart from another day or place, keeps them.
    """
    if not text.startswith(("On ", "In ")):
        return text
    found = _CIRCUMSTANCE.match(text)
    rest = text[found.end() :] if found else ""
    outside = veiled(rest)
    if not found or outside is None or count_words(outside) < _FEWEST_LEFT or _POINTER.match(outside):
        return text
    day, where = found["day"] or found["day2"], found["place"] or found["place2"]
    if day and not (published and f"{published:%A}" == day and _tells_one_day(outside, published)):
        return text
    if where and not (place and where in (place, place.partition(",")[0]) and _happened_there(outside)):
        return text
    return with_capital(rest)


def _tells_one_day(text: str, published: date) -> bool:
    """Whether `text` tells what has happened, and names no time beside."""
    happened = HAS_HAPPENED.search(text)
    return (
        happened is not None
        and not _AHEAD.search(text)
        and not _ANOTHER_TIME.search(text)
        and next(find_dates(text, Span(0, len(text)), relative_to=published), None) is None
    )


def _happened_there(text: str) -> bool:
    """Whether `text` tells what somebody did, once and in one place, rather than how things stand there."""
    return (
        _ACTS.match(text) is not None
        and HAS_HAPPENED.search(text) is not None
        and not _AHEAD.search(text)
        and not _ELSEWHERE.search(text)
        and not _STATISTIC.search(text)
    )
