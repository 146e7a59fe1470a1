"""Signatures, what tells that a file is as it was: by its content, or by what the file system says of it."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from pathlib import Path

JUST_NOW = 50_000_000
"""Nanoseconds in which a file may be written twice without its times telling."""


def digest_of_bytes(data: bytes) -> str:
    """What tells two files apart."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def signature_of(path: Path | str) -> str:
    """What the file system says of a file, which changes with its content; empty where that is not sure.

    A file that was written just now may be written again in the same tick of the clock, and what a link leads to may
    change without it.

    Raises:
        OSError: there is no such file.
    """
    known = os.lstat(path)
    if stat.S_ISLNK(known.st_mode) or known.st_ctime_ns > time.time_ns() - JUST_NOW:
        return ""
    return signature_from(known)


def signature_from(known: os.stat_result) -> str:
    """What the file system says of a file, in one line."""
    return f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns} {known.st_ino}"
