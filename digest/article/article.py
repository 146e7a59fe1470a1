"""Article, a pasted text read: what is the story, and what the page says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from digest.article.embargo import day_of_embargo, embargo_in, embargo_notices, is_embargo_line
from digest.article.facts import NEWS, Facts, parse_facts
from digest.article.genre import find_genre
from digest.article.genre_labels import without_label
from digest.article.head import read_head
from digest.article.interviews import find_interview
from digest.article.mails import find_mail
from digest.article.opening import (
    Dateline,
    dated_line,
    find_dateline,
    place_beside_date,
    without_slug,
)
from digest.article.outlets import outlet_in, without_outlet
from digest.article.paragraphs import Paragraph, find_paragraphs
from digest.article.release import (
    body_above,
    find_issuer,
    is_release,
    is_wire,
)
from digest.article.speakers import Speaker
from digest.article.speeches import find_speech
from digest.article.story import (
    Kind,
    Sentence,
    find_story,
    find_talk,
    sentences_of_story,
    sentences_of_talk,
    without_opening,
)
from digest.article.transcript import find_turns
from digest.errors import EmbargoError
from digest.text.languages import detect_language
from digest.text.tokens import find_words

_DATED_LINES = 3
"""Paragraphs one of which may open with the day, where the text is the body only."""
_FOOT = 12
"""Lines at the end, one of which may be the copyright line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A pasted text, with page furniture left out of its story."""

    text: str
    """All of it, as given."""
    kind: Kind
    language: str
    """BCP 47; `und` where it cannot be told."""
    sentences: tuple[Sentence, ...]
    headline: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    """ISO 8601: a date, or a time with its offset."""
    outlet: str | None = None
    url: str | None = None
    embargo: str | None = None
    genre: str | None = None
    """What the page says that its text is, by IPTC's name; None where that is no more than news."""
    speakers: tuple[Speaker, ...] = ()
    """Those who speak in a transcript, in the order of their first turn."""

    @property
    def headline_words(self) -> frozenset[str]:
        """The words of the headline, in small letters."""
        return frozenset(word.lower() for word in find_words(self.headline or ""))

    def speaker_of(self, sentence: Sentence) -> Speaker | None:
        """Who says a sentence of a transcript; None where it is nobody's."""
        if sentence.speaker is None:
            return None
        return next((speaker for speaker in self.speakers if sentence.speaker in speaker.labels), None)


def parse_article(text: str, *, title: str | None = None, facts: Facts | None = None) -> Article:
    """Read a pasted text.

    Args:
        text: the raw text, decoded; any line ends.
        title: the headline where it is known. Even when empty it means that `text` is the body
            only: no line of it is taken for the headline.
        facts: what is known of the article beside its text; it wins over what the text states.

    Raises:
        FieldError: the editor's own lines at the top have a wrong value, or a line speaks of an embargo
            whose date is not understood.
    """
    stated, start = parse_facts(text)
    if facts:
        known = {name: value for name in Facts.__dataclass_fields__ if (value := getattr(facts, name))}
        stated = replace(stated, **known)
    page = find_paragraphs(text, start)
    mail = find_mail(page)
    paragraphs = page[mail.start : mail.end] if mail else page
    lines = [paragraph.line for paragraph in paragraphs]
    turns = find_turns(text, paragraphs) or find_interview(text, paragraphs) or find_speech(text, paragraphs)
    held = list(embargo_notices([paragraph.line for paragraph in page]))
    kind = Kind.TRANSCRIPT if turns else Kind.RELEASE if held or is_release(lines) else Kind.NEWS
    body_only = title is not None or stated.title is not None
    head = read_head(text, paragraphs, body_only=body_only, kind=kind, turns=turns)
    dateline = None
    speakers: tuple[Speaker, ...] = ()
    if kind is Kind.TRANSCRIPT:
        talk = list(find_talk(text, paragraphs[head.body :], turns))
        sentences, speakers = sentences_of_talk(text, talk, turns)
    else:
        author = stated.author or head.byline
        story = list(find_story(text, paragraphs[head.body :], kind, author=author))
        dateline = find_dateline(text, story[0]) if story else None
        if dateline is None and kind is Kind.RELEASE:
            above = (place_beside_date(text, paragraph.span) for paragraph in paragraphs[: head.body])
            dateline = next(filter(None, above), None)
        told = sentences_of_story(text, story)
        sentences = tuple(
            without_opening(text, sentence, dateline.span) if dateline else sentence
            for sentence in told
            if (dateline is None or sentence.span.end > dateline.span.end)
            and not (held and is_embargo_line(sentence.text))
        )
    outlet = (
        stated.outlet
        or head.outlet
        or next(filter(None, map(outlet_in, reversed(lines[-_FOOT:]))), None)
        or (find_issuer(lines) if kind is Kind.RELEASE else None)
        or (body_above(lines[: head.body]) if turns else None)
        or (dateline.agency if dateline and dateline.agency and not is_wire(dateline.agency) else None)
    )
    headline = head.headline or (mail.subject if mail else None)
    genre = stated.genre or find_genre(
        [line for line in lines[: head.body] if line != head.headline],
        lines[head.body :],
        headline=stated.title or title or headline,
        url=stated.url,
        author=stated.author or head.byline,
        is_release=kind is Kind.RELEASE,
    )
    if headline:
        headline = without_label(headline, genre) if genre else headline
        headline = without_outlet(without_slug(headline), outlet, dateline.agency if dateline else None)
    published = (
        stated.published
        or head.published
        or (dateline.published if dateline else None)
        or next(filter(None, map(dated_line, lines[:_DATED_LINES])), None)
    )
    sent = mail.sent if mail else None
    day = _day(published or sent)
    return Article(
        text=text,
        kind=kind,
        language=stated.language or detect_language(text[start:]),
        sentences=sentences,
        headline=stated.title or (title or None) or headline,
        byline=stated.author or head.byline,
        dateline=dateline,
        published=published or next(filter(None, (day_of_embargo(notice, day) for _, notice in held)), sent),
        outlet=outlet,
        url=stated.url,
        embargo=stated.embargo or _embargo(text, page, held, day),
        genre=None if genre == NEWS else genre,
        speakers=speakers,
    )


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _embargo(text: str, page: Sequence[Paragraph], held: Sequence[tuple[int, str]], day: date | None) -> str | None:
    """The embargo that the notices of the page, wherever they stand, put on the text: the latest of them."""
    known = [until for _, notice in held if (until := embargo_in(notice, day))]
    if held and not known:
        problem = "speaks of an embargo without a date: say it at the top, as 'Embargo: 2026-06-05T00:01:00+00:00'"
        raise EmbargoError(text.count("\n", 0, page[held[0][0]].span.start) + 1, problem)
    return max(known, key=datetime.fromisoformat, default=None)
