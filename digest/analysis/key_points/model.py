"""The trained model of key points: how salient a word is, and how much of a summary a sentence holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any, NamedTuple

from digest.analysis.key_points import features, salience
from digest.text.data import read_data


class Tree(NamedTuple):
    """A regression tree of two levels: three questions "at most?", and four answers.

    The first question decides which of the other two is asked; each has the number of a feature and a
    threshold. `means` are what the tree answers on average: in all, where the first is answered yes, and no.
    """

    first: tuple[int, float]
    if_yes: tuple[int, float]
    if_no: tuple[int, float]
    answers: tuple[float, float, float, float]
    means: tuple[float, float, float]


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

    def worth_of(self, sentence: Sequence[float]) -> float:
        """The share of a sentence's words and pairs of words that a summary would have too."""
        worth = self.base
        for (first, most), (if_yes, most_yes), (if_no, most_no), (both, yes, no, neither), _ in self.trees:
            if sentence[first] <= most:
                worth += both if sentence[if_yes] <= most_yes else yes
            else:
                worth += no if sentence[if_no] <= most_no else neither
        return worth

    @property
    def average(self) -> float:
        """The worth of an average sentence."""
        return self.base + sum(tree.means[0] for tree in self.trees)

    def contributions(self, sentence: Sequence[float]) -> dict[str, float]:
        """What each feature adds to a sentence's worth over the average one; the features that add nothing left out.

        Each question's feature gets the change in the tree's mean that its answer brings (Saabas 2014), so
        that the sum is the worth, less the average.
        """
        found: dict[str, float] = {}
        for tree in self.trees:
            mean, yes, no = tree.means
            feature, threshold = tree.first
            low = sentence[feature] <= threshold
            middle = yes if low else no
            asked, limit = tree.if_yes if low else tree.if_no
            answer = tree.answers[(0 if low else 2) + (0 if sentence[asked] <= limit else 1)]
            for name, change in (
                (features.FEATURES[feature], middle - mean),
                (features.FEATURES[asked], answer - middle),
            ):
                if change:
                    found[name] = found.get(name, 0.0) + change
        return found


def parse_model(plain: Mapping[str, Any]) -> Model:
    """The model in plain values, as `dump_model` gives them."""
    number = {name: place for place, name in enumerate(features.FEATURES)}

    def question(asked: Sequence[Any]) -> tuple[int, float]:
        return number[asked[0]], float(asked[1])

    words = plain["words"]["weights"]
    return Model(
        word_base=float(plain["words"]["base"]),
        word_weights=tuple(float(words[name]) for name in salience.FEATURES),
        base=float(plain["sentences"]["base"]),
        trees=tuple(
            Tree(question(one), question(yes), question(no), tuple(answers), tuple(means))
            for one, yes, no, answers, means in plain["sentences"]["trees"]
        ),
    )


def dump_model(model: Model) -> dict[str, Any]:
    """The model in plain values: features by their names."""

    def question(asked: tuple[int, float]) -> list[Any]:
        return [features.FEATURES[asked[0]], asked[1]]

    return {
        "words": {"base": model.word_base, "weights": dict(zip(salience.FEATURES, model.word_weights, strict=True))},
        "sentences": {
            "base": model.base,
            "trees": [
                [question(it.first), question(it.if_yes), question(it.if_no), list(it.answers), list(it.means)]
                for it in model.trees
            ],
        },
    }


@cache
def trained_model() -> Model:
    """The model of `data/key_points.json`, which says how it was trained."""
    return parse_model(json.loads(read_data("key_points.json")))
