"""Joining, the printed names of one organisation or place as one entry: in full, by initials, by another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from digest.analysis.names.gazetteer import (
    ALIASES,
    DEMONYMS,
    GIVEN_NAMES,
    ORGANISATIONS,
    STATE_LETTERS,
    SURNAMES,
)
from digest.analysis.names.groups import Group, surname_of
from digest.analysis.names.kinds import Kind
from digest.analysis.names.trimming import OF_BODIES
from digest.text.lexicons import lexicon

_BRACKETED = re.compile(r",?\s\((?:the\s)?[“\"]?([A-Z][A-Za-z&.-]{1,9})[”\"]?(?:\)|,|;|\sor\s)")
_SMALL_WORDS = frozenset(["of", "for", "and", "the", "on", "in", "de", "du", "la"])
_COMPANY_ENDINGS = lexicon("name_parts")["company_endings"]
_STATES = STATE_LETTERS | DEMONYMS
"""Words in front of a body's name that its initials pass over: "U.S. Harbour Safety Board (HSB)"."""
_HEADS = lexicon("names")["organisation_heads"]
_COMMON = frozenset(["small word", "not alone", "a head alone", "place", "city", "place or person", "city or person"])
_CLUBS = frozenset(["Albion", "Athletic", "Hotspur", "Rovers", "United", "Wanderers"])
_WHERE = frozenset(["town", "before: in", "before: from", "before: near", "before: town of", "near", "lives there"])
_LEFT_OUT = lexicon("name_parts")["left_out"] | _COMPANY_ENDINGS
_OWN_SENSE = DEMONYMS | ORGANISATIONS | STATE_LETTERS | GIVEN_NAMES | SURNAMES
"""Words that mean something beside the body: "Quill" of "Quill Airlines"."""
_LONGEST_INITIALS = 6


def short_names(text: str, groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """The short names of a story with the names in full that they stand for.

    A short name is what stands in brackets behind the full one ("Harbour Safety Board (HSB)"), its initials
    alone, a company's name without its ending ("Senn" of "Senn Lines Inc"), or the head of the only body that
    has it ("the Board").
    """
    found: dict[str, str] = {}
    initials: dict[str, str] = {}
    by_head: dict[str, list[str]] = {}
    for name, group in groups.items():
        if len(group.words) < 2:
            continue
        for span in group.mentions:
            if text[span.end : span.end + 2] != " (":
                continue
            bracketed = _BRACKETED.match(text, span.end)
            if not bracketed or bracketed[1] == name or (kinds[name] == "person" and bracketed[1] in ORGANISATIONS):
                continue  # "Ada Quill (AFP)" took the picture
            if _stands_for(bracketed[1], group.words):
                found.setdefault(bracketed[1], name)
        if kinds[name] == "organisation":
            if group.words[0] in _STATES and (own := _without_state(group, kinds)):
                found.setdefault(name, own)
            for letters in _initials_of(group.words):
                initials.setdefault(letters, name)
            by_head.setdefault(group.words[0] if group.words[1] in OF_BODIES else group.words[-1], []).append(name)
            if group.words[-1] in _COMPANY_ENDINGS:
                bare = " ".join(group.words[:-1]).removesuffix(" &")
                if bare in groups and kinds[bare] in ("organisation", None):
                    found.setdefault(bare, name)
    for name, full in _first_words(groups, kinds).items():
        found.setdefault(name, full)
    for name, full in _last_words(groups, kinds).items():
        found.setdefault(name, full)
    for name in initials.keys() & groups.keys():
        if kinds[name] in ("organisation", None) and (len(name) > 2 or kinds[name]):
            found.setdefault(name, initials[name])
    for name in (by_head.keys() & groups.keys() & _HEADS) - ORGANISATIONS:
        if len(by_head[name]) == 1 and "before: the" in groups[name].evidence:
            found.setdefault(name, by_head[name][0])
    return found


def _without_state(group: Group, kinds: Mapping[str, Kind | None]) -> str | None:
    """A body's own name without its state, where the story prints that too; a Red Cross of a state is one of its own."""
    state, _, own = group.name.partition(" ")
    if " " not in own or kinds.get(own) != "organisation" or (own in ORGANISATIONS and state not in STATE_LETTERS):
        return None
    return own


def _first_words(groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """Names of which nothing else is known that are one body's without its last words: "Kestral" of "Kestral Airlines"."""
    found: dict[str, list[str]] = {}
    for name, group in groups.items():
        if kinds[name] != "organisation":
            continue
        number = len(group.words)
        while number > 1 and group.words[number - 1] in _LEFT_OUT:
            number -= 1
            short = " ".join(group.words[:number])
            club = group.words[-1] in _CLUBS and kinds.get(short) == "place"
            if short in groups and (kinds[short] is None or club) and _may_stand_alone(groups[short], club=club):
                found.setdefault(short, []).append(name)
    return {short: names[0] for short, names in found.items() if len(names) == 1}


def _last_words(groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """Surnames that are a firm's of two names, where nobody bears them: "Lind" of "Biscotti Lind"."""
    bearers = {surname_of(group.words) for name, group in groups.items() if kinds[name] == "person" and " " in name}
    return {
        group.words[1]: name
        for name, group in groups.items()
        if kinds[name] == "organisation"
        and len(group.words) == 2
        and kinds.get(group.words[1]) == "person"
        and group.words[1] not in bearers
        and not groups[group.words[1]].titles
    }


def _may_stand_alone(group: Group, *, club: bool) -> bool:
    """Whether a name is more than a common word with a capital; a club's, that nothing happens in it."""
    return (
        not (club and not _WHERE.isdisjoint(group.evidence))
        and not group.opens_only
        and not group.titles
        and _COMMON.isdisjoint(group.evidence)
        and _OWN_SENSE.isdisjoint(group.words)
    )


def _initials_of(words: tuple[str, ...]) -> Iterable[str]:
    """The initials of a name in full, with and without the state in front."""
    if len(words) > _LONGEST_INITIALS + 2:
        return ()
    letters = "".join([word[0] for word in words if word not in _SMALL_WORDS and word[0].isupper()])
    return (letters, letters[1:]) if words[0] in _STATES and len(letters) > 2 else (letters,)


def _stands_for(short: str, words: tuple[str, ...]) -> bool:
    """Whether the letters of an abbreviation stand in a name's initials in their order."""
    letters = [letter for letter in short.upper() if letter.isalpha()]
    initials = [part[0].upper() for word in words for part in word.split("-") if part and word not in _SMALL_WORDS]
    if letters[0] not in initials:
        return False
    at = initials.index(letters[0])
    hits = 0
    for letter in letters:
        if letter in initials[at:]:
            at, hits = initials.index(letter, at) + 1, hits + 1
    return hits >= max(2, len(letters) - 1)


def shown_names(counts: Mapping[str, int]) -> dict[str, str]:
    """The names of one kind that mean the same as another, with the one of them that is shown.

    That is the name in full where the story prints it, and the one that it prints most where not.

    Args:
        counts: the names as printed, each with the number of its mentions.
    """
    alike: dict[str, list[str]] = {}
    for name in counts:
        meant = ALIASES.get(name.replace(",", "")) or name
        alike.setdefault(meant.lower().removeprefix("the "), []).append(name)
    found: dict[str, str] = {}
    for names in alike.values():
        if len(names) > 1:
            full = [name for name in names if " " in name]
            known = [name for name in names if name not in ALIASES and (" " in name or not full)]
            shown = max(known or full or names, key=lambda name: counts[name] if not full else len(name))
            found.update((name, shown) for name in names if name != shown)
    return found
