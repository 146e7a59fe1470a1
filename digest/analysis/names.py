"""People, organisations and places that a story names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from digest.article import Article
from digest.text.lexicons import lexicon, phrases
from digest.text.reporting import REPORTING_VERBS
from digest.text.spans import Span, one_line

_WORDS = lexicon("names")
_COURTESY = _WORDS["courtesy"]
_TITLES, _HEADS, _NOT_NAMES = _WORDS["person_titles"], _WORDS["organisation_heads"], _WORDS["not_names"]
PLACES = frozenset(name for names in phrases("places").values() for name in names)
"""The names in the gazetteer."""
_OPENERS = lexicon("openers")["openers"]

CAPITALISED = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Rev|St)\.|[A-Z]\.(?:[A-Z]\.)*|[A-Z\u00c0-\u00de][^\W\d_]*(?:['’-][^\W\d_]+)*)"
"""A word of a name, as a pattern: with a capital, an initial, or a title that ends in a stop."""

_CAP = rf"(?:{CAPITALISED}(?:(?<=s)['’](?= [A-Z]))?)"
_RUN = re.compile(
    rf"(?=[A-Z\u00c0-\u00de])(?<![\w’'-]){_CAP}(?:(?:[ \n]+(?:of|on|and|for|the|de|da|del|van|von|der|bin|al|el|la|le|du)){{0,2}}[ \n]+(?=[A-Z\u00c0-\u00de]){_CAP}){{0,12}}"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
_BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z&.]{1,9})\)")
_PARTICLES = frozenset(
    ["of", "on", "and", "for", "the", "de", "da", "del", "van", "von", "der", "bin", "al", "el", "la", "le", "du"]
)
_PERSON_PARTICLES = frozenset(["de", "da", "del", "van", "von", "der", "bin", "al", "el", "la", "le", "du"])
_FORMER = re.compile(r"\b(former|acting|deputy|outgoing|incoming|then)[ \n]+\Z")
_PERSONAL = re.compile(r",\s+(?:who\b|(?:aged\s+)?\d{1,2}[,.])")
_JOINED = re.compile(r"\s(?:and|the|for)\s")
_JOINT = re.compile(r"\s+(?:and|for|the|of\s+the)(?:\s+the)?\s+")
_BODY = re.compile(
    r"(?:Ministry|Department|Office|Council|Committee|Center|Centre|Institute|Conference|Bureau|Commission)\b"
)
_NEXT_WORD = re.compile(r"\s+([a-z]+)")
_WORD_BEFORE = re.compile(r"([a-z]+)\s+\Z")
_NO_PERSON_HAS = _NOT_NAMES | PLACES | (_PARTICLES - _PERSON_PARTICLES)
_TITLES_AS_PRINTED = _TITLES | {f"{title}." for title in _TITLES}

_MOST_ALIKE = 50
"""People of one surname that are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, with every place that it stands at."""

    name: str
    mentions: tuple[Span, ...]
    role: str | None = None
    """A person's role as printed before the name; None for what is not a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a story by kind, the most salient first."""

    people: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    others: tuple[Name, ...] = ()
    """Names that nothing tells apart; they are shown nowhere, and may be anybody's."""


class _Candidate(NamedTuple):
    name: str
    words: tuple[str, ...]
    span: Span
    opens: bool
    """Whether it opens its sentence, where any word has a capital."""


