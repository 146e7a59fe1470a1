"""Briefs, each held against the articles that it was made from."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from digest.analysis import publication_day
from digest.analysis.dates import find_dates
from digest.analysis.key_points.points import point_of
from digest.analysis.names import find_names
from digest.analysis.names.gazetteer import ALIASES
from digest.analysis.quotes import find_quotes
from digest.analysis.references import References
from digest.analysis.statements import with_statements
from digest.article import Article, parse_article
from digest.brief import Brief, BriefQuote, Evidence, clean
from digest.errors import FieldError
from digest.text.spans import Span
from digest.text.timestamps import in_words
from digest.verification.quotes import misattributed, misquoted, pieces_of
from digest.verification.statements import BRACKETS, Judgement, Verdict, judge_statement
from digest.verification.wording import figures_of, is_figure_of, statements_of
from digest.verification.words import Word, Words, words_of

_LOOKED_AT = 5
"""Sentences of an article that a statement without a footnote is held against."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement of a brief, and how it stands to its source."""

    where: str
    """What it is: "statement", "figure", "date", "quote", "footnote", "name" or "tag"."""
    text: str
    judgement: Judgement
    rests_on_articles: bool = False
    """Whether it was held against the articles alone, as nothing in the brief tells what it comes from."""


class Source:
    """An article as what a brief says is held against it; what is asked of it is worked out once."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def line(self) -> str:
        """The text on one line, as footnotes quote it."""
        return str(clean(self.article.text))

    @cached_property
    def words(self) -> Words:
        """All words of the text, the page's furniture included."""
        return words_of(self.article.text)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the words of the text are compared by."""
        return frozenset(word.key for word in self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of the words that are printed with a capital and stand nowhere in the text without one."""
        small = {word.key for word in self.words if not word.is_name}
        return frozenset(word.key for word in self.words if word.is_name and word.key not in small)

    @cached_property
    def references(self) -> References:
        """Whom its pronouns mean."""
        return References(self.article, find_names(self.article))

    def has_other_name_of(self, tag: str) -> bool:
        """Whether the text has another name of what a tag names: "U.S." of the United States."""
        return any(name in self._printed for name in _other_names().get(tag, ()))

    @cached_property
    def _printed(self) -> str:
        return _as_printed(self.words)

    def speaker_of(self, words: str, claimed: str | None = None) -> str | None:
        """Whom the text attributes a quotation to, or a piece of it; None where it does not say, or has no such quotation.

        Args:
            words: of the quotation.
            claimed: who is asked for, where two have said the same words.
        """
        rows = (words_of(said).row for said in (words, *pieces_of(words)))
        told = next((told for row in rows if (told := self._speakers.get(row))), ())
        return claimed if claimed in told else next(reversed(told), None)

    @cached_property
    def _speakers(self) -> Mapping[str, Sequence[str]]:
        told: dict[str, list[str]] = {}
        for quote in with_statements(find_quotes(self.article, self.references), self.article):
            if quote.speaker:
                told.setdefault(words_of(quote.span.of(self.article.text)).row, []).append(quote.speaker)
        return told

    def mended(self, sentence: str) -> str | None:
        """The point that we make of a sentence of the story, with what we set in brackets; None if there is no such."""
        number = self._numbers.get(sentence)
        if number is None:
            return None
        published = publication_day(self.article.published)
        return point_of(self.article, number, self.references, published=published).text

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """Of the story's sentences as footnotes quote them: where two are alike, of the first."""
        numbered = [*enumerate(self.article.sentences)]
        return {clean(sentence.text): number for number, sentence in reversed(numbered)}


def verify_brief(brief: Brief, articles: Sequence[Article]) -> tuple[Finding, ...]:
    """How everything that a brief states stands to its sources.

    A statement is held against the sentences that its footnotes quote, and the footnotes against the
    articles. A statement without a footnote is held against the whole article. Where not all of a brief's
    articles are at hand, what the others may say is passed over, and a quote has to be word for word as far as
    its footnote goes. What an editor wrote in sections of their own is passed over too.

    Args:
        brief: the brief.
        articles: those of its sources that are at hand.
    """
    sources = [Source(article) for article in articles]
    complete = len(sources) >= max(1, len(brief.front_matter.sources))
    found = (
        *_footnotes(brief, sources),
        *_points(brief, sources, complete=complete),
        *_quotes(brief, sources, complete=complete),
        *_names(brief, sources),
    )
    return found if complete else tuple(it for it in found if it.judgement.is_supported or not it.rests_on_articles)


