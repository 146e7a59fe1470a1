"""Genres, what a text may be that is no plain news, by their names in IPTC's genre NewsCodes (https://cv.iptc.org/newscodes/genre/)."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

ADVERTISER_SUPPLIED = "Advertiser Supplied"
SPONSORED = "Sponsored"
SATIRE = "Satire"
PRESS_RELEASE = "Press Release"
REVIEW = "Review"
OBITUARY = "Obituary"
FACT_CHECK = "Fact Check"
OPINION = "Opinion"
ANALYSIS = "Analysis"
BACKGROUND = "Background"
INTERVIEW = "Interview"
PROFILE = "Profile"
FEATURE = "Feature"

GENRES = (
    ADVERTISER_SUPPLIED, SPONSORED, SATIRE, PRESS_RELEASE, REVIEW, OBITUARY, FACT_CHECK, OPINION, ANALYSIS, BACKGROUND,
    INTERVIEW, PROFILE, FEATURE,
)  # fmt: skip
"""What a reader most needs to know comes first."""
GENRE_CODES = "http://cv.iptc.org/newscodes/genre/"
"""The scheme that a genre's code is one of."""
_BY_NAME = {genre.casefold(): genre for genre in GENRES}


def known_genre(name: str) -> str | None:
    """The genre of that name, however it is spaced and capitalised; None where it is none of ours."""
    return _BY_NAME.get(" ".join(name.replace("-", " ").split()).casefold())


def known_genres(names: Iterable[str]) -> list[str]:
    """Those of some names that are genres of ours, as ours are written."""
    return [known for name in names if (known := known_genre(name))]


def code_of(genre: str) -> str:
    """What a genre's address at IPTC ends in."""
    return genre.replace(" ", "_")


def misspelt_genre(name: str) -> str | None:
    """The genre whose name a word nearly is: "Opinon"."""
    close = [] if known_genre(name) else get_close_matches(name.casefold(), _BY_NAME, n=1, cutoff=0.8)
    return _BY_NAME[close[0]] if close else None
