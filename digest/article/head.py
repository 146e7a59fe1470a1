"""The head of a page: what stands above its story, line by line, and where the story begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.article.bylines import byline_of, is_job, listed_authors, signed_line, signed_twice
from digest.article.embargo import is_embargo_line
from digest.article.furniture import is_furniture
from digest.article.genre_labels import is_label
from digest.article.labels import Label
from digest.article.opening import (
    LONGEST_HEADLINE,
    choose_headline,
    date_behind,
    ends_a_sentence,
    find_dateline,
    labels_date,
    leads_to_statement,
    published_in,
)
from digest.article.outlets import is_outlet_name, outlet_beside_date, outlet_in, outlet_named
from digest.article.paragraphs import Paragraph
from digest.article.release import is_above_headline, is_contact_line, is_release_mark, sender_in
from digest.article.story import Kind
from digest.article.transcript import choose_heading, is_clock_line, is_heading, is_stage_direction
from digest.text.sentences import find_sentences

_LONGEST = 25
"""Lines that may stand above a story, furniture among them."""
_MOST_ABOVE = 6
_CLOSING = 5
"""Lines at the end, one of which may tell of the author."""
_SHORT = 20
"""Words of a headline that ends like a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a story; each is None where no line tells it."""

    headline: str | None
    byline: str | None
    published: str | None
    """ISO 8601: a date, or a time with its offset."""
    outlet: str | None
    body: int
    """Which paragraph the story begins with."""


def read_head(
    text: str, paragraphs: Sequence[Paragraph], *, kind: Kind, turns: Mapping[int, Label], body_only: bool
) -> Head:
    """What stands above the story of a page.

    Args:
        text: the page's text.
        paragraphs: its paragraphs.
        kind: what the page is.
        turns: of a transcript, the label of each paragraph that opens a turn, by where the paragraph starts.
        body_only: whether no line is to be taken for the headline, as it is known.
    """
    lines = _Lines(text, paragraphs, kind=kind, turns=turns, body_only=body_only)
    lines.read()
    chosen = lines.headline()
    if chosen is None:
        return Head(headline=None, byline=lines.byline, published=lines.published, outlet=lines.outlet, body=lines.body)
    number, headline = chosen
    body = lines.body
    if body >= len(paragraphs) > 1:
        # Nothing below reads like prose: all that follows the headline, but for facts, is the story.
        body = min((below for below, _ in lines.standing if below > number), default=body)
    published = lines.published
    if turns and published is None:
        first = min(turns)
        head = (paragraph.line for paragraph in paragraphs if paragraph.span.start < first)
        published = date_behind(headline) or next(filter(None, map(date_behind, head)), None)
    return Head(headline=headline, byline=lines.byline, published=published, outlet=lines.outlet, body=body)


class _Lines:
    """The lines from the top of a page down to its story, and what those that were read have told."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Paragraph],
        *,
        kind: Kind,
        turns: Mapping[int, Label],
        body_only: bool,
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._lines = [paragraph.line for paragraph in paragraphs[: _LONGEST + 1]]
        self._closing = [paragraph.line for paragraph in paragraphs[-_CLOSING:]]
        self._kind = kind
        self._turns = turns
        self._body_only = body_only
        self.byline: str | None = None
        self.published: str | None = None
        self.outlet: str | None = None
        self.standing: list[tuple[int, str]] = []
        """Lines that tell no such fact, with their places: the headline, and what stands around it."""
        self.body = 0
        """The line behind the last one that belongs to the head."""

    def read(self) -> None:
        """Read down to the story."""
        number = 0
        while number < min(len(self._lines), _LONGEST) and self._paragraphs[number].span.start not in self._turns:
            taken = self._names_author(number)
            if not taken and not self._is_no_prose(number):
                if self._opens_story(number):
                    break
                self.standing.append((number, self._lines[number]))
            number += taken or 1
            self.body = number

    def headline(self) -> tuple[int, str] | None:
        """Which of the lines that stand above the story is its headline, with its place."""
        if self._turns and (heading := choose_heading([line for _, line in self.standing])) is not None:
            return self.standing[heading]
        if self._kind is not Kind.NEWS:
            below = [it for it in self.standing if not is_above_headline(it[1], self._text)]
            if len(below) < len(self.standing) and (chosen := _choose(below)):
                return chosen
        return _choose([it for it in self.standing if not (self._turns and is_stage_direction(it[1]))])

    def _names_author(self, number: int) -> int:
        """How many lines from this one on name who wrote or sent the text, or what they are."""
        line, following = self._lines[number], self._lines[number + 1 :]
        if listed := listed_authors(self._lines[number:]) if self.standing else None:
            self.byline = self.byline or listed[0].names
            return listed[1]
        signed = bool(self.standing and following)
        found = byline_of(line) or (
            (signed_line(line, following[0]) or signed_twice(line, self._closing)) if signed else None
        )
        if found:
            self.byline = self.byline or found.names
            self.outlet = self.outlet or found.outlet
            self.published = self.published or found.published
            return 1
        if sender := sender_in(line):
            self.outlet = self.outlet or sender
            return 1
        return int(bool(self.byline) and is_job(line) and not ends_a_sentence(line))

    def _is_no_prose(self, number: int) -> bool:
        """Whether a line is a label, a date or furniture of the page."""
        line = self._lines[number]
        if is_label(line) or is_embargo_line(line):
            return True
        furniture = is_furniture(line) or (self._kind is Kind.RELEASE and is_contact_line(line))
        date = published_in(line)
        self.published = self.published or date
        heading = bool(self._turns) and is_heading(line) and not labels_date(line)
        dates = bool(date) and not self._body_only and not heading
        if furniture or is_release_mark(line) or is_clock_line(line) or dates:
            self.outlet = self.outlet or outlet_in(line) or outlet_beside_date(line)
            return True
        return False

    def _opens_story(self, number: int) -> bool:
        """Whether a line is the first of the story."""
        line = self._lines[number]
        if (
            self._body_only
            or find_dateline(self._text, self._paragraphs[number].span)
            or len(line.split()) > LONGEST_HEADLINE
            or len(self.standing) > _MOST_ABOVE
            or (self.standing and leads_to_statement(line))
        ):
            return True
        if is_outlet_name(line) and len(self._lines) > 1:
            self.outlet = self.outlet or outlet_named(line)
            return False
        return ends_a_sentence(line) and not self._stands_above(number)

    def _stands_above(self, number: int) -> bool:
        """Whether a line that ends like a sentence stands above the story all the same.

        A headline may, where it is short, the first, and not all there is; a standfirst does where
        the byline or the date follows it.
        """
        following = self._lines[number + 1 :]
        if not self.standing:
            span = self._paragraphs[number].span
            short = len(span.of(self._text).split()) <= _SHORT
            return short and bool(following) and len(list(find_sentences(self._text, span))) == 1
        return any(byline_of(below) or published_in(below) for below in following[:2])


def _choose(lines: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
    """Which of some lines, with their places, reads like a headline."""
    chosen = choose_headline([line for _, line in lines])
    return None if chosen is None else lines[chosen]
