"""Directions, the characters that turn how text runs: shown by their names, so that no reader is shown other words."""

from __future__ import annotations

import re

# The embeddings, overrides and isolates of UAX 9, and what ends them. The marks U+200E, U+200F and U+061C stay: they
# turn nothing round.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def unturned(text: str) -> str:
    """`text` with `[U+202E]` in the place of what would show the words behind it from right to left, and so on."""
    if text.isascii() or not _TURNS.search(text):
        return text
    return _TURNS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
