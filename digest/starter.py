"""A new site: the files that `digest init` writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from digest.errors import SiteFolderError
from digest.saving import save

_FILES = Path(__file__).parent / "starter_site"
# Names that a package cannot carry, or that would act on this repository, as they are in the new site.
_NAMES = {
    "gitignore": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "article.txt": "content/articles/northmoor-opens-tidal-gate.txt",
}


def start_site(folder: Path) -> Iterator[Path]:
    """Write a working site into a folder, and yield what was written.

    What the folder holds stays as it is, such as the readme and the licence of a fresh clone; a `.gitignore` gets the
    lines that it lacks.

    Raises:
        SiteFolderError: a file that a site needs is there already, and nothing was written; or the folder cannot be written.
    """
    try:
        texts = {
            folder / _NAMES.get(source.name, source.name): source.read_text("utf-8") for source in _FILES.iterdir()
        }
        ignored = folder / _NAMES["gitignore"]
        if taken := [path for path in sorted(texts) if path != ignored and path.exists()]:
            raise SiteFolderError(f"{taken[0]}: is there already; choose another folder, or move it away")
        texts[ignored] = _with_lines(ignored.read_bytes().decode("utf-8") if ignored.exists() else "", texts[ignored])
        for path, text in sorted(texts.items()):
            if save(path, text):
                yield path
    except OSError as error:
        raise SiteFolderError(f"{folder}: cannot be written: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SiteFolderError(f"{ignored}: is not UTF-8; save it as UTF-8, or move it away") from None


def _with_lines(text: str, wanted: str) -> str:
    """A text with those of some lines that it lacks, at its end."""
    there = frozenset(text.splitlines())
    lacking = [line for line in wanted.splitlines(keepends=True) if line.rstrip() not in there]
    return (text if text.endswith("\n") or not text else f"{text}\n") + "".join(lacking)
