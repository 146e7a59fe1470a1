"""Speakers among the people of an article: those of a transcript, with the places at which labels name them."""

from __future__ import annotations

from dataclasses import replace

from digest.analysis.names import Name, Names
from digest.article import Article
from digest.text.spans import Span


def with_speakers(names: Names, article: Article) -> Names:
    """The names with the speakers of a transcript among the people, each with the role that the page gives.

    Whoever is found by one name alone becomes the one speaker who bears it, as surname or as given name. Those who
    answer stand before those who ask, and before those who are only spoken of.
    """
    speaking = [(speaker.name, speaker) for speaker in article.speakers if speaker.name]
    if not speaking:
        return names
    bearers: dict[str, set[str]] = {}
    for name, _ in speaking:
        for word in (name.partition(" ")[0], name.rpartition(" ")[2]):
            bearers.setdefault(word, set()).add(name)
    mentions: dict[str, list[Span]] = {}
    roles: dict[str, str | None] = {}
    answers: set[str] = set()
    for name, speaker in speaking:
        mentions.setdefault(name, []).extend(speaker.mentions)
        roles[name] = roles.get(name) or speaker.role
        if not speaker.asks:
            answers.add(name)
    for person in names.people:
        full = bearers.get(person.name.rpartition(" ")[2], set())
        name = next(iter(full)) if len(full) == 1 and " " not in person.name else person.name
        mentions.setdefault(name, []).extend(person.mentions)
        roles[name] = roles.get(name) or person.role
    others: list[Name] = []
    for other in names.others:
        full = bearers.get(other.name, {other.name} & set(mentions))
        if len(full) == 1:
            mentions[next(iter(full))].extend(other.mentions)
        else:
            others.append(other)
    people = [Name(name=name, mentions=tuple(sorted(set(spans))), role=roles[name]) for name, spans in mentions.items()]
    people.sort(key=lambda one: (one.name not in answers, -len(one.mentions), one.mentions[0].start))
    return replace(names, people=tuple(people), others=tuple(others))
