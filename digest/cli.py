"""The command `digest`, the edge to the console: standard output is data, standard error is talk."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import click

from digest import __version__
from digest.adding import add_article
from digest.analysis import Budget
from digest.article.facts import facts_of
from digest.check import check_content
from digest.console import (
    PROBLEM,
    HostLog,
    as_objects,
    complain,
    counted,
    print_json,
    say,
    say_problem,
    shown,
    tell,
    with_progress,
)
from digest.errors import (
    ArticleError,
    BriefError,
    DigestError,
    EncodingError,
    ExtractError,
    FieldError,
    HeldError,
    SiteFolderError,
)
from digest.extraction import DEFAULT_BUDGET, extract
from digest.site.host import Site, build_site, content_of, load_site, serve_site, watching_articles
from digest.starter import start_site
from digest.text.decoding import decode
from digest.text.timestamps import parse_moment
from digest.text.yaml_mapping import Field
from digest.update import Report, update_briefs


class _Group(click.Group):
    """Expected errors are one line and an exit status; anything else is a bug and keeps its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DigestError as error:
            say(str(error), fg="red")
            ctx.exit(PROBLEM)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="digest")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn raw article text into a press digest.

    \b
    A new site, an article, and the pages:
      digest init morning && cd morning
      digest add story.txt --source "The Harbour Gazette" --published 2026-03-01
      digest build

    Exit status: 0 done, 1 a problem in the content, 2 wrong usage.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


