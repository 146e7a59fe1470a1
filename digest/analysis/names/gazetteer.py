"""Gazetteers, the names that are known before a story is read."""

from __future__ import annotations

from functools import cache

from digest.text.data import read_data
from digest.text.genders import GENDERED_NAMES
from digest.text.lexicons import lexicon, phrases


def _lines(name: str) -> frozenset[str]:
    """The lines of a data file, without its head."""
    return frozenset(read_data(name).split("\n")[1:-1])


GIVEN_NAMES = GENDERED_NAMES | lexicon("given_names")["either"]
SURNAMES = _lines("surnames.txt")


def is_given_joined(word: str) -> bool:
    """Whether a word is a given name joined with another: "Marc-Vivien", "Anwar-ul-Haq"."""
    first, _, last = word.partition("-")
    return first in GIVEN_NAMES and last.rpartition("-")[2].istitle()


_LISTED = phrases("places")
_LESSER = frozenset(_LISTED["further"]) & (GIVEN_NAMES | SURNAMES)
"""Lesser places whose name people bear."""
PLACES = frozenset(name for names in _LISTED.values() for name in names) - _LESSER
"""Countries, their parts, waters and large cities, compiled by hand."""
CITIES = (_lines("cities.txt") | _LESSER) - PLACES
"""Further cities and places, many of whose names mean something else too."""


@cache
def towns() -> frozenset[str]:
    """Lesser towns of the world whose names mean nothing else that the lists here know."""
    return _lines("towns.txt")


SMALL_WORDS = _lines("small_words.txt")
"""Words that news prints with a small letter."""
ORGANISATIONS = frozenset(name for names in phrases("known_organisations").values() for name in names)
"""Organisations whose names do not say by themselves that they are."""
DEMONYMS = lexicon("demonyms")["demonyms"]
GIVEN_TOO = frozenset(["Christian", "German", "Roman", "Norman"])
"""Words for a people that are given names too: "Mayor Christian Quill"."""
STATE_LETTERS = frozenset(["U.S.", "US", "U.K.", "UK"])
"""States whose initials stand where others have the word for their people: "U.S. forces"."""
PEOPLES = frozenset(phrases("demonyms")["two_words"])
"""Demonyms of two words."""
ALIASES = {
    alias.strip(): name for name, lines in phrases("aliases").items() for line in lines for alias in line.split(",")
}
"""Every other name of a state, a body or a movement, with the one that a tag shows."""
