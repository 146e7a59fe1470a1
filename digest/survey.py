"""Survey, what the file system says of what a site is made from at one moment: asked once, for all who need to know."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.layout import ARTICLES
from digest.signatures import JUST_NOW, digest_of_bytes, signature_from, signature_of


@dataclass(frozen=True, slots=True)
class Survey:
    """What the file system said of a part of what a site is made from."""

    known: str
    """What stands for all of it."""
    is_settled: bool
    """Whether any further change would tell: nothing changed so shortly before that a second one might not."""
    signatures: Mapping[str, str]
    """Of files by their paths, but of those that had changed just before."""

    def signature_of(self, path: str) -> str:
        """What the file system said of a file, or says now where it was not asked or another change might not tell.

        Raises:
            OSError: there is no such file.
        """
        return self.signatures.get(path) or signature_of(path)


class Surveyor:
    """Asks the file system what it says now, each question once until it is to be asked again."""

    def __init__(self) -> None:
        self._told: dict[tuple[Path, ...], Survey] = {}

    def articles(self, content: Path) -> Survey:
        """What it says of the articles."""
        return self._ask(content / ARTICLES)

    def others(self, content: Path, templates: Iterable[Path]) -> Survey:
        """What it says of the rest of the content folder, and of the templates."""
        return self._ask(content, *templates, but=str(content / ARTICLES))

    def _ask(self, *folders: Path, but: str | None = None) -> Survey:
        if folders not in self._told:
            self._told[folders] = _survey(folders, but=but)
        return self._told[folders]


def _survey(folders: Iterable[Path], *, but: str | None) -> Survey:
    is_settled, sure = True, time.time_ns() - JUST_NOW
    signatures: dict[str, str] = {}

    def signed(folder: str) -> Iterator[str]:
        nonlocal is_settled
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            if entry.is_symlink():
                is_settled = False  # what is behind it may change unseen, or lead back here
            elif entry.is_dir():
                if entry.path != but:
                    yield f"{entry.name}/"
                    yield from signed(entry.path)
            else:
                try:
                    known = entry.stat()
                except OSError:
                    yield entry.name
                    continue
                signature = signature_from(known)
                if known.st_ctime_ns < sure:
                    signatures[entry.path] = signature
                else:
                    is_settled = False
                yield f"{entry.name} {signature}"

    lines = "\n".join(line for folder in folders for line in signed(str(folder)))
    return Survey(digest_of_bytes(lines.encode("utf-8", "surrogateescape")), is_settled, signatures)
