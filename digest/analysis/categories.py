"""Categories, the sections of a digest that a story belongs in."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from digest.article import Article, words_in
from digest.settings import Section
from digest.text.lexicons import phrases
from digest.text.rarity import rarities
from digest.text.remembered import Remembered
from digest.text.tokens import content_words, find_words

_MOST = 2
_ENOUGH = 5.0
"""What the words of a section must weigh together: three of middling rarity, or two that the story comes back to."""
_AS_CLEAR = 0.65
"""What share of the first section's weight a second one needs."""
_OPENING, _OF_OPENING, _OF_HEADLINE = 4, 2, 4
"""The first sentences, and how often a word counts there and in the headline."""
_LONGEST_STORY = 400
"""Sentences that are looked at: more of them tell no more of what a story is about."""


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    """The words of a phrase behind its first one, in lower case."""
    number: int
    """Which word or phrase it is a form of."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """Sections, as they are looked up."""

    entries: Remembered[tuple[_Entry, ...]]
    """What may begin with a word as printed, the longest first."""
    weights: tuple[float, ...]
    sections: tuple[tuple[str, ...], ...]
    """The sections that each word or phrase belongs to."""


@cache
def own_sections() -> tuple[Section, ...]:
    """The sections of a digest that names none: those of `data/categories.txt`."""
    return tuple(
        Section(name, tuple(entry.strip() for line in lines for entry in line.split(",") if entry.strip()))
        for name, lines in phrases("categories").items()
    )


def find_categories(article: Article, sections: tuple[Section, ...] = ()) -> tuple[str, ...]:
    """Up to two sections, the one whose words weigh most in the story first; none where none is clear.

    A word weighs by its rarity, and by the logarithm of its count: a word said again tells less than another one.

    Args:
        article: the article.
        sections: the site's own, in any language; without them ours, which are English.
    """
    english = article.language in ("en", "und")
    if not english and not sections:
        return ()
    rules = _rules(sections or own_sections(), english)
    headline = find_words(article.headline or "")
    opening, rest = article.sentences[:_OPENING], article.sentences[_OPENING:_LONGEST_STORY]
    counts: dict[int, int] = {}
    for times, words in (
        (_OF_HEADLINE, headline),
        (_OF_OPENING, words_in(opening)),
        (1, words_in(rest)),
    ):
        for number in _found(words, rules.entries):
            counts[number] = counts.get(number, 0) + times
    weights: dict[str, float] = {}
    for number, times in counts.items():
        weight = rules.weights[number] * math.log1p(times)
        for section in rules.sections[number]:
            weights[section] = weights.get(section, 0.0) + weight
    ranked = sorted(weights, key=lambda name: (-weights[name], name))
    enough = max(_ENOUGH, weights[ranked[0]] * _AS_CLEAR) if ranked else 0
    return tuple(name for name in ranked[:_MOST] if weights[name] >= enough)


def _found(words: Sequence[str], entries: Mapping[str, tuple[_Entry, ...]]) -> Iterator[int]:
    """The words and phrases that stand in a text; the words of a phrase do not count for themselves again."""
    taken = -1
    for at in compress(count(), map(entries.__getitem__, words)):
        if at <= taken:
            continue
        for rest, number in entries[words[at]]:
            if not rest or tuple(map(str.lower, words[at + 1 : at + 1 + len(rest)])) == rest:
                yield number
                taken = at + len(rest)
                break


@cache
def _rules(sections: tuple[Section, ...], english: bool) -> _Rules:
    table, unknown = rarities(english=english)
    listed: dict[tuple[str, ...], list[str]] = {}
    for section in sections:
        for words in dict.fromkeys(map(find_words, section.words)):
            listed.setdefault(words, []).append(section.name)
    begun: dict[str, list[tuple[str, _Entry]]] = {}
    weights = []
    for number, words in enumerate(listed):
        weights.append(math.sqrt(max([table.get(word, unknown) for word in content_words(words)], default=1.0)))
        for form in _forms(words[-1]) if words else ():
            first, *rest = (*words[:-1], form)
            begun.setdefault(first.upper(), []).append((first, _Entry(tuple(map(str.lower, rest)), number)))

    def entries_of(printed: str) -> tuple[_Entry, ...]:
        found: dict[tuple[str, ...], _Entry] = {}
        for first, entry in begun.get(printed.upper(), ()):
            if printed in (first, first.upper()) or (first.islower() and printed == first.capitalize()):
                found.setdefault(entry.rest, entry)
        return tuple(sorted(found.values(), key=lambda it: -len(it.rest)))

    return _Rules(Remembered(entries_of), tuple(weights), tuple(map(tuple, listed.values())))


def _forms(word: str) -> Iterator[str]:
    """A word, its plural, and the possessives of both."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        plural = f"{word[:-1]}ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        plural = f"{word}es"
    else:
        plural = f"{word}s"
    for form in (word, plural):
        yield from (form, f"{form}'s", f"{form}’s")
