"""Trimming, what stands in front of a name and behind it, and is no part of it: "Poet Ada Quill", "Ada Quill KC"."""

from __future__ import annotations

from typing import NamedTuple

from digest.analysis.names.gazetteer import (
    DEMONYMS,
    GIVEN_NAMES,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    SMALL_WORDS,
    SURNAMES,
)
from digest.analysis.names.trades import is_trade
from digest.text.lexicons import lexicon
from digest.text.particles import ALL_PARTICLES
from digest.text.tokens import GENITIVE_S

_LISTS, _PARTS = lexicon("names"), lexicon("name_parts")
OPENERS = lexicon("openers")["openers"]
_HEADS, _TITLES = _LISTS["organisation_heads"], _LISTS["person_titles"]
BEFORE_OF = (
    _HEADS | _LISTS["place_heads"] | _LISTS["place_fronts"] | _TITLES | _LISTS["other_heads"] | _PARTS["before_of"]
)
_KNOWN_WHOLE = ORGANISATIONS | PLACES
OPENING_NAMES = (
    GIVEN_NAMES
    | _TITLES
    | _LISTS["title_words"]
    | BEFORE_OF
    | _LISTS["fields"]
    | DEMONYMS
    | PLACES
    | _PARTS["first_of_clubs"]
)
_PARTISANS = frozenset(
    ["Communist", "Conservative", "Democrat", "Labour", "Liberal", "Libertarian", "Republican", "Socialist", "Tory"]
)
_PARTIES = frozenset(["D-", "R-", "I-"])
"""What stands in brackets in front of the state or town of an American lawmaker."""
NETWORKS = frozenset(["Facebook", "Instagram", "Snapchat", "TikTok", "Twitter", "YouTube"])
"""What has accounts of people and bodies."""
INHABITANTS = frozenset([people for people in PEOPLES if people.endswith("er")])
"""Words for those who live somewhere that do not stand before a body's or a state's: "New Yorker", unlike "South Korean"."""
_COMPANY_ENDINGS = _PARTS["company_endings"]
NOT_SURNAMES = _HEADS | _LISTS["firm_words"] | _LISTS["place_heads"] | _LISTS["other_heads"] | _COMPANY_ENDINGS
EDGES = _LISTS["not_names"] | _LISTS["edges"]
NO_CANDIDATES = OPENERS | EDGES | DEMONYMS
_TRADES = lexicon("persons")["anybody"] | lexicon("roles")["nouns"]
_NO_TRADES = GIVEN_NAMES | SURNAMES | OPENING_NAMES | _KNOWN_WHOLE
"""What may be a name or a body's too: "Guardian", "Chairman"."""
SHIPS = _PARTS["ships"]
_MONTHS_AND_SURNAMES = frozenset(["May", "March", "August"])
AGENCIES, LETTERS_BEHIND = _PARTS["agencies"], _PARTS["letters_behind"]
OF_BODIES = frozenset(["of", "for", "on"])
"""What leads from a body to what it is for."""
JOINING = OF_BODIES | {"and", "the", "&"}
_SHORTEST_TRADE = 4
"""Letters behind a hyphen that a trade has more of: "Oscar-winner", but not "Geun-hye"."""
CREDITS = frozenset([credit.replace("-", " ", 1) for credit in _PARTS["credits"]])


class Piece(NamedTuple):
    """A name in a run, with offsets from the run's begin."""

    name: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int
    opens: bool
    """Whether it opens the run, and that a sentence, where any word has a capital."""


class Word(NamedTuple):
    """A word of a run, with offsets from the run's begin."""

    text: str
    start: int
    end: int


