"""Masthead, what a digest says of itself to those who are not on its site."""

from __future__ import annotations

from dataclasses import dataclass

from digest.site.appearance import ACCENTS
from digest.site.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who publishes, and where."""

    name: str
    home: str
    """The site's address, with its scheme and a slash at its end."""
    words: Wording
    """In which it says what no brief says."""
    accents: tuple[str, str] = ACCENTS
    """Its colour, for light and for dark grounds."""
    description: str | None = None
    author: str | None = None

    @property
    def language(self) -> str:
        """Of the site's own words, as BCP 47 has it."""
        return self.words.language

    def absolute(self, url: str) -> str:
        """An address below the site's root, as the whole world may use it."""
        return self.home + url
