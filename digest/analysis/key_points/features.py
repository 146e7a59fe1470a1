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
    "centrality",
    "commonness",
    "rarity",
    "lead",
    "lead_length",
    "length",
    "content",
    "letters",
    "early",
    "place",
    "story_length",
    "quotation",
    "names",
    "figures",
    "salience_standing",
    "density_standing",
)
"""What is seen of a sentence.

The mean salience of its content words; the salience of the distinct ones for each word of the sentence, and of
those that no sentence before has; the mean of the less salient half of them, and the least. How central it is to
the story, and how often its words stand there; their mean rarity; how like the first sentence it is, and how many
words that has. Its words, its content words, and its letters for each word; where it stands, on a scale that drops
fast and as a share of the story; the logarithm of the story's sentences; what share of it is quoted; its capitals
inside for each word; and whether it has a figure. Last, how far the first two lie above those of the sentences that
it is compared with, in deviations.
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
    told: set[str] = set()
    wanted = frozenset(numbers)
    seen: dict[int, tuple[float, ...]] = {}
    for number, (words, distinct) in enumerate(zip(contents, wording.distinct, strict=True)):
        if number in wanted:
            text, printed = article.sentences[number].text, wording.printed[number]
            length, kinds = len(printed) or 1, len(distinct) or 1
            worths = sorted(map(worth, distinct)) or [0.0]
            below = worths[: (len(worths) + 1) // 2]
            common = sum(map(spread_of, distinct))
            shared = len(distinct & first)
            seen[number] = (
                math.fsum(map(worth, words)) / (len(words) or 1),
                math.fsum(worths) / length,
                math.fsum(map(worth, distinct - told)),
                math.fsum(below) / len(below),
                worths[0],
                common / (math.sqrt(kinds) * norm),
                common / count,
                math.fsum(map(rarity_of, distinct)) / kinds,
                shared / math.sqrt(kinds * len(first)) if number and shared else 0.0,
                opening,
                float(length),
                float(len(words)),
                len("".join(printed)) / length,
                1 - math.log1p(number) / reach,
                number / count,
                story,
                1 - len(without_quotations(text).strip()) / len(text) if '"' in text or "“" in text else 0.0,
                wording.capitals[number] / length,
                1.0 if _FIGURE.search(text) else 0.0,
            )
        told |= distinct
    salience_mean, salience_spread = _average([seen[number][0] for number in among])
    density_mean, density_spread = _average([seen[number][1] for number in among])
    return {
        number: (
            *values,
            (values[0] - salience_mean) / salience_spread,
            (values[1] - density_mean) / density_spread,
        )
        for number, values in seen.items()
    }


def _average(values: Collection[float]) -> tuple[float, float]:
    """The mean of some values, and how far they lie from it, never nothing."""
    if not values:
        return 0.0, _LEAST_SPREAD
    mean = math.fsum(values) / len(values)
    return mean, math.sqrt(math.fsum([(value - mean) ** 2 for value in values]) / len(values)) + _LEAST_SPREAD
