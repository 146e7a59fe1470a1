"""People, one entry each: full name, surname, title and surname joined; and their roles as printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.analysis.names.affiliations import body_behind
from digest.analysis.names.alike import initials_of, is_by_initials, letters_of, nicknames_of
from digest.analysis.names.appositions import role_behind, role_introducing, runs_over
from digest.analysis.names.groups import JUNIOR, Group, surname_of
from digest.analysis.names.predications import role_predicated
from digest.analysis.names.roles import fullest, role_before
from digest.text.genders import gender_of_given_name, gender_of_title
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import Span

_RELATIVE = seldom(
    rf"(?:\b(?:[Hh]er|[Hh]is|[Tt]heir|whose)|['’]s)\s(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(lexicon('roles')['kin']))}),?\s\Z"
)
_NOBLE = lexicon("names")["noble"]
_BEFORE_NAME = 50
"""Characters before a name in which a word may say whose relative somebody is."""
_MOST_ALIKE = 50
"""People of one surname that are told apart."""
_MOST_MENTIONS = 8
"""Mentions that a role is looked for beside."""


class Person:
    """Somebody, with the groups that name them."""

    def __init__(self, group: Group) -> None:
        self.name, self.words = group.name, group.words
        self.mentions: list[Span] = list(group.mentions)
        self.full_names: tuple[Span, ...] = tuple(group.mentions)
        self.titles: list[tuple[str, Span]] = list(group.titles)

    def take(self, group: Group) -> None:
        """Count another name's mentions as this person's."""
        self.mentions += group.mentions
        self.titles += group.titles

    def may_be_called(self, title: str) -> bool:
        """Whether a title in front of a surname is this person's, or fits the given name."""
        if any(title == one for one, _ in self.titles):
            return True
        gender = gender_of_title(title.rstrip("."))
        return gender is not None and gender == gender_of_given_name(self.words[0])


def join_people(text: str, groups: Iterable[Group], others: Iterable[Group]) -> tuple[dict[str, Person], list[Group]]:
    """One entry a person, and what is left of the names of which nothing else is known.

    Args:
        text: the story's.
        groups: the names of persons.
        others: names that nothing tells apart; those that are a known person's surname name that person.
    """
    groups = list(groups)
    people: dict[str, Person] = {}
    by_letters: dict[str, Person] = {}
    by_surname: dict[str, list[Person]] = {}
    by_given_name: dict[str, list[Person]] = {}
    by_first_surname: dict[str, list[Person]] = {}
    by_nickname: dict[str, Person] = {}
    for group in sorted(groups, key=lambda group: (-len(group.words), group.mentions[0].start)):
        if len(group.words) < 2 or _is_surname_and_suffix(group.words):
            continue
        nicknames = list(nicknames_of(group.words))
        if named_so := by_letters.get(letters_of(group.name)) or by_nickname.get((nicknames or [group.name])[-1]):
            named_so.take(group)
            continue
        alike = by_surname.setdefault(surname_of(group.words).lower(), [])
        same = [person for person in alike[:_MOST_ALIKE] if _is_shorter(group.words, person.words)] or [
            person for person in alike[:_MOST_ALIKE] if is_by_initials(group.words, person.words)
        ]
        if len(same) == 1:
            same[0].take(group)
            by_letters.setdefault(letters_of(group.name), same[0])
            if _is_better_known(group, same[0]):
                _rename(people, same[0], group)
            continue
        person = people[group.name] = Person(group)
        by_letters[letters_of(group.name)] = person
        by_nickname.update(dict.fromkeys(nicknames, person))
        alike.append(person)
        by_given_name.setdefault(group.words[0], []).append(person)
        if first := _first_surname(group.words):
            by_first_surname.setdefault(first, []).append(person)
    rest: list[Group] = []
    for group, known in [*((group, True) for group in groups), *((group, False) for group in others)]:
        if _is_surname_and_suffix(group.words):
            alike = by_surname.get(group.words[0].lower()) or by_given_name.get(group.words[0], [])
            owners = [
                person for person in alike[:_MOST_ALIKE] if person.words[-1][:2].lower() == group.words[1][:2].lower()
            ]
            if len(owners) == 1:
                owners[0].take(group)
            elif known:
                people[group.name] = Person(group)
            continue
        if len(group.words) > 1:
            if not known and (named_so := by_letters.get(letters_of(group.name)) or by_nickname.get(group.name)):
                named_so.take(group)
            elif not known:
                rest.append(group)
            continue
        owners = (
            by_surname.get(group.name.lower())
            or by_given_name.get(group.name)
            or ([by_nickname[group.name]] if group.name in by_nickname else by_first_surname.get(group.name, []))
        )
        if len(owners) == 1 and _is_late_relative(text, owners[0], group):
            people[group.name] = Person(group)
        elif len(owners) == 1:
            owners[0].take(group)
            if _is_known_as(group, owners[0]):
                _rename(people, owners[0], group)
        elif len(owners) > 1 and group.titles:
            _share_out(group, owners[:_MOST_ALIKE])
            if group.mentions:
                rest.append(group)
        elif known and not owners:
            people[group.name] = Person(group)
        else:
            rest.append(group)
    return people, rest


