"""Train the model of reported clauses on articles whose attributions people marked.

    python -m evaluation.train_quotes TRAIN.jsonl [OUT.json]

TRAIN holds one document a line, with its `publisher`, `text` and `quotes`: each with its `type`, `quote_spans` and
`verb_spans`, as in PolNeAR (Newell, Margolin and Ruths 2018). Without OUT, only the F1 on outlets that the model
was not trained on is printed (in three parts); with OUT, the model is written. Words and weights are learned
from the documents, and nothing else of them is kept.
"""

from __future__ import annotations

import json
import math
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from digest.analysis.quotes.clause_features import describe_break, describe_clause, sorts_of
from digest.analysis.quotes.indirect import find_reported
from digest.analysis.quotes.lines import QUOTATION, Line, find_lines
from digest.analysis.quotes.marks import find_quoted
from digest.analysis.quotes.model import Model, dump_model
from digest.analysis.quotes.paragraphs import find_paragraphs
from digest.analysis.quotes.reported import find_breaks, find_clauses
from digest.article import parse_article
from evaluation.quotes import indirect_f1, overlap
from evaluation.train_key_points import read

_FEWEST = 2
"""Times that a word is marked as the cue of an indirect quote, to be one."""
_SHARE = 0.06
"""Of the times that it is printed."""
_PARTS = 3
_STRENGTHS = {"clauses": 0.2, "breaks": 0.05}
_RAREST = {"clauses": 4, "breaks": 4}
"""Times that a feature must be seen."""
_LEASTS = [math.log(share / (1 - share)) for share in (0.26, 0.3, 0.34, 0.38, 0.42)]
_ABOUT = 0.002
"""F1 that two thresholds may differ by and be about as good."""
_MATCH = 0.5
_NO_CUES = frozenset(
    [
        "of",
        "for",
        "on",
        "to",
        "about",
        "that",
        "up",
        "out",
        "in",
        "with",
        "against",
        "at",
        "by",
        "as",
        "over",
        "from",
        "into",
    ]
)

Span = tuple[int, int]


