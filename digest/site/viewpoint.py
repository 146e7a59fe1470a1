"""Viewpoint, what readers are told of a brief that does not report: whose view its points are, or who paid for its source."""

from __future__ import annotations

from digest.brief import FrontMatter
from digest.site.wording import Wording
from digest.text.genres import ADVERTISER_SUPPLIED, GENRES, OPINION, REVIEW, SATIRE, SPONSORED, known_genres

_SAID = {
    ADVERTISER_SUPPLIED: ("paid_for", None),
    SPONSORED: ("paid_for", None),
    SATIRE: ("not_meant", None),
    REVIEW: ("judgement", "judgement_of"),
    OPINION: ("view", "view_of"),
}
"""The phrase that tells of each genre, and the one that names the author; of the others, which report, none does."""


def viewpoint_of(facts: FrontMatter, words: Wording) -> str | None:
    """Whose view the points of a brief are, or why they are no report; None where they are one."""
    known = known_genres(facts.genres)
    found = next((_SAID[genre] for genre in GENRES if genre in known and genre in _SAID), None)
    if found is None:
        return None
    said, said_of = found
    author = facts.sources[0].author if len(facts.sources) == 1 else None
    return words(said_of, author=author) if said_of and author else words(said)


def labelled_title(facts: FrontMatter, words: Wording) -> str:
    """A brief's headline where there is no room for more, with what its source is: "Opinion: The gate was never about fish"."""
    return ": ".join([*map(words.genre, facts.genres), facts.title])
