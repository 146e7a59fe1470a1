"""The model of key points: readable, explainable, and about the words that matter."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis.key_points.features import FEATURES, find_features
from digest.analysis.key_points.model import Model, dump_model, parse_model, trained_model
from digest.analysis.key_points.salience import describe_words
from digest.analysis.key_points.trees import ANSWERS, QUESTIONS, Tree, forest_of
from digest.analysis.key_points.wording import wording_of
from digest.article import parse_article
from tests.conftest import ARTICLE

TREE = Tree(
    ((0, 0.5), (1, 10.0), (2, 0.0), (1, 5.0), (0, 0.2), (1, 5.0), (0, 0.7)),
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
)
TREES = st.builds(
    Tree,
    st.tuples(*[st.tuples(st.integers(0, 3), st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0]))] * QUESTIONS),
    st.tuples(*[st.floats(-1, 1)] * (QUESTIONS + ANSWERS)),
)


def sentence(*values: float) -> tuple[float, ...]:
    return (*values, *[0.0] * (len(FEATURES) - len(values)))


def salience_of(text: str, title: str = "") -> dict[str, float]:
    wording = wording_of(parse_article(text, title=title))
    words = describe_words(wording)
    return trained_model().salience_of(words)


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ((0.5, 5, 0), 0.1),
        ((0.5, 6, 0), 0.2),
        ((0.2, 11, 0), 0.3),
        ((0.3, 11, 0), 0.4),
        ((0.6, 5, 0), 0.5),
        ((0.6, 6, 0), 0.6),
        ((0.7, 0, 1), 0.7),
        ((0.8, 0, 1), 0.8),
    ],
)
def test_a_tree_answers_by_three_questions(values: tuple[float, ...], answer: float) -> None:
    model = Model(word_base=0, word_weights=(), base=1.0, trees=(TREE, TREE))
    assert model.worth_of(sentence(*values)) == pytest.approx(1.0 + 2 * answer)


@given(st.lists(TREES, max_size=5), st.tuples(*[st.sampled_from([-2.0, -1.0, 0.0, 0.3, 0.5, 1.0, 2.0, 9.0])] * 4))
def test_trees_that_are_asked_together_answer_as_each_does(trees: list[Tree], values: tuple[float, ...]) -> None:
    one_by_one = sum(tree.means[list(tree.path(values))[-1]] for tree in trees)
    assert forest_of(trees).sum_of(values) == pytest.approx(one_by_one, abs=1e-12)


def test_the_model_survives_being_written_down() -> None:
    model = trained_model()
    assert parse_model(json.loads(json.dumps(dump_model(model)))) == model


def test_the_model_file_is_small_and_says_where_it_is_from() -> None:
    text = resources.files("digest").joinpath("data", "key_points.json").read_text("utf-8")
    assert len(text) < 2_000_000
    assert "evaluation/train_key_points.py" in json.loads(text)["provenance"]


@given(st.lists(st.floats(-5, 50), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_contributions_add_up_to_the_worth(values: list[float]) -> None:
    model = trained_model()
    explained = model.average + sum(model.contributions(values).values())
    assert explained == pytest.approx(model.worth_of(values), abs=1e-9)
    assert set(model.contributions(values)) <= set(FEATURES)


def test_what_the_story_keeps_coming_back_to_is_salient() -> None:
    salience = salience_of(
        "Northmoor voted to build a tidal gate. The gate will cost 30 million pounds. Crews fear the gate.\n\n"
        "A band played. Somebody brought pickled herring to the hall."
    )
    assert all(0 < value < 1 for value in salience.values())
    assert salience["gate"] == max(salience.values())
    assert salience["northmoor"] > salience["herring"]


def test_a_word_of_the_headline_is_more_salient() -> None:
    text = "The council met on Monday. It rained. Crews came in boats. The budget for herring was passed."
    assert salience_of(text, "Herring budget passed")["herring"] > salience_of(text)["herring"]


def test_each_sentence_has_every_feature() -> None:
    article = parse_article(ARTICLE)
    wording = wording_of(article)
    words = describe_words(wording)
    found = find_features(article, wording, trained_model().salience_of(words), [0, 2], among=[0, 2])
    assert list(found) == [0, 2]
    assert {len(values) for values in found.values()} == {len(FEATURES)}
    assert dict(zip(FEATURES, found[0], strict=True))["length"] == 24  # the dateline's word is not counted


def test_a_sentence_is_compared_with_the_other_candidates() -> None:
    article = parse_article(
        "Northmoor voted to build a tidal gate. The gate will cost 30 million pounds. A band played in the hall."
    )
    wording = wording_of(article)
    salience = trained_model().salience_of(describe_words(wording))

    def standing(among: list[int]) -> float:
        found = find_features(article, wording, salience, [0, 1, 2], among=among)
        return dict(zip(FEATURES, found[1], strict=True))["salience_standing"]

    assert standing([0, 1]) < standing([1, 2])
    assert standing([1]) == 0
