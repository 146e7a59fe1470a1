"""Full names, as a story prints those of the people whom it calls by surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.analysis.names import Name
from digest.analysis.persons import is_name_of_persons
from digest.text.genders import Gender, bare_name, gender_of_given_name

_INITIAL = re.compile(r"[A-Z]\.")


class FullNames:
    """The full names that a story prints, each looked for when it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[tuple[str, Gender | None], Name | None] = {}

    def of(self, person: Name, gender: Gender | None) -> Name | None:
        """A person known by surname with the full name that the story prints; nobody where it prints two."""
        key = person.name, gender
        if key not in self._found:
            self._found[key] = self._find(person, gender)
        return self._found[key]

    def _find(self, person: Name, gender: Gender | None) -> Name | None:
        if " " in person.name:
            words = bare_name(person.name.split(" "))
            if len(words) > 4 or not is_name_of_persons(words):
                return None
            full, shorter = " ".join(words), " ".join(words[1:])
            if len(words) > 2 and not gender_of_given_name(words[0]) and gender_of_given_name(words[1]):
                # "Entrusting Ada Quill with it": what stands elsewhere without its first word had it by chance.
                full = shorter if self._text.count(shorter) > self._text.count(full) else full
            return Name(name=full, mentions=person.mentions, role=person.role)
        printed = set(self.printed(person.name))
        if not printed:
            return person
        name = printed.pop()
        if printed or (gender and gender_of_given_name(name.split()[0]) != gender):
            return None
        return Name(name=name, mentions=person.mentions, role=person.role)

    def printed(self, surname: str) -> Iterator[str]:
        """The names in the text that a given name and perhaps an initial stand before `surname` in."""
        at = self._text.find(surname)
        while at >= 0:
            before = self._text[max(0, at - 30) : at].split()
            if len(before) > 1 and _INITIAL.fullmatch(before[-1]) and gender_of_given_name(before[-2]):
                yield f"{before[-2]} {before[-1]} {surname}"
            elif before and gender_of_given_name(before[-1]):
                yield f"{before[-1]} {surname}"
            at = self._text.find(surname, at + 1)
