"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from digest.console import now
from digest.text.moments import parse_moment

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)

config_file_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Name every article and what became of its brief.")
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")


def _moment(context: click.Context, option: click.Parameter, value: str | None) -> datetime:
    moment = parse_moment(value) if value else now()
    if moment is None:
        raise click.UsageError(f'{option.opts[0]} is not a time with its offset such as "2026-06-05T00:01:00+00:00"')
    return moment


def _said(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    from digest.brief import clean  # which the commands that are asked for words load anyway

    if value is not None and not clean(value):
        raise click.UsageError(f"{option.opts[0]} says nothing")
    return None if value is None else str(clean(value))


at_option = click.option("--at", metavar="TIME", callback=_moment, help="When, if not now.")
by_option = click.option("--by", metavar="NAME", callback=_said, help="Who; published with the brief.")


def words_option(name: str, explanation: str) -> Callable[[FC], FC]:
    """A required option whose words stand on a page, on one line."""
    return click.option(name, metavar="TEXT", required=True, callback=_said, help=explanation)