def _is_surname_and_suffix(words: tuple[str, ...]) -> bool:
    return len(words) == 2 and words[1] in JUNIOR


def _is_better_known(group: Group, person: Person) -> bool:
    """Whether somebody is to be called by another name: in full where that is printed, or by the usual two initials."""
    if not initials_of(group.words):
        return len(initials_of(person.words)) == 1
    return len(initials_of(group.words)) > 1 and len(group.mentions) > len(person.full_names)


def _rename(people: dict[str, Person], person: Person, group: Group) -> None:
    """Call somebody by another name that the story prints."""
    del people[person.name]
    person.name, person.words = group.name, group.words
    people[group.name] = person


def _first_surname(words: tuple[str, ...]) -> str | None:
    """The first surname of somebody with two, by which they are called in Spanish: "Solano" of "Luis Emilio Solano Rivas"."""
    if len(words) > 3 and words[-2] in ("e", "i", "y"):
        return words[-3]
    return words[-2] if len(words) > 2 and len(words[-2]) > 2 and gender_of_given_name(words[-2]) is None else None


def _is_known_as(group: Group, person: Person) -> bool:
    """Whether somebody is known by a title and a given name more than by the name in full: "Prince Harry", "Harry Wales"."""
    noble = [title for title, _ in group.titles if title in _NOBLE]
    return len(noble) > len(person.full_names) and group.name == person.words[0]


def _is_late_relative(text: str, person: Person, surname: Group) -> bool:
    """Whether somebody is told of as a relative only after the surname alone has named another: "her father, Jonas Quill"."""
    first = person.full_names[0].start
    return surname.mentions[0].start < first and bool(_RELATIVE.search(text, max(0, first - _BEFORE_NAME), first))


def _share_out(group: Group, owners: list[Person]) -> None:
    """Give each owner of a surname the mentions whose title tells that it is meant: "Ms. Quill" of two."""
    for title, span in group.titles:
        fitting = [person for person in owners if person.may_be_called(title)]
        if len(fitting) == 1:
            fitting[0].mentions.append(span)
            fitting[0].titles.append((title, span))
            group.mentions.remove(span)


def _is_shorter(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is another one with words left out: "George Bush" of "George W. Bush"."""
    small, whole = [word.lower() for word in words], [word.lower() for word in full]
    return small == whole[-len(small) :] or (small[0] == whole[0] and small[-1] == whole[-1])


def role_of(text: str, person: Person, names: Sequence[Span]) -> str | None:
    """The fullest role as printed beside the first mentions, or else the body of learning that somebody is of.

    Args:
        text: the story's.
        person: whose role it is.
        names: where the full names of persons stand, in the text's order.
    """
    titles = {span: title for title, span in person.titles}
    found: list[str] = []
    body: str | None = None
    for span in sorted(person.mentions)[:_MOST_MENTIONS]:
        before = role_before(text, span.start, titles.get(span, ""))
        if before:
            found.append(before)
        if introducing := role_introducing(text, span, titles.get(span, "")):
            found.append(introducing)
            continue  # "The mayor, Ada Quill, met the council": what is behind goes on with the mayor
        behind = role_behind(text, span.end)
        if behind and not runs_over(text, behind, names):
            found.append(behind.text)
        body = body or body_behind(text, span.end)
    predicated = next(filter(None, (role_predicated(text, span.end) for span in person.full_names)), None)
    return fullest(found) or predicated or body
