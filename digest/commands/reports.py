"""Reports, what the commands say of briefs, of problems, and of what the host says."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from digest.console import PROBLEM, counted, in_actions, say, shown
from digest.errors import ApprovalError, DigestError, LocatedError, NotBuiltError
from digest.layout import ARTICLES, BRIEFS
from digest.outcomes import Outcome, Report


def tell(report: Report, content: Path, *, quiet: bool, verbose: bool) -> None:
    """Say what became of the briefs: the edited ones always, the others in one line unless asked for."""
    for result in report.results:
        place = shown(content / result.brief)
        if result.outcome is Outcome.BESIDE:
            say(
                f"{place}: {result.article} changed, and its brief was edited; the new draft lies here."
                " Merge what you want, copy its 'sources' into your brief, and delete it",
                fg="yellow",
            )
        elif result.outcome is Outcome.WAITING:
            say(
                f"{place}: {result.article} changed again, and this draft was edited; it was left as it is."
                " Merge it, delete it, and build again for a new one",
                fg="yellow",
            )
        elif result.outcome is Outcome.KEPT:
            say(f"{place}: kept as edited", quiet=quiet)
        elif verbose:
            say(f"{place}: {result.outcome.value}", quiet=quiet)
    written = report.count(Outcome.WRITTEN, Outcome.REPLACED)
    say(
        f"{counted(len(report.results), 'article')} read: {counted(written, 'brief')} written,"
        f" {report.count(Outcome.UNCHANGED)} unchanged,"
        f" {report.count(Outcome.KEPT, Outcome.BESIDE, Outcome.WAITING)} kept as edited",
        quiet=quiet,
    )


def complain(problems: Sequence[DigestError], content: Path) -> None:
    """Name every problem, and what came of them, and end with the status that says that there was one."""
    for problem in problems:
        say_problem(problem, content)
    if problems:
        causes = [problem for problem in problems if not isinstance(problem, (ApprovalError, NotBuiltError))]
        say(f"{counted(len(causes), 'problem')} to mend", fg="red")
        sys.exit(PROBLEM)


def say_problem(problem: DigestError, content: Path) -> None:
    """Name one problem, with its path as the user would write it."""
    below = isinstance(problem, LocatedError) and problem.path.split("/", 1)[0] in (ARTICLES, BRIEFS)
    say(f"{shown(content)}/{problem}" if below else str(problem), fg="red")
    if in_actions() and isinstance(problem, LocatedError):
        say(_annotation(problem, shown(content) if below else ""))


def _annotation(problem: LocatedError, folder: str) -> str:
    """The problem as a line that GitHub Actions shows beside the file (docs.github.com, "Workflow commands")."""
    path = f"{folder}/{problem.path}" if folder else problem.path
    line = f",line={problem.line}" if problem.line else ""
    message = problem.problem.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::error file={file}{line}::{message}"


def as_objects(problems: Sequence[DigestError]) -> list[dict[str, Any]]:
    """The problems as plain values: path, line and what is wrong."""
    return [
        {"path": it.path, "line": it.line, "problem": it.problem}
        if isinstance(it, LocatedError)
        else {"path": None, "line": None, "problem": str(it)}
        for it in problems
    ]


_ADDRESS = " Serving on http"


class HostLog:
    """MkDocs' own messages on standard error while it works: its warnings, where it serves, and all it says with `-v`."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._level = logging.ERROR if quiet else logging.INFO if verbose else logging.WARNING

    def __enter__(self) -> None:
        self._logger = logging.getLogger("mkdocs")
        self._handler = logging.StreamHandler(sys.stderr)
        self._handler.addFilter(self._is_shown)
        self._logger.setLevel(logging.INFO)
        self._logger.addHandler(self._handler)

    def _is_shown(self, record: logging.LogRecord) -> bool:
        return record.levelno >= self._level or (self._level < logging.ERROR and _ADDRESS in record.getMessage())

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self._handler)