def _footnotes(brief: Brief, sources: Sequence[Source]) -> Iterator[Finding]:
    """Each footnote, which has to stand in an article as printed."""
    for evidence in dict.fromkeys(_evidence_of(brief)):
        held = any(evidence.text in source.line for source in sources)
        nearest = None if held else _nearest(evidence.text, sources)
        judgement = _held(held, "does not stand in the article", nearest)
        yield Finding("footnote", evidence.text, judgement, rests_on_articles=True)


def _evidence_of(brief: Brief) -> Iterator[Evidence]:
    said = [*statements_of(brief), *((it.text, it.evidence) for it in brief.said), *figures_of(brief)]
    return (evidence for _, evidences in said for evidence in evidences)


def _points(brief: Brief, sources: Sequence[Source], *, complete: bool) -> Iterator[Finding]:
    """The statements of a brief in its own sections, apart from quotes."""
    names = frozenset().union(*(source.names for source in sources))
    days = _days_of(brief, sources)
    for text, evidence in statements_of(brief):
        sentences = [it.text for it in evidence] or _nearest_sentences(text, sources)
        judgement = judge_statement(text, sentences, names=names)
        if judgement.is_supported and (problem := _added(text, sentences, sources, days, complete=complete)):
            judgement = Judgement(Verdict.UNSUPPORTED, problem, sentences[0])
        yield Finding("statement", text, judgement, rests_on_articles=not evidence)
    for text, evidence in figures_of(brief):
        sentences = [it.text for it in evidence] or _nearest_sentences(text, sources)
        held = is_figure_of(text, sentences)
        judgement = _held(held, "does not stand in its source sentence", next(iter(sentences), None))
        yield Finding("figure", text, judgement, rests_on_articles=not evidence)
    for event in brief.timeline:
        sentences = [it.text for it in event.evidence] or _nearest_sentences(event.text, sources)
        if event.when:
            held = _is_dated(event.when, sentences, days)
            judgement = _held(held, "is not the date that its source sentence gives", next(iter(sentences), None))
            yield Finding("date", event.when, judgement, rests_on_articles=not event.evidence)


def _quotes(brief: Brief, sources: Sequence[Source], *, complete: bool) -> Iterator[Finding]:
    """The quotes of a brief, and its answers: word for word, and from whom the article has them."""
    known = frozenset().union(*(source.keys for source in sources)) if complete else None
    for quote in brief.said:
        sentences = [it.text for it in quote.evidence]
        where = sentences[0] if sentences else _nearest(quote.text, sources)
        problem = misquoted(quote.text, sentences, [source.words for source in sources], complete=complete) or (
            misattributed(quote, sentences, _teller(quote, sentences, sources), known)
        )
        yield Finding("quote", quote.text, _held(problem is None, problem, where), rests_on_articles=not sentences)


def _names(brief: Brief, sources: Sequence[Source]) -> Iterator[Finding]:
    """The people, organisations, places and tags of the front matter, which have to stand in an article."""
    if not sources:
        return
    keys = frozenset().union(*(source.keys for source in sources))
    facts = brief.front_matter
    for name in (*(person.name for person in facts.people), *facts.organisations, *facts.places):
        held = all(word.key in keys for word in words_of(name) if word.is_name)
        yield Finding("name", name, _held(held, "is not named in the article", None), rests_on_articles=True)
    for tag in facts.tags:
        held = _has(tag, keys) or any(source.has_other_name_of(tag) for source in sources)
        yield Finding("tag", tag, _held(held, "does not stand in the article", None), rests_on_articles=True)


