"""Titles, the words in front of a person's name that say who it is."""

from __future__ import annotations

import re

from digest.analysis.names.candidates import Candidate
from digest.analysis.names.gazetteer import (
    CITIES,
    DEMONYMS,
    GIVEN_NAMES,
    GIVEN_TOO,
    ORGANISATIONS,
    PLACES,
    SURNAMES,
    is_given_joined,
    towns,
)
from digest.analysis.names.trimming import OF_BODIES
from digest.text.lexicons import lexicon

_LISTS = lexicon("names")
_TITLES = _LISTS["person_titles"]
_SURNAMES_TOO = lexicon("name_parts")["surnames_too"] | SURNAMES
AS_PRINTED = _TITLES | {f"{title}." for title in _TITLES}
"""Titles, with the stop that an abbreviation may have."""
_COURTESY = _LISTS["courtesy"]
TITLE_WORDS = AS_PRINTED | _LISTS["title_words"]
CHIEF = re.compile(
    r"(?:(?:Group|Deputy|Acting|Interim|Former|Global|Regional) )?Chief (?:[A-Z][a-z]+ ){0,2}(?:Officer|Executive|Secretary|Inspector|Constable|Scientist|Economist|Engineer|Whip)"
)
"""An office of more words that a person's name may stand beside, and that is no body: "Chief Financial Officer"."""
_IN_TITLES = TITLE_WORDS | _LISTS["fields"] | DEMONYMS | PLACES | {"Class"}
SMALL_IN_TITLES = frozenset(["of", "for", "and", "the", "to", "on"])
_NOBLE = _LISTS["noble"]
_BODIES = _LISTS["bodies_behind_titles"]
_FAMILIES = frozenset(["Imam", "Pandit", "Sheikh"])
"""Titles that end a name as a surname does: "Irfan Sheikh"."""
_PAPERS = lexicon("name_parts")["papers"]
_ONLY_BEFORE_NAMES = frozenset(["PC", "PCSO", "Recorder", "WPC"])
"""Titles that mean something else where no name in full stands behind them."""
_BEFORE_PLACE_HEADS = _NOBLE | {"General", "Major", "Premier", "Justice", "Executive"}
_PLACE_HEADS = _LISTS["place_heads"]
_ORGANISATION_HEADS = _LISTS["organisation_heads"]
_NOT_OF_BODIES = _NOBLE | {"Representatives", "Attorney"}
_NO_SURNAMES = (
    _LISTS["organisation_heads"] | _LISTS["place_heads"] | _LISTS["other_heads"] | _IN_TITLES | SMALL_IN_TITLES
)
_HEADS = _ORGANISATION_HEADS | _LISTS["place_heads"] | _LISTS["other_heads"]


