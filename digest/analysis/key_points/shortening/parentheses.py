"""Parentheses that tell the reader nothing, left out of a key point."""

from __future__ import annotations

import re

from digest.analysis.key_points.shortening.grammar import is_introduced, name_before
from digest.analysis.key_points.shortening.quotation import veiled
from digest.text.lexicons import phrases
from digest.text.patterns import seldom

_ASIDE = re.compile(r"(?<=[\w.”\"’']) \((?P<words>[^()\0]{1,40})\)(?=[ ,.;:?!’']|\Z)")
_PARTY_AND_STATE = seldom(r"(?:[DRI]|DFL)[-–—] ?(?:[A-Z][A-Za-z]{0,11}\.?(?: ?[A-Z][a-z]{0,9}\.?)?|(?:[A-Z]\.){2})")
_PICTURE = seldom(
    r"(?:(?:file|stock|archive|library) (?:photo|picture|image)|(?:pictured|above|below|left|right|centre|center)"
    r"(?:,? (?:here|above|below|left|right|centre|center))?)"
)
_SYMBOL = re.compile(r"(?:(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|AMEX|OTC): ?[A-Z]{1,5}|\.?[A-Z0-9]{1,6}\.[A-Z]{1,2})")
_ABBREVIATION = re.compile(r"(?P<letters>[A-Z][A-Z&]{1,7})s?")
_MEASURE = seldom(
    r"(?:about |around |roughly |approximately |nearly |almost |just over |just under )?\d[\d,.]*(?:(?: to |[-–])\d[\d,.]*)?[ -]?(?P<unit>[a-z°]+(?: [a-z]+)?|[CF]|°[CF])",
    re.IGNORECASE,
)
_MEASURED = seldom(
    r"\d[\d,.]{0,20}(?:(?: to |[-–])\d[\d,.]{0,20})?[ -]?(?P<unit>[A-Za-z°]{1,30}(?: [A-Za-z]{1,30})?)\Z"
)
_UNITS = tuple(frozenset(units) for units in phrases("units").values())
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "de"})
_INITIAL = re.compile(r"[^\W\d_]+")


def without_parentheses(text: str, **_: object) -> str:
    """`The Harbour Board (HB) met.` is `The Harbour Board met.` where the letters are not used again.

    So are a politician's party, where somebody stands in a picture, a share's symbol, and a length, weight or
    temperature in another unit. What else stands in parentheses may be news and stays.
    """
    if " (" not in text:
        return text
    outside = veiled(text)
    if outside is None:
        return text
    pieces, position = [], 0
    for found in _ASIDE.finditer(outside):
        if _says_nothing(found["words"], outside[: found.start()], outside[found.end() :]):
            pieces.append(text[position : found.start()])
            position = found.end()
    return "".join(pieces) + text[position:]


def _says_nothing(words: str, before: str, after: str) -> bool:
    if _PICTURE.fullmatch(words) or _SYMBOL.fullmatch(words):
        return True
    if words in ("D", "R", "I"):  # a pollster's leaning is news, a governor's party is known
        return is_introduced(before)
    if _PARTY_AND_STATE.fullmatch(words):
        return name_before(before) != ""
    abbreviation = _ABBREVIATION.fullmatch(words)
    if abbreviation:
        letters = abbreviation["letters"]
        return _abbreviates(letters, before) and letters not in before and letters not in after
    return _is_conversion(words, before)


def _abbreviates(letters: str, before: str) -> bool:
    """Whether `letters` are the initials of the last words of `before`, those of small words left out or not."""
    wanted = list(letters.replace("&", ""))
    for word in reversed(_INITIAL.findall(before[-120:].replace("’s", "").replace("'s", ""))):
        if word[0].upper() == wanted[-1]:
            wanted.pop()
            if not wanted:
                return True
        elif word.lower() not in _SMALL:
            return False
    return False


def _is_conversion(words: str, before: str) -> bool:
    """Whether `words` give the measure that `before` ends in a second time, in another unit."""
    measure, measured = _MEASURE.fullmatch(words), _MEASURED.search(before[-40:])
    if not measure or not measured:
        return False
    one, other = measured["unit"].lower(), measure["unit"].lower()
    return one != other and any(one in units and other in units for units in _UNITS)
