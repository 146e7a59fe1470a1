"""Candidates, the runs of capitalised words that may be names, cut where they join two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.analysis.names.gazetteer import DEMONYMS, GIVEN_NAMES, ORGANISATIONS, PEOPLES, PLACES, SMALL_WORDS
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.tokens import find_words

CAPITALISED = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Rev|St)\.|[A-Z]\.(?:[A-Z]\.)*|[A-Z\u00c0-\u00de][^\W\d_]*(?:['’-][^\W\d_]+)*)"
"""A word of a name, as a pattern: with a capital, an initial, or a title that ends in a stop."""

_LISTS, _PARTS = lexicon("names"), lexicon("name_parts")
_OPENERS = lexicon("openers")["openers"]
_HEADS, _TITLES = _LISTS["organisation_heads"], _LISTS["person_titles"]
_FIELDS, _NOT_NAMES = _LISTS["fields"], _LISTS["not_names"]
_BEFORE_OF = (
    _HEADS | _LISTS["place_heads"] | _LISTS["place_fronts"] | _TITLES | _LISTS["other_heads"] | _PARTS["before_of"]
)
_BEFORE_FOR = _HEADS | _TITLES | _PARTS["before_for"]
_KNOWN_JOINED = frozenset(name for name in PLACES | ORGANISATIONS if " and " in name)
_PARTICLES, _OWNERS, _MODIFIERS = _PARTS["particles"], _PARTS["owners"], _PARTS["hyphenated"]
_OPENING_NAMES = GIVEN_NAMES | _TITLES | _LISTS["title_words"] | _BEFORE_OF | _FIELDS | DEMONYMS | PLACES
_COMPANY_ENDINGS = _PARTS["company_endings"]
_BEFORE_PERSON = _HEADS - _LISTS["title_words"]
_NOT_SURNAMES = _HEADS | _LISTS["place_heads"] | _LISTS["other_heads"] | _COMPANY_ENDINGS
_EDGES = _NOT_NAMES | _LISTS["edges"]
_NO_CANDIDATES = _OPENERS | _NOT_NAMES | DEMONYMS
_MONTHS_AND_SURNAMES = frozenset(["May", "March", "August"])
_AGENCIES = _PARTS["agencies"]
_JOINING = frozenset(["of", "for", "and", "the", "on", "&"])
_CREDITS = frozenset([credit.replace("-", " ", 1) for credit in _PARTS["credits"]])
_NEEDS_CARE = (
    _JOINING | _PARTICLES | ((_EDGES | _OPENERS | _AGENCIES) - DEMONYMS) | {credit.split(" ")[0] for credit in _CREDITS}
)
"""Words that cut a run, or stand in front of a name."""
_LONGEST_RUN = 14
"""Further words of a run; a longer one is a list or a shouted line, and cut there."""

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
_STOPPED = "Mr Mrs Ms Dr Prof Gov Sen Sens Rep Reps Gen Lt Col Capt Cmdr Sgt Cpl Maj Adm Brig Rev Hon Fr St Ste Mt Ft Jr Sr Supt Insp Det Bros"
_STOP_BEHIND = "|".join(
    rf"(?<=\b(?:{'|'.join(word for word in _STOPPED.split() if len(word) == length)})\.)"
    for length in range(2, 6)
    if length != 5
)
_REST = rf"(?:\.(?:-?[{_UPPER}]\.)*(?![a-z])|[^\W_]*(?:[’'&-][^\W_]+)*(?:\.(?:{_STOP_BEHIND})(?=[ \n\u00a0]))?)"
"""A word of a name behind its capital: initials, or letters with the stop of an abbreviation."""
_SMALL = "|".join(sorted(_JOINING | _PARTICLES, key=lambda word: (-len(word), word)))
_ARTICLE = r"(?:(?:al|el|as|ash|an|ar|ad|at|az|ul|ur|d|de|bin|ibn)[-’'])?"
_SPACE = r"[ \n\u00a0]{1,3}"
_RUN = re.compile(  # it begins with the capital, which the engine finds in one step
    rf"[{_UPPER}](?<!\w[{_UPPER}]){_REST}"
    rf"(?:(?:{_SPACE}[“\"'‘][{_UPPER}][\w.]{{1,12}}[”\"'’])?(?:{_SPACE}(?:{_SMALL})(?={_SPACE})){{0,2}}{_SPACE}{_ARTICLE}[{_UPPER}]{_REST}){{0,{_LONGEST_RUN}}}"
)
_STATE_BODY = re.compile(
    rf"(?:{_SPACE}(?:{'|'.join(sorted(_PARTS['state_body_words']))})){{0,2}}{_SPACE}({'|'.join(sorted(_PARTS['state_bodies']))})(?![\w-])"
)
"""What may follow the word for a state's people in the name of a body of it."""
_FURTHER_FIELDS = re.compile(r"((?:, [A-Z][a-z]+){0,4}),? and ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![\w-])")
_BODY_FOR = frozenset(["for", "of", "on"])
_OF_STATES = DEMONYMS - lexicon("demonyms")["of_no_state"]
_WITHOUT_ARTICLE = frozenset(["forces", "police"])
_WORD = re.compile(r"[^ \n\u00a0]+")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:al|el|as|ash|an|ar|ad|at|az|ul|ur|d|de|bin|ibn)[-’']\Z")
_ORDINAL_BEFORE = re.compile(r"(?<!\w)\d{1,4}(?:st|nd|rd|th) \Z")
_OPENING = re.compile(r"[\s“”\"‘'’(\[—–:•*·…-]*\Z")
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


class _Word(NamedTuple):
    text: str
    start: int
    end: int


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
    return sum(word[0].isupper() and word.lower() in SMALL_WORDS for word in words[1:]) > 1


def _candidates(text: str, within: Span) -> Iterator[Candidate]:
    """The candidates of a stretch of text."""
    taken = 0
    for run in _RUN.finditer(text, within.start, within.end):
        printed, start, end = run.group(), run.start(), run.end()
        if start < taken:
            continue
        before = text[start - 1] if start > within.start else " "
        if before in "-’'":
            article = _ARTICLE_BEFORE.search(text, max(within.start, start - 6), start)
            if article:
                start = article.start()
            elif before == "-":
                # "pro-Northmoor": what stands behind the hyphen belongs to an adjective.
                continue
        elif before == " " and start - within.start > 3 and text[start - 2] in "tdh":
            ordinal = _ORDINAL_BEFORE.search(text, max(within.start, start - 8), start)
            start = ordinal.start() if ordinal else start
        opens = (
            start - within.start < 3
            or before in '“"‘'
            or text[start - 2] in ":—•"
            or (start - within.start < 12 and _OPENING.match(text, within.start, start) is not None)
        )
        if printed.isalpha() and start == run.start():  # one word, as most runs are
            if before in "(<[" and text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum():
                continue  # "(SENN.N)", a code of the stock exchange
            if printed in _NO_CANDIDATES:
                if printed in _OF_STATES:
                    yield from _state_body(text, Span(start, end), within, opens=opens)
                continue
            if printed.isupper() and len(printed) > 2 and _is_shouted(printed):
                continue
            if opens and printed not in PLACES and printed.lower() in SMALL_WORDS:
                continue
            if printed == "Washington" and text.startswith(", D.C.", end, within.end):
                taken = end + len(", D.C.")
                yield Candidate(
                    "Washington, D.C.", ("Washington,", "D.C."), Span(start, taken), (start, end + 2), opens
                )
                continue
            yield Candidate(printed, (printed,), Span(start, end), (start,), opens)
            continue
        simple = printed.split(" ")
        if (
            start == run.start()
            and _NEEDS_CARE.isdisjoint(simple)
            and printed.replace(" ", "").isalpha()
            and "" not in simple
            and (not opens or simple[0] in _OPENING_NAMES)
            and (len(simple) < 3 or (not printed.isupper() and simple[-2] not in GIVEN_NAMES))
        ):
            starts = [start]
            for word in simple[:-1]:
                starts.append(starts[-1] + len(word) + 1)
            if printed in PEOPLES:
                yield from _state_body(text, Span(start, end), within, opens=opens)
            elif not (len(simple) == 2 and printed.isupper()):
                yield Candidate(printed, tuple(simple), Span(start, end), tuple(starts), opens)
            continue
        words = [_Word(found.group(), *found.span()) for found in _WORD.finditer(text, start, end)]
        if len(words) > 4 and sum(word.text.isupper() for word in words) > 3:
            continue  # a shouted line of the page that runs into the story
        for whole in _pieces(words):
            for piece in _body_and_person(whole):
                candidate = _trimmed(piece, opens=opens and piece[0].start == start)
                if candidate:
                    if text[end : end + 1] == "," and candidate.span.end == end:
                        candidate = _with_further_fields(text, candidate, within)
                        taken = candidate.span.end
                    yield candidate


def _with_further_fields(text: str, candidate: Candidate, within: Span) -> Candidate:
    """A body's name with all that it is for: "Department for Harbours, Trade and Fisheries"."""
    words = candidate.words
    if (
        words[-1] not in _FIELDS
        or not _TITLES.isdisjoint(words)
        or _HEADS.isdisjoint(words)
        or _BODY_FOR.isdisjoint(words)
    ):
        return candidate
    found = _FURTHER_FIELDS.match(text, candidate.span.end, within.end)
    if not found or not all(word in _FIELDS for word in found[1].split(", ")[1:] + found[2].split()):
        return candidate
    further = [(word.group(), word.start()) for word in _WORD.finditer(text, candidate.span.end + 1, found.end())]
    words = (*words[:-1], f"{words[-1]},", *[word for word, _ in further])
    starts = (*candidate.starts, *[start for _, start in further])
    return Candidate(" ".join(words), words, Span(candidate.span.start, found.end()), starts, candidate.opens)


def _state_body(text: str, people: Span, within: Span, *, opens: bool) -> Iterator[Candidate]:
    """The body that the word for a people begins: "the Norwegian coast guard", "Norwegian police"."""
    found = _STATE_BODY.match(text, people.end, within.end)
    if found and (found[1] in _WITHOUT_ARTICLE or text[max(0, people.start - 4) : people.start].lower() == "the "):
        words = [_Word(word.group(), *word.span()) for word in _WORD.finditer(text, people.start, found.end())]
        yield Candidate(
            " ".join([word.text for word in words]),
            tuple([word.text for word in words]),
            Span(people.start, found.end()),
            tuple([word.start for word in words]),
            opens,
        )


def _from_given_name(piece: list[_Word]) -> list[_Word]:
    """A person's name without what a list or a headline has in front of it: "Norwegian Ada Quill", "NATO Ada Quill"."""
    if len(piece) > 2 and piece[-2].text in GIVEN_NAMES and piece[-3].text not in GIVEN_NAMES:
        before, last = piece[-3].text, piece[-1].text
        if last not in _HEADS and (
            before in DEMONYMS or before in ORGANISATIONS or (before.isupper() and before.isalpha())
        ):
            return piece[-2:]
    return piece


def _body_and_person(piece: list[_Word]) -> tuple[list[_Word], ...]:
    """What stands in front of a person's name apart from it: "Northmoor Harbour Authority Ada Quill"."""
    if (
        len(piece) > 3
        and piece[-3].text in _BEFORE_PERSON
        and piece[-2].text in GIVEN_NAMES
        and piece[-2].text not in PLACES
        and piece[-1].text not in _NOT_SURNAMES
        and _TITLES.isdisjoint([word.text for word in piece])
    ):
        return piece[:-2], piece[-2:]
    return (piece,)


def _is_shouted(word: str) -> bool:
    """Whether capitals make a common word look like initials: "FILE", "NOTHING"."""
    return word.lower() in SMALL_WORDS or word.title() in _LISTS["not_alone"]


def _pieces(words: list[_Word]) -> Iterator[list[_Word]]:
    """The names that a run holds: `Syria and Iraq` two, `Trinidad and Tobago` one."""
    piece: list[_Word] = []
    joined: list[_Word] = []
    of = False
    for number, word in enumerate(words):
        text = word.text
        if (text in _JOINING or text in _PARTICLES) and piece:
            joined.append(word)
            continue
        if "-" in text and _is_adjective(text):
            if piece:
                yield piece
            piece, joined, of = [], [], False
            continue
        if joined:
            if _holds_together(piece, [one.text for one in joined], words[number:], of=of):
                piece += joined
                of = of or joined[0].text in ("of", "for", "on")
            else:
                yield piece
                piece, of = [], False
            joined = []
        piece.append(word)
        if text.endswith(("’s", "'s")) and number + 1 < len(words) and not _is_owner_in_name(piece):
            yield piece
            piece, of = [], False
    if piece:
        yield piece


def _is_adjective(word: str) -> bool:
    """`London-based` and `Saudi-led`, but not `Ban Ki-moon`."""
    last = word.rsplit("-", 1)[-1]
    return last in _MODIFIERS or (last[0].islower() and len(last) > 4 and last.endswith(("ed", "ing")))


def _holds_together(piece: list[_Word], small: list[str], rest: list[_Word], *, of: bool) -> bool:
    """Whether small words stand inside one name."""
    first, last, following = piece[0].text, piece[-1].text, rest[0].text
    if last.endswith(("’s", "'s")):
        return False
    if small[0] in _PARTICLES or small[0] == "&":
        return True
    if small[0] in ("of", "the"):
        return small[0] == "of" and (
            last in _BEFORE_OF or (of and small[1:] == ["the"] and last in _FIELDS and following not in PLACES)
        )
    if small[0] in ("for", "on"):
        return (last in _BEFORE_FOR or (first in _BEFORE_FOR and first not in _TITLES)) and following not in PLACES
    name = f"{last} and {following}"
    if name in _KNOWN_JOINED or f"{name} {rest[1].text if len(rest) > 1 else ''}" in _KNOWN_JOINED:
        return True
    if len(small) > 1:
        return of and following == "Levant"
    if of and last in _FIELDS and following.endswith("ed"):
        return True  # "Centre for Missing and Rescued Crews"
    if last not in _FIELDS:
        return False
    end = next((at for at, word in enumerate(rest) if word.text in _JOINING), len(rest))
    return (of and following in _FIELDS) or rest[end - 1].text in _HEADS


def _is_owner_in_name(piece: list[_Word]) -> bool:
    """`People’s Bank` and `St. Mary’s Hospital` are one name; `Norway’s Parliament` names two."""
    word = piece[-1].text[:-2]
    return word in _OWNERS or (len(piece) > 1 and piece[-2].text in ("St.", "St", "Saint"))


def _trimmed(piece: list[_Word], *, opens: bool) -> Candidate | None:
    """A piece without what stands in front of and behind the name in it; None where nothing is left."""
    while len(piece) > 1:
        first = piece[0].text
        if len(piece) > 2 and piece[2].text not in _HEADS and f"{first} {piece[1].text}" in _CREDITS:
            piece, opens = piece[2:], False
            continue
        if (first in _EDGES and first not in DEMONYMS) or (
            first in _JOINING
            or (first in _AGENCIES and piece[1].text not in _HEADS)
            or (first in _OPENERS and first not in _TITLES and not (first in GIVEN_NAMES and not opens))
            or (
                opens
                and first not in _OPENING_NAMES
                and first.lower() in SMALL_WORDS
                and f"{first} {piece[1].text}" not in PLACES  # "New Oslo Mayor Ada Quill"
            )
        ):
            piece = piece[1:]
        elif (
            piece[-1].text in _JOINING
            or (len(piece) > 2 and piece[-1].text.isupper() and piece[-2].text in _COMPANY_ENDINGS)
            or (
                piece[-1].text in _EDGES
                and piece[-1].text not in DEMONYMS
                and not (piece[-1].text in _MONTHS_AND_SURNAMES and piece[-2].text in GIVEN_NAMES)
            )
        ):
            piece = piece[:-1]
        else:
            break
        opens = False
    piece = _from_given_name(piece)
    words = [word.text for word in piece]
    if not words[0][0].isalnum():
        return None
    end = piece[-1].end
    if words[-1].endswith(("’s", "'s")) and words[-1][:-2] and " ".join(words) not in ORGANISATIONS:
        words[-1], end = words[-1][:-2], end - 2
    if words[-1][-1] == "." and words[-1][:-1] in ("St", "Mt", "Ft", "Ste"):
        return None
    if len(words) == 1:
        word = words[0]
        if word in _NO_CANDIDATES or word.lower() in _PARTICLES or word.startswith(("I’", "I'")):
            return None
        if opens and word not in PLACES and word.lower() in SMALL_WORDS:
            return None
    elif (
        " ".join(words) in PEOPLES
        or all(word.isupper() and word.lower() in SMALL_WORDS for word in words)
        or (len(words) == 2 and words[0].isupper() and words[1].isupper() and len(words[0]) > 3)
    ):
        return None
    return Candidate(
        " ".join(words), tuple(words), Span(piece[0].start, end), tuple([word.start for word in piece]), opens
    )
