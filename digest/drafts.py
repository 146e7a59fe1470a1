"""Drafts, the briefs of a content folder's articles as they would be written now."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.card import Card
from digest.errors import ArticleError, DigestError, EmbargoError, FieldError, HeldError, NoStoryError
from digest.pipeline import make_brief, write_brief
from digest.settings import Settings
from digest.store import read_article


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be analysed."""

    name: str
    """Its path below the content folder."""
    sha256: str
    owner: Card | None
    """The brief that belongs to it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The brief of an article as it is written now: its file, and what tells whether it can be that."""

    slug: str
    date: str | None
    embargo: str | None
    text: str


def make_drafts(content: Path, settings: Settings, tasks: Iterable[Task]) -> Iterator[Draft | DigestError]:
    """The draft of each article, or why there is none."""
    for task in tasks:
        try:
            yield make_draft(content, settings, task)
        except DigestError as problem:
            yield problem


def make_draft(
    content: Path, settings: Settings, task: Task, *, taken: Container[str] = (), left: str | None = None
) -> Draft:
    """The draft of an article, which keeps the slug and the other addresses of the brief that belongs to it.

    Args:
        content: the content folder.
        settings: the site's settings.
        task: the article, and that brief.
        taken: slugs that another brief has.
        left: an address that the brief's page moves away from.

    Raises:
        ArticleError: there is none, or the article was changed in the meantime.
    """
    article = read_article(content, content / task.name)
    if article.sha256 != task.sha256:
        raise ArticleError(task.name, None, "was changed while it was read; build again")
    outline = task.owner.outline if task.owner else None
    aliases = outline.aliases if outline else ()
    try:
        fresh = make_brief(
            article.text,
            path=article.path,
            sha256=article.sha256,
            settings=settings,
            taken=taken,
            slug=outline.slug or None if outline else None,
            aliases=tuple(dict.fromkeys((*aliases, left))) if left else aliases,
        )
    except EmbargoError as error:
        raise HeldError(article.path, error.line, error.problem) from None
    except FieldError as error:
        raise ArticleError(article.path, error.line, error.problem) from None
    if fresh is None:
        raise NoStoryError(article.path)
    facts = fresh.front_matter
    return Draft(facts.slug, facts.date, facts.embargo, write_brief(fresh, settings))
