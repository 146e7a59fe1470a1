"""Quotation marks, and the stretches of a paragraph that stand between two of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from digest.text.spans import Span, trimmed

# It begins with one set of characters, which lets the engine skip to them.
_MARK = re.compile(r"[“”«»„\"`'](?:(?<=[“”«»„\"])|(?<=`)`|(?<=')')")
_SINGLE = re.compile(r"[‘’']")
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "``": "''", "''": "''", "”": "”", "‘": "’", "'": "'", "’": "’"}
_BEFORE_AN_OPENING = "([{—–-/“‘\"'«„:"
_STOPS = ",.?!…"
_ENDS = frozenset(_STOPS) - {","}
_FEWEST_SINGLE = 3
"""Words between single marks; a shorter stretch may well be an apostrophe's doing."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks, or from one to the paragraph's end where the next paragraph opens again."""

    span: Span
    """The words."""
    outer: Span
    """The same with the marks."""
    goes_on: bool = False
    """Whether the next paragraph opens the quotation again without its having been closed."""


def find_quoted(text: str, paragraphs: Sequence[Span]) -> list[list[Quoted]]:
    """The stretches between paired marks in each paragraph; nested marks stay inside the outer pair.

    An unclosed mark costs the rest of its paragraph, unless the next paragraph opens with the same mark:
    so news prose goes on with a quotation of several paragraphs.
    """
    if not paragraphs:
        return []
    marks = list(_MARK.finditer(text, paragraphs[0].start, paragraphs[-1].end))
    starts = [mark.start() for mark in marks]
    single = "“" not in text and '"' not in text and ("‘" in text or "'" in text)
    found = []
    for number, paragraph in enumerate(paragraphs):
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        marked = _between(text, marks[first:last], paragraph, following) if first < last else []
        found.append(_between_single(text, paragraph) if single and not marked else marked)
    return found


def _between(text: str, marks: Sequence[re.Match[str]], paragraph: Span, following: Span | None) -> list[Quoted]:
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    depth = 0
    opening = sum(mark.group() == "“" for mark in marks)
    closing_left = sum(mark.group() == "”" for mark in marks)
    for at, mark in enumerate(marks):
        sign = mark.group()
        opening -= sign == "“"
        closing_left -= sign == "”"
        if opened is None:
            if _opens(text, mark, paragraph) and (sign != "''" or at + 1 < len(marks)):
                opened, depth = mark, 0
            continue
        closing = _PAIRS[opened.group()]
        if sign == "“" and opened.group() == "“" and _closes_oddly(text, mark, paragraph):
            sign = "”"
        if sign == "“" and opened.group() == "“":
            # “They wrote “never” on the gate”: nested where the closing marks suffice; else the first was never closed.
            if closing_left > opening + 1 + depth:
                depth += 1
            else:
                opened, depth = mark, 0
            continue
        if opened.group() == '"' and sign in "“”":
            # "It is late,” she said: where no “ stands between, the other kind closes too.
            depth += 1 if sign == "“" else -1
            if depth >= 0 or not _closes(text, mark, paragraph):
                depth = max(depth, 0)
                continue
            _add(found, text, opened.start(), opened.end(), mark.start(), mark.end())
            opened = None
            continue
        if sign == '"' == opened.group() and (behind := _opens_again(text, mark, opened)):
            # "It is late. "It is lost." Each sentence opens what none but the last closes.
            if behind != ":":  # "It is late. Ada Quill said: "It is lost." opens one that nothing closes
                _add(found, text, opened.start(), opened.end(), mark.start(), mark.start())
            opened = mark
            continue
        if sign == closing or (sign == '"' and opened.group() in "“”" and _closes(text, mark, paragraph)):
            if depth and sign != '"':
                depth -= 1
                continue
            _add(found, text, opened.start(), opened.end(), mark.start(), mark.end())
            opened = None
    if opened is not None and following and _reopens(text, opened.group(), following):
        _add(found, text, opened.start(), opened.end(), paragraph.end, paragraph.end, goes_on=True)
    return found


def _add(
    found: list[Quoted], text: str, outer: int, start: int, end: int, outer_end: int, *, goes_on: bool = False
) -> None:
    span = trimmed(text, start, end)
    if span.start < span.end:
        found.append(Quoted(span, Span(outer, outer_end), goes_on))


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign = mark.group()
    if sign in "“«„" or sign == "``":
        return True
    if sign == "»":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    behind = text[mark.end()] if mark.end() < paragraph.end else " "
    # A straight mark behind a letter or a digit closes, or stands for inches; it never opens.
    # Nor does one of a tag's attribute: <tweet date="2016">.
    return (
        not before.isalnum()
        and not behind.isspace()
        and (sign != "”" or before.isspace())
        and before != "="
        and behind != ">"
    )


def _closes_oddly(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether an opening mark stands where only a closing one can: “It is late,“ she said."""
    return text[mark.start() - 1] in _STOPS and mark.end() < paragraph.end and text[mark.end()].isspace()


def _opens_again(text: str, mark: re.Match[str], opened: re.Match[str]) -> str | None:
    """The stop or colon behind which a straight mark stands where none can close, before a new sentence; None elsewhere."""
    between = text[opened.end() : mark.start()]
    stop = between.rstrip()[-1:]
    opens = between[-1:].isspace() and text[mark.end() : mark.end() + 1].isalnum()
    return stop if opens and stop and (stop in _ENDS or stop == ":") else None


def _closes(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    return mark.end() >= paragraph.end or not text[mark.end()].isalnum()


def _reopens(text: str, sign: str, following: Span) -> bool:
    return text.startswith(sign, following.start)


def _between_single(text: str, paragraph: Span) -> list[Quoted]:
    """The stretches between single marks, where an apostrophe is none: it stands in or behind a word."""
    found: list[Quoted] = []
    opened: int | None = None
    sign = ""
    last = max(text.rfind(stop + mark, paragraph.start, paragraph.end) for stop in _STOPS for mark in "’'")
    for mark in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = mark.start()
        before = text[at - 1] if at > paragraph.start else " "
        behind = text[at + 1] if at + 1 < paragraph.end else " "
        if opened is None:
            if mark.group() != "’" and (before.isspace() or before in _BEFORE_AN_OPENING) and behind.isalnum():
                opened, sign = at, mark.group()
        elif mark.group() == _PAIRS[sign] and not before.isspace() and not behind.isalnum():
            if before == "s" and behind.isspace() and text[at + 2 : at + 3].islower() and last > at:
                continue  # "the crews’ boats"
            inner = text[opened + 1 : at]
            if len(inner.split()) >= _FEWEST_SINGLE or inner[-1:] in _STOPS:
                _add(found, text, opened, opened + 1, at, at + 1)
            opened = None
    return found
