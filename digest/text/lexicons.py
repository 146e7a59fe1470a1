"""Lexicons, the word lists and weights in `digest/data`, read once and kept.

Their files are YAML of the plainest sort, a heading at the margin and its entries indented below it. They
are read by hand: PyYAML takes ten times as long to be imported as all of them to be read.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def lexicon(name: str) -> dict[str, frozenset[str]]:
    """The lists of `data/<name>.yml`, by heading.

    Every entry is text as written: `no` and `on` are words here, not truth values.
    """
    return {heading: frozenset(" ".join(lines).split()) for heading, lines in _lists(name).items()}


@cache
def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `data/<name>.yml` whose entries may hold spaces: one entry a line."""
    return {heading: tuple(lines) for heading, lines in _lists(name).items()}


@cache
def weights_of(name: str) -> dict[str, float]:
    """The figures below `weights` in `data/<name>.yml`, one a line: `lead: 2.24`."""
    pairs = (line.split(": ") for line in _lists(name)["weights"])
    return {key: float(figure) for key, figure in pairs}


def _lists(name: str) -> dict[str, list[str]]:
    source = get_data("digest", f"data/{name}.yml")
    assert source is not None
    lists: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in source.decode("utf-8").splitlines():
        if line.startswith(" "):
            entries.append(line.strip())
        elif line and not line.startswith("#"):
            lists[line.partition(":")[0]] = entries = []
    return lists
