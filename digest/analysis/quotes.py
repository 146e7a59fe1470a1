"""Quotes: the words between quotation marks, and who the text says spoke them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from digest.analysis.names import CAPITALISED, PLACES
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import Span, one_line, trimmed

_VERB = "|".join(sorted(REPORTING_VERBS, key=lambda verb: (-len(verb), verb)))
_SMALL_LETTERS = re.compile(r"[a-z]+")
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“"}
# A straight mark behind a letter or a digit closes, or stands for inches; it never opens.
_MARK = re.compile(r"[“”«»„]|\"")
_NAME = rf"{CAPITALISED}(?:\s+(?:(?:de|da|del|van|von|der|bin|al|el|la|le|du)\s+)?{CAPITALISED}){{0,4}}"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t)"
_NOBODY = rf"(?P<pronoun>{_PRONOUN})\b"
_APPOSITION = r"(?:,\s+(?P<role>[a-z0-9][^,“”\".;:]{2,90})\s*,?)?"
_AFTER = (
    # “…,” said Ada Quill, the mayor.
    re.compile(
        rf",?\s*(?P<cue>{_VERB})\s+(?:{_NOBODY}|(?P<np>(?:[a-z][\w’'-]*\s+){{0,5}}{_NAME})(?:,\s+(?P<role>(?:the|a|an|who|[a-z]+)\s[^,“”\".;:]{{2,90}}))?)"
    ),
    # “…,” Ada Quill, the mayor, said.
    re.compile(
        rf",?\s*(?:{_NOBODY}|(?P<np>(?:[a-z][\w’'-]*\s+){{0,5}}{_NAME}){_APPOSITION})\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|had\s+)?(?P<cue>{_VERB})\b"
    ),
    # “…,” according to Ada Quill.
    re.compile(rf",?\s*(?P<cue>according\s+to)\s+(?P<np>(?:[a-z][\w’'-]*\s+){{0,5}}{_NAME})"),
)
_BEFORE = (
    # Ada Quill, the mayor, said: “…
    re.compile(
        rf"(?:{_NOBODY}|(?P<np>(?:\b[a-z][\w’'-]*\s+){{0,3}}{_NAME}){_APPOSITION})\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|had\s+)?(?P<cue>{_VERB})(?:\s+(?!{_VERB}\b)[^\s“”\"]+){{0,7}}[,:]?\s*\Z"
    ),
    # Ada Quill says that after all these years the plan is “…
    re.compile(rf"\A\s*(?:{_NOBODY}|(?P<np>{_NAME}){_APPOSITION})\s+(?:\w+ly\s+|also\s+)?(?P<cue>{_VERB})\b[^“”\"]*\Z"),
    re.compile(rf"(?P<cue>[Aa]ccording\s+to)\s+(?P<np>(?:\b[a-z][\w’'-]*\s+){{0,4}}{_NAME})[^“”\"]{{0,60}}\Z"),
)
_REACH = 220
"""How far from a quote its speaker is looked for."""
_FEWEST_WORDS = 3
"""Words of a quote without a speaker; a shorter one is a term or a title in marks."""
_NOT_A_PERSON = lexicon("names")["not_names"] | lexicon("openers")["openers"] | PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks, with the speaker the text attributes them to."""

    span: Span
    """The words between the marks, as code points into the article's text."""
    evidence: Sentence
    """The sentence that the quote ends in."""
    kind: Literal["direct", "mixed", "indirect"]
    cue: str | None = None
    """The reporting verb or phrase, such as 'said' or 'according to'."""
    speaker: str | None = None
    """The full name where the text gives one; None rather than a guess."""
    role: str | None = None
    """The speaker's role as printed beside the name."""
    speaker_span: Span | None = None
    """The words beside the quote that name the speaker, be it with a pronoun."""


def find_quotes(article: Article, references: References) -> tuple[Quote, ...]:
    """The quotes of a story, in its order.

    Marks are paired within a paragraph: an unclosed one costs that paragraph's rest, never more.
    Words in marks that nobody is said to have spoken are taken for a term unless they are a
    sentence's length.
    """
    if not _MARK.search(article.text):
        return ()
    found: list[Quote] = []
    last: tuple[str, str | None] | None = None
    for paragraph, sentences in _paragraphs(article):
        inside = list(_quoted(article.text, paragraph))
        starts = [sentence.span.start for sentence in sentences]
        attributed = False
        for number, span in enumerate(inside):
            begin = sentences[max(0, bisect_right(starts, span.start) - 1)].span.start
            before = Span(
                max(begin, inside[number - 1].end + 1 if number else begin, span.start - _REACH), span.start - 1
            )
            limit = inside[number + 1].start - 1 if number + 1 < len(inside) else paragraph.end
            after = Span(span.end + 1, min(limit, span.end + _REACH))
            match = _attribution(article.text, before, after)
            speaker, role, speaker_span, cue = _speaker(match, references)
            if match is None and attributed and found and last and _follows(article.text, inside[number - 1], span):
                speaker, role = last
            if speaker:
                last, attributed = (speaker, role), True
            words = span.of(article.text).split()
            if match is None and not speaker and len(words) < _FEWEST_WORDS:
                continue
            evidence = sentences[max(0, bisect_right(starts, span.end - 1) - 1)]
            found.append(
                Quote(
                    span=span,
                    evidence=evidence,
                    kind=_kind(article.text, span, match),
                    cue=cue,
                    speaker=speaker,
                    role=role,
                    speaker_span=speaker_span,
                )
            )
    return tuple(found)


