"""Settings of a digest, as its configuration gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from digest.analysis import Budget, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """How much of an article a brief may repeat word for word."""

    words: int | None = None
    """In a row."""
    percent: int | None = None
    """Of the article's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site's configuration says of how briefs are made and shown."""

    budget: Budget = field(default_factory=Budget)
    """How much the key points of a brief may take."""
    sections: tuple[Section, ...] = ()
    """The sections that briefs are put in; without any, the digest's own."""
    review_required: bool = False
    """Whether a new brief starts as a draft, and only approved ones are public."""
    verbatim: Verbatim = field(default_factory=Verbatim)
    """How much of an article a brief may repeat."""
    overrides: tuple[Path, ...] = ()
    """Folders whose templates come before the theme's."""
