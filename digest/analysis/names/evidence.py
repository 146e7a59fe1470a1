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
_GAELIC = frozenset(["Mac", "Nic", "Mhic", "Ní", "Ó", "Uí"])
"""Words in front of a surname: "Oonagh Ní Chuill"."""
_PAPERS = lexicon("name_parts")["papers"]
_OTHER_FRONTS = frozenset(["Operation", "Hurricane", "Typhoon", "Cyclone", "Tropical", "Exercise", "Flight", "Storm"])
_NO_PERSON_FRONTS = frozenset(["La", "El", "Las", "Los", "St", "St.", "Saint", "Ste", "Team", "Club", "Super"])
_COMPASS = _LISTS["compass"]
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.-?)+")
_NUMERAL = re.compile(r"X{0,2}(?:I{1,3}|IV|VI{0,3}|IX|X)")
_INITIALS = re.compile(r"[A-Z][A-Z&]{1,5}(?:s|-[A-Z]{2,5})?")
_SHOUTED = re.compile(r"[A-Z]{7,}")


@lru_cache(maxsize=8192)  # a story names the same people as those of its day
def evidence_of_words(words: tuple[str, ...]) -> frozenset[str]:
    """What the words themselves say."""
    return frozenset(_of_words(words))


def _is_joined(word: str) -> bool:
    """Whether a word is joined of names, as towns and families are: "Norrland-Vest", but not "Dutch-British"."""
    parts = word.split("-")
    return all(part.isalpha() and part not in DEMONYMS and part.lower() not in SMALL_WORDS for part in parts)


def _is_given_joined(word: str) -> bool:
    """Whether a word is a given name joined with another: "Marc-Vivien", "Anwar-ul-Haq"."""
    parts = word.split("-")
    return parts[0] in GIVEN_NAMES and parts[-1].istitle()


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
    name = " ".join(words)
    first, last, count = words[0], words[-1].rstrip("."), len(words)
    yield "one word" if count == 1 else "two words" if count == 2 else "more words"
    if count > 4:
        yield "many words"
    if count > 1:
        yield from settled_by_words(words)
    known = name in PLACES
    if known:
        yield "place or person" if count == 1 and (name in GIVEN_NAMES or name in SURNAMES) else "place"
    elif name in CITIES:
        yield "city or person" if count == 1 and (name in GIVEN_NAMES or name in SURNAMES) else "city"
    if name in ORGANISATIONS:
        yield "known organisation or another" if count == 1 and _means_else(name) else "known organisation"
    if (
        first in GIVEN_NAMES
        or (count > 1 and "-" in first and _is_given_joined(first))
        or (1 < count < 4 and first in GIVEN_TOO and _is_surname_behind(first, last))
        or (count > 1 and first in _FAMILY_FIRST and last not in _HEADS and not known)
    ):
        yield "given name" if count > 1 and count < 5 else "given name alone" if count == 1 else "given name opens"
    small = [word.lower() in SMALL_WORDS for word in words]
    if count == 1:
        if small[0]:
            yield "small word"
        elif first.istitle() and not known and (first.isalpha() or _is_joined(first)):
            yield "plain, one word"
            if first in towns():
                yield "town"
        if last in SURNAMES:
            yield "surname alone"
            if last in _WELL_KNOWN and not small[0]:
                yield "well known"
        if _INITIALS.fullmatch(first):
            yield "initials in plural" if first[-1] == "s" else "initials" if len(first) > 2 else "two initials"
        elif _SHOUTED.fullmatch(first):
            yield "shouted"
        elif "." in first:
            yield "initials with stops"
            if len(first) > 5 and first.replace(".", "") in ORGANISATIONS:
                yield "known organisation"
        elif not first[1:].islower() and not ("-" in first and first.istitle() and _is_joined(first)):
            yield "mixed letters"
        if first in _NOT_ALONE:
            yield "not alone"
        if first in _ORGANISATION_HEADS:
            yield "a head alone"
        return
    if small[-1]:
        yield "small word last"
    if small[0]:
        yield "small word first"
    if not any(small) and count < 4 and name.istitle() and not any(word in _KNOWN for word in words):
        yield "plain"
    if last in SURNAMES or last in _SURNAMES_TOO or words[-2] in _GAELIC:
        yield "surname last"
    if count < 4 and name in towns():
        yield "town"
    ending = last.rsplit("-", 1)[-1]  # "Times-News"
    if first in _ORGANISATION_HEADS and words[1] in OF_BODIES:
        last = ""  # what a body is for says nothing of its kind: "Office of Management and Budget"
    if last in _HEADS:
        yield f"last: {last}"
    if last and (ending in _ORGANISATION_HEADS or last in _FIRM_WORDS):
        yield "organisation head"
    if last in _PLACE_HEADS:
        yield "place head"
    if last in _OTHER_HEADS:
        yield "other head"
    if last in _PAPERS and count == 2 and first not in GIVEN_NAMES:
        yield "paper last"
    if last in _FIELDS:
        yield "field last"
    if last in GIVEN_NAMES:
        yield "given name last"
    if first in _PLACE_FRONTS:
        yield "place front"
    if first in _OTHER_FRONTS or (first in _OTHER_HEADS and words[1] == "of"):
        yield "other front"
    if first in _COMPASS:
        yield "compass first"
    elif first in _NO_PERSON_FRONTS:
        yield "article first"
    if first in DEMONYMS and not (first in GIVEN_TOO and _is_surname_behind(first, last)):
        yield "demonym first"
    elif ((first in PLACES or first in CITIES) and first not in GIVEN_NAMES) or (
        count > 2 and f"{first} {words[1]}" in PLACES
    ):
        yield "place first"
    if first in _COMPASS and name[len(first) + 1 :] in PLACES and not known:
        yield "compass and place"
    elif last in PLACES and not known:
        yield "place last"
    last = words[-1].rstrip(".")
    if first in PLACES and last[-1:] == "s" and last not in _HEADS:
        yield "place first, plural last"
    inside = frozenset(words[1:-1])
    if inside:
        if not inside.isdisjoint(("of", "for", "on", "and", "&")):
            yield "joined"
            if first in _HEADS:
                yield f"first: {first}"
            if first in _ORGANISATION_HEADS:
                yield "organisation head of"
            elif first in _PLACE_HEADS or first in _PLACE_FRONTS:
                yield "place head of"
            else:
                before = words[
                    max(1, next(at for at, one in enumerate(words) if one in ("of", "for", "on", "and", "&"))) - 1
                ]
                if before in _ORGANISATION_HEADS:
                    yield "organisation head of"
                elif before in _OTHER_HEADS:
                    yield "other front"
        if not inside.isdisjoint(OF_PERSONS):
            yield "particle"
        if any(_INITIAL.fullmatch(word) for word in inside):
            yield "initial inside"
    if _INITIAL.fullmatch(first):
        yield "initial first"
    if any(word in _ORGANISATION_HEADS for word in words[:-1]):
        yield "organisation head inside"
    if any(map(str.isdigit, name)):
        yield "digits"
    if first in GIVEN_NAMES and not small[0] and _NUMERAL.fullmatch(last):
        yield "surname last"
    elif _INITIALS.fullmatch(last) and len(last) > 1:
        yield "initials last"
    if _INITIALS.fullmatch(first) and len(first) > 1:
        yield "initials first"
    if last[0].islower() or "al-" in name or "el-" in name:
        yield "small letter"
    if "-" in name and last.rsplit("-", 1)[-1].islower() and last[0].isupper() and "-" in last:
        yield "small behind hyphen"
