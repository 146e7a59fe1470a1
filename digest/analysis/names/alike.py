"""Alike, whether two printed names are one person's: by hyphens, by initials, by a nickname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.analysis.names.groups import surname_of

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?)+|[A-Z]{2,3}")
_NICKNAME = re.compile(r"[“\"'‘](?:The )?([^“”\"'‘’]+)[”\"'’]")


def letters_of(name: str) -> str:
    """A name by which "Park Jin-Seo", "Park Jin-seo" and "Park Jin Seo" are one, and "A.J. Quill" and "AJ Quill"."""
    return name.replace("-", " ").replace(".", "").lower()


def initials_of(words: tuple[str, ...]) -> str:
    """The initials that somebody is called by, "AJ" of "A. J. Quill"; empty where a given name is printed."""
    given = words[: words.index(surname_of(words))]
    return "".join(given).replace(".", "").replace("-", "") if given and all(map(_INITIALS.fullmatch, given)) else ""


def is_by_initials(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether of two names with one surname either has the initials of the other: "A.J. Quill" of "Ada Joan Quill"."""
    initials = initials_of(words) or initials_of(full)
    if not initials:
        return False
    short, long = sorted(
        (initials_of(words) or _first_letters(words), initials_of(full) or _first_letters(full)), key=len
    )
    return short == long or (len(initials) == 1 and short[:1] == long[:1])


def _first_letters(words: tuple[str, ...]) -> str:
    return "".join([word[0] for word in words[: words.index(surname_of(words))] if word[0].isupper()])


def nicknames_of(words: tuple[str, ...]) -> Iterator[str]:
    """What somebody is called by a nickname in a name: "Big Boom" and "Big Boom Quill" of `Ada "Big Boom" Quill`."""
    for word in words[1:-1]:
        if found := _NICKNAME.fullmatch(word):
            yield found[1]
            yield f"{found[1]} {surname_of(words)}"
