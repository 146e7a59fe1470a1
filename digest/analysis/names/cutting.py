"""Cutting, the names that a printed run of capitalised words holds: "Syria and Iraq" two, "Trinidad and Tobago" one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from digest.analysis.names.gazetteer import (
    DEMONYMS,
    GIVEN_NAMES,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    SMALL_WORDS,
    STATE_LETTERS,
    SURNAMES,
)
from digest.text.lexicons import lexicon

_LISTS, _PARTS = lexicon("names"), lexicon("name_parts")
_OPENERS = lexicon("openers")["openers"]
_HEADS, _TITLES = _LISTS["organisation_heads"], _LISTS["person_titles"]
_FIELDS, _NOT_NAMES = _LISTS["fields"], _LISTS["not_names"]
_BEFORE_OF = (
    _HEADS | _LISTS["place_heads"] | _LISTS["place_fronts"] | _TITLES | _LISTS["other_heads"] | _PARTS["before_of"]
)
_NO_FIELD = GIVEN_NAMES | PLACES | DEMONYMS | _TITLES
_BEFORE_FOR = _HEADS | _TITLES | _PARTS["before_for"]
_BEFORE_ON = _PARTS["before_on"] | _TITLES
_KNOWN_WHOLE = ORGANISATIONS | PLACES
_KNOWN_JOINED = frozenset(name for name in PLACES | ORGANISATIONS if " and " in name)
PARTICLES, _OWNERS, _MODIFIERS = _PARTS["particles"], _PARTS["owners"], _PARTS["hyphenated"]
_OPENING_NAMES = GIVEN_NAMES | _TITLES | _LISTS["title_words"] | _BEFORE_OF | _FIELDS | DEMONYMS | PLACES
_PARTISANS = frozenset(["Republican", "Democrat"])
_PARTIES = frozenset(["D-", "R-", "I-"])
"""What stands in brackets in front of the state or town of an American lawmaker."""
_COMPANY_ENDINGS = _PARTS["company_endings"]
_BEFORE_PERSON = _HEADS - _LISTS["title_words"]
_NOT_SURNAMES = _HEADS | _LISTS["firm_words"] | _LISTS["place_heads"] | _LISTS["other_heads"] | _COMPANY_ENDINGS
_EDGES = _NOT_NAMES | _LISTS["edges"]
_NO_CANDIDATES = _OPENERS | _EDGES | DEMONYMS
_TRADES = lexicon("persons")["anybody"] | lexicon("roles")["nouns"]
SHIPS = _PARTS["ships"]
_MONTHS_AND_SURNAMES = frozenset(["May", "March", "August"])
_AGENCIES, _LETTERS_BEHIND = _PARTS["agencies"], _PARTS["letters_behind"]
JOINING = frozenset(["of", "for", "and", "the", "on", "&"])
_SHORTEST_TRADE = 4
"""Letters behind a hyphen that a trade has more of: "Oscar-winner", but not "Geun-hye"."""
_CREDITS = frozenset([credit.replace("-", " ", 1) for credit in _PARTS["credits"]])
_NEEDS_CARE = (
    JOINING
    | PARTICLES
    | {"Flight"}
    | ((_EDGES | _OPENERS | _AGENCIES | _LETTERS_BEHIND) - DEMONYMS)
    | {credit.split(" ")[0] for credit in _CREDITS}
)
"""Words that cut a run, or stand in front of a name."""
WORD = re.compile(r"[^ \n\u00a0]+")


class Piece(NamedTuple):
    """A name in a run, with offsets from the run's begin."""

    name: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int
    opens: bool
    """Whether it opens the run, and that a sentence, where any word has a capital."""


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def is_no_name(word: str, *, opens: bool) -> bool:
    """Whether a run of one word, as most are, is no name."""
    return (
        word in _NO_CANDIDATES
        or (word.isupper() and len(word) > 2 and _is_shouted(word))
        or (opens and word not in PLACES and word.lower() in SMALL_WORDS)
    )


@lru_cache(maxsize=8192)  # a story says the names of its people and places again and again
def cut(run: str, *, opens: bool) -> tuple[Piece, ...]:
    """The names of a run of several words, or of one with marks in it; none where it is no name."""
    plain = run.split(" ")
    if _is_plain(run, plain, opens=opens):
        if run in PEOPLES:
            return ()
        if len(plain) == 2 and run.isupper():
            plain = _somebody_in_capitals(plain)
            if not plain:
                return ()
        starts = [0]
        for word in plain[:-1]:
            starts.append(starts[-1] + len(word) + 1)
        return (Piece(" ".join(plain), tuple(plain), tuple(starts), len(run), opens),)
    words = [_Word(found.group(), *found.span()) for found in WORD.finditer(run)]
    if len(words) > 4 and sum(word.text.isupper() for word in words) > 3:
        return ()  # a shouted line of the page that runs into the story
    trimmed = [
        _trimmed(piece, opens=opens and piece[0].start == 0)
        for whole in _pieces(words)
        for piece in _body_and_person(whole)
    ]
    return tuple([piece for piece in trimmed if piece])


