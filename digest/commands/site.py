"""The site that a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from digest.console import shown
from digest.layout import BRIEFS
from digest.site.host import Site, load_site


def site_at(config_file: Path, *, strict: bool | None = None, now: str | None = None) -> Site:
    """The site's configuration; to have none is wrong usage."""
    if not config_file.is_file():
        above = next((it for it in Path.cwd().parents if (it / config_file).is_file()), None)
        start = f"there is one in {above}: go there" if above else "run 'digest init' to start a site"
        raise click.UsageError(f"{config_file}: no such file; {start}, or say where yours is with -f")
    return load_site(config_file, strict=strict, now=now)


def brief_at(path: Path, content: Path) -> str:
    """A brief given on the command line, by its path or the name of its file, as a path below the content folder.

    To name none is wrong usage.
    """
    for candidate in (path, content / path, content / BRIEFS / path):
        if candidate.is_file() and candidate.resolve().is_relative_to(content.resolve()):
            return candidate.resolve().relative_to(content.resolve()).as_posix()
    raise click.UsageError(f"there is no brief {path}; briefs lie in {shown(content / BRIEFS)}")
