"""Sentences of a paragraph, with their offsets; quotation marks stay with their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain

from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import Span, trimmed

_ABBREVIATIONS = lexicon("abbreviations")
_ABBREVIATED = frozenset().union(*_ABBREVIATIONS.values())
_NEVER_LAST = _ABBREVIATIONS["titles"] | _ABBREVIATIONS["before_more"]
_OPENERS = lexicon("openers")["openers"]
_MONTHS = frozenset().union(*lexicon("months").values())

# A run of terminal marks, the closing marks that belong to it, and the white space behind it.
# A spaced ellipsis (". . . .") is one run; Chinese and Japanese stops need no space. The pattern
# begins with one set of characters, which lets the engine skip to them. In pasted text a stop may stand glued to the word
# that opens the next sentence.
_MARKS = re.compile(
    r"""(?P<first> [.!?…。！？] )
        (?: (?<=[。！？]) (?P<wide> [」』”’）]* ) \s*
          | (?<=[.!?…]) (?<![.!?…][.!?…]) (?P<more> [.!?…]* (?:[ ]\.){0,8} )
            (?P<close> ["'”’»“)\]]* (?:\[\d{1,3}\])? )
            (?: \s+ (?![.])
              | (?<=[a-z]{3}[.!?]) (?=(?:The|They|This|These|There|He|She|It|We|But|And|In|On|At|After|His|Her|As|When|While)[ ][a-z]) ) )""",
    re.VERBOSE,
)
# A picture's credit stands apart from the caption before it, which often has no full stop; and a
# capitalised function word may show that a caption or a heading was glued to the paragraph below it.
_SEAMS = re.compile(
    r"""\s (?=[A-Z])
        (?: (?P<credit> (?=(?:Image|Photo|Picture|Photograph|Credit):[ ][A-Z]) )
          | (?<=\w[ ]) (?=(?:The|This|These|There|It|He|She|They|In|On|At|After)[ ][a-z])
          | (?<=,[ ]\d{4}[ ]) )""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]\u2013\u2014/]{1,60}\Z")
_OPENING_MARKS = "\"'“‘«„([—–-¿¡"
_OPENING_MARKS_AND_SPACES = _OPENING_MARKS + " "
_WORD = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_SPEAKER_AND_VERB = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,5}([a-z]+)\b|(?:he|she|they|I|we|it)\s+([a-z]+)\b")
_CREDIT = re.compile(r"[-–—]+\s*[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,4}\s*")
_LIST_MARKER = re.compile(r"(?:[•⁃*]\s?)?(?:(\d{1,3})(\.\)|[.)])|([a-z])(\.))\s")
_LABEL = re.compile(
    r"\s*(?:(?:[A-Z]\w+(?::|day,)[ ])?[A-Z][a-z]+[ ]\d{1,2},[ ]\d{4}[ ]"
    r"|[^\s\"“‘,]+(?:[ ][^\s\"“‘,]+){0,11}[ ])"
)
"""A short label without comma, stop or quotation: a heading, a caption, a date line."""
_NUMBERED = re.compile(
    r"\b(?:the|world|ranked|[Ff]light|[Bb]us|[Tt]rain|[Tt]ram|[Rr]oute|[Rr]oom|[Hh]ouse|[Gg]ate|[Pp]latform|[Ll]ot|[Ii]tem|[Ee]xhibit|[Cc]ase"
    r"|[Oo]rder|[Bb]ill|[Aa]rticle|[Pp]it|[Ss]haft|[Uu]nit|[Rr]eactor|[Bb]lock|[Bb]erth|[Oo]rbit|[Cc]ar|[Ll]ane|[Ww]ard)\s+no\Z"
)
"""What a number in small letters stands behind, "Flight no. 446"; "She said no. 40 others agreed." is two sentences."""
_INTEGRATED = re.compile(r"\b([a-z]+)[ ][\"“](?=\S)[^\"“”]*\Z")
_CLOSING = re.compile(r"[\"”]")
_QUOTED = 300
"""How far the marks of an integrated quotation are looked for."""
_BEFORE = 40
"""How far back a word before a full stop is looked for: longer ones are no abbreviations."""
_BEHIND = 120
"""How far ahead a speaker is looked for behind a closing mark."""


