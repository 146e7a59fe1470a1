"""`digest add`, raw articles put into the content folder, and their briefs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from digest.adding import add_article
from digest.article.facts import facts_of
from digest.commands.options import config_file_option, quiet_option
from digest.commands.reports import complain
from digest.commands.site import site_at
from digest.console import say, shown
from digest.errors import ArticleError, DigestError, EncodingError, FieldError
from digest.outcomes import Report, Result
from digest.site.host import content_of
from digest.store import read_brief
from digest.text.decoding import decode
from digest.text.fields import Field
from digest.update import update_briefs


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@config_file_option
@click.option("--source", metavar="OUTLET", help="The outlet that published it.")
@click.option("--url", help="Where it was published.")
@click.option("--published", metavar="DATE", help='When, such as "2026-03-01".')
@click.option("--author", help="Who wrote it.")
@click.option("--genre", help='What it is where it is no plain news, such as "Opinion" or "Review".')
@quiet_option
def add(
    files: Sequence[Path],
    config_file: Path,
    source: str | None,
    url: str | None,
    published: str | None,
    author: str | None,
    genre: str | None,
    quiet: bool,
) -> None:
    """Add raw articles and write their briefs; without FILES, paste one on standard input.

    The paths of the briefs are printed on standard output.

    \b
    Examples:
      digest add story.txt --source "The Harbour Gazette" --published 2026-03-01
      pbpaste | digest add --url https://example.org/story
    """
    stated = {"source": source, "url": url, "published": published, "author": author, "genre": genre}
    try:
        facts = facts_of({name: Field(value, 1) for name, value in stated.items() if value})
    except FieldError as error:
        raise click.UsageError(f"--{error.problem.replace(chr(39), '', 2)}") from None
    content, settings = content_of(site_at(config_file))
    if not files and sys.stdin.isatty():
        say("Paste the article, then press Ctrl-D on a line of its own.", quiet=quiet)
    added, problems = [], []
    for path in files or [Path("-")]:
        try:
            added.append(content / add_article(content, _read(path), name=path.name, facts=facts))
        except DigestError as problem:
            problems.append(problem)
    report = update_briefs(content, settings, only=set(added)) if added else Report((), ())
    for result in report.results:
        click.echo(shown(content / result.brief))
        say(f"{shown(content / result.article)}: brief {result.outcome.value}", quiet=quiet)
        if unknown := _unknown(content, result):
            say(f"not known yet: add the file again with {' and '.join(unknown)}", quiet=quiet, fg="yellow")
    complain([*problems, *report.problems], content)


def _unknown(content: Path, result: Result) -> list[str]:
    """The options that would say what readers look for first and nothing tells of an article."""
    sources = read_brief(content, content / result.brief).brief.front_matter.sources
    source = next((it for it in sources if it.article == result.article), None)
    if source is None:
        return []
    return [option for option, fact in (("--source", source.name), ("--published", source.published)) if not fact]


def _read(path: Path) -> str:
    """The text of a file, or of standard input for `-`."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return decode(data)
    except OSError as error:
        raise ArticleError(path, None, f"cannot be read: {error.strerror or error}") from None
    except EncodingError as error:
        raise ArticleError(path, error.line, str(error)) from None
