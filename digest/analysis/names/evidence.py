"""Evidence, what the words of a name say of its kind, each piece by a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from digest.analysis.names.certainty import settled_by_words
from digest.analysis.names.gazetteer import (
    CITIES,
    DEMONYMS,
    GIVEN_NAMES,
    GIVEN_TOO,
    ORGANISATIONS,
    PLACES,
    SMALL_WORDS,
    SURNAMES,
    is_given_joined,
    towns,
)
from digest.analysis.names.trimming import OF_BODIES
from digest.text.lexicons import lexicon
from digest.text.particles import OF_PERSONS

_LISTS = lexicon("names")
_ORGANISATION_HEADS, _PLACE_HEADS = _LISTS["organisation_heads"], _LISTS["place_heads"]
_FIRM_WORDS = _LISTS["firm_words"]
_PLACE_FRONTS, _OTHER_HEADS, _FIELDS = _LISTS["place_fronts"], _LISTS["other_heads"], _LISTS["fields"]
_HEADS = _ORGANISATION_HEADS | _PLACE_HEADS | _OTHER_HEADS
_KNOWN = _HEADS | _PLACE_FRONTS | _FIELDS | PLACES | DEMONYMS | ORGANISATIONS
_NOT_ALONE = _LISTS["not_alone"]
_FAMILY_FIRST = lexicon("name_parts")["family_first"]
_SURNAMES_TOO, _WELL_KNOWN = lexicon("name_parts")["surnames_too"], lexicon("name_parts")["well_known"]
_IN_GIVEN_NAMES = frozenset(["da", "das", "de", "del", "dos"])
_GAELIC = frozenset(["Mac", "Nic", "Mhic", "Ní", "Ó", "Uí"])
"""Words in front of a surname: "Oonagh Ní Chuill"."""
_OF_FATHERS = re.compile(r"(?:O[’']|Mc|Fitz)[A-Z]")
"""What a surname opens with: "O’Quill"."""
_PAPERS = lexicon("name_parts")["papers"]
_OTHER_FRONTS = frozenset(["Operation", "Hurricane", "Typhoon", "Cyclone", "Tropical", "Exercise", "Flight", "Storm"])
_NO_PERSON_FRONTS = frozenset(["La", "El", "Las", "Los", "St", "St.", "Saint", "Ste", "Team", "Club", "Super"])
_COMPASS = _LISTS["compass"]
_VILLAGE_FRONTS = frozenset(
    ["Great", "High", "Little", "Long", "Lower", "Market", "Much", "Nether", "Old", "Over", "Upper"]
)
"""What stands in front of the name that villages share: "Little Marwood"."""
_JOINING = frozenset(["of", "for", "on", "and", "&"])
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?)+")
_NUMERAL = re.compile(r"X{0,2}(?:I{1,3}|IV|VI{0,3}|IX|X)")
_INITIALS = re.compile(r"[A-Z][A-Z&]{1,5}(?:s|-[A-Z]{2,5})?")
_SHOUTED = re.compile(r"[A-Z]{7,}")


@lru_cache(maxsize=8192)  # a story names the same people as those of its day
def evidence_of_words(words: tuple[str, ...]) -> frozenset[str]:
    """What the words themselves say."""
    if len(words) > 2 and words[-1] in ("JR", "SR"):
        words = words[:-1]
    return frozenset(_of_words(words))


def _is_joined(word: str) -> bool:
    """Whether a word is joined of names, as towns and families are: "Norrland-Vest", but not "Dutch-British"."""
    parts = word.split("-")
    return all(part.isalpha() and part not in DEMONYMS and part.lower() not in SMALL_WORDS for part in parts)


def _means_else(word: str) -> bool:
    """Whether a word is also somebody's name, a place's, or no name at all."""
    return word in GIVEN_NAMES or word in SURNAMES or word in PLACES or word in CITIES or word.lower() in SMALL_WORDS


def _is_surname_behind(first: str, last: str) -> bool:
    """Whether a word for a people is a given name by the one behind it: "Christian Lind", but not "Christian Aid"."""
    common = last in _HEADS or last.lower() in SMALL_WORDS
    if last in SURNAMES:
        return not common or (first == "Christian" and last not in _HEADS)
    return first == "Christian" and not (common or last in _KNOWN or last.endswith("s"))


def _of_words(words: tuple[str, ...]) -> Iterator[str]:
    count = len(words)
    yield "one word" if count == 1 else "two words" if count == 2 else "more words"
    if count > 4:
        yield "many words"
    yield from _of_whole(words)
    yield from _of_given_name(words)
    if count == 1:
        yield from _of_one_word(words[0])
        return
    yield from settled_by_words(words)
    yield from _of_several(words)
    yield from _of_last(words)
    yield from _of_first(words)
    yield from _of_inside(words)
    yield from _of_letters(words)


def _of_whole(words: tuple[str, ...]) -> Iterator[str]:
    """What the lists of places and organisations know of a whole name."""
    name, alone = " ".join(words), len(words) == 1
    of_persons = alone and (name in GIVEN_NAMES or name in SURNAMES)
    if name in PLACES:
        yield "place or person" if of_persons else "place"
    elif name in CITIES:
        yield "city or person" if of_persons else "city"
    if name in ORGANISATIONS:
        yield "known organisation or another" if alone and _means_else(name) else "known organisation"


def _of_given_name(words: tuple[str, ...]) -> Iterator[str]:
    """Whether a name opens with a given one, or with a surname that stands first."""
    first, last, count = words[0], words[-1].rstrip("."), len(words)
    if (
        first in GIVEN_NAMES
        or (count > 1 and "-" in first and is_given_joined(first))
        or (1 < count < 4 and first in GIVEN_TOO and _is_surname_behind(first, last))
        or (count > 1 and first in _FAMILY_FIRST and last not in _HEADS and " ".join(words) not in PLACES)
    ):
        yield "given name" if count > 1 and count < 5 else "given name alone" if count == 1 else "given name opens"
    if 2 < count < 6 and first in GIVEN_NAMES and words[1] in GIVEN_NAMES and _is_of_person(words):
        yield "given names"
    elif 3 < count < 7 and first in GIVEN_NAMES and words[1] in _IN_GIVEN_NAMES and _KNOWN.isdisjoint(words):
        yield "given names"  # "María del Carmen Quill"
    if count > 2 and _HEADS.isdisjoint(words) and any(word[0] in "“\"‘'" for word in words[1:-1]):
        yield "nickname"


def _is_of_person(words: tuple[str, ...]) -> bool:
    """Whether none of a name's words is a common one, a number or a model's, or known to be no person's."""
    return (
        _KNOWN.isdisjoint(words)
        and not any(word.lower() in SMALL_WORDS for word in words)
        and not words[-1].isupper()
        and words[-1].rstrip(".").isalpha()
    )


