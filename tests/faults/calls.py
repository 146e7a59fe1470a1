"""System calls of a build, as `strace` tells of them, and which of them change or read a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

CHANGING = (
    "open",
    "openat",
    "creat",
    "write",
    "pwrite64",
    "writev",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "mkdirat",
    "ftruncate",
    "truncate",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "fsync",
    "fdatasync",
    "utimensat",
    "chmod",
    "fchmod",
    "fchmodat",
    "copy_file_range",
    "sendfile",
    "fallocate",
)
READING = (
    "open",
    "openat",
    "read",
    "pread64",
    "getdents64",
    "stat",
    "lstat",
    "newfstatat",
    "statx",
    "readlink",
    "readlinkat",
    "access",
    "faccessat",
    "faccessat2",
)

_OPENING = ("open", "openat", "creat")
_WRITES = re.compile(r"\bO_(?:CREAT|TRUNC|WRONLY|RDWR|APPEND)\b")
_CALL = re.compile(r"(?P<name>\w+)\((?P<rest>.*)")
_FD, _QUOTED = re.compile(r"\b(?:\d+|AT_FDCWD)<([^>]*)>"), re.compile(r'"([^"]*)"')
_RANDOM = re.compile(r"(?<=[.-])[a-z0-9_]{8}(?=[./]|\Z)")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a build made of the system."""

    name: str
    number: int
    """Among the calls of this name that the process made, counted from one."""
    paths: tuple[str, ...]
    """Of the files that it is about."""
    changes: bool
    """Whether it changes a file, or makes one."""

    def is_like(self, other: Call) -> bool:
        """Whether it is the same call of another run, in which files that are soon renamed have other names."""
        return (self.name, self.number, self._steady) == (other.name, other.number, other._steady)

    @property
    def _steady(self) -> tuple[str, ...]:
        return tuple(_RANDOM.sub("*", path) for path in self.paths)

    def __str__(self) -> str:
        return f"{self.name} #{self.number} {' '.join(self.paths)}"


def parse_calls(lines: Iterable[str]) -> Iterator[Call]:
    """The calls that a log of `strace -y` tells of, in their order."""
    counts: Counter[str] = Counter()
    for line in lines:
        found = _CALL.match(line)
        if not found:
            continue
        name, rest = found["name"], found["rest"]
        arguments = rest.rpartition(" = ")[0] or rest
        counts[name] += 1
        changes = bool(_WRITES.search(arguments)) if name in _OPENING else name in CHANGING
        yield Call(name, counts[name], tuple(_paths(name, arguments)), changes)


def _paths(name: str, arguments: str) -> Iterator[str]:
    folder = ""
    for found in re.finditer(f"{_FD.pattern}|{_QUOTED.pattern}", arguments):
        if found[1] is not None:
            folder = found[1]
        elif name not in ("write", "pwrite64", "writev", "read", "pread64", "getdents64"):
            yield str(PurePosixPath(folder, found[2]))
            folder = ""
    if folder:
        yield folder
