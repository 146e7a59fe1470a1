"""Cutting, the names that a printed run of capitalised words holds: "Syria and Iraq" two, "Trinidad and Tobago" one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from digest.analysis.names.gazetteer import (
    DEMONYMS,
    GIVEN_NAMES,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    SMALL_WORDS,
    STATE_LETTERS,
)
from digest.analysis.names.trimming import (
    AGENCIES,
    BEFORE_OF,
    CREDITS,
    EDGES,
    INHABITANTS,
    JOINING,
    LETTERS_BEHIND,
    NETWORKS,
    NO_CANDIDATES,
    NOT_SURNAMES,
    OF_BODIES,
    OPENERS,
    OPENING_NAMES,
    Piece,
    Word,
    somebody_in_capitals,
    trimmed,
)
from digest.text.lexicons import lexicon
from digest.text.particles import ALL_PARTICLES
from digest.text.tokens import GENITIVE_S

_LISTS, _PARTS = lexicon("names"), lexicon("name_parts")
_HEADS, _TITLES = _LISTS["organisation_heads"], _LISTS["person_titles"]
_FIELDS = _LISTS["fields"]
_SURNAMES_TOO = _TITLES & (_PARTS["surnames_too"] | {"Imam", "Pandit", "Sheikh"})
_NO_GIVEN_NAMES = _TITLES | _LISTS["title_words"] | _HEADS | PLACES | DEMONYMS
_NO_FIELD = GIVEN_NAMES | PLACES | DEMONYMS | _TITLES
_BEFORE_FOR = _HEADS | _TITLES | _PARTS["before_for"]
_BEFORE_ON = _PARTS["before_on"] | _TITLES
_KNOWN_JOINED = frozenset(name for name in PLACES | ORGANISATIONS if " and " in name)
_OWNERS, _MODIFIERS = _PARTS["owners"], _PARTS["hyphenated"]
_THE_ONE = _PARTS["the_one"]
_COMPANY_ENDINGS = _PARTS["company_endings"]
_LEFT_OUT = _PARTS["left_out"] | _COMPANY_ENDINGS
_BEFORE_PERSON = _HEADS - _LISTS["title_words"]
_NEEDS_CARE = (
    JOINING
    | ALL_PARTICLES
    | {"Flight", "an"}
    | NETWORKS
    | {people.split(" ")[1] for people in INHABITANTS}
    | ((EDGES | OPENERS | AGENCIES | LETTERS_BEHIND) - DEMONYMS)
    | {credit.split(" ")[0] for credit in CREDITS}
)
"""Words that cut a run, or stand in front of a name."""
WORD = re.compile(r"[“\"'‘][^ \n\u00a0“”\"'‘’]+(?: [^ \n\u00a0“”\"'‘’]+){1,2}[”\"'’]|[^ \n\u00a0]+")
"""A word, and a nickname as one: `"Big Boom"`."""


def is_no_name(word: str, *, opens: bool) -> bool:
    """Whether a run of one word, as most are, is no name."""
    return (
        word in NO_CANDIDATES
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
            plain = somebody_in_capitals(plain)
            if not plain:
                return ()
        starts = [0]
        for word in plain[:-1]:
            starts.append(starts[-1] + len(word) + 1)
        return (Piece(" ".join(plain), tuple(plain), tuple(starts), len(run), opens),)
    words = [Word(found.group(), *found.span()) for found in WORD.finditer(run)]
    if len(words) > 4 and sum(word.text.isupper() for word in words) > 3:
        return ()  # a shouted line of the page that runs into the story
    names = [
        trimmed(piece, opens=opens and piece[0].start == 0)
        for whole in _pieces(words, opens=opens)
        for piece in _body_and_person(whole)
    ]
    return tuple([piece for piece in names if piece])


def _is_plain(run: str, words: list[str], *, opens: bool) -> bool:
    """Whether nothing stands in a run that asks for care."""
    return (
        _NEEDS_CARE.isdisjoint(words)
        and run.replace(" ", "").isalpha()
        and "  " not in run
        and (not opens or words[0] in OPENING_NAMES)
        and (
            len(words) < 3 or (not run.isupper() and words[-2] not in GIVEN_NAMES and words[-2] not in _COMPANY_ENDINGS)
        )
    )


def _body_and_person(piece: list[Word]) -> tuple[list[Word], ...]:
    """What stands in front of a person's name apart from it: "Northmoor Harbour Authority", "ambassador to the U.S."."""
    if (
        len(piece) > 2
        and (piece[-3].text in _BEFORE_PERSON or _is_place(piece[:-2]))
        and piece[-2].text in GIVEN_NAMES
        and piece[-2].text not in PLACES
        and piece[-1].text not in NOT_SURNAMES
        and _TITLES.isdisjoint([word.text for word in piece])
    ):
        return piece[:-2], piece[-2:]
    return (piece,)


def _is_place(piece: list[Word]) -> bool:
    """Whether words are a place's name, and no person's given name."""
    name = " ".join(word.text for word in piece)
    return name in PLACES and name not in GIVEN_NAMES


