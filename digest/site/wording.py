"""Wording, the words of the site itself: what its pages, feeds and mails say that no brief says, in its language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from markupsafe import Markup, escape

from digest.errors import DigestError
from digest.templates import theme_folder
from digest.text.genres import known_genre

WORDING = "wording.yml"
"""The file, beside the templates, and beside a site's own templates where it says something otherwise."""
ENGLISH = "en"
"""What is said where a language lacks a phrase."""

Phrases = Mapping[str, Any]
_LISTS = {"months": 12, "weekdays": 7}
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKS_TOGETHER = re.compile(r"(?<=\A“)(?=[“‘\"'])|(?<=[”’\"'])(?=”\Z)")


class WordingError(DigestError):
    """A site's own `wording.yml` does not fit the phrases that there are."""

    def __init__(self, place: str, problem: str) -> None:
        self.place, self.problem = place, problem
        super().__init__(f"{WORDING}: {place}: {problem}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language, and how it writes dates, counts and quotations."""

    language: str
    """As BCP 47 has it."""
    phrases: Mapping[str, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Monday first."""
    marks: Mapping[str, str]
    """What each language puts around what somebody said."""

    def __call__(self, name: str, /, **facts: object) -> str:
        """A phrase, with what stands in braces filled in."""
        phrase = self.phrases[name]
        return phrase.format_map(facts) if facts else phrase

    def html(self, name: str, /, **parts: object) -> Markup:
        """A phrase with links and other elements in it; what is not markup yet is escaped."""
        # The format of markup takes a phrase apart at each call.
        phrase = str(escape(self.phrases[name]))
        return Markup(phrase.format_map({part: escape(said) for part, said in parts.items()}))  # noqa: S704  # escaped

    def count(self, name: str, number: int) -> str:
        """How many there are: `1 brief`, `2 briefs`."""
        return self.phrases[f"{name}.one" if number == 1 else f"{name}.other"].format(number=number)

    def day(self, value: date | str) -> str:
        """`15 August 2025`, of a day or of an ISO 8601 text that begins with one; any other text is said as it is."""
        try:
            day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
        except ValueError:
            return str(value)
        number = str(day.day) if day.day > 1 else self.phrases["first_of_month"]
        return self.phrases["date"].format(day=number, month=self.months[day.month - 1], year=day.year)

    def long_day(self, day: date) -> str:
        """`Friday, 15 August 2025`."""
        return self.phrases["long_day"].format(weekday=self.weekdays[day.weekday()], date=self.day(day))

    def month(self, day: date) -> str:
        """`August 2025`."""
        return self.phrases["month"].format(month=self.months[day.month - 1], year=day.year)

    def week(self, day: date) -> str:
        """`Week 33, 2025`, as ISO 8601 counts."""
        year, week, _ = day.isocalendar()
        return self.phrases["week"].format(week=week, year=year)

    def genre(self, name: str) -> str:
        """What readers know a genre by; one that is not IPTC's is called as its editor calls it."""
        known = known_genre(name)
        return self.phrases[f"genre_{known.lower().replace(' ', '_')}"] if known else name

    def quoted(self, words: str, language: str | None = None) -> str:
        """Words of a text in the marks of its language; without one that is known, in those of the site's."""
        marks = self.marks.get((language or "").partition("-")[0]) or self.phrases["quoted"]
        return marks.replace("{words}", words)


def apart(quotation: str) -> str:
    """A quotation in its marks, these a narrow space apart from those of a quotation that begins or ends it."""
    return _MARKS_TOGETHER.sub("\N{NARROW NO-BREAK SPACE}", quotation)


def as_title(words: str) -> str:
    """Words as they open a heading, where some languages write a day or month small inside a sentence."""
    return words[:1].upper() + words[1:]


def read_wording(language: str, overrides: Sequence[Path] = ()) -> Wording:
    """The wording of a language, what a site says otherwise first.

    Raises:
        WordingError: a site's own file is wrong.
    """
    own = [path for folder in reversed(overrides) if (path := folder / WORDING).is_file()]
    return make_wording(language, _theme_languages(), *(parse_languages(path.read_text("utf-8")) for path in own))


@cache
def _theme_languages() -> dict[str, dict[str, Any]]:
    return parse_languages((theme_folder() / WORDING).read_text("utf-8"))


def parse_languages(text: str) -> dict[str, dict[str, Any]]:
    """The phrases of each language in a file.

    Raises:
        WordingError: the text is not made of languages with phrases.
    """
    try:
        languages = yaml.load(text, Loader=_LOADER) or {}  # noqa: S506  # makes strings only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise WordingError(f"line {mark.line + 1}" if mark else "the file", "is not YAML") from None
    if not isinstance(languages, dict):
        raise WordingError("the file", "is not a list of languages such as 'fr:' with phrases below it")
    for language, phrases in languages.items():
        if not isinstance(phrases, dict):
            raise WordingError(language, "is not a list of phrases such as 'latest: À la une'")
    return languages


def make_wording(language: str, theme: Mapping[str, Phrases], *own: Mapping[str, Phrases]) -> Wording:
    """The wording of a language from the theme's phrases and, over them, a site's own.

    Raises:
        WordingError: a phrase is none that is asked for, or has other words in braces than the English one.
    """
    english = theme[ENGLISH]
    for languages in own:
        for spoken, phrases in languages.items():
            for name, phrase in phrases.items():
                problem = problem_of(name, phrase, english)
                if problem:
                    raise WordingError(f"{spoken}.{name}", problem)
    known = any(language in languages for languages in (theme, *own))
    spoken = language if known else ENGLISH
    said = dict(english)
    for languages in (theme, *own):
        said |= languages.get(spoken, {})
    everywhere: dict[str, str] = {}
    for languages in (theme, *own):
        everywhere |= {it: phrases["quoted"] for it, phrases in languages.items() if "quoted" in phrases}
    return Wording(
        language=spoken,
        phrases={name: phrase for name, phrase in said.items() if name not in _LISTS},
        months=tuple(said["months"]),
        weekdays=tuple(said["weekdays"]),
        marks=everywhere,
    )


def problem_of(name: str, phrase: object, english: Phrases) -> str | None:
    """What is wrong with a phrase; None where it can stand in the English one's place."""
    if name not in english:
        return "there is no such phrase"
    if name in _LISTS:
        right = isinstance(phrase, list) and len(phrase) == _LISTS[name] and all(isinstance(it, str) for it in phrase)
        return None if right else f"is not a list of {_LISTS[name]} names"
    if not isinstance(phrase, str):
        return "is not text"
    wanted = _filled_in(english[name])
    found = _filled_in(phrase)
    if found == wanted or (name.endswith(".one") and found == {"number"}):
        return None
    braces = ", ".join(f"{{{it}}}" for it in sorted(wanted or ()))
    return f"must hold {braces}, as the English one does" if braces else "must not hold braces"


def _filled_in(phrase: str) -> set[str] | None:
    """The names in a phrase's braces; None where these do not pair, or ask for more than a name."""
    try:
        parts = list(Formatter().parse(phrase))
    except ValueError:
        return None
    names = [name for _, name, _, _ in parts if name is not None]
    return set(names) if all(it.isidentifier() for it in names) and not any(it[2] or it[3] for it in parts) else None
