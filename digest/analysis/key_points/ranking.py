"""Ranking, from a sentence's features to how much it deserves to be a key point."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

from digest.analysis.key_points.features import FEATURES, SentenceFeatures


@cache
def trained_weights() -> tuple[float, ...]:
    """One weight for each of `FEATURES`, from `data/key_points.yml`, which says how they were trained."""
    source = resources.files("digest").joinpath("data", "key_points.yml").read_text("utf-8")
    weights = yaml.safe_load(source)["weights"]
    return tuple(float(weights[name]) for name in FEATURES)


def rank_sentences(features: Iterable[SentenceFeatures], weights: tuple[float, ...] | None = None) -> tuple[float, ...]:
    """The score of each sentence, the weighted sum of its features; the higher the better."""
    used = trained_weights() if weights is None else weights
    return tuple(
        sum(weight * value for weight, value in zip(used, sentence.values, strict=True)) for sentence in features
    )
