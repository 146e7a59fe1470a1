"""Building, the work of `digest build` where something may have changed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from digest.check import find_unpublishable
from digest.commands.done import Done
from digest.commands.reports import HostLog, tell
from digest.commands.site import brief_at, site_at
from digest.console import now as present
from digest.console import say, with_progress
from digest.errors import BriefError, DigestError, HeldError, NotBuiltError
from digest.outcomes import Report
from digest.receipt import Receipt, digest_of_config, keep_receipt
from digest.shelf import LEDGER as CARDS
from digest.shelf import read_shelf
from digest.site.configuration import ledger_name, open_cache
from digest.site.folder import open_folder
from digest.site.host import Built, build_site, content_of
from digest.survey import Survey, Surveyor
from digest.templates import theme_folder
from digest.text.moments import parse_moment
from digest.update import update_briefs


def build_anew(
    config_file: Path,
    options: str,
    surveyor: Surveyor,
    *,
    strict: bool,
    now: str | None,
    force: Sequence[Path],
    clean: bool,
    quiet: bool,
    verbose: bool,
    silent: bool,
) -> Done:
    """Write the briefs of new and changed articles, build the site, and keep a receipt where nothing is left to do.

    Args:
        config_file: the site's configuration.
        options: what the command was asked for, for the receipt.
        surveyor: says what the file system says, or said where the receipt was looked for.
        strict: stop where a brief says what its sources do not, and at MkDocs' warnings.
        now: the time to build for, if not the present.
        force: briefs that are replaced even though they were edited.
        clean: forget first what was worked out in earlier builds.
        quiet: say nothing but what went wrong.
        verbose: name every article.
        silent: show no progress.
    """
    begun = (parse_moment(now) if now else None) or present()
    gc.disable()  # see the plugin, which turns it on again
    config = site_at(config_file, strict=strict or None, now=now)
    content, settings = content_of(config)
    templates = (theme_folder(), *settings.overrides)
    named = {brief_at(path, content) for path in force}
    site = Path(config.site_dir)
    with open_cache(config) as cache:
        if cache.lock(lambda: say("another build works on this site: waiting for its end", fg="yellow")):
            surveyor = Surveyor()
        if clean:
            cache.clear()
        folder = open_folder(site, cache.ledger(ledger_name(site)))
        # What the file system says is asked before anything is read. This build may miss what changes from then on;
        # the next one sees it, as its receipt is of what was said here.
        articles, others = surveyor.articles(content), surveyor.others(content, templates)
        shelf = read_shelf(content, cache.ledger(CARDS), sign=others.signature_of)
        report = update_briefs(
            content,
            settings,
            cache=cache,
            shelf=shelf,
            sign=articles.signature_of,
            force=named,
            progress=with_progress(silent),
        )
        if report.wrote:
            others = Surveyor().others(content, templates)
            shelf = read_shelf(content, cache.ledger(CARDS), sign=others.signature_of)
        tell(report, content, quiet=quiet, verbose=verbose)
        unpublishable = tuple(find_unpublishable(content, settings.verbatim, cache)) if strict else ()
        failure = _what_stands_in_the_way(report, unpublishable)
        built: Built | None = None
        if failure is None:
            try:
                with HostLog(quiet=quiet, verbose=verbose):
                    built = build_site(config, cache, shelf, folder)
            except DigestError as error:
                failure = error
        problems = (*report.problems, *unpublishable, *([failure] if failure else []))
        is_done = _will_tell(articles, lambda: Surveyor().articles(content)) and _will_tell(
            others, lambda: Surveyor().others(content, templates)
        )
        results, known = _results(report), digest_of_config(config_file)
        receipt = None
        if built and built.is_whole and known and results is not None and not problems and is_done:
            receipt = Receipt(
                options=options,
                config=known,
                content=str(content),
                templates=tuple(map(str, templates)),
                articles=articles.known,
                others=others.known,
                site=str(site),
                written=built.written,
                at=begun.isoformat(),
                until=built.until.isoformat() if built.until else None,
                held=built.held,
                results=results,
            )
        keep_receipt(cache, receipt)
    return Done(report, content, site, problems, built.held if built else 0)


def _what_stands_in_the_way(report: Report, unpublishable: Collection[DigestError]) -> DigestError | None:
    """Why the site is not built, where that is so: it would show what is wrong, or what is not to be shown yet."""
    if unpublishable:
        return NotBuiltError(
            "the site is not built while a brief says what its sources do not, lacks a footnote, or repeats too much"
        )
    if any(isinstance(problem, (BriefError, HeldError)) for problem in report.problems):
        return NotBuiltError("the site is not built while a brief or an embargo is wrong: mend what is named above")
    return None


def _will_tell(before: Survey, ask_again: Callable[[], Survey]) -> bool:
    """Whether every change since a survey tells: at once, or as nothing had changed when it was sure to."""
    if before.is_settled:
        return True
    after = ask_again()
    return after.is_settled and after.known == before.known


def _results(report: Report) -> tuple[tuple[str, str, str], ...] | None:
    """What the next update would come to; None where it would have something to do or to say again."""
    found = [(it.article, it.brief, it.outcome.next) for it in report.results]
    settled = tuple((article, brief, outcome.value) for article, brief, outcome in found if outcome)
    return settled if len(settled) == len(found) else None
