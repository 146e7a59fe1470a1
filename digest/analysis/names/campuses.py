"""Campuses, the town behind a university's name that is a part of it: "University of California, Santa Cruz"."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon

_PARTS = lexicon("name_parts")
_CAMPUS = re.compile(
    rf"(?:,| at)[ \n](?:{'|'.join(sorted(re.escape(town.replace('_', ' ')) for town in _PARTS['campuses']))})(?![\w-]| [A-Z])"
)
_OF_CAMPUSES = _PARTS["of_campuses"]


def campus_behind(text: str, end: int, ceiling: int, words: tuple[str, ...]) -> int | None:
    """Where the campus ends that stands behind a university's name; None where none does."""
    if "University" not in words or words[-1] not in _OF_CAMPUSES:
        return None
    found = _CAMPUS.match(text, end, ceiling)
    return found.end() if found else None
