"""Wording, a story's sentences as they are compared with each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from digest.article import Article
from digest.text.tokens import content_words, find_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A story's sentences as they are compared: without the dateline, content words only."""

    printed: tuple[tuple[str, ...], ...]
    """The words of each sentence."""
    contents: tuple[tuple[str, ...], ...]
    """The content words of each."""
    names: frozenset[str]
    """Content words that stand with a capital inside a sentence."""
    spread: Mapping[str, int]
    """In how many sentences each content word stands."""
    norm: float
    """The length of `spread` as a vector."""
    headline: frozenset[str]
    english: bool


def wording_of(article: Article) -> Wording:
    """The story's words, as features, salience and selection compare them."""
    dateline = article.dateline
    printed = tuple(
        find_words(article.text[dateline.span.end : sentence.span.end])
        if dateline and sentence.span.contains(dateline.span)
        else sentence.words
        for sentence in article.sentences
    )
    inside = {word for words in printed for word in words[1:] if word[0].isupper()}
    contents = tuple(tuple(content_words(words)) for words in printed)
    spread = Counter(word for words in contents for word in set(words))
    return Wording(
        printed=printed,
        contents=contents,
        names=frozenset(content_words(inside)),
        spread=spread,
        norm=math.sqrt(sum([count * count for count in spread.values()])) or 1.0,
        headline=frozenset(content_words(find_words(article.headline or ""))),
        english=article.language in ("en", "und"),
    )