def trimmed(piece: list[Word], *, opens: bool) -> Piece | None:
    """A piece without what stands in front of and behind the name in it; None where nothing is left."""
    if len(piece) > 2 and piece[-1].text == "Flight" and piece[-2].text in _HEADS:
        piece = piece[:-1]  # "Senn Airways Flight 175"
    if (
        len(piece) > 3
        and f"{piece[0].text} {piece[1].text}" in INHABITANTS
        and NOT_SURNAMES.isdisjoint([word.text for word in piece[2:]])
    ):
        piece, opens = piece[2:], False  # "New Yorker Ada Quill"
    if piece[0].text[:2] in _PARTIES:
        return None  # "(D-Northmoor)" tells whose lawmaker somebody is
    while len(piece) > 1:
        first = piece[0].text
        if (first != "The" or not opens) and _without_owner(" ".join([word.text for word in piece])) in _KNOWN_WHOLE:
            break  # "All Senn Airways", "told The Senn"
        if len(piece) > 2 and piece[2].text not in _HEADS and f"{first} {piece[1].text}" in CREDITS:
            piece, opens = piece[2:], False
            continue
        if (
            (first in EDGES and first not in DEMONYMS and first != "Jan")
            or (
                first in JOINING
                or first.startswith(("I’", "I'"))
                or (
                    len(piece) > 2
                    and piece[1].text in GIVEN_NAMES
                    and first not in _TITLES
                    and (first.lower() in _TRADES or _is_trade_before(piece))
                )
                or (
                    "-" in first
                    and first not in _TITLES
                    and len(piece) > 2
                    and (ending := first.rsplit("-", 1)[1]).islower()
                    and (len(ending) > _SHORTEST_TRADE or "-of-" in first)  # "Mother-of-two"
                )
                or (
                    first in AGENCIES
                    and piece[1].text not in _HEADS
                    and (first not in GIVEN_NAMES or len(piece) > 2 or f"{first} {piece[1].text}" in CREDITS)
                )
                or (first in OPENERS and first not in _TITLES and not (first in GIVEN_NAMES and not opens))
                or (
                    opens
                    and first not in OPENING_NAMES
                    and (
                        first.lower() in SMALL_WORDS
                        or first.lower() in _TRADES
                        or (first.endswith(("ing", "ly")) and first not in SURNAMES)
                        or (first.endswith(("ist", "ician")) and len(piece) == 3 and piece[2].text not in NOT_SURNAMES)
                        or (first.startswith(("Re", "Un")) and first.endswith("ed") and first[2:] in SMALL_WORDS)
                    )
                    and f"{first} {piece[1].text}" not in _KNOWN_WHOLE  # "New Oslo Mayor Ada Quill"
                )
            )
        ):
            piece = piece[1:]
        elif (
            piece[-1].text in JOINING
            or (piece[-1].text in NETWORKS and piece[-2].text not in JOINING)  # "the Senn Twitter account"
            or piece[-1].text in ALL_PARTICLES
            or (len(piece) > 2 and piece[-1].text in LETTERS_BEHIND and NOT_SURNAMES.isdisjoint([piece[-2].text]))
            or (len(piece) > 2 and piece[-1].text.isupper() and piece[-2].text in _COMPANY_ENDINGS)
            or (
                piece[-1].text in EDGES
                and piece[-1].text not in DEMONYMS
                and piece[-2].text not in ALL_PARTICLES  # "Museu do Mar"
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
        if word in NO_CANDIDATES or word.lower() in ALL_PARTICLES or word.startswith(("I’", "I'")):
            return None
        if opens and word not in PLACES and word.lower() in SMALL_WORDS:
            return None
    elif len(words) == 2 and (somebody := somebody_in_capitals(words)):
        words = somebody
    elif (
        " ".join(words) in PEOPLES
        or all(word.isupper() and word.lower() in SMALL_WORDS for word in words)
        or (len(words) == 2 and words[0].isupper() and words[1].isupper() and len(words[0]) > 3)
    ):
        return None
    return Piece(" ".join(words), tuple(words), tuple([word.start for word in piece]), end, opens)


def _is_trade_before(piece: list[Word]) -> bool:
    """Whether a run opens with what somebody does whose name follows: "Chemist Ada Quill", but not "Mother Ada Church"."""
    first = piece[0].text
    return first not in _NO_TRADES and piece[-1].text not in NOT_SURNAMES and is_trade(first.lower())


def _without_owner(name: str) -> str:
    return name[:-2] if name.endswith(GENITIVE_S) else name


def _from_given_name(piece: list[Word]) -> list[Word]:
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
                or before in _PARTISANS
                or (before.isupper() and before.isalpha() and before not in _TITLES)
            )
        ):
            return piece[-2:]
    return piece


def somebody_in_capitals(words: list[str]) -> list[str]:
    """A name as it is printed elsewhere, where capitals open a story with it: "ADA WALKER"; nothing of other words."""
    given, surname = (word.title() for word in words)
    return [given, surname] if words[1].isupper() and given in GIVEN_NAMES and surname in SURNAMES else []
