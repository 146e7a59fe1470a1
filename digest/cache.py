"""Cache, what was worked out in earlier builds, kept beside the site's configuration: safe to delete at any time."""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Container, Iterable, Set
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from digest.errors import BusyError

if TYPE_CHECKING:
    from filelock import BaseFileLock

T = TypeVar("T")

FOLDER = Path(".cache", "press-digest")
"""Below the folder of the site's configuration."""

_NAME = "press-digest"
_LEAST_TO_COMPACT = 1_000
"""Lines behind a ledger's body that are worth writing it anew."""
_PATIENCE = 600
"""Seconds that a build waits for another one of the same site."""
_CODE = (".py", ".json", ".tsv", ".txt", ".yml")
"""Endings of the package's files that what is worked out follows from."""


class Cache:
    """The ledgers of a site, and the lock that keeps a second build waiting.

    A ledger that was written by another version of the code or of its libraries, or that is damaged, counts as
    empty; a folder that cannot be written to is as good as none.
    """

    def __init__(self, folder: Path | None) -> None:
        """Set up the cache.

        Args:
            folder: where it lies; None to remember nothing.
        """
        self.folder = folder if folder and _is_ready(folder) else None
        self._ledgers: dict[str, Ledger] = {}
        self._lock: BaseFileLock | None = None

    def lock(self, waiting: Callable[[], None] = lambda: None) -> bool:
        """Wait until no other build works on the site, and keep others waiting until this process ends or closes.

        Whether another had to be waited for.

        Args:
            waiting: is called once where another build has to be waited for.

        Raises:
            BusyError: the other build takes too long.
        """
        if self.folder is None or self._lock is not None:
            return False
        # Where nothing has changed there is nothing to lock, and the import takes as long as all else.
        from filelock import FileLock, Timeout

        lock, waited = FileLock(self.folder / "lock"), False
        try:
            try:
                lock.acquire(timeout=0)
            except Timeout:
                waited = True
                waiting()
                lock.acquire(timeout=_PATIENCE)
        except Timeout:
            raise BusyError(self.folder) from None
        except (OSError, NotImplementedError):
            return waited  # a file system without locks
        self._lock = lock
        return waited

    @property
    def keeps_others_out(self) -> bool:
        """Whether no other build of the site can be at work."""
        return self._lock is not None

    def ledger(self, name: str) -> Ledger:
        """What is remembered under this name."""
        if name not in self._ledgers:
            self._ledgers[name] = Ledger(self.folder / f"{name}.tsv" if self.folder else None)
        return self._ledgers[name]

    def clear(self) -> None:
        """Forget all that is remembered."""
        if self.folder is not None:
            for path in self.folder.glob("*.tsv"):
                with suppress(OSError):
                    path.unlink()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write down what is new, and let other builds go on."""
        for ledger in self._ledgers.values():
            ledger.close()
        self._ledgers = {}
        if self._lock is not None:
            self._lock.release()
            self._lock = None


class Ledger:
    """Texts by name, in a file: a body with one checksum, and behind it lines with one each, of which the last counts.

    A line is written as soon as something is worked out, so that what is killed half-way goes on from there.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._texts: dict[str, str] = {}
        self._objects: dict[str, tuple[str, Any]] = {}
        self._lines = 0
        self._is_there = False
        self.is_outdated = False
        """Whether it was written by another version of the code, or beside other libraries."""
        self._file: IO[bytes] | None = None
        if path:
            with suppress(OSError), path.open("rb") as file:
                self._read(file)

    def _read(self, file: IO[bytes]) -> None:
        key, _, told = file.readline().decode("ascii", "replace").rstrip("\n").rpartition(" ")
        length, _, checksum = told.partition("-")
        self.is_outdated = key.startswith(f"{_NAME} ") and key != code_key()
        if key != code_key() or not length.isdecimal() or int(length) > os.fstat(file.fileno()).st_size:
            return
        body = file.read(int(length))
        if f"{zlib.crc32(body):08x}" != checksum:
            return
        self._is_there = True
        for row in BytesIO(body):  # which does not hold all of them at once
            name, _, text = row.rstrip(b"\n").decode("utf-8").partition("\t")
            self._texts[name] = text
        for line in file.read().split(b"\n"):
            if len(line) < 9 or b"%08x" % zlib.crc32(line[9:]) != line[:8]:
                continue  # empty; or the end of a line that was cut off
            self._lines += 1
            name, _, text = line[9:].decode("utf-8").partition("\t")
            if text:
                self._texts[name] = text
            else:
                self._texts.pop(name, None)

    def get(self, name: str) -> str | None:
        """What is remembered under this name."""
        return self._texts.get(name)

    def decoded(self, name: str, decode: Callable[[str], T]) -> T:
        """What a text says that is remembered; it is asked once for each text."""
        text = self._texts[name]
        known = self._objects.get(name)
        if known is None or known[0] != text:
            known = self._objects[name] = (text, decode(text))
        said: T = known[1]
        return said

    def names(self) -> Set[str]:
        """Of all that is remembered."""
        return self._texts.keys()

    def items(self) -> Iterable[tuple[str, str]]:
        """All that is remembered, by its names."""
        return self._texts.items()

    def put(self, name: str, text: str) -> None:
        """Remember a text without line breaks, which is not empty."""
        if self._texts.get(name) != text and "\n" not in name and "\t" not in name:
            self._texts[name] = text
            self._append(f"{name}\t{text}")

    def drop(self, name: str) -> None:
        """Forget a text."""
        if self._texts.pop(name, None) is not None:
            self._append(f"{name}\t")

    def keep_only(self, names: Container[str]) -> None:
        """Forget all texts but those of these names."""
        for name in [name for name in self._texts if name not in names]:
            self.drop(name)

    def _append(self, line: str) -> None:
        if self._path is None:
            return
        data = line.encode("utf-8", "replace")
        try:
            if self._file is None:
                self._file = self._open(self._path)
            self._file.write(b"%08x %s\n" % (zlib.crc32(data), data))
            self._lines += 1
        except OSError:  # the disk is full, or can only be read: go on without
            self._path = None
            self._close_file()

    def _open(self, path: Path) -> IO[bytes]:
        if not self._is_there:
            self._is_there = True
            return _begun(path, b"")
        file = path.open("ab")
        file.write(b"\n")  # behind a line that was cut off
        return file

    def close(self) -> None:
        """Write down what is new; the whole ledger anew where that is much."""
        if self._path and self._lines > max(_LEAST_TO_COMPACT, len(self._texts) // 4):
            self._close_file()
            beside = self._path.with_suffix(".part")
            body = "\n".join(f"{name}\t{text}" for name, text in self._texts.items())
            with suppress(OSError):
                _begun(beside, body.encode("utf-8", "replace")).close()
                beside.replace(self._path)
                self._lines = 0
        self._close_file()

    def _close_file(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None


def _begun(path: Path, body: bytes) -> IO[bytes]:
    file = path.open("wb")
    file.write(f"{code_key()} {len(body)}-{zlib.crc32(body):08x}\n".encode() + body)
    return file


def _is_ready(folder: Path) -> bool:
    """Whether the cache can lie in this folder, which version control is told to pass over."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", "utf-8")
    except OSError:
        return False
    return True


@cache
def code_key() -> str:
    """What stands for the code, and the versions of all that is installed, that this process works with."""
    known = hashlib.blake2b(digest_size=16)
    for folder, folders, names in os.walk(Path(__file__).parent):
        folders.sort()
        for name in sorted(names):
            if name.endswith(_CODE):
                known.update(f"{name}\0".encode() + Path(folder, name).read_bytes())
    known.update("\n".join(_installed()).encode())
    return f"{_NAME} {known.hexdigest()}"


def _installed() -> list[str]:
    """The names and versions of what is installed, as the folders are called that installers keep them in."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(it.name for it in os.scandir(folder or ".") if it.name.endswith((".dist-info", ".egg-info")))
    return sorted(found)
