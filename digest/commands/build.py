"""`digest build`, the briefs of new and changed articles, and the site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from digest.check import find_unpublishable
from digest.commands.options import as_json_option, config_file_option, quiet_option, verbose_option
from digest.commands.reports import HostLog, as_objects, complain, tell
from digest.commands.site import brief_at, site_at
from digest.console import print_json, say, shown, with_progress
from digest.errors import BriefError, DigestError, HeldError, SiteFolderError
from digest.site.host import build_site, cache_of, content_of
from digest.text.timestamps import parse_moment
from digest.update import update_briefs


@click.command()
@config_file_option
@click.option(
    "--strict",
    is_flag=True,
    help="Stop where a brief says what its sources do not or repeats too much of them, and where MkDocs has a warning.",
)
@click.option("--now", metavar="TIME", help='Build as if it were this time, such as "2026-06-05T00:01:00+00:00".')
@click.option(
    "--force",
    metavar="BRIEF",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Replace this brief even though it was edited.",
)
@as_json_option
@quiet_option
@verbose_option
def build(
    config_file: Path, strict: bool, now: str | None, force: Sequence[Path], as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Write the briefs of new and changed articles, then build the site.

    A brief that somebody edited is never overwritten: it is named, and kept.

    \b
    Examples:
      digest build --strict
      digest build --force content/briefs/talks-resume.md
    """
    if now and parse_moment(now) is None:
        raise click.UsageError('--now is not a time with its offset such as "2026-06-05T00:01:00+00:00"')
    config = site_at(config_file, strict=strict or None, now=now)
    content, settings = content_of(config)
    named = {brief_at(path, content) for path in force}
    failure: DigestError | None = None
    with cache_of(config) as cache:
        cache.lock(lambda: say("another build works on this site: waiting for its end", fg="yellow"))
        report = update_briefs(content, settings, cache=cache, force=named, progress=with_progress(quiet or as_json))
        tell(report, content, quiet=quiet, verbose=verbose)
        unpublishable = tuple(find_unpublishable(content, settings.verbatim, cache)) if strict else ()
        if unpublishable:
            failure = SiteFolderError(
                "the site is not built while a brief says what its sources do not, or repeats more of them than it may"
            )
        elif any(isinstance(problem, (BriefError, HeldError)) for problem in report.problems):
            failure = SiteFolderError(
                "the site is not built while a brief or an embargo is wrong: mend what is named above"
            )
        else:
            try:
                with HostLog(quiet=quiet, verbose=verbose):
                    build_site(config, cache)
            except DigestError as error:
                failure = error
    problems = [*report.problems, *unpublishable, *([failure] if failure else [])]
    if as_json:
        results = [{"article": it.article, "brief": it.brief, "outcome": it.outcome.value} for it in report.results]
        print_json(
            {"site": None if failure else str(config.site_dir), "briefs": results, "problems": as_objects(problems)}
        )
    elif not failure:
        say(
            f"the site is in {shown(Path(config.site_dir))}: open {shown(Path(config.site_dir) / 'index.html')}",
            quiet=quiet,
            bold=True,
        )
    complain(problems, content)
