"""Groups, the mentions of a story gathered by the name that they print, with the evidence of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from digest.analysis.names.beside import TELLS_OWNER, evidence_beside
from digest.analysis.names.candidates import Candidate
from digest.analysis.names.evidence import evidence_of_words
from digest.analysis.names.gazetteer import (
    CITIES,
    DEMONYMS,
    GIVEN_NAMES,
    ORGANISATIONS,
    PLACES,
    SMALL_WORDS,
    STATE_LETTERS,
)
from digest.analysis.names.titles import AS_PRINTED, SMALL_IN_TITLES, TITLE_WORDS, is_courtesy, split_title
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_LISTS = lexicon("names")
_NO_SURNAMES = (
    _LISTS["organisation_heads"] | _LISTS["place_heads"] | _LISTS["other_heads"] | _LISTS["not_names"] | ORGANISATIONS
)
_PLACES_AND_CITIES = PLACES | CITIES
_OWNERS = (_PLACES_AND_CITIES | ORGANISATIONS) - STATE_LETTERS - (GIVEN_NAMES - PLACES)
_HEADS_OF_OWNERS = (
    (_LISTS["organisation_heads"] - {"Bureau", "Securities", "Branch", "Office"}) | lexicon("name_parts")["sure_places"]
) - (TITLE_WORDS - {"County"})
"""What a body or a region with a head of its own ends in; a bureau's chief is its newspaper's."""
_OWNED = TITLE_WORDS - {"Saint"}
_LONGEST_OWNER = 5
"""Words of a body's name in front of a title."""
_SURNAMES_TOO = lexicon("name_parts")["surnames_too"]
_MOST_MENTIONS = 8
"""Mentions of a name that are looked at; what the first ones do not tell, later ones seldom do."""
_ADDRESSED = frozenset(["title", "form of address"])
_MAY_BE_SOMEBODY = frozenset(["title", "plain"])
JUNIOR = frozenset(["Jr", "Jr.", "JR", "Sr", "Sr.", "SR"])
"""What tells two of one name apart, and stands behind a surname alone too: "Quill Jr."."""
SUFFIXES = JUNIOR | {"II", "III", "IV"}


@dataclass(slots=True)
class Group:
    """The mentions of one printed name."""

    name: str
    words: tuple[str, ...]
    mentions: list[Span] = field(default_factory=list)
    titles: list[tuple[str, Span]] = field(default_factory=list)
    """The title in front of a mention, with the mention."""
    evidence: set[str] = field(default_factory=set)
    opens_only: bool = True
    """Whether it stands nowhere but where any word has a capital."""


def gather(text: str, candidates: Iterable[Candidate]) -> dict[str, Group]:
    """The groups of a story by their names, in the order of their first mentions."""
    groups: dict[str, Group] = {}
    candidates = tuple(candidates)
    surnames = {it.words[-1] for it in candidates if len(it.words) > 1 and it.words[-2] not in AS_PRINTED}
    for whole, title, candidate in _with_titles(candidates):
        if candidate is None:
            candidate = _place_in_title(whole)
            if candidate is None:
                continue
            title = ""
        elif candidate is whole:
            if whole.name in DEMONYMS:
                continue
        elif len(candidate.words) == 1 and (
            candidate.name in DEMONYMS
            or (
                title
                and candidate.name.lower() in SMALL_WORDS
                and candidate.name not in _SURNAMES_TOO
                and not (is_courtesy(title) and candidate.name in surnames)
            )
        ):
            continue  # "Chief Norwegian", "Deputy Secretaries"
        elif whole.words[len(whole.words) - len(candidate.words) - 1] in SMALL_IN_TITLES:
            title = ""
        name, words = candidate.name, candidate.words
        if len(words) == 1 and len(name) > 3 and name.isupper() and name.title() in _PLACES_AND_CITIES:
            name, words = name.title(), (name.title(),)  # "OSLO", as a dateline inside the story has it
        group = groups.get(name)
        if group is None:
            group = groups[name] = Group(name, words)
            group.evidence.update(evidence_of_words(words))
        group.mentions.append(candidate.span)
        if title:
            group.titles.append((title, candidate.span))
        if len(group.mentions) <= _MOST_MENTIONS:
            group.evidence.update(evidence_beside(text, candidate, title))
        if not candidate.opens:
            group.opens_only = False
    for group in groups.values():
        if group.opens_only:
            group.evidence.add("opens only")
    _share_evidence(groups)
    return groups


