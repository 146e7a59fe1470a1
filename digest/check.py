"""Check, what is wrong in a content folder before a site is built from it."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.article_index import LEDGER as ARTICLES_READ
from digest.article_index import ArticleIndex
from digest.cache import Cache, Ledger
from digest.card import Card
from digest.errors import (
    ArticleError,
    BriefError,
    DigestError,
    SameAddressError,
    SameTextError,
    SecondBriefError,
)
from digest.examination import LEDGER as EXAMINATIONS
from digest.examination import examination_of, examine, places_of, read_articles
from digest.settings import Verbatim
from digest.shelf import LEDGER as CARDS
from digest.shelf import read_shelf
from digest.store import StoredBrief, address_of
from digest.workers import in_batches


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was checked, and what was found."""

    articles: int
    briefs: int
    problems: tuple[DigestError, ...]
    """What has to be mended."""
    notes: tuple[DigestError, ...]
    """What an editor may want to know."""
    verdicts: Mapping[str, int]
    """How many statements, quotes, names and footnotes were found to stand so to their sources."""


def check_content(content: Path, verbatim: Verbatim, cache: Cache | None = None) -> Checked:
    """Check that every article can be read, and that every brief is well formed and says what its sources say.

    Args:
        content: the content folder.
        verbatim: how much of an article a brief may repeat.
        cache: what is remembered of earlier checks.
    """
    from digest.verification.statements import Verdict

    cache = cache or Cache(None)
    articles = ArticleIndex(content, cache.ledger(ARTICLES_READ))
    shelf = read_shelf(content, cache.ledger(CARDS))
    cards = shelf.cards
    problems: list[DigestError] = [*shelf.problems]
    notes: list[DigestError] = []
    wrong: dict[str, ArticleError] = {}
    verdicts = {verdict.value: 0 for verdict in Verdict}
    for card, found in examine(content, cards, articles, verbatim, cache.ledger(EXAMINATIONS)):
        wrong |= {it.path: it for it in found.articles}
        problems += found.faults
        notes += _sources_changed(card, articles)
        if card.changed_since_approval:
            notes.append(BriefError(card.path, None, "was changed after it had been approved: approve it again"))
        notes += found.repeated
        for verdict, count in found.verdicts:
            verdicts[verdict] += count
        problems += found.unsupported
    problems += _twice(cards)
    told = {place for card in cards for place in places_of(card, articles)}
    wrong |= _wrong_with(content, articles, told, cache.ledger("stories"))
    problems = [*articles.problems, *_in_order(articles, wrong), *problems]
    read = len(articles.hashes) + len(articles.problems)
    return Checked(read, len(cards) + len(shelf.problems), tuple(problems), tuple(notes), verdicts)


def faults_of(content: Path, stored: StoredBrief) -> tuple[BriefError, ...]:
    """What has to be mended in a brief: what its sources do not say, and what is missing."""
    articles = ArticleIndex(content, Ledger(None))
    places = [place for source in stored.brief.front_matter.sources if (place := articles.place_of(source))]
    found = examination_of(stored, read_articles(content, places)[0], Verbatim())
    return (*found.faults, *found.unsupported)


def find_unpublishable(content: Path, verbatim: Verbatim, cache: Cache | None = None) -> Iterator[BriefError]:
    """Why briefs that can be read are not fit to be published.

    They lack a footnote or any words, state what their sources do not say, or repeat more of these than they may.
    """
    cache = cache or Cache(None)
    articles = ArticleIndex(content, cache.ledger(ARTICLES_READ))
    cards = read_shelf(content, cache.ledger(CARDS)).cards
    for _, found in examine(content, cards, articles, verbatim, cache.ledger(EXAMINATIONS)):
        yield from found.faults
        yield from found.unsupported
        yield from found.repeated


def _wrong_with(content: Path, articles: ArticleIndex, told: Container[str], ledger: Ledger) -> dict[str, ArticleError]:
    """What is wrong with articles of which no brief was made that would have told."""
    hashes = {name: sha256 for name, sha256 in articles.hashes.items() if name not in told}
    unknown = [
        name for name, sha256 in hashes.items() if not (known := ledger.get(name)) or json.loads(known)[0] != sha256
    ]

    def read(names: Iterable[str]) -> Iterator[ArticleError | None]:
        for name in names:
            yield next(iter(read_articles(content, [name])[1]), None)

    for name, found in zip(unknown, in_batches(read, unknown), strict=True):
        ledger.put(name, json.dumps([hashes[name], found and [found.line, found.problem]]))
    ledger.keep_only(hashes)
    told_of = ((name, text) for name in hashes if (text := ledger.get(name)))
    return {name: ArticleError(name, *problem) for name, text in told_of if (problem := json.loads(text)[1])}


def _in_order(articles: ArticleIndex, wrong: Mapping[str, ArticleError]) -> Iterator[ArticleError]:
    """What is wrong with articles that can be read, copies of others among them, in order of their paths."""
    seen: dict[str, str] = {}
    for name, sha256 in articles.hashes.items():
        if seen.setdefault(sha256, name) != name:
            yield SameTextError(name, seen[sha256])
        elif name in wrong:
            yield wrong[name]


def _twice(cards: Sequence[Card]) -> Iterator[BriefError]:
    """Two briefs of one article, and two at one address."""
    owners: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for card in cards:
        for source in card.outline.sources:
            if source.article and owners.setdefault(source.article, card.path) != card.path:
                yield SecondBriefError(card.path, source.article, owners[source.article])
        address = address_of(card.outline, card.path)
        if addresses.setdefault(address, card.path) != card.path:
            yield SameAddressError(card.path, address, addresses[address])


def _sources_changed(card: Card, articles: ArticleIndex) -> Iterator[BriefError]:
    """Where a brief's articles are not those that it was made from, or not where they were."""
    for source in card.outline.sources:
        if not source.article:
            continue
        place = articles.place_of(source)
        if place is None:
            yield BriefError(card.path, None, f"its article {source.article} is gone; the brief stays as it is")
        elif place != source.article:
            yield BriefError(card.path, None, f"its article {source.article} now lies at {place}")
        elif source.sha256 and articles.hashes.get(place, source.sha256) != source.sha256:
            problem = f"its article {place} has changed since, and is what the brief is held against"
            yield BriefError(card.path, None, problem)