def find_sentences(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the sentences of one paragraph of `text`, as spans into `text`.

    The spans cover every character of the paragraph but white space between them. A closing
    mark belongs to the sentence that it closes; a quotation of several sentences is split at
    its sentences. Rules after the English Golden Rules of the pragmatic segmenter.
    """
    within = within or Span(0, len(text))
    start = within.start
    for end in chain(_ends(text, within), (within.end,)):
        span = trimmed(text, start, end)
        if span.start < span.end:
            yield span
        start = end


def _ends(text: str, within: Span) -> Iterator[int]:
    """Offsets at which a sentence of the paragraph ends and another follows."""
    marker = _LIST_MARKER.match(text, within.start, within.end)
    if marker:
        items = list(_list_items(text, within, marker))
        if items:
            yield from items
            return
    candidates: Iterable[re.Match[str]] = _MARKS.finditer(text, within.start, within.end)
    seams = list(_SEAMS.finditer(text, within.start, within.end))
    if seams:
        candidates = merge(candidates, seams, key=re.Match.start)
    begin = looked = within.start
    speaks = False
    for found in candidates:
        if found.end() >= within.end:
            return
        if found.re is _SEAMS:
            if found["credit"] is None and not _LABEL.fullmatch(text, begin, found.end()):
                continue
            end = found.end()
        elif found["wide"] is not None:
            end = found.end("wide")
        else:
            # A sentence has a word; each stretch of text is looked through for one only once.
            speaks = speaks or _WORD.search(text, looked, found.start()) is not None
            looked = found.start()
            if not speaks or not _is_end(text, begin, within, found):
                continue
            end = found.end("close")
        yield end
        begin, speaks = end, False


def _is_end(text: str, begin: int, within: Span, found: re.Match[str]) -> bool:
    """Whether the sentence from `begin` ends at the terminal marks that `found` holds."""
    mark, close = found["first"] + found["more"], found["close"]
    following = text[found.end() : min(found.end() + _BEHIND, within.end)]
    bare = following.lstrip(_OPENING_MARKS_AND_SPACES)
    if not bare or bare[0].islower():
        return False
    if not close and _in_integrated_quotation(text, begin, found.start(), within.end):
        return False
    if close and mark[0] in "!?" and _names_a_speaker(following):
        return False
    if close and _CREDIT.fullmatch(text, found.end(), within.end):
        return False
    if "!" in mark or "?" in mark:
        return True
    before = text[max(begin, found.start() - _BEFORE) : found.start()]
    if mark == ". . ." and before.endswith(" "):
        return False
    if mark == "..." and before.endswith(". "):  # words left out between quoted sentences
        return False
    if len(mark) > 1 or mark == "…":
        return not (before.endswith("[") and following[0] == "(")
    word = _last_word(before)
    initials = _ACRONYM.fullmatch(word) and before[: -len(word)].endswith((' "', " “", " '", " ‘"))  # Ada “J.D.” Quill
    if close.startswith(("”", '"', "’", "'")) and len(close) == 1 and word not in _NEVER_LAST and not initials:
        return True
    return _stop_ends_sentence(before, word, bare)


def _last_word(before: str) -> str:
    """The word that `before` ends in; empty where it ends in a space or a mark."""
    word = before.rpartition(" ")[2]
    if word.isalnum():
        return word
    found = _LAST_WORD.search(word)
    return found.group() if found else ""


def _stop_ends_sentence(before: str, word: str, following: str) -> bool:
    """Whether one full stop after `word`, the last of `before`, and before `following` ends a sentence."""
    if len(word) > 2 and word.isalpha() and word not in _ABBREVIATED:  # as most are, and none of those below is
        return True
    first = _FIRST_WORD.match(following)
    next_word = first.group() if first else ""
    if word in _NEVER_LAST:
        return False
    if word in _ABBREVIATIONS["before_number"] and next_word[:1].isdigit():
        return False
    if word == "no" and next_word[:1].isdigit() and _NUMBERED.search(before):
        return False
    if len(word) <= 2 and word.isdigit() and next_word in _MONTHS:  # "am 24. März"
        return False
    if word == "I" and next_word in _OPENERS:
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    if word in _ABBREVIATIONS["months"]:
        return next_word in _OPENERS
    if word in _ABBREVIATIONS["may_end"] or _ACRONYM.fullmatch(word):
        if word in ("a.m", "p.m") and next_word in _NEVER_LAST:
            return False
        return next_word in _OPENERS
    return not (word.isdigit() and not before.strip(_OPENING_MARKS + word))


def _in_integrated_quotation(text: str, begin: int, stop: int, end: int) -> bool:
    """Whether `stop` stands in a quotation that the sentence's own grammar runs into.

    `He wrote that "it is over. We lost."` is one sentence: nothing, not even a comma,
    parts the reporting words from the quoted ones.
    """
    begin = max(begin, stop - _QUOTED)
    opening = max(text.rfind("“", begin, stop), text.rfind('"', begin, stop))
    if opening < 1 or text[opening - 1] != " ":  # the mark that opens a quotation is the last one, behind a space
        return False
    opened = _INTEGRATED.search(text[begin:stop])
    if not opened or not (opened[1] == "that" or opened[1] in REPORTING_VERBS):
        return False
    return _CLOSING.search(text, stop, min(end, stop + _QUOTED)) is not None


def _names_a_speaker(following: str) -> bool:
    """Whether what follows a closing mark is who said it: `Smith asked.`"""
    found = _SPEAKER_AND_VERB.match(following)
    return found is not None and (found[1] or found[2]) in REPORTING_VERBS


def _list_items(text: str, within: Span, marker: re.Match[str]) -> Iterator[int]:
    """Where the further items of a list on one line begin: `1) First 2) Second`."""
    bullet = text[within.start] if text[within.start] in "•⁃*" else ""
    number = int(marker[1]) if marker[1] else ord(marker[3])
    tail = marker[2] or marker[4]
    position = marker.end()
    while True:
        number += 1
        label = f"{number}{tail}" if marker[1] else f"{chr(number)}{tail}"
        pattern = rf"(?<=\s){re.escape(bullet)}\s?{re.escape(label)}\s" if bullet else rf"(?<=\s){re.escape(label)}\s"
        found = re.compile(pattern).search(text, position, within.end)
        if not found:
            return
        yield found.start()
        position = found.end()
