"""Train the model of `digest/data/key_points.json`.

    python -m evaluation.train_key_points FOLDER            prints how the model was made up
    python -m evaluation.train_key_points FOLDER --write    writes it too

FOLDER holds `keypoints-cnn.jsonl`, articles with `text` and `highlights`, the editors' own bullets, and
`noise-wire.jsonl`, articles with a `title` beside them, whose `highlights` are the sentences that readers
marked as the main ones.

Words come first: a logistic regression learns whether a word of the story stands in the bullets. What it
means that a word stands in the headline is learned from the wire's articles afterwards, since the others
have none. Sentences follow, all of a story's, those that cannot be a point among them: boosted trees of three levels
learn what share of a sentence's words, and twice what share of its pairs of words, stands in the bullets, longer
sentences counting for more. Several runs of the boosting, each with its own half of the sentences for each tree, are averaged.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score import tokenize
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LogisticRegression

from digest.analysis.key_points.features import FEATURES, find_features
from digest.analysis.key_points.model import Model, dump_model
from digest.analysis.key_points.points import find_candidates, point_of
from digest.analysis.key_points.salience import FEATURES as WORD_FEATURES
from digest.analysis.key_points.salience import describe_words
from digest.analysis.key_points.trees import LEVELS, QUESTIONS, Tree
from digest.analysis.key_points.wording import wording_of
from digest.analysis.names import find_names
from digest.analysis.references import References
from digest.article import Article, parse_article
from digest.text.tokens import content_words, find_words

Document = Mapping[str, Any]
DIVISIONS, FOLDS = 3, 5
RUNS, TREES, RATE, LEAST = 3, 60, 0.07, 40
"""How many runs are averaged, how many trees each has, how much a tree counts in it, and the sentences that each answer rests on at least."""
_PAIRS = 2
"""How much a pair of words counts for each word: that two stand side by side again says more."""
_MAIN = 3
"""Main sentences of a wire's article that make up its summary, the first ones."""
MODEL = Path(__file__).parents[1] / "digest" / "data" / "key_points.json"
_STEMMER = PorterStemmer()


def main(folder: str, *options: str) -> None:
    """Train on all of the data, say which features the trees ask for, and write the model if asked to."""
    bulleted, titled = (read(Path(folder) / name) for name in ("keypoints-cnn.jsonl", "noise-wire.jsonl"))
    model = fit(bulleted, titled)
    for name, weight in zip(WORD_FEATURES, model.word_weights, strict=True):
        print(f"word      {name:20} {weight:9.4f}")
    asked = Counter(feature for tree in model.trees for feature, _ in tree.questions)
    for number, name in enumerate(FEATURES):
        print(f"sentence  {name:20} asked {asked[number]} times")
    if "--write" in options:
        write_model(model, documents=len(bulleted), titled=len(titled))


def read(path: Path) -> list[Document]:
    """The documents of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def folds(documents: Sequence[Document], titled: Sequence[Document]) -> Iterator[tuple[Document, Model]]:
    """Each document with models that were trained on others, one for each of some divisions of the documents.

    One division alone says little: what is measured on it swings by some 0.15 ROUGE-1 with any change to a sentence.
    """
    for division in range(DIVISIONS):
        order = Random(division).sample(range(len(documents)), len(documents))
        for fold in range(FOLDS):
            unseen = frozenset(order[fold::FOLDS])
            model = fit([document for number, document in enumerate(documents) if number not in unseen], titled)
            for number in sorted(unseen):
                yield documents[number], model


def fit(documents: Sequence[Document], titled: Sequence[Document]) -> Model:
    """The model trained on documents with bullets, and on titled ones for what a headline means."""
    articles = [_article(document) for document in documents]
    words_model = _with_headline(_fit_words(*_word_table(zip(articles, documents, strict=True))), titled)
    described, shares, lengths = [], [], []
    for article, document in zip(articles, documents, strict=True):
        wording = wording_of(article)
        references = References(article, find_names(article))
        candidates = find_candidates(article)
        numbers = range(len(article.sentences))
        features = find_features(article, wording, words_model.salience_of(_words(article)), numbers, among=candidates)
        summary = _tokens("\n".join(document["highlights"]))
        words, pairs = Counter(summary), Counter(pairwise(summary))
        for number in numbers:
            told = _tokens(point_of(article, number, references, published=None).text)
            if told:
                shared = (Counter(told) & words).total() + _PAIRS * (Counter(pairwise(told)) & pairs).total()
                described.append(features[number])
                shares.append(shared / len(told))
                lengths.append(len(told))
    return _fit_sentences(words_model, np.array(described), np.array(shares), np.array(lengths))


def write_model(model: Model, *, documents: int, titled: int) -> None:
    """Write the model as the package reads it, one tree a line."""
    plain = dump_model(model)
    trees = ",\n".join(f"      {json.dumps(tree)}" for tree in plain["sentences"].pop("trees"))
    provenance = (
        f"Written by evaluation/train_key_points.py from {documents} English news articles with their editors'"
        f" bullets, and {titled} wire articles with their headlines and main sentences. words: logistic regression over the features of key_points/salience.py. sentences: boosted"
        " trees over those of key_points/features.py; [seven questions, what is answered on average where each is asked,"
        " and the eight answers], a question being [feature, at most], and behind number n the one at 2n + 1 if"
        " yes, at 2n + 2 if no."
    )
    MODEL.write_text(
        "{\n"
        f'  "provenance": {json.dumps(provenance)},\n'
        f'  "words": {json.dumps(plain["words"])},\n'
        f'  "sentences": {{\n    "base": {plain["sentences"]["base"]},\n    "trees": [\n{trees}\n    ]\n  }}\n'
        "}\n",
        "utf-8",
    )


def _words(article: Article) -> dict[str, tuple[float, ...]]:
    wording = wording_of(article)
    return describe_words(wording)


def _article(document: Document) -> Article:
    return parse_article(document["text"], title=document.get("title") or "")


def _word_table(pairs: Iterable[tuple[Article, Document]]) -> tuple[np.ndarray, np.ndarray]:
    """The described words of articles, and whether each stands in its article's summary."""
    rows: list[tuple[float, ...]] = []
    stands: list[bool] = []
    for article, document in pairs:
        words = _words(article)
        summarised = frozenset(content_words(find_words("\n".join(document["highlights"]))))
        rows += words.values()
        stands += [word in summarised for word in words]
    return np.array(rows), np.array(stands)