def _has(tag: str, keys: Container[str]) -> bool:
    """Whether an article has the words of a tag, be it one of them where the article tells of many or the other way."""
    words = [word.key for word in words_of(tag)]
    return all(key in keys or f"{key}s" in keys or key.removesuffix("s") in keys for key in words)


@lru_cache(maxsize=1)
def _other_names() -> Mapping[str, Sequence[str]]:
    names: dict[str, list[str]] = {}
    for other, name in ALIASES.items():
        names.setdefault(name, []).append(_as_printed(words_of(other)))
    return names


def _as_printed(words: Sequence[Word]) -> str:
    return f" {' '.join(word.printed for word in words)} "


def _teller(quote: BriefQuote, sentences: Sequence[str], sources: Sequence[Source]) -> str | None:
    """Whom an article at hand attributes a quote to, or else whom a footnote that does not name its speaker does."""
    if not quote.speaker:
        return None
    for source in sources:
        if speaker := source.speaker_of(quote.text, quote.speaker):
            return speaker
    if sources:
        return None
    claimed = {word.key for word in words_of(quote.speaker)}
    for sentence in sentences:
        if claimed.isdisjoint(word.key for word in words_of(sentence)):
            with suppress(FieldError):  # it speaks of an embargo that is not understood
                speaker = Source(parse_article(sentence, title="")).speaker_of(quote.text)
                if speaker and words_of(speaker)[-1].is_name:  # "the mayor" may be anybody
                    return speaker
    return None


def _days_of(brief: Brief, sources: Sequence[Source]) -> list[date | None]:
    """When the articles were published that are at hand, or else those that the brief names as its sources."""
    told = [source.article.published for source in sources] or [it.published for it in brief.front_matter.sources]
    return [publication_day(published) for published in told] or [None]


def _held(held: bool, problem: str | None, nearest: str | None) -> Judgement:
    return Judgement(Verdict.VERBATIM) if held else Judgement(Verdict.UNSUPPORTED, problem, nearest)


def _added(
    text: str, sentences: Sequence[str], sources: Sequence[Source], days: Sequence[date | None], *, complete: bool
) -> str | None:
    """What is wrong with what a statement adds in square brackets: a name, or the date that words stand for."""
    contents = BRACKETS.findall(text)
    if not contents:
        return None
    ours = [content for source in sources for it in sentences for content in BRACKETS.findall(source.mended(it) or "")]
    keys = frozenset().union(*(source.keys for source in sources))
    for content in contents:
        if content in ours or any(f"[{content}]" in sentence for sentence in sentences):
            continue
        if not _is_person(content):
            if not _is_dated(content, sentences, days):
                return f"explains a date as [{content}], which it is not"
        elif not complete:
            continue  # whom the article means, and names, only the article tells
        elif any(_is_person(other) for other in ours):
            return f"adds [{content}], where the article means {', '.join(filter(_is_person, ours))}"
        elif not all(word.key in keys for word in words_of(content) if word.is_name):
            return f"adds [{content}], whom the article does not name"
    return None


def _is_person(content: str) -> bool:
    return not any(word.printed[0].isdigit() for word in words_of(content))  # "Pieter ten Boom" is no date


def _is_dated(when: str, sentences: Sequence[str], days: Sequence[date | None]) -> bool:
    """Whether words of the source sentences name a day, month or year that is `when`, or ends in it as "[2022]" does."""
    found = {
        in_words(expression.value)
        for sentence in sentences
        for day in days
        for expression in find_dates(sentence, Span(0, len(sentence)), relative_to=day)
    }
    return any(date == when or date.endswith(f" {when}") for date in found)


def _nearest_sentences(text: str, sources: Sequence[Source]) -> list[str]:
    """The sentences of the articles that have most of a statement's words."""
    keys = {word.key for word in words_of(text)}
    told = [sentence.text for source in sources for sentence in source.article.sentences]
    shared = {sentence: len(keys & {word.key for word in words_of(sentence)}) for sentence in told}
    return sorted(shared, key=lambda sentence: -shared[sentence])[:_LOOKED_AT]


def _nearest(text: str, sources: Sequence[Source]) -> str | None:
    return next(iter(_nearest_sentences(text, sources)), None)
