"""Lexicons, the word lists in `digest/data`, read once and kept."""

from __future__ import annotations

from functools import cache

from digest.text.data import read_data


@cache
def lexicon(name: str) -> dict[str, frozenset[str]]:
    """The words of the lists of `data/<name>.txt`, by heading."""
    return {heading: frozenset(" ".join(lines).split()) for heading, lines in _lists(name).items()}


@cache
def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `data/<name>.txt` whose entries may hold spaces: one entry a line."""
    return {heading: tuple(lines) for heading, lines in _lists(name).items()}


def _lists(name: str) -> dict[str, list[str]]:
    """The lines below each heading, which stands in square brackets; a line with # in front says something of a list."""
    lists: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in read_data(f"{name}.txt").split("\n"):
        if line.startswith("[") and line.endswith("]"):
            lines = lists[line[1:-1]] = []
        elif line and not line.startswith("#"):
            lines.append(line)
    return lists
