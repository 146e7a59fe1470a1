"""Candidates, the runs of capitalised words that may be names, cut where they join two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.analysis.names.campuses import campus_behind
from digest.analysis.names.cutting import WORD, cut, is_no_name
from digest.analysis.names.gazetteer import DEMONYMS, ORGANISATIONS, PEOPLES, PLACES, SMALL_WORDS, STATE_LETTERS
from digest.analysis.names.trimming import JOINING, OF_BODIES
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.particles import ALL_PARTICLES
from digest.text.spans import Span
from digest.text.tokens import find_words

_STOPPED_TITLES = lexicon("abbreviations")["titles"]
CAPITALISED = rf"(?:(?:{'|'.join(sorted(_STOPPED_TITLES))}|St)\.|[A-Z]\.(?:[A-Z]\.)*|[A-Z\u00c0-\u00de][^\W\d_]*(?:['’-][^\W\d_]+)*)"
"""A word of a name, as a pattern: with a capital, an initial, or a title that ends in a stop."""

_LISTS, _PARTS = lexicon("names"), lexicon("name_parts")
_OPENERS = lexicon("openers")["openers"]
_HEADS, _TITLES, _FIELDS = _LISTS["organisation_heads"], _LISTS["person_titles"], _LISTS["fields"]
_LONGEST_RUN = 14
"""Further words of a run; a longer one is a list or a shouted line, and cut there."""

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
_STOPPED = _STOPPED_TITLES | {"St", "Ste", "Mt", "Ft", "Jr", "Sr", "Bros"}
_STOP_BEHIND = "|".join(
    rf"(?<=\b(?:{'|'.join(sorted(word for word in _STOPPED if len(word) == length))})\.)"
    for length in sorted(set(map(len, _STOPPED)))
)
_REST = rf"(?:\.(?:-?[{_UPPER}]\.)*(?![a-z])|[^\W_]*(?:[’'&-][^\W_]+)*(?:(?<=s)[’'](?= (?:{'|'.join(sorted(_PARTS['of_many']))})\b))?(?:\.(?:{_STOP_BEHIND})(?=[ \n\u00a0]|(?<=[JS]r\.),))?)"
"""A word of a name behind its capital: initials, or letters with the stop of an abbreviation."""
_SMALL = "|".join(sorted(JOINING | ALL_PARTICLES, key=lambda word: (-len(word), word)))
_ARTICLE = r"(?:(?:al|el|as|ash|an|ar|ad|at|az|ul|ur|d|de|bin|ibn|p)[-’']|ka(?=[A-Z]))?"
"""What stands in front of the capital in a name: "al-", and "ka" and "p'" of southern and eastern Africa."""
_SPACE = r"[ \n\u00a0]{1,3}"
_RUN = re.compile(  # it begins with the capital, which the engine finds in one step
    rf"[{_UPPER}](?<!\w[{_UPPER}]){_REST}"
    rf"(?:(?:{_SPACE}[“\"'‘][{_UPPER}][\w.]{{1,12}}(?:{_SPACE}[{_UPPER}][a-z]\w{{0,11}}){{0,2}}[”\"'’])?(?:{_SPACE}(?:{_SMALL}|(?<=M[ai]c )an)(?={_SPACE})){{0,2}}{_SPACE}{_ARTICLE}[{_UPPER}]{_REST}){{0,{_LONGEST_RUN}}}"
)
_STATE_BODY = re.compile(
    rf"(?:{_SPACE}(?:{'|'.join(sorted(_PARTS['state_body_words']))})){{0,2}}{_SPACE}({'|'.join(sorted(_PARTS['state_bodies']))})(?![\w-])"
)
"""What may follow the word for a state's people in the name of a body of it."""
_FURTHER_FIELDS = re.compile(r"((?:, [A-Z][a-z]+){0,4}),? and ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![\w-])")
_OF_STATES = (DEMONYMS - lexicon("demonyms")["of_no_state"]) | PEOPLES | STATE_LETTERS
_BEFORE_BODY = _OF_STATES | {f"The {people}" for people in _OF_STATES}
_LED = re.compile(rf"-led(?:{_SPACE}[a-z]{{2,16}})?{_SPACE}(?:coalition|alliance|force)(?![\w-])")
_LEADERS = _OF_STATES | PLACES | ORGANISATIONS
_MONEY = re.compile(rf"{_SPACE}(?:dollars?|cents?)(?!\w)")
_NUMBER = re.compile(r" \d{1,3}(?: Live(?!\w))?(?![\w%:-]|[.,]\d)")
_NUMBERED = _PARTS["numbered"]
_NUMBERED_ALONE = frozenset(["Radio", "Channel"])
_WITHOUT_ARTICLE = frozenset(["forces", "police", "television"])
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:al|el|as|ash|an|ar|ad|at|az|ul|ur|d|de|bin|ibn)[-’']\Z")
_OFFICES = _LISTS["title_words"] | _TITLES
_FORMER_BEFORE = re.compile(r"(?<!\w)(?:ex|then|vice|now)-\Z", re.IGNORECASE)
"""What stands in front of a title and its owner's name, by a hyphen: "ex-President Ada Quill"."""
_CODE_ENDS = re.compile(r"[A-Z]{1,2}(?:[ \n]+|\Z)")
"""The last letters of a code of the stock exchange, and what follows them in a run."""
_ORDINAL_BEFORE = re.compile(r"(?<!\w)\d{1,4}(?:st|nd|rd|th) \Z")
_OPENING = re.compile(r"[\s“”\"‘'’(\[—–:•*·…-]*\Z")
_SMALL_IN_TITLES = {word.lower() for word in _OPENERS} | ALL_PARTICLES | JOINING
"""Words that a headline prints small where it has capitals for all others."""
_FEWEST_OF_TITLE = 4
"""Words of a line that is set like a headline."""


class Candidate(NamedTuple):
    """A run of words that may be a name."""

    name: str
    words: tuple[str, ...]
    span: Span
    starts: tuple[int, ...]
    """Where each word begins."""
    opens: bool
    """Whether it opens its sentence, or a quotation in it, where any word has a capital."""

    def without_first(self, number: int) -> Candidate:
        """The same without its first words."""
        words = self.words[number:]
        return Candidate(" ".join(words), words, Span(self.starts[number], self.span.end), self.starts[number:], False)


def find_candidates(article: Article) -> list[Candidate]:
    """The candidates of a story, in its order; lines set like headlines have none."""
    text, dateline = article.text, article.dateline
    found: list[Candidate] = []
    if article.headline and article.sentences:
        at = text.find(article.headline, 0, article.sentences[0].span.start)
        if at >= 0 and not _is_set_in_capitals(find_words(article.headline)):
            found += _candidates(text, Span(at, at + len(article.headline)))
    for sentence in article.sentences:
        span = sentence.span
        if dateline and span.contains(dateline.span):
            span = Span(dateline.span.end, span.end)
        if not _is_set_like_headline(sentence.text, sentence.words):
            found += _candidates(text, span)
    return found


def _is_set_like_headline(line: str, words: Sequence[str]) -> bool:
    """Whether capitals say nothing here: "GATE OPENS IN NORTHMOOR", "What We Know About The Gate"."""
    if line.isupper():
        return len(words) > 1
    if len(words) < _FEWEST_OF_TITLE or line[-1] in '.!?”"’)':
        return False
    capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return capital * 10 > 7 * len(words) and any(word in _OPENERS and len(word) > 2 for word in words[1:])


def _is_set_in_capitals(words: Sequence[str]) -> bool:
    """Whether a headline has capitals for words that are no names: "Council Backs Tidal Gate"."""
    if any(len(word) > 2 and word.islower() and word not in _SMALL_IN_TITLES for word in words):
        return False
    return sum(word[0].isupper() and word.lower() in SMALL_WORDS for word in words[1:]) > 1


def _candidates(text: str, within: Span) -> Iterator[Candidate]:
    """The candidates of a stretch of text."""
    taken = 0
    for run in _RUN.finditer(text, within.start, within.end):
        if run.start() < taken:
            continue
        start, end = _start_of(text, run, within.start), run.end()
        if start >= end:
            continue
        printed = text[start:end]
        if printed in _BEFORE_BODY or printed.endswith("-led"):
            if printed in STATE_LETTERS and _MONEY.match(text, end, within.end):
                continue
            if body := _state_body(text, Span(start, end), within):
                yield body
                continue
        opens = _opens(text, run.start(), min(start, run.start()), within.start)
        following = text[end : end + 1]
        if not printed.isalpha():
            for name, words, starts, last, first in cut(printed, opens=opens):
                places = (start + starts[0],) if len(starts) == 1 else tuple([start + at for at in starts])
                candidate = Candidate(name, words, Span(places[0], start + last), places, first)
                goes_on = following == " " and (words[-1] in _NUMBERED or "University" in words)
                if (goes_on or following == ",") and start + last == end:
                    candidate = _continued(text, candidate, within)
                    taken = candidate.span.end
                yield candidate
        elif not is_no_name(printed, opens=opens):
            candidate = Candidate(printed, (printed,), Span(start, end), (start,), opens)
            if (following == "," and printed == "Washington") or (following == " " and printed in _NUMBERED_ALONE):
                candidate = _continued(text, candidate, within)
                taken = candidate.span.end
            yield candidate


def _start_of(text: str, run: re.Match[str], begin: int) -> int:
    """Where a name begins: with what belongs in front of a run of capitals, without what does not; its end where it is none.

    Args:
        text: the text.
        run: of words with capitals.
        begin: where the stretch of text begins.
    """
    start, end = run.span()
    printed, before = run.group(), text[start - 1] if start > begin else " "
    if before == " ":
        if start - begin > 3 and text[start - 4].isdigit():
            ordinal = _ORDINAL_BEFORE.search(text, max(begin, start - 8), start)
            start = ordinal.start() if ordinal else start
        elif start - begin > 2 and text.startswith("al ", start - 3) and f"al {printed}" in ORGANISATIONS:
            return start - 3  # "al Qaeda"
    elif before in "-’'":
        article = _ARTICLE_BEFORE.search(text, max(begin, start - 6), start)
        if article:
            start = article.start()
        elif before == "-" and not _FORMER_BEFORE.search(text, max(begin, start - 7), start):
            return end  # "pro-Northmoor": what stands behind the hyphen belongs to an adjective.
    elif before in "(<[" and printed.isalpha() and text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum():
        return end  # "(SENN.N)", a code of the stock exchange
    elif before == "." and text[start - 2 : start - 1].isupper() and (code := _CODE_ENDS.match(printed)):
        return start + code.end()  # "SENN.N Chief Executive Ada Quill"
    is_former = printed.startswith("Then-") and printed[5:].partition(" ")[0] in _OFFICES
    return start + len("Then-") if is_former and printed[5].isupper() else start


def _opens(text: str, run: int, start: int, begin: int) -> bool:
    """Whether a name opens its sentence, or a quotation in it.

    Args:
        text: the text.
        run: where its capitals begin.
        start: where it begins.
        begin: where the stretch of text begins.
    """
    return (
        start - begin < 3
        or text[run - 1] in '“"‘'
        or text[start - 2] in ":—•"
        or (start - begin < 12 and _OPENING.match(text, begin, start) is not None)
    )


def _continued(text: str, candidate: Candidate, within: Span) -> Candidate:
    """A name with what belongs to it behind a comma or a space: "Washington, D.C.", "Task Force 50"."""
    if candidate.words[-1] in _NUMBERED:
        number = _NUMBER.match(text, candidate.span.end, within.end)
        if not number:
            return candidate
        words = (*candidate.words, number.group()[1:])
        begin, end = candidate.span.start, number.end()
        return Candidate(
            " ".join(words), words, Span(begin, end), (*candidate.starts, number.start() + 1), candidate.opens
        )
    if (campus := campus_behind(text, candidate.span.end, within.end, candidate.words)) is not None:
        return _with_words_to(text, candidate, campus)
    if candidate.name != "Washington":
        return _with_further_fields(text, candidate, within)
    begin, end = candidate.span
    if not text.startswith(", D.C.", end, within.end):
        return candidate
    return Candidate(
        "Washington, D.C.", ("Washington,", "D.C."), Span(begin, end + 6), (begin, end + 2), candidate.opens
    )


def _with_further_fields(text: str, candidate: Candidate, within: Span) -> Candidate:
    """A body's name with all that it is for: "Department for Harbours, Trade and Fisheries"."""
    words = candidate.words
    if (
        words[-1] not in _FIELDS
        or not _TITLES.isdisjoint(words)
        or _HEADS.isdisjoint(words)
        or OF_BODIES.isdisjoint(words)
    ):
        return candidate
    found = _FURTHER_FIELDS.match(text, candidate.span.end, within.end)
    if not found or not all(word in _FIELDS for word in found[1].split(", ")[1:] + found[2].split()):
        return candidate
    return _with_words_to(text, candidate, found.end())


def _with_words_to(text: str, candidate: Candidate, end: int) -> Candidate:
    """A name with the words behind it up to a place, a comma in front of them among them."""
    further = [
        (word.group(), word.start()) for word in WORD.finditer(text, candidate.span.end, end) if word.group() != ","
    ]
    comma = "," if text[candidate.span.end] == "," else ""
    words = (*candidate.words[:-1], f"{candidate.words[-1]}{comma}", *[word for word, _ in further])
    starts = (*candidate.starts, *[start for _, start in further])
    return Candidate(" ".join(words), words, Span(candidate.span.start, end), starts, candidate.opens)


def _state_body(text: str, people: Span, within: Span) -> Candidate | None:
    """The body that a state's name or the word for its people begins: "the Norwegian coast guard", "U.S. forces"."""
    start, end = people
    if text.startswith("The ", start):
        start += 4
    leader = text[start:end].removesuffix("-led")
    if text.startswith("-led", start + len(leader)):
        found = _LED.match(text, start + len(leader), within.end) if leader in _LEADERS else None
    else:
        found = _STATE_BODY.match(text, end, within.end)
        if found and found[1] not in _WITHOUT_ARTICLE and text[max(0, start - 4) : start].lower() != "the ":
            return None
    if not found or (found.group().endswith("television") and " state " not in found.group()):
        return None
    words = [(word.group(), word.start()) for word in WORD.finditer(text, start, found.end())]
    printed = tuple([word for word, _ in words])
    return Candidate(" ".join(printed), printed, Span(start, found.end()), tuple([at for _, at in words]), False)
