"""Words that dates are made of."""

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

_POSSESSIVE = re.compile(r"['’]s\b")

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

    @property
    def with_genitive(self) -> int:
        """Where the word ends, with its "’s"."""
        found = _POSSESSIVE.match(self.text, self.end, self.within.end)
        return found.end() if found else self.end
