"""What a number counts: the words behind it, and the hedge before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from digest.analysis.figures.amounts import CURRENCIES
from digest.text.lexicons import lexicon, phrases

_LEXICON = lexicon("figures")
_STOPS = (
    _LEXICON["stops"]
    | lexicon("verbs")["irregular_past"]
    | lexicon("reporting_verbs")["past"]
    | lexicon("reporting_verbs")["present"]
)


def _singular(unit: str) -> tuple[str, ...]:
    """An area's unit as it stands before a noun: "square metre"."""
    if not unit.startswith("square "):
        return ()
    return ("square foot",) if unit.endswith("feet") else (unit.removesuffix("s"),)


MEASURES = frozenset(
    form
    for units in phrases("units").values()
    for unit in units
    for form in (unit, *_singular(unit))
    if len(form) > 2 or form in ("km", "kg", "ft", "°c", "°f", "kw", "mw", "gw")
)
"""Units of measure, in small letters; of one letter and "in" are too often something else."""
_MEASURE_STARTS = frozenset(unit.split()[0] for unit in MEASURES)
_WORD = re.compile(r"[\s-](?P<word>(?:[A-Z]\.){2,}|[A-Za-z°][\w°/’'-]*)")
_ATTACHED = re.compile(r"\s?(?P<unit>km/h|mph|kph|km|kg|cm|mm|ft|lbs?|kW|MW|GW|°\s?[CF])(?![\w])")
_HEDGE = re.compile(
    r"(?:\A|(?<=\s)|(?<=[(“\"‘'—]))(?:(?:at\s+(?:the\s+very\s+)?(?:least|most)|(?:no\s+)?(?:more|less|fewer)\s+than|up\s+to|as\s+(?:many|much|few|little)\s+as"
    r"|well\s+(?:over|under|above|below)|just\s+(?:over|under)|slightly\s+(?:more|less)\s+than|an?\s+(?:estimated|additional|average\s+of)|between"
    r"|about|around|approximately|nearly|almost|roughly|some|over|under|only|just|another|exceeding|estimated)\s+){1,2}\Z",
    re.IGNORECASE,
)
_HEDGED = _LEXICON["hedged"] | {"of", "above", "below", "few", "little", "average"}
_LONGEST_HEDGE = 34
_MOST_WORDS = 5
_AND_WOMEN = re.compile(r"\s+and\s+women\b")
_COMPLEMENT = re.compile(r"\s+(?:of|worth\s+of)(?=\s)")
_FOR_MONEY = re.compile(
    r"\s+(?:(?:in(?=\s+(?!(?:the|a|an|its|his|her|their|this|that|cash)\b)[a-z])|of(?=\s)|worth\s+of(?=\s))|(?:a|per)\s+(?P<each>[a-z]+)\b(?!\s(?:ago|before|earlier|later)\b))"
)


class Counted(NamedTuple):
    """Words behind a number that say what it counts."""

    unit: str | None
    """The noun or the unit of measure."""
    unit_end: int
    end: int
    """Where the whole of it ends: "square kilometres of territory"."""


def counted_behind(text: str, at: int, ceiling: int) -> Counted:
    """The noun that a number counts, with what it is of."""
    if found := _ATTACHED.match(text, at, ceiling):
        return Counted(found["unit"], found.end(), _with_complement(text, found.end(), ceiling))
    words = _words(text, at, ceiling)
    for number, (word, _, end) in enumerate(words):
        small = word.lower()
        if number == 0 and small in CURRENCIES:
            return Counted(small, end, end)
        measured = small in _MEASURE_STARTS and next(
            (size for size in (3, 2, 1) if _joined(words, number, size).lower() in MEASURES), 0
        )
        if measured:
            last = words[number + measured - 1][2]
            unit = _joined(words, number, measured)
            behind = words[number + measured : number + measured + 1]
            if text[at : at + 1] == "-" and not behind:
                return Counted(unit, last, last)
            return Counted(unit, last, _with_complement(text, last, ceiling))
        if is_plural(small, word):
            if small == "men" and (both := _AND_WOMEN.match(text, end, ceiling)):
                end = both.end()
            return Counted(word, end, end if small in _LEXICON["times"] else _with_complement(text, end, ceiling))
    if text[at : at + 1] == "-" and words and words[0][0].islower():
        word, start, end = words[0]
        unit = word.partition("-")[0]
        return Counted(unit, start + len(unit), noun_phrase_behind(text, end, ceiling))
    return Counted(None, at, at)


