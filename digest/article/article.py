"""Article, a pasted text read: what is the story, and what the page says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from digest.article.bylines import byline_of, is_job, listed_authors, signed_line, signed_twice
from digest.article.embargo import day_of_embargo, embargo_in, embargo_notices, is_embargo_line
from digest.article.facts import NEWS, Facts, parse_facts
from digest.article.furniture import is_furniture
from digest.article.genre import find_genre
from digest.article.genre_labels import is_label, without_label
from digest.article.interviews import find_interview
from digest.article.labels import Label
from digest.article.mails import find_mail
from digest.article.opening import (
    LONGEST_HEADLINE,
    Dateline,
    choose_headline,
    date_behind,
    dated_line,
    ends_a_sentence,
    find_dateline,
    labels_date,
    leads_to_statement,
    place_beside_date,
    published_in,
    without_slug,
)
from digest.article.outlets import is_outlet_name, outlet_beside_date, outlet_in, outlet_named, without_outlet
from digest.article.paragraphs import Paragraph, find_paragraphs
from digest.article.release import (
    body_above,
    find_issuer,
    is_above_headline,
    is_contact_line,
    is_release,
    is_release_mark,
    is_wire,
    sender_in,
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
from digest.article.transcript import choose_heading, find_turns, is_clock_line, is_heading, is_stage_direction
from digest.errors import EmbargoError
from digest.text.languages import detect_language
from digest.text.sentences import find_sentences
from digest.text.spans import Span
from digest.text.tokens import find_words

_LONGEST_OPENING = 25
"""Lines that may stand above a story, furniture among them."""
_MOST_ABOVE = 6
_CLOSING = 5
"""Lines at the end, one of which may tell of the author."""
_DATED_LINES = 3
"""Paragraphs one of which may open with the day, where the text is the body only."""
_SHORT = 20
"""Words of a headline that ends like a sentence."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    outlet: str | None = None
    body: int = 0
    """Which paragraph the story begins with."""


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
    opening = _read_opening(text, paragraphs, body_only=body_only, kind=kind, turns=turns)
    dateline = None
    speakers: tuple[Speaker, ...] = ()
    if kind is Kind.TRANSCRIPT:
        talk = list(find_talk(text, paragraphs[opening.body :], turns))
        sentences, speakers = sentences_of_talk(text, talk, turns)
    else:
        author = stated.author or opening.byline
        story = list(find_story(text, paragraphs[opening.body :], kind, author=author))
        dateline = find_dateline(text, story[0]) if story else None
        if dateline is None and kind is Kind.RELEASE:
            above = (place_beside_date(text, paragraph.span) for paragraph in paragraphs[: opening.body])
            dateline = next(filter(None, above), None)
        told = sentences_of_story(text, story)
        sentences = tuple(
            without_opening(text, sentence, dateline.span) if dateline else sentence
            for sentence in told
            if (dateline is None or sentence.span.end > dateline.span.end)
            and not (held and is_embargo_line(sentence.text))
        )
    outlet = stated.outlet or opening.outlet or _outlet_from_furniture(lines)
    if not outlet and kind is Kind.RELEASE:
        outlet = find_issuer(lines)
    if not outlet and turns:
        outlet = body_above(lines[: opening.body])
    if not outlet and dateline and dateline.agency and not is_wire(dateline.agency):
        outlet = dateline.agency
    headline = opening.headline or (mail.subject if mail else None)
    genre = stated.genre or find_genre(
        [line for line in lines[: opening.body] if line != opening.headline],
        lines[opening.body :],
        headline=stated.title or title or headline,
        url=stated.url,
        author=stated.author or opening.byline,
        is_release=kind is Kind.RELEASE,
    )
    if headline:
        headline = without_label(headline, genre) if genre else headline
        headline = without_outlet(without_slug(headline), outlet, dateline.agency if dateline else None)
    published = (
        stated.published
        or opening.published
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
        byline=stated.author or opening.byline,
        dateline=dateline,
        published=published or next(filter(None, (day_of_embargo(notice, day) for _, notice in held)), sent),
        outlet=outlet,
        url=stated.url,
        embargo=stated.embargo or _embargo(text, page, held, day),
        genre=None if genre == NEWS else genre,
        speakers=speakers,
    )


