"""Items, the lines of a list that tell a figure each and end without a stop: "• Revenue of 1.4 billion crowns, up 6%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.article import Sentence

_MARKS = frozenset("•●▪■·‣◦*–—-")
_MARK = re.compile(r"[•●▪■·‣◦*–—-]\s{0,4}(?=[“\"]?[^\W\d_a-z])")
_FIGURE = re.compile(
    r"\d\s?(?:%|percent\b|per cent\b|points?\b|million\b|billion\b|m\b|bn\b|[a-z]{3,})|[$€£¥]\s?\d|\b[A-Z]{3} ?\d"
)
_STOPS = (".", "!", "?", "…", ":", ";", "”", '"')


def listed_figures(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences that are such items: one a paragraph, two or more in a row."""
    items = [
        number
        for number, sentence in enumerate(sentences)
        if sentence.text[0] in _MARKS and not sentence.text.endswith(_STOPS) and _MARK.match(sentence.text)
    ]
    beside: set[int] = set()
    for one, other in pairwise(items):
        if sentences[other].paragraph == sentences[one].paragraph + 1:
            beside.update((one, other))
    return frozenset(number for number in beside if _FIGURE.search(sentences[number].text))


def closed_item(point: str) -> str:
    """`• Revenue of 1.4 billion crowns` is `Revenue of 1.4 billion crowns.`; what is no such item is as it was."""
    found = _MARK.match(point)
    return f"{point[found.end() :]}." if found and not point.endswith(_STOPS) else point
