"""The site that a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from digest.site.host import Site, load_site


def site_at(config_file: Path, *, strict: bool | None = None, now: str | None = None) -> Site:
    """The site's configuration; to have none is wrong usage."""
    if not config_file.is_file():
        raise click.UsageError(
            f"{config_file}: no such file; run 'digest init' to start a site, or say where yours is with -f"
        )
    return load_site(config_file, strict=strict, now=now)


def brief_at(path: Path, content: Path) -> str:
    """A brief given on the command line, as a path below the content folder; to name none is wrong usage."""
    for candidate in (path, content / path):
        if candidate.is_file() and candidate.resolve().is_relative_to(content.resolve()):
            return candidate.resolve().relative_to(content.resolve()).as_posix()
    raise click.UsageError(f"there is no brief {path}")
