"""Anchors, the numbers and known words of a stretch at which a date or a figure may begin, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.text.spans import Span

_DIGITS = re.compile("[0-9]+")
_NEXT = re.compile(r"\s+([A-Za-z][\w’'-]*)")
_REACH = 24
_MARKS = "(“\"‘'["


Anchor = tuple[int, int]
"""Where a number or a word begins and ends."""


def find_anchors(
    text: str, stretches: Iterable[tuple[Span, Sequence[str]]], known: Mapping[str, str]
) -> Iterator[list[Anchor]]:
    """For each stretch of `text`, its runs of digits and known words, in order; a word may begin inside another.

    Args:
        text: the whole.
        stretches: in their order, each with its words as `find_words` gives them.
        known: what to look for, by the forms that it has among those words: `March` by `mid-March` too.
    """
    digits = _DIGITS.finditer(text)
    number = next(digits, None)
    for (start, end), words in stretches:
        places: list[Anchor] = []
        while number is not None and number.start() < end:
            if number.start() >= start:
                places.append(number.span())
            number = next(digits, None)
        if not known.keys().isdisjoint(words):
            for word in {known[form] for form in known.keys() & words}:
                at = text.find(word, start, end)
                while at >= 0:
                    behind = at + len(word)
                    if behind >= end or not (text[behind].isalnum() or text[behind] == "_"):
                        places.append((at, behind))
                    at = text.find(word, behind, end)
            places.sort()
        yield places


def word_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The word before `start` with only white space between, in small letters, and where it begins; "" without one."""
    before = text[max(floor, start - _REACH) : start]
    if not before[-1:].isspace():
        return "", start
    trimmed = before.rstrip()
    if not trimmed:
        return "", start
    word = trimmed.split()[-1].lstrip(_MARKS)
    return word.lower(), start - len(before) + len(trimmed) - len(word)


def next_word(text: str, end: int, ceiling: int) -> str:
    """The word behind `end` with only white space between, as printed; "" where there is none."""
    found = _NEXT.match(text, end, ceiling)
    return found[1] if found else ""
