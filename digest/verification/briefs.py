"""Briefs, each held against the articles that it was made from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.analysis import publication_day
from digest.analysis.dates import find_dates
from digest.analysis.key_points.points import point_of
from digest.analysis.names import find_names
from digest.analysis.quotes import find_quotes
from digest.analysis.references import References
from digest.analysis.statements import with_statements
from digest.article import Article
from digest.brief import Brief, BriefQuote, Evidence, clean
from digest.text.spans import Span
from digest.text.timestamps import in_words
from digest.text.tokens import without_quotations
from digest.verification.statements import BRACKETS, Judgement, Verdict, find_run, judge_statement
from digest.verification.words import Word, words_of

_LEFT_OUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
"""What stands in a quote in place of the speaker's own words."""
_END = 4
"""Words at the end of a quote that its source sentence holds; it may begin in a sentence before."""
_LOOKED_AT = 5
"""Sentences of an article that a statement without a footnote is held against."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement of a brief, and how it stands to its source."""

    where: str
    """The part of the brief: "key point", "quote", "footnote"."""
    text: str
    judgement: Judgement


class Source:
    """An article as what a brief says is held against it; what is asked of it is worked out once."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def line(self) -> str:
        """The text on one line, as footnotes quote it."""
        return str(clean(self.article.text))

    @cached_property
    def words(self) -> tuple[Word, ...]:
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

    def speaker_of(self, words: str) -> str | None:
        """Whom the text attributes a quotation to; None where it does not say, or has no such quotation."""
        return self._speakers.get(_keys(words))

    @cached_property
    def _speakers(self) -> Mapping[str, str]:
        return {
            _keys(quote.span.of(self.article.text)): quote.speaker
            for quote in with_statements(find_quotes(self.article, self.references), self.article)
            if quote.speaker
        }

    def mended(self, sentence: str) -> str | None:
        """The point that we make of a sentence of the story, with what we set in brackets; None if there is no such."""
        number = next((it for it, one in enumerate(self.article.sentences) if clean(one.text) == sentence), None)
        if number is None:
            return None
        published = publication_day(self.article.published)
        return point_of(self.article, number, self.references, published=published).text


def verify_brief(brief: Brief, articles: Sequence[Article]) -> tuple[Finding, ...]:
    """How everything that a brief states stands to its sources.

    A statement is held against the sentences that its footnotes quote, and the footnotes against the
    articles. A statement without a footnote is held against the whole article; where no article is at hand, it
    is passed over, as are the sections that an editor added.

    Args:
        brief: the brief.
        articles: those of its sources that are at hand.
    """
    sources = [Source(article) for article in articles]
    return (*_footnotes(brief, sources), *_points(brief, sources), *_quotes(brief, sources), *_names(brief, sources))


def _footnotes(brief: Brief, sources: Sequence[Source]) -> Iterator[Finding]:
    """Each footnote, which has to stand in an article as printed."""
    if not sources:
        return
    for evidence in dict.fromkeys(_evidence_of(brief)):
        if any(evidence.text in source.line for source in sources):
            yield Finding("footnote", evidence.text, Judgement(Verdict.VERBATIM))
        else:
            problem = "does not stand in the article"
            yield Finding(
                "footnote", evidence.text, Judgement(Verdict.UNSUPPORTED, problem, _nearest(evidence.text, sources))
            )


def _evidence_of(brief: Brief) -> Iterator[Evidence]:
    said = [*_statements(brief), *((it.text, it.evidence) for it in brief.said), *_figures_of(brief)]
    return (evidence for _, evidences in said for evidence in evidences)


def _points(brief: Brief, sources: Sequence[Source]) -> Iterator[Finding]:
    """The statements of a brief in its own sections, apart from quotes."""
    names = frozenset().union(*(source.names for source in sources))
    for text, evidence in _statements(brief):
        sentences = [it.text for it in evidence] or _nearest_sentences(text, sources)
        if not sentences:
            continue
        judgement = judge_statement(text, sentences, names=names)
        if judgement.is_supported and sources and (problem := _added(text, sentences, sources)):
            judgement = Judgement(Verdict.UNSUPPORTED, problem, sentences[0])
        yield Finding("statement", text, judgement)
    for text, evidence in _figures_of(brief):
        sentences = [it.text for it in evidence] or _nearest_sentences(text, sources)
        held = any(find_run(words_of(text), words_of(sentence)) is not None for sentence in sentences)
        if sentences:
            yield Finding("figure", text, _held(held, "does not stand in its source sentence", sentences[0]))
    for event in brief.timeline:
        sentences = [it.text for it in event.evidence] or _nearest_sentences(event.text, sources)
        if event.when and sentences:
            held = _is_dated(event.when, sentences, sources)
            yield Finding(
                "date", event.when, _held(held, "is not the date that its source sentence gives", sentences[0])
            )


def _quotes(brief: Brief, sources: Sequence[Source]) -> Iterator[Finding]:
    """The quotes of a brief, and its answers: word for word, and from whom the article has them."""
    for quote in brief.said:
        sentences = [it.text for it in quote.evidence]
        if not sentences and not sources:
            continue
        where = sentences[0] if sentences else _nearest(quote.text, sources)
        problem = _misquoted(quote, sentences, sources) or _misattributed(quote, sentences, sources)
        yield Finding("quote", quote.text, _held(problem is None, problem, where))


def _names(brief: Brief, sources: Sequence[Source]) -> Iterator[Finding]:
    """The people, organisations and places of the front matter, which an article has to name."""
    if not sources:
        return
    keys = frozenset().union(*(source.keys for source in sources))
    facts = brief.front_matter
    for name in (*(person.name for person in facts.people), *facts.organisations, *facts.places):
        held = all(word.key in keys for word in words_of(name) if word.is_name)
        yield Finding("name", name, _held(held, "is not named in the article", None))


def _statements(brief: Brief) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    if brief.takeaway:
        yield brief.takeaway.text, brief.takeaway.evidence
    for point in (*brief.key_points, *brief.outlook, *brief.open_questions, *(it.question for it in brief.exchanges)):
        yield point.text, point.evidence
    for event in brief.timeline:
        yield event.text, event.evidence


def _figures_of(brief: Brief) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    return ((figure.text, figure.evidence) for figure in brief.figures)


def _held(held: bool, problem: str | None, nearest: str | None) -> Judgement:
    return Judgement(Verdict.VERBATIM) if held else Judgement(Verdict.UNSUPPORTED, problem, nearest)


def _misquoted(quote: BriefQuote, sentences: Sequence[str], sources: Sequence[Source]) -> str | None:
    """What is wrong with a quote's words: they stand in the article, and their end in the footnote."""
    pieces = [words_of(piece) for piece in _LEFT_OUT.split(quote.text)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return "says nothing"
    texts = [source.words for source in sources] or [words_of(" ".join(sentences))]
    if not any(all(find_run(piece, words) is not None for piece in pieces) for words in texts):
        return "is not word for word what the article says"
    if sentences and not any(_ends_in(pieces[-1], words_of(sentence)) for sentence in sentences):
        return "is not what its source sentence says"
    return None


def _ends_in(quote: Sequence[Word], sentence: Sequence[Word]) -> bool:
    """Whether a quote, which may begin in a sentence before, ends in this one."""
    if find_run(quote[-_END:], sentence) is not None:
        return True
    keys = [word.key for word in sentence if not word.is_mark]
    return not keys or any([word.key for word in quote[-count:]] == keys[:count] for count in range(1, _END))


def _misattributed(quote: BriefQuote, sentences: Sequence[str], sources: Sequence[Source]) -> str | None:
    """What is wrong with a quote's speaker: the footnote names them, or the article attributes the words to them."""
    if quote.speaker is None or not words_of(quote.speaker):
        return None
    claimed = words_of(quote.speaker)[-1].key
    # A name that stands inside the quotation is not that of its speaker.
    said = Counter(word.key for word in words_of(quote.text))
    beside = {
        key
        for sentence in sentences
        for key in Counter(word.key for word in words_of(without_quotations(sentence))) - said
    }
    told = next((speaker for source in sources if (speaker := source.speaker_of(quote.text))), None)
    if told:
        family = words_of(told)[-1].key
        if family == claimed or (claimed in beside and family not in beside):
            return None
        return f"is said by {told} in the article, not by {quote.speaker}"
    known = beside.union(*(source.keys for source in sources))
    return (
        None
        if claimed in known or not (sources or sentences)
        else f"is said by {quote.speaker}, whom the article does not name"
    )


def _added(text: str, sentences: Sequence[str], sources: Sequence[Source]) -> str | None:
    """What is wrong with what a statement adds in square brackets: a name, or the date that words stand for."""
    contents = BRACKETS.findall(text)
    if not contents:
        return None
    ours = [content for source in sources for it in sentences for content in BRACKETS.findall(source.mended(it) or "")]
    keys = frozenset().union(*(source.keys for source in sources))
    for content in contents:
        if content in ours or any(f"[{content}]" in sentence for sentence in sentences):
            continue
        if any(word.is_number for word in words_of(content)):
            if not _is_dated(content, sentences, sources):
                return f"explains a date as [{content}], which it is not"
        elif any(_is_person(other) for other in ours):
            return f"adds [{content}], where the article means {', '.join(filter(_is_person, ours))}"
        elif not all(word.key in keys for word in words_of(content) if word.is_name):
            return f"adds [{content}], whom the article does not name"
    return None


def _is_person(content: str) -> bool:
    return not any(word.is_number for word in words_of(content))


def _is_dated(when: str, sentences: Sequence[str], sources: Sequence[Source]) -> bool:
    """Whether words of the source sentences name a day, month or year that is `when`, or ends in it as "[2022]" does."""
    days = [publication_day(source.article.published) for source in sources] or [None]
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


def _keys(text: str) -> str:
    return " ".join(word.key for word in words_of(text) if not word.is_mark)
