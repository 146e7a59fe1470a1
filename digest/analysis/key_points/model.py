"""The trained model of key points: how salient a word is, and how much of a summary a sentence holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, fsum
from typing import Any

from digest.analysis.key_points import features, salience
from digest.analysis.key_points.trees import Forest, Tree, forest_of, shares_of
from digest.text.data import read_data


@dataclass(frozen=True, kw_only=True)
class Model:
    """Weights of words, and trees for sentences."""

    word_base: float
    word_weights: tuple[float, ...]
    """One for each of `salience.FEATURES`; a logistic regression."""
    base: float
    trees: tuple[Tree, ...]
    """Boosted trees (Friedman 2001) over `features.FEATURES`; their answers are added to `base`."""

    def salience_of(self, words: Mapping[str, Sequence[float]]) -> dict[str, float]:
        """How likely each word is to stand in a summary, from 0 to 1."""
        base, (w1, w2, w3, w4, w5, w6, w7, w8, w9) = self.word_base, self.word_weights
        return {  # written out, as a story has hundreds of words
            word: 1
            / (1 + exp(-base - (w1 * a + w2 * b + w3 * c + w4 * d + w5 * e + w6 * f + w7 * g + w8 * h + w9 * i)))
            for word, (a, b, c, d, e, f, g, h, i) in words.items()
        }

    @cached_property
    def _forest(self) -> Forest:
        return forest_of(self.trees)

    def worth_of(self, sentence: Sequence[float]) -> float:
        """The share of a sentence's words that a summary would have too, and twice that of its pairs of words."""
        return self.base + self._forest.sum_of(sentence)

    @property
    def average(self) -> float:
        """The worth of an average sentence."""
        return self.base + fsum(tree.means[0] for tree in self.trees)

    def contributions(self, sentence: Sequence[float]) -> dict[str, float]:
        """What each feature adds to a sentence's worth over the average one; the features that add nothing left out."""
        return {features.FEATURES[number]: share for number, share in shares_of(self.trees, sentence).items()}


def parse_model(plain: Mapping[str, Any]) -> Model:
    """The model in plain values, as `dump_model` gives them."""
    number = {name: place for place, name in enumerate(features.FEATURES)}
    words = plain["words"]["weights"]
    return Model(
        word_base=float(plain["words"]["base"]),
        word_weights=tuple(float(words[name]) for name in salience.FEATURES),
        base=float(plain["sentences"]["base"]),
        trees=tuple(
            Tree(tuple((number[name], float(most)) for name, most in questions), tuple(map(float, means)))
            for questions, means in plain["sentences"]["trees"]
        ),
    )


def dump_model(model: Model) -> dict[str, Any]:
    """The model in plain values: features by their names."""
    return {
        "words": {"base": model.word_base, "weights": dict(zip(salience.FEATURES, model.word_weights, strict=True))},
        "sentences": {
            "base": model.base,
            "trees": [
                [[[features.FEATURES[asked], most] for asked, most in tree.questions], list(tree.means)]
                for tree in model.trees
            ],
        },
    }


@cache
def trained_model() -> Model:
    """The model of `data/key_points.json`, which says how it was trained."""
    return parse_model(json.loads(read_data("key_points.json")))
