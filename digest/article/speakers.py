"""Speakers of a transcript: who stands behind each label, by name and role where the page tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.article.capitals import as_name
from digest.article.introductions import (
    COURTESY,
    OFFICES,
    POSTS,
    interviewed_person,
    introduced_people,
    person_of,
)
from digest.article.labels import Label
from digest.text.genders import Gender, gender_of_given_name, gender_of_title
from digest.text.patterns import seldom
from digest.text.spans import Span

_NO_ROLE = seldom(
    r"(?:via|through|continu|off[- ]|inaudible|in [A-Z]|byline|remotely|by\b|on\b|via\b|interpreted|translated).*|[A-Z]\b",
    re.IGNORECASE,
)
_FULL_NAME = seldom(
    r"(?=[A-Z\u00c0-\u00de])(?:[^\W\d_][\w’'-]{0,40}\.?[ ]){1,2}(?=[A-Z\u00c0-\u00de])[^\W\d_][\w’'-]{1,40}"
)
_LONGEST_HEAD = 6_000
"""Characters above the first turn in which people are introduced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who speaks in a transcript."""

    labels: tuple[str, ...]
    """The labels of the turns, as printed."""
    shown: str
    """What to call the speaker: the full name, or the label in the way that names are written: `Ms. Quill`, `The Mayor`."""
    mentions: tuple[Span, ...]
    """Where the labels name the speaker."""
    asks: bool
    """Whether the speaker does nothing but ask."""
    unnamed: bool
    """Whether the labels tell only what part somebody has in the talk: `Q`, `MODERATOR`."""
    name: str | None = None
    """In full where the page gives it, without title; None for a mere office or letter."""
    role: str | None = None


def find_speakers(text: str, turns: Sequence[Label], asking: Sequence[bool]) -> tuple[Speaker, ...]:
    """The speakers in the order of their first turn.

    A label with a surname means the one person of that surname whom another label, the page's head or else what is said
    gives a full name; where there are two such people, it means nobody but itself.

    Args:
        text: the article's text.
        turns: the labels of its turns, in their order.
        asking: whether each turn asks.
    """
    if not turns:
        return ()
    by_key: dict[str, list[Label]] = {}
    answers = {label.key for label, asks in zip(turns, asking, strict=True) if not asks}
    for label in turns:
        by_key.setdefault(label.key, []).append(label)
    head = text[max(0, turns[0].span.start - _LONGEST_HEAD) : turns[0].span.start]
    known = _known_people(head, turns)
    interviewed = interviewed_person(head) if any(label.is_letter and not label.asks for label in turns) else None
    wanted = {words[-1].casefold() for label in turns if len(words := _split(label.speaker)[1]) == 1} - set(known)
    if wanted:
        for found in _FULL_NAME.finditer(text):
            words = found.group().split(" ")
            if words[-1].casefold() in wanted and (person := person_of(words)):
                known.setdefault(words[-1].casefold(), {}).setdefault(person[0], person[1])
    grouped: dict[str, list[tuple[list[Label], str | None, str | None, str]]] = {}
    alike = _alike(by_key)
    for key, labels in by_key.items():
        name, role, shown = _resolve(labels, known, interviewed, alike)
        grouped.setdefault(name if name and " " in name else key, []).append((labels, name, role, shown))
    return tuple(_speaker(group, answers) for group in grouped.values())


def names_in_full(turns: Collection[Label], head: str) -> set[str]:
    """The speakers' full names as their labels print them, and that of whom a letter marks and the page's head names."""
    names = {label.speaker for label in turns if " " in label.speaker and not label.is_part}
    if any(label.is_letter and not label.asks for label in turns) and (person := interviewed_person(head)):
        names.add(person[0])
    return names


def _speaker(group: Sequence[tuple[list[Label], str | None, str | None, str]], answers: set[str]) -> Speaker:
    labels = [label for found, *_ in group for label in found]
    return Speaker(
        labels=tuple(dict.fromkeys(label.speaker for label in labels)),
        shown=group[0][3],
        mentions=tuple(sorted({label.name for label in labels})),
        asks=not any(label.key in answers for label in labels),
        unnamed=group[0][1] is None and (labels[0].is_letter or (labels[0].hosts and labels[0].is_part)),
        name=group[0][1],
        role=max((role for _, _, role, _ in group if role), key=len, default=None),
    )


def _resolve(
    labels: Sequence[Label],
    known: Mapping[str, Mapping[str, str | None]],
    interviewed: tuple[str, str | None] | None,
    alike: Mapping[str, Collection[str]],
) -> tuple[str | None, str | None, str]:
    """The name, the role and what to show for a label."""
    label = labels[0]
    printed = as_name(label.speaker)
    if label.is_unknown:
        return None, None, printed
    if label.is_letter or (label.hosts and label.is_part):
        if label.hosts and label.more and (called := person_of(label.more.split())):
            return as_name(called[0]), called[1] or printed, as_name(called[0])  # "Host (Ada Quill):"
        holder = _holder(label.key, known) if label.asks or label.hosts else interviewed
        if holder is None:
            return None, None, "Answer" if label.is_letter and not label.asks else printed
        return as_name(holder[0]), holder[1], as_name(holder[0])
    if label.speaker.startswith("The ") and label.more and (holds := person_of(label.more.split())):
        return holds[0], label.speaker.removeprefix("The "), holds[0]
    title, words = _split(label.speaker)
    office = " ".join(title).strip() or None
    role = next((told for it in labels if it.more and (told := _role_in_label(it.more))), None)
    if not words:
        holder = _holder(office or "", known)
        if holder:
            return holder[0], holder[1], holder[0]
        return None, role, printed
    people = known.get(words[-1].casefold(), {})
    spelt = " ".join(words)
    if len(words) == 1:
        several = alike.get(words[-1].casefold(), ())
        people = _of_title(label.key, people, certain=len(several) > 1)
        if len(several) > 1 and (len(people) != 1 or not _told_apart(several)):
            return None, role or office, printed
        if len(people) != 1:
            return as_name(spelt), role or office, printed
        name, told = next(iter(people.items()))
    else:
        name = next((name for name in people if name.casefold() == spelt.casefold()), as_name(spelt))
        told = people.get(name)
    roles = [one for one in (role, told, office) if one]
    if role is None and told and office and office.casefold() not in told.casefold():
        roles = [told]
    return name, roles[0] if roles else None, name


def _alike(keys: Iterable[str]) -> dict[str, set[str]]:
    """The titled labels of each surname: `MR. LIND` and `SENATOR LIND` are two people."""
    alike: dict[str, set[str]] = {}
    for key in keys:
        words = _split(key)[1]
        if len(words) == 1 and " " in key:
            alike.setdefault(words[0], set()).add(key)
    return alike


def _told_apart(labels: Collection[str]) -> bool:
    """Whether each of the labels of a surname is of another gender."""
    genders = [_gender_of(label) for label in labels]
    return None not in genders and len(set(genders)) == len(genders)


def _gender_of(label: str) -> Gender | None:
    return gender_of_title(label.partition(" ")[0].title())


def _of_title(label: str, people: Mapping[str, str | None], *, certain: bool) -> Mapping[str, str | None]:
    """Those of the people of a surname whom the label's form of address may mean.

    Args:
        label: with the form of address.
        people: of that surname.
        certain: whether to leave those out of whom it is not told.
    """
    gender = _gender_of(label)
    if gender is None:
        return people
    told = {name: gender_of_given_name(name.partition(" ")[0]) for name in people}
    fitting = {name: role for name, role in people.items() if told[name] == gender}
    if fitting or certain:
        return fitting
    return {name: role for name, role in people.items() if told[name] is None}


def _holder(office: str, known: Mapping[str, Mapping[str, str | None]]) -> tuple[str, str | None] | None:
    """The one person who is said to hold an office."""
    wanted = office.casefold()
    held = [(name, role) for people in known.values() for name, role in people.items() if role and wanted]
    holders = [one for one in held if wanted in (one[1] or "").casefold()]
    return holders[0] if len(holders) == 1 else None


def _role_in_label(more: str) -> str | None:
    if _NO_ROLE.fullmatch(more):
        return None
    told = more.isupper() and not POSTS.isdisjoint(word.strip(",") for word in more.casefold().split())
    return as_name(more) if told else more


def _split(speaker: str) -> tuple[list[str], list[str]]:
    """The office before a name, and the name's words: `SECRETARY QUILL` as `Secretary` and `QUILL`; courtesy left out."""
    words = speaker.split()
    if words[0].casefold() == "the":
        words = words[1:]
    small = [word.casefold().strip(".") for word in words]
    last = max((at for at, word in enumerate(small[:4]) if word in OFFICES or word in COURTESY), default=-1)
    office = [
        as_name(word) if word.isupper() and len(word) > 3 else word
        for word, low in zip(words[: last + 1], small, strict=False)
        if low not in COURTESY
    ]
    return office, words[last + 1 :]


def _known_people(head: str, turns: Sequence[Label]) -> dict[str, dict[str, str | None]]:
    """People with a full name, by surname in small letters: each with the role that the page tells."""
    known: dict[str, dict[str, str | None]] = {}
    for name, role in (*introduced_people(head), *_labelled(turns)):
        people = known.setdefault(name.rpartition(" ")[2].casefold(), {})
        same = next((it for it in people if it.casefold() == name.casefold()), name)
        if same.isupper() and not name.isupper():
            people[name] = people.pop(same, None)
            same = name
        people[same] = people.get(same) or role
    return {surname: {as_name(name): role for name, role in people.items()} for surname, people in known.items()}


def _labelled(turns: Iterable[Label]) -> Iterator[tuple[str, str | None]]:
    seen: set[str] = set()
    for label in turns:
        if label.key in seen or label.is_part:
            continue
        seen.add(label.key)
        _, words = _split(label.speaker)
        if len(words) > 1:
            yield " ".join(words), None
