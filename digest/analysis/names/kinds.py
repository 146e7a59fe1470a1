"""Kinds, whether a name is a person's, an organisation's or a place's, by all the evidence of a story."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import Literal

from digest.text.data import read_data

Kind = Literal["person", "organisation", "place"]
KINDS: tuple[Kind, ...] = ("person", "organisation", "place")
Weights = dict[str, tuple[float, float, float]]
_LEAST = 0.2
"""What the evidence for a kind must come to."""
_LEAST_OF_ONE_WORD = {"person": 1.5, "organisation": 0.6, "place": 0.6}
"""The same where a name is one word, as whatever opens a sentence or a heading may be."""
HEADS = frozenset(["organisation head", "organisation head of"])
_HEAD = 0.4
"""What a head word adds: those who marked the documents passed over many a body."""
_NO_PERSON = frozenset(
    [
        "digits",
        "compass first",
        "article first",
        "other front",
        "organisation head",
        "organisation head of",
        "place head",
        "other head",
        "place first",
    ]
)
_SURE_ALONE = frozenset(["title", "form of address", "place", "known organisation"])
_TELLS_PERSON = frozenset(["title", "form of address", "age"])
_MAY_BE_PERSON = frozenset(["surname alone", "given name alone", "who", "apposition", "before: occupation"])
"""One of these stands beside a person of whom the story never gives the full name."""
_TELLS_PLACE = frozenset(["before: in", "city", "town"])
FULL_NAME = frozenset(["given name", "surname last"])


@cache
def weights() -> Weights:
    """What each piece of evidence adds, for a person, an organisation and a place, as against none of the three.

    In the file they are a table; `evaluation/train_names.py` wrote it.
    """
    source = read_data("name_evidence.tsv")
    found: Weights = {}
    for line in source.splitlines():
        if line and not line.startswith("#"):
            evidence, *values = line.split("\t")
            person, organisation, place = map(float, values)
            found[evidence] = (person, organisation, place)
    return found


def kind_of(evidence: Set[str], table: Weights) -> Kind | None:
    """The likeliest kind; None where it is likelier that the name is none of the three."""
    person, organisation, place = table["always"]
    for one in evidence:
        if one in table:
            to_person, to_organisation, to_place = table[one]
            person += to_person
            organisation += to_organisation
            place += to_place
    if not HEADS.isdisjoint(evidence):
        organisation += _HEAD
    one_word = "one word" in evidence
    if _TELLS_PERSON.isdisjoint(evidence) and (
        (not _NO_PERSON.isdisjoint(evidence) and not evidence >= FULL_NAME)
        or (one_word and _MAY_BE_PERSON.isdisjoint(evidence))
    ):
        person = 0.0
    # Sums of the same weights in another order differ in their last digits.
    person, organisation, place = round(person, 6), round(organisation, 6), round(place, 6)
    best = max(person, organisation, place)
    kind: Kind = "place" if best == place else "person" if best == person else "organisation"
    alone = one_word and _SURE_ALONE.isdisjoint(evidence)
    least = _LEAST_OF_ONE_WORD[kind] if alone else _LEAST
    if kind == "person" and "well known" in evidence:
        least = _LEAST  # news prints "Merkel" as it prints "Germany"
    if alone and kind == "place" and "plain, one word" in evidence and not _TELLS_PLACE.isdisjoint(evidence):
        least = 0.0  # nothing but places is printed so
    return kind if best > least else None
