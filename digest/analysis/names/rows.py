"""Rows, names that stand in one list and so are of one kind: "in Oslo, Northmoor and Kestrel"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from digest.analysis.names.groups import Group
from digest.analysis.names.kinds import Kind
from digest.text.spans import Span

_BETWEEN = frozenset([", ", " and ", ", and ", " or ", "; "])
_LONGEST_BETWEEN = 6
_KNOWN = frozenset(["known organisation", "known organisation or another"])
_NOBODY = frozenset(["compass first", "article first"])
_GIVEN = frozenset(["given name alone", "kin"])
_TOWNS = frozenset(["city or person", "place or person"])
_KIN = frozenset(["kin"])
"""What the next in a list is too: "her parents, Ada and Jonas"."""
_MOST_OF_A_GUESS = 2
"""Mentions of a name that was taken for an organisation's and may be a place's."""


def kinds_by_row(text: str, groups: Mapping[str, Group], kinds: Mapping[str, Kind | None]) -> dict[str, Kind]:
    """The kinds of names of which nothing else is known, by those of their neighbours in a list.

    A place makes a place of its neighbour; a person makes a person only of a given name, or of two words or more.
    """
    found: dict[str, Kind] = {}
    for one, other in _neighbours(text, groups):
        for known, unknown in ((one, other), (other, one)):
            kind = found.get(known) or kinds[known]
            group = groups[unknown]
            guessed = kind == "place" and _is_guess(group, kinds[unknown], groups[known])
            if (kinds[unknown] is not None and not guessed) or unknown in found or kind is None:
                continue
            if (
                group.opens_only
                or (kind == "person" and not _NOBODY.isdisjoint(group.evidence))
                or "not alone" in group.evidence
                or ("plain" not in group.evidence and "plain, one word" not in group.evidence)
            ):
                continue
            if kind == "place" or (
                kind == "person"
                and (len(group.words) > 1 or not _GIVEN.isdisjoint(group.evidence | (groups[known].evidence & _KIN)))
            ):
                found[unknown] = kind
    return found


def _is_guess(group: Group, kind: Kind | None, known: Group) -> bool:
    """Whether a name is an organisation's or a person's only for want of anything else, where it stands beside a place."""
    if not _KNOWN.isdisjoint(group.evidence) or group.titles or len(group.mentions) > _MOST_OF_A_GUESS:
        return False
    if kind == "organisation":
        return "plain, one word" in group.evidence
    if kind != "person" or "one word" not in group.evidence:
        return False
    return not _TOWNS.isdisjoint(group.evidence) or (len(group.mentions) == 1 and "before: in" in known.evidence)


def _neighbours(text: str, groups: Mapping[str, Group]) -> Iterator[tuple[str, str]]:
    """The pairs of names between which nothing stands but a comma or "and", in the text's order."""
    mentions: list[tuple[Span, str]] = sorted((span, name) for name, group in groups.items() for span in group.mentions)
    for (span, name), (following, next_name) in pairwise(mentions):
        gap = following.start - span.end
        if 1 < gap < _LONGEST_BETWEEN and name != next_name and text[span.end : following.start] in _BETWEEN:
            yield name, next_name
