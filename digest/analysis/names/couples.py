"""Couples, people whose surname stands behind the next one's given name: "Ada and Jonas Quill" are two."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.analysis.names.groups import Group, surname_of
from digest.analysis.names.kinds import Kind
from digest.text.lexicons import lexicon

_AND = re.compile(r",?[ \n\u00a0]and[ \n\u00a0]")
_MONONYMS = lexicon("name_parts")["mononyms"]
_PLACES = frozenset(["place or person", "city or person"])
_KIN = re.compile(r"\b(?:brothers|children|couple|daughters|grandparents|parents|siblings|sisters|sons|twins),? \Z")
_LONGEST_KIN = 16
_COMMA = re.compile(r",[ \n\u00a0]")


def couples(text: str, groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, Group]:
    """The given names that share the surname of the person behind them, each with its group by the name in full.

    None of somebody whose own surname the story tells, whom it has named already, or whom all know by one name.
    """
    given = {
        name: group
        for name, group in groups.items()
        if "one word" in group.evidence
        and kinds[name] != "organisation"
        and name not in _MONONYMS
        and not group.titles
        and _is_given(text, group)
    }
    if not given:
        return {}
    whole = {
        span.start: group.words
        for name, group in groups.items()
        if kinds[name] == "person" and len(group.words) > 1 and not group.titles
        for span in group.mentions
    }
    others = {word for group in groups.values() if len(group.words) > 1 for word in (group.words[0], group.words[-1])}
    found: dict[str, Group] = {}
    shared: dict[int, tuple[str, ...]] = {}
    for name, group in sorted(given.items(), key=lambda one: -one[1].mentions[0].start):
        first = group.mentions[0]
        if joined := _AND.match(text, first.end):
            surname = _surname(whole[joined.end()]) if joined.end() in whole else ()
        elif joined := _COMMA.match(text, first.end):
            surname = shared.get(joined.end(), ())  # "Ada, Ruth and Jonas Quill"
        else:
            continue
        if surname and name not in others:
            shared[first.start] = surname
            words = (name, *surname)
            found[name] = Group(" ".join(words), words, group.mentions, [], group.evidence, group.opens_only)
    return found


def _is_given(text: str, group: Group) -> bool:
    """Whether a word is somebody's given name, by itself or by what stands in front: "the sisters Skye and Ada Quill"."""
    if "given name alone" in group.evidence and _PLACES.isdisjoint(group.evidence):
        return True
    start, end = group.mentions[0]
    return text.startswith(" and ", end) and _KIN.search(text, max(0, start - _LONGEST_KIN), start) is not None


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The surname of a name in full, with its particles."""
    last = surname_of(words)
    first = next((at for at, word in enumerate(words) if word.islower()), words.index(last))
    return words[first : words.index(last) + 1] if len(last) > 2 else ()
