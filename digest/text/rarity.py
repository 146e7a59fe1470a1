"""Rarity, how much a word tells by being there: its information content in English news."""

from __future__ import annotations

import math
from functools import cache

from digest.text.data import read_data

TYPICAL = 3.5
"""The rarity of a word in a news story, on average: what is taken where the table's language is not the story's."""


@cache
def rarities(*, english: bool) -> tuple[dict[str, float], float]:
    """Words, as `content_words` gives them, each with its rarity; and the rarity of every other word.

    The rarity is the inverse document frequency (Spärck Jones 1972) in nats, `ln((N + 1) / (n + 1))` for a
    word in `n` of the `N` articles of `data/document_frequencies.tsv`. These are English; elsewhere every word
    is `TYPICAL`.
    """
    if not english:
        return {}, TYPICAL
    source = read_data("document_frequencies.tsv")
    documents, *lines = [line for line in source.splitlines() if not line.startswith("#")]
    every = int(documents) + 1
    found = {}
    for line in lines:
        count, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(" "), math.log(every / (int(count) + 1))))
    return found, math.log(every)
