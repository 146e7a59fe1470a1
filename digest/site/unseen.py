"""Unseen, folders of the content that MkDocs could not list: it passes over them as if nothing lay there."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from digest.errors import SiteFolderError
from digest.layout import ARTICLES


def check_seen(content: Path, seen: Collection[str]) -> None:
    """Check that a file of each folder was found that has some, those of articles apart, of which others read.

    Args:
        content: the content folder.
        seen: the paths below it of the files that were found.

    Raises:
        SiteFolderError: a folder cannot be listed, or could not when its files were looked for.
    """
    folders = {path.rpartition("/")[0] or "." for path in seen}
    try:
        unseen = next((it for it in _folders(content) if it not in folders), None)
    except OSError as error:
        raise SiteFolderError(f"{error.filename}: cannot be read: {error.strerror or error}") from None
    if unseen:
        raise SiteFolderError(f"{content / unseen}: could not be read just now; build again")


def _folders(content: Path) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise error

    for path, folders, names in os.walk(content, onerror=refuse):
        name = os.path.relpath(path, content)
        if name == os.curdir:
            folders[:] = (it for it in folders if it != ARTICLES)
        if names:
            yield Path(name).as_posix()
