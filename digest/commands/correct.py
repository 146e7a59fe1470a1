"""`digest correct`, what a published brief said wrongly."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from digest import editing
from digest.commands.options import at_option, by_option, config_file_option, quiet_option, words_option
from digest.commands.reports import complain
from digest.commands.site import brief_at, site_at
from digest.console import say, shown
from digest.errors import BriefError
from digest.site.host import content_of


@click.command()
@click.argument("brief", type=click.Path(path_type=Path))
@config_file_option
@words_option("--wrong", "What the brief said.")
@words_option("--right", "What is right.")
@by_option
@at_option
@quiet_option
def correct(brief: Path, config_file: Path, wrong: str, right: str, by: str | None, at: datetime, quiet: bool) -> None:
    """Say in BRIEF what it said wrongly, and what is right.

    Readers see that above it, on /corrections/ and in feeds.

    Nothing else of the file changes; mend the brief's own words yourself.

    \b
    Example:
      digest correct content/briefs/tidal-gate.md --wrong "The vote was on Monday." --right "It was on Tuesday."
    """
    content, _ = content_of(site_at(config_file))
    path = brief_at(brief, content)
    try:
        editing.correct(content, path, wrong=wrong, right=right, at=at, by=by)
    except BriefError as problem:
        complain([problem], content)
    else:
        say(f"{shown(content / path)}: the correction stands in it; mend the brief's own words too", quiet=quiet)
