"""Errors of this package: each knows its facts and writes its own sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any


class DigestError(Exception):
    """Something in the content or in the call is wrong, and the message says how to mend it."""

    def __reduce__(self) -> tuple[Any, ...]:
        # An error is made from its facts and not from its message; another process is sent both.
        return _revived, (type(self), self.args, self.__dict__)

    def let_go(self) -> None:
        """Let go of how it came about: the frames that it came through hold what was read, be it 20 MB."""
        self.__traceback__ = self.__context__ = self.__cause__ = None


def _revived(kind: type[DigestError], message: tuple[str, ...], facts: dict[str, Any]) -> DigestError:
    """An error that comes from another process."""
    error = kind.__new__(kind, *message)
    error.__dict__.update(facts)
    return error


class LocatedError(DigestError):
    """A fault at a place in a file."""

    def __init__(self, path: PurePath | str, line: int | None, problem: str) -> None:
        self.path, self.line, self.problem = str(path), line, problem
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


class ArticleError(LocatedError):
    """A raw article cannot be read, or holds no story."""


class NoStoryError(ArticleError):
    """A raw article has a headline or page furniture, and no story."""

    def __init__(self, path: PurePath | str) -> None:
        super().__init__(path, None, "holds no sentence of a story, only a headline or page furniture")


class TooLargeError(ArticleError):
    """A file is far too large for an article."""

    def __init__(self, path: PurePath | str, largest: int) -> None:
        super().__init__(path, None, f"is larger than {largest // 1_000_000} MB: it is not an article")


class SameTextError(ArticleError):
    """A raw article is a copy of another."""

    def __init__(self, path: PurePath | str, other: str) -> None:
        super().__init__(path, None, f"is the same text as {other}; delete one of the two")


class EncodingError(DigestError):
    """Bytes are not text in an encoding that is read here."""

    def __init__(self, line: int | None, problem: str) -> None:
        self.line, self.problem = line, problem
        super().__init__(problem)


class FieldError(DigestError):
    """A field of an article's or a brief's front matter has a wrong value."""

    def __init__(self, line: int, problem: str) -> None:
        self.line, self.problem = line, problem
        super().__init__(f"line {line}: {problem}")


class EmbargoError(FieldError):
    """An article speaks of an embargo, and it cannot be told until when."""


class HeldError(ArticleError):
    """An article's embargo is not understood, or its brief does not have it: it must not be published."""


class BriefError(LocatedError):
    """A brief's front matter does not parse, or a field has a wrong value."""


class UnreadBriefError(BriefError):
    """The system does not let a brief be read, or a folder of them: nobody can tell whose briefs these are."""


class UnsupportedError(BriefError):
    """A brief states what its sources do not say."""

    def __init__(
        self, path: PurePath | str, line: int | None, statement: str, problem: str, nearest: str | None
    ) -> None:
        self.statement, self.finding, self.nearest = statement, problem, nearest
        beside = f"; the source says: “{nearest}”" if nearest else ""
        super().__init__(path, line, f"“{statement}” {problem}{beside}")


class RepetitionError(BriefError):
    """A brief repeats more of an article, word for word, than the configuration allows."""


class ApprovalError(BriefError):
    """A brief is not approved: it has faults."""

    def __init__(self, path: PurePath | str, faults: Sequence[BriefError]) -> None:
        self.faults = tuple(faults)
        super().__init__(path, None, "is not approved: mend what is named above, or approve it with --force")


class SecondBriefError(BriefError):
    """Two briefs name one article as their source."""

    def __init__(self, path: PurePath | str, article: str, other: str) -> None:
        super().__init__(path, None, f"is a second brief of {article} beside {other}; delete one of the two")


class SameAddressError(BriefError):
    """Two briefs would be shown at one address."""

    def __init__(self, path: PurePath | str, address: str, other: str) -> None:
        super().__init__(path, None, f"has the address /{address} as {other} has; give one of them another 'slug'")


class SiteFolderError(DigestError):
    """The folder does not hold a digest site."""


class NotBuiltError(SiteFolderError):
    """The site is not built, because of what else is named."""


class ExtractError(DigestError):
    """A line of `digest extract`'s input is not a document."""


class BusyError(DigestError):
    """Another build of the same site does not end."""

    def __init__(self, folder: PurePath) -> None:
        super().__init__(f"another build works on this site; wait for its end (it holds {folder / 'lock'})")


class WorkerError(DigestError):
    """The system ended a process that shared the work."""

    def __init__(self) -> None:
        super().__init__("a process that shared the work was ended, perhaps for want of memory; run the command again")