def _paragraphs(article: Article) -> Iterator[tuple[Span, list[Sentence]]]:
    """The story's paragraphs with their sentences, those of transcripts apart: there all is said."""
    group: list[Sentence] = []
    for sentence in article.sentences:
        if group and sentence.paragraph != group[0].paragraph:
            yield Span(group[0].span.start, group[-1].span.end), group
            group = []
        if sentence.speaker is None:
            group.append(sentence)
    if group:
        yield Span(group[0].span.start, group[-1].span.end), group


def _quoted(text: str, paragraph: Span) -> Iterator[Span]:
    """The stretches between paired marks in a paragraph; nested marks stay inside the outer pair."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    number = 0
    while number < len(marks):
        opening = marks[number].group()
        closing = _PAIRS.get(opening)
        before = text[marks[number].start() - 1 : marks[number].start()]
        if closing is None or (opening == '"' and before.isalnum()):
            number += 1
            continue
        end = next((later for later in range(number + 1, len(marks)) if marks[later].group() == closing), None)
        if end is None:
            return
        span = trimmed(text, marks[number].end(), marks[end].start())
        if span.start < span.end:
            yield span
        number = end + 1


def _attribution(text: str, before: Span, after: Span) -> tuple[re.Match[str], int] | None:
    """The words beside a quote that say who spoke it, and where the matched stretch begins."""
    # A sentence goes on behind a title in marks; behind somebody's words a comma or a stop has been.
    if text[after.start - 2] in ",.!?…—" or text[after.start : after.start + 1] == ",":
        behind = text[after.start : after.end]
        for pattern in _AFTER:
            if found := pattern.match(behind):
                return found, after.start
    ahead = text[before.start : before.end] if before.start < before.end else ""
    if "ccording" not in ahead and REPORTING_VERBS.isdisjoint(_SMALL_LETTERS.findall(ahead)):  # no pattern finds a cue
        return None
    for pattern in _BEFORE:
        if found := pattern.search(ahead):
            return found, before.start
    return None


def _speaker(
    match: tuple[re.Match[str], int] | None, references: References
) -> tuple[str | None, str | None, Span | None, str | None]:
    """The speaker, the role, the words that name them, and the cue that an attribution gives."""
    if match is None:
        return None, None, None, None
    found, offset = match
    cue = one_line(found["cue"]).lower()
    groups = found.groupdict()
    if groups.get("pronoun"):
        span = Span(offset + found.start("pronoun"), offset + found.end("pronoun"))
        meant = (
            references.is_meant(groups["pronoun"], references.sentence_at(span.start), span.start, says=True)
            if groups["pronoun"].lower() in ("he", "she")
            else None
        )
        return (meant.name, meant.role, span, cue) if meant else (None, None, span, cue)
    name = re.search(rf"{_NAME}\Z", groups["np"])
    if name is None:
        return None, None, None, cue
    begin = offset + found.start("np") + name.start()
    words = one_line(name.group()).rstrip(".")
    known = references.is_named(words)
    if known is None and (words.split()[0] in _NOT_A_PERSON or words.endswith(("'s", "’s"))):
        return None, None, None, cue
    role = known.role if known and known.role else one_line(groups["role"]) if groups.get("role") else None
    return (known.name if known else words), role, Span(begin, begin + len(name.group())), cue


def _follows(text: str, previous: Span, span: Span) -> bool:
    """Whether only the speaker's tag lies between two quotes: “…,” she said. “…”"""
    between = text[previous.end : span.start]
    return len(between) < _REACH and between.count(".") <= 1


def _kind(text: str, span: Span, match: tuple[re.Match[str], int] | None) -> Literal["direct", "mixed", "indirect"]:
    words = span.of(text)
    whole = words[0].isupper() and (len(words.split()) > 3 or words[-1] in ",.!?…")
    return "direct" if (whole and match is not None) or (words[-1] in ",.!?…" and words[0].isupper()) else "mixed"
