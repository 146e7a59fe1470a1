"""Update, from the raw articles to the briefs: what is written, and what an editor keeps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from digest.errors import ArticleError, BriefError, DigestError, FieldError
from digest.pipeline import make_brief, write_brief
from digest.settings import Settings
from digest.store import (
    BESIDE,
    BRIEFS,
    RawArticle,
    StoredBrief,
    articles_claimed_by,
    find_articles,
    read_article,
    read_brief,
    read_briefs,
    save,
)


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

    def count(self, *outcomes: Outcome) -> int:
        """How many articles came out in one of these ways."""
        return sum(result.outcome in outcomes for result in self.results)


def decide(stored: StoredBrief | None, fresh: str, *, article_changed: bool, forced: bool) -> Outcome:
    """What becomes of a brief, given what is there and what would be written now."""
    if stored is None:
        return Outcome.WRITTEN
    if stored.text.replace("\r\n", "\n") == fresh:
        return Outcome.UNCHANGED
    if stored.as_generated or forced:
        return Outcome.REPLACED
    return Outcome.BESIDE if article_changed else Outcome.KEPT


def update_briefs(
    content: Path,
    settings: Settings,
    *,
    only: Collection[Path] | None = None,
    force: Collection[str] = (),
    progress: Callable[[Sequence[Path]], Iterable[Path]] = lambda paths: paths,
) -> Report:
    """Bring the briefs of the articles in a content folder up to date.

    A brief belongs to an article by what its front matter says, under whatever name either file
    lies; so neither a renamed brief nor a renamed article makes a second one. A fault in one
    article leaves the others to be done.

    Args:
        content: the content folder.
        settings: the site's settings.
        only: articles to look at, where not all are meant.
        force: briefs, below the content folder, that are replaced even though they were edited.
        progress: wraps the articles that are gone through.
    """
    briefs, unreadable = read_briefs(content)
    problems: list[DigestError] = list(unreadable)
    held = {article for problem in unreadable for article in articles_claimed_by(content, problem.path)}
    owners = _Owners(content, briefs)
    problems += owners.problems
    results: list[Result] = []
    seen: dict[str, str] = {}
    for path in progress([path for path in find_articles(content) if only is None or path in only]):
        try:
            article = read_article(content, path)
            if article.path in held:
                continue
            if article.sha256 in seen:
                raise ArticleError(
                    article.path, None, f"is the same text as {seen[article.sha256]}; delete one of the two"
                )
            seen[article.sha256] = article.path
            results.append(_update(content, settings, article, owners, force))
        except (ArticleError, BriefError) as problem:
            problems.append(problem)
    return Report(tuple(results), tuple(problems))


class _Owners:
    """Which brief belongs to which article, and which slugs and file names are taken."""

    def __init__(self, content: Path, briefs: Sequence[StoredBrief]) -> None:
        self.by_article: dict[str, StoredBrief] = {}
        self.orphans: dict[str, StoredBrief] = {}
        self.problems: list[BriefError] = []
        self.taken: set[str] = set()
        for stored in briefs:
            self.taken |= {stored.brief.front_matter.slug, PurePosixPath(stored.path).stem.lower()}
            for source in stored.brief.front_matter.sources:
                if not source.article:
                    continue
                if source.article in self.by_article:
                    other = self.by_article[source.article].path
                    self.problems.append(
                        BriefError(
                            stored.path,
                            None,
                            f"is a second brief of {source.article} beside {other}; delete one of the two",
                        )
                    )
                    continue
                self.by_article[source.article] = stored
                if source.sha256 and not (content / source.article).exists():
                    self.orphans[source.sha256] = stored

    def of(self, article: RawArticle) -> StoredBrief | None:
        """The brief of an article: by its path, or by its text where it was renamed."""
        return self.by_article.get(article.path) or self.orphans.get(article.sha256)


def _update(content: Path, settings: Settings, article: RawArticle, owners: _Owners, force: Collection[str]) -> Result:
    stored = owners.of(article)
    slug = stored.brief.front_matter.slug or None if stored else None
    try:
        fresh = make_brief(
            article.text, path=article.path, sha256=article.sha256, settings=settings, taken=owners.taken, slug=slug
        )
    except FieldError as error:
        raise ArticleError(article.path, error.line, error.problem) from None
    if fresh is None:
        raise ArticleError(article.path, None, "holds no sentence of a story, only a headline or page furniture")
    owners.taken.add(fresh.front_matter.slug)
    text = write_brief(fresh, settings)
    path = stored.path if stored else f"{BRIEFS}/{fresh.front_matter.slug}.md"
    recorded = {source.sha256 for source in stored.brief.front_matter.sources if source.sha256} if stored else set()
    # A brief written by hand may record no hash: then nobody can tell whether its article changed.
    changed = bool(recorded) and article.sha256 not in recorded
    outcome = decide(stored, text, article_changed=changed, forced=path in force)
    target = content / path
    if outcome in (Outcome.WRITTEN, Outcome.REPLACED):
        _save(target, path, text)
    elif outcome is Outcome.BESIDE:
        path = path.removesuffix(".md") + BESIDE
        _lay_beside(content, path, text)
    return Result(article.path, path, outcome)


def _lay_beside(content: Path, path: str, text: str) -> None:
    """Write the new draft, unless an editor has begun to work in the one that lies there."""
    target = content / path
    if target.exists():
        try:
            if not read_brief(content, target).as_generated:
                return
        except BriefError:
            return
    _save(target, path, text)


def _save(target: Path, path: str, text: str) -> None:
    try:
        save(target, text)
    except OSError as error:
        raise BriefError(path, None, f"cannot be written: {error.strerror or error}") from None
