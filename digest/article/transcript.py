"""Transcripts: whose turn it is in each paragraph, and what in it nobody said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from digest.article.closings import CLOCK, ENDS_AT, closing_paragraph, ends_transcript
from digest.article.labels import Label, find_label
from digest.article.name_lines import find_name_lines
from digest.article.opening import ends_a_sentence
from digest.article.paragraphs import Paragraph
from digest.article.release import names_document
from digest.article.speakers import names_in_full
from digest.text.genders import GENDERED_NAMES
from digest.text.patterns import seldom
from digest.text.spans import Span, trimmed

# What is in brackets is nobody's words where it begins so; the second row may begin somebody's, and then has no capital.
_ASIDE_WORDS = (
    r"(?i:laughter|laughs?|laughing|applause|cheers|cheering|cross-?\s?talk|inaudible|unintelligible|indiscernible|no response|gavel|sic"
    r"|off[- ]mi(?:c|ke|crophone)|(?:as|through|via|by) (?:an? |the )?(?:interpret\w+|translat\w+)|(?:begin|end) (?:of )?[a-z]+ (?:clip|tape|recording)"
    r"|soundbite|(?:multiple|simultaneous) (?:speakers|conversation)|interposing|chuckles|coughs|sighs|interruption|operator instructions|enters|exits)"
    r"|Pause|PAUSE|Recess|RECESS|Break|BREAK|Music|MUSIC|Speaking|SPEAKING|Video|VIDEO|Audio|AUDIO|Phone|Nods|In [A-Z][a-z]+(?:ese|ish|ian|ic|ch|ew|an)\b|Whereupon"
)
_ASIDE = seldom(rf"[*_]{{0,2}}[(\[](?:{_ASIDE_WORDS})\b[^()\[\]]{{0,60}}[)\]][*_]{{0,2}}\.?")
# What nobody understood is missed where it is left out; laughter is not.
_HEARD = seldom(
    r"(?<!\s)\s*[(\[](?:laughter|laughs?|laughing|applause|cheers|cheering|chuckles|coughs|sighs|gavel)\b[^()\[\]]{0,40}[)\]]",
    re.IGNORECASE,
)
_GAP = re.compile(r"[(\[](?:inaudible|unintelligible|indiscernible|cross-?\s?talk|off[- ]mi|ph\b)", re.IGNORECASE)
_DAY = r"(?:[A-Z][a-z]{2,8},?\s)?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4},?"
_CLOCK_LINE = seldom(
    rf"[(\[*]{{0,2}}(?:(?:begins?|start(?:s|ed)?|began|time|{_DAY})[:\s]\s*(?:at\s)?)?{CLOCK}(?:\s{{0,4}}[-–—]\s{{0,4}}{CLOCK})?[)\]*]{{0,2}}\.?",
    re.IGNORECASE,
)
_KIND = seldom(
    r"(?:the\s)?(?:big\s|full\s)?(?:q\s?(?:&|and)\s?a|interview|transcript|conversation|podcast)\s?:?", re.IGNORECASE
)
"""What a page calls such a text, above its headline."""
_PAGE = seldom(
    r"[-–—]\s?\d{1,4}\s?[-–—]|page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}|[-–—(\s]*(?:more|continued|cont['’]?d)[-–—)\s]*|(?:\*\s?){3,}|[.…]{3,}",
    re.IGNORECASE,
)
_PAGE_HEAD = seldom(
    r"for\s+immediate\s+release|(?:(?:the\s)?white\s+house,?\s+)?office\s+of\s+the\s+(?:[\w'’]+\s){0,3}(?:secretary|spokes\w+|president|premier|prime\s+minister|mayor|governor)|on\s+the\s+record|on\s+background",
    re.IGNORECASE,
)
_MARK = seldom(
    r"(?:(?:full|rush|partial|verbatim|edited|unedited|uncorrected|official|video)\s){0,2}transcript\b.{0,80}"
    r"|(?:remarks|(?:\w+\s){0,4}(?:press|media|news|midday|daily)\s(?:briefing|gaggle|conference)|press\sgaggle)\b.{0,160}",
    re.IGNORECASE,
)
_HEADING = seldom(
    r"\b(?:briefing|gaggle|remarks|conference|interview|hearing|q\s?&\s?a|transcript|statement|testimony|conversation|session|inquiry|debate)\b",
    re.IGNORECASE,
)
_PAIR = seldom(r"[A-Z\u00c0-\u00de][\w'’-]{0,40}\.?\s{1,4}(?:[A-Z]\.\s{1,4})?(?=([A-Z\u00c0-\u00de][\w'’-]{1,40}))")
_FINAL = seldom(r"[.!?…—–-][\"'”’»)\]*_]*\Z|[.!?…]\s?\[?\d{0,3}\]?\Z")

_FEWEST_TURNS = 3
_MANY_TURNS = 8
_MOST_BEFORE = 0.5
"""Share of the text that may stand above the first turn."""
_HEADING_WORDS = 4
_LONGEST_INTRODUCTION = 12
"""Words."""
_HEAD = 12
"""Paragraphs above the first turn in which a briefing says what it is."""


def find_turns(text: str, paragraphs: Sequence[Paragraph]) -> Mapping[int, Label]:
    """The label of each paragraph that opens a turn, by where the paragraph starts; empty where the text is no transcript.

    A transcript has at least three turns of two speakers or more, one of whom speaks again, and says little
    else; one that says what it is, or when it began or ended, may have fewer. An entry of a list has a label, too,
    but nobody of the same name comes again, nobody asks, and what follows is no sentence.
    """
    labels = {
        number: label for number, paragraph in enumerate(paragraphs) if (label := find_label(text, paragraph.span))
    }
    standing = find_name_lines(text, paragraphs)
    labels |= standing
    if not labels:
        return {}
    if not any(label.asks for label in labels.values()):
        labels = {number: label for number, label in labels.items() if label.asks or not label.is_letter}
    lines = [paragraph.line for paragraph in paragraphs]
    speaking = _without_introductions(lines, _of_speakers(text, labels), standing)
    if not speaking:
        return {}
    first = min(speaking)
    if paragraphs[first].span.start - paragraphs[0].span.start > _MOST_BEFORE * len(text):
        return {}
    names = names_in_full(speaking.values(), text[: paragraphs[first].span.start])
    end = min(_end_of_talk(lines, first, labels), closing_paragraph(lines, speaking, names))
    turns = {number: label for number, label in speaking.items() if number < end}
    told = any(ends_a_sentence(line) for line in lines[1:first])
    timed = any(map(is_clock_line, lines[max(0, first - _HEAD) : first])) or any(map(ENDS_AT.fullmatch, lines[-12:]))
    if standing:
        is_talk = True
    elif timed or (not told and any(map(_MARK.fullmatch, lines[max(0, first - _HEAD) : first]))):
        is_talk = any(label.known and not label.is_letter for label in turns.values()) or len(turns) >= _FEWEST_TURNS
    else:
        said = sum(number in turns or not is_stage_direction(lines[number]) for number in range(first, end))
        words = [
            text[label.span.end : paragraphs[number].span.end] or "".join(lines[number + 1 : number + 2])
            for number, label in turns.items()
        ]
        is_talk = _is_talk(list(turns.values()), words, share=len(turns) / said, told=told)
    if not is_talk:
        return {}
    # In a transcript a name in capitals ends the turn before it, even where nothing else tells whose it is.
    turns = {
        number: label
        for number, label in labels.items()
        if number in turns or (first < number < end and label.speaker.isupper())
    }
    return {paragraphs[number].span.start: label for number, label in turns.items()}


def _is_talk(turns: Sequence[Label], words: Sequence[str], *, share: float, told: bool) -> bool:
    """Whether the turns of a text that does not say so are those of a talk, and of nothing else.

    Args:
        turns: the labels.
        words: the words behind each.
        share: how many of the paragraphs from the first turn on open one.
        told: whether a story is told above the first turn. Then what stands without a label among few turns
            may be told, too, and not said.
    """
    speakers = Counter(label.key for label in turns)
    labelled = any(label.asks for label in turns)
    again = len(speakers) < len(turns) or (labelled and all(label.known for label in turns))
    if len(turns) < _FEWEST_TURNS or len(speakers) < 2 or not again:
        return False
    if share < (0.2 if len(turns) >= _MANY_TURNS else 0.9 if told and not labelled else 0.6):
        return False
    if sum(_FINAL.search(line) is not None for line in words) * 3 < len(words) * 2:
        return False
    return labelled or any("?" in line for line in words) or sum(label.known for label in turns) * 2 > len(turns)


def _without_introductions(
    lines: Sequence[str], labels: dict[int, Label], standing: Collection[int]
) -> dict[int, Label]:
    """The labels without those above the first turn that introduce somebody: "Moderator: Ada Quill, Northmoor Wire".

    Nor is a headline one: "Harbour Talk: The woman who maps the mud".
    """
    keys = Counter(label.key for label in labels.values())
    if 0 in labels and not labels[0].known and keys[labels[0].key] == 1 and not ends_a_sentence(lines[0]):
        del labels[0]
    for number in sorted(labels):
        line = lines[number]
        if (
            number in standing
            or ends_a_sentence(line)
            or line.endswith(":")
            or len(line.split()) > _LONGEST_INTRODUCTION
        ):
            break
        if not (labels[number].is_part or labels[number].hosts or labels[number].is_unknown):
            break
        del labels[number]
    return labels


def _of_speakers(text: str, labels: Mapping[int, Label]) -> dict[int, Label]:
    """The labels without those of one word that no full name in the text ends in, and those that nothing says are names.

    `SHAPIRO` is somebody where there is an Ari Shapiro; `GOAL` is nobody.
    """
    unsure = [label for label in labels.values() if not label.known]
    if not unsure:
        return dict(labels)
    keys = Counter(label.key for label in labels.values())
    told = {re.sub(r"['’]s?\Z", "", found[1].casefold()) for found in _PAIR.finditer(text)}
    told |= {label.key.rpartition(" ")[2] for label in labels.values() if " " in label.key}
    alone = {label.key for label in labels.values() if " " not in label.key}
    # "GAZETTE: Why is it late?" comes again, and asks.
    asking = {
        label.key
        for label in unsure
        if keys[label.key] > 1 and text[label.span.end :].partition("\n")[0].rstrip().endswith("?")
    }
    kept: dict[int, Label] = {}
    for number, label in labels.items():
        given, _, surname = label.key.rpartition(" ")
        if label.known or (
            (
                label.more is not None
                or keys[label.key] > 1
                or surname in alone
                or given.split(" ")[0].title() in GENDERED_NAMES
            )
            if given
            else surname in told or label.key in asking
        ):
            kept[number] = label
    return kept


def _end_of_talk(lines: Sequence[str], first: int, turns: Collection[int]) -> int:
    """The number of the paragraph behind the last that was said."""
    late = (number for number in range(max(first, len(lines) // 3), len(lines)) if number not in turns)
    return next((number for number in late if ends_transcript(lines[number])), len(lines))


def asking_turns(turns: Sequence[Label], said: Sequence[Sequence[str]]) -> list[bool]:
    """Whether each turn of a transcript is a question to the speakers.

    Where askers have labels of their own, they ask and the others answer. Elsewhere those ask most of whose
    turns end in a question, and whoever asks where nobody has asked before him.

    Args:
        turns: the labels, in their order.
        said: the sentences of each turn.
    """
    ends = [any(sentence.rstrip("\"'”’»)]").endswith("?") for sentence in sentences[-2:]) for sentences in said]
    labelled = any(label.asks for label in turns)
    total = Counter(label.key for label in turns)
    asked = Counter(label.key for label, ask in zip(turns, ends, strict=True) if ask)
    if len(total) == 1 and not labelled:
        return [label.hosts for label in turns]
    askers = {key for key, count in total.items() if count > 1 and asked[key] * 2 > count}
    if len(askers) == len(total):
        askers = set()
    asking: list[bool] = []
    pending = False
    for label, ask in zip(turns, ends, strict=True):
        asks = label.asks or label.hosts or (not labelled and (label.key in askers or (ask and not pending)))
        asking.append(asks)
        pending = asks and (ask or not label.hosts)  # whoever gives the floor has asked nothing
    return asking


def is_clock_line(line: str) -> bool:
    """Whether a line holds nothing but a time of day: "1:32 P.M. GMT"."""
    return len(line) <= 60 and bool(_CLOCK_LINE.fullmatch(line))


def is_stage_direction(line: str) -> bool:
    """Whether a paragraph is "(Laughter.)", a page's number or the like: nobody's words."""
    return len(line) <= 160 and bool(
        _ASIDE.fullmatch(line) or _PAGE.fullmatch(line) or _PAGE_HEAD.fullmatch(line) or is_clock_line(line)
    )


def is_heading(line: str) -> bool:
    """Whether a line says what talk follows: "Daily press briefing, 9 September 2026"."""
    return len(line.split()) >= _HEADING_WORDS and bool(_HEADING.search(line)) and not is_stage_direction(line)


def choose_heading(lines: Sequence[str]) -> int | None:
    """Which of the lines above a transcript is its heading: "Press Briefing by Ada Quill"; None where none speaks of a talk."""
    headings = [
        number
        for number, line in enumerate(lines)
        if _HEADING.search(line)
        and not is_stage_direction(line)
        and not names_document(line)
        and not _KIND.fullmatch(line)
    ]
    return next(
        (number for number in headings if len(lines[number].split()) >= _HEADING_WORDS),
        headings[0] if headings else None,
    )


def without_asides(text: str, span: Span) -> Span:
    """The sentence without stage directions at either end of it."""
    start, end = span.start, span.end
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return span
    for found in _ASIDE.finditer(text, start, end):
        if not text[start : found.start()].strip():
            start = found.end()
        elif not text[found.end() : end].strip():
            end = found.start()
            break
    return trimmed(text, start, end)


def is_broken(sentence: str) -> bool:
    """Whether a word of a spoken sentence was not understood by whoever wrote it down."""
    return ("(" in sentence or "[" in sentence) and _GAP.search(sentence) is not None


def without_inner_asides(words: str) -> str:
    """What was said, without the laughter and applause in the midst of it."""
    return _HEARD.sub("", words).strip() if "(" in words or "[" in words else words
