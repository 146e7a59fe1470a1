"""A brief's front matter, typed, to and from YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import MISSING, fields
from datetime import date
from difflib import get_close_matches
from pathlib import PureWindowsPath
from typing import Any, TypeVar

from digest.brief import Approval, Correction, FrontMatter, Person, Source, Stamp, Withdrawal
from digest.errors import FieldError
from digest.text.addresses import is_web_address
from digest.text.fields import Field
from digest.text.genres import misspelt_genre
from digest.text.moments import parse_moment
from digest.text.yaml_writing import Flow, dump_mapping

_SIMPLE = re.compile(r"[0-9A-Za-z.+-]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ALIAS = re.compile(r"/?[\w-]+(?:/[\w-]+)*/?")
_HOLDING = ("review", "embargo", "expires", "withdrawn")
"""Fields that hold a brief back: one of them misspelt would publish it."""
_OTHER_NAMES = {"expirydate": "expires", "expirationdate": "expires", "expiration": "expires", "genre": "genres"}
"""What they are called elsewhere."""
_OPTIONAL = frozenset(
    {"genres", "review", "reviewed", "embargo", "expires", "corrections", "withdrawn", "aliases", "digest", "located"}
)
"""Fields that stand in the file only where they say something."""
REVIEW_STATES = ("draft", "approved")
_Decided = TypeVar("_Decided", Approval, Correction, Withdrawal)


def parse_front_matter(mapping: Mapping[str, Field]) -> FrontMatter:
    """The typed front matter of a brief; fields that we do not know are kept as they are.

    Raises:
        FieldError: a field is missing or has a wrong value; the message names it and shows a right one.
    """
    ours = {name: field for name, field in mapping.items() if name in _CHECKS and not _is_flag(name, field)}
    known = {name: _CHECKS[name](name, field) for name, field in ours.items()}
    if not known.get("title"):
        raise FieldError(
            mapping["title"].line if "title" in mapping else 1,
            "a brief needs a 'title' such as \"Talks resume in Geneva\"",
        )
    known.setdefault("slug", "")
    for name, field in mapping.items():
        if name not in _CHECKS and (meant := _meant(name)):
            raise FieldError(field.line, f"'{name}' is not a field of a brief; did you mean '{meant}'?")
    return FrontMatter(**known, extra=tuple((name, field.value) for name, field in mapping.items() if name not in ours))


def _is_flag(name: str, field: Field) -> bool:
    """Whether a field is `withdrawn: true`, which holds a brief back without a word, as `draft: true` does."""
    return name == "withdrawn" and not isinstance(field.value, dict)


def _meant(name: str) -> str | None:
    """The field of ours that a field's name nearly is, where it would hold a brief back, or is elsewhere."""
    close = get_close_matches(name.lower(), _HOLDING, cutoff=0.75)
    return close[0] if close else _OTHER_NAMES.get(re.sub(r"[_-]", "", name.lower()))


def dump_front_matter(front_matter: FrontMatter) -> str:
    """The YAML of a front matter, without the `---` lines; strings quoted, fields in their order."""
    plain: dict[str, Any] = {}
    for it in fields(FrontMatter):
        value = getattr(front_matter, it.name)
        if it.name == "extra" or (it.name in _OPTIONAL and value in (None, ())) or (it.name == "slug" and not value):
            continue
        plain[it.name] = _plain(value)
    plain.update(front_matter.extra)
    stamp = plain.pop("digest", None)
    if stamp:
        plain["digest"] = stamp
    return dump_mapping(plain)


def dump_stamp(made: Stamp) -> str:
    """The line of the front matter that holds a stamp; it is the last."""
    said = [(it.name, getattr(made, it.name)) for it in fields(made)]
    if all(_SIMPLE.fullmatch(value) for _, value in said):  # as it always is, and far quicker than any YAML emitter
        inner = ", ".join(f'{name}: "{value}"' for name, value in said)
        return f"digest: {{{inner}}}\n"
    return dump_mapping({"digest": _plain(made)})


