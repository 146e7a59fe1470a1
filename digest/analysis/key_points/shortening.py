"""Shortening, from a sentence to a key point, by leaving words out and explaining what dangles."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from digest.analysis.dates import find_dates
from digest.article.opening import find_dateline
from digest.text.lexicons import lexicon
from digest.text.spans import Span, one_line
from digest.text.timestamps import in_words

_CONNECTIVE = re.compile(
    r"(?:But|And)(?:,\s+|\s+(?=[a-z]))"
    r"|(?:So|Yet|Still|Also|However|Meanwhile|Moreover|Furthermore|Conversely|Nevertheless|Nonetheless|In addition|Additionally"
    r"|First|Second|Third|Finally|In the meantime|At the same time|For (?:his|her|their|its) part),\s+"
)
# Words that a connective may not be taken from: "But for", "And yet", "But then".
_BOUND = re.compile(r"(?:But|And)\s+(?:for|that|as|to|in|from|at|with|yet|then|so|\w+ing)\b")
_REPORTER = re.compile(r",\s+(?:reports|reported)\s+(?P<who>[\w.’' -]{2,40})(?P<end>[.!?])\Z")
_EXPLAINED = re.compile(
    r"(?:today|tonight|yesterday|tomorrow|(?:(?:last|next|this|coming)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next|this)\s+(?:week|month|year))(?:['’]s)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?", re.IGNORECASE)
# A bare weekday means the last such day only where the words before it tell what has happened.
_PAST = "|".join(sorted(lexicon("verbs")["irregular_past"] | lexicon("reporting_verbs")["past"]))
_HAS_HAPPENED = re.compile(rf"\b(?:{_PAST}|[a-z]{{2,}}ed)\b")
_MAY_COME = re.compile(
    r"\b(?:will|shall|would|can|could|may|might|should|must|is|are|be|until|till|ahead|next|coming|upcoming|due|going"
    r"|to\s+(?!(?:the|a|an|his|her|its|their|[a-z]+ing)\b)[a-z]+)\b"
)
_NOT_BESIDE = re.compile(r"\b(?:to|for|until|till|by|from|before|after|of|through|with|next|this|the|than)\s+\Z")
_OPENING = 25
"""Characters; a weekday that stands earlier is told by the words behind it."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")


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
    return rest if re.match(r"[a-z]+[A-Z]", rest) else rest[:1].upper() + rest[1:]


def without_own_outlet(text: str, *, outlet: str | None = None, **_: object) -> str:
    """`Talks began, reports Northmoor Wire.` is `Talks began.` where that is the article's outlet."""
    found = _REPORTER.search(text)
    if found and outlet and found["who"].strip().lower() == outlet.lower():
        return text[: found.start()] + found["end"]
    return text


def with_dates(text: str, *, published: date | None = None, **_: object) -> str:
    """`on Friday` is `on Friday [15 August 2025]`: the reader has another today.

    A weekday stays bare unless the sentence says plainly that it is gone, and so does what stands in a quotation.
    """
    if published is None:
        return text
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)]
    pieces, position = [], 0
    for expression in find_dates(text, Span(0, len(text)), relative_to=published):
        words = expression.span.of(text)
        if not _EXPLAINED.fullmatch(words) or any(span.contains(expression.span) for span in quoted):
            continue
        if _WEEKDAY.fullmatch(words) and not _is_past(text, expression.span):
            continue
        pieces.append(f"{text[position : expression.span.end]} [{in_words(expression.value)}]")
        position = expression.span.end
    return "".join(pieces) + text[position:]


def _is_past(text: str, weekday: Span) -> bool:
    """Whether the words around a weekday say plainly that it is gone.

    A verb in the past tense stands before it with nothing between them that could lead ahead ("agreed to
    meet on Friday"); or it opens the sentence and the first verb behind it is in the past tense.
    """
    if text[weekday.end - 2 : weekday.end] in ("'s", "’s") or _NOT_BESIDE.search(text, 0, weekday.start):
        return False
    told = _QUOTED.sub(" ", text[: weekday.start])
    verbs = list(_HAS_HAPPENED.finditer(told))
    if verbs:
        return not _MAY_COME.search(told, verbs[-1].end())
    if weekday.start > _OPENING or _MAY_COME.search(told):
        return False
    behind = _QUOTED.sub(" ", text[weekday.end :])
    verb = _HAS_HAPPENED.search(behind)
    return verb is not None and not _MAY_COME.search(behind, 0, verb.start())


RULES: tuple[Callable[..., str], ...] = (without_dateline, without_connective, without_own_outlet, with_dates)
"""What is done to a sentence, in this order."""


def shorten(sentence: str, *, outlet: str | None, published: date | None) -> str:
    """The key point that a sentence makes: its own words, fewer of them, dates explained in brackets."""
    text = one_line(sentence)
    for rule in RULES:
        text = rule(text, outlet=outlet, published=published)
    return text.strip()
