"""Repetition, how much of an article a brief says again, word for word: republishing has limits in law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from digest.article import Article
from digest.brief import Brief

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_SHORTEST = 5
"""Words in a row that are a repetition; fewer are any writer's."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a brief repeats of an article, its footnotes included."""

    longest: int
    """Words in a row, at most."""
    beginning: str
    """The first of these, as the article prints them."""
    share: float
    """Of the article's words, those that stand in a row of five or more that the brief has too."""


def repetition_of(brief: Brief, article: Article) -> Repetition:
    """How much of an article's story a brief repeats."""
    printed = [word for sentence in article.sentences for word in _WORD.findall(sentence.text)]
    rows = _rows(printed, _texts_of(brief))
    longest = max(rows, default=0)
    first = rows.index(longest) - longest + 1 if longest else 0
    repeated = sum(_covered(rows))
    return Repetition(longest, " ".join(printed[first : first + longest][:_SHORTEST]), repeated / max(1, len(printed)))


def _texts_of(brief: Brief) -> Iterator[str]:
    """What readers see of a brief, each statement and each footnote by itself."""
    yield brief.front_matter.title
    yield brief.front_matter.description or ""
    questions = [exchange.question for exchange in brief.exchanges]
    points = (*brief.key_points, *brief.figures, *brief.outlook, *brief.open_questions, *questions)
    takeaway = (brief.takeaway,) if brief.takeaway else ()
    for said in (*takeaway, *points, *brief.said, *brief.timeline):
        yield said.text
        yield from (evidence.text for evidence in said.evidence)
    yield from (section.markdown for section in brief.sections)


def _rows(printed: Iterable[str], texts: Iterable[str]) -> list[int]:
    """For each word, how many in a row, it being the last, stand so in one of the texts.

    In linear time, by the suffix automaton of the texts (Blumer et al. 1985, doi:10.1016/0304-3975(85)90157-4).
    """
    steps, links, lengths = _automaton(
        chain.from_iterable((*map(_key, _WORD.findall(text)), number) for number, text in enumerate(texts))
    )
    rows = []
    state = length = 0
    for word in map(_key, printed):
        while state and word not in steps[state]:
            state = links[state]
            length = lengths[state]
        if word in steps[state]:
            state = steps[state][word]
            length += 1
        rows.append(length)
    return rows


def _automaton(symbols: Iterable[str | int]) -> tuple[list[dict[str | int, int]], list[int], list[int]]:
    """The suffix automaton of a row of words: each state's steps, suffix link and length."""
    steps: list[dict[str | int, int]] = [{}]
    links, lengths = [-1], [0]
    last = 0
    for symbol in symbols:
        new = len(steps)
        steps.append({})
        lengths.append(lengths[last] + 1)
        links.append(0)
        state, last = last, new
        while state >= 0 and symbol not in steps[state]:
            steps[state][symbol] = new
            state = links[state]
        if state < 0:
            continue
        found = steps[state][symbol]
        if lengths[found] != lengths[state] + 1:
            copy = len(steps)
            steps.append(dict(steps[found]))
            lengths.append(lengths[state] + 1)
            links.append(links[found])
            links[found] = copy
            while state >= 0 and steps[state].get(symbol) == found:
                steps[state][symbol] = copy
                state = links[state]
            found = copy
        links[new] = found
    return steps, links, lengths


def _covered(rows: Sequence[int]) -> Iterator[bool]:
    """For each word, the last one first, whether it stands in a repeated row."""
    left = 0
    for row in reversed(rows):
        left = max(left - 1, row if row >= _SHORTEST else 0)
        yield left > 0


def _key(word: str) -> str:
    return word.casefold().replace("’", "'")
