"""Ranges, two dates that are the ends of one stretch: "28 February to 3 March", "between 2019 and 2023"."""

from __future__ import annotations

import re

from digest.text.spans import Span

_JOINED = re.compile(r"(?P<to>\s?[-–—]\s?|,?\s(?:to|through|until|till)\s(?:the\s)?)|\sand\s(?:the\s)?")
_LONGEST_JOIN = 12
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?\Z")
_LONGEST_BETWEEN = 12
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A year, a month or a day; no week, quarter, season or stretch."""
_CHANGED = re.compile(
    r"\b(?:brought|changed|chang(?:es|ing)|delay(?:ed|ing|s)?|defer(?:red|s)?|mov(?:e|ed|es|ing)|postpon(?:e|ed|es|ing)"
    r"|push(?:ed|es|ing)?|put\sback|reschedul(?:e|ed|ing)|shift(?:ed|ing|s)?|switch(?:ed|ing)?|rose|fell|up|down)\b[^.;]{0,60}\Z"
)
_REACH = 80
"""Characters before a date in which a verb may tell that the second one takes its place."""


def stretch_between(text: str, first: Span, last: Span, values: tuple[str, str], within: Span) -> str | None:
    """The stretch that two dates are the ends of, as an interval; None where they are two.

    Args:
        text: the whole.
        first: where one stands.
        last: where the next one stands.
        values: of both.
        within: their sentence.
    """
    gap = last.start - first.end
    if not 0 < gap <= _LONGEST_JOIN:
        return None
    joined = _JOINED.fullmatch(text, first.end, last.start)
    begin, end = values
    if joined is None or len(begin) != len(end) or not begin < end:
        return None
    if not (_PLAIN.fullmatch(begin) and _PLAIN.fullmatch(end)):
        return None
    if not joined["to"] and not _BETWEEN.search(text, max(within.start, first.start - _LONGEST_BETWEEN), first.start):
        return None
    if "day" in (text[first.end - 3 : first.end], text[last.end - 3 : last.end]):
        return None  # each of "Friday to Sunday" is told apart, as a reader has another today
    if _CHANGED.search(text, max(within.start, first.start - _REACH), first.start):
        return None
    return f"{begin}/{end}"
