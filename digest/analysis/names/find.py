"""Names of a story: candidates are gathered, told apart by their evidence, joined, and ranked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from digest.analysis.names.candidates import find_candidates
from digest.analysis.names.couples import couples
from digest.analysis.names.gazetteer import CITIES, ORGANISATIONS, PLACES, SMALL_WORDS
from digest.analysis.names.groups import Group, gather, surname_of
from digest.analysis.names.joining import firms_of_a_family, firms_of_a_founder, short_names, shown_names
from digest.analysis.names.kinds import HEADS, Kind, weights
from digest.analysis.names.name import Name, Names
from digest.analysis.names.people import join_people, role_of
from digest.analysis.names.rows import kinds_by_row
from digest.analysis.names.settling import ADDRESS, settle_kind
from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_BESIDE = lexicon("evidence_words")
_SURNAMES_TOO = lexicon("name_parts")["surnames_too"]
_RIVERS = _BESIDE["firms_and_rivers"]
_OF_RIVER = re.compile(
    rf"(?! [a-z])| (?:{'|'.join(sorted(_BESIDE['of_rivers'] | _BESIDE['before_that'] | _BESIDE['behind_are']))})\b"
    r"| (?:and|as|at|by|can|for|from|has|in|is|of|on|or|to|was|where|which|will|with|would)\b"
)
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
    kinds = {name: settle_kind(group, table) for name, group in groups.items()}
    datelined = _places_of_dateline(article)
    kinds.update((name, "place") for name in datelined if name in kinds)
    rivers = _rivers(article.text, groups, kinds)
    kinds.update(kinds_by_row(article.text, groups, kinds))
    for name in _of_storms(groups):
        kinds[name] = None
    for given, group in couples(article.text, groups, kinds).items():
        del groups[given], kinds[given]
        groups[group.name], kinds[group.name] = group, "person"
    persons = [groups[name].words for name, kind in kinds.items() if kind == "person" and " " in name]
    parts = {surname_of(words) for words in persons} | {words[0] for words in persons}
    surnames = {surname_of(words) for words in persons}
    for name in (_of_full_names(groups) & kinds.keys()) - surnames:
        kinds[name] = None
    firms = firms_of_a_family(groups, kinds)
    founded = firms_of_a_founder(groups, kinds)
    kinds.update((name, "organisation") for name in firms)
    titled = {name for name in parts & kinds.keys() if len(groups[name].titles) == len(groups[name].mentions)}
    for name in ((parts & kinds.keys()) - PLACES - ORGANISATIONS - firms.keys() - founded) | titled:
        kinds[name] = None  # people's, whatever else stands beside it: two of one surname, say
    for name, kind in kinds.items():
        if kind == "organisation" and name[-1] == "s" and _is_family(groups[name], surnames):
            kinds[name] = None
    short = firms | short_names(article.text, groups, kinds)
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
    for name, spans in rivers.items():
        places.setdefault(name, []).extend(spans)
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


def _of_full_names(groups: Mapping[str, Group]) -> set[str]:
    """The names that mean somebody only where the story has the name in full: "Mr Stride", beside Gary Stride."""
    return {
        name
        for name, group in groups.items()
        if name.lower() in SMALL_WORDS
        and name not in _SURNAMES_TOO
        and group.titles
        and all(title.rstrip(".") in ADDRESS for title, _ in group.titles)
    }


def _rivers(text: str, groups: dict[str, Group], kinds: dict[str, Kind | None]) -> dict[str, list[Span]]:
    """The mentions of a firm's name that mean the river or what lies about it, which they are taken from."""
    found: dict[str, list[Span]] = {}
    for name in _RIVERS & groups.keys():
        group = groups[name]
        waters = [span for span in group.mentions if _is_river(text, span)]
        if len(waters) == len(group.mentions):
            kinds[name] = "place"
        elif waters:
            found[name] = waters
            group.mentions = [span for span in group.mentions if span not in waters]
    return found


def _is_river(text: str, mention: Span) -> bool:
    return text[max(0, mention.start - 4) : mention.start].lower() == "the " and bool(
        _OF_RIVER.match(text, mention.end)
    )


def _is_family(group: Group, surnames: Set[str]) -> bool:
    """Whether a body's name is that of people in the plural, or of somebody's: "the Quills", "Lloyd’s" of Ada Lloyd."""
    if group.name[-2] in "'’":
        return group.name[:-2] in surnames
    return group.name[:-1] in surnames and "known organisation" not in group.evidence


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
