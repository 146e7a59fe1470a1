"""Joining, the printed names of one organisation or place as one entry: in full, by initials, by another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

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
from digest.text.tokens import GENITIVE_S

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
_OF_ITS_OWN = frozenset(["Capital", "Church", "Media", "Partners", "Trust", "University"])
"""What a body's name ends in that may stand beside another body's: "Senn Capital", of Senn."""
_OWN_SENSE = DEMONYMS | ORGANISATIONS | STATE_LETTERS | GIVEN_NAMES | SURNAMES
"""Words that mean something beside the body: "Quill" of "Quill Airlines"."""
_LONGEST_INITIALS = 6
_SHORTEST_OF_SYLLABLES = 5
"""Letters of an abbreviation that is made of the words' first syllables."""


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
            end = span.end + 2 if text[span.end : span.end + 2] in GENITIVE_S else span.end
            if text[end : end + 2] != " (":
                continue
            bracketed = _BRACKETED.match(text, end)
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
    found |= {name: full for name, full in _without_object(text, groups, kinds).items() if name not in found}
    for name, full in _last_words(groups, kinds).items():
        found.setdefault(name, full)
    for name in initials.keys() & groups.keys():
        if kinds[name] in ("organisation", None) and (len(name) > 2 or kinds[name]):
            found.setdefault(name, initials[name])
    for name in (by_head.keys() & groups.keys() & _HEADS) - ORGANISATIONS:
        if len(by_head[name]) == 1 and "before: the" in groups[name].evidence:
            found.setdefault(name, by_head[name][0])
    return found


def firms_of_a_family(groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """Surnames that are a firm's: "Quill", of "Quill Logistics Inc", where "founder Jonas Quill" is told of only later; each with the firm."""
    found: dict[str, str] = {}
    for name, group in groups.items():
        if kinds[name] == "person" and len(group.words) > 1 and (surname := groups.get(surname_of(group.words))):
            first = group.mentions[0].start
            if surname.mentions[0].start < first and not surname.titles:
                found.update(
                    (surname.name, firm.name)
                    for firm in groups.values()
                    if firm.words[0] == surname.name
                    and kinds[firm.name] == "organisation"
                    and firm.words[-1] in _LEFT_OUT
                    and firm.mentions[0].start < first
                )
    return found


def firms_of_a_founder(groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> set[str]:
    """Surnames that are a firm's by what stands beside them, and stand in front of all who bear them: "Shares in Quill fell"."""
    found = {
        name
        for name, group in groups.items()
        if kinds[name] == "organisation" and len(group.words) == 1 and not group.titles and "firm" in group.evidence
    }
    for name, group in groups.items() if found else ():
        surname = surname_of(group.words)
        if (
            kinds[name] == "person"
            and len(group.words) > 1
            and surname in found
            and group.mentions[0].start < groups[surname].mentions[0].start
        ):
            found.discard(surname)
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
    bearers = _surnames(groups, kinds)
    for name, group in groups.items():
        if kinds[name] != "organisation":
            continue
        for short in _shorter(group.words, kinds):
            if short not in groups or (short in bearers and groups[short].opens_only):
                continue
            if _may_stand_alone(groups[short], kinds[short], group.words[-1]):
                found.setdefault(short, []).append(name)
    return {short: names[0] for short, names in found.items() if len(names) == 1}


def _without_object(text: str, groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """Names that are a body's before them without what it is for: "the Harbour Network", of the Harbour Network of Selwyn."""
    found: dict[str, list[str]] = {}
    for name, group in groups.items():
        if kinds[name] != "organisation" or OF_BODIES.isdisjoint(group.words):
            continue
        at = next(at for at, word in enumerate(group.words) if word in OF_BODIES)
        short = " ".join(group.words[:at])
        if (
            at > 1
            and short in groups
            and groups[short].mentions[0].start > group.mentions[0].start
            and not any(text.startswith((" of ", " for ", " on "), span.end) for span in groups[short].mentions)
        ):
            found.setdefault(short, []).append(name)
    return {short: names[0] for short, names in found.items() if len(names) == 1 and short not in ORGANISATIONS}


def _last_words(groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, str]:
    """Surnames that are a firm's of two names, where nobody bears them: "Lind" of "Biscotti Lind"."""
    bearers = _surnames(groups, kinds)
    return {
        group.words[1]: name
        for name, group in groups.items()
        if kinds[name] == "organisation"
        and len(group.words) == 2
        and kinds.get(group.words[1]) == "person"
        and group.words[1] not in bearers
        and not groups[group.words[1]].titles
    }


def _surnames(groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> set[str]:
    return {surname_of(group.words) for name, group in groups.items() if kinds[name] == "person" and " " in name}


def _shorter(words: tuple[str, ...], kinds: Mapping[str, Kind | None]) -> Iterator[str]:
    """What a body may be called for short: its name without last words such as "Airlines", or a firm's first of two."""
    number = len(words)
    if number == 2 and words[1] not in _HEADS and kinds.get(words[0]) == "organisation":
        yield words[0]  # "Alpenfalke", of "Alpenfalke Reisen"
    while number > 1 and words[number - 1] in _LEFT_OUT:
        number -= 1
        yield " ".join(words[:number])
    if 1 < number < len(words) and words[0] not in _HEADS:
        yield words[0]  # "Senn", of "Senn Brands Inc"


def _may_stand_alone(group: Group, kind: Kind | None, left_out: str) -> bool:
    """Whether a name is a body's for short, and more than a common word with a capital.

    Args:
        group: its mentions.
        kind: what it is by itself; a place may be a club, where nothing happens in it.
        left_out: the last word of the name in full.
    """
    if group.titles or not _COMMON.isdisjoint(group.evidence) or not _OWN_SENSE.isdisjoint(group.words):
        return False
    if kind == "organisation":
        return len(group.words) == 1 and left_out not in _OF_ITS_OWN
    if kind == "place" and (left_out not in _CLUBS or not _WHERE.isdisjoint(group.evidence)):
        return False
    return kind != "person" and (not group.opens_only or "small word first" not in group.evidence)


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
    if hits >= max(2, len(letters) - 1):
        return True
    if not short.isupper() or len(short) < _SHORTEST_OF_SYLLABLES:
        return False
    rest = iter("".join(words).upper())
    return all(letter in rest for letter in letters)  # "NORTHCOM", of the Northern Command


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