def _with_headline(model: Model, titled: Sequence[Document]) -> Model:
    """The model with the weight of standing in the headline, as much as it adds to what else is known of a word.

    Where no document is titled the weight stays what it is, nothing.
    """
    summarised = [{**document, "highlights": document["highlights"][:_MAIN]} for document in titled]
    rows, stands = _word_table((_article(document), document) for document in summarised if document["highlights"])
    if not len(rows):
        return model
    number = WORD_FEATURES.index("headline")
    weights = list(model.word_weights)
    known = rows @ np.array(weights) - rows[:, number] * weights[number]
    of_known, of_headline = LogisticRegression().fit(np.column_stack([known, rows[:, number]]), stands).coef_[0]
    weights[number] = round(float(of_headline / of_known), 4)
    return replace(model, word_weights=tuple(weights))


def _fit_words(rows: np.ndarray, stands: np.ndarray) -> Model:
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    fitted = LogisticRegression(max_iter=1000).fit((rows - mean) / spread, stands)
    weights = fitted.coef_[0] / spread
    base = float(fitted.intercept_[0] - (mean * weights).sum())
    return Model(
        word_base=round(base, 4), word_weights=tuple(round(float(weight), 4) for weight in weights), base=0.0, trees=()
    )


def _fit_sentences(words: Model, rows: np.ndarray, shares: np.ndarray, lengths: np.ndarray) -> Model:
    trees: list[Tree] = []
    for run in range(RUNS):
        fitted = GradientBoostingRegressor(
            n_estimators=TREES,
            learning_rate=RATE,
            max_depth=LEVELS,
            min_samples_leaf=LEAST,
            subsample=0.5,
            max_features=0.2,
            random_state=run,
        ).fit(rows, shares, sample_weight=lengths)
        trees += [_tree(it[0].tree_) for it in fitted.estimators_]
    base = float(np.average(shares, weights=lengths))
    return replace(words, base=round(base, 5), trees=tuple(trees))


def _tree(fitted: Any) -> Tree:
    """A fitted tree with all of its questions: one that was not asked has the same answer either way."""
    nodes = [0]
    for place in range(QUESTIONS):
        node = nodes[place]
        asked = fitted.children_left[node] >= 0
        nodes += [int(fitted.children_left[node]), int(fitted.children_right[node])] if asked else [node, node]
    return Tree(
        tuple(
            (int(fitted.feature[node]), round(float(fitted.threshold[node]), 5))
            if fitted.feature[node] >= 0
            else (0, 0.0)
            for node in nodes[:QUESTIONS]
        ),
        tuple(round(RATE / RUNS * float(fitted.value[node][0][0]), 5) for node in nodes),
    )


def _tokens(text: str) -> list[str]:
    return tokenize.tokenize(text, _STEMMER)


if __name__ == "__main__":
    main(*sys.argv[1:])
