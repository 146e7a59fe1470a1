"""Salience, how likely a word of a story is to stand in an editor's summary of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from itertools import chain, repeat
from math import log1p
from operator import mul, truediv

from digest.analysis.key_points.wording import Wording

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


def describe_words(wording: Wording, numbers: Collection[int] | None = None) -> dict[str, tuple[float, ...]]:
    """The `FEATURES` of the distinct words of some of a story's sentences, or of all; linear in the story's length."""
    told = list(chain.from_iterable(wording.contents))
    counts = Counter(told)
    early = dict.fromkeys(counts, 0.0)
    centrality = dict.fromkeys(counts, 0.0)
    depth = dict(zip(reversed(told), range(len(told), 0, -1), strict=True))
    spread, norm = wording.spread, wording.norm
    for number, distinct in enumerate(wording.distinct):
        central = sum(map(spread.__getitem__, distinct)) / (math.sqrt(len(distinct)) * norm) if distinct else 0.0
        share = 1 / (1 + number)
        for word in distinct:
            early[word] += share
            centrality[word] += central
    opening = wording.distinct[0] if wording.distinct else frozenset()
    asked = list(counts if numbers is None else frozenset().union(*[wording.distinct[number] for number in numbers]))
    sentences = list(map(spread.__getitem__, asked))
    # Feature by feature: a story has hundreds of words.
    described = zip(
        map(float, map(opening.__contains__, asked)),
        map(float, map((opening & wording.names).__contains__, asked)),
        map(log1p, sentences),
        map(early.__getitem__, asked),
        map(log1p, map(depth.__getitem__, asked)),
        map(truediv, map(centrality.__getitem__, asked), sentences),
        map(mul, map(wording.rarity.__getitem__, asked), map(log1p, map(counts.__getitem__, asked))),
        repeat(math.log(len(wording.contents)) if counts else 0.0),
        map(float, map(wording.headline.__contains__, asked)),
    )
    return dict(zip(asked, described, strict=True))
