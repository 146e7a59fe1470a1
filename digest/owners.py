"""Owners, which brief belongs to which article, whatever either file is called now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from digest.card import Card
from digest.errors import BriefError, SecondBriefError
from digest.store import has_article


class Owners:
    """Which brief belongs to which article, and which slugs and file names are taken."""

    def __init__(self, content: Path, briefs: Sequence[Card], broken: Collection[str]) -> None:
        """Find out.

        Args:
            content: the content folder.
            briefs: those that can be read.
            broken: the names of the files of the others, in lower case and without their endings.
        """
        self._by_article: dict[str, Card] = {}
        self._by_text: dict[str, Card] = {}
        self._by_slug: dict[str, Card] = {}
        self.problems: list[BriefError] = []
        # Files that are there and could not be read as briefs keep their names too.
        self.taken = {*broken, *(_name_of(card) for card in briefs)}
        self.taken |= {card.outline.slug for card in briefs}
        for card in briefs:
            sources = card.outline.sources
            for source in sources:
                if not source.article:
                    continue
                other = self._by_article.setdefault(source.article, card)
                if other is not card:
                    self.problems.append(SecondBriefError(card.path, source.article, other.path))
            if not any(source.article and has_article(content, source.article) for source in sources):
                self._by_text.update((source.sha256, card) for source in sources if source.sha256)
                self._by_slug[card.outline.slug or _name_of(card)] = card

    def knows(self, article: str) -> bool:
        """Whether a brief names an article as its source."""
        return article in self._by_article

    def of(self, article: str, sha256: str) -> Card | None:
        """The brief of an article: by its path, or by its text where it was renamed."""
        return self._by_article.get(article) or self._by_text.get(sha256)

    def of_story(self, slug: str, day: str | None) -> Card | None:
        """The brief, left without an article, of a story of that day and slug: its article was renamed and changed."""
        card = self._by_slug.get(slug)
        return card if card and card.outline.date == day else None


def _name_of(card: Card) -> str:
    """The name of a brief's file in lower case, without its ending."""
    name = card.path.rpartition("/")[2]
    return (name.rpartition(".")[0] or name).lower()
