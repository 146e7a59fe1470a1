"""Certainty, what the words of a name alone settle: "5th Fleet" is an organisation, "Hurricane Ada" none of the three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from digest.analysis.names.gazetteer import CITIES, DEMONYMS, GIVEN_NAMES, ORGANISATIONS, PLACES, SMALL_WORDS, towns
from digest.analysis.names.trimming import OF_BODIES, SHIPS
from digest.text.lexicons import lexicon

_LISTS, _PARTS = lexicon("names"), lexicon("name_parts")
_ORGANISATION_HEADS = _LISTS["organisation_heads"]
_HEADS = _ORGANISATION_HEADS | _LISTS["place_heads"] | _LISTS["other_heads"]
_KNOWN = _HEADS | _LISTS["place_fronts"] | _LISTS["fields"] | PLACES | DEMONYMS | ORGANISATIONS
_SURNAMES_TOO, _STATE_BODIES, _UNITS = _PARTS["surnames_too"], _PARTS["state_bodies"], _PARTS["units"]
_COMPANY_ENDINGS = _PARTS["company_endings"] - {"Company", "Co", "Corporation", "Group", "Holdings"}
_TOWN_BODIES = _PARTS["town_bodies"]
_BODIES, _PLACES = _PARTS["sure_bodies"], _PARTS["sure_places"]
_FIRST_OF_BODIES = _PARTS["first_of_bodies"]
_BEFORE_ANY = _PARTS["first_of_clubs"] | {"Radio"}
"""Words in front of any word that is no common one: "Radio Northmoor", "Dynamo Northmoor"."""
_NATIONS = frozenset(["Australia", "Canada", "England", "Scotland", "Wales"])
_BEFORE_NATIONS = _PARTS["before_nations"]
"""What a body of a nation is for, which the nation's name follows: "Transport Scotland"."""
_OF_DISTRICTS, _OTHERS_OF = _PARTS["of_districts"], _PARTS["sure_others_of"]
_OTHERS, _OTHER_FRONTS = _PARTS["sure_others"], _PARTS["sure_other_fronts"]
_NO_PLACES = _ORGANISATION_HEADS - {"International"}
_POSTS = frozenset(["Member", "Head", "Dean", "Adviser", "Advisor"])
_COMPETITIONS = frozenset([("Champions", "League"), ("Europa", "League")])
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5} [A-Z][a-z]{1,5}-[A-Za-z][a-z]{0,4}")
"""A Korean's or Chinese's name: "Park Geun-hye"."""
_SYLLABLE_FAMILIES = _PARTS["family_first"] | {
    "Kim",
    "Lee",
    "Park",
    "Moon",
    "Ban",
    "Song",
    "Han",
    "Son",
    "An",
    "Oh",
    "Min",
}
_OF_STATIONS = frozenset(["Biological", "Experiment", "Experimental", "Field", "Marine", "Research"])
"""What stands before "Station" in the name of a body of learning."""
_REGIONS = frozenset(
    ["Region", "District", "Province", "Village", "County", "Prefecture", "Municipality", "Coast", "Airport"]
)
_STATES_OF = frozenset(
    ["Republic", "Kingdom", "State", "Commonwealth", "Sultanate", "Emirate", "Principality", "Province"]
)