def _is_plain(run: str, words: list[str], *, opens: bool) -> bool:
    """Whether nothing stands in a run that asks for care."""
    return (
        _NEEDS_CARE.isdisjoint(words)
        and run.replace(" ", "").isalpha()
        and "  " not in run
        and (not opens or words[0] in _OPENING_NAMES)
        and (len(words) < 3 or (not run.isupper() and words[-2] not in GIVEN_NAMES))
    )


def _from_given_name(piece: list[_Word]) -> list[_Word]:
    """A person's name without what a list or a headline has in front of it: "Norwegian Ada Quill", "NATO Ada Quill"."""
    if len(piece) > 3 and piece[0].text in _PARTISANS and piece[1].text in GIVEN_NAMES:
        return piece[1:]  # "Democrat Ada R. Quill"
    if len(piece) > 2 and piece[-2].text in GIVEN_NAMES and piece[-3].text not in GIVEN_NAMES:
        before, last = piece[-3].text, piece[-1].text
        if (
            last not in _HEADS
            and before not in SHIPS
            and (
                before in DEMONYMS
                or before in ORGANISATIONS
                or (before.isupper() and before.isalpha() and before not in _TITLES)
            )
        ):
            return piece[-2:]
    return piece


def _body_and_person(piece: list[_Word]) -> tuple[list[_Word], ...]:
    """What stands in front of a person's name apart from it: "Northmoor Harbour Authority", "ambassador to the U.S."."""
    if (
        len(piece) > 2
        and (piece[-3].text in _BEFORE_PERSON or _is_place(piece[:-2]))
        and piece[-2].text in GIVEN_NAMES
        and piece[-2].text not in PLACES
        and piece[-1].text not in _NOT_SURNAMES
        and _TITLES.isdisjoint([word.text for word in piece])
    ):
        return piece[:-2], piece[-2:]
    return (piece,)


def _is_place(piece: list[_Word]) -> bool:
    """Whether words are a place's name, and no person's given name."""
    name = " ".join(word.text for word in piece)
    return name in PLACES and name not in GIVEN_NAMES


def _somebody_in_capitals(words: list[str]) -> list[str]:
    """A name as it is printed elsewhere, where capitals open a story with it: "ADA WALKER"; nothing of other words."""
    given, surname = (word.title() for word in words)
    return [given, surname] if words[1].isupper() and given in GIVEN_NAMES and surname in SURNAMES else []


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
        if (text in JOINING or text in PARTICLES) and piece:
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
    """`London-based`, `Saudi-led` and `Ex-mayor`, but not `Ban Ki-moon`."""
    if word.startswith("Ex-"):
        return word[3:4].islower()
    last = word.rsplit("-", 1)[-1]
    return last in _MODIFIERS or (last[0].islower() and len(last) > 4 and last.endswith(("ed", "ing")))


def _holds_together(piece: list[_Word], small: list[str], rest: list[_Word], *, of: bool) -> bool:
    """Whether small words stand inside one name."""
    first, last, following = piece[0].text, piece[-1].text, rest[0].text
    if last.endswith(("’s", "'s")):
        return False
    if small[0] in PARTICLES or small[0] == "&":
        return True
    if small[0] in ("of", "the"):
        return (
            small[0] == "of"
            and (
                last in _BEFORE_OF
                or (of and last in _FIELDS and following not in PLACES and rest[-1].text not in _HEADS)
            )
            and not (small[1:] and following in STATE_LETTERS and (len(rest) == 1 or rest[1].text in JOINING))
        )
    if small[0] == "on" and (following[-1].isdigit() or (last not in _BEFORE_ON and first not in _BEFORE_ON)):
        return False
    if small[0] in ("for", "on"):
        return (last in _BEFORE_FOR or (first in _BEFORE_FOR and first not in _TITLES)) and following not in PLACES
    name = f"{last} and {following}"
    if name in _KNOWN_JOINED or f"{name} {rest[1].text if len(rest) > 1 else ''}" in _KNOWN_JOINED:
        return True
    if len(small) > 1:
        return of and following == "Levant"
    if of and last in _FIELDS and following.endswith("ed"):
        return True  # "Centre for Missing and Rescued Crews"
    if any(word.text == "on" for word in piece) and _NO_FIELD.isdisjoint((last, following)):
        return True  # "Conference on Weights and Measures"
    if last not in _FIELDS:
        return False
    end = next((at for at, word in enumerate(rest) if word.text in JOINING), len(rest))
    if of and following in _FIELDS:
        return True
    return rest[end - 1].text in _HEADS and following not in PLACES


