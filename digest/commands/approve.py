"""`digest approve`, briefs that may be published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from digest import editing
from digest.commands.options import at_option, by_option, config_file_option, quiet_option
from digest.commands.reports import complain
from digest.commands.site import brief_at, site_at
from digest.console import say, shown
from digest.errors import ApprovalError, BriefError
from digest.site.host import content_of


@click.command()
@click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BRIEF...")
@config_file_option
@by_option
@at_option
@click.option("--force", "forced", is_flag=True, help="Approve even what the sources do not say.")
@quiet_option
def approve(briefs: Sequence[Path], config_file: Path, by: str | None, at: datetime, forced: bool, quiet: bool) -> None:
    """Say in each BRIEF that it may be published, when and by whom.

    Only these lines of the file change. A brief that says what its sources do not is not approved.
    An approved brief is kept as it is when its article changes; the new draft is laid beside it.

    \b
    Example:
      digest approve --by "Ada Quill" content/briefs/talks-resume.md
    """
    content, _ = content_of(site_at(config_file))
    problems: list[BriefError] = []
    for path in [brief_at(path, content) for path in briefs]:
        try:
            done = editing.approve(content, path, at=at, by=by, forced=forced)
            say(f"{shown(content / path)}: {'approved' if done else 'was approved already'}", quiet=quiet)
        except ApprovalError as problem:
            problems += (*problem.faults, problem)
        except BriefError as problem:
            problems.append(problem)
    complain(problems, content)