def _read_opening(
    text: str, paragraphs: tuple[Paragraph, ...], *, body_only: bool, kind: Kind, turns: Mapping[int, Label]
) -> _Opening:
    """What stands above the story, and where the story begins."""
    lines = [paragraph.line for paragraph in paragraphs[: _LONGEST_OPENING + 1]]
    closing = [paragraph.line for paragraph in paragraphs[-_CLOSING:]]
    above: list[tuple[int, str]] = []
    byline = published = outlet = listed = None
    body = 0
    for number, line in enumerate(lines[:_LONGEST_OPENING]):
        span = paragraphs[number].span
        if span.start in turns:
            break
        if number < body and listed:
            continue
        if listed := listed_authors(lines[number:]) if above else None:
            byline, body = byline or listed[0].names, number + listed[1]
            continue
        if found := byline_of(line) or (
            (signed_line(line, lines[number + 1]) or signed_twice(line, closing))
            if above and number + 1 < len(lines)
            else None
        ):
            byline, outlet, body = byline or found.names, outlet or found.outlet, number + 1
            published = published or found.published
            continue
        if sender := sender_in(line):
            outlet, body = outlet or sender, number + 1
            continue
        if is_label(line) or is_embargo_line(line) or (byline and is_job(line) and not ends_a_sentence(line)):
            body = number + 1
            continue
        furniture = is_furniture(line) or (kind is Kind.RELEASE and is_contact_line(line))
        date = published_in(line)
        published = published or date
        heading = bool(turns) and is_heading(line) and not labels_date(line)
        if furniture or is_release_mark(line) or is_clock_line(line) or (date and not body_only and not heading):
            outlet, body = outlet or outlet_in(line) or outlet_beside_date(line), number + 1
            continue
        if body_only or find_dateline(text, span) or len(line.split()) > LONGEST_HEADLINE or len(above) > _MOST_ABOVE:
            break
        if above and leads_to_statement(line):
            break
        if is_outlet_name(line) and len(lines) > 1:
            outlet = outlet or outlet_named(line)
        elif ends_a_sentence(line) and not _stands_above(text, span, lines[number + 1 :], above):
            break
        above.append((number, line))
        body = number + 1
    standing = [line for _, line in above]
    chosen = choose_heading(standing) if turns else None
    if chosen is None and kind is not Kind.NEWS:
        told = [number for number, line in enumerate(standing) if not is_above_headline(line, text)]
        within = choose_headline([standing[number] for number in told]) if len(told) < len(standing) else None
        chosen = told[within] if within is not None else None
    if chosen is None:
        chosen = choose_headline([line for line in standing if not (turns and is_stage_direction(line))])
    if chosen is None:
        return _Opening(byline=byline, published=published, outlet=outlet, body=body)
    if body >= len(paragraphs) > 1:
        # Nothing below reads like prose: all that follows the headline, but for facts, is the story.
        taken = {number for number, _ in above[chosen + 1 :]}
        body = min(taken, default=body)
    headline = above[chosen][1]
    if turns and published is None:
        first = min(turns)
        head = (paragraph.line for paragraph in paragraphs if paragraph.span.start < first)
        published = date_behind(headline) or next(filter(None, map(date_behind, head)), None)
    return _Opening(headline=headline, byline=byline, published=published, outlet=outlet, body=body)


def _stands_above(text: str, span: Span, following: list[str], above: list[tuple[int, str]]) -> bool:
    """Whether a line that ends like a sentence stands above the story all the same.

    A headline may, where it is short, the first, and not all there is; a standfirst does where
    the byline or the date follows it.
    """
    if not above:
        return len(span.of(text).split()) <= _SHORT and bool(following) and len(list(find_sentences(text, span))) == 1
    return any(byline_of(line) or published_in(line) for line in following[:2])


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _embargo(text: str, page: Sequence[Paragraph], held: Sequence[tuple[int, str]], day: date | None) -> str | None:
    """The embargo that the notices of the page, wherever they stand, put on the text: the latest of them."""
    known = [until for _, notice in held if (until := embargo_in(notice, day))]
    if held and not known:
        problem = "speaks of an embargo without a date: say it at the top, as 'Embargo: 2026-06-05T00:01:00+00:00'"
        raise EmbargoError(text.count("\n", 0, page[held[0][0]].span.start) + 1, problem)
    return max(known, key=datetime.fromisoformat, default=None)


def _outlet_from_furniture(lines: list[str]) -> str | None:
    """The outlet that the copyright line at the page's foot names."""
    for line in reversed(lines[-12:]):
        if found := outlet_in(line):
            return found
    return None
