"""The console, how the command line talks: on standard error, with data on standard output."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import click

PROBLEM = 1
"""Exit status where something in the content is wrong."""


def with_progress(quiet: bool) -> Callable[[Sequence[Path]], Iterable[Path]]:
    """A progress bar on a terminal, for work of more than a second."""

    def wrap(paths: Sequence[Path]) -> Iterable[Path]:
        if quiet or not sys.stderr.isatty():
            yield from paths
            return
        begun, shown = time.monotonic(), None
        for number, path in enumerate(paths):
            if shown is None and time.monotonic() - begun > 1:
                shown = click.progressbar(length=len(paths), label="reading articles", file=sys.stderr)
                shown.update(number)
            yield path
            if shown is not None:
                shown.update(1)
        if shown is not None:
            shown.render_finish()

    return wrap


def print_json(value: dict[str, Any]) -> None:
    """Print a result as data, on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def shown(path: Path) -> str:
    """A path as the user would write it: below the working folder without its beginning."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def counted(number: int, noun: str) -> str:
    """`1 brief`, `2 briefs`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def now() -> datetime:
    """The present, with the offset from UTC that the clock on the wall has."""
    return datetime.now(timezone.utc).astimezone()


def in_actions() -> bool:
    """Whether GitHub Actions reads what is said here."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def say(message: str, *, quiet: bool = False, **style: Any) -> None:
    """Talk, on standard error."""
    if not quiet:
        click.secho(message, err=True, **style)
