"""Kinds, whether a name is a person's, an organisation's or a place's, by all the evidence of a story."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Literal

Kind = Literal["person", "organisation", "place"]
KINDS: tuple[Kind, ...] = ("person", "organisation", "place")
Weights = dict[str, tuple[float, float, float]]


@cache
def weights() -> Weights:
    """What each piece of evidence adds, for a person, an organisation and a place, as against none of the three.

    In the file they are a table; `evaluation/train_names.py` wrote it.
    """
    source = resources.files("digest").joinpath("data", "name_evidence.tsv").read_text("utf-8")
    found: Weights = {}
    for line in source.splitlines():
        if line and not line.startswith("#"):
            evidence, *values = line.split("\t")
            person, organisation, place = map(float, values)
            found[evidence] = (person, organisation, place)
    return found


def kind_of(evidence: Iterable[str], table: Weights) -> Kind | None:
    """The likeliest kind; None where it is likelier that the name is none of the three."""
    person, organisation, place = table["always"]
    for one in evidence:
        if one in table:
            to_person, to_organisation, to_place = table[one]
            person += to_person
            organisation += to_organisation
            place += to_place
    best = max(person, organisation, place)
    if best <= 0:
        return None
    return "place" if best == place else "person" if best == person else "organisation"
