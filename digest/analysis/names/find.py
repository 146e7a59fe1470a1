"""Names of a story: candidates are gathered, told apart by their evidence, joined, and ranked."""

from __future__ import annotations

from collections.abc import Mapping

from digest.analysis.names.candidates import find_candidates
from digest.analysis.names.gazetteer import CITIES, DEMONYMS, ORGANISATIONS, PLACES, SMALL_WORDS
from digest.analysis.names.groups import Group, gather, surname_of
from digest.analysis.names.joining import short_names, shown_names
from digest.analysis.names.kinds import FULL_NAME, HEADS, Kind, Weights, kind_of, weights
from digest.analysis.names.name import Name, Names
from digest.analysis.names.people import join_people, role_of
from digest.analysis.names.rows import kinds_by_row
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_LISTS = lexicon("names")
_NOT_ALONE = (
    (_LISTS["not_alone"] | _LISTS["organisation_heads"] | _LISTS["place_heads"] | _LISTS["other_heads"])
    - ORGANISATIONS
    - (PLACES - {"Wimbledon"})
)
_THE_ONE = lexicon("name_parts")["the_one"]
_LONGEST_PERSON = 5
_TELLS_ELSE = frozenset(
    [
        "given name",
        "place",
        "city",
        "place or person",
        "place head",
        "place last",
        "other head",
        "form of address",
        "small word",
    ]
)
_MEANS_ELSE = frozenset(
    [
        "place",
        "place or person",
        "city",
        "known organisation",
        "known organisation or another",
        "small word",
        "initials",
        "mixed letters",
    ]
)
_WHERE = frozenset(["before: in", "before: from", "before: at", "near"])
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
_ADDRESS = frozenset(["Mr", "Ms", "Mrs", "Dr"])
_SAID_TO_BE_PLACE = frozenset(["before: town of", "behind: town", "is a place"])
_CERTAIN = frozenset(["known organisation", "state body", "company ending", "numbered body", "sure body"])
_NEVER_AGED = frozenset(
    ["place", "city", "place head", "place first", "organisation head", "organisation head of", "other head"]
)
_OF_SOMEBODY = frozenset(["form of address", "title", "age", "who", "kin", "party", "before: kin"])
_COMMON_ALONE = frozenset(["small word", "not alone", "a head alone", "initials last"])
_COMMON_OR_PLACE = _COMMON_ALONE | {
    "place",
    "city",
    "place or person",
    "city or person",
    "town",
    "place head",
    "place front",
}
_TELLS_NO_PERSON = frozenset(["score", "firm", "somebody of", "lives there", "its", "which", "firm or somebody"])
_SPEAKS = frozenset(["behind: says", "last word alone", "plain, last word alone"])
_NO_SURE_PERSON = frozenset(["its", "which", "firm or somebody"])
_ENDS_LIKE_A_FIRM = frozenset(["field last", "small word last"])
_MATTERS = frozenset(["other head", "place head", "small word last"])


def find_names(article: Article) -> Names:
    """The people, organisations and places of a story.

    A name is of the kind that the evidence of all its mentions speaks for; where it speaks for none, the
    name is left out, unless it is part of a known person's.
    """
    if article.language not in ("en", "und"):
        return Names()
    groups = gather(article.text, find_candidates(article))
    table = weights()
    kinds = {name: _kind(group, table) for name, group in groups.items()}
    datelined = _places_of_dateline(article)
    kinds.update((name, "place") for name in datelined if name in kinds)
    kinds.update(kinds_by_row(article.text, groups, kinds))
    for name in _of_storms(groups):
        kinds[name] = None
    persons = [groups[name].words for name, kind in kinds.items() if kind == "person" and " " in name]
    parts = {surname_of(words) for words in persons} | {words[0] for words in persons}
    for name in (parts & kinds.keys()) - PLACES - ORGANISATIONS:
        kinds[name] = None  # people's, whatever else stands beside it: two of one surname, say
    short = short_names(article.text, groups, kinds)
    for name, full in short.items():
        if kinds[full] is None or kinds[full] == "person":
            kinds[full] = None if _is_common(groups[full]) else "organisation"
        if name in groups:
            kinds[name] = kinds[full]
    people, rest = join_people(
        article.text,
        [group for name, group in groups.items() if kinds[name] == "person"],
        [group for name, group in groups.items() if kinds[name] is None],
    )
    full_names = sorted([span for person in people.values() if len(person.words) > 1 for span in person.full_names])
    places = _spans(groups, kinds, "place", short)
    for name, span in datelined.items():
        places.setdefault(name, []).append(span)
    return Names(
        people=_ranked(
            {name: person.mentions for name, person in people.items()},
            {name: role_of(article.text, person, full_names) for name, person in people.items()},
        ),
        organisations=_ranked(_joined(_spans(groups, kinds, "organisation", short))),
        places=_ranked(_joined(places)),
        others=_ranked({group.name: group.mentions for group in rest}),
    )


def _of_storms(groups: Mapping[str, Group]) -> list[str]:
    """The names that mean a storm or a ship: "Leslie" of "Hurricane Leslie"."""
    named = [
        group.words[1] for group in groups.values() if len(group.words) == 2 and "none of the three" in group.evidence
    ]
    return [name for name in named if name in groups and not groups[name].titles and name not in PLACES]


def _places_of_dateline(article: Article) -> dict[str, Span]:
    """The places that the dateline names, "Oslo" and "Norway", where they stand; none of "FILE -"."""
    if not article.dateline or not article.dateline.place:
        return {}
    found: dict[str, Span] = {}
    head = article.dateline.span
    printed = head.of(article.text).lower()
    for line in article.dateline.place.split("/"):
        place, *regions = line.strip().split(", ")
        for name in (place, *regions):
            at = printed.find(name.lower())
            known = name in PLACES or name in CITIES
            if name in ORGANISATIONS or at < 0 or (not known and (name in regions or name.lower() in SMALL_WORDS)):
                continue
            if name in regions and name.endswith("."):
                continue  # "Fla.": nobody looks for a state by this
            found[name] = Span(head.start + at, head.start + at + len(name))
    return found


