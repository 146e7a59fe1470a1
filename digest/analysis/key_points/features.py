"""Features of a story's sentences: what can be seen in them that makes a key point likely."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping

from digest.analysis.key_points.wording import Wording
from digest.article import Article
from digest.text.tokens import without_quotations

_FIGURE = re.compile(r"\d")
_LEAST_SPREAD = 0.02
"""What is added to a deviation, so that sentences that are all alike are no reason for great differences."""
_FULL_STORY = 30
"""Sentences that a story is taken to have at least, when it is said how early one of them stands."""


FEATURES = (
    "salience",
    "salience_density",
    "salience_new",
    "salience_below",
    "salience_least",
    "salience_standing",
    "density_standing",
    "centrality",
    "commonness",
    "to_come",
    "rarity",
    "lead",
    "lead_length",
    "length",
    "content",
    "letters",
    "commas",
    "early",
    "place",
    "story_length",
    "quotation",
    "names",
    "figures",
)
"""What is seen of a sentence.

The mean salience of its content words; the salience of the distinct ones for each word of the sentence, and of
those that no sentence before has; the mean of the less salient half of them, and the least; how the first two
stand to those of the story's other candidates, in standard deviations. How central it is to the story, how often its words stand there, and
how often after it; their mean rarity; how like the first sentence it is, and how many words that has. Its words,
its content words, its letters for each word, and its commas; where it stands, on a scale that drops fast and as a share of the story; the logarithm of
the story's sentences; what share of it is quoted; its capitals inside for each word; and whether it has a figure.
"""


def find_features(
    article: Article,
    wording: Wording,
    salience: Mapping[str, float],
    numbers: Collection[int],
    *,
    among: Collection[int],
) -> dict[int, tuple[float, ...]]:
    """One figure for each of `FEATURES`, for each of some sentences; linear in the story's length.

    Args:
        article: the article.
        wording: its words.
        salience: how likely each content word is to stand in a summary, from 0 to 1.
        numbers: of the sentences that are asked for.
        among: the numbers of those among them that the others are compared with.
    """
    contents = wording.contents
    count = len(contents)
    spread, norm = wording.spread, wording.norm
    first = wording.distinct[0] if contents else frozenset()
    opening = float(len(wording.printed[0])) if contents else 0.0
    story = math.log(count) if count else 0.0
    reach = math.log1p(max(count, _FULL_STORY))
    worth, spread_of, rarity_of = salience.__getitem__, spread.__getitem__, wording.rarity.__getitem__
    told = dict.fromkeys(spread, 0)
    wanted = frozenset(numbers)
    means: dict[int, float] = {}
    densities: dict[int, float] = {}
    for number in sorted(wanted):
        means[number] = sum(map(worth, contents[number])) / (len(contents[number]) or 1)
        densities[number] = math.fsum(map(worth, wording.distinct[number])) / (len(wording.printed[number]) or 1)
    mean, mean_spread = _average([means[number] for number in among])
    density, density_spread = _average([densities[number] for number in among])
    found: dict[int, tuple[float, ...]] = {}
    for number, (words, distinct) in enumerate(zip(contents, wording.distinct, strict=True)):
        if number in wanted:
            text, printed = article.sentences[number].text, wording.printed[number]
            length, kinds = len(printed) or 1, len(distinct) or 1
            ordered = sorted(map(worth, distinct)) or [0.0]
            below = ordered[: (len(ordered) + 1) // 2]
            common = sum(map(spread_of, distinct))
            shared = len(distinct & first)
            found[number] = (
                means[number],
                densities[number],
                math.fsum([worth(word) for word in distinct if not told[word]]),
                sum(below) / len(below),
                ordered[0],
                (means[number] - mean) / mean_spread,
                (densities[number] - density) / density_spread,
                common / (math.sqrt(kinds) * norm),
                common / count,
                (common - sum(map(told.__getitem__, distinct)) - len(distinct)) / count,
                math.fsum(map(rarity_of, distinct)) / kinds,
                shared / math.sqrt(kinds * len(first)) if number and shared else 0.0,
                opening,
                float(length),
                float(len(words)),
                len("".join(printed)) / length,
                float(text.count(",")),
                1 - math.log1p(number) / reach,
                number / count,
                story,
                1 - len(without_quotations(text).strip()) / len(text) if '"' in text or "“" in text else 0.0,
                wording.capitals[number] / length,
                1.0 if _FIGURE.search(text) else 0.0,
            )
        for word in distinct:
            told[word] += 1
    return found


def _average(values: Collection[float]) -> tuple[float, float]:
    """The mean of some values, and how far they lie from it, never nothing."""
    if not values:
        return 0.0, _LEAST_SPREAD
    mean = sum(values) / len(values)
    return mean, math.sqrt(sum([(value - mean) ** 2 for value in values]) / len(values)) + _LEAST_SPREAD
