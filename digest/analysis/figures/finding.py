"""Figures as they stand in a text, told from years, dates, ages, scores and numbers in names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from digest.analysis.figures.amounts import (
    CURRENCIES,
    FIGURE_FORMS,
    LEADS,
    NUMBER_WORD,
    SIGNS,
    Amount,
    amount_at,
    signed_amount_at,
)
from digest.analysis.figures.counted import counted_behind, hedge_before, money_behind, share_behind
from digest.text.anchors import Anchor, find_anchors, word_before
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.tokens import find_words

_FIGURE_WORDS = lexicon("figures")
_SMALL_WORDS = (
    lexicon("function_words")["en"] | _FIGURE_WORDS["hedged"] | _FIGURE_WORDS["stops"] | _FIGURE_WORDS["determiners"]
)
MONTHS = frozenset(
    form for pair in lexicon("dates")["months"] for name in [pair.partition("=")[0]] for form in (name, f"{name}.")
)
"""Names of months, with the stop that an abbreviation may have."""
_NUMBERED = frozenset({"no", "no.", "nos", "nos.", "number", "page", "age", "aged", "#"})
_SIGN_MARKS = frozenset(sign[-1] for sign in SIGNS if not sign[-1].isalpha() and sign[-1] != ".")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_JOIN = re.compile(r"\s?[-–—]\s?|\s+to\s+|\s+and\s+")
_UNIT_OF_FIRST = re.compile(r"\s?(?P<unit>[A-Za-z°]+)(?=\s+(?:and|to)\s|\s?[-–]\s?\d)")
_UNIT_OF_LAST = re.compile(r"\s?(?P<unit>[A-Za-z°]+)")
_RATIO = re.compile(rf"\b(?:{NUMBER_WORD}|\d+)(?:\s+times)?\s+(?:in|out\s+of)(?:\s+every)?\s+\Z")
_OF_SO_MANY = re.compile(rf"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{NUMBER_WORD}|\d+)\b")
_AGE = re.compile(r"[\s-]years?[\s-]old\b|\s+years?\s+of\s+age\b")
_AGO = re.compile(r"\s+(?:ago|old)\b")
_MAGNITUDE = re.compile(r"[Mm]agnitude[\s-](?:of\s+)?\Z")
_RUN = re.compile(r"[\d.,:/–-]*\d")
_MARKED_RUN = re.compile(r"[.,:/–-]\d|-and\b|-to-")
# "A $3 billion deal": the number says of what kind the noun behind it is.
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that", "of"})
_SHORT_SCALES = ("m", "k", "b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a story gives, with what it counts."""

    span: Span
    value: Decimal
    unit: str | None = None
    """ISO 4217 code for money, `%` for shares, the unit of measure or the noun behind the number for counts."""
    phrase: Span
    """From the hedge before the number to the end of what it counts: "at least 250 people", "9% of voters"."""


def find_figures(text: str, within: Span, *, anchors: Iterable[Anchor] | None = None) -> Iterator[Figure]:
    """Yield the figures in a stretch of `text`, in order.

    Bare numbers, ordinals, years, ages, dates, clock times, scores, ratios and numbers in names are none. The two
    ends of a range, "$1.2bn–1.5bn", are two figures of one phrase.

    Args:
        text: the whole.
        within: the stretch, a sentence at best.
        anchors: the stretch's anchors by `FIGURE_FORMS`, and perhaps others, where they are known.
    """
    taken = within.start
    if anchors is None:
        (anchors,) = find_anchors(text, [(within, find_words(within.of(text)))], FIGURE_FORMS)
    for start, end in anchors:
        word = text[start:end]
        if not word[0].isdigit() and word not in FIGURE_FORMS:
            continue
        if word in LEADS:
            before, start = word_before(text, start, within.start)
            if before not in ("a", "one") or word_before(text, start, within.start)[0] in ("half", "of"):
                continue
        if start < taken or (start > within.start and not _begins_a_number(text[start - 1])):
            continue
        amount = amount_at(text, start, taken, within.end)
        if amount is None:
            run = _RUN.match(text, start, within.end)
            taken = run.end() if run else end
            continue
        taken = amount.end
        for figure in _figures(text, amount, start, within):
            taken = max(taken, figure.span.end)
            yield figure


def _begins_a_number(before: str) -> bool:
    return before.isspace() or before in "(“\"‘'[—~." or before in _SIGN_MARKS


