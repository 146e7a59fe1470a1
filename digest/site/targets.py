"""Targets, the files of a site, those together that follow from the same: what that is, and how each file is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Make = Callable[[], str | bytes]
"""Gives a file's text, or a picture's bytes."""


@dataclass(frozen=True, slots=True)
class Target:
    """Files of the site that lie in one folder and follow from the same: a page, and what stands beside it."""

    folder: str
    """Below the site's root, with a slash at its end; empty for the root."""
    inputs: str
    """What stands for all that the files depend on: where it is the same, so are they."""
    files: Mapping[str, Make]
    """How each is made, by its name in the folder."""

    @classmethod
    def of_one(cls, url: str, inputs: str, make: Make) -> Target:
        """A file by itself, at this address below the site's root."""
        folder, name = parted(url)
        return cls(folder, inputs, {name: make})

    @property
    def url(self) -> str:
        """Of the first file, which the target is known by."""
        return self.folder + next(iter(self.files))


def parted(url: str) -> tuple[str, str]:
    """The folder of a file, with a slash at its end but for the root, and the file's name."""
    folder, slash, name = url.rpartition("/")
    return folder + slash, name


def inputs_of(parts: Iterable[str]) -> str:
    """What stands for parts that a file depends on, in their order."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
