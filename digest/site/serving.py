"""Serving, MkDocs' preview server, started from our command: it takes long to load, and nothing else needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.serve import serve
from mkdocs.exceptions import Abort, ConfigurationError
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from digest.errors import SiteFolderError
from digest.layout import ARTICLES


def serve_site(config_file: Path, *, address: str | None, open_browser: bool) -> None:
    """Serve the site as `mkdocs serve` does, until interrupted."""
    options: Any = {"watch_theme": True} | ({"dev_addr": address} if address else {})
    try:
        serve(str(config_file), open_in_browser=open_browser, **options)
    except (Abort, ConfigurationError) as error:
        raise SiteFolderError(f"the site is not served: {error}") from None
    except (OSError, OverflowError) as error:
        raise SiteFolderError(f"the site is not served at {address or 'its address'}: {error}") from None


@contextmanager
def watching_articles(content: Path, changed: Callable[[], None]) -> Iterator[None]:
    """Call `changed` whenever an article is added, edited or removed, from another thread."""

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
                changed()

    folder = content / ARTICLES
    folder.mkdir(parents=True, exist_ok=True)
    observer = Observer()
    observer.schedule(Handler(), str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
