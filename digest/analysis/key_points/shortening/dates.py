"""The days that a key point speaks of, explained in brackets."""

from __future__ import annotations

import re
from datetime import date

from digest.analysis.dates import find_dates
from digest.analysis.key_points.shortening.grammar import HAS_HAPPENED
from digest.text.patterns import seldom
from digest.text.spans import Span
from digest.text.timestamps import MONTH_NAMES, in_words
from digest.text.tokens import GENITIVE_S

_EXPLAINED = seldom(
    r"(?:today|tonight|yesterday|tomorrow|(?:(?:last|next|this|coming)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next|this)\s+(?:week|month|year)"
    r"|the\s+end\s+of\s+(?:the|this)\s+(?:month|year))(?:['’]s)?",
    re.IGNORECASE,
)
# What every such expression has; most sentences have none of these.
_HINTS = ("day", "tonight", "tomorrow", "week", "month", "year")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?", re.IGNORECASE)
# A bare weekday means the last such day only where the words before it tell what has happened.
_MAY_COME = seldom(
    r"\b(?:will|shall|would|can|could|may|might|should|must|is|are|be|until|till|ahead|next|coming|upcoming|due|going"
    r"|to\s+(?!(?:the|a|an|his|her|its|their|[a-z]+ing)\b)[a-z]+)\b"
)
# Words that lead from a plan to its day: a verb ahead, and no more than its object and place. What stands behind
# another preposition may have a day of its own ("will be questioned over the fire on Friday").
_LEADS_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are) (?:(?:due |set |expected |scheduled |likely )?to|due|expected|planned|scheduled))(?: not)?(?: be(?: [a-z]+ly)?)?(?: [a-z-]+)?"
    r"(?P<behind>(?: (?!(?:over|about|with|for|of|from|by|after|before|following|since|as|that|who|which|when|if|because|and|but|or)\b)[^\s,;:()\[\]]+){0,8}?(?: on)?) (?<!the )\Z"
)
_NOT_BESIDE = re.compile(r"\b(?:to|for|until|till|by|from|before|after|of|through|with|next|this|the|than)\s+\Z")
_PART_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night)\b(?:['’]s\b)?")
# A day that stands behind in brackets or between commas is told already: "today (Tuesday 9 June)".
_EXPLANATION = seldom(
    rf"(?:{_PART_OF_DAY.pattern})?(?: \[|(?: \(|, )(?:[A-Z][a-z]+day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH_NAMES})|(?:{MONTH_NAMES}) \d{{1,2}})\b)",
    re.IGNORECASE,
)
_PLAN = 90
"""Characters before a weekday in which a plan for it is looked for."""
_OPENING = 25
"""Characters; a weekday that stands earlier is told by the words behind it."""
_QUOTED = seldom(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")


def with_dates(text: str, *, published: date | None = None, **_: object) -> str:
    """`on Friday` is `on Friday [15 August 2025]`: the reader has another today.

    A weekday stays bare unless the sentence says plainly that it is gone or to come, and so does what stands in a
    quotation.
    """
    if published is None:
        return text
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return text
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    pieces, position = [], 0
    for expression in find_dates(text, Span(0, len(text)), relative_to=published):
        words = expression.span.of(text)
        if not _EXPLAINED.fullmatch(words) or any(span.contains(expression.span) for span in quoted):
            continue
        if _EXPLANATION.match(text, expression.span.end):
            continue
        told = _is_ahead if expression.value > published.isoformat() else _is_past
        if _WEEKDAY.fullmatch(words) and (words.endswith(GENITIVE_S) or not told(text, expression.span)):
            continue
        part = _PART_OF_DAY.match(text, expression.span.end)
        end = part.end() if part else expression.span.end
        pieces.append(f"{text[position:end]} [{in_words(expression.value)}]")
        position = end
    return "".join(pieces) + text[position:]


def _is_past(text: str, weekday: Span) -> bool:
    """Whether the words around a weekday say plainly that it is gone.

    A verb in the past tense stands before it with nothing between them that could lead ahead ("agreed to
    meet on Friday"); or it opens the sentence and the first verb behind it is in the past tense.
    """
    if _NOT_BESIDE.search(text, 0, weekday.start):
        return False
    told = _QUOTED.sub(" ", text[: weekday.start])
    verbs = list(HAS_HAPPENED.finditer(told))
    if verbs:
        return not _MAY_COME.search(told, verbs[-1].end())
    if weekday.start > _OPENING or _MAY_COME.search(told):
        return False
    behind = _QUOTED.sub(" ", text[weekday.end :])
    verb = HAS_HAPPENED.search(behind)
    return verb is not None and not _MAY_COME.search(behind, 0, verb.start())


def _is_ahead(text: str, weekday: Span) -> bool:
    """Whether the words before a weekday say plainly that it is to come: "will stop running on Monday", "is due on Friday"."""
    told = _LEADS_AHEAD.search(text, max(0, weekday.start - _PLAN), weekday.start)
    return told is not None and not HAS_HAPPENED.search(told["behind"])
