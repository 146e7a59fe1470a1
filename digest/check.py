"""Check, what is wrong in a content folder before a site is built from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from digest.brief import Source
from digest.errors import (
    ArticleError,
    BriefError,
    DigestError,
    FieldError,
    NoStoryError,
    RepetitionError,
    SameAddressError,
    SameTextError,
    SecondBriefError,
    UnsupportedError,
)
from digest.markdown import KEY_POINTS, plain
from digest.settings import Verbatim
from digest.store import RawArticle, StoredBrief, address_of, find_articles, has_article, read_article, read_briefs

if TYPE_CHECKING:
    from digest.article import Article
    from digest.verification.briefs import Finding
    from digest.verification.statements import Verdict

_BEGINNING = 25
"""Characters of a statement that its line is found by."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was checked, and what was found."""

    articles: int
    briefs: int
    problems: tuple[DigestError, ...]
    """What has to be mended."""
    notes: tuple[DigestError, ...]
    """What an editor may want to know."""
    verdicts: Mapping[Verdict, int]
    """How many statements, quotes, names and footnotes were found to stand so to their sources."""


def check_content(content: Path, verbatim: Verbatim) -> Checked:
    """Check that every article can be read, and that every brief is well formed and says what its sources say."""
    from digest.verification.statements import Verdict

    problems: list[DigestError] = []
    notes: list[DigestError] = []
    articles = 0
    verdicts = dict.fromkeys(Verdict, 0)
    seen: dict[str, str] = {}
    for path in find_articles(content):
        articles += 1
        try:
            raw = read_article(content, path)
            if seen.setdefault(raw.sha256, raw.path) != raw.path:
                raise SameTextError(raw.path, seen[raw.sha256])
            if not _parsed(raw).sentences:
                raise NoStoryError(raw.path)
        except FieldError as error:
            problems.append(ArticleError(path.relative_to(content).as_posix(), error.line, error.problem))
        except ArticleError as problem:
            problems.append(problem)
    briefs, unreadable = read_briefs(content)
    problems += unreadable
    by_hash = _ByHash(content)
    for stored in briefs:
        problems += _structure(stored)
        notes += _sources_changed(content, stored, by_hash)
        if stored.changed_since_approval:
            notes.append(BriefError(stored.path, None, "was changed after it had been approved: approve it again"))
        if stored.brief.front_matter.withdrawn:
            continue  # what it says is no longer published, and was perhaps withdrawn because it is wrong
        articles_of = _articles_of(content, stored, by_hash)
        notes += _repeated(stored, articles_of, verbatim)
        findings = _verified(stored, articles_of)
        for finding in findings:
            verdicts[finding.judgement.verdict] += 1
        problems += _unsupported(stored, findings)
    problems += _twice(briefs)
    return Checked(articles, len(briefs) + len(unreadable), tuple(problems), tuple(notes), verdicts)


def faults_of(content: Path, stored: StoredBrief) -> tuple[BriefError, ...]:
    """What has to be mended in a brief: what its sources do not say, and what is missing."""
    findings = _verified(stored, _articles_of(content, stored, _ByHash(content)))
    return (*_structure(stored), *_unsupported(stored, findings))


def find_unpublishable(content: Path, verbatim: Verbatim) -> Iterator[UnsupportedError | RepetitionError]:
    """What the briefs state that their sources do not say, and where they repeat more of these than they may."""
    by_hash = _ByHash(content)
    for stored in read_briefs(content)[0]:
        if stored.brief.front_matter.withdrawn:
            continue
        articles = _articles_of(content, stored, by_hash)
        yield from _unsupported(stored, _verified(stored, articles))
        yield from _repeated(stored, articles, verbatim)


# What reads articles and verifies takes longer to load than most sites take to build, and most commands only may need it.
def _parsed(raw: RawArticle) -> Article:
    from digest.article import parse_article

    return parse_article(raw.text)


def _verified(stored: StoredBrief, articles: Mapping[str, Article]) -> Sequence[Finding]:
    """How what a brief says stands to its sources."""
    from digest.verification.briefs import verify_brief

    return verify_brief(stored.brief, list(articles.values()))


