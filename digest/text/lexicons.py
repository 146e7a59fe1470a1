"""Lexicons, the word lists in `digest/data`, read once and kept."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

import yaml

# The C parser gives the same lists; it is not in every build of PyYAML.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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
    source = get_data("digest", f"data/{name}.yml")
    assert source is not None
    lists: dict[str, str] = yaml.load(source, Loader=_LOADER)  # noqa: S506  # makes strings only
    return lists
