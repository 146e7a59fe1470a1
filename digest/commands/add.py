"""`digest add`, raw articles put into the content folder, and their briefs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from digest.adding import PASTED, add_article
from digest.article.facts import facts_of
from digest.commands.options import config_file_option, quiet_option
from digest.commands.reports import complain
from digest.commands.site import site_at
from digest.console import say, shown
from digest.errors import ArticleError, DigestError, EncodingError, FieldError, TooLargeError
from digest.outcomes import Report, Result
from digest.site.host import content_of
from digest.store import LARGEST_ARTICLE, read_brief
from digest.text.decoding import decode
from digest.text.fields import Field
from digest.update import update_briefs

_OPTIONS = {"outlet": "--source", "date": "--published"}


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
    """Add raw articles, and write their briefs. Without FILES, paste one on standard input.

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
            name = PASTED if str(path) == "-" else str(path)
            added.append(content / add_article(content, _read(path, name), name=name, facts=facts))
        except DigestError as problem:
            problems.append(problem)
    report = update_briefs(content, settings, only=set(added)) if added else Report((), ())
    for result in report.results:
        click.echo(shown(content / result.brief))
        say(f"{shown(content / result.article)}: brief {result.outcome.value}", quiet=quiet)
        if unknown := _unknown(content, result):
            say(
                f"{shown(content / result.article)}: {' and '.join(unknown)} not known:"
                f" add it again with {' and '.join(map(_OPTIONS.__getitem__, unknown))}, or write it above its text",
                quiet=quiet,
                fg="yellow",
            )
    complain([*problems, *report.problems], content)


def _unknown(content: Path, result: Result) -> list[str]:
    """What readers look for first, and nothing tells of an article."""
    sources = read_brief(content, content / result.brief).brief.front_matter.sources
    source = next((it for it in sources if it.article == result.article), None)
    if source is None:
        return []
    return [name for name, fact in (("outlet", source.name), ("date", source.published)) if not fact]


def _read(path: Path, name: str) -> str:
    """The text of a file, or of standard input for `-`."""
    if path.parts[0] in ("http:", "https:"):
        raise ArticleError(name, None, "is an address, and nothing is fetched: paste the page's text, and say --url")
    try:
        data = sys.stdin.buffer.read() if name == PASTED else path.read_bytes()
        if len(data) > LARGEST_ARTICLE:
            raise TooLargeError(name, LARGEST_ARTICLE)
        return decode(data)
    except OSError as error:
        raise ArticleError(name, None, f"cannot be read: {error.strerror or error}") from None
    except EncodingError as error:
        raise ArticleError(name, error.line, str(error)) from None
