"""Lexicons, the word lists in `digest/data`, read once and kept."""

from __future__ import annotations

from functools import cache

from digest.text.data import read_data


@cache
def lexicon(name: str) -> dict[str, frozenset[str]]:
    """The lists of `data/<name>.yml`, by heading.

    Every entry is text as written: `no` and `on` are words here, not truth values.
    """
    return {heading: frozenset(words.split()) for heading, words in _lists(name).items()}


@cache
def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `data/<name>.yml` whose entries may hold spaces: one entry a line."""
    return {
        heading: tuple(line.strip() for line in entries.splitlines() if line.strip())
        for heading, entries in _lists(name).items()
    }


def _lists(name: str) -> dict[str, str]:
    """The text of each list: YAML of one sort, a mapping whose values are one line or an indented block.

    PyYAML takes longer to load, and then to read these files, than it takes to read an article.
    """
    lists: dict[str, list[str]] = {}
    joins: dict[str, str] = {}
    block: list[str] = []
    for line in read_data(f"{name}.yml").splitlines():
        if line.startswith(" "):
            block.append(line.strip(" "))
        elif line and line[0] != "#":
            heading, _, value = line.partition(": ")
            block = lists[heading] = []
            joins[heading] = "\n" if value == "|" else " "
            if value not in ("|", ">-"):
                block.append(value)
    return {heading: joins[heading].join(lines) for heading, lines in lists.items()}