def _is_owner_in_name(piece: list[_Word]) -> bool:
    """`People’s Bank` and `St. Mary’s Hospital` are one name; `Norway’s Parliament` names two."""
    word = piece[-1].text[:-2]
    return word in _OWNERS or (len(piece) > 1 and piece[-2].text in ("St.", "St", "Saint"))


def _without_owner(name: str) -> str:
    return name[:-2] if name.endswith(("’s", "'s")) else name


def _trimmed(piece: list[_Word], *, opens: bool) -> Piece | None:
    """A piece without what stands in front of and behind the name in it; None where nothing is left."""
    if len(piece) > 2 and piece[-1].text == "Flight" and piece[-2].text in _HEADS:
        piece = piece[:-1]  # "Senn Airways Flight 175"
    if piece[0].text[:2] in _PARTIES:
        return None  # "(D-Northmoor)" tells whose lawmaker somebody is
    while len(piece) > 1:
        first = piece[0].text
        if (first != "The" or not opens) and _without_owner(" ".join([word.text for word in piece])) in _KNOWN_WHOLE:
            break  # "All Senn Airways", "told The Senn"
        if len(piece) > 2 and piece[2].text not in _HEADS and f"{first} {piece[1].text}" in _CREDITS:
            piece, opens = piece[2:], False
            continue
        if (first in _EDGES and first not in DEMONYMS and first != "Jan") or (
            first in JOINING
            or first.startswith(("I’", "I'"))
            or (first.lower() in _TRADES and len(piece) > 2 and piece[1].text in GIVEN_NAMES and first not in _TITLES)
            or (
                "-" in first
                and first not in _TITLES
                and len(piece) > 2
                and len(ending := first.rsplit("-", 1)[1]) > _SHORTEST_TRADE
                and ending.islower()
            )
            or (
                first in _AGENCIES
                and piece[1].text not in _HEADS
                and (first not in GIVEN_NAMES or len(piece) > 2 or f"{first} {piece[1].text}" in _CREDITS)
            )
            or (first in _OPENERS and first not in _TITLES and not (first in GIVEN_NAMES and not opens))
            or (
                opens
                and first not in _OPENING_NAMES
                and (
                    first.lower() in SMALL_WORDS
                    or first.lower() in _TRADES
                    or (first.endswith(("ing", "ly")) and first not in SURNAMES)
                )
                and f"{first} {piece[1].text}" not in _KNOWN_WHOLE  # "New Oslo Mayor Ada Quill"
            )
        ):
            piece = piece[1:]
        elif (
            piece[-1].text in JOINING
            or piece[-1].text in PARTICLES
            or (len(piece) > 2 and piece[-1].text in _LETTERS_BEHIND and _NOT_SURNAMES.isdisjoint([piece[-2].text]))
            or (len(piece) > 2 and piece[-1].text.isupper() and piece[-2].text in _COMPANY_ENDINGS)
            or (
                piece[-1].text in _EDGES
                and piece[-1].text not in DEMONYMS
                and piece[-2].text not in PARTICLES  # "Museu do Mar"
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
    if words[-1].endswith(("’s", "'s", "’S", "'S")) and words[-1][:-2] and " ".join(words) not in ORGANISATIONS:
        words[-1], end = words[-1][:-2], end - 2
    if words[-1][-1] == "." and words[-1][:-1] in ("St", "Mt", "Ft", "Ste"):
        return None
    if len(words) == 1:
        word = words[0]
        if word in _NO_CANDIDATES or word.lower() in PARTICLES or word.startswith(("I’", "I'")):
            return None
        if opens and word not in PLACES and word.lower() in SMALL_WORDS:
            return None
    elif len(words) == 2 and (somebody := _somebody_in_capitals(words)):
        words = somebody
    elif (
        " ".join(words) in PEOPLES
        or all(word.isupper() and word.lower() in SMALL_WORDS for word in words)
        or (len(words) == 2 and words[0].isupper() and words[1].isupper() and len(words[0]) > 3)
    ):
        return None
    return Piece(" ".join(words), tuple(words), tuple([word.start for word in piece]), end, opens)
