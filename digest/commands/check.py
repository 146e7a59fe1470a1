"""`digest check`, faults in articles and briefs, named."""

from __future__ import annotations

from pathlib import Path

import click

from digest.check import check_content
from digest.commands.options import as_json_option, config_file_option, quiet_option
from digest.commands.reports import as_objects, complain
from digest.commands.site import site_at
from digest.console import counted, print_json, say
from digest.site.configuration import open_cache
from digest.site.host import content_of


@click.command()
@config_file_option
@as_json_option
@quiet_option
def check(config_file: Path, as_json: bool, quiet: bool) -> None:
    """Check every article, and each brief against its sources.

    Each statement of a brief is held against the sentences that its footnotes quote, and these
    against the article: it is verbatim, shortened, edited, or unsupported. Quotes must be word for
    word, by whom the article says, and every name must stand in it.

    \b
    Example:
      digest check --json | jq .problems
    """
    config = site_at(config_file)
    content, settings = content_of(config)
    with open_cache(config) as cache:
        cache.lock()
        checked = check_content(content, settings.verbatim, cache)
    if as_json:
        print_json(
            {
                "articles": checked.articles,
                "briefs": checked.briefs,
                "problems": as_objects(checked.problems),
                "verdicts": dict(checked.verdicts),
                "notes": as_objects(checked.notes),
            }
        )
    else:
        for note in checked.notes:
            say(f"note: {content.name}/{note}", quiet=quiet)
        say(
            f"{counted(checked.articles, 'article')} and {counted(checked.briefs, 'brief')} checked: "
            + ", ".join(f"{number} {verdict}" for verdict, number in checked.verdicts.items()),
            quiet=quiet,
        )
    complain(checked.problems, content)
