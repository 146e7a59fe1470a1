"""Update, from the raw articles to the briefs: what is written, and what an editor keeps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from digest.brief import Brief
from digest.errors import (
    ArticleError,
    BriefError,
    DigestError,
    EmbargoError,
    FieldError,
    HeldError,
    NoStoryError,
    SameTextError,
    SecondBriefError,
)
from digest.pipeline import make_brief, write_brief
from digest.settings import Settings
from digest.store import (
    BESIDE,
    BRIEFS,
    RawArticle,
    StoredBrief,
    address_of,
    articles_claimed_by,
    find_articles,
    find_briefs,
    has_article,
    is_still,
    read_article,
    read_brief,
    read_briefs,
    save_in,
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
    WAITING = "waiting"
    """As before, but an editor works in an earlier draft beside it: that was left as it is."""


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
    broken = {PurePosixPath(problem.path).stem.lower() for problem in unreadable}
    owners = _Owners(content, briefs)
    problems += owners.problems
    results: list[Result] = []
    seen: dict[str, str] = {}
    # Where two articles have one text, the one that has a brief keeps it.
    paths = [path for path in find_articles(content) if only is None or path in only]
    paths.sort(key=lambda path: (not owners.knows(path.relative_to(content).as_posix()), path))
    for path in progress(paths):
        try:
            article = read_article(content, path)
            if article.path in held:
                continue
            if article.sha256 in seen:
                raise SameTextError(article.path, seen[article.sha256])
            seen[article.sha256] = article.path
            results.append(_update(content, settings, article, owners, broken, force))
        except _Held:
            continue
        except (ArticleError, BriefError) as problem:
            problems.append(problem)
    made = {result.brief for result in results}
    problems += [BriefError(path, None, "has no article to make it again from") for path in force if path not in made]
    return Report(tuple(sorted(results, key=lambda result: result.article)), tuple(problems))


class _Owners:
    """Which brief belongs to which article, and which slugs and file names are taken."""

    def __init__(self, content: Path, briefs: Sequence[StoredBrief]) -> None:
        self._by_article: dict[str, StoredBrief] = {}
        self._by_text: dict[str, StoredBrief] = {}
        self._by_slug: dict[str, StoredBrief] = {}
        self.problems: list[BriefError] = []
        # Files that are there and could not be read as briefs keep their names too.
        self.taken = {path.stem.lower() for path in find_briefs(content)}
        self.taken |= {stored.brief.front_matter.slug for stored in briefs}
        for stored in briefs:
            sources = stored.brief.front_matter.sources
            for source in sources:
                if not source.article:
                    continue
                other = self._by_article.setdefault(source.article, stored)
                if other is not stored:
                    self.problems.append(SecondBriefError(stored.path, source.article, other.path))
            if not any(source.article and has_article(content, source.article) for source in sources):
                self._by_text.update((source.sha256, stored) for source in sources if source.sha256)
                self._by_slug[stored.brief.front_matter.slug or PurePosixPath(stored.path).stem.lower()] = stored

    def knows(self, article: str) -> bool:
        """Whether a brief names an article as its source."""
        return article in self._by_article

    def of(self, article: RawArticle) -> StoredBrief | None:
        """The brief of an article: by its path, or by its text where it was renamed."""
        return self._by_article.get(article.path) or self._by_text.get(article.sha256)

    def of_story(self, slug: str, day: str | None) -> StoredBrief | None:
        """The brief, left without an article, of a story of that day and slug: its article was renamed and changed."""
        stored = self._by_slug.get(slug)
        return stored if stored and stored.brief.front_matter.date == day else None


def _update(
    content: Path,
    settings: Settings,
    article: RawArticle,
    owners: _Owners,
    broken: Collection[str],
    force: Collection[str],
) -> Result:
    stored = owners.of(article)
    fresh = _make(article, settings, slug=_slug_of(stored), aliases=_aliases_of(stored))
    if stored and stored.brief.front_matter.date != fresh.front_matter.date:
        # The page moves to another edition: its address so far leads there.
        aliases = (*_aliases_of(stored), f"/{address_of(stored.brief.front_matter, stored.path)}")
        fresh = _make(article, settings, slug=_slug_of(stored), aliases=tuple(dict.fromkeys(aliases)))
    if stored is None:
        if fresh.front_matter.slug in broken:
            raise _Held
        stored = owners.of_story(fresh.front_matter.slug, fresh.front_matter.date)
        if stored is None and fresh.front_matter.slug in owners.taken:
            fresh = _make(article, settings, taken=owners.taken)
    owners.taken.add(fresh.front_matter.slug)
    text = write_brief(fresh, settings)
    path = stored.path if stored else f"{BRIEFS}/{fresh.front_matter.slug}.md"
    recorded = {source.sha256 for source in stored.brief.front_matter.sources if source.sha256} if stored else set()
    # A brief written by hand may record no hash: then nobody can tell whether its article changed.
    changed = bool(recorded) and article.sha256 not in recorded
    outcome = decide(stored, text, article_changed=changed, forced=path in force)
    if outcome is Outcome.REPLACED and stored and not is_still(content, stored):
        outcome = Outcome.KEPT  # somebody has saved it since it was read
    if outcome in (Outcome.WRITTEN, Outcome.REPLACED):
        _save(content, path, text, new=stored is None)
        _clear_beside(content, path)
    elif outcome is Outcome.BESIDE:
        path = path.removesuffix(PurePosixPath(path).suffix) + BESIDE
        outcome = _lay_beside(content, path, text)
        embargo = fresh.front_matter.embargo
        if embargo and stored and stored.brief.front_matter.embargo is None:
            problem = (
                f"its article is now under embargo, and this edited brief is not: add 'embargo: \"{embargo}\"' to it"
            )
            raise HeldError(stored.path, None, problem)
    return Result(article.path, path, outcome)


class _Held(Exception):  # noqa: N818  # a signal: the brief may be the unreadable file of its name
    """Nothing is written for an article while its brief may be a file that cannot be read."""


def _aliases_of(stored: StoredBrief | None) -> tuple[str, ...]:
    return stored.brief.front_matter.aliases if stored else ()


def _slug_of(stored: StoredBrief | None) -> str | None:
    return stored.brief.front_matter.slug or None if stored else None


def _make(
    article: RawArticle,
    settings: Settings,
    *,
    slug: str | None = None,
    taken: Container[str] = (),
    aliases: tuple[str, ...] = (),
) -> Brief:
    try:
        fresh = make_brief(
            article.text,
            path=article.path,
            sha256=article.sha256,
            settings=settings,
            taken=taken,
            slug=slug,
            aliases=aliases,
        )
    except EmbargoError as error:
        raise HeldError(article.path, error.line, error.problem) from None
    except FieldError as error:
        raise ArticleError(article.path, error.line, error.problem) from None
    if fresh is None:
        raise NoStoryError(article.path)
    return fresh


def _clear_beside(content: Path, path: str) -> None:
    """Remove the draft beside a brief that has now been replaced, unless an editor worked in it."""
    beside = content / (path.removesuffix(PurePosixPath(path).suffix) + BESIDE)
    with suppress(BriefError, OSError):
        if beside.exists() and read_brief(content, beside).as_generated:
            beside.unlink()


def _lay_beside(content: Path, path: str, text: str) -> Outcome:
    """Write the new draft, unless an editor has begun to work in the one that lies there."""
    target = content / path
    if target.exists():
        try:
            if not read_brief(content, target).as_generated:
                return Outcome.WAITING
        except BriefError:
            return Outcome.WAITING
    _save(content, path, text, new=False)
    return Outcome.BESIDE


def _save(content: Path, path: str, text: str, *, new: bool) -> None:
    if new and (content / path).exists():
        raise BriefError(
            path, None, "is there already, and is not known as the brief of an article; nothing was written over it"
        )
    try:
        save_in(content, path, text)
    except OSError as error:
        raise BriefError(path, None, f"cannot be written: {error.strerror or error}") from None