def find_names(article: Article) -> Names:
    """The people, organisations and places of a story.

    A name is a person where a title, a verb of saying or an age stands beside it once, or where
    its last word stands alone elsewhere; a place where the gazetteer has it; an organisation by
    its last word or its initials. A name that nothing tells apart is left out.
    """
    if article.language not in ("en", "und"):
        return Names()
    candidates = [
        candidate
        for sentence in article.sentences
        for candidate in _candidates(article.text, _after_dateline(article, sentence.span))
    ]
    seen_inside = {candidate.name for candidate in candidates if not candidate.opens}
    alone = Counter(candidate.words[0] for candidate in candidates if len(candidate.words) == 1)
    people: dict[str, list[Span]] = {}
    roles: dict[str, str] = {}
    organisations: dict[str, list[Span]] = {}
    places: dict[str, list[Span]] = {}
    unsure: list[_Candidate] = []
    for candidate in candidates:
        if candidate.name in PLACES:
            places.setdefault(candidate.name, []).append(candidate.span)
        elif _is_organisation(candidate, article.text):
            organisations.setdefault(candidate.name, []).append(candidate.span)
        else:
            title, person = _without_title(candidate)
            if person and _is_person(person, title, alone, article.text):
                people.setdefault(person.name, []).append(person.span)
                role = _role(article.text, Span(candidate.span.start, person.span.start), title) if title else None
                if role:
                    roles.setdefault(person.name, role)
            elif candidate.name in seen_inside:
                unsure.append(candidate)
    if article.dateline and article.dateline.place:
        place = article.dateline.place.split(", ")[0]
        places.setdefault(place, []).append(article.dateline.span)
    people = _by_full_name(people)
    rest = _add_surnames(people, unsure)
    return Names(
        people=_ranked(people, roles),
        organisations=_ranked(organisations),
        places=_ranked(places),
        others=_ranked(rest),
    )


def _after_dateline(article: Article, sentence: Span) -> Span:
    """The sentence without the dateline, whose place is a fact and whose agency is no part of the story."""
    dateline = article.dateline
    return Span(dateline.span.end, sentence.end) if dateline and sentence.contains(dateline.span) else sentence


def _candidates(text: str, within: Span) -> Iterable[_Candidate]:
    """Runs of capitalised words, cut where they join two names."""
    for run in _RUN.finditer(text, within.start, within.end):
        printed = run.group()
        if printed in _OPENERS or printed in _NOT_NAMES:
            continue
        if printed.isalpha():  # one word, as most runs are
            yield _Candidate(printed, (printed,), Span(*run.span()), run.start() - within.start < 2)
            continue
        start = run.start()
        for piece in _parts(printed):
            offset = printed.index(piece, start - run.start())
            words = one_line(piece).removesuffix("'s").removesuffix("’s").split(" ")
            begin = run.start() + offset
            opens = begin - within.start < 2
            while words and (words[0] == "The" or (opens and words[0] in _OPENERS) or _is_possessive_place(words)):
                if _is_possessive_place(words):
                    yield _Candidate(words[0][:-2], (words[0][:-2],), Span(begin, begin + len(words[0]) - 2), opens)
                begin += len(words[0]) + 1
                words = words[1:]
            if words and words[0] in _PARTICLES:
                continue
            opens = begin - within.start < 2
            if not words or (len(words) == 1 and (words[0] in _NOT_NAMES or words[0] in _OPENERS)):
                continue
            length = len(piece.removesuffix("'s").removesuffix("’s")) - (begin - run.start() - offset)
            yield _Candidate(" ".join(words), tuple(words), Span(begin, begin + length), opens)
            start = run.start() + offset + len(piece)


def _is_possessive_place(words: list[str]) -> bool:
    """`Thailand’s Senate` names a place and, apart from it, a body."""
    return len(words) > 1 and words[0].endswith(("'s", "’s")) and words[0][:-2] in PLACES


def _parts(run: str) -> Iterable[str]:
    """`Syria and Iraq` holds two names; `Trinidad and Tobago` is one."""
    if not _JOINED.search(run) or one_line(run) in PLACES or _BODY.match(run):
        return (run,)
    return _JOINT.split(run)


def _is_organisation(candidate: _Candidate, text: str) -> bool:
    words = candidate.words
    if len(words) == 1:
        return bool(_ACRONYM.fullmatch(words[0])) and words[0] not in _NOT_NAMES and len(words[0]) > 2
    if words[-1].rstrip(".") in _HEADS or (words[0] in _HEADS and words[1] in ("of", "for", "on")):
        return True
    return bool(_BRACKETED.match(text, candidate.span.end)) and not any(word in _TITLES for word in words)


