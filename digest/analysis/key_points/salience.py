"""Salience, how likely a word of a story is to stand in an editor's summary of it."""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from math import log1p

from digest.analysis.key_points.wording import Wording
from digest.text.rarity import rarities

FEATURES = (
    "opens",
    "opens_as_name",
    "spread",
    "early",
    "depth",
    "centrality",
    "weight",
    "story_length",
    "headline",
)
"""What is seen of a word: whether it stands in the first sentence, and there or later as a name; in how many
sentences it stands, how early, and how far down the first time; how central those sentences are; its rarity times
its count; the story's sentences; and whether the headline has it. Counts are taken by their logarithm."""


def describe_words(wording: Wording) -> dict[str, tuple[float, ...]]:
    """The `FEATURES` of each distinct word of a story; linear in the story's length."""
    contents, names, headline = wording.contents, wording.names, wording.headline
    spread, norm = wording.spread, wording.norm
    told = list(chain.from_iterable(contents))
    counts = Counter(told)
    early = dict.fromkeys(counts, 0.0)
    centrality = dict.fromkeys(counts, 0.0)
    depth = dict(zip(reversed(told), range(len(told), 0, -1), strict=True))
    for number, distinct in enumerate(wording.distinct):
        central = sum([spread[word] for word in distinct]) / (math.sqrt(len(distinct)) * norm) if distinct else 0.0
        share = 1 / (1 + number)
        for word in distinct:
            early[word] += share
            centrality[word] += central
    table, unknown = rarities(english=wording.english)
    opening = wording.distinct[0] if contents else frozenset()
    story = math.log(len(contents)) if contents else 0.0
    return {
        word: (
            1.0 if word in opening else 0.0,
            1.0 if word in opening and word in names else 0.0,
            log1p(spread[word]),
            early[word],
            log1p(depth[word]),
            centrality[word] / spread[word],
            table.get(word, unknown) * log1p(count),
            story,
            1.0 if word in headline else 0.0,
        )
        for word, count in counts.items()
    }
