"""A new site: the files that `digest init` writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from digest.errors import SiteFolderError
from digest.store import save

_FILES = Path(__file__).parent / "starter_site"
# Names that a package cannot carry, or that would act on this repository, as they are in the new site.
_NAMES = {
    "gitignore": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "article.txt": "content/articles/northmoor-opens-tidal-gate.txt",
}


def start_site(folder: Path) -> Iterator[Path]:
    """Write a working site into an empty or new folder, and yield what was written.

    Raises:
        SiteFolderError: the folder holds files already, or cannot be written.
    """
    try:
        if folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
            raise SiteFolderError(f"{folder}: is not empty; choose a new folder")
        for source in sorted(_FILES.iterdir(), key=lambda path: path.name):
            target = folder / _NAMES.get(source.name, source.name)
            save(target, source.read_text("utf-8"))
            yield target
    except OSError as error:
        raise SiteFolderError(f"{folder}: cannot be written: {error.strerror or error}") from None