def _with_titles(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, str, Candidate | None]]:
    """The candidates with their title and the name behind it; a title's owner is one of its own: "Oslo Mayor"."""
    for candidate in candidates:
        title, name = split_title(candidate)
        if name is not None and name is not candidate and len(candidate.words) > 2:
            owner = _owner_of_title(candidate, name)
            if owner:
                yield owner, "", owner
        yield candidate, title, name


def _owner_of_title(candidate: Candidate, name: Candidate) -> Candidate | None:
    """Whose mayor, president or spokesman somebody is by the words in front of the title: "Oslo", "Senn University"."""
    words = candidate.words
    last = len(words) - len(name.words) - 1
    for number in range(min(last, _LONGEST_OWNER), 0, -1):
        if words[number] in _OWNED and (
            " ".join(words[:number]) in _OWNERS or _is_body(words[:number]) or _is_told(words, number)
        ):
            span = Span(candidate.span.start, candidate.starts[number - 1] + len(words[number - 1]))
            return Candidate(" ".join(words[:number]), words[:number], span, candidate.starts[:number], candidate.opens)
    return None


def _is_body(words: tuple[str, ...]) -> bool:
    """Whether the words are a name by the head word in it: "Senn University", "University of Senn", "Senn County"."""
    if len(words) < 2 or words[0] in TITLE_WORDS:
        return False
    if words[0] in _LISTS["organisation_heads"] and words[1] == "of":
        return len(words) > 2 and words[-1] not in SMALL_IN_TITLES and AS_PRINTED.isdisjoint(words[3:])
    return words[-1] in _HEADS_OF_OWNERS and "of" not in words


def _is_told(words: tuple[str, ...], number: int) -> bool:
    """Whether a title tells what an unknown owner is: "Senn CEO", "Northmoor Mayor"."""
    return words[number] in TELLS_OWNER and not any(
        word in TITLE_WORDS
        or word in DEMONYMS
        or word in GIVEN_NAMES
        or word.lower() in SMALL_WORDS
        or not word.isalpha()
        for word in words[:number]
    )


def _place_in_title(title: Candidate) -> Candidate | None:
    """The place that the words of a title end in: "President of Syria"."""
    words = title.words
    for number in (1, 2, 3):
        if (
            len(words) > number + 1
            and words[-number - 1] in ("of", "for", "the")
            and " ".join(words[-number:]) in PLACES
        ):
            return title.without_first(len(words) - number)
    return None


def surname_of(words: tuple[str, ...]) -> str:
    """The last word of a person's name that is no suffix."""
    return words[-2] if len(words) > 2 and words[-1] in SUFFIXES else words[-1]


def _share_evidence(groups: dict[str, Group]) -> None:
    """Give names of several words what is said beside their last word alone, which may be a surname."""
    for group in groups.values():
        if len(group.words) < 2 or len(group.words) > 5:
            continue
        family = groups.get(group.words[0])
        if (
            family is not None
            and family.titles
            and _NO_SURNAMES.isdisjoint(group.words)
            and not any(word.lower() in SMALL_WORDS for word in group.words[1:])
        ):
            group.evidence.update(family.evidence & _ADDRESSED)  # "Gao Junlan", later "Ms. Gao"
        last = surname_of(group.words)
        alone = groups.get(last)
        if alone is None or last in _NO_SURNAMES or last in PLACES:
            continue
        group.evidence.add("plain, last word alone" if "plain" in group.evidence else "last word alone")
        if group.words[0] in GIVEN_NAMES or not _MAY_BE_SOMEBODY.isdisjoint(group.evidence):
            group.evidence.update(
                one for one in alone.evidence if one.startswith(("form", "title", "behind", "age", "who"))
            )
