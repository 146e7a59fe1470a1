"""Articles, made up so that every stage has work: names, quotes, dates, figures, short and long sentences.

They resemble news on the web in length and in the spread of their sentences' lengths. An article
follows from its number alone, so that a benchmark has the same ones every time.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

SEED = 2024
FIRST_DAY = date(2024, 1, 1)
A_DAY = 12
"""Articles published on one day."""

_MEDIAN, _SPREAD = math.log(530), 0.5
_SHORTEST, _LONGEST = 80, 1700
"""Words: the lengths have a mean of about 600, as CNN's articles have."""
_WORDS_A_PERSON = 150
_LISTS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE_START = re.compile(r"(?:\A|\. )“?[a-z]")
_COMMA_TOO_MANY = re.compile(r",(?=[.,])")
"""What a person's job in commas leaves before another mark."""


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article that nobody reported, with the day it would have been published on."""

    number: int
    published: date
    text: str


def made_articles(count: int, *, words: int | None = None) -> Iterator[MadeArticle]:
    """The first `count` articles, of about so many words each, or of the lengths that news has."""
    return (made_article(number, words=words) for number in range(count))


def made_article(number: int, *, words: int | None = None) -> MadeArticle:
    """The article of this number as a page is pasted: headline, byline and date above the story."""
    chance = random.Random(f"{SEED} {number} {words}")
    if words is None:
        words = min(_LONGEST, max(_SHORTEST, round(chance.lognormvariate(_MEDIAN, _SPREAD))))
    published = FIRST_DAY + timedelta(days=number // A_DAY)
    reporter = _Reporter(chance, published, people=3 + words // _WORDS_A_PERSON)
    paragraphs = [
        f"{reporter.tell('headline')}, case {number}\nBy {reporter.name()}, The Harbour Gazette\nPublished {_in_words(published)}",
        f"{reporter.tell('town').upper()} (NMW) — {reporter.tell('lead')}",
    ]
    left = words - sum(len(paragraph.split()) for paragraph in paragraphs)
    while left > 0:
        paragraph = " ".join(reporter.tell("sentence") for _ in range(chance.randint(1, 3)))
        paragraphs.append(paragraph)
        left -= len(paragraph.split())
    return MadeArticle(number, published, "\n\n".join(paragraphs) + "\n")


class _Reporter:
    """Who tells one article: fills the slots of its sentences, and gives its people in full at first mention."""

    def __init__(self, chance: random.Random, published: date, *, people: int) -> None:
        self._chance, self._published = chance, published
        self._people = [self.name() for _ in range(people)]
        self._introduced: set[str] = set()

    def tell(self, kind: str) -> str:
        """A sentence, headline or word of this kind, all its slots filled."""
        told = _COMMA_TOO_MANY.sub("", self._one_of(kind))
        return _SENTENCE_START.sub(lambda start: start.group().upper(), told)

    def name(self) -> str:
        """A person's first and last name."""
        return f"{self._one_of('first_name')} {self._one_of('last_name')}"

    def _one_of(self, kind: str) -> str:
        return _SLOT.sub(lambda slot: self._said(slot[1]), self._chance.choice(_LISTS[kind]))

    def _said(self, slot: str) -> str:
        chance = self._chance
        match slot:
            case "person":
                return self._person()
            case "pronoun":
                return chance.choice(["he", "she"])
            case "date":
                return _in_words(self._published + timedelta(days=chance.randint(-400, 400)))
            case "weekday":
                return f"{self._published - timedelta(days=chance.randrange(7)):%A}"
            case "month":
                return f"{self._published + timedelta(days=chance.randint(30, 300)):%B}"
            case "year":
                return str(chance.randint(1950, 2023))
            case "money":
                return chance.choice([f"${chance.randint(2, 900)} million", f"€{chance.randint(1100, 990_000):,}"])
            case "percent":
                return str(chance.randint(2, 900) / 10)
            case "number":
                return f"{chance.randint(30, 90_000):,}"
            case "small":
                return chance.choice(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
            case _:
                return self._one_of(slot)

    def _person(self) -> str:
        person = self._chance.choice(self._people)
        if person in self._introduced:
            return person.split()[-1]
        self._introduced.add(person)
        return (
            f"{self._one_of('role')} {person}" if self._chance.random() < 0.5 else f"{person}, {self._one_of('job')},"
        )


def _in_words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
