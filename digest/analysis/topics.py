"""Topics: the sections of a digest that a story belongs in, and the names that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain

from digest.analysis.names import Names
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.tokens import find_words

_MOST_CATEGORIES, _MOST_TAGS = 2, 6
_FEWEST_HITS = 3
_MOST_OF_ONE = 4
"""Hits of one word that count."""


def find_categories(article: Article, rules: Mapping[str, frozenset[str]] | None = None) -> tuple[str, ...]:
    """Up to two sections, the one with most of its words in the story first.

    A section needs three hits, counting a word of the headline as two, and half as many as the best one.
    """
    sections = rules or lexicon("categories")
    listed = frozenset().union(*sections.values())
    headline = find_words(article.headline or "")
    printed = chain(*(sentence.words for sentence in article.sentences), headline, headline)
    words = Counter(filter(listed.__contains__, map(str.lower, printed)))
    hits = {
        name: sum(min(count, _MOST_OF_ONE) for word, count in words.items() if word in its_words)
        for name, its_words in sections.items()
    }
    ranked = sorted(hits, key=lambda name: (-hits[name], name))
    enough = max(_FEWEST_HITS, hits[ranked[0]] / 2) if ranked else 0
    return tuple(name for name in ranked[:_MOST_CATEGORIES] if hits[name] >= enough)


def find_tags(names: Names) -> tuple[str, ...]:
    """The organisations and places that a story names at least twice, and its first of each."""
    found: list[str] = []
    for kind in (names.organisations, names.places):
        found += [name.name for number, name in enumerate(kind) if number == 0 or len(name.mentions) > 1]
    return tuple(dict.fromkeys(found))[:_MOST_TAGS]
