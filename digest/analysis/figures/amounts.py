"""Amounts, numbers as prose writes them: `$1.2bn`, `18,000`, `nine percent`, `two million`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from digest.text.lexicons import lexicon

_LEXICON = lexicon("figures")


def _pairs(heading: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in _LEXICON[heading])


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_WORDS = {form: int(value) for word, value in _pairs("numbers").items() for form in (word, word.capitalize())}
_SINGLES = {form: int(value) for word, value in _pairs("singles").items() for form in (word, word.capitalize())}
_ONES = {"": 0, "one": 1, **{word: value for word, value in _WORDS.items() if value < 10}}
_SCALES = {word: int(power) for word, power in _pairs("scales").items()}
SIGNS = _pairs("signs")
"""ISO 4217 codes by what stands before the number."""
CURRENCIES = _pairs("currencies")
"""ISO 4217 codes by what stands behind it."""

_SHARE = r"(?P<share>\s?%|[\s-]per\s?cent\b(?!\s?age))"
_POINTS = r"\s(?P<points>percentage\s+points?|basis\s+points?)\b"
_AMOUNT = re.compile(
    rf"""(?P<number>
        (?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|[.,:/]\d|['’]\d|(?:st|nd|rd|th|s)\b)
      | (?:{_either(_WORDS)})(?:-(?:{_either(_ONES)}))?\b(?!-(?:to|one|two|three|four|five|six|seven|eight|nine)\b)
      | (?:{_either(_SINGLES)})(?=[\s-](?:hundred|thousand|million|billion|trillion|per\s?cent)\b))
        (?:[\s-]?(?P<scale>{_either(_SCALES)})(?!\w))?(?:{_SHARE}|{_POINTS})?""",
    re.VERBOSE,
)
_SIGN = re.compile(rf"(?<![\w$€£])(?:{_either(SIGNS)})\s?\Z")
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
_LONGEST = 24
_LONGEST_SIGN = 5

NUMBER_WORD = rf"(?:{_either((*_WORDS, *_SINGLES))})"
LEADS = frozenset({*_SCALES, "percent", "per"})
"""Words before which "a" or "one" is a number."""
FIGURE_FORMS = {
    form: word
    for word in (*_WORDS, *LEADS)
    if len(word) > 2
    for form in (word, *(f"{word}-{one}" for one in _ONES if one))
}
"""Words at which an amount may begin, by how they stand among the words of a sentence."""


class Amount(NamedTuple):
    """A number with its scale and its sign."""

    start: int
    end: int
    """Behind the scale, the percent sign and the like."""
    number: Decimal
    printed: str
    scale: str | None
    currency: str | None
    """ISO 4217, where it stands before the number."""
    unit: str | None
    """`%`, "percentage points" or "basis points"."""

    @property
    def in_words(self) -> bool:
        """Whether the number is spelt out."""
        return not self.printed[0].isdigit()

    def value(self, scale: str | None = None) -> Decimal:
        """The number in full; one without a scale of its own takes that of the other end of its range."""
        power = self.scale or (scale if self.number < 1000 else None)
        return self.number.scaleb(_SCALES[power]) if power else self.number


def amount_at(text: str, at: int, floor: int, ceiling: int) -> Amount | None:
    """The amount whose number begins at `at`; its sign may stand before that."""
    found = _AMOUNT.match(text, at, ceiling)
    number = _number(found["number"]) if found else None
    if found is None or number is None:
        return None
    sign = _sign_before(text, at, floor)
    unit = "%" if found["share"] else " ".join(found["points"].split()) if found["points"] else None
    start, currency = (sign[1], SIGNS[sign[0]]) if sign else (at, None)
    return Amount(start, found.end(), number, found["number"], found["scale"], currency, unit)


def signed_amount_at(text: str, at: int, ceiling: int) -> Amount | None:
    """The amount that begins at `at`, with its sign where it has one."""
    sign = _LEADING_SIGN.match(text, at, ceiling)
    return amount_at(text, sign.end() if sign else at, at, ceiling)


_LEADING_SIGN = re.compile(rf"(?:{_either(SIGNS)})\s?(?=\d)")


def _sign_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    before = text[max(floor, start - 2) : start].rstrip()
    if not before or before[-1] not in _SIGN_ENDS:
        return None
    found = _SIGN.search(text, max(floor, start - _LONGEST_SIGN), start)
    return (found.group().strip(), found.start()) if found else None


def _number(printed: str) -> Decimal | None:
    if len(printed) > _LONGEST:
        return None
    if printed[0].isdigit():
        return Decimal(printed.replace(",", ""))
    tens, _, ones = printed.partition("-")
    return Decimal(_WORDS[tens] + _ONES[ones] if tens in _WORDS else _SINGLES[tens])
