"""Words beside a date, by which it is understood."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from digest.text.lexicons import lexicon
from digest.text.spans import Span

NUMBERS = {word: int(value) for word, _, value in (pair.partition("=") for pair in lexicon("dates")["numbers"])}
MONTHS = {
    form: int(number)
    for name, _, number in (pair.partition("=") for pair in lexicon("dates")["months"])
    for form in (name, name.upper())
}
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})"
YEAR = r"(?:1\d{3}|20\d{2})(?![\d%]|[.,:]\d)"
_REACH = 24
_NEXT = re.compile(r"\s+([A-Za-z][\w’'-]*)")

Found = tuple[int, int, str]
"""Where words begin and end, and the ISO 8601 value that they name; "" for a day that does not exist."""


class Place(NamedTuple):
    """A word that may be of a date, where it stands."""

    text: str
    start: int
    end: int
    within: Span
    today: date | None

    @property
    def word(self) -> str:
        """The word itself."""
        return self.text[self.start : self.end]


def word_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The word that stands before `start` with only white space between, in small letters, and where; "" without one."""
    before = text[max(floor, start - _REACH) : start]
    if not before[-1:].isspace():
        return "", start
    words = before.split(None)
    if not words:
        return "", start
    return words[-1].lower().lstrip("(“\"‘'["), start - len(before) + len(before.rstrip()) - len(words[-1]) + _marks(words[-1])


def next_word(text: str, end: int, ceiling: int) -> str:
    """The word behind `end` with only white space between, as printed; "" where there is none."""
    found = _NEXT.match(text, end, ceiling)
    return found[1] if found else ""


def _marks(word: str) -> int:
    return len(word) - len(word.lstrip("(“\"‘'["))
