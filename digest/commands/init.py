"""`digest init`, a new site."""

from __future__ import annotations

from pathlib import Path

import click

from digest.commands.options import quiet_option
from digest.console import say
from digest.starter import start_site


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@quiet_option
def init(folder: Path, quiet: bool) -> None:
    """Start a site in FOLDER, or here.

    It has a configuration, a sample article and a workflow for GitHub Pages. What is there already stays as it is.

    \b
    Examples:
      digest init morning
      git clone https://github.com/example/morning && cd morning && digest init
    """
    for path in start_site(folder):
        say(f"wrote {path}", quiet=quiet)
    say(f"next: {'' if folder == Path() else f'cd {folder} && '}digest build", quiet=quiet, bold=True)
