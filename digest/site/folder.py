"""Folder, the edge to the folder that a site is published from: writes what changed, and removes what is stale."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from digest.cache import Ledger
from digest.seals import broken_seals, seal_of, sealed_by
from digest.site.targets import Target, inputs_of, parted
from digest.workers import in_batches, meanwhile

_PART = ".part"
"""Ending of a file that is being written; one that was left by a build that was killed is stale."""


@dataclass(frozen=True, slots=True)
class Written:
    """A target whose files were written."""

    url: str
    seal: str
    """What its inputs and its files are known by; empty where it has to be made again."""
    complaints: tuple[str, ...]
    """What its making had to say."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What bringing a site up to date did."""

    urls: tuple[str, ...]
    """Of files that were written, and of files and folders that were removed."""
    complaints: tuple[str, ...]
    """What the making of files had to say."""


def open_folder(path: Path, ledger: Ledger) -> SiteFolder:
    """The folder of a site that is looked at while there is other work to do: it is asked of as many files as it has.

    Args:
        path: where it is, or will be.
        ledger: what is remembered of the files that were written there.
    """
    # Where nothing is remembered there is nothing to look at.
    return SiteFolder(path, ledger, meanwhile(partial(broken_seals, str(path), ledger)) if ledger.names() else set)


class SiteFolder:
    """The folder of a site. Files that lie there as they were written, from the same inputs, are left alone."""

    def __init__(self, path: Path, ledger: Ledger, broken: Callable[[], Set[str]] = set) -> None:
        """Set up the folder.

        Args:
            path: where it is, or will be.
            ledger: what is remembered of the files that were written there.
            broken: tells which of them are not as they were; it is asked where the folder is brought up to date.
        """
        self._path, self._ledger, self._broken = str(path), ledger, broken

    def bring_up_to_date(
        self,
        targets: Iterable[Target],
        staged: Path,
        *,
        keep: Collection[str] = (),
        complaints: Callable[[], Iterable[str]] = tuple,
        before_each_round: Callable[[], None] = lambda: None,
    ) -> Changed:
        """Make the folder hold the targets and the staged files, and nothing else.

        Args:
            targets: files to write where they are not up to date.
            staged: a folder of files that are moved; where a target has the address of one, that one comes first.
            keep: names right below the folder that others look after.
            complaints: takes what the making of a target had to say.
            before_each_round: is called where processes that make them take the places of others.

        Raises:
            OSError: the folder cannot be written to.
        """
        own = {path.relative_to(staged).as_posix(): path for path in sorted(staged.rglob("*")) if path.is_file()}
        broken = self._broken()
        wanted = _by_folder(own)
        # Most folders hold files of the same names, which are kept once.
        alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        taken, stale = set(wanted), self._ledger.names() - own.keys()
        outdated: list[Target] = []
        for target in targets:
            if target.folder in taken:
                files = {name: make for name, make in target.files.items() if f"{target.folder}{name}" not in own}
                if not files:
                    continue
                # Which of them are ours decides too: what an own file stood for is made once that is gone.
                target = replace(target, inputs=inputs_of((target.inputs, *files)), files=files)
            url = target.url
            names, before = tuple(target.files), wanted.get(target.folder)
            wanted[target.folder] = (*before, *names) if before else alike.setdefault(names, names)
            stale.discard(url)
            if url in broken or not (self._ledger.get(url) or "").startswith(f"{target.inputs}\t"):
                outdated.append(target)
        # By address, so that what shows the same briefs is made one behind the other.
        outdated.sort(key=lambda target: target.url)
        said: list[str] = []
        for written in in_batches(
            lambda batch: self._write(batch, complaints), outdated, before_each_round=before_each_round
        ):
            said += written.complaints
            if written.seal:
                self._ledger.put(written.url, written.seal)
            else:
                self._ledger.drop(written.url)
        moved = [url for url, path in own.items() if self._move(path, url)]
        changed = [*(f"{target.folder}{name}" for target in outdated for name in target.files), *moved]
        return Changed((*changed, *self._sweep(wanted, stale, keep, broken, changed)), tuple(said))

    def write(self, url: str, text: str) -> None:
        """Write one file, which the next bringing up to date looks at again.

        Raises:
            OSError: the folder cannot be written to.
        """
        self._ledger.drop(url)
        _write_whole(f"{self._path}/{url}", text.encode("utf-8", "replace"))

    def _write(self, targets: Iterable[Target], complaints: Callable[[], Iterable[str]]) -> Iterator[Written]:
        for target in targets:
            for name, make in target.files.items():
                made = make()
                data = made.encode("utf-8", "replace") if isinstance(made, str) else made
                _write_whole(f"{self._path}/{target.folder}{name}", data)
            said = tuple(complaints())
            seal = "" if said else seal_of(f"{self._path}/{target.folder}", target.files, target.inputs)
            yield Written(target.url, seal, said)

    def _move(self, staged: Path, url: str) -> bool:
        path = f"{self._path}/{url}"
        try:
            same = not os.path.islink(path) and filecmp.cmp(staged, path, shallow=False)
        except OSError:
            same = False
        if not same:
            _replace(path, lambda: shutil.move(staged, f"{path}{_PART}"))
        folder, name = parted(url)
        self._ledger.put(url, seal_of(f"{self._path}/{folder}", [name], "staged"))
        return not same

    def _sweep(
        self,
        wanted: Mapping[str, Collection[str]],
        stale: Set[str],
        keep: Container[str],
        broken: Set[str],
        changed: Iterable[str],
    ) -> list[str]:
        """Remove what nobody asked for, and tell what that was.

        Args:
            wanted: the names of the files of each folder that has any.
            stale: what the ledger has of files that are none of the site's any more, and of folders.
            keep: names right below the folder that others look after.
            broken: names of folders, among others, in which something was changed since the last time.
            changed: addresses of files that were written or moved there now.
        """
        folders = _with_those_above(wanted)
        removed: list[str] = []
        names = {folder or "/" for folder in folders}
        # A file before the folder that it is in.
        for name in sorted(stale - names, reverse=True):
            for url in (it.rstrip("/") for it in sealed_by(name, self._ledger.get(name) or "")):
                if not _is_wanted(url, wanted, folders) and _remove(f"{self._path}/{url}"):
                    removed.append(url)
            self._ledger.drop(name)
        touched = {folder or "/" for folder in _with_those_above(parted(url)[0] for url in (*changed, *removed))}
        for name in sorted((names & touched) | (names & broken) | (names - self._ledger.names())):
            removed += self._sweep_folder(name.removeprefix("/"), wanted, folders, keep)
        return removed

    def _sweep_folder(
        self, folder: str, wanted: Mapping[str, Collection[str]], folders: Container[str], keep: Container[str]
    ) -> list[str]:
        """Remove what does not belong into a folder, and remember when that was."""
        path = f"{self._path}/{folder}"
        strangers = [
            it
            for it in os.listdir(path)
            if not _is_wanted(f"{folder}{it}", wanted, folders)
            # Version control and the like lie in hidden files right below, as `gh-pages` has them.
            and not (not folder and (it in keep or it.startswith(".")))
        ]
        for name in strangers:
            _remove(f"{path}{name}")
        self._ledger.put(folder or "/", seal_of(path))
        return [f"{folder}{name}" for name in strangers]


def _by_folder(urls: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names of files at these addresses, by the folders that they lie in."""
    found: dict[str, tuple[str, ...]] = {}
    for folder, name in map(parted, urls):
        found[folder] = (*found.get(folder, ()), name)
    return found


def _is_wanted(url: str, wanted: Mapping[str, Collection[str]], folders: Container[str]) -> bool:
    """Whether a file or a folder of the site is to be at this address."""
    folder, name = parted(url)
    return f"{url}/" in folders or name in wanted.get(folder, ())


def _with_those_above(folders: Iterable[str]) -> set[str]:
    """These folders and all that they lie in, the uppermost among them; each but that one with a slash at its end."""
    found = {""}
    for folder in folders:
        while folder not in found:
            found.add(folder)
            folder = parted(folder[:-1])[0]
    return found


def _write_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all."""

    def write() -> None:
        handle = os.open(f"{path}{_PART}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)

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
