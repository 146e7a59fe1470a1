"""Saving, the edge that writes: each file whole or not at all, and none where a link leads outside."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from digest.layout import ARTICLES, BRIEFS

_UNFINISHED = ".digest.part"
"""Ending of a file that is being written."""
_OURS_LEFT_BEHIND = re.compile(r"\A\..+\.[a-z0-9_]{8}" + re.escape(_UNFINISHED) + r"\Z")
"""Such a file, by the whole of its name."""


def save(path: Path, text: str) -> bool:
    """Write a file whole or not at all, and only if its content changes; whether it was written.

    The text is written beside the file, flushed to the disk, and renamed over it.
    """
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_and_replace(path, data)
    except FileNotFoundError:  # a build that has just begun took it for one that was left behind
        _write_and_replace(path, data)
    return True


def save_in(content: Path, path: str, text: str) -> bool:
    """Save a file below the content folder as `save` does.

    Raises:
        OSError: it cannot be written, or a folder on its way is a link that leads outside.
    """
    if leads_outside(content, content / path):
        raise OSError(errno.EXDEV, "a link leads to a file outside the content folder")
    return save(content / path, text)


def leads_outside(content: Path, path: Path) -> bool:
    """Whether a path below the content folder, or a folder on its way, is a link to somewhere else."""
    below = path.relative_to(content)
    links = any((content / part).is_symlink() for part in (below, *below.parents[:-1]))
    return links and not path.resolve().is_relative_to(content.resolve())


def clear_unfinished(content: Path) -> None:
    """Remove what a process that was killed had begun to write into the content folder.

    Whoever is writing there at this moment begins again.
    """
    for folder in (content / ARTICLES, content / BRIEFS):
        if leads_outside(content, folder):
            continue
        for path, _, names in os.walk(folder):
            for name in filter(_OURS_LEFT_BEHIND.match, names):
                with suppress(OSError):
                    Path(path, name).unlink()


def _write_and_replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=_UNFINISHED, dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode_for(path))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _mode_for(path: Path) -> int:
    """The mode that the file has, or that a new file gets here."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
