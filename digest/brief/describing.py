"""Describing, a sentence in as few characters as a list or a search engine shows."""

from __future__ import annotations

LONGEST_DESCRIPTION = 160
"""Characters."""
_SHORTEST_CLAUSE = 80
"""Characters that a description keeps at least when it is cut at a clause."""


def describe(takeaway: str, longest: int = LONGEST_DESCRIPTION) -> str:
    """The takeaway in at most `longest` characters: whole, or cut after a clause or a word with an ellipsis."""
    if len(takeaway) <= longest:
        return takeaway
    room = takeaway[: longest - 1]
    clause = max(room.rfind(mark) for mark in (", ", "; ", " – ", " — "))
    cut = room[:clause] if clause >= _SHORTEST_CLAUSE else room.rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:–—-')}…"
