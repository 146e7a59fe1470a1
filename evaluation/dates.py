"""Dates, the measure of those that `digest extract` finds against the days that people saw in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from evaluation.measures import Document, found_in


def dates(documents: Iterable[Document]) -> dict[str, float]:
    """What share of the gold's values is found, and what share of the found ones is in the gold.

    The gold has values without places, a week by one of its days and a stretch by its ends: a week or a stretch
    that is found stands for those. People also dated what no words say ("the opening"): not all can be found.
    "Distinct" counts each value of a document once.
    """
    hits = total = distinct_hits = distinct = right = mine = 0
    for document in documents:
        gold = Counter(document["dates"])
        found = [_values(it["value"]) for it in found_in(document)["dates"]]
        named = Counter(value for values in found for value in values)
        hits, total = hits + (gold & named).total(), total + gold.total()
        distinct_hits, distinct = distinct_hits + len(gold.keys() & named.keys()), distinct + len(gold)
        right, mine = right + sum(not gold.keys().isdisjoint(values) for values in found), mine + len(found)
    return {
        "dates recall": hits / total,
        "distinct dates recall": distinct_hits / distinct,
        "dates precision": right / mine,
    }


def _values(value: str) -> set[str]:
    """The values that people may have written for one of ours."""
    first, _, last = value.partition("/")
    named = {value, first, last or first}
    if "-W" in first:
        year, week = first.split("-W")
        named.add(date.fromisocalendar(int(year), int(week), 1).isoformat())
    if last and len(first) == 4 and int(last) - int(first) == 9:
        named.add(f"{first}-01-01")
    return named
