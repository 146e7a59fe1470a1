"""Seals, what the file system said of a site's files and folders when they were last made: does it still say so?"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence

from digest.cache import Ledger
from digest.workers import in_batches

_AT_ONCE = 2_000
"""Seals that a process looks at at a time."""


def seal_of(folder: str, names: Collection[str] = (), inputs: str = "") -> str:
    """What files are known by that were made from the same; of a folder by itself, when its list changed.

    Args:
        folder: that the files lie in, with a slash at its end.
        names: of the files.
        inputs: what stands for all that they were made from.

    Raises:
        OSError: there is no such file or folder.
    """
    if not names:
        return str(os.lstat(folder).st_mtime_ns)
    return "\t".join((inputs, *(f"{_known(f'{folder}{name}')} {name}" for name in names)))


def sealed_by(name: str, seal: str) -> list[str]:
    """The addresses of the files, or of the folder, that a seal of this name is of."""
    folder, files, _ = _read(name, seal)
    return [folder] if folder == name else [folder + file for file in files]


def broken_seals(site: str, sealed: Ledger) -> set[str]:
    """The names of seals whose files or folders are not there, or not as they were when they were sealed.

    Args:
        site: the folder that they lie in.
        sealed: their seals, each by the address of its first file; those of folders end in `/`.
    """

    def look(parts: Iterable[Sequence[tuple[str, str]]]) -> Iterator[list[str]]:
        for part in parts:
            yield [name for name, seal in part if not _is_whole(f"{site}/", name, seal)]

    seals = [*sealed.items()]
    parts = [seals[start : start + _AT_ONCE] for start in range(0, len(seals), _AT_ONCE)]
    return {name for found in in_batches(look, parts, least=2, batch=1) for name in found}


def _is_whole(site: str, name: str, seal: str) -> bool:
    folder, files, inputs = _read(name, seal)
    try:
        return (bool(files) or folder == name) and seal == seal_of(site + folder, files, inputs)
    except OSError:
        return False


def _read(name: str, seal: str) -> tuple[str, list[str], str]:
    """The folder that the seal of a name is of, or that its files lie in; their names; and what they were made from."""
    if name.endswith("/"):
        return name, [], ""
    inputs, *files = seal.split("\t")
    return name[: name.rfind("/") + 1], [file.split(" ", 2)[2] for file in files], inputs


def _known(path: str) -> str:
    known = os.lstat(path)
    return f"{known.st_size} {known.st_mtime_ns}"
