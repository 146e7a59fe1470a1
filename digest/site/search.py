"""Search, an index of the written briefs by Pagefind, of which a reader's browser loads the few pieces it needs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from digest.cache import Ledger
from digest.errors import DigestError
from digest.site.targets import inputs_of
from digest.text.spans import one_line

INDEX = "pagefind"
"""Folder of the index, below the site's own."""
INDEXED = "search"
"""Ledger of the pages that the index of each site's folder was made of."""
_FOLDED = ".evidence"
"""What a search does not look through: source sentences, which mostly repeat the brief's own."""
_UNUSED = ("*-ui.css", "*-ui.js", "pagefind-highlight.js")
"""Pagefind's own forms, beside which we have ours."""


def find_pagefind() -> Path | None:
    """The program, where the extra `search` is installed."""
    try:
        program = import_module("pagefind_bin").get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return Path(program)


def update_index(
    pagefind: Path, site: Path, *, written: Ledger, changed: Iterable[str], indexed: Ledger, name: str, desk: Path
) -> None:
    """Make the index of a site anew, unless it is that of these very pages.

    Args:
        pagefind: the program.
        site: the site's folder.
        written: what stands for each file of the site, by its address.
        changed: addresses of files that were just written or removed.
        indexed: what stands for the pages that each index was made of.
        name: of this site's there.
        desk: a folder of the build's own.

    Raises:
        DigestError: Pagefind failed.
    """
    pages = inputs_of(f"{url} {seal}" for url, seal in sorted(written.items()) if _is_page(url))
    if (site / INDEX).is_dir() and indexed.get(name) == pages and not any(map(_is_page, changed)):
        return
    write_index(pagefind, site, desk)
    indexed.put(name, pages)


def _is_page(url: str) -> bool:
    return url.rpartition("/")[2] == "index.html"


def write_index(pagefind: Path, site: Path, desk: Path) -> None:
    """Index the briefs of a site that is written, of which there is at least one.

    The index is made elsewhere, as Pagefind may go on when this process is killed, and takes its place when it is whole.

    Pagefind reads what stands in an element with `data-pagefind-body`, which only a brief's page has; where no
    page had one, it would read all of them.

    Raises:
        DigestError: Pagefind failed.
    """
    index = site / INDEX
    beside = site / f"{INDEX}.part"
    made = desk / INDEX
    try:
        _run(pagefind, site, made)
        for pattern in _UNUSED:
            for path in made.glob(pattern):
                path.unlink()
        shutil.rmtree(beside, ignore_errors=True)
        shutil.move(made, beside)
    finally:
        shutil.rmtree(index, ignore_errors=True)  # where there is no new one too: it may hold what was withdrawn
    beside.rename(index)


def _run(pagefind: Path, site: Path, index: Path) -> None:
    command = [
        str(pagefind),
        "--site",
        str(site),
        "--output-path",
        str(index),
        "--exclude-selectors",
        _FOLDED,
        "--quiet",
    ]
    try:
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603
    except OSError as error:
        raise DigestError(f"there is no search: {pagefind} does not run: {error.strerror or error}") from None
    if ran.returncode:
        said = one_line(ran.stderr or ran.stdout)
        raise DigestError(f"there is no search: Pagefind failed with status {ran.returncode}: {said}")
