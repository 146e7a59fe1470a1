"""What an editor says of an article above its text: YAML front matter, or `Source:` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.article.embargo import embargo_until, is_moment, lacks_year
from digest.article.genre_labels import genre_of_label
from digest.errors import EmbargoError, FieldError
from digest.text.addresses import is_web_address
from digest.text.fields import Field, split_front_matter
from digest.text.genres import GENRES, known_genre, misspelt_genre
from digest.text.moments import parse_moment
from digest.text.spans import one_line
from digest.text.timestamps import find_timestamp

_NAMES = {
    "title": "title", "headline": "title",
    "source": "outlet", "outlet": "outlet", "name": "outlet",
    "url": "url", "link": "url",
    "published": "published", "date": "published",
    "author": "author", "by": "author", "byline": "author",
    "language": "language", "lang": "language",
    "embargo": "embargo",
    "genre": "genre",
}  # fmt: skip
_LINE = re.compile(
    r"\s*(?:(?P<name>source|outlet|url|link|published|date|author|by|byline|title|headline|language|lang|genre)[ \t]*[:：][ \t]*(?P<value>[^|\r\n]*)"
    r"|(?P<held>embargo)[ \t]*[:：][ \t]*(?P<until>[^\r\n]*))(?:\r\n|\n|\r|\Z)",
    re.IGNORECASE,
)
NEWS = "News"
"""What an editor says of a text that has no genre, whatever its page says."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts of an article that are stated, not found; None where nothing is said."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO 8601: a date, or a time with its offset."""
    author: str | None = None
    language: str | None = None
    """BCP 47."""
    embargo: str | None = None
    """RFC 3339 time with its offset: nothing is public before it."""
    genre: str | None = None
    """By IPTC's name, or `NEWS`."""


def parse_facts(text: str) -> tuple[Facts, int]:
    """What is stated at the top of `text`, and where the pasted text begins behind it.

    Raises:
        FieldError: front matter that is no YAML, or a field with a wrong value.
    """
    parts = split_front_matter(text)
    if parts:
        from digest.text.yaml_mapping import load_mapping  # PyYAML, which few articles need

        source, body = parts
        return facts_of(load_mapping(source, first_line=2)), body
    fields: dict[str, Field] = {}
    position = len(text) - len(text.lstrip())
    while found := _LINE.match(text, position):
        name, value = (found["name"], found["value"]) if found["name"] else (found["held"], found["until"])
        if found["held"] and not fields and lacks_year(value):
            break  # a release's own line, which its date may tell the year of
        if name.lower() == "genre" and not (_genre(value) or misspelt_genre(value)):
            break  # of a film that the page is about
        start = found.start("name") if found["name"] else found.start("held")
        line = text.count("\n", 0, start) + 1
        if name in fields:
            raise FieldError(line, f"'{name}' stands here twice")
        fields[name] = Field(value.strip(), line)
        position = found.end()
    return (facts_of(fields), position) if fields else (Facts(), 0)


def facts_of(fields: Mapping[str, Field]) -> Facts:
    """The facts that `fields` state, checked.

    Raises:
        FieldError: an unknown field, or a wrong value.
    """
    stated: dict[str, str] = {}
    for name, field in fields.items():
        key = _NAMES.get(name.lower()) or (name if name in Facts.__dataclass_fields__ else None)
        if key is None:
            raise FieldError(
                field.line, f"'{name}' is not a field of an article: use one of {', '.join(sorted(_NAMES))}"
            )
        if key in stated:
            raise FieldError(field.line, f"'{name}' stands here twice, or beside another name for the same")
        if field.value is None or field.value == "":
            continue
        if not isinstance(field.value, (str, int, float)) or isinstance(field.value, bool):
            raise FieldError(field.line, f"'{name}' is not text such as \"The Harbour Gazette\"")
        stated[key] = _checked(key, name, one_line(str(field.value)), field.line)
    return Facts(**stated)


def _checked(key: str, name: str, value: str, line: int) -> str:
    if key == "published":
        stamp = find_timestamp(value)
        if stamp is None:
            raise FieldError(line, f"'{name}' is not a date such as \"2026-03-01\"")
        return stamp.iso
    if key == "url" and not is_web_address(value):
        raise FieldError(line, f"'{name}' is not an address such as \"https://example.org/story\"")
    if key == "genre":
        if genre := _genre(value):
            return genre
        raise FieldError(line, f"'{name}' is not a genre: use one of {', '.join((*GENRES, NEWS))}")
    if key == "language" and not _LANGUAGE.fullmatch(value):
        raise FieldError(line, f"'{name}' is not a language code such as \"en\"")
    if key == "embargo" and parse_moment(value) is None:
        if is_moment(value) and (until := embargo_until(value)):
            return until
        raise EmbargoError(line, f"'{name}' is not a time with its offset such as \"2026-06-05T00:01:00+00:00\"")
    return value


def _genre(value: str) -> str | None:
    """The genre that an editor means, with IPTC's word or one of the pages'."""
    return NEWS if value.casefold() == NEWS.casefold() else known_genre(value) or genre_of_label(value)
