"""Outlets: who published an article, as its page names them."""

from __future__ import annotations

import re

from digest.article.capitals import as_written
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import one_line
from digest.text.timestamps import find_timestamp

_WIRE_SOURCE = re.compile(r"source:\s{0,4}([^|]{2,40}?)\s{0,4}\|", re.IGNORECASE)
_PIPE_SOURCE = re.compile(
    r"([^|]{2,40}?)\s{0,4}\|\s{0,4}(?:updated|published|last updated)?:?\s{0,4}\d{4}", re.IGNORECASE
)
_CLOSING_SOURCE = re.compile(r"sources?:\s{0,4}([^|.,:;]{2,40}?)\s{1,4}and\s(?:news\s)?agencies\.?\Z", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:©|copyright|\(c\))\s{0,4}(?:©\s{0,4})?(?:\d{4}(?:\s{0,4}[-–]\s{0,4}\d{4})?)?,?\s{0,4}(?:by\s{1,4})?([A-Z][^.,|©]{1,50}?)(?:\s{0,4}(?:[.,|]|all\s+rights|$))",
    re.IGNORECASE,
)
_OUTLET_NAME = seldom(
    r"(?:The\s+)?(?:[A-Z][\w.&’'-]*\s+){0,4}(?:Times|Post|Gazette|News|Herald|Tribune|Journal|Guardian|Courier|Ledger|Wire|Press|Star"
    r"|Telegraph|Standard|Observer|Chronicle|Mail|Echo|Today|Daily|Review|Register|Examiner|Dispatch|Globe|Mirror|Sun|Bulletin)"
    r"(?:\s+(?:Online|Agency|Network|Service))?"
)
# In capitals a headline looks like a name too: fewer words are sure.
_SHOUTED = seldom(
    r"(?:THE\s)?(?:[A-Z][A-Z.&’'-]+\s){1,2}(?:TIMES|POST|GAZETTE|HERALD|TRIBUNE|JOURNAL|GUARDIAN|COURIER|LEDGER|TELEGRAPH|OBSERVER|CHRONICLE|ECHO|EXAMINER)"
)
_SECTIONS = lexicon("bylines")["sections"]
# "Published in Harbour Review, 4 May 2026"
_PUBLISHED_IN = seldom(
    r"(?i:(?:first )?(?:published|appeared) (?:in|by|on)) (?P<name>[A-Z][^|:;\d]{2,50}?)(?:,| on| \||\Z)"
)
_BEFORE_OUTLET = (" - ", " – ", " — ", " | ", " : ")


def outlet_in(line: str) -> str | None:
    """The outlet that a line of page furniture names: a wire's source line, one at a page's foot, or a copyright line."""
    for pattern in (_WIRE_SOURCE, _PIPE_SOURCE, _CLOSING_SOURCE):
        found = pattern.match(line)
        if found and not find_timestamp(found[1]):
            return one_line(found[1])
    found = _RIGHTS.match(line)
    if found and len(line) <= 160:
        return one_line(found[1])
    return None


def outlet_beside_date(line: str) -> str | None:
    """The outlet that a line gives with the day: "The Harbour Gazette | Oct 1, 2026", "Published in Harbour Review, …"."""
    if found := _PUBLISHED_IN.match(line):
        return found["name"].strip() if find_timestamp(line) else None
    name, bar, rest = line.partition("|")
    return outlet_named(name.strip()) if bar and find_timestamp(rest) else None


def is_outlet_name(line: str) -> bool:
    """Whether a line is nothing but what outlets and their sections are called: "The Harbour Gazette", "News"."""
    return bool(_OUTLET_NAME.fullmatch(line) or (line.isupper() and _SHOUTED.fullmatch(line)))


def outlet_named(line: str) -> str | None:
    """The outlet that a line is the name of, as names are printed; None for "News" and "World News", which are sections."""
    words = line.split()
    if len(words) < 2 or words[0].capitalize() in _SECTIONS or words[0] in _SECTIONS or not is_outlet_name(line):
        return None
    return as_written(line)


def without_outlet(headline: str, *names: str | None) -> str:
    """A headline without the outlet behind it, as the titles of pages have it: "Ferry late - Northmoor Wire"."""
    for mark in _BEFORE_OUTLET:
        rest, found, last = headline.rpartition(mark)
        if found and rest and any(name and last.casefold() == name.casefold() for name in names):
            return rest.rstrip()
    return headline
