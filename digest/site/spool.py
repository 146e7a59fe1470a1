"""Spool, texts that the processes of one build put together once between them; its file goes when the build ends."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

_AT_ONCE = 1 << 20
"""Bytes of what others have written that are looked through at a time."""
_MOST_OFTEN = 8_192
"""Bytes that hold what is said of most briefs."""


class Spool:
    """Texts by name, on a line each of a file that every process writes behind what the others wrote.

    What cannot be kept, as the disk is full, is put together again.
    """

    def __init__(self, path: Path) -> None:
        """Set up the spool.

        Args:
            path: where its file lies, or will.
        """
        self._path = path
        self._file, self._opened_by = -1, 0
        self._places: dict[bytes, int] = {}
        """By name, where the texts begin in the file."""
        self._end = 0
        """Of the lines whose places are known."""

    def texts(self, name: str, make: Callable[[], Sequence[str]]) -> Sequence[str]:
        """The texts of a name that some process has made, or that are made now.

        Args:
            name: what they are known by, without blanks.
            make: gives them.
        """
        known = name.encode()
        with suppress(OSError, ValueError):  # it may be cut off
            if known not in self._places:
                self._look_through()
            if known in self._places:
                found: list[str] = json.loads(self._line_at(self._places[known]))
                return found
        texts = make()
        with suppress(OSError):
            line = json.dumps(texts, ensure_ascii=False).encode("utf-8", "surrogatepass")
            os.write(self._opened(), b"%s\t%s\n" % (known, line))
        return texts

    def catch_up(self) -> None:
        """Look through what other processes wrote, so that those begun from now on need not: each would, from the start."""
        with suppress(OSError):
            self._look_through()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened_by == os.getpid():
            os.close(self._file)
            self._opened_by = 0

    def _look_through(self) -> None:
        """Learn the places of what was written since the last time."""
        size = _AT_ONCE
        while data := self._read(self._end, size):
            *lines, rest = data.split(b"\n")
            for line in lines:
                known = line.partition(b"\t")[0]
                self._places[known] = self._end + len(known) + 1
                self._end += len(line) + 1
            if not lines and len(rest) < size:
                break  # another process is about to write the rest
            size *= 1 if lines else 2

    def _line_at(self, start: int) -> bytes:
        size = _MOST_OFTEN
        while b"\n" not in (data := self._read(start, size)) and len(data) == size:
            size *= 2
        return data.partition(b"\n")[0]

    def _read(self, start: int, size: int) -> bytes:
        os.lseek(self._opened(), start, os.SEEK_SET)
        return os.read(self._file, size)

    def _opened(self) -> int:
        """The file, opened by this process: one that it got with its memory would have one place for all of them."""
        if self._opened_by != os.getpid():
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._file, self._opened_by = os.open(self._path, flags, 0o600), os.getpid()
        return self._file
