"""Verdicts, the rules that settle a name's kind by themselves, or that speak against what its evidence weighs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Literal, NamedTuple

from digest.analysis.names.kinds import HEADS

Verdict = Literal["person", "organisation", "place", "as weighed"] | None
_PLACES_AND_CITIES = frozenset(["place", "place or person", "city"])
_CERTAIN = frozenset(["known organisation", "state body", "company ending", "numbered body", "sure body"])
_SAID_TO_BE_PLACE = frozenset(["before: town of", "behind: town", "is a place"])
_MEANS_ELSE = _PLACES_AND_CITIES | {
    "known organisation",
    "known organisation or another",
    "small word",
    "initials",
    "mixed letters",
}
_NEVER_AGED = frozenset(
    ["place", "city", "place head", "place first", "organisation head", "organisation head of", "other head"]
)
_TELLS_ELSE = _PLACES_AND_CITIES | {
    "given name",
    "place head",
    "place last",
    "other head",
    "form of address",
    "small word",
}
_MEANS_SOMEBODY = frozenset(
    [
        "given name",
        "given name alone",
        "surname last",
        "surname alone",
        "last word alone",
        "plain, last word alone",
        "title",
        "form of address",
        "behind: owned",
        "behind: says",
        "small word",
        "initials",
        "particle",
        "party",
    ]
)
_OF_SOMEBODY = frozenset(["form of address", "title", "age", "who", "kin", "party", "before: kin"])
_COMMON_ALONE = frozenset(["small word", "not alone", "a head alone", "initials last"])
_COMMON_OR_PLACE = _COMMON_ALONE | _PLACES_AND_CITIES | {"city or person", "town", "place head", "place front"}
_WHERE_OR_WHOSE = frozenset(["before: of", "before: in", "before: from", "before: at", "near"])
_NOT_A_FIRM = (_WHERE_OR_WHOSE - {"before: of"}) | {
    "before: near",
    "before: to",
    "behind: town",
    "behind: place",
    "behind: past",
    "behind: owned occupation",
    "place head",
    "listed place",
    "last word alone",
    "weighed: organisation",
    "given name alone",
    "small word",
    "not alone",
    "a head alone",
    "form of address",
    "title",
    "age",
    "who",
    "party",
    "apposition",
}
_NAMES_SOMEBODY = frozenset(
    ["given name", "given name alone", "surname alone", "last word alone", "plain, last word alone"]
)
_NO_SIDE = _OF_SOMEBODY | _NAMES_SOMEBODY | {"listed place", "well known", "small word"}
_NO_PLACE = (
    _NAMES_SOMEBODY | _OF_SOMEBODY | {"firm", "its", "which", "behind: owned", "behind: says", "behind: thing", "opens"}
)
_NO_SURE_PERSON = frozenset(["its", "which", "firm or somebody"])
_ENDS_LIKE_A_FIRM = frozenset(["field last", "small word last"])


class Rule(NamedTuple):
    """What settles a kind: one piece of evidence out of some, beside every one of others, and none of a third set."""

    verdict: Verdict
    some: frozenset[str]
    every: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()


def _rule(verdict: Verdict, some: Iterable[str], every: Iterable[str] = (), none: Iterable[str] = ()) -> Rule:
    return Rule(verdict, frozenset(some), frozenset(every), frozenset(none))


SETTLED = (
    _rule(None, ["none of the three"], ["untitled"], ["in a list"]),
    _rule("person", ["syllables"], ["untitled"]),
    _rule("person", ["nickname"]),
    _rule(None, ["work"], ["untitled"], ["in a list", "known organisation"]),  # "the soap Harbour Lane"
    _rule("organisation", _CERTAIN, ["untitled"]),
    _rule("place", ["sure place", "listed as it stands"], ["untitled"]),
    _rule("place", _SAID_TO_BE_PLACE, ["untitled"], HEADS),
    _rule(None, ["birth name"], ["one mention"]),  # "Born Ada Marit Quill": of somebody who has another entry
    _rule("person", ["age"], (), _NEVER_AGED | {"one word", "over five words", "demonym first"}),  # "Chance Ally, 32,"
    _rule("person", ["kin"], ["one word"], _MEANS_ELSE),  # "his wife, Ada,"
    _rule("person", ["kin"], ["before: comma", "two words", "surname last"], _NEVER_AGED),  # "a sister, Rose Quill"
)
"""What settles a kind before anything is weighed; the first that holds."""

AGAINST = (
    # "from Quill, Texas"
    _rule("place", ["behind: place"], ["where somebody is", "weighed: person", "one word", "untitled"]),
    _rule("as weighed", ["behind: place"], ["where somebody is", "weighed: person"]),
    _rule("place", ["near"], (), _MEANS_SOMEBODY | {"weighed: organisation", "weighed: place"}),
    _rule("place", ["near"], ["one word", "weighed: none", "untitled"], _MEANS_SOMEBODY - {"surname alone"}),
    # "in Little Marwood", "western Dravania"
    _rule("place", ["before: in", "near"], ["two words", "village first", "untitled"], {"weighed: organisation"}),
    _rule("place", ["before: north"], ["plain, one word", "weighed: none", "untitled"], _NO_PLACE),
    _rule(
        "place",
        ["before: north"],
        ["more words", "weighed: none", "untitled"],
        _NO_PLACE | _NEVER_AGED | {"given name"},
    ),
    # "Wexham Town knocked them out", "the Wexham City striker"
    _rule(
        "organisation",
        ["club", "behind: team"],
        ["place head", "untitled"],
        (_WHERE_OR_WHOSE - {"before: of"}) | {"listed place", "city", "town"},
    ),
    _rule(
        "organisation", ["said it"], ["firm or somebody", "untitled"], _NAMES_SOMEBODY | _OF_SOMEBODY | {"given name"}
    ),  # "Rival Fenwick Lens said it had"
    _rule(
        "person", ["last word alone"], ["particle", "weighed: none"], ["place head", "place head of", "city", "town"]
    ),
    _rule("person", ["given names"], ["weighed: none"]),  # "Spain’s Juan Ignacio Barreda Solís"
    _rule("person", ["addressed"], ["weighed: place", "one word"]),  # "Ms. Gao", but not "Miss America"
    _rule("organisation", ["before: company"], ["untitled"], _TELLS_ELSE | {"weighed: organisation", "many words"}),
    # "Aldwick Town, who are bottom", but not "people of Aldwick Town, who are"
    _rule(
        "organisation", ["who are"], ["weighed: place", "untitled"], _WHERE_OR_WHOSE | {"listed place", "city", "town"}
    ),
    # "Shares in Fenwick", of a firm that is called as a town or somebody is
    _rule("organisation", ["firm", "its"], ["one word", "untitled"], _NOT_A_FIRM),
    _rule(
        "organisation",
        ["its", "which", "said it"],
        ["firm", "one word", "untitled"],
        _NOT_A_FIRM - {"given name alone", "behind: owned occupation"},
    ),
    _rule("organisation", ["paper last"], ["untitled", "before: the"]),  # "the Hexham Echo"
    _rule("organisation", ["party of this name"], ["untitled"], _NAMES_SOMEBODY | {"listed place", "demonym first"}),
    _rule("organisation", ["plays"], ["untitled"], _NO_SIDE),
    _rule("organisation", ["made by"], ["untitled"], _COMMON_OR_PLACE | _NAMES_SOMEBODY),
    _rule("place", ["before: in"], ["untitled", "weighed: none", "plain, one word"], _NO_PLACE),
    _rule("as weighed", _OF_SOMEBODY | {"weighed: organisation", "titled"}),
    _rule("organisation", ["beaten"], (), ["weighed: person", "listed place"]),
    _rule(None, ["outlet"], ["weighed: place"], ["listed place"]),
    _rule("organisation", ["score"], (), ["listed place", "given name"]),
    _rule("as weighed", ["given name"], ["surname last", "weighed: person"]),
    _rule("as weighed", ["well known"], ["weighed: person"]),
    _rule("organisation", ["firm"], ["weighed: none"], _COMMON_ALONE),
    # "Oslo-based Fenwick Lens"
    _rule("organisation", ["based"], ["weighed: none", "untitled"], _COMMON_ALONE | _OF_SOMEBODY | _NAMES_SOMEBODY),
    _rule("organisation", ["firm"], (), _COMMON_OR_PLACE | {"weighed: none", "known by a given name"}),
    _rule("as weighed", ["weighed: place"]),
    # "Ada Quill of Fenwick Lyle"
    _rule("organisation", ["somebody of"], ["weighed: person"], ["one word", "given name"]),
    _rule("place", ["lives there"], (), ["given name"]),
    _rule("as weighed", ["weighed: none"]),
    _rule("as weighed", ["weighed: person"], (), _NO_SURE_PERSON),
    _rule("as weighed", ["given name"], (), ["field last"]),
    _rule("as weighed", ["given name"], ["which"]),
    _rule("organisation", _ENDS_LIKE_A_FIRM | {"its"}),
    _rule("as weighed", ["surname last"], ["which"]),
    _rule(None, _NO_SURE_PERSON),
)
"""What speaks for another kind than the evidence weighs, or lets that stand; the first that holds."""


def told_by(rules: Sequence[Rule]) -> frozenset[str]:
    """The evidence of which a name has to have some for one of the rules to tell its kind."""
    return frozenset[str]().union(*(rule.some for rule in rules if rule.verdict != "as weighed"))


def verdict_of(rules: Sequence[Rule], facts: Set[str]) -> Rule | None:
    """The first rule that holds for what is told of a name."""
    for rule in rules:
        if not rule.some.isdisjoint(facts) and rule.every <= facts and rule.none.isdisjoint(facts):
            return rule
    return None
