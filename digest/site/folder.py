"""Folder, the edge to the folder that a site is published from: writes what changed, and removes what is stale."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digest.cache import Ledger
from digest.seals import broken_seals, seal_of
from digest.site.targets import Target
from digest.workers import in_batches

_PART = ".part"
"""Ending of a file that is being written; one that was left by a build that was killed is stale."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    url: str
    seal: str
    """What its inputs and its file are known by; empty where it has to be made again."""
    complaints: tuple[str, ...]
    """What its making had to say."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What bringing a site up to date did."""

    urls: tuple[str, ...]
    """Of files that were written, and of files and folders that were removed."""
    complaints: tuple[str, ...]
    """What the making of files had to say."""


class SiteFolder:
    """The folder of a site. A file that lies there as it was written, from the same inputs, is left alone."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        """Set up the folder.

        Args:
            path: where it is, or will be.
            ledger: what is remembered of the files that were written there.
        """
        self._path, self._ledger = str(path), ledger

    def bring_up_to_date(
        self,
        targets: Iterable[Target],
        staged: Path,
        *,
        keep: Collection[str] = (),
        complaints: Callable[[], Iterable[str]] = tuple,
    ) -> Changed:
        """Make the folder hold the targets and the staged files, and nothing else.

        Args:
            targets: files to write where they are not up to date.
            staged: a folder of files that are moved; where a target has the address of one, that one comes first.
            keep: names right below the folder that others look after.
            complaints: takes what the making of a target had to say.

        Raises:
            OSError: the folder cannot be written to.
        """
        own = {path.relative_to(staged).as_posix(): path for path in sorted(staged.rglob("*")) if path.is_file()}
        broken = broken_seals(self._path, self._ledger)
        wanted, outdated = set(own), list[Target]()
        for target in targets:
            if target.url not in own:
                wanted.add(target.url)
                if target.url in broken or not (self._ledger.get(target.url) or "").startswith(f"{target.inputs} "):
                    outdated.append(target)
        # By address, so that what shows the same briefs is made one behind the other.
        outdated.sort(key=lambda target: target.url)
        said: list[str] = []
        for written in in_batches(lambda batch: self._write(batch, complaints), outdated):
            said += written.complaints
            if written.seal:
                self._ledger.put(written.url, written.seal)
            else:
                self._ledger.drop(written.url)
        moved = [url for url, path in own.items() if self._move(path, url)]
        changed = [*(target.url for target in outdated), *moved]
        return Changed((*changed, *self._sweep(wanted, keep, broken, changed)), tuple(said))

    def write(self, url: str, text: str) -> None:
        """Write one file, which the next bringing up to date looks at again.

        Raises:
            OSError: the folder cannot be written to.
        """
        self._ledger.drop(url)
        _write_whole(f"{self._path}/{url}", text.encode("utf-8", "replace"))

    def _write(self, targets: Iterable[Target], complaints: Callable[[], Iterable[str]]) -> Iterator[Written]:
        for target in targets:
            made = target.make()
            data = made.encode("utf-8", "replace") if isinstance(made, str) else made
            said = tuple(complaints())
            path = f"{self._path}/{target.url}"
            _write_whole(path, data)
            yield Written(target.url, "" if said else seal_of(path, target.inputs), said)

    def _move(self, staged: Path, url: str) -> bool:
        path = f"{self._path}/{url}"
        try:
            same = not os.path.islink(path) and filecmp.cmp(staged, path, shallow=False)
        except OSError:
            same = False
        if not same:
            _replace(path, lambda: shutil.move(staged, f"{path}{_PART}"))
        self._ledger.put(url, seal_of(path, "staged"))
        return not same

    def _sweep(self, urls: Set[str], keep: Container[str], broken: Set[str], changed: Iterable[str]) -> list[str]:
        """Remove what is not at one of these addresses, and tell what that was.

        Args:
            urls: the addresses of all files.
            keep: names right below the folder that others look after.
            broken: names of folders, among others, in which something was changed since the last time.
            changed: addresses of files that were written or moved there now.
        """
        folders = _folders_of(urls)
        names = {f"{folder}/" for folder in folders}
        removed: list[str] = []
        for name in sorted(self._ledger.names() - urls - names, reverse=True):  # a file before the folder that it is in
            self._ledger.drop(name)
            path = name.rstrip("/")
            if path not in urls and path not in folders and _remove(f"{self._path}/{path}"):
                removed.append(path)
        touched = {f"{folder}/" for folder in _folders_of((*changed, *removed))}
        for name in sorted((names & touched) | (names & broken) | (names - self._ledger.names())):
            removed += self._sweep_folder(name[:-1], urls, folders, keep)
        return removed

    def _sweep_folder(
        self, folder: str, urls: Container[str], folders: Container[str], keep: Container[str]
    ) -> list[str]:
        """Remove what does not belong into a folder, and remember when that was."""
        path, above = (f"{self._path}/{folder}", f"{folder}/") if folder else (self._path, "")
        strangers = [
            it
            for it in os.listdir(path)
            if f"{above}{it}" not in urls
            and f"{above}{it}" not in folders
            # Version control and the like lie in hidden files right below, as `gh-pages` has them.
            and not (not folder and (it in keep or it.startswith(".")))
        ]
        for name in strangers:
            _remove(f"{path}/{name}")
        self._ledger.put(f"{folder}/", seal_of(f"{path}/"))
        return [f"{above}{name}" for name in strangers]


def _folders_of(urls: Iterable[str]) -> set[str]:
    """All folders that files at these addresses lie in, the uppermost among them."""
    folders = {""}
    for url in urls:
        folder = url.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _write_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all."""

    def write() -> None:
        handle = os.open(f"{path}{_PART}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)

    _replace(path, write)


def _replace(path: str, write: Callable[[], object]) -> None:
    """Let `write` write beside a file, and put that in its place, whatever lies there or in the way to it.

    Raises:
        OSError: the system refuses it; the error names the file, and nothing is left beside it.
    """
    try:
        _write_and_replace(path, write)
    except OSError as error:
        with suppress(OSError):
            os.unlink(f"{path}{_PART}")
        raise OSError(error.errno, error.strerror or str(error), path) from None


def _write_and_replace(path: str, write: Callable[[], object]) -> None:
    try:
        write()
    except (FileNotFoundError, NotADirectoryError):
        _clear_way(path)
        write()
    try:
        os.replace(f"{path}{_PART}", path)
    except (IsADirectoryError, PermissionError):
        if not os.path.isdir(path):
            raise
        shutil.rmtree(path)
        os.replace(f"{path}{_PART}", path)


def _clear_way(path: str) -> None:
    """Make the folders above a path, in the place of files or links that have their names."""
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        while not os.path.lexists(folder):
            folder = os.path.dirname(folder)
        os.unlink(folder)
        os.makedirs(os.path.dirname(path), exist_ok=True)


def _remove(path: str) -> bool:
    """Remove a file, a link, or a folder with all that is in it; whether there was one.

    Raises:
        OSError: the system refuses it; the error names what was to be removed.
    """
    try:
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)
    except FileNotFoundError:
        return False
    except OSError as error:  # in a folder it has but a name without a path
        raise OSError(error.errno, error.strerror, path) from None
    return True
