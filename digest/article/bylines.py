"""Bylines: who wrote an article, in the ways in which pages say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.article.capitals import as_name
from digest.article.outlets import is_outlet_name
from digest.article.paragraphs import Paragraph
from digest.text.genders import GENDERED_NAMES
from digest.text.lexicons import lexicon
from digest.text.particles import ANY_PARTICLE
from digest.text.patterns import seldom
from digest.text.spans import one_line
from digest.text.timestamps import find_timestamp

_NAME = rf"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|(?:al|as|ash|az|an|ar|el|ibn|bin|ul)-[A-Z][\w.'’-]*|{ANY_PARTICLE})){{0,4}}"
_BY = (
    r"(?:(?:(?:[Ww]ritten|[Ww]ords|[Tt]ext|[Ss]tory|[Aa]nalysis|[Rr]eview|[Ii]nterview|[Oo]pinion|[Cc]ommentary|[Cc]olumn|(?:[Ll]ive\s+)?[Rr]eport(?:ing|ed)?)\s+)?(?:[Bb][Yy])"
    r"|(?:Text|Words|Interview|Story)\s?:|[Pp]ar|[Vv]on|[Pp]or)"
)
_BYLINE = re.compile(
    rf"{_BY}\s+(?P<names>{_NAME}(?:\s*(?:,|&|and|und|et|y)\s+{_NAME}){{0,5}})"
    r"(?:\s*[,|/·•–—-]\s*(?P<rest>.{0,80}))?"
)
_ALONE = seldom(r"(?:written\s+|words\s+|text\s+|story\s+)?by:?", re.IGNORECASE)
_NAME_AND_OUTLET = seldom(rf"(?P<names>{_NAME}),\s+(?P<rest>[A-Z][\w.]*(?:\s+[A-Z][\w.]*){{0,3}})")
_NAME_AND_JOB = seldom(rf"(?P<names>{_NAME}),\s+(?P<job>[^.!?]{{3,60}})")
_NAME_ALONE = seldom(_NAME)
# What else such a line says: where somebody was, and whose the pictures are.
_WHERE = seldom(r"\s(?:in|at|from)\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}(?=,|\s(?:and|&)\s|\s?\||\Z)")
_PICTURES = seldom(
    r"(?<![\s,|;/·•–—-])[\s,|;/·•–—-]{1,6}(?:photo(?:graph)?(?:s|y)?|pictures?|illustrations?|video|graphics?)\s(?:by|from)\b.*",
    re.IGNORECASE,
)
_INITIALS = seldom(r"[A-Z]{2,4}")
_TOGETHER = re.compile(r" (?:and|und|et|y|&) ")
_WORDS = lexicon("bylines")
_JOBS = _WORDS["jobs"]
_HOUSES = frozenset(
    ["Arena", "Auditorium", "Cinema", "Gallery", "Museum", "Opera", "Playhouse", "Stadium", "Theater", "Theatre"]
)
_TITLES = r"(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Rev)"
_DOES = r"(?:is|was|are|writes|covers|covered|reports|works|worked|joined|teaches|lives|contributes|edits|hosts|has\s(?:covered|been|worked|written|reported))"
_OF_AUTHOR = seldom(rf"(?:{_TITLES}\.?\s)?(?P<name>{_NAME}),?\s(?:(?:and\s{_NAME}|[^.]{{2,80}},)\s)?{_DOES}\s")
_MORE_ABOUT = "More about "
# "Ada Quill is the author of …", below an article that says "I" and names her nowhere else.
_SIGNED_OFF = seldom(
    rf"(?P<name>{_NAME}),?\s(?:[^.]{{2,80}},\s)?(?:is|was|writes|teaches)\s[^.]{{0,120}}?\b(?:author|professor|lecturer|columnist|fellow|writer|novelist|poet"
    r"|journalist|playwright\S*|contributor|editor|director|founder|co-founder|president|historian|economist|teaches|writes)\b.*",
    re.DOTALL,
)
_I = re.compile(r"(?:\A|[\s“\"])I(?:['’](?:m|ve|d|ll))?\s")
_LONGEST_NOTE = 500
_LONGEST = 140
"""Characters."""
_MOST_LINES = 8
"""Lines below a "By" that stands alone: authors and what they are."""
_MOST_NAMES = 4
_LONGEST_JOB = 8
"""Words."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article, and for whom and when where the byline says so."""

    names: str
    outlet: str | None = None
    published: str | None = None
    """ISO 8601."""


