"""Targets, the files of a site, each with what it depends on and how it is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site."""

    url: str
    """Below the site's root."""
    inputs: str
    """What stands for all that the file depends on: where it is the same, so is the file."""
    make: Callable[[], str | bytes]
    """Gives its text, or a picture's bytes."""


def inputs_of(parts: Iterable[str]) -> str:
    """What stands for parts that a file depends on, in their order."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