def share_behind(text: str, at: int, ceiling: int, *, adjective: bool) -> int:
    """Where the words end that say what a share is of: "9% of voters", "a 9% rise"."""
    end = _with_complement(text, at, ceiling)
    return noun_phrase_behind(text, at, ceiling) if end == at and adjective else end


def money_behind(text: str, at: int, ceiling: int, *, adjective: bool) -> int:
    """Where the words end that say what money is for: "$5m in damages", "$3bn deal", "$60 a barrel"."""
    found = _FOR_MONEY.match(text, at, ceiling)
    if found and found["each"]:
        return found.end() if found["each"] not in _STOPS else at
    if found:
        return _complement(text, found.end(), ceiling) or at
    return noun_phrase_behind(text, at, ceiling) if adjective else at


def hedge_before(text: str, at: int, floor: int) -> int:
    """Where the hedge begins that stands before a number: "at least", "more than", "an estimated"; `at` without one."""
    before = text[max(floor, at - _LONGEST_HEDGE) : at]
    words = before.split()
    if not words or words[-1].lower() not in _HEDGED or not before[-1].isspace():
        return at
    found = _HEDGE.search(before)
    return at - len(before) + found.start() if found else at


def is_plural(small: str, printed: str) -> bool:
    """Whether a word is a noun in the plural, or looks like one."""
    if small in _LEXICON["plurals"]:
        return True
    return (
        small.endswith("s") and len(small) > 3 and not small.endswith(("ss", "us", "is", "’s", "'s")) and small not in _LEXICON["no_plurals"]
        and not printed.isupper()
    )  # fmt: skip


def _words(text: str, at: int, ceiling: int, *, possessive: bool = False) -> list[tuple[str, int, int]]:
    """The words behind a number up to one that ends what is counted."""
    found: list[tuple[str, int, int]] = []
    position = at
    while len(found) < _MOST_WORDS and (word := _WORD.match(text, position, ceiling)):
        printed = word["word"]
        small = printed.lower()
        if (small in _STOPS and not printed.isupper()) or small in _LEXICON["no_counts"]:
            break
        if not possessive and printed.endswith(("’s", "'s", "’", "'")):
            break
        found.append((printed, word.start("word"), word.end()))
        position = word.end()
    return found


def _joined(words: list[tuple[str, int, int]], number: int, size: int) -> str:
    return " ".join(word for word, _, _ in words[number : number + size]) if number + size <= len(words) else ""


def _with_complement(text: str, at: int, ceiling: int) -> int:
    found = _COMPLEMENT.match(text, at, ceiling)
    return (_complement(text, found.end(), ceiling) or at) if found else at


def _complement(text: str, at: int, ceiling: int) -> int | None:
    """Where the noun phrase behind "of" ends; None where that cannot be told."""
    start = at
    while (word := _WORD.match(text, start, ceiling)) and word["word"].lower() in _LEXICON["determiners"]:
        start = word.end()
    end = noun_phrase_behind(text, start, ceiling)
    return end if end > start else None


def noun_phrase_behind(text: str, at: int, ceiling: int) -> int:
    """Where the noun phrase at a place, its determiner left out, ends: at its first plural, or before what is none of it."""
    end = at
    for number, (word, _, behind) in enumerate(_words(text, at, ceiling, possessive=True)):
        small = word.lower()
        if number and small.endswith(("ed", "ing")) and word.islower():
            break
        if number and _previous_is_mass(text, at, end) and is_plural(small, word):
            break
        end = behind
        if is_plural(small, word) or (small in _LEXICON["masses"]):
            break
    return end


def _previous_is_mass(text: str, start: int, end: int) -> bool:
    return text[start:end].split()[-1].lower() in _LEXICON["masses"]