def _is_common(group: Group) -> bool:
    """Whether a name with an abbreviation is a matter's rather than a body's: "Augmented Reality (AR)"."""
    return HEADS.isdisjoint(group.evidence) and not _MATTERS.isdisjoint(group.evidence)


def _kind(group: Group, table: Weights) -> Kind | None:
    if len(group.words) == 1 and group.name in _NOT_ALONE and not group.titles:
        return "organisation" if group.name in _THE_ONE and not group.opens_only else None
    if not group.titles:
        if "none of the three" in group.evidence and group.name not in ORGANISATIONS and group.name not in PLACES:
            return None
        if "syllables" in group.evidence:
            return "person"
        if not _CERTAIN.isdisjoint(group.evidence):
            return "organisation"
        if (
            "sure place" in group.evidence
            or (not _SAID_TO_BE_PLACE.isdisjoint(group.evidence) and HEADS.isdisjoint(group.evidence))
            or ((" " in group.name or group.name.isupper()) and group.name in PLACES)
        ):
            return "place"
    if _is_aged(group):
        return "person"
    if "kin" in group.evidence and len(group.words) == 1 and _MEANS_ELSE.isdisjoint(group.evidence):
        return "person"  # "his wife, Ada,"
    kind = kind_of(group.evidence, table)
    if kind == "person" and "behind: place" in group.evidence and not _WHERE.isdisjoint(group.evidence):
        return "place" if len(group.words) == 1 and not group.titles else kind  # "from Quill, Texas"
    if "near" in group.evidence and kind in (None, "person") and _MEANS_SOMEBODY.isdisjoint(group.evidence):
        return "place"
    if kind == "place" and len(group.words) == 1 and any(title.rstrip(".") in _ADDRESS for title, _ in group.titles):
        return "person"  # "Ms. Gao", but not "Miss America"
    if (
        "before: company" in group.evidence
        and kind != "organisation"
        and not group.titles
        and len(group.words) < _LONGEST_PERSON
        and _TELLS_ELSE.isdisjoint(group.evidence)
    ):
        return "organisation"
    if kind != "organisation" and not group.titles and _OF_SOMEBODY.isdisjoint(group.evidence):
        kind = _kind_of_no_person(group, kind)
    if (
        kind == "person"
        and len(group.words) == 1
        and group.opens_only
        and len(group.mentions) == 1
        and not group.titles
    ):
        return None
    return None if kind == "person" and len(group.words) > _LONGEST_PERSON else kind


def _kind_of_no_person(group: Group, kind: Kind | None) -> Kind | None:
    """The kind of what nobody is told to be, where what stands beside it tells that it is no person's name."""
    evidence = group.evidence
    if _TELLS_NO_PERSON.isdisjoint(evidence):
        return kind
    if "score" in evidence and group.name not in PLACES and "given name" not in evidence:
        return "organisation"
    if kind == "person" and (evidence >= FULL_NAME or "well known" in evidence):
        return kind
    named = kind == "person" and (
        "given name alone" in evidence or ("given name" in evidence and not _SPEAKS.isdisjoint(evidence))
    )
    if "firm" in evidence and not named and (_COMMON_OR_PLACE if kind else _COMMON_ALONE).isdisjoint(evidence):
        return "organisation"
    if kind == "place":
        return kind
    if "somebody of" in evidence and kind == "person" and len(group.words) > 1 and "given name" not in evidence:
        return "organisation"  # "Ada Quill of Fenwick Lyle"
    if "lives there" in evidence and "given name" not in evidence:
        return "place"
    if kind is None or _NO_SURE_PERSON.isdisjoint(evidence):
        return kind
    if "given name" in evidence and ("field last" not in evidence or "which" in evidence):
        return kind
    if "its" in evidence or not _ENDS_LIKE_A_FIRM.isdisjoint(evidence):
        return "organisation"
    return kind if "which" in evidence and "surname last" in evidence else None


def _is_aged(group: Group) -> bool:
    """Whether an age behind a name in full says that it is a person's: "Chance Ally, 32,"."""
    return (
        "age" in group.evidence
        and 1 < len(group.words) <= _LONGEST_PERSON
        and group.words[0] not in DEMONYMS
        and _NEVER_AGED.isdisjoint(group.evidence)
    )


def _spans(
    groups: Mapping[str, Group], kinds: Mapping[str, Kind | None], kind: Kind, short: Mapping[str, str]
) -> dict[str, list[Span]]:
    """The mentions of the names of a kind, those of a short name under the one in full."""
    found: dict[str, list[Span]] = {}
    for name, group in groups.items():
        if kinds[name] == kind:
            while name in short:  # each name in full has more words than its short one
                name = short[name]
            found.setdefault(name, []).extend(group.mentions)
    return found


def _joined(spans: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """The same with one entry for each thing that is meant."""
    for name, shown in shown_names({name: len(mentions) for name, mentions in spans.items()}).items():
        spans[shown] += spans.pop(name)
    return spans


def _ranked(found: Mapping[str, list[Span]], roles: Mapping[str, str | None] | None = None) -> tuple[Name, ...]:
    """Most mentions first, then the earliest."""
    names = [
        Name(name=name, mentions=tuple(sorted(set(spans)) if len(spans) > 1 else spans), role=(roles or {}).get(name))
        for name, spans in found.items()
    ]
    return tuple(sorted(names, key=lambda name: (-len(name.mentions), name.mentions[0].start)))
