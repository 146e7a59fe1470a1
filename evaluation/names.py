"""Measure of names: people, organisations and places as sets, against those that people marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from digest.analysis.names import Name, Names, find_names
from digest.article import parse_article

TYPES = {
    "people": frozenset(["person", "per"]),
    "organisations": frozenset(["organisation", "organization", "org"]),
    "places": frozenset(["location", "loc", "place", "gpe"]),
}
_UNSURE = 0.5
"""Confidence of a mark below which it does not count."""


def names(documents: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """F1 over the different names of each document; people by their surnames.

    Marks without a capital, or with a small article in front, are not asked for.
    """
    hits = dict.fromkeys(TYPES, 0)
    total = dict.fromkeys(TYPES, 0)
    for document in documents:
        found = find_names(parse_article(document["text"], title=document.get("title")))
        for kind, types in TYPES.items():
            gold = {
                _key(kind, entity["text"])
                for entity in document["entities"]
                if entity["type"].lower() in types
                and entity.get("confidence", 1) >= _UNSURE
                and re.search(r"[A-Z]", entity["text"])
                and not re.match(r"[a-z]", entity["text"])
            } - {""}
            mine = {_key(kind, name.name) for name in _of_kind(found, kind)} - {""}
            hits[kind] += len(gold & mine)
            total[kind] += len(gold) + len(mine)
    return {f"{kind} F1": 2 * hits[kind] / total[kind] if total[kind] else 0.0 for kind in TYPES}


def _of_kind(found: Names, kind: str) -> tuple[Name, ...]:
    kinds = {"people": found.people, "organisations": found.organisations, "places": found.places}
    return kinds[kind]


def _key(kind: str, name: str) -> str:
    """A name as it is compared: without article, possessive and marks; a person's by its last word with a capital."""
    bare = re.sub(r"['’]s$", "", re.sub(r"^[Tt]he ", "", name.strip())).strip(" .,")
    if kind != "people":
        return re.sub(r"\W+", " ", bare).lower().strip()
    words = [word for word in re.findall(r"[^\W\d_][\w'’\-]*", bare) if word[0].isupper()]
    return re.sub(r"['’]s$", "", words[-1]).lower() if words else bare.lower()
