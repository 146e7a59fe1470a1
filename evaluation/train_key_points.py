"""Train the weights of `digest/data/key_points.yml` by ridge regression; needs numpy and rouge-score.

    python evaluation/train_key_points.py DATA.jsonl             prints cross-validated figures
    python evaluation/train_key_points.py DATA.jsonl --write     writes the weights too

DATA has one object a line: `text`, and `highlights`, the editors' own bullets. A sentence's
target is its mean ROUGE-1 and ROUGE-2 F1 against all bullets together, centred within its article.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import mean

import numpy as np
import yaml
from rouge_score import rouge_scorer

from digest.analysis.key_points import ranking
from digest.analysis.key_points.features import FEATURES, find_features
from digest.analysis.key_points.points import _eligible, find_key_points
from digest.analysis.key_points.selection import Budget
from digest.analysis.names import find_names
from digest.analysis.references import References
from digest.article import parse_article

FOLDS = 5
RIDGE = 3.0
WEIGHTS = Path(__file__).parents[1] / "digest" / "data" / "key_points.yml"


def main(data: str, *options: str) -> None:
    """Cross-validate on the documents of `data`, and write the weights trained on all if asked to."""
    documents = [json.loads(line) for line in Path(data).read_text("utf-8").splitlines()]
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    articles = [parse_article(document["text"], title=document.get("title", "")) for document in documents]
    references = [References(article, find_names(article)) for article in articles]
    tables = [
        _table(article, known, document, scorer)
        for article, known, document in zip(articles, references, documents, strict=True)
    ]
    figures = []
    for fold in range(FOLDS):
        weights = _fit([table for number, table in enumerate(tables) if number % FOLDS != fold])
        ranking.trained_weights = lambda weights=weights: weights
        for number in range(fold, len(documents), FOLDS):
            points = find_key_points(
                articles[number], references[number], published=None, budget=Budget(points=3, words=70)
            )
            scores = scorer.score("\n".join(documents[number]["highlights"]), "\n".join(p.text for p in points))
            figures.append([100 * scores[name].fmeasure for name in ("rouge1", "rouge2", "rougeLsum")])
    print(
        f"documents {len(documents)}  {FOLDS}-fold  "
        + "  ".join(
            f"{name} {mean(column):.2f}"
            for name, column in zip(("R1", "R2", "RLsum"), zip(*figures, strict=True), strict=True)
        )
    )
    if "--write" in options:
        weights = dict(zip(FEATURES, (round(float(w), 4) for w in _fit(tables)), strict=True))
        WEIGHTS.write_text(
            "# Weights of the key point ranking, one for each feature of\n"
            "# digest/analysis/key_points/features.py. Written by evaluation/train_key_points.py:\n"
            f"# ridge regression ({RIDGE:g}) on {len(documents)} news articles and their editors' bullets.\n"
            + yaml.safe_dump({"weights": weights}, sort_keys=False),
            "utf-8",
        )


def _table(article, references, document, scorer):
    reference = "\n".join(document["highlights"])
    rows, targets = [], []
    features = find_features(article)
    for number in _eligible(article.sentences, references):
        scores = scorer.score(reference, article.sentences[number].text)
        rows.append(features[number].values)
        targets.append((scores["rouge1"].fmeasure + scores["rouge2"].fmeasure) / 2)
    return np.array(rows), np.array(targets) - mean(targets) if targets else np.array([])


def _fit(tables):
    rows = np.vstack([table[0] - table[0].mean(axis=0) for table in tables if len(table[0])])
    targets = np.concatenate([table[1] for table in tables if len(table[0])])
    solved = np.linalg.solve(rows.T @ rows + RIDGE * np.eye(rows.shape[1]), rows.T @ targets)
    return tuple(float(weight) for weight in solved * 100)


if __name__ == "__main__":
    main(*sys.argv[1:])
