"""Genre, what a page itself says that its text is where it is no plain news: an opinion, a release, paid for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.article.genre_labels import HALF, SURE, Sign, signs_in_address, signs_in_head, signs_in_headline
from digest.article.genre_notes import NOTED_ABOVE, NOTED_BELOW, genres_noted
from digest.text.genres import ADVERTISER_SUPPLIED, GENRES, OBITUARY, OPINION, PRESS_RELEASE, SPONSORED
from digest.text.patterns import seldom

_PAID = (ADVERTISER_SUPPLIED, SPONSORED)
_AT_ONCE = 5
"""Paragraphs in which an obituary says that somebody died."""
_DIED = seldom(
    r"\b(?:died|dies|passed away|survived by|gestorben|starb|décédée?|est morte?|murió|falleció|ha muerto)\b"
)
_NAMED = 4
"""Words that a note on the author names them in."""
_WRITES = seldom(
    r"\sis\san?\s[^.]{0,80}?\b(?:(?P<sure>(?:opinion|op-ed)\s(?:columnist|contributor|writer))|columnist)\b",
    re.IGNORECASE,
)
_TO_THE_EDITOR = seldom(r"(?:to the editor|dear (?:sir|editor|madam)|sirs?\s?[,–—-])", re.IGNORECASE)


def find_genre(
    head: Sequence[str],
    body: Sequence[str],
    *,
    headline: str | None,
    url: str | None = None,
    author: str | None = None,
    is_release: bool = False,
) -> str | None:
    """The genre that a page gives its text; None where it says nothing, or nothing that is sure.

    A label outweighs a note on whose views a text holds, which stands below reviews and analyses too.

    Args:
        head: the lines above the text.
        body: its paragraphs, and what stands below them.
        headline: as printed.
        url: the article's address.
        author: who wrote it.
        is_release: whether it is a release, which is that and nothing else, unless it is paid for.
    """
    noted = frozenset(
        genre
        for place in (*head, *body[:NOTED_ABOVE], *body[NOTED_ABOVE:][-NOTED_BELOW:])
        for genre in genres_noted(place)
    )
    signs = {*signs_in_head(head), *(Sign(genre, "note", SURE) for genre in noted if genre != OPINION)}
    if headline:
        signs.update(signs_in_headline(headline))
    if url:
        signs.update(signs_in_address(url))
    signs.update(_signs_of_author(body, author))
    if signs:
        signs.update(_signs_in_text(body))
    for genre in _PAID if is_release else GENRES:
        if sum(sign.weight for sign in signs if sign.genre == genre) >= SURE:
            return genre
    if is_release:
        return PRESS_RELEASE
    return OPINION if OPINION in noted else None


def _signs_of_author(body: Sequence[str], author: str | None) -> Iterator[Sign]:
    """What the note on its author says, below a text: "Ada Quill is a columnist for the Gazette.", "Ms. Quill is an opinion writer."."""
    surname = author.rpartition(" ")[2] if author else ""
    for line in body[-NOTED_BELOW:] if surname else ():
        if surname in line.split()[:_NAMED] and (found := _WRITES.search(line)):
            yield Sign(OPINION, "job", SURE if found["sure"] else HALF)


def _signs_in_text(body: Sequence[str]) -> Iterator[Sign]:
    """What in the text makes a label sure."""
    if any(map(_DIED.search, body[:_AT_ONCE])):
        yield Sign(OBITUARY, "text", HALF)
    if body and _TO_THE_EDITOR.match(body[0]):
        yield Sign(OPINION, "text", HALF)