def as_entry(decision: Approval | Correction | Withdrawal) -> Flow:
    """What an editor decided, as it stands in the front matter on one line: what is known of it."""
    return Flow({it.name: said for it in fields(decision) if (said := getattr(decision, it.name)) is not None})


def _plain(value: Any) -> Any:
    if isinstance(value, (Person, Stamp)):
        return Flow({it.name: getattr(value, it.name) for it in fields(value)})
    if isinstance(value, (Approval, Correction, Withdrawal)):
        return as_entry(value)
    if isinstance(value, Source):
        known = {it.name: getattr(value, it.name) for it in fields(value)}
        return {name: it for name, it in known.items() if name != "words" or it is not None}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _text(name: str, field: Field) -> str | None:
    if field.value is None or isinstance(field.value, str):
        return field.value
    raise FieldError(field.line, f"'{name}' is not text: put quotes around it, \"{field.value}\"")


def _day(name: str, field: Field) -> str | None:
    text = _text(name, field)
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10] if parse_moment(text) else text).isoformat()
    except ValueError:
        raise FieldError(field.line, f"'{name}' is not a date such as \"2026-03-01\"") from None


def _moment(name: str, field: Field) -> str | None:
    text = _text(name, field)
    if text is not None and parse_moment(text) is None:
        raise FieldError(field.line, f"'{name}' is not a time with its offset such as \"2026-06-05T00:01:00+00:00\"")
    return text


def _review(name: str, field: Field) -> str | None:
    text = _text(name, field)
    if text is not None and text not in REVIEW_STATES:
        raise FieldError(field.line, f'\'{name}\' is neither "draft" nor "approved"')
    return text


def _reviewed(name: str, field: Field) -> Approval | None:
    return _decision(Approval, name, field, '{at: "2026-06-05", by: "Ada Quill"}')


def _withdrawn(name: str, field: Field) -> Withdrawal | None:
    return _decision(Withdrawal, name, field, '{date: "2026-06-05", why: "It was about another town."}')


def _corrections(name: str, field: Field) -> tuple[Correction, ...]:
    return _decisions(Correction, name, field, '{date: "2026-06-05", wrong: "in May", right: "in June"}')


def _decision(kind: type[_Decided], name: str, field: Field, example: str) -> _Decided | None:
    if field.value is None:
        return None
    if not isinstance(field.value, dict):
        raise FieldError(field.line, f"'{name}' is not an entry such as {example}")
    return _decisions(kind, name, Field([field.value], field.line), example)[0]


def _decisions(kind: type[_Decided], name: str, field: Field, example: str) -> tuple[_Decided, ...]:
    """What editors decided, each with its day or time."""
    entries = _mappings(name, field, f"such as {example}", {it.name for it in fields(kind)})
    for entry in entries:
        for it in fields(kind):
            if it.default is MISSING and not (entry.get(it.name) or "").strip():
                raise FieldError(field.line, f"'{name}' has an entry without a '{it.name}', such as {example}")
            if it.name in ("at", "date"):
                said = Field(entry[it.name], field.line)
                if _day(f"{it.name}' in '{name}", said) != entry[it.name][:10]:
                    raise FieldError(field.line, f"'{it.name}' in '{name}' is not a date such as \"2026-03-01\"")
    return tuple(kind(**entry) for entry in entries)


def _slug(name: str, field: Field) -> str:
    text = _text(name, field) or ""
    if not _SLUG.fullmatch(text) or len(text) > 100:
        raise FieldError(
            field.line, f"'{name}' is not made of small letters, digits and hyphens such as \"talks-resume\""
        )
    return text


