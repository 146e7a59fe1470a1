"""Figures: amounts of money, shares and counts, with their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.tokens import has_digit

_FUNCTION_WORDS = lexicon("function_words")["en"]
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "m": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3}
_CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "dollars": "USD",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_FIGURE = re.compile(
    rf"""(?=[$€£¥\d])(?<![\w.,:/$€£¥-])(?P<currency>[$€£¥])?(?P<number>{_NUMBER})(?![\d:/])
        (?:\s?(?P<scale>thousand|million|billion|trillion|bn|mn|tn|m|k)\b)?
        (?:\s?(?P<percent>%|per\ cent\b|percent\b)|\s(?P<money>dollars|euros|pounds|yen)\b|(?(currency)(?!)|[\s-])(?P<unit>[a-z]{{3,}})\b)?""",
    re.VERBOSE,
)
_LONGEST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a story gives, with what it counts."""

    span: Span
    value: Decimal
    unit: str | None = None
    """ISO 4217 code for money, `%` for shares, the word behind the number for counts."""


def find_figures(text: str, within: Span) -> Iterator[Figure]:
    """Yield the figures in a stretch of `text`; bare numbers, years and clock times are none."""
    if not has_digit(within.of(text)):
        return
    for found in _FIGURE.finditer(text, within.start, within.end):
        number = found["number"].replace(",", "")
        if len(number) > _LONGEST:
            continue
        counted = found["unit"] if found["unit"] not in _FUNCTION_WORDS else None
        unit = "%" if found["percent"] else _CURRENCIES.get(found["currency"] or found["money"] or "", counted)
        if unit is None and not found["scale"]:
            continue
        if unit == counted and not found["scale"] and re.fullmatch(r"1[89]\d\d|20\d\d", number):
            continue
        value = Decimal(number).scaleb(_SCALES[found["scale"]]) if found["scale"] else Decimal(number)
        end = found.start("unit") - 1 if found["unit"] and not counted else found.end()
        yield Figure(span=Span(found.start(), end), value=value, unit=unit)