def _figures(text: str, amount: Amount, at: int, within: Span) -> Iterator[Figure]:
    if text[at - 1 : at] == "." and amount.currency is None and at > within.start:
        return
    if amount.currency is None and not _may_count(text, amount, at, within):
        return
    last = _other_end(text, amount, within)
    if last is None and (measured := _with_unit(text, amount, within)):
        amount, last = measured
    if last is None and _MARKED_RUN.match(text, amount.end, within.end):
        return  # a score, a size, a telephone number
    amounts = [amount] if last is None else [amount, last]
    end = amounts[-1].end
    unit = next((it.unit for it in reversed(amounts) if it.unit), None)
    if _OF_SO_MANY.match(text, end, within.end) or (unit is None and _AGE.match(text, end, within.end)):
        return
    scale, start = amounts[-1].scale, amount.start
    adjective = word_before(text, start, within.start)[0] in _ARTICLES
    if unit:
        behind = share_behind(text, end, within.end, adjective=adjective)
    elif amount.currency:
        unit, behind = amount.currency, money_behind(text, end, within.end, adjective=adjective)
    else:
        if {it.scale for it in amounts} & set(_SHORT_SCALES):
            return  # metres, or a race
        if found := _MAGNITUDE.search(text, max(within.start, amount.start - 14), amount.start):
            unit, behind, start = "magnitude", end, found.start()
        else:
            counted = counted_behind(text, end, within.end)
            unit, end, behind = counted.unit, counted.unit_end, counted.end
            if unit is None and (scale is None or scale == "hundred" or amount.number == 1):
                return
            if unit in CURRENCIES:
                unit, behind = CURRENCIES[unit], money_behind(text, end, within.end, adjective=adjective)
            elif unit and ((scale is None and _YEAR.fullmatch(amount.printed)) or _AGO.match(text, end, within.end)):
                return
    phrase = Span(hedge_before(text, start, within.start), max(end, behind))
    if last is not None:
        yield Figure(span=Span(amount.start, amount.end), value=amount.value(last.scale), unit=unit, phrase=phrase)
    yield Figure(span=Span(amounts[-1].start, end), value=amounts[-1].value(), unit=unit, phrase=phrase)


def _may_count(text: str, amount: Amount, at: int, within: Span) -> bool:
    """Whether the words before a number let it count: in "Flight 370", "June 12" and "one in five" it does not."""
    before = text[max(within.start, at - 24) : at]
    if not before[-1:].isspace():
        return True
    words = before.split()
    last = words[-1] if words else ""
    if last in MONTHS or last.lower() in _NUMBERED:
        return False
    if last in ("in", "of", "every") and amount.unit is None and _RATIO.search(before):
        return False
    if not last[:1].isupper() or last[-1:] in '.,:;)”"—' or last.lower() in _SMALL_WORDS or amount.in_words:
        return True
    return bool(amount.scale or amount.unit or "," in amount.printed or _MAGNITUDE.search(before))


def _other_end(text: str, amount: Amount, within: Span) -> Amount | None:
    """The greater end of the range that an amount opens: "10-15", "$1.2bn–1.5bn", "between 30 and 40"."""
    join = _JOIN.match(text, amount.end, within.end)
    if join is None:
        return None
    last = signed_amount_at(text, join.end(), within.end)
    if last is None or last.printed.startswith("0") or _MARKED_RUN.match(text, last.end, within.end):
        return None
    if "and" in join.group() and not text[max(within.start, amount.start - 12) : amount.start].rstrip().endswith(
        ("between", "Between")
    ):
        return None
    if (last.currency and last.currency != amount.currency) or amount.unit not in (None, last.unit):
        return None
    return last if amount.value(last.scale) < last.value() else None


def _with_unit(text: str, amount: Amount, within: Span) -> tuple[Amount, Amount] | None:
    """The two ends of a range that says its unit at each: "between 15cm and 25cm", "15cm to 25cm"."""
    unit = _UNIT_OF_FIRST.match(text, amount.end, within.end)
    if unit is None or word_before(text, amount.start, within.start)[0] == "from":
        return None
    measured = amount._replace(end=unit.end())
    last = _other_end(text, measured, within)
    if last is None:
        return None
    behind = _UNIT_OF_LAST.match(text, last.end, within.end)
    return (measured, last) if behind and behind["unit"] == unit["unit"] else None