def settled_by_words(words: tuple[str, ...]) -> Iterator[str]:
    """The evidence that leaves nothing to weigh in a name of several words, unless a title stands in front of it."""
    name, first, last = " ".join(words), words[0], words[-1].rstrip(".")
    if (last[:1].isdigit() and words[-2] in _ORGANISATION_HEADS) or (last in _UNITS and _ORDINAL.fullmatch(first)):
        yield "numbered body"
    if (
        first in SHIPS
        or first in _OTHER_FRONTS
        or (last in _OTHERS and not _is_other_by_chance(words))
        or words[-2:] in _COMPETITIONS
        or (first in _OTHERS_OF and words[1] == "of")
        or (last.startswith("Convention") and _is_town(" ".join(words[:-1])))
    ):
        yield "none of the three"
    if not _POSTS.isdisjoint(words) and not OF_BODIES.isdisjoint(words) and _is_post(words):
        yield "none of the three"
    if (
        _SYLLABLES.fullmatch(name)
        and not _is_common(last)
        and (
            first in _SYLLABLE_FAMILIES
            or (first not in _KNOWN and not _is_common(first) and last.rsplit("-", 1)[1].islower())
        )
    ):
        yield "syllables"
    if len(words) == 2 and len(last) == 1 and last.isalpha() and first in _HEADS:
        yield "none of the three"  # "Group G"
    if (len(words) > 2 and first in DEMONYMS and name[len(first) + 1 :] in ORGANISATIONS) or (
        words[-1] in PLACES and name[: -len(words[-1]) - 1] in ORGANISATIONS and name not in PLACES
    ):
        yield "known organisation"  # "Norwegian Red Cross", "Google Norway"
    if words[-2] == "Red" and last in ("Crescent", "Cross"):
        yield "sure body"
    if last in _COMPANY_ENDINGS or (last == "Co" and len(words) > 2):
        yield "company ending"
    elif last in _TOWN_BODIES and _is_town(" ".join(words[:-1])):
        yield "sure body"
    elif last in _STATE_BODIES or (last[:1].islower() and "-led" in name):
        yield "state body"
    of_study = last == "Station" and words[-2] in _OF_STATIONS
    if name not in PLACES and (
        last in _BODIES
        or (last in _NATIONS and len(words) == 2 and first in _BEFORE_NATIONS)
        or (last == "District" and words[-2] in _OF_DISTRICTS)
        or first in _FIRST_OF_BODIES
        or (first in _BEFORE_ANY and not _is_common(last) and (first != "Real" or last[-1] != "s"))
        or _is_firm(words)
        or of_study
    ):
        yield "sure body"
    if (
        last in _PLACES and not of_study and first not in _HEADS and not _is_somebody(first, last)
    ) or _is_place_in_full(words):
        yield "sure place"


def _is_post(words: tuple[str, ...]) -> bool:
    """Whether the words are what somebody is: "Cabinet Member for Harbours"."""
    return any(word in _POSTS and following in OF_BODIES for word, following in pairwise(words))


def _is_town(name: str) -> bool:
    return name in PLACES or name in CITIES or name in towns()


def _is_somebody(first: str, last: str) -> bool:
    """Whether a name that ends in such a word may be a person's all the same: "Ada Street"."""
    return first in GIVEN_NAMES and last in _SURNAMES_TOO


def _is_other_by_chance(words: tuple[str, ...]) -> bool:
    """Whether a name ends in such a word and means somebody, or a body for it: "Veterans of Foreign Wars"."""
    return _is_somebody(words[0], words[-1]) or (words[0] in _ORGANISATION_HEADS and words[1] in OF_BODIES)


def _is_firm(words: tuple[str, ...]) -> bool:
    """Whether names are joined as partners' are: "Quill & Lind", but not "Suit & Tie"."""
    at = words.index("&") if "&" in words[1:-1] else 0
    return at > 0 and not _is_common(words[at - 1]) and not _is_common(words[at + 1])


def _is_common(word: str) -> bool:
    """Whether news prints a word with a small letter too, or joins it of such words: "Sit-in"."""
    return word.lower() in SMALL_WORDS or all(part.lower() in SMALL_WORDS for part in word.split("-"))


def _is_place_in_full(words: tuple[str, ...]) -> bool:
    """Whether a name is a place's with what it is: "Republic of Norway", "Senn Region of Norway"."""
    at = words.index("of") if "of" in words[1:-1] else 0
    if not at or words[0] == "Islamic" or not _NO_PLACES.isdisjoint(words[:at]):
        return False
    head = words[at - 1]
    return (head in _STATES_OF and words[-1] in PLACES) or (at > 1 and head in _REGIONS)
