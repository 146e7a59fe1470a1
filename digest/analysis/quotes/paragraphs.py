"""Paragraphs of a story, and who in each of them speaks the words between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import NamedTuple

from digest.analysis.quotes.asked import asked_in
from digest.analysis.quotes.attribution import Attribution
from digest.analysis.quotes.leading import subject_of
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.marks import Quoted
from digest.analysis.quotes.noun_phrases import PARTICIPLES
from digest.analysis.quotes.speakers import Speaker, Speakers
from digest.analysis.quotes.spoken import attribution_of, report_of, tag_of
from digest.analysis.quotes.subjects import opening_subject
from digest.analysis.quotes.verbless import HOLDS, signature_of, words_of
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import Span

_EMPTY = DASHES | {".", ",", ":", "and", "but", "then", QUOTATION}
_ENDS = frozenset(".!?:…”\"’')")
"""What a paragraph of the story ends in."""
_TURN = re.compile(r"[A-Z][A-Z.’' -]{2,40}:|\([A-Z][A-Z ]+[.)]")
_BRIEF = 10
"""Spaces in what somebody says in a paragraph, in a talk that goes to and fro."""
_ANSWER = 5
"""The same of an answer alone."""
_BODIES_THEN = frozenset(["it", "they"])
_SMALL_IN_TITLES = lexicon("quotes")["small_in_titles"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the story."""

    span: Span
    first: int
    """The number of its first sentence, counted from 0 in the article."""
    sentences: Sequence[Sentence]

    @property
    def number(self) -> int:
        """Which paragraph of the story it is."""
        return self.sentences[0].paragraph

    def sentence_at(self, place: int) -> Sentence:
        """The sentence that holds a place of the text, or the last before it."""
        number = bisect_right(self.sentences, place, key=_start_of)
        return self.sentences[max(0, number - 1)]


def _start_of(sentence: Sentence) -> int:
    return sentence.span.start


class Spoken(NamedTuple):
    """What the text says of a quotation."""

    speaker: Speaker | None
    cue: str | None
    whole: bool
    """Whether it is set off from the reporter's words, or all of its line."""
    title: bool
    """Whether nothing speaks against its being a work's title, should it be written as one."""


def find_paragraphs(article: Article) -> Iterator[Paragraph]:
    """The story's paragraphs with their sentences, those of transcripts apart: there all is said."""
    group: list[Sentence] = []
    first = 0
    for number, sentence in enumerate(article.sentences):
        if group and sentence.paragraph != group[0].paragraph:
            yield Paragraph(Span(group[0].span.start, group[-1].span.end), first, group)
            group = []
        if sentence.speaker is None:
            if not group:
                first = number
            group.append(sentence)
    if group:
        yield Paragraph(Span(group[0].span.start, group[-1].span.end), first, group)