class Document:
    """A document's lines, and the spans of its indirect quotes with the words that report them."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        article = parse_article(plain["text"])
        paragraphs = list(find_paragraphs(article))
        quoted = find_quoted(article.text, [it.span for it in paragraphs])
        self.lines = [
            line
            for paragraph, marked in zip(paragraphs, quoted, strict=True)
            for line in find_lines(article.text, paragraph.sentences, paragraph.first, marked)
        ]
        starts = [line.starts[0] for line in self.lines]
        self.gold: list[Span] = []
        self.cued: list[tuple[Line, Span, Span]] = []
        for quote in plain["quotes"]:
            if quote["type"] != "indirect" or not quote["quote_spans"]:
                continue
            span = _hull(quote["quote_spans"])
            self.gold.append(span)
            if quote["verb_spans"]:
                cue = _hull(quote["verb_spans"])
                at = bisect_right(starts, cue[0]) - 1
                if at >= 0:
                    self.cued.append((self.lines[at], cue, span))

    def heads(self) -> Iterable[str]:
        """The last word that carries meaning of what reports each indirect quote."""
        for line, cue, _ in self.cued:
            words = [
                word
                for word, start in zip(line.lower, line.starts, strict=True)
                if cue[0] <= start < cue[1] and word not in _NO_CUES and not word.endswith("ly") and word[0].isalpha()
            ]
            yield from words[-1:]


def _hull(spans: Sequence[Sequence[int]]) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def train(documents: Sequence[Document]) -> Model:
    """The model; its threshold is that of `_LEASTS` with the best F1 on the documents themselves."""
    heads = Counter(head for document in documents for head in document.heads())
    printed = Counter(word for document in documents for line in document.lines for word in line.lower)
    cues = frozenset(word for word, count in heads.items() if count >= _FEWEST and count >= _SHARE * printed[word])
    breaks, break_base = _fit("breaks", *_break_examples(documents))
    model = Model(cues=cues, printed_cues=cues, least=0.0, base=0.0, clauses={}, break_base=break_base, breaks=breaks)
    clauses, base = _fit("clauses", *_clause_examples(documents, model))
    return Model(
        cues=cues, printed_cues=cues, least=_LEASTS[2], base=base, clauses=clauses, break_base=break_base, breaks=breaks
    )


def _break_examples(documents: Sequence[Document]) -> tuple[list[Sequence[str]], list[bool]]:
    examples: list[Sequence[str]] = []
    answers: list[bool] = []
    for document in documents:
        for line, cue, (start, end) in document.cued:
            if start < cue[1] or end > line.span(0, len(line.words)).end:
                continue
            for clause in find_clauses(
                line, {word for word, at in zip(line.lower, line.starts, strict=True) if cue[0] <= at < cue[1]}
            ):
                if clause.place != "behind" or abs(line.starts[clause.first] - start) > _NEAR:
                    continue
                breaks, sorts = find_breaks(line, clause), sorts_of(line)
                for at, following in zip_longest(breaks, breaks[1:], fillvalue=clause.end):
                    answer = line.starts[at] >= end
                    examples.append(describe_break(line, sorts, clause, at, following))
                    answers.append(answer)
                    if answer:
                        break
                break
    return examples, answers


_NEAR = 40
"""Characters between where a clause is taken to begin and where it does."""


def _clause_examples(documents: Sequence[Document], model: Model) -> tuple[list[Sequence[str]], list[bool]]:
    examples: list[Sequence[str]] = []
    answers: list[bool] = []
    for document in documents:
        for line in document.lines:
            near = [
                span
                for span in document.gold
                if span[0] < line.span(0, len(line.words)).end and span[1] > line.starts[0]
            ]
            sorts = sorts_of(line)
            for open_clause in find_clauses(line, model.cues):
                clause = model.ended(line, sorts, open_clause)
                if clause.end <= clause.first or QUOTATION in line.words[clause.first : clause.end]:
                    continue
                span = line.span(clause.first, clause.end)
                examples.append(describe_clause(line, sorts, clause))
                answers.append(any(overlap(span, other) >= _MATCH for other in near))
    return examples, answers


def _fit(name: str, examples: Sequence[Sequence[str]], answers: Sequence[bool]) -> tuple[dict[str, float], float]:
    seen = Counter(feature for example in examples for feature in example)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        [{feature: 1 for feature in example if feature and seen[feature] >= _RAREST[name]} for example in examples]
    )
    fitted = LogisticRegression(C=_STRENGTHS[name], max_iter=500).fit(table, np.array(answers))
    weights = zip(vectorizer.get_feature_names_out(), fitted.coef_[0], strict=True)
    return {str(feature): round(float(w), 2) for feature, w in weights if abs(w) >= 0.02}, round(
        float(fitted.intercept_[0]), 2
    )


def found_by(model: Model, document: Document) -> list[Span]:
    """The spans of the indirect quotes that a model finds."""
    return [line.span(it.clause.first, it.clause.end) for line in document.lines for it in find_reported(line, model)]


def main(data: str, out: str | None = None) -> None:
    """Print the F1 on outlets that the model was not trained on, and write the model where asked to."""
    plain = read(Path(data))
    outlets = sorted({it["publisher"] for it in plain})
    parts = [outlets.index(it["publisher"]) * _PARTS // len(outlets) for it in plain]
    documents = [Document(it) for it in plain]
    best: Counter[float] = Counter()
    for part in range(_PARTS):
        model = train([it for its, it in zip(parts, documents, strict=True) if its != part])
        rest = [it for its, it in zip(parts, documents, strict=True) if its == part]
        for least in _LEASTS:
            tried = _with(model, least)
            figure = indirect_f1([(it.gold, found_by(tried, it)) for it in rest])
            best[least] += figure
            print(f"part {part}  least {least:6.2f}  F1 {figure:.4f}", flush=True)
    # Of thresholds that are about as good, the one that puts least into anybody's mouth.
    least = max(it for it in _LEASTS if best[it] >= max(best.values()) - _ABOUT * _PARTS)
    print(f"least {least:.2f}  mean F1 {best[least] / _PARTS:.4f}")
    if out:
        model = _with(train(documents), round(least, 2))
        about = (
            "Weights of the features in digest/analysis/quotes/clause_features.py; trained by evaluation/train_quotes.py on "
            f"{len(documents)} news articles with {sum(len(it.gold) for it in documents)} marked indirect quotes "
            "(PolNeAR, Newell et al. 2018). Single words, marks and numbers only."
        )
        Path(out).write_text(
            json.dumps({"about": about, **dump_model(model)}, ensure_ascii=False, indent=0) + "\n", "utf-8"
        )


def _with(model: Model, least: float) -> Model:
    return Model(
        cues=model.cues,
        printed_cues=model.printed_cues,
        least=least,
        base=model.base,
        clauses=model.clauses,
        break_base=model.break_base,
        breaks=model.breaks,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
