"""Seals, what the file system said of a site's files and folders when they were last made: does it still say so?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from digest.cache import Ledger
from digest.workers import in_batches

_AT_ONCE = 4_000
"""Files that a process looks at at a time."""


def seal_of(path: str, inputs: str = "") -> str:
    """What a file is known by, and what it was made from; of a folder, whose path ends in `/`, when its list changed.

    Raises:
        OSError: there is no such file or folder.
    """
    known = os.lstat(path)
    return str(known.st_mtime_ns) if path.endswith("/") else f"{inputs} {known.st_size} {known.st_mtime_ns}"


def broken_seals(site: str, sealed: Ledger) -> set[str]:
    """The names of files and folders that are not there, or not as they were when they were sealed.

    Args:
        site: the folder that they lie in.
        sealed: their seals by their names; those of folders end in `/`.
    """

    def look(parts: Iterable[Sequence[tuple[str, str]]]) -> Iterator[list[str]]:
        for part in parts:
            yield [name for name, seal in part if not _is_whole(f"{site}/{name}", seal)]

    seals = [*sealed.items()]
    parts = [seals[start : start + _AT_ONCE] for start in range(0, len(seals), _AT_ONCE)]
    return {name for found in in_batches(look, parts, least=2, batch=1) for name in found}


def _is_whole(path: str, seal: str) -> bool:
    try:
        return seal.endswith(seal_of(path))
    except OSError:
        return False