def _without_title(candidate: _Candidate) -> tuple[str, _Candidate | None]:
    """The title words in front of a name, and the name behind them."""
    words = candidate.words
    if _TITLES_AS_PRINTED.isdisjoint(words):
        return "", candidate
    last = max((number for number, word in enumerate(words) if word in _TITLES_AS_PRINTED))
    title, name = " ".join(words[: last + 1]), words[last + 1 :]
    if not name or name[0] in _PARTICLES:
        return title, None
    start = candidate.span.end - len(" ".join(name))
    return title, _Candidate(" ".join(name), name, Span(start, candidate.span.end), opens=False)


def _is_person(candidate: _Candidate, title: str, alone: Mapping[str, int], text: str) -> bool:
    words = candidate.words
    if len(words) > 5 or not _NO_PERSON_HAS.isdisjoint(words) or words[-1] in _PARTICLES:
        return False
    if "-" in candidate.name and any(
        "-" in word and word.rsplit("-", 1)[-1] in ("based", "headquartered", "born", "led", "owned") for word in words
    ):
        return False
    if not candidate.name.istitle() and any(len(word) > 2 and _ACRONYM.fullmatch(word) for word in words):
        return False
    if title:
        return True
    before = text[max(0, candidate.span.start - 30) : candidate.span.start]
    after = text[candidate.span.end : candidate.span.end + 24]
    if before.rstrip().rsplit(" ", 1)[-1].lower() in _TITLES and before.endswith(" "):
        return True
    if len(words) < 2:
        return False
    next_word = _NEXT_WORD.match(after)
    if (next_word and next_word[1] in REPORTING_VERBS) or _PERSONAL.match(after):
        return True
    said_before = _WORD_BEFORE.search(before)
    if said_before and said_before[1] in ("said", "says", "added", "told", "tells"):
        return True
    return alone[words[-1]] > 0 and words[-1] not in _HEADS


def _role(text: str, before: Span, title: str) -> str | None:
    """The role as printed: the title and what belongs to it; None for a mere form of address."""
    if all(word.rstrip(".") in _COURTESY for word in title.split()):
        return None
    printed = one_line(before.of(text)) or title
    former = _FORMER.search(text[max(0, before.start - 20) : before.start])
    return f"{former[1]} {printed}".strip(" ,") if former else printed.strip(" ,")


def _by_full_name(people: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """One entry a person: a surname alone counts for the full name that ends in it."""
    joined: dict[str, list[Span]] = {}
    by_surname: dict[str, list[str]] = {}
    for name in people:
        if " " in name:
            by_surname.setdefault(name.rsplit(" ", 1)[-1], []).append(name)
    for name, spans in people.items():
        alike = by_surname.get(name.rsplit(" ", 1)[-1], [])[:_MOST_ALIKE]
        ends = [full for full in alike if full != name and full.endswith(f" {name}")]
        joined.setdefault(ends[0] if len(ends) == 1 else name, []).extend(spans)
    return joined


def _add_surnames(people: dict[str, list[Span]], unsure: Iterable[_Candidate]) -> dict[str, list[Span]]:
    """Count further mentions of known people, by full name or surname; what is left names nobody known."""
    rest: dict[str, list[Span]] = {}
    surnames: dict[str, list[str]] = {}
    for name in people:
        surnames.setdefault(name.rsplit(" ", 1)[-1], []).append(name)
    for candidate in unsure:
        owners = [candidate.name] if candidate.name in people else surnames.get(candidate.name, [])
        if len(owners) == 1:
            people[owners[0]].append(candidate.span)
        else:
            rest.setdefault(candidate.name, []).append(candidate.span)
    return rest


def _ranked(found: Mapping[str, list[Span]], roles: Mapping[str, str] | None = None) -> tuple[Name, ...]:
    """Most mentions first, then the earliest."""
    names = [
        Name(name=name, mentions=tuple(sorted(set(spans))), role=(roles or {}).get(name))
        for name, spans in found.items()
    ]
    return tuple(sorted(names, key=lambda name: (-len(name.mentions), name.mentions[0].start)))
