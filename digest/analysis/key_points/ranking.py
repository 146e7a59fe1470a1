"""Ranking, from a sentence's features to how much it deserves to be a key point."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from digest.analysis.key_points.features import FEATURES, SentenceFeatures
from digest.text.lexicons import weights_of


@cache
def trained_weights() -> tuple[float, ...]:
    """One weight for each of `FEATURES`, from `data/key_points.yml`, which says how they were trained."""
    trained = weights_of("key_points")
    return tuple(trained[name] for name in FEATURES)


def rank_sentences(features: Iterable[SentenceFeatures], weights: tuple[float, ...] | None = None) -> tuple[float, ...]:
    """The score of each sentence, the weighted sum of its features; the higher the better."""
    used = trained_weights() if weights is None else weights
    return tuple(
        sum(weight * value for weight, value in zip(used, sentence.values, strict=True)) for sentence in features
    )
