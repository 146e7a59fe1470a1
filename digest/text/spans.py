"""Span, the half-open stretch of a text that every finding points at."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open stretch of a text, in Unicode code points: `text[start:end]`.

    A tuple, as a story has hundreds of them.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers in `text`, as they stand."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span from `start` to `end` without the white space at its two ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def one_line(text: str) -> str:
    """`text` with every run of white space, line ends included, as one space."""
    # White space other than the space itself is not printable: as most text is, it is on one line already.
    if "  " not in text and text.isprintable():
        return text.strip(" ")
    return " ".join(text.split())
