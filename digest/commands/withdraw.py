"""`digest withdraw`, a published brief taken back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from digest import editing
from digest.commands.options import at_option, config_file_option, quiet_option, words_option
from digest.commands.reports import complain
from digest.commands.site import brief_at, site_at
from digest.console import say, shown
from digest.errors import BriefError
from digest.site.host import content_of


@click.command()
@click.argument("brief", type=click.Path(path_type=Path))
@config_file_option
@words_option("--why", "Why; published in the brief's place.")
@at_option
@quiet_option
def withdraw(brief: Path, config_file: Path, why: str, at: datetime, quiet: bool) -> None:
    """Say in BRIEF that it is withdrawn, and why.

    Its page then says so, and nothing else. It goes from every list, and its entry in the feed says
    that it was withdrawn. Nothing else of the file changes, and nothing is deleted.

    \b
    Example:
      digest withdraw content/briefs/tidal-gate.md --why "It was about another town."
    """
    content, _ = content_of(site_at(config_file))
    path = brief_at(brief, content)
    try:
        done = editing.withdraw(content, path, why=why, at=at)
    except BriefError as problem:
        complain([problem], content)
    else:
        say(f"{shown(content / path)}: {'withdrawn' if done else 'was withdrawn already'}", quiet=quiet)
