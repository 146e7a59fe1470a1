"""The story of an article: its paragraphs without furniture, and their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from digest.article.bylines import byline_of, signs_off, tells_of_author
from digest.article.closings import closing_paragraph, ends_transcript
from digest.article.embargo import is_embargo_line
from digest.article.furniture import is_caption, is_furniture, is_table, opens_link_list
from digest.article.genre_notes import NOTED_ABOVE, NOTED_BELOW, is_note
from digest.article.labels import Label
from digest.article.live import stamps_of_entries
from digest.article.opening import ends_a_sentence
from digest.article.page_notes import is_page_note
from digest.article.paragraphs import Paragraph
from digest.article.release import ends_story, is_contact_line, is_notice, opens_tail
from digest.article.speakers import Speaker, find_speakers, names_in_full
from digest.article.transcript import (
    asking_turns,
    is_stage_direction,
    without_asides,
)
from digest.text.sentences import find_sentences
from digest.text.spans import Span, one_line, trimmed
from digest.text.tokens import find_words

_LAST = 2
"""Paragraphs at the end of which one may tell who wrote the article."""


class Kind(str, Enum):
    """What sort of text an article is."""

    NEWS = "news"
    RELEASE = "release"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the story."""

    span: Span
    """Code points into the article's text."""
    text: str
    """As printed, on one line."""
    words: tuple[str, ...]
    """Its words as printed, as `find_words` gives them."""
    paragraph: int
    """The story's paragraph that it stands in, counted from 1."""
    speaker: str | None = None
    """The label of the turn that it belongs to, in a transcript."""
    label: Span | None = None
    """Where that label names the speaker."""
    asks: bool = False
    """Whether that turn is a question to the speakers."""


def as_one(text: str, sentences: Sequence[Sentence]) -> Sentence:
    """Sentences of one turn that follow each other, as a single one with all that lies between them."""
    if len(sentences) == 1:
        return sentences[0]
    span = Span(sentences[0].span.start, sentences[-1].span.end)
    words = tuple(word for sentence in sentences for word in sentence.words)
    return replace(sentences[0], span=span, text=one_line(span.of(text)), words=words)


def without_opening(text: str, sentence: Sentence, opening: Span) -> Sentence:
    """A sentence that begins in the midst of a dateline without what it has of it: "6. Mai 2026 – Die Fähre …"."""
    if not opening.start < sentence.span.start < opening.end:
        return sentence
    span = trimmed(text, opening.end, sentence.span.end)
    printed = one_line(span.of(text))
    return replace(sentence, span=span, text=printed, words=find_words(printed))


def words_in(sentences: Sequence[Sentence]) -> list[str]:
    """The words of sentences, with a stop behind each that no phrase reaches over."""
    words: list[str] = []
    for sentence in sentences:
        words += sentence.words
        words.append(".")
    return words


def find_story(text: str, paragraphs: Sequence[Paragraph], kind: Kind, *, author: str | None) -> Iterator[Span]:
    """The story's paragraphs, without furniture, without what tells of its author and what follows a release's end."""
    in_links = False
    for number, paragraph in enumerate(paragraphs):
        line = paragraph.line
        late = number * 3 >= len(paragraphs)
        if ends_story(line):
            if late:
                return
            continue
        if late and kind is Kind.RELEASE and opens_tail(line):
            return
        if opens_link_list(line):
            in_links = True
            continue
        if in_links and not paragraph.after_blank and not line.endswith((".", "”", '"')):
            continue
        in_links = False
        if is_furniture(line) or byline_of(line) or is_embargo_line(line) or is_table(paragraph.span.of(text)):
            continue
        if author and tells_of_author(line, author):
            continue
        if (number < NOTED_ABOVE or number + NOTED_BELOW >= len(paragraphs)) and is_note(line):
            continue
        if number + _LAST >= len(paragraphs) > _LAST and signs_off(text, paragraph):
            continue
        if kind is Kind.RELEASE and (is_notice(line) or is_contact_line(line)):
            continue
        yield paragraph.span


def find_talk(text: str, paragraphs: Sequence[Paragraph], turns: Mapping[int, Label]) -> Iterator[Span]:
    """The paragraphs of a transcript: what is said, and the prose above it that introduces the speakers.

    Pages' heads and numbers, stage directions and all behind the talk's end are left out.
    """
    first = min(turns)
    above = {paragraph.line for paragraph in paragraphs if paragraph.span.start < first}
    opening = {number for number, paragraph in enumerate(paragraphs) if paragraph.span.start in turns}
    names = names_in_full(turns.values(), text[:first])
    end = closing_paragraph([paragraph.line for paragraph in paragraphs], opening, names)
    begun = False
    labelled = 0
    for number, paragraph in enumerate(paragraphs[:end]):
        line = paragraph.line
        if paragraph.span.start in turns:
            begun = True
            labelled = turns[paragraph.span.start].span.end
        elif paragraph.span.start < labelled:
            continue
        elif begun and number * 3 >= len(paragraphs) and ends_transcript(line):
            return
        elif (
            (not ends_a_sentence(line) if not begun else line in above)
            or is_stage_direction(line)
            or ends_transcript(line)
            or is_furniture(line)
            or byline_of(line)
            or is_embargo_line(line)
        ):
            continue
        yield paragraph.span


def sentences_of_story(text: str, story: Sequence[Span]) -> Iterator[Sentence]:
    """The sentences of a story's paragraphs, without the desk's notes and the page's among them.

    Nor do they have the time of day that a live blog sets before its entries.
    """
    stamps = stamps_of_entries(text, story)
    for number, span in enumerate(story, start=1):
        told = trimmed(text, stamps[span.start], span.end) if span.start in stamps else span
        for sentence in find_sentences(text, told):
            printed = one_line(sentence.of(text))
            if (printed.startswith("(") or " contributed to th" in printed) and _is_inline_furniture(printed):
                continue
            if is_page_note(printed):
                continue
            yield Sentence(span=sentence, text=printed, words=find_words(printed), paragraph=number)


def sentences_of_talk(
    text: str, talk: Sequence[Span], turns: Mapping[int, Label]
) -> tuple[tuple[Sentence, ...], tuple[Speaker, ...]]:
    """The sentences of a transcript, each with whose it is, and its speakers."""
    said: list[tuple[Span, str, int, int]] = []
    labels: list[Label] = []
    endings: list[list[str]] = []
    number = 0
    for span in talk:
        if label := turns.get(span.start):
            labels.append(label)
            endings.append([])
            span = trimmed(text, min(label.span.end, span.end), span.end)
        number += span.start < span.end
        for sentence in find_sentences(text, span):
            sentence = without_asides(text, sentence)
            if sentence.start < sentence.end:
                printed = one_line(sentence.of(text))
                said.append((sentence, printed, number, len(labels) - 1))
                if labels:
                    endings[-1].append(printed)
    asking = asking_turns(labels, endings)
    sentences = tuple(
        Sentence(
            span=span,
            text=printed,
            words=find_words(printed),
            paragraph=paragraph,
            speaker=labels[turn].speaker if turn >= 0 else None,
            label=labels[turn].name if turn >= 0 else None,
            asks=turn >= 0 and asking[turn],
        )
        for span, printed, paragraph, turn in said
    )
    return sentences, find_speakers(text, labels, asking)


def _is_inline_furniture(sentence: str) -> bool:
    """Whether a sentence is a note of the page: "(Editing by A. Quill)", "A. Quill contributed to this report."."""
    return is_furniture(sentence) and not is_caption(sentence)
