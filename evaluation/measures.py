"""Measures of quality, each from documents with gold to figures between 0 and 1 (ROUGE: 0 to 100)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import mean
from typing import Any

from rouge_score import rouge_scorer

from digest.analysis.key_points import find_key_points
from digest.analysis.names import find_names
from digest.analysis.references import References
from digest.article import parse_article
from digest.extraction import DEFAULT_BUDGET, extract
from evaluation.train_key_points import folds

Document = Mapping[str, Any]
Choice = Callable[[str, int], list[str]]
"""A text and a number to that many of its sentences."""
# Words that point at a sentence before, plainly: an outsider's judgement, not the one that `mending` makes.
_DANGLING = re.compile(
    r"\W*(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|so|also|however|meanwhile|moreover|instead"
    r"|then|there|such|here)\b",
    re.IGNORECASE,
)
_CREDIT_WORDS = 3
"""Pieces of page furniture of so few words occur inside stories too and are not counted."""


def found_in(document: Document) -> dict[str, Any]:
    """What `digest extract` finds in a document; the title counts as known where the data has the field."""
    return extract({name: document[name] for name in ("id", "title", "text") if name in document})


def sentences(documents: Iterable[Document]) -> dict[str, float]:
    """Documents split exactly right, and F1 over the places where sentences end, white space apart."""
    exact, hits, mine_total, gold_total = [], 0, 0, 0
    for document in documents:
        text = document["text"]
        mine = _ends(text[start:end] for start, end in found_in(document)["sentences"])
        gold = _ends(it if isinstance(it, str) else it["text"] for it in document["sentences"])
        exact.append(mine == gold)
        hits, mine_total, gold_total = hits + len(mine & gold), mine_total + len(mine), gold_total + len(gold)
    return {"sentences exactly right": mean(exact), "sentence ends F1": 2 * hits / (mine_total + gold_total)}


def furniture(documents: Iterable[Document]) -> dict[str, float]:
    """What of the gold's page furniture (label `NA`) is kept, and what of the story is lost.

    A gold sentence is looked for among the characters that our sentences cover, white space and
    marks apart, so that a different division into sentences counts as no loss.
    """
    kept = pieces = lost = told = bad = points = 0
    for document in documents:
        found = found_in(document)
        text = document["text"]
        story = _letters("".join(text[start:end] for start, end in found["sentences"]))
        everything = _letters(text)
        junk = []
        for sentence in document["sentences"]:
            words = sentence["text"].split()
            letters = _letters(sentence["text"])
            if "NA" in sentence["labels"]:
                if len(words) > _CREDIT_WORDS:
                    junk.append(letters)
            elif letters in everything:
                told += 1
                lost += letters not in story
        pieces += len(junk)
        kept += sum(piece in story for piece in junk)
        for point in found["key_points"]:
            points += 1
            said = _letters(text[point["start"] : point["end"]])
            bad += any(said in piece or piece in said for piece in junk)
    return {
        "furniture kept in the story": kept / pieces,
        "story sentences lost": lost / told,
        "furniture among key points": bad / points,
    }


def key_points(documents: Iterable[Document]) -> dict[str, float]:
    """How the key points that `digest extract` gives agree with the editors' bullets, and how many dangle."""
    documents = list(documents)
    return _agreement(documents, [[point["text"] for point in found_in(it)["key_points"]] for it in documents])


def key_points_of_unseen(documents: Sequence[Document], titled: Sequence[Document]) -> dict[str, float]:
    """The same, with models for each fold of the documents that were trained on the others.

    Args:
        documents: with the editors' bullets.
        titled: documents that the meaning of a headline is learned from.
    """
    pairs = list(folds(documents, titled))
    told = []
    for document, model in pairs:
        article = parse_article(document["text"], title=document.get("title") or "")
        references = References(article, find_names(article))
        points = find_key_points(article, references, published=None, budget=DEFAULT_BUDGET, model=model)
        told.append([point.text for point in points])
    return _agreement([document for document, _ in pairs], told)


def chosen_sentences(documents: Iterable[Document], choose: Choice, count: int) -> dict[str, float]:
    """How so many sentences that a peer chooses agree with the editors' bullets."""
    documents = list(documents)
    return _agreement(documents, [choose(document["text"], count) for document in documents])


def _agreement(documents: Sequence[Document], told: Sequence[Sequence[str]]) -> dict[str, float]:
    """ROUGE F1, times 100 (Lin 2004; with stemming), and what share of the points dangles."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    scores = [
        scorer.score("\n".join(document["highlights"]), "\n".join(points))
        for document, points in zip(documents, told, strict=True)
    ]
    named = {"R1": "rouge1", "R2": "rouge2", "RLsum": "rougeLsum"}
    figures = {name: 100 * mean(score[kind].fmeasure for score in scores) for name, kind in named.items()}
    every = [point for points in told for point in points]
    dangling = sum(bool(_DANGLING.match(point)) for point in every)
    return figures | {"dangling share": dangling / max(1, len(every))}


def _ends(pieces: Iterable[str]) -> set[int]:
    total, found = 0, set()
    for piece in pieces:
        total += len(re.sub(r"\s+", "", piece))
        found.add(total)
    return found


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