def _of_one_word(word: str) -> Iterator[str]:
    """What a name of one word tells."""
    small = word.lower() in SMALL_WORDS
    if small:
        yield "small word"
    elif word.istitle() and word not in PLACES and (word.isalpha() or _is_joined(word)):
        yield "plain, one word"
        if word in towns():
            yield "town"
    surname = word.rstrip(".")
    if surname in SURNAMES:
        yield "surname alone"
        if surname in _WELL_KNOWN and not small:
            yield "well known"
    if _INITIALS.fullmatch(word):
        yield "initials in plural" if word[-1] == "s" else "initials" if len(word) > 2 else "two initials"
    elif _SHOUTED.fullmatch(word):
        yield "shouted"
    elif "." in word:
        yield "initials with stops"
        if len(word) > 5 and word.replace(".", "") in ORGANISATIONS:
            yield "known organisation"
    elif not word[1:].islower() and not ("-" in word and word.istitle() and _is_joined(word)):
        yield "mixed letters"
    if word in _NOT_ALONE:
        yield "not alone"
    if word in _ORGANISATION_HEADS:
        yield "a head alone"


def _of_several(words: tuple[str, ...]) -> Iterator[str]:
    """What the words of a longer name are, all together."""
    name, last, count = " ".join(words), words[-1].rstrip("."), len(words)
    small = [word.lower() in SMALL_WORDS for word in words]
    if small[-1]:
        yield "small word last"
    if small[0]:
        yield "small word first"
    if not any(small) and count < 4 and name.istitle() and not any(word in _KNOWN for word in words):
        yield "plain"
    if _is_surname(last) or words[-2] in _GAELIC or _is_numbered(words):
        yield "surname last"
    if count < 4 and name in towns():
        yield "town"


def _is_surname(last: str) -> bool:
    return last in SURNAMES or last in _SURNAMES_TOO or _OF_FATHERS.match(last) is not None


