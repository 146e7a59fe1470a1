"""Paragraphs of a pasted text: its lines, joined again where they were hard-wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from digest.text.spans import Span, one_line, trimmed

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a pasted text."""

    span: Span
    line: str
    """Its text on one line."""
    after_blank: bool
    """Whether a blank line (or the text's start) stands before it."""


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    after_blank: bool


def find_paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` from `start` on: its lines, or its blocks where it is hard-wrapped.

    Nothing but white space lies between the spans.
    """
    lines = _lines(text, start)
    width = _wrap_width(text, lines)
    joined = lines if width is None else _rejoined(text, lines, width)
    return tuple(Paragraph(line.span, one_line(line.span.of(text)), line.after_blank) for line in joined)


def _lines(text: str, start: int) -> list[_Line]:
    lines: list[_Line] = []
    previous = start
    for found in _LINE.finditer(text, start):
        span = trimmed(text, found.start(), found.end())
        if span.start == span.end:
            continue
        breaks = len(_BREAK.findall(text, previous, span.start))
        lines.append(_Line(span, after_blank=not lines or breaks > 1))
        previous = span.end
    return lines


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The column that lines were wrapped at, or None where each line is a paragraph of its own.

    Lines filled greedily never have room for the next line's first word: if that holds for
    most pairs of lines in a block, the text was wrapped.
    """
    pairs = [
        (len(_of(text, upper)), len(_of(text, lower).split(None, 1)[0]))
        for upper, lower in pairwise(lines)
        if not lower.after_blank
    ]
    if len(pairs) < 2:
        return None
    width = max(length for length, _ in pairs)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = sum(length + 1 + word > width for length, word in pairs)
    return width if full >= 0.6 * len(pairs) else None


def _rejoined(text: str, lines: list[_Line], width: int) -> list[_Line]:
    joined: list[_Line] = []
    for number, line in enumerate(lines):
        if number and not line.after_blank and _goes_on(text, lines[number - 1].span, line.span, width):
            joined[-1] = _Line(Span(joined[-1].span.start, line.span.end), joined[-1].after_blank)
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, upper: Span, lower: Span, width: int) -> bool:
    """Whether the line `upper` was too full to take the first word of the line `lower`."""
    return upper.end - upper.start + 1 + len(lower.of(text).split(None, 1)[0]) > width


def _of(text: str, line: _Line) -> str:
    return line.span.of(text)