_config_file = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
_quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
_verbose = click.option("-v", "--verbose", is_flag=True, help="Name every article and what became of its brief.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_quiet
def init(folder: Path, quiet: bool) -> None:
    """Start a site in FOLDER: configuration, a sample article, a workflow for GitHub Pages.

    \b
    Example:
      digest init morning
    """
    for path in start_site(folder):
        say(f"wrote {path}", quiet=quiet)
    say(f"next: cd {folder} && digest build", quiet=quiet, bold=True)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@_config_file
@click.option("--source", metavar="OUTLET", help="The outlet that published it.")
@click.option("--url", help="Where it was published.")
@click.option("--published", metavar="DATE", help='When, such as "2026-03-01".')
@click.option("--author", help="Who wrote it.")
@_quiet
def add(
    files: Sequence[Path],
    config_file: Path,
    source: str | None,
    url: str | None,
    published: str | None,
    author: str | None,
    quiet: bool,
) -> None:
    """Add raw articles and write their briefs; without FILES, paste one on standard input.

    The paths of the briefs are printed on standard output.

    \b
    Examples:
      digest add story.txt --source "The Harbour Gazette" --published 2026-03-01
      pbpaste | digest add --url https://example.org/story
    """
    stated = {"source": source, "url": url, "published": published, "author": author}
    try:
        facts = facts_of({name: Field(value, 1) for name, value in stated.items() if value})
    except FieldError as error:
        raise click.UsageError(f"--{error.problem.replace(chr(39), '', 2)}") from None
    content, settings = content_of(_site(config_file))
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
    complain([*problems, *report.problems], content)


@main.command()
@_config_file
@click.option("--strict", is_flag=True, help="Stop where MkDocs has a warning.")
@click.option("--now", metavar="TIME", help='Build as if it were this time, such as "2026-06-05T00:01:00+00:00".')
@click.option(
    "--force",
    metavar="BRIEF",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Replace this brief even though it was edited.",
)
@_as_json
@_quiet
@_verbose
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
    config = _site(config_file, strict=strict or None, now=now)
    content, settings = content_of(config)
    named = {_brief_named(path, content) for path in force}
    report = update_briefs(content, settings, force=named, progress=with_progress(quiet or as_json))
    tell(report, content, quiet=quiet, verbose=verbose)
    failure: DigestError | None = None
    if any(isinstance(problem, (BriefError, HeldError)) for problem in report.problems):
        failure = SiteFolderError(
            "the site is not built while a brief or an embargo is wrong: mend what is named above"
        )
    else:
        try:
            with HostLog(quiet=quiet, verbose=verbose):
                build_site(config)
        except DigestError as error:
            failure = error
    problems = [*report.problems, *([failure] if failure else [])]
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


@main.command()
@_config_file
@click.option("-a", "--address", metavar="HOST:PORT", help="Where to serve, instead of what the configuration says.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@_quiet
def serve(config_file: Path, address: str | None, open_browser: bool, quiet: bool) -> None:
    """Preview the site, and rebuild it whenever an article or a brief changes.

    \b
    Example:
      digest serve --open
    """
    content, settings = content_of(_site(config_file))

    def update() -> None:
        report = update_briefs(content, settings)
        tell(report, content, quiet=quiet, verbose=False)
        for problem in report.problems:
            say_problem(problem, content)

    update()
    with HostLog(quiet=quiet, verbose=False), watching_articles(content, update):
        serve_site(config_file, address=address, open_browser=open_browser)


@main.command()
@_config_file
@_as_json
@_quiet
def check(config_file: Path, as_json: bool, quiet: bool) -> None:
    """Check the front matter and the structure of every brief and article.

    \b
    Example:
      digest check --json | jq .problems
    """
    content, _ = content_of(_site(config_file))
    checked = check_content(content)
    if as_json:
        print_json(
            {
                "articles": checked.articles,
                "briefs": checked.briefs,
                "problems": as_objects(checked.problems),
                "notes": as_objects(checked.notes),
            }
        )
    else:
        for note in checked.notes:
            say(f"note: {content.name}/{note}", quiet=quiet)
        say(f"{counted(checked.articles, 'article')} and {counted(checked.briefs, 'brief')} checked", quiet=quiet)
    complain(checked.problems, content)


@main.command(name="extract")
@click.argument("source", type=click.File("rb"), default="-")
@click.option(
    "--max-points",
    type=click.IntRange(1, 20),
    default=DEFAULT_BUDGET.points,
    show_default=True,
    help="Key points at most.",
)
@click.option(
    "--max-words",
    type=click.IntRange(1),
    default=DEFAULT_BUDGET.words,
    show_default=True,
    help="Words in all key points together.",
)
def extract_lines(source: BinaryIO, max_points: int, max_words: int) -> None:
    """Read documents as JSON Lines, and print what is found in each as JSON Lines.

    A document has "id" and "text", and optionally "title" (even empty: the text is the body only),
    "published" and "language". Offsets are Unicode code points into "text". A line that is no
    document gets {"id", "error"}, and the exit status is 1.

    \b
    Example:
      digest extract articles.jsonl > found.jsonl
    """
    budget = Budget(points=max_points, words=max_words)
    failed = False
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        found = _extract_line(line, number, budget)
        failed = failed or "error" in found
        click.echo(_json_line(found))
    if failed:
        sys.exit(PROBLEM)


def _extract_line(line: bytes, number: int, budget: Budget) -> dict[str, Any]:
    identity = None
    try:
        document = json.loads(line.decode("utf-8-sig"), parse_constant=_no_constant)
        if not isinstance(document, dict):
            raise ExtractError("is not a JSON object")
        identity = document.get("id")
        return extract(document, budget=budget)
    except FieldError as error:
        return {"id": identity, "error": f"line {number}: {error.problem}"}
    except ExtractError as error:
        return {"id": identity, "error": f"line {number}: {error}"}
    except (ValueError, RecursionError) as error:
        return {"id": identity, "error": f"line {number}: not valid JSON: {error}"}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON value")


def _json_line(value: dict[str, Any]) -> str:
    """One line of JSON; a lone surrogate, which UTF-8 cannot hold, stays an escape."""
    line = json.dumps(value, ensure_ascii=False)
    return line if line.isprintable() or not re.search("[\ud800-\udfff]", line) else json.dumps(value)


def _site(config_file: Path, *, strict: bool | None = None, now: str | None = None) -> Site:
    """The site's configuration; to have none is wrong usage."""
    if not config_file.is_file():
        raise click.UsageError(
            f"{config_file}: no such file; run 'digest init DIR' to start a site, or say where yours is with -f"
        )
    return load_site(config_file, strict=strict, now=now)


def _read(path: Path) -> str:
    """The text of a file, or of standard input for `-`."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return decode(data)
    except OSError as error:
        raise ArticleError(path, None, f"cannot be read: {error.strerror or error}") from None
    except EncodingError as error:
        raise ArticleError(path, error.line, str(error)) from None


def _brief_named(path: Path, content: Path) -> str:
    """A brief given on the command line, as a path below the content folder."""
    for candidate in (path, content / path):
        if candidate.is_file() and candidate.resolve().is_relative_to(content.resolve()):
            return candidate.resolve().relative_to(content.resolve()).as_posix()
    raise click.UsageError(f"--force: there is no brief {path}")