class _ByHash:
    """The articles of a content folder by what is in them, read when one is not where its brief says."""

    def __init__(self, content: Path) -> None:
        self._content = content

    def place_of(self, source: Source) -> str | None:
        """Where an article lies: where the brief says, or else where one with the recorded hash does."""
        if source.article and has_article(self._content, source.article):
            return source.article
        return self._paths.get(source.sha256) if source.article and source.sha256 else None

    @cached_property
    def _paths(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for path in find_articles(self._content):
            with suppress(ArticleError):
                raw = read_article(self._content, path)
                found.setdefault(raw.sha256, raw.path)
        return found


def _articles_of(content: Path, stored: StoredBrief, by_hash: _ByHash) -> dict[str, Article]:
    """The articles that a brief was made from, by their paths, as far as they are at hand and can be read."""
    found = {}
    for source in stored.brief.front_matter.sources:
        if path := by_hash.place_of(source):
            with suppress(ArticleError, FieldError):
                found[path] = _parsed(read_article(content, content / path))
    return found


def _repeated(stored: StoredBrief, articles: Mapping[str, Article], verbatim: Verbatim) -> Iterator[RepetitionError]:
    """Where a brief repeats more of an article than it may."""
    if verbatim == Verbatim():
        return
    from digest.verification.repetition import repetition_of

    for path, article in articles.items():
        repetition = repetition_of(stored.brief, article)
        if verbatim.words and repetition.longest > verbatim.words:
            problem = f"repeats {repetition.longest} words of {path} in a row, from “{repetition.beginning} …” on"
            yield RepetitionError(stored.path, None, f"{problem}; {verbatim.words} are allowed")
        if verbatim.percent and repetition.share * 100 > verbatim.percent:
            problem = f"repeats {repetition.share:.1%} of the words of {path}, its footnotes included"
            yield RepetitionError(stored.path, None, f"{problem}; {verbatim.percent}% are allowed")


def _unsupported(stored: StoredBrief, findings: Sequence[Finding]) -> Iterator[UnsupportedError]:
    for finding in findings:
        judgement = finding.judgement
        if not judgement.is_supported:
            problem = judgement.problem or "has no support"
            yield UnsupportedError(
                stored.path, _line_of(stored, finding.text), finding.text, problem, judgement.nearest
            )


def _line_of(stored: StoredBrief, statement: str) -> int | None:
    """The line of a brief's file that a statement begins on."""
    beginning = statement[:_BEGINNING]
    for number, line in enumerate(stored.parts.body.split("\n"), start=stored.parts.body_line):
        if beginning in plain(line):
            return number
    lines = stored.parts.fields.split("\n")
    return next((number for number, line in enumerate(lines, start=2) if statement in line), None)


def _twice(briefs: Sequence[StoredBrief]) -> Iterator[BriefError]:
    """Two briefs of one article, and two at one address."""
    owners: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for stored in briefs:
        for source in stored.brief.front_matter.sources:
            if source.article and owners.setdefault(source.article, stored.path) != stored.path:
                yield SecondBriefError(stored.path, source.article, owners[source.article])
        address = address_of(stored.brief.front_matter, stored.path)
        if addresses.setdefault(address, stored.path) != stored.path:
            yield SameAddressError(stored.path, address, addresses[address])


def _structure(stored: StoredBrief) -> list[BriefError]:
    """A brief says something, and each footnote that it refers to is there."""
    found = []
    brief = stored.brief
    if not (brief.takeaway or brief.key_points or brief.quotes or brief.sections):
        found.append(
            BriefError(
                stored.path,
                stored.parts.body_line,
                f"says nothing: write a takeaway, or points under '## {KEY_POINTS}'",
            )
        )
    for name, line in stored.parts.missing_footnotes():
        found.append(
            BriefError(
                stored.path, line, f"refers to the footnote [^{name}], which is not there: add a line '[^{name}]: …'"
            )
        )
    return found


def _sources_changed(content: Path, stored: StoredBrief, by_hash: _ByHash) -> Iterator[BriefError]:
    """Where a brief's articles are not those that it was made from, or not where they were."""
    for source in stored.brief.front_matter.sources:
        if not source.article:
            continue
        place = by_hash.place_of(source)
        if place is None:
            yield BriefError(stored.path, None, f"its article {source.article} is gone; the brief stays as it is")
        elif place != source.article:
            yield BriefError(stored.path, None, f"its article {source.article} now lies at {place}")
        elif source.sha256:
            with suppress(ArticleError):
                if read_article(content, content / place).sha256 != source.sha256:
                    problem = f"its article {place} has changed since, and is what the brief is held against"
                    yield BriefError(stored.path, None, problem)
