"""`digest build`, the briefs of new and changed articles, and the site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from digest.commands.done import Done
from digest.commands.options import as_json_option, config_file_option, quiet_option, verbose_option
from digest.commands.reports import as_objects, complain, tell
from digest.console import counted, print_json, say, shown
from digest.errors import SiteFolderError
from digest.receipt import find_receipt
from digest.survey import Surveyor
from digest.text.moments import parse_moment


@click.command()
@config_file_option
@click.option(
    "--strict",
    is_flag=True,
    help="Stop where a brief lacks a footnote, says what its sources do not or repeats too much, and where MkDocs"
    " has a warning.",
)
@click.option("--now", metavar="TIME", help='Build as if it were this time, such as "2026-06-05T00:01:00+00:00".')
@click.option(
    "--force",
    metavar="BRIEF",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Replace this brief even though it was edited.",
)
@click.option("--clean", is_flag=True, help="Build all anew, whatever is remembered of earlier builds.")
@as_json_option
@quiet_option
@verbose_option
def build(
    config_file: Path,
    strict: bool,
    now: str | None,
    force: Sequence[Path],
    clean: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the briefs of new and changed articles, and the site.

    A brief that somebody edited is never overwritten: it is named, and kept.

    \b
    Examples:
      digest build --strict
      digest build --force content/briefs/talks-resume.md
    """
    moment = parse_moment(now) if now else None
    if now and moment is None:
        raise click.UsageError('--now is not a time with its offset such as "2026-06-05T00:01:00+00:00"')
    options = f"strict: {strict}, now: {now}"
    surveyor = Surveyor()
    receipt = None if force or clean else find_receipt(config_file, options, moment, surveyor)
    if receipt:
        done = Done(receipt.report, Path(receipt.content), Path(receipt.site), (), receipt.held)
        tell(done.report, done.content, quiet=quiet, verbose=verbose)
    else:
        # What builds takes longer to load than it takes to see that there is nothing to build.
        from digest.commands.building import build_anew

        done = build_anew(
            config_file,
            options,
            surveyor,
            strict=strict,
            now=now,
            force=force,
            clean=clean,
            quiet=quiet,
            verbose=verbose,
            silent=quiet or as_json,
        )
    failed = any(isinstance(problem, SiteFolderError) for problem in done.problems)
    if as_json:
        results = [
            {"article": it.article, "brief": it.brief, "outcome": it.outcome.value} for it in done.report.results
        ]
        print_json(
            {"site": None if failed else str(done.site), "briefs": results, "problems": as_objects(done.problems)}
        )
    elif not failed:
        if done.held:
            say(f"not public yet: {counted(done.held, 'brief')}, as a draft or under embargo", quiet=quiet)
        say(f"the site is in {shown(done.site)}: open {shown(done.site / 'index.html')}", quiet=quiet, bold=True)
    complain(done.problems, done.content)
