"""Genders, what a name, a title or a noun tells of a person: that it is a woman or a man."""

from __future__ import annotations

from typing import Literal

from digest.text.lexicons import lexicon

Gender = Literal["woman", "man"]

_GIVEN, _PERSONS, _NAMES = lexicon("given_names"), lexicon("persons"), lexicon("names")
GENDERED_NAMES = _GIVEN["women"] | _GIVEN["men"]
"""Given names whose bearers are known to be women, or men."""
NO_PERSON = _NAMES["not_names"] | _NAMES["organisation_heads"] | _PERSONS["no_persons"]
"""Words of what is named like a person and is none."""
_TITLE_WORDS = frozenset(title.lower() for title in _NAMES["person_titles"]) | frozenset(_PERSONS["described"])
NOUNS: dict[str, Gender | None] = {
    **dict.fromkeys(_PERSONS["anybody"]),
    **dict.fromkeys(_PERSONS["women"], "woman"),
    **dict.fromkeys(_PERSONS["men"], "man"),
}
"""What a person is called by without a name, each with the gender that it tells."""


def gender_of_given_name(name: str) -> Gender | None:
    """The gender of those who bear a given name; None where it is not known, or both do."""
    return "woman" if name in _GIVEN["women"] else "man" if name in _GIVEN["men"] else None


def gender_of_title(title: str) -> Gender | None:
    """The gender that a title or form of address tells, as printed before a name and without its stop."""
    return "woman" if title in _PERSONS["women_titles"] else "man" if title in _PERSONS["men_titles"] else None


def bare_name(words: list[str]) -> list[str]:
    """A name's words without those in front of the given name that are a title or belong to something else."""
    for at, word in enumerate(words[:-1]):
        if gender_of_given_name(word):
            before = words[:at]
            return words[at:] if any(one in NO_PERSON or one.lower() in _TITLE_WORDS for one in before) else words
    while len(words) > 2 and words[0].lower() in _TITLE_WORDS:
        words = words[1:]
    return words
