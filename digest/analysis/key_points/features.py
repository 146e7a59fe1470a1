"""Features of a story's sentences: what can be seen in them that makes a key point likely."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping

from digest.analysis.key_points.wording import Wording
from digest.article import Article
from digest.text.tokens import without_quotations

_FIGURE = re.compile(r"\d")
_FULL_STORY = 30
"""Sentences that a story is taken to have at least, when it is said how early one of them stands."""


FEATURES = (
    "salience",
    "salience_density",
    "salience_new",
    "centrality",
    "commonness",
    "rarity",
    "lead",
    "length",
    "early",
    "place",
    "story_length",
    "quotation",
    "names",
    "figures",
)
"""What is seen of a sentence.

The mean salience of its content words; the salience of the distinct ones for each word of the sentence, and of
those that no sentence before has; how central it is to the story, and how often its words stand there; their
mean rarity; how like the first sentence it is; its words; where it stands, on a scale that drops fast and as a
share of the story; the logarithm of the story's sentences; what share of it is quoted; its capitals inside for
each word; and whether it has a figure.
"""


def find_features(
    article: Article, wording: Wording, salience: Mapping[str, float], numbers: Collection[int]
) -> dict[int, tuple[float, ...]]:
    """One figure for each of `FEATURES`, for each of some sentences; linear in the story's length.

    Args:
        article: the article.
        wording: its words.
        salience: how likely each content word is to stand in a summary, from 0 to 1.
        numbers: of the sentences that are asked for.
    """
    contents = wording.contents
    count = len(contents)
    spread, norm = wording.spread, wording.norm
    first = wording.distinct[0] if contents else frozenset()
    story = math.log(count) if count else 0.0
    reach = math.log1p(max(count, _FULL_STORY))
    worth, spread_of, rarity_of = salience.__getitem__, spread.__getitem__, wording.rarity.__getitem__
    seen: set[str] = set()
    wanted = frozenset(numbers)
    found: dict[int, tuple[float, ...]] = {}
    for number, (words, distinct) in enumerate(zip(contents, wording.distinct, strict=True)):
        if number not in wanted:
            seen |= distinct
            continue
        text = article.sentences[number].text
        length, kinds = len(wording.printed[number]) or 1, len(distinct) or 1
        quoted = '"' in text or "“" in text
        outside = without_quotations(text)
        common = sum(map(spread_of, distinct))
        shared = len(distinct & first)
        found[number] = (
            sum(map(worth, words)) / (len(words) or 1),
            sum(map(worth, distinct)) / length,
            sum(map(worth, distinct - seen)),
            common / (math.sqrt(kinds) * norm),
            common / count,
            sum(map(rarity_of, distinct)) / kinds,
            shared / math.sqrt(kinds * len(first)) if number and shared else 0.0,
            float(length),
            1 - math.log1p(number) / reach,
            number / count,
            story,
            1 - len(outside.strip()) / len(text) if quoted else 0.0,
            wording.capitals[number] / length,
            1.0 if _FIGURE.search(text) else 0.0,
        )
        seen |= distinct
    return found
