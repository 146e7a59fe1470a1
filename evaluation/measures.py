"""Measures of quality, each from documents with gold to figures between 0 and 1 (ROUGE: 0 to 100)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from statistics import mean
from typing import Any

from rouge_score import rouge_scorer

from digest.extraction import extract

Document = Mapping[str, Any]
Choice = Callable[[str, int], list[str]]
"""A text and a number to that many of its sentences."""
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
    """ROUGE F1, times 100, of the key points against the editors' bullets (Lin 2004; with stemming)."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    ours, lead = [], []
    for document in documents:
        found = found_in(document)
        reference = "\n".join(document["highlights"])
        opening = [document["text"][start:end] for start, end in found["sentences"][:2]]
        ours.append(scorer.score(reference, "\n".join(point["text"] for point in found["key_points"])))
        lead.append(scorer.score(reference, "\n".join(opening)))
    named = {"rouge1": "R1", "rouge2": "R2", "rougeLsum": "RLsum"}
    figures = {f"key points {short}": 100 * mean(it[name].fmeasure for it in ours) for name, short in named.items()}
    return figures | {
        f"first two sentences {short}": 100 * mean(it[name].fmeasure for it in lead) for name, short in named.items()
    }


def chosen_sentences(documents: Iterable[Document], choose: Choice, count: int) -> dict[str, float]:
    """ROUGE F1, times 100, of so many sentences that a peer chooses against the editors' bullets."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    scores = [
        scorer.score("\n".join(document["highlights"]), "\n".join(choose(document["text"], count)))
        for document in documents
    ]
    named = {"rouge1": "R1", "rouge2": "R2", "rougeLsum": "RLsum"}
    return {short: 100 * mean(score[name].fmeasure for score in scores) for name, short in named.items()}


def _ends(pieces: Iterable[str]) -> set[int]:
    total, found = 0, set()
    for piece in pieces:
        total += len(re.sub(r"\s+", "", piece))
        found.add(total)
    return found


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
