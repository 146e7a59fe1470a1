"""Ranking, how much of a summary each sentence of a story holds, and what says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from digest.analysis.key_points.features import FEATURES, find_features
from digest.analysis.key_points.model import Model
from digest.analysis.key_points.salience import describe_words
from digest.analysis.key_points.wording import Wording, wording_of
from digest.article import Article

_MOST_WORDS = 6
"""Words that an explanation names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A story as the model sees it."""

    wording: Wording
    salience: Mapping[str, float]
    """How likely each content word of the sentences that are asked for is to stand in a summary, from 0 to 1."""
    features: Mapping[int, tuple[float, ...]]
    """For each sentence that is asked for, one figure for each of `FEATURES`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a sentence is a key point."""

    worth: float
    """The share of its words that a summary is expected to have too, and twice that of its pairs of words."""
    average: float
    """The worth of an average sentence."""
    features: tuple[tuple[str, float, float], ...]
    """Each feature's name and value, and what it adds to the average, those that add most first."""
    words: tuple[tuple[str, float], ...]
    """Its most salient words, each with its salience from 0 to 1."""


def describe_story(article: Article, model: Model, numbers: Collection[int]) -> Description:
    """The story's words, and its sentences of these numbers, described and compared with each other."""
    wording = wording_of(article)
    words = describe_words(wording, numbers)
    salience = model.salience_of(words)
    return Description(
        wording=wording, salience=salience, features=find_features(article, wording, salience, numbers, among=numbers)
    )


def rank_sentences(description: Description, model: Model) -> dict[int, float]:
    """The worth of each of the described sentences."""
    return {number: model.worth_of(values) for number, values in description.features.items()}


def explain_sentence(description: Description, model: Model, number: int) -> Explanation:
    """What the worth of a sentence is made up of; the features' shares and the average add up to it."""
    values = description.features[number]
    shares = model.contributions(values)
    salience = description.salience
    return Explanation(
        worth=model.worth_of(values),
        average=model.average,
        features=tuple(
            sorted(
                ((name, value, shares.get(name, 0.0)) for name, value in zip(FEATURES, values, strict=True)),
                key=lambda feature: (-abs(feature[2]), feature[0]),
            )
        ),
        words=tuple(
            (word, salience[word])
            for word in sorted(set(description.wording.contents[number]), key=lambda it: (-salience[it], it))
        )[:_MOST_WORDS],
    )