def split_title(candidate: Candidate) -> tuple[str, Candidate | None]:
    """The title in front of a name, and the name behind it; no name where the words are a title only."""
    words = candidate.words
    if AS_PRINTED.isdisjoint(words):
        return "", candidate
    if "Chief" in words[:2] and CHIEF.fullmatch(candidate.name):
        return candidate.name, None
    if "Private" in words[2:] and words[words.index("Private") - 1] in SMALL_IN_TITLES:
        return "", candidate  # "Bureau for Private Harbours"
    if words[0] in _ONLY_BEFORE_NAMES and not (
        len(words) > 1
        and (
            words[1] in GIVEN_NAMES
            or (words[1] in SURNAMES and not words[2:])
            or (len(words) == 3 and _HEADS.isdisjoint(words))
        )
    ):
        return "", candidate  # "PC World"
    if words[0] == "General" and len(words) > 1 and words[1] in _ORGANISATION_HEADS:
        return "", candidate  # "General Assembly"
    # A title in the middle of a name of four words and more ends it: "Navy Capt. Ada Quill".
    named = (
        len(words) > 1
        and words[-2].rstrip(".") not in _IN_TITLES
        and (words[-1] in _FAMILIES or (words[-2] in GIVEN_NAMES and words[-1] in _SURNAMES_TOO))
    )
    last = max((number for number, word in enumerate(words[: -1 if named else None]) if word in AS_PRINTED), default=-1)
    if last >= 0 and words[last + 1 : last + 2] and words[last + 1][:-2] == "General":
        return "", candidate  # "Attorney General's Office"
    if last < 0 or (last == len(words) - 1 and last > 1 and _is_of_field(words)):
        return "", candidate
    if last and last + 2 < len(words) and words[last + 1] in GIVEN_NAMES and words[last] not in _BEFORE_PLACE_HEADS:
        pass  # a county may be called like somebody: "Ada County Police Chief Jonas Lind"
    elif last and words[0] in GIVEN_NAMES and words[0] not in _IN_TITLES and words[1] not in _IN_TITLES:
        return "", candidate
    if last + 2 < len(words) and words[last + 1] in OF_BODIES and words[last] not in _NOT_OF_BODIES:
        body = _object(candidate, last + 1)
        if body and all(word in _IN_TITLES for word in words[:last]):
            if _is_body(body):
                return words[last], body  # "Director General of the Harbour Ministry"
            if len(body.words) == 1 and body.name in _LISTS["fields"]:
                return candidate.name, None  # "Minister for Works"
    if (
        candidate.name in ORGANISATIONS
        or any(word in _BODIES for word in words[last + 1 :])
        or (words[-1] in _HEADS and (words[-1] not in _PLACE_HEADS or words[last] in _BEFORE_PLACE_HEADS))
    ):  # "Justice Department", "General Motors", "Prince Street"; but "President Park"
        return "", candidate
    begin = last + 1
    if begin < len(words) and words[begin] in SMALL_IN_TITLES:
        begin, object_at = _behind_of(words, begin), begin
        if begin == object_at:
            return words[last], None if words[last] in _NOBLE else _object(candidate, begin)
    while (
        begin < len(words) - 1
        and words[begin] in _IN_TITLES
        and words[begin] not in GIVEN_NAMES
        and not (begin == len(words) - 2 and words[begin] in GIVEN_TOO)
    ):
        begin += 1
    title = " ".join(words[:begin])
    return title, candidate.without_first(begin) if begin < len(words) else None


def _is_of_field(words: tuple[str, ...]) -> bool:
    """Whether a body's name ends in a word that is a title too: "Department of Justice", "House of Representatives"."""
    at = words.index("of") if "of" in words[1:] else 0
    return at > 0 and words[at - 1] in _ORGANISATION_HEADS and AS_PRINTED.isdisjoint(words[:at])


def _is_body(candidate: Candidate) -> bool:
    """Whether a name is an organisation's by its head word, or a known one's."""
    words = candidate.words
    return candidate.name in ORGANISATIONS or (
        len(words) > 1
        and (words[-1] in _ORGANISATION_HEADS or (words[0] in _ORGANISATION_HEADS and words[1] in ("of", "for")))
    )


def _object(candidate: Candidate, begin: int) -> Candidate | None:
    """What somebody is the head of: "CEO of Senn Lines"."""
    while begin < len(candidate.words) and candidate.words[begin] in SMALL_IN_TITLES:
        begin += 1
    return candidate.without_first(begin) if begin < len(candidate.words) else None


def _behind_of(words: tuple[str, ...], begin: int) -> int:
    """Where the name begins behind "Secretary of State" or "Minister for Foreign Affairs and Trade".

    `begin` itself where none follows: "CEO of Senn Lines".
    """
    for at in range(begin + 1, len(words) - 1):
        given = (words[at] in GIVEN_NAMES and words[at] not in PLACES) or is_given_joined(words[at])
        if given and words[at - 1] not in SMALL_IN_TITLES:
            return at
    for at in range(len(words) - 2, begin + 1, -1):
        place = " ".join(words[begin + 1 : at]).removeprefix("the ")
        if (place in PLACES or place in CITIES or place in towns()) and _NO_SURNAMES.isdisjoint(words[at:]):
            return at  # "Governor of Oslo Ada Quill"
    if words[begin + 1 :] and " ".join(words[begin + 1 :]).removeprefix("the ") in ORGANISATIONS:
        return begin
    if words[-1] in _PAPERS or words[-1] in _ORGANISATION_HEADS:
        return begin  # "editor of the Tyneside Courier"
    at = begin
    while at < len(words) and (words[at] in SMALL_IN_TITLES or words[at] in _IN_TITLES):
        at += 1
    return at if at == len(words) or words[at - 1] not in SMALL_IN_TITLES else begin


def is_courtesy(title: str) -> bool:
    """Whether a title is a form of address and no role."""
    return all(word.rstrip(".") in _COURTESY for word in title.split())