def _texts(name: str, field: Field) -> tuple[str, ...]:
    if field.value is None:
        return ()
    if not isinstance(field.value, list) or not all(isinstance(item, str) for item in field.value):
        raise FieldError(field.line, f'\'{name}\' is not a list of texts such as ["NATO", "OECD"]')
    return tuple(field.value)


def _genres(name: str, field: Field) -> tuple[str, ...]:
    texts = _texts(name, field)
    for text in texts:
        if meant := misspelt_genre(text):
            raise FieldError(field.line, f"'{name}' holds {text!r}; did you mean {meant!r}?")
    return texts


def _aliases(name: str, field: Field) -> tuple[str, ...]:
    texts = _texts(name, field)
    for text in texts:
        if not _ALIAS.fullmatch(text):
            raise FieldError(
                field.line,
                f"'{name}' holds {text!r}, which is not an address on this site such as \"/2025/08/15/talks/\"",
            )
    return texts


def _people(name: str, field: Field) -> tuple[Person, ...]:
    found = []
    for item in _mappings(name, field, 'such as {name: "Ada Quill", role: "Mayor"}', {"name", "role"}):
        if not item.get("name"):
            raise FieldError(field.line, f"'{name}' has an entry without a 'name'")
        found.append(Person(name=item["name"], role=item.get("role")))
    return tuple(found)


def _sources(name: str, field: Field) -> tuple[Source, ...]:
    found = []
    known = {it.name for it in fields(Source)}
    for item in _mappings(name, field, "with a 'name' such as \"The Harbour Gazette\"", known, numbers=("words",)):
        words = item.get("words")
        if words is not None and (type(words) is not int or words < 1):
            raise FieldError(field.line, f"a source's 'words' is not a number such as 640: {words}")
        url = item.get("url")
        if url is not None and not is_web_address(url):
            raise FieldError(field.line, "a source's 'url' is not an address such as \"https://example.org/story\"")
        if item.get("published") is not None:
            _day("published", Field(item["published"], field.line))
        article = item.get("article")
        if article is not None and not _is_path_below(article):
            raise FieldError(
                field.line, "a source's 'article' is not a path below the content folder such as \"articles/talks.txt\""
            )
        found.append(Source(**item))
    return tuple(found)


def _is_path_below(path: str) -> bool:
    """Whether a path leads below the content folder, on every system, links in the folder apart."""
    outside = path.startswith("/") or "\\" in path or ".." in path.split("/") or PureWindowsPath(path).drive
    return not outside and path.isprintable()


def _mappings(
    name: str, field: Field, example: str, allowed: set[str], numbers: Container[str] = ()
) -> list[dict[str, Any]]:
    if field.value is None:
        return []
    entries = field.value
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FieldError(field.line, f"'{name}' is not a list of entries {example}")
    for entry in entries:
        for key, value in entry.items():
            if key not in allowed:
                raise FieldError(field.line, f"'{name}' has an entry with an unknown field '{key}'")
            if value is not None and not isinstance(value, str) and key not in numbers:
                raise FieldError(field.line, f"'{key}' in '{name}' is not text: put quotes around it, \"{value}\"")
    return entries


def _stamp(name: str, field: Field) -> Stamp | None:
    value = field.value
    if not isinstance(value, dict) or not {"version", "body", "fields"} <= value.keys():
        return None
    return Stamp(version=str(value["version"]), body=str(value["body"]), fields=str(value["fields"]))


_CHECKS: dict[str, Callable[[str, Field], Any]] = {
    "title": _text,
    "slug": _slug,
    "date": _day,
    "description": _text,
    "language": _text,
    "sources": _sources,
    "located": _text,
    "people": _people,
    "organisations": _texts,
    "places": _texts,
    "categories": _texts,
    "tags": _texts,
    "genres": _genres,
    "review": _review,
    "reviewed": _reviewed,
    "embargo": _moment,
    "expires": _moment,
    "corrections": _corrections,
    "withdrawn": _withdrawn,
    "aliases": _aliases,
    "digest": _stamp,
}
