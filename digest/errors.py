"""Errors of this package: each knows its facts and writes its own sentence."""

from __future__ import annotations

from pathlib import PurePath


class DigestError(Exception):
    """Something in the content or in the call is wrong, and the message says how to mend it."""


class LocatedError(DigestError):
    """A fault at a place in a file."""

    def __init__(self, path: PurePath | str, line: int | None, problem: str) -> None:
        self.path, self.line, self.problem = str(path), line, problem
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


class ArticleError(LocatedError):
    """A raw article cannot be read, or holds no story."""


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


class SiteFolderError(DigestError):
    """The folder does not hold a digest site."""


class ExtractError(DigestError):
    """A line of `digest extract`'s input is not a document."""
