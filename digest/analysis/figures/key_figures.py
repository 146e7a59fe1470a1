"""Key figures, the few numbers of a story that a reader would note down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.analysis.figures.finding import MONTHS, Figure
from digest.analysis.figures.meaning import with_meaning, with_whole
from digest.analysis.figures.predicate import with_predicate
from digest.article import Article, Sentence
from digest.article.corrections import taken_back
from digest.text.lexicons import lexicon, phrases
from digest.text.spans import Span, one_line
from digest.text.tokens import GENITIVE_S

MOST = 5
_MOST_OF_A_SENTENCE = 2
_LEAST = 10
"""Counts below are told in words."""
_LEAST_MONEY = 1000
"""Of sums below what is done with them says little: "paid £4"."""
_IS_SIZE = re.compile(r"\b(?:city|community|country|county|hamlet|island|nation|settlement|suburb|town|village) of \Z")
"""What is large or small by the number of those who live there, which is no news."""
_LONGEST_SIZE = 16
_EACH = re.compile(r"\s(?:an?|per)\s(?:year|month|week|day|annum|quarter)\Z")
"""How often a sum is due, which does not say what it is."""
_GLUED = re.compile(r"[a-z]{4}[A-Z][a-z]{2}")
"""Words of a page's buttons that are set one against the other: "34 postsGet it"."""
_TIMES = lexicon("figures")["times"]
_MEASURES = frozenset().union(*(phrases("units")[of] for of in ("length", "weight", "temperature")))
_MONEYS = lexicon("figures")["moneys"]
"""Money of several countries, which has no code."""
_SPEEDS = frozenset(["mph", "kph", "km/h"])
_LONGEST = 90
"""Characters of a phrase."""
_BEFALLEN = 0.5
"""What it adds that a count says what befell those whom it counts."""
_LIVES = lexicon("figures")["lives"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A figure that matters, in the words of the story."""

    figure: Figure
    phrase: str
    """The figure with its hedge and what it counts, as printed, on one line."""
    evidence: Sentence
    """The sentence that gives it."""


class _Candidate(NamedTuple):
    worth: float
    number: int
    """Of its sentence."""
    phrase: Span
    figure: Figure


def find_key_figures(article: Article, figures: Sequence[Figure]) -> tuple[KeyFigure, ...]:
    """Up to five figures that say what they count, from early in the story rather than late, in reading order.

    Args:
        article: the article.
        figures: its figures, in reading order.
    """
    if article.language not in ("en", "und") or not figures:
        return ()
    chosen: list[_Candidate] = []
    for found in sorted(_candidates(article, figures), key=lambda it: (-it.worth, it.number)):
        if len(chosen) < MOST and sum(one.number == found.number for one in chosen) < _MOST_OF_A_SENTENCE:
            chosen.append(found)
    return tuple(
        KeyFigure(
            figure=one.figure, phrase=one_line(one.phrase.of(article.text)), evidence=article.sentences[one.number]
        )
        for one in sorted(chosen, key=lambda one: one.figure.span)
    )


def _candidates(article: Article, figures: Sequence[Figure]) -> list[_Candidate]:
    """The figures that tell something, in reading order; one that stands in another's phrase is told by that."""
    found: list[_Candidate] = []
    number, told = 0, set()
    sentences, wrong = article.sentences, taken_back(article)
    for figure, behind in zip(figures, [*figures[1:], None], strict=True):
        while number < len(sentences) and sentences[number].span.end < figure.span.end:
            number += 1
        if number == len(sentences):
            break
        # "10 citizens" and "10 passengers" are the same ten people more often than not.
        key = (figure.value, figure.unit if figure.unit and (_is_money(figure.unit) or figure.unit == "%") else None)
        if key in told or number in wrong or sentences[number].asks or (behind and behind.phrase == figure.phrase):
            continue
        phrase = _phrase_of(article.text, figure, sentences[number].span)
        if not _tells(article.text, figure, phrase) or (found and figure.span.start < found[-1].phrase.end):
            continue
        told.add(key)
        # What a share or a sum is of makes it plain, and no worthier than what says so behind the number.
        worth = _worth(figure, figure.phrase.of(article.text)) - 4 * number / len(sentences)
        if figure.unit and phrase != figure.phrase and not _needs_meaning(figure.unit):
            worth += _BEFALLEN
        while found and found[-1].figure.span.start >= phrase.start:
            found.pop()
        found.append(_Candidate(worth=worth, number=number, phrase=phrase, figure=figure))
    return found


def _phrase_of(text: str, figure: Figure, within: Span) -> Span:
    """A figure's phrase with the words beside it that say what it is of, or what befell those whom it counts."""
    phrase = figure.phrase
    if figure.unit and not _needs_meaning(figure.unit):
        phrase = with_predicate(text, with_whole(text, phrase, within), within, unit=figure.unit)
    elif figure.unit and (phrase.end == figure.span.end or _EACH.search(text, figure.span.end, phrase.end)):
        large = _is_money(figure.unit) and figure.value >= _LEAST_MONEY
        phrase = with_meaning(text, phrase, within, large=large, share=figure.unit == "%")
    return phrase if phrase.end - phrase.start <= _LONGEST else figure.phrase


def _tells(text: str, figure: Figure, phrase: Span) -> bool:
    """Whether a figure says what it counts, in the phrase that tells most of it, and is more than a trifle."""
    each = _EACH.search(text, figure.span.end, phrase.end)
    words = (each.start() if each else phrase.end) - figure.span.end + (figure.phrase.start - phrase.start)
    last = text[: figure.phrase.end].rpartition(" ")[2].lstrip("0123456789.,")
    if (last in _MEASURES or last in _SPEEDS) and phrase == figure.phrase:
        return False  # how long, heavy or fast something is tells nothing without the thing
    unit = figure.unit
    if unit is None or phrase.end - phrase.start > _LONGEST or unit.lower() in _TIMES:
        return False
    if (
        last in MONTHS
        or text[phrase.start : phrase.end].endswith(GENITIVE_S)
        or _GLUED.search(text, phrase.start, phrase.end)
    ):
        return False  # of whose it is tells nothing without what it is
    if text[figure.span.start - 1 : figure.span.start] == "(":
        return False  # what was said before, in another unit
    if unit in _LIVES and _IS_SIZE.search(text, max(0, figure.phrase.start - _LONGEST_SIZE), figure.phrase.start):
        return False
    if _is_money(unit) or unit in ("%", "percentage points", "basis points"):
        return words > 0
    return figure.value >= _LEAST and text[figure.span.start].isdigit() and "-" not in figure.span.of(text)


def _needs_meaning(unit: str) -> bool:
    """Whether a figure in a unit counts nothing: it is a sum, a share or a speed of something."""
    return _is_money(unit) or unit == "%" or unit.lower() in _SPEEDS


def _worth(figure: Figure, phrase: str) -> float:
    unit = figure.unit or ""
    worth = 1.0 if _is_money(unit) and figure.value >= 1000 else 0.0
    worth += 1.0 if unit.lower() in _LIVES else 0.0
    worth += 0.5 if " of " in phrase or " in " in phrase else 0.0
    return worth + min(3, len(str(int(figure.value)))) / 6


def _is_money(unit: str) -> bool:
    return (len(unit) == 3 and unit.isupper()) or unit in _MONEYS
