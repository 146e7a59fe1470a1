"""Slugs, the readable last part of a page's address and of a brief's file name."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from anyascii import anyascii

LONGEST = 60
"""Characters in a slug at most, so that paths stay short on every file system."""

_UNSPOKEN = re.compile(r"['’`£€$¥]")
# Names that Windows keeps for devices, whatever the ending (Microsoft, "Naming Files").
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


@lru_cache(maxsize=65_536)
def spell(name: str) -> str:
    """A name in lower-case ASCII letters, digits and hyphens, however long; empty where it has neither letter nor digit.

    Other scripts are transliterated.
    """
    return "-".join(re.findall(r"[a-z0-9]+", anyascii(_UNSPOKEN.sub("", name)).lower()))


def slugify(title: str, taken: Container[str] = ()) -> str:
    """The title in lower-case ASCII letters, digits and hyphens, not among those `taken`.

    Other scripts are transliterated; the slug is cut at a word where it would pass `LONGEST`
    characters. A second `budget` becomes `budget-2`.
    """
    slug = ""
    for word in spell(title).split("-"):
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    if not slug or _DEVICES.fullmatch(slug):
        slug = f"brief-{slug}".rstrip("-")
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