class Reading:
    """The speakers of a story's quotations, paragraph by paragraph in its order."""

    def __init__(self, text: str, speakers: Speakers) -> None:
        self._text = text
        self._speakers = speakers
        self._last: Speaker | None = None
        """Who spoke last in the paragraph before, or whom a report at its end is of."""
        self._waiting: Speaker | None = None
        """Whose words the next paragraph holds: those announced by a colon, or not yet closed."""
        self._in_transcript = False
        self._spoke: tuple[str | None, str | None] = (None, None)
        """Who spoke in the two paragraphs before, where each was no more than a quotation and its tag."""
        self._asked = False
        """Whether the later of the two ends in a question."""

    @property
    def announced(self) -> Speaker | None:
        """Whose words the paragraph before announces."""
        return self._waiting

    def read(self, lines: Sequence[Line], quoted: Sequence[Quoted]) -> dict[Quoted, Spoken] | None:
        """What a paragraph says of each of its quotations; None where they are a printed transcript's turns.

        A quotation that is all of its line goes on with who spoke before it in the paragraph. One that is
        all of its paragraph goes on with who spoke in the paragraph before.
        """
        if not quoted:
            self._waiting = self._announced(lines)
            last = lines[-1] if lines else None
            printed = last is not None and last.words[-1] not in _ENDS  # a heading or what stands under a picture
            self._last = self._waiting or (None if printed else self._answerer(last) or self._reporter(last))
            self._spoke = (None, None)
            return {}
        turns = {one for one in quoted if _TURN.match(self._text, one.span.start)}
        if turns or self._in_transcript:
            # “LIND: Never.”: the labels say who speaks, not the words before it.
            self._in_transcript = quoted[-1].goes_on
            self._last = self._waiting = None
            return None
        found, here = self._read_lines(lines, self._waiting)
        brief = self._text.count(" ", quoted[0].outer.start, quoted[-1].outer.end) < _BRIEF and not quoted[-1].goes_on
        told = here.name if here and brief and _stands_alone(lines[0], next(iter(lines[0].quoted), 0)) else None
        self._spoke, self._asked = (self._spoke[1], told), self._text[quoted[-1].span.end - 1] == "?"
        self._last = self._answerer(lines[-1]) or here
        self._waiting = here if quoted[-1].goes_on else self._announced(lines)
        return found

    def _read_lines(self, lines: Sequence[Line], here: Speaker | None) -> tuple[dict[Quoted, Spoken], Speaker | None]:
        found: dict[Quoted, Spoken] = {}
        undecided: list[Quoted] = []
        turns = _take_turns(lines, self._text) if len(lines) > 1 else frozenset()
        for number, line in enumerate(lines):
            before: Attribution | None = None
            answerer = self._answerer(lines[number - 1]) if number else None
            if not _stands_alone(line, next(iter(line.quoted), len(line.words))):
                undecided = []  # the reporter speaks between: who is quoted behind that need not be who was before
            for at, one in line.quoted.items():
                attribution, source = attribution_of(line, at, self._text) or before, line
                alone = _stands_alone(line, at)
                if attribution is None and len(line.words) == 1 and number + 1 < len(lines):
                    source = lines[number + 1]
                    attribution = (
                        signature_of(source) or words_of(source) or (tag_of(source) if self._asks(one) else None)
                    )
                before = attribution if attribution and attribution.beside else None
                title = not (alone and len(line.words) - at < 3) and not (attribution and attribution.adjacent)
                if attribution is not None:
                    if number and attribution.speaker and source.lower[attribution.speaker.first] in _BODIES_THEN:
                        self._reporter(lines[number - 1])  # whom "they" goes on with
                    speaker = (
                        self._speakers.of(source, attribution.speaker, speaks=True) if attribution.speaker else None
                    )
                    if speaker and attribution.cue in HOLDS and speaker.name not in self._speakers.names:
                        speaker = None  # "For Northmoor, the vote was “a turning point”"
                    found[one] = Spoken(speaker, attribution.cue, attribution.beside, title)
                    if speaker:
                        here = speaker
                        if attribution.beside:
                            found.update((earlier, Spoken(speaker, None, True, False)) for earlier in undecided)
                            undecided = []
                elif alone and number in turns:
                    found[one] = Spoken(None, None, True, title)
                    here = None
                elif alone:
                    before_it = lines[number - 1] if number else None
                    silent = before_it is None or found.keys().isdisjoint(before_it.quoted.values())
                    if answerer and self._text[one.span.end - 1] != "?":
                        speaker = here = answerer
                    else:
                        speaker = (self._reporter(before_it) if silent else None) or here
                    found[one] = Spoken(speaker, None, True, title)
                    if speaker is None:
                        undecided.append(one)
        if (
            undecided
            and self._last
            and all(_stands_alone(line, len(line.words)) for line in lines)
            and not self._is_turn(undecided[-1])
        ):
            found.update((one, found[one]._replace(speaker=self._last)) for one in undecided)
            here = here or self._last
        return found, here

    def _is_turn(self, one: Quoted) -> bool:
        """Whether a quotation alone in its paragraph may be a turn of talk, and somebody else's.

        It is behind brief words, and asks or answers, or goes on with a talk of two.
        """
        first, second = self._spoke
        answers = self._asked and one.span.of(self._text).count(" ") < _ANSWER
        return second is not None and (answers or self._asks_only(one) or (first is not None and first != second))

    def _asks_only(self, one: Quoted) -> bool:
        """Whether a quotation is a question and nothing more."""
        words = one.span.of(self._text)
        return words[-1] == "?" and not any(mark in words[:-1] for mark in ".?!")

    def _answerer(self, line: Line | None) -> Speaker | None:
        """Whom a line says somebody asked a question, and who is meant by "she" from now on; nobody but whom the story names."""
        if line is None or (asked := asked_in(line)) is None:
            return None
        answerer = self._speakers.of(line, asked, speaks=True)
        return answerer if answerer.name in self._speakers.names else replace(answerer, name=None)

    def _asks(self, one: Quoted) -> bool:
        """Whether a quotation ends so that its tag may look like a sentence of its own."""
        return self._text[one.span.end - 1] in "?!…—"

    def _announced(self, lines: Sequence[Line]) -> Speaker | None:
        """Who speaks in the next paragraph, as a colon at the end of this one announces."""
        if not lines or lines[-1].words[-1] != ":":
            return None
        last = len(lines[-1].words) - 1
        says = last > 0 and lines[-1].words[last - 1] in REPORTING_VERBS
        phrase = (subject_of(lines[-1], last - 1) if says else None) or opening_subject(lines[-1], 0, last)
        return self._speakers.of(lines[-1], phrase) if phrase else None

    def _reporter(self, line: Line | None) -> Speaker | None:
        """Who reports in a line, and may go on in quotation marks."""
        if line is None or REPORTING_VERBS.isdisjoint(line.words):
            return None
        report = report_of(line)
        return self._speakers.of(line, report.speaker) if report and report.speaker else None


def is_title(words: Sequence[str]) -> bool:
    """Whether words are written as the title of a work: each with a capital, but for small ones inside."""
    if len(words) < 2 or words[-1][-1] in "?!":
        return False
    capitals = sum(word[0].isupper() for word in words)
    return (
        capitals >= max(2, len(words) / 2)
        and words[0][0].isupper()
        and all(word[0].isupper() or not word[0].isalpha() or word in _SMALL_IN_TITLES for word in words)
    )


def _take_turns(lines: Sequence[Line], text: str) -> frozenset[int]:
    """The lines that are quotations beside each other of which one asks, or that before them: “No.” “Then who was?” “Nobody.”"""
    found: set[int] = set()
    for alone, group in groupby(range(len(lines)), lambda number: lines[number].words == [QUOTATION]):
        run = list(group)
        if alone and len(run) > 1:
            asked = [one for line in lines[max(0, run[0] - 1) : run[-1]] for one in line.quoted.values()]
            if any(text[one.span.end - 1] == "?" for one in asked):
                found.update(run)
    return frozenset(found)


def _stands_alone(line: Line, at: int) -> bool:
    """Whether nothing but marks, quotations and participles ("Adding: “…”") stands before a place of a line."""
    return all(word in _EMPTY or word in PARTICIPLES for word in islice(line.lower, at))
