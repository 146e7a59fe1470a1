"""The site that a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from digest.site.host import Site, load_site


def site_at(config_file: Path, *, strict: bool | None = None, now: str | None = None) -> Site:
    """The site's configuration; to have none is wrong usage."""
    if not config_file.is_file():
        raise click.UsageError(
            f"{config_file}: no such file; run 'digest init DIR' to start a site, or say where yours is with -f"
        )
    return load_site(config_file, strict=strict, now=now)
