"""Wording, a story's sentences as they are compared with each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, filterfalse, repeat

from digest.article import Article
from digest.text.rarity import rarities
from digest.text.tokens import content_words, find_words

_OF_THE_NEWS = 2
"""Content words of the headline or the first sentence that a sentence about the same has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A story's sentences as they are compared: without the dateline, content words only."""

    printed: tuple[tuple[str, ...], ...]
    """The words of each sentence."""
    contents: tuple[tuple[str, ...], ...]
    """The content words of each."""
    distinct: tuple[frozenset[str], ...]
    """The same without repetition."""
    capitals: tuple[int, ...]
    """How many words inside each stand with a capital."""
    names: frozenset[str]
    """Content words that stand with a capital inside a sentence."""
    spread: Mapping[str, int]
    """In how many sentences each content word stands."""
    norm: float
    """The length of `spread` as a vector."""
    rarity: Mapping[str, float]
    """How much each content word tells by being there."""
    headline: frozenset[str]

    def shares_of_headline(self, numbers: Collection[int]) -> dict[int, float]:
        """How much each of these sentences has of the headline's words that the story has, from 0 to 1; none without any."""
        told = {word: self.rarity[word] for word in self.headline if word in self.rarity}
        whole = math.fsum(told.values())
        if not whole:
            return {}
        return {
            number: math.fsum(told[word] for word in told if word in self.distinct[number]) / whole
            for number in numbers
        }

    def is_of_the_news(self, number: int) -> bool:
        """Whether a sentence speaks of what the headline and the story's first sentence speak of."""
        return len(self.distinct[number] & (self.headline | self.distinct[0])) >= _OF_THE_NEWS


def wording_of(article: Article) -> Wording:
    """The story's words, as features, salience and selection compare them."""
    dateline = article.dateline
    printed = tuple(
        find_words(article.text[dateline.span.end : sentence.span.end])
        if dateline and sentence.span.contains(dateline.span)
        else sentence.words
        for sentence in article.sentences
    )
    inside = [[word for word in filterfalse(str.islower, words[1:]) if word[0].isupper()] for words in printed]
    contents = tuple([tuple(content_words(words)) for words in printed])
    distinct = tuple(map(frozenset, contents))
    spread = Counter(chain.from_iterable(distinct))
    table, unknown = rarities(english=article.language in ("en", "und"))
    return Wording(
        printed=printed,
        contents=contents,
        distinct=distinct,
        capitals=tuple(map(len, inside)),
        names=frozenset(content_words(frozenset(chain.from_iterable(inside)))),
        spread=spread,
        norm=math.sqrt(sum([count * count for count in spread.values()])) or 1.0,
        rarity=dict(zip(spread, map(table.get, spread, repeat(unknown)), strict=True)),
        headline=frozenset(content_words(find_words(article.headline or ""))),
    )
