"""Outcomes, what became of the briefs of a content folder's articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from digest.errors import DigestError


class Outcome(str, Enum):
    """What became of an article's brief."""

    WRITTEN = "written"
    """There was none: it was written."""
    REPLACED = "replaced"
    """It was as generated, or named by `--force`: a new one took its place."""
    UNCHANGED = "unchanged"
    """It was as generated, and still is."""
    KEPT = "kept"
    """An editor changed it: it was left as it is."""
    BESIDE = "laid beside"
    """An editor changed it, and its article changed too: the new draft lies beside it."""
    WAITING = "waiting"
    """As before, but an editor works in an earlier draft beside it: that was left as it is."""

    @property
    def next(self) -> Outcome | None:
        """What the next update comes to where nothing has changed; None where it has something to do or to say again."""
        if self in (Outcome.BESIDE, Outcome.WAITING):
            return None
        return Outcome.KEPT if self is Outcome.KEPT else Outcome.UNCHANGED


@dataclass(frozen=True, slots=True)
class Result:
    """An article, its brief, and what became of it."""

    article: str
    brief: str
    """Both below the content folder."""
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did."""

    results: tuple[Result, ...]
    problems: tuple[DigestError, ...]

    @property
    def wrote(self) -> bool:
        """Whether it wrote a brief, or a draft beside one."""
        return self.count(Outcome.WRITTEN, Outcome.REPLACED, Outcome.BESIDE) > 0

    def count(self, *outcomes: Outcome) -> int:
        """How many articles came out in one of these ways."""
        return sum(result.outcome in outcomes for result in self.results)
