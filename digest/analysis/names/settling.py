"""Settling, the kind of a name: by what settles it alone, or else by what its evidence weighs and what speaks against that."""

from __future__ import annotations

from collections.abc import Iterator

from digest.analysis.names.gazetteer import ORGANISATIONS, PLACES
from digest.analysis.names.groups import Group
from digest.analysis.names.kinds import Kind, Weights, kind_of
from digest.analysis.names.verdicts import AGAINST, SETTLED, told_by, verdict_of
from digest.text.lexicons import lexicon

_LISTS = lexicon("names")
_NOT_ALONE = (
    (_LISTS["not_alone"] | _LISTS["organisation_heads"] | _LISTS["place_heads"] | _LISTS["other_heads"])
    - ORGANISATIONS
    - (PLACES - {"Wimbledon"})
)
_THE_ONE = lexicon("name_parts")["the_one"]
_LONGEST_PERSON = 5
ADDRESS = frozenset(["Mr", "Ms", "Mrs", "Dr"])
"""Titles that everybody is called by."""
_SPEAKS = frozenset(["behind: says", "last word alone", "plain, last word alone"])
_WHERE = frozenset(["before: in", "before: from", "before: at", "near"])
_SETTLING = told_by(SETTLED)
_AGAINST = told_by(AGAINST) - {"before: in"}
"""The evidence that asks for the rules; most names have none of it."""


def settle_kind(group: Group, table: Weights) -> Kind | None:
    """The kind of a name; None where it is none of the three, or nothing tells.

    Args:
        group: the mentions of the name, with their evidence.
        table: what each piece of evidence weighs.
    """
    if len(group.words) == 1 and group.name in _NOT_ALONE and not group.titles:
        return "organisation" if group.name in _THE_ONE and not group.opens_only else None
    if not _SETTLING.isdisjoint(group.evidence) or _is_listed_as_it_stands(group):
        settled = verdict_of(SETTLED, group.evidence.union(_facts(group, None)))
        if settled and settled.verdict != "as weighed":
            return settled.verdict
    kind = kind_of(group.evidence, table)
    if group.titles or not _AGAINST.isdisjoint(group.evidence) or (kind is None and "before: in" in group.evidence):
        against = verdict_of(AGAINST, group.evidence.union(_facts(group, kind)))
        if against and against.verdict != "as weighed":
            kind = against.verdict
    return None if kind == "person" and _is_nobody(group) else kind


def _facts(group: Group, kind: Kind | None) -> Iterator[str]:
    """What rules ask for beside the evidence: of the lists, of the number of words and mentions, of what was weighed."""
    name, words, evidence = group.name, group.words, group.evidence
    yield f"weighed: {kind or 'none'}"
    yield "titled" if group.titles else "untitled"
    if any(title.rstrip(".") in ADDRESS for title, _ in group.titles):
        yield "addressed"
    if name in PLACES:
        yield "listed place"
        if _is_listed_as_it_stands(group):
            yield "listed as it stands"
    if name in PLACES or name in ORGANISATIONS:
        yield "in a list"
    if len(words) > _LONGEST_PERSON:
        yield "over five words"
    if len(group.mentions) == 1:
        yield "one mention"
    if not _WHERE.isdisjoint(evidence):
        yield "where somebody is"
    if kind == "person" and (
        "given name alone" in evidence or ("given name" in evidence and not _SPEAKS.isdisjoint(evidence))
    ):
        yield "known by a given name"


def _is_listed_as_it_stands(group: Group) -> bool:
    """Whether a place of several words or of capitals is listed, which means nothing else."""
    return (len(group.words) > 1 or group.name.isupper()) and group.name in PLACES


def _is_nobody(group: Group) -> bool:
    """Whether what is weighed as a person is a run of words, or one that any word with a capital may be."""
    if len(group.words) > 1:
        return len(group.words) > _LONGEST_PERSON
    return group.opens_only and len(group.mentions) == 1 and not group.titles
