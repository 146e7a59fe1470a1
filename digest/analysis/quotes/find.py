"""Finding of quotes, line by line and paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from digest.analysis.quotes.lines import QUOTATION, Line, find_lines
from digest.analysis.quotes.marks import Quoted, find_quoted, has_marks
from digest.analysis.quotes.noun_phrases import PARTICIPLES, opening_subject
from digest.analysis.quotes.quote import Kind, Quote
from digest.analysis.quotes.speakers import Speaker, Speakers
from digest.analysis.quotes.spoken import Attribution, attribution_of, tag_of
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.spans import Span

_EMPTY = frozenset([".", ",", ":", "—", "–", "-", "and", "but", "then", QUOTATION])
_TURN = re.compile(r"[A-Z][A-Z.’' -]{2,40}:|\([A-Z][A-Z ]+[.)]")
_SMALL_IN_TITLES = frozenset("a an and as at by for from in into of on or over per the to vs with".split())
_FEWEST_WORDS = 3
"""Words of a quote without a speaker; a shorter one is a term or a title in marks."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    span: Span
    first: int
    """The number of its first sentence."""
    sentences: list[Sentence]


def find_quotes(article: Article, references: References) -> tuple[Quote, ...]:
    """The quotes of a story, in its order.

    Marks are paired within a paragraph: an unclosed one costs that paragraph's rest, never more.
    Words in marks that nobody is said to have spoken are taken for a term unless they are a
    sentence's length.
    """
    paragraphs = list(find_paragraphs(article))
    if not has_marks(article.text):
        return ()
    text = article.text
    marked = find_quoted(text, [it.span for it in paragraphs])
    speakers = Speakers(article, references, [one.outer for quoted in marked for one in quoted])
    found: list[Quote] = []
    last: Speaker | None = None
    waiting: Speaker | None = None
    in_transcript = False
    for paragraph, quoted in zip(paragraphs, marked, strict=True):
        lines = list(find_lines(text, paragraph.sentences, paragraph.first, quoted))
        if not quoted:
            waiting = _announced(lines, speakers)
            last = waiting or _subject(lines, speakers)
            continue
        labelled = _labelled(text, quoted) | (set(quoted) if in_transcript else set())
        in_transcript = bool(labelled) and quoted[-1].goes_on
        starts = [sentence.span.start for sentence in paragraph.sentences]
        told: dict[Quoted, tuple[Speaker | None, str | None, bool]] = {}
        spoken: set[Quoted] = set()
        here: Speaker | None = waiting
        undecided: list[Quoted] = []
        subject: Speaker | None = None
        for number, line in enumerate(lines):
            before: Attribution | None = None
            for at, one in line.quoted.items():
                attribution, source = attribution_of(line, at, text) or before, line
                if attribution is None and at == 0 and len(line.words) == 1 and number + 1 < len(lines) and text[one.span.end - 1] in "?!…—":
                    attribution, source = tag_of(lines[number + 1]), lines[number + 1]
                before = attribution if attribution and attribution.beside else None
                if _stands_alone(line, at) and len(line.words) - at < 3 or (attribution and attribution.adjacent):
                    spoken.add(one)
                if attribution is not None:
                    speaker = speakers.of(source, attribution.speaker, speaks=True) if attribution.speaker else None
                    told[one] = speaker, attribution.cue, attribution.beside
                    if speaker:
                        here = speaker
                        if attribution.beside:
                            for earlier in undecided:
                                told[earlier] = speaker, None, True
                            undecided = []
                elif _stands_alone(line, at):
                    if here or subject:
                        told[one] = here or subject, None, True
                    else:
                        undecided.append(one)
            if line.words:
                phrase = opening_subject(line, 0, len(line.words))
                subject = speakers.of(line, phrase) if phrase else None
        for one in undecided:
            told[one] = last, None, True
        for one in quoted:
            speaker, cue, whole = told.get(one, (None, None, False))
            words = one.span.of(text).split()
            if (one not in told and len(words) < _FEWEST_WORDS) or (one not in spoken and _is_title(words)) or one in labelled:
                continue
            found.append(
                Quote(
                    span=one.span,
                    evidence=paragraph.sentences[max(0, bisect_right(starts, one.span.end - 1) - 1)],
                    kind=_kind(text, one.span, whole=whole),
                    cue=cue,
                    speaker=speaker.name if speaker else None,
                    role=speaker.role if speaker else None,
                    speaker_span=speaker.span if speaker else None,
                )
            )
        last = here
        waiting = None if labelled else here if quoted[-1].goes_on else _announced(lines, speakers)
    return tuple(found)


def _labelled(text: str, quoted: list[Quoted]) -> set[Quoted]:
    """The quotations that are a printed transcript's turns, whose labels say who speaks: “LIND: Never.”"""
    return {one for one in quoted if _TURN.match(text, one.span.start)}


def _is_title(words: list[str]) -> bool:
    """Whether words are written as the title of a work: each with a capital, but for small ones inside."""
    if len(words) < 2 or words[-1][-1] in "?!":
        return False
    capitals = sum(word[0].isupper() for word in words)
    return (
        capitals >= max(2, len(words) / 2)
        and words[0][0].isupper()
        and all(word[0].isupper() or not word[0].isalpha() or word in _SMALL_IN_TITLES for word in words)
    )


def _stands_alone(line: Line, at: int) -> bool:
    """Whether a quotation opens its line and is all, or nearly all, of it."""
    return all(word in _EMPTY or word in PARTICIPLES for word in line.lower[:at])


def _announced(lines: list[Line], speakers: Speakers) -> Speaker | None:
    """Who speaks in the next paragraph, as a colon at the end of this one announces."""
    if not lines or lines[-1].words[-1] != ":":
        return None
    phrase = opening_subject(lines[-1], 0, len(lines[-1].words) - 1)
    return speakers.of(lines[-1], phrase) if phrase else None


def _subject(lines: list[Line], speakers: Speakers) -> Speaker | None:
    """Whom the last sentence of a paragraph is about."""
    phrase = opening_subject(lines[-1], 0, len(lines[-1].words)) if lines else None
    return speakers.of(lines[-1], phrase) if phrase else None


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


def _kind(text: str, span: Span, *, whole: bool) -> Kind:
    words = span.of(text)
    if words[0].islower() or not whole and words[-1] not in ",.!?…":
        return "mixed"
    return "direct" if words[-1] in ",.!?…—" or (whole and len(words.split()) > 3) else "mixed"
