"""Spool, texts that the processes of one build put together once between them; its folder goes when the build ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


class Spool:
    """Texts by name. One that cannot be kept, as the disk is full, is put together again."""

    def __init__(self, folder: Path) -> None:
        """Set up the spool.

        Args:
            folder: where it lies, or will.
        """
        self._folder = folder

    def text(self, name: str, make: Callable[[], str]) -> str:
        """The text of a name that some process has made, or that is made now.

        Args:
            name: what it is known by; it can be a file's.
            make: gives it.
        """
        path = self._folder / name
        with suppress(OSError):
            return path.read_bytes().decode("utf-8", "surrogatepass")
        text = make()
        beside = path.with_name(f"{name}.part")  # others see it whole or not at all
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            with beside.open("xb") as file:  # unless another process is about to keep it
                file.write(text.encode("utf-8", "surrogatepass"))
            beside.replace(path)
        return text
