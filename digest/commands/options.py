"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

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
