"""`digest serve`, a preview that follows every change."""

from __future__ import annotations

from pathlib import Path

import click

from digest.commands.options import config_file_option, quiet_option
from digest.commands.reports import HostLog, say_problem, tell
from digest.commands.site import site_at
from digest.site.configuration import open_cache
from digest.site.host import content_of
from digest.site.serving import serve_site, watching_articles
from digest.update import update_briefs


@click.command()
@config_file_option
@click.option("-a", "--address", metavar="HOST:PORT", help="Where to serve, instead of what the configuration says.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@quiet_option
def serve(config_file: Path, address: str | None, open_browser: bool, quiet: bool) -> None:
    """Preview the site, and rebuild what a changed file changes.

    \b
    Example:
      digest serve --open
    """
    config = site_at(config_file)
    content, settings = content_of(config)

    def update() -> None:
        with open_cache(config) as cache:
            cache.lock()
            report = update_briefs(content, settings, cache=cache)
        tell(report, content, quiet=quiet, verbose=False)
        for problem in report.problems:
            say_problem(problem, content)

    update()
    with HostLog(quiet=quiet, verbose=False), watching_articles(content, update):
        serve_site(config_file, address=address, open_browser=open_browser)