def _is_numbered(words: tuple[str, ...]) -> bool:
    """Whether a number stands behind a given name: "John Paul II"."""
    first = words[0]
    return first in GIVEN_NAMES and first.lower() not in SMALL_WORDS and bool(_NUMERAL.fullmatch(words[-1].rstrip(".")))


def _of_last(words: tuple[str, ...]) -> Iterator[str]:
    """What the last word of a longer name says of its kind."""
    first, last = words[0], words[-1].rstrip(".")
    if _is_of_something(words):
        return
    ending = last.rsplit("-", 1)[-1]  # "Times-News"
    if last in _HEADS:
        yield f"last: {last}"
    if ending in _ORGANISATION_HEADS or last in _FIRM_WORDS:
        yield "organisation head"
    if last in _PLACE_HEADS:
        yield "place head"
    if last in _OTHER_HEADS:
        yield "other head"
    if last in _PAPERS and len(words) == 2 and first not in GIVEN_NAMES:
        yield "paper last"
    if last in _FIELDS:
        yield "field last"
    if last in GIVEN_NAMES:
        yield "given name last"


def _of_first(words: tuple[str, ...]) -> Iterator[str]:
    """What the first word of a longer name says of its kind, and what of a place is in it."""
    name, first, last = " ".join(words), words[0], words[-1].rstrip(".")
    if first in _PLACE_FRONTS:
        yield "place front"
    if first in _OTHER_FRONTS or (first in _OTHER_HEADS and words[1] == "of"):
        yield "other front"
    if first in _VILLAGE_FRONTS and last not in _HEADS:
        yield "village first"
    if first in _COMPASS:
        yield "compass first"
    elif first in _NO_PERSON_FRONTS:
        yield "article first"
    if first in DEMONYMS and not (first in GIVEN_TOO and _is_surname_behind(first, last)):
        yield "demonym first"
    elif ((first in PLACES or first in CITIES) and first not in GIVEN_NAMES) or (
        len(words) > 2 and f"{first} {words[1]}" in PLACES
    ):
        yield "place first"
    if name not in PLACES:
        if first in _COMPASS and name[len(first) + 1 :] in PLACES:
            yield "compass and place"
        elif last in PLACES and not _is_of_something(words):
            yield "place last"
    if first in PLACES and last[-1:] == "s" and last not in _HEADS:
        yield "place first, plural last"


def _is_of_something(words: tuple[str, ...]) -> bool:
    """Whether a name says what a body is for, which says nothing of its kind: "Office of Management and Budget"."""
    return words[0] in _ORGANISATION_HEADS and words[1] in OF_BODIES


def _of_inside(words: tuple[str, ...]) -> Iterator[str]:
    """What stands between the first and the last word of a name."""
    inside = frozenset(words[1:-1])
    if not inside.isdisjoint(_JOINING):
        yield "joined"
        yield from _of_joined(words)
    if not inside.isdisjoint(OF_PERSONS):
        yield "particle"
    if any(_INITIAL.fullmatch(word) for word in inside):
        yield "initial inside"


def _of_joined(words: tuple[str, ...]) -> Iterator[str]:
    """What the head of a name that is joined with "of" or "and" says of its kind: it stands first, or before that word."""
    first = words[0]
    if first in _HEADS:
        yield f"first: {first}"
    if first in _ORGANISATION_HEADS:
        yield "organisation head of"
    elif first in _PLACE_HEADS or first in _PLACE_FRONTS:
        yield "place head of"
    else:
        before = words[max(1, next(at for at, word in enumerate(words) if word in _JOINING)) - 1]
        if before in _ORGANISATION_HEADS:
            yield "organisation head of"
        elif before in _OTHER_HEADS:
            yield "other front"


def _of_letters(words: tuple[str, ...]) -> Iterator[str]:
    """How the words of a longer name are spelled, and whether a body's head stands before its end."""
    name, first, last = " ".join(words), words[0], words[-1].rstrip(".")
    if _INITIAL.fullmatch(first):
        yield "initial first"
    if any(word in _ORGANISATION_HEADS for word in words[:-1]):
        yield "organisation head inside"
    if any(map(str.isdigit, name)):
        yield "digits"
    if _INITIALS.fullmatch(last) and len(last) > 1 and not _is_numbered(words):
        yield "initials last"
    if _INITIALS.fullmatch(first) and len(first) > 1:
        yield "initials first"
    if last[0].islower() or "al-" in name or "el-" in name:
        yield "small letter"
    if "-" in name and last.rsplit("-", 1)[-1].islower() and last[0].isupper() and "-" in last:
        yield "small behind hyphen"