def _is_shouted(word: str) -> bool:
    """Whether capitals make a common word look like initials: "FILE", "NOTHING"."""
    return word.lower() in SMALL_WORDS or word.title() in _LISTS["not_alone"]


def _pieces(words: list[Word], *, opens: bool) -> Iterator[list[Word]]:
    """The names that a run holds: `Syria and Iraq` two, `Trinidad and Tobago` one."""
    piece: list[Word] = []
    joined: list[Word] = []
    of = False
    for number, word in enumerate(words):
        text = word.text
        if (text in JOINING or text in ALL_PARTICLES or text == "an") and piece:
            joined.append(word)
            continue
        if "-" in text and _is_adjective(text):
            if piece:
                yield piece
            piece, joined, of = [], [], False
            continue
        if joined:
            first = opens and piece[0].start == 0
            if _holds_together(piece, [one.text for one in joined], words[number:], of=of, first=first):
                piece += joined
                of = of or joined[0].text in OF_BODIES
            else:
                yield piece
                piece, of = [], False
            joined = []
        piece.append(word)
        if text.endswith(GENITIVE_S) and number + 1 < len(words) and not _is_owner_in_name(piece, words[number + 1 :]):
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


def _holds_together(piece: list[Word], small: list[str], rest: list[Word], *, of: bool, first: bool) -> bool:
    """Whether small words stand inside one name.

    Args:
        piece: the words in front of them.
        small: these words.
        rest: the words behind them.
        of: whether the words in front hold an "of" already.
        first: whether they open a sentence, where any word has a capital.
    """
    head, last, following = piece[0].text, piece[-1].text, rest[0].text
    if last.endswith(GENITIVE_S):
        return False
    if small[0] in ALL_PARTICLES or small[0] in ("&", "an"):
        return True  # "Catriona Mac an Bhaird"
    if small[0] in ("of", "the"):
        return (
            small[0] == "of"
            and (
                (last in BEFORE_OF and not _is_surname(piece))
                or (of and last in _FIELDS and following not in PLACES and rest[-1].text not in _HEADS)
            )
            and not (small[1:] and following in STATE_LETTERS and (len(rest) == 1 or rest[1].text in JOINING))
        )
    if small[0] == "on" and (following[-1].isdigit() or (last not in _BEFORE_ON and head not in _BEFORE_ON)):
        return False
    if small[0] in ("for", "on"):
        return (last in _BEFORE_FOR or (head in _BEFORE_FOR and head not in _TITLES)) and following not in PLACES
    name = f"{last} and {following}"
    if name in _KNOWN_JOINED or f"{name} {rest[1].text if len(rest) > 1 else ''}" in _KNOWN_JOINED:
        return True
    if len(small) > 1:
        return of and following == "Levant"
    if of and last in _FIELDS and following.endswith("ed"):
        return True  # "Centre for Missing and Rescued Crews"
    if any(word.text == "on" for word in piece) and _NO_FIELD.isdisjoint((last, following)):
        return True  # "Conference on Weights and Measures"
    if of and small == ["and"] and piece[-2].text == "of" and _is_field(last) and _is_field(following):
        return True  # "Union of Coast and Country"
    alone = len(piece) == 1 or (len(piece) == 2 and head == "The")
    if alone and last in _THE_ONE and following not in _THE_ONE:
        return False  # "the Treasury and Home Office"
    whole = (of and _TITLES.isdisjoint([word.text for word in piece])) or (alone and (head == "The" or not first))
    if last not in _FIELDS and not (whole and _is_field(last) and following in _FIELDS):
        return False
    end = next((at for at, word in enumerate(rest) if word.text in JOINING), len(rest))
    if of and following in _FIELDS:
        return True
    return rest[end - 1].text in _HEADS and following not in PLACES


def _is_field(word: str) -> bool:
    """Whether a word with a capital may be what a body is for, as most that news prints small: "Competition"."""
    return word.lower() in SMALL_WORDS and not (word in _NO_FIELD or word in _HEADS or word in ORGANISATIONS)


def _is_surname(piece: list[Word]) -> bool:
    """Whether a name ends in a title that is a surname too: "Prof. Irfan Sheikh", but not "Grand Sheikh"."""
    last = piece[-1].text
    return last in _SURNAMES_TOO and len(piece) > 1 and piece[-2].text.rstrip(".") not in _NO_GIVEN_NAMES


def _is_owner_in_name(piece: list[Word], rest: list[Word]) -> bool:
    """`People’s Bank`, `St. Mary’s Hospital` and `Quill’s Foods Inc` are one name; `Norway’s Parliament` names two."""
    word = piece[-1].text[:-2]
    if rest[-1].text.rstrip(".") in _COMPANY_ENDINGS and all(word.text.rstrip(".") in _LEFT_OUT for word in rest):
        return True
    return word in _OWNERS or (len(piece) > 1 and piece[-2].text in ("St.", "St", "Saint"))