def byline_of(line: str) -> Byline | None:
    """The names that a byline gives: "By Ada Quill, Northmoor Wire" is by "Ada Quill".

    Two authors are joined by "and". Of two names with only a comma between them the second is an author's too
    where it begins with a given name, and nobody's where it says what the first one is; else it is the outlet.
    """
    if len(line) > _LONGEST or not _BYLINE.match(line):
        return None
    plain = _WHERE.sub("", _PICTURES.sub("", line))
    found = _BYLINE.fullmatch(plain)
    if not found:
        return None
    names, outlet = one_line(found["names"]), None
    *parts, last = names.split(", ")
    if parts and (is_job(last) or _INITIALS.fullmatch(last) or last.startswith("The ") or is_outlet_name(last)):
        names, outlet = ", ".join(parts), None if is_job(last) else last
    elif len(parts) == 1 and not _TOGETHER.search(names):
        if _is_person(last) and " " in parts[0]:
            names = f"{parts[0]} and {last}"
        else:
            names, outlet = parts[0], last
    stamp = find_timestamp(found["rest"]) if found["rest"] else None
    return Byline(_as_names(names), outlet, stamp.iso if stamp else None)


def signed_line(line: str, following: str) -> Byline | None:
    """The name in a line such as "Ines Corrigan, Northmoor Wire"; only sure between headline and story.

    A name alone is one where the line below says what its owner is: "Senior reporter".
    """
    found = _NAME_AND_OUTLET.fullmatch(line)
    if found and len(line.split()) <= 7 and " " in found["names"] and not _is_house(found["names"]):
        rest = one_line(found["rest"])
        return Byline(one_line(found["names"]), None if is_job(rest) else rest)
    if (found := _NAME_AND_JOB.fullmatch(line)) and is_job(found["job"]) and " " in found["names"]:
        return Byline(_as_names(one_line(found["names"])))
    return Byline(_as_names(line)) if _is_person(line) and is_job(following) else None


def signed_twice(line: str, closing: Sequence[str]) -> Byline | None:
    """The name that stands alone above a text and opens a note on its owner below it: "Ada Quill was a pilot until 2018."."""
    if " " not in line or len(line.split()) > _MOST_NAMES or not _NAME_ALONE.fullmatch(line):
        return None
    return Byline(line) if any(note.startswith((f"{line} is ", f"{line} was ")) for note in closing) else None


def listed_authors(lines: Sequence[str]) -> tuple[Byline, int] | None:
    """The authors below a "By" that stands alone on the first of the lines, and how many lines that takes."""
    if not lines or not _ALONE.fullmatch(lines[0]):
        return None
    names: list[str] = []
    taken = 1
    for line in lines[1 : _MOST_LINES + 1]:
        bare = line.removesuffix(" and").rstrip(",& ")
        if is_job(bare):
            taken += 1
        elif (
            (not names or lines[taken - 1].endswith((",", " and", "&"))) and " " in bare and _NAME_ALONE.fullmatch(bare)
        ):
            names.append(_as_names(bare))
            taken += 1
        elif bare.casefold() in ("and", "&"):
            taken += 1
        else:
            break
    return (Byline(" and ".join([*filter(None, [", ".join(names[:-1])]), *names[-1:]])), taken) if names else None


def tells_of_author(paragraph: str, author: str) -> bool:
    """Whether a paragraph is about who wrote the article: "Ada Quill is a reporter for the Gazette.", "Dr. Quill is …"."""
    if paragraph.startswith(_MORE_ABOUT):
        return paragraph.removeprefix(_MORE_ABOUT) in author
    if len(paragraph) > _LONGEST_NOTE:
        return False
    found = _OF_AUTHOR.match(paragraph)
    if not found:
        return False
    name = one_line(found["name"])
    full = " " in name and name in author
    return full or (not paragraph.startswith(name) and name.rpartition(" ")[2] in author.split())


def signs_off(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph at the end of a text in the first person tells who wrote it."""
    if len(paragraph.line) > _LONGEST_NOTE:
        return False
    found = _SIGNED_OFF.fullmatch(paragraph.line)
    if not found or " " not in found["name"] or not _I.search(text, 0, paragraph.span.start):
        return False
    return text.find(found["name"].split()[-1], 0, paragraph.span.start) < 0


def is_job(line: str) -> bool:
    """Whether a line says what somebody is who writes: "Local democracy reporter, Dunmere"."""
    words = line.split()
    return len(words) <= _LONGEST_JOB and any(word.strip(",.()").lower() in _JOBS for word in words)


def _is_person(text: str) -> bool:
    """Whether words are a name in full that begins with a given name."""
    words = text.split()
    return (
        2 <= len(words) <= 4
        and words[0].capitalize() in GENDERED_NAMES
        and not is_outlet_name(text)
        and _NAME_ALONE.fullmatch(text) is not None
    )


def _is_house(name: str) -> bool:
    """Whether what looks like a name is where something is shown: "Royal Theatre", but not "Ada Hall"."""
    return name.rpartition(" ")[2] in _HOUSES and name.partition(" ")[0] not in GENDERED_NAMES


def _as_names(names: str) -> str:
    """Names without a page's capitals; those of an agency such as "AFP" are its own."""
    return names if _INITIALS.fullmatch(names) else as_name(names)
