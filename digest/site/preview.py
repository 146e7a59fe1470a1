"""Preview, how MkDocs' server shows a brief that was saved at once, and all that follows from it a moment later."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from math import inf
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Timer
from time import monotonic
from typing import Any, Protocol

from watchdog.events import FileMovedEvent, FileSystemEvent, FileSystemEventHandler

from digest.card import card_of
from digest.site.library import Entry
from digest.site.views import View
from digest.store import read_brief

PAUSE = 5.0
"""Seconds without another save after which the rest follows: while it is made, the server answers nobody."""
SOON = 0.7
"""Seconds in which all is made at once instead."""


def proofs_of(names: Collection[str], views: Mapping[str, View], content: Path) -> list[View]:
    """The pages of briefs after their words changed; none where more may have changed than these pages.

    Args:
        names: of what changed, below `content`.
        views: the pages before, by the names of their files.
        content: the content folder.

    Raises:
        BriefError: a brief is wrong.
        OSError: it is not there.
    """
    proofs = [proof for name in names if (proof := _proof_of(views.get(name), name, content))]
    return proofs if len(proofs) == len(names) else []


def _proof_of(view: View | None, name: str, content: Path) -> View | None:
    """The page of a brief after its words changed; None where more may have changed than that page."""
    if view is None or not isinstance(view.shows, Entry) or view.shows.brief.path != name:
        return None
    card, before = card_of(read_brief(content, content / name)), view.shows.brief.front_matter
    facts = card.front_matter
    if replace(facts, title=before.title, description=before.description, digest=before.digest) != before:
        return None
    return replace(view, title=facts.title, shows=replace(view.shows, brief=card))


class Server(Protocol):
    """What is asked of MkDocs' server."""

    builder: Callable[[], None]
    observer: Any

    def watch(self, path: str) -> None:
        """Have the builder called when this file changes."""


class Preview:
    """Builds a preview in two steps, where the first can show what was saved."""

    def __init__(self, content: Path, build: Callable[[], None], proof: Callable[[set[str]], bool]) -> None:
        """Set up the preview.

        Args:
            content: the folder that is watched.
            build: makes all that is not up to date.
            proof: prints the pages of changed files, named below `content`; whether it could.
        """
        self._content, self._build, self._proof = content, build, proof
        self._saved: SimpleQueue[str] = SimpleQueue()
        self._bell = Path(tempfile.mkdtemp(prefix="press-digest-")) / "bell"
        self._timer: Timer | None = None
        self._took = inf

    def attach(self, server: Server) -> None:
        """Let a server that watches the content folder build by this."""
        self._bell.touch()
        server.watch(str(self._bell))
        handler = FileSystemEventHandler()
        handler.on_any_event = self._note  # type: ignore[method-assign]  # as MkDocs does it
        # The server's own watch is shared, and the folder looked through once.
        server.observer.schedule(handler, str(self._content), recursive=True)
        server.builder = self.build

    def _note(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self._saved.put(str(event.src_path))
        if isinstance(event, FileMovedEvent):
            self._saved.put(str(event.dest_path))

    def build(self) -> None:
        """Show what was saved, by itself where that is possible; the rest when nothing else is saved for a while."""
        names = self._take()
        if self._timer:
            self._timer.cancel()
        if names and self._took > SOON and self._proof(names):
            self._timer = Timer(PAUSE, self._bell.write_text, ("The rest is due.",))
            self._timer.daemon = True
            self._timer.start()
        else:
            begun = monotonic()
            self._build()
            self._took = monotonic() - begun

    def _take(self) -> set[str]:
        """The names of what was saved since the last time, but for what editors leave while they save."""
        names: set[str] = set()
        while True:
            try:
                path = Path(self._saved.get_nowait())
            except Empty:
                return names
            if not path.name.startswith(".") and not path.name.endswith("~"):
                names.add(path.relative_to(self._content).as_posix())

    def close(self) -> None:
        """End the preview."""
        if self._timer:
            self._timer.cancel()
        shutil.rmtree(self._bell.parent, ignore_errors=True)
