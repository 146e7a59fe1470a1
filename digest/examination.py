"""Examination, how what each brief says stands to its articles; one whose files have not changed is not read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.article_index import ArticleIndex
from digest.cache import Ledger
from digest.card import Card
from digest.errors import ArticleError, BriefError, FieldError, NoStoryError, RepetitionError, UnsupportedError
from digest.markdown import KEY_POINTS, plain
from digest.settings import Verbatim
from digest.shelf import read_again
from digest.store import StoredBrief, read_article
from digest.workers import in_batches

if TYPE_CHECKING:
    from digest.article import Article
    from digest.verification.briefs import Finding

LEDGER = "examinations"
_BEGINNING = 25
"""Characters of a statement that its line is found by."""
_WORTH_SHARING, _AT_ONCE = 40, 20
"""Briefs from which on several processes examine them, and that each is given at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What was found in a brief."""

    faults: tuple[BriefError, ...]
    """What is missing in it."""
    unsupported: tuple[UnsupportedError, ...] = ()
    """What its sources do not say."""
    repeated: tuple[RepetitionError, ...] = ()
    """Where it repeats more of them than it may."""
    verdicts: tuple[tuple[str, int], ...] = ()
    """How many statements, quotes, names and footnotes were found to stand so to their sources."""
    articles: tuple[ArticleError, ...] = ()
    """What is wrong with its articles."""


def examine(
    content: Path, cards: Sequence[Card], articles: ArticleIndex, verbatim: Verbatim, ledger: Ledger
) -> Iterator[tuple[Card, Examination]]:
    """Examine briefs, in their order.

    Args:
        content: the content folder.
        cards: of the briefs.
        articles: those of the folder.
        verbatim: how much of an article a brief may repeat.
        ledger: what is remembered of earlier examinations.
    """
    tasks = [_task(card, articles, verbatim) for card in cards]
    unknown = [task for task in tasks if _remembered(task, ledger) is None]
    fresh = in_batches(partial(_examine, content, verbatim), unknown, least=_WORTH_SHARING, batch=_AT_ONCE, sent=True)
    for task in tasks:
        found = _remembered(task, ledger)
        if found is None:
            new = next(fresh)
            if isinstance(new, BriefError):
                new = Examination(faults=(new,))
            else:
                ledger.put(task.card.path, json.dumps([task.key, *_written(new)]))
            found = new
        yield task.card, found
    ledger.keep_only({card.path for card in cards})


def examination_of(stored: StoredBrief, articles: Mapping[str, Article], verbatim: Verbatim) -> Examination:
    """What is found in a brief.

    Args:
        stored: the brief.
        articles: that it was made from, by their paths.
        verbatim: how much of an article it may repeat.
    """
    faults = tuple(_structure(stored))
    if stored.brief.front_matter.withdrawn:
        return Examination(faults=faults)  # what it says is no longer published, and perhaps because it is wrong
    from digest.verification.briefs import verify_brief

    findings = verify_brief(stored.brief, list(articles.values()))
    verdicts: dict[str, int] = {}
    for finding in findings:
        verdict = finding.judgement.verdict.value
        verdicts[verdict] = verdicts.get(verdict, 0) + 1
    return Examination(
        faults=faults,
        unsupported=tuple(_unsupported(stored, findings)),
        repeated=tuple(_repeated(stored, articles, verbatim)),
        verdicts=tuple(verdicts.items()),
    )


def read_story(content: Path, place: str) -> Article:
    """The article that lies at a place.

    Raises:
        ArticleError: it cannot be read, or the editor's lines at its top have a wrong value.
    """
    # What reads articles and verifies takes longer to load than most sites take to build, and few commands need it.
    from digest.article import parse_article

    try:
        return parse_article(read_article(content, content / place).text)
    except FieldError as error:
        raise ArticleError(place, error.line, error.problem) from None


def read_articles(content: Path, places: Iterable[str]) -> tuple[dict[str, Article], tuple[ArticleError, ...]]:
    """Articles by their paths, as far as they can be read, and what is wrong with any."""
    found = {}
    problems = []
    for place in places:
        try:
            article = found[place] = read_story(content, place)
        except ArticleError as problem:
            problem.let_go()
            problems.append(problem)
        else:
            if not article.sentences:
                problems.append(NoStoryError(place))
    return found, tuple(problems)


@dataclass(frozen=True, slots=True)
class _Task:
    """A brief to be examined."""

    card: Card
    places: tuple[str, ...]
    """Of its articles that are there."""
    key: str
    """What stands for all that the examination follows from."""


def places_of(card: Card, articles: ArticleIndex) -> tuple[str, ...]:
    """Where those of a brief's articles lie that are there."""
    return tuple(place for source in card.outline.sources if (place := articles.place_of(source)))


def _task(card: Card, articles: ArticleIndex, verbatim: Verbatim) -> _Task:
    places = places_of(card, articles)
    read = ",".join(f"{place} {articles.hashes.get(place)}" for place in places)
    return _Task(card, places, f"{card.digest} {verbatim.words} {verbatim.percent} {read}")


def _examine(content: Path, verbatim: Verbatim, tasks: Iterable[_Task]) -> Iterator[Examination | BriefError]:
    for task in tasks:
        try:
            stored = read_again(content, task.card)
        except BriefError as problem:
            yield problem
        else:
            articles, problems = read_articles(content, task.places)
            yield replace(examination_of(stored, articles, verbatim), articles=problems)


def _remembered(task: _Task, ledger: Ledger) -> Examination | None:
    text = ledger.get(task.card.path)
    if text is None:
        return None
    key, faults, unsupported, repeated, verdicts, articles = json.loads(text)
    if key != task.key:
        return None
    path = task.card.path
    return Examination(
        faults=tuple(BriefError(path, *it) for it in faults),
        unsupported=tuple(UnsupportedError(path, *it) for it in unsupported),
        repeated=tuple(RepetitionError(path, *it) for it in repeated),
        verdicts=tuple((verdict, count) for verdict, count in verdicts),
        articles=tuple(ArticleError(*it) for it in articles),
    )


def _written(found: Examination) -> list[list[Any]]:
    return [
        [[it.line, it.problem] for it in found.faults],
        [[it.line, it.statement, it.finding, it.nearest] for it in found.unsupported],
        [[it.line, it.problem] for it in found.repeated],
        [list(it) for it in found.verdicts],
        [[it.path, it.line, it.problem] for it in found.articles],
    ]


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


def _structure(stored: StoredBrief) -> Iterator[BriefError]:
    """A brief says something, and each footnote that it refers to is there."""
    brief = stored.brief
    if not (brief.takeaway or brief.key_points or brief.quotes or brief.sections):
        problem = f"says nothing: write a takeaway, or points under '## {KEY_POINTS}'"
        yield BriefError(stored.path, stored.parts.body_line, problem)
    for name, line in stored.parts.missing_footnotes():
        problem = f"refers to the footnote [^{name}], which is not there: add a line '[^{name}]: …'"
        yield BriefError(stored.path, line, problem)
