"""Notes of a page on its text: whose views it holds, who paid for it, or that it is satire."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.text.genres import ADVERTISER_SUPPLIED, OPINION, SATIRE, SPONSORED
from digest.text.patterns import seldom

NOTED_ABOVE, NOTED_BELOW = 4, 6
"""Paragraphs at a text's top and end that may hold the page's note on it."""
_LONGEST = 700
"""Characters; of a longer paragraph only its ends are read."""
_LONGEST_NOTE = 350
"""Characters of a paragraph that is nothing but a note."""
_PIECE = r"(?:article|column|commentary|comment|opinion|op-ed|piece|essay|blog|post|letter|editorial)s?"
_TEXT = r"(?:article|column|content|feature|page|piece|post|story|text)"
_IS = r"(?:is|was|has\sbeen)"
_OPENS = r"(?:\A|(?<=[.!?:)\]]\s)|(?<=[(*_—–]))"
# What users think, or the authors of a study, is no word of the page on its own text.
_OPINION = seldom(
    rf"""{_OPENS}(?:
      (?:the|these|all|any)\s(?:opinions?|views?)(?:\sand\s(?:opinions?|views?))?\s(?:expressed|presented)
        (?:\s(?:here|herein|above|by\sthe\s(?:author|writer|columnist)s?|(?:in|by)\s(?:this|the|these)\s(?:opinion\s)?{_PIECE}))?\s(?:is|are|do|does)\s
        (?![^.]*\b(?:users|readers|commenters|study|paper)\b)
        [^.]*\b(?:author|writer|columnist|contributor|own|his|hers|theirs|solely|necessarily)\b
    | (?:his|her|their|my)\s(?:opinions?|views?)\sare\s(?:his|her|their|my)\sown\b
    | this\s(?:
          is\san\sopinion\s{_PIECE}\b
        | {_PIECE}\s(?:is|was|appears|appeared)\b[^.]{{0,40}}\b(?:opinion|op-ed|commentary|comment)\s(?:section|pages?|piece|column|article|series)\b
        | {_PIECE}\sdoes\snot\s(?:necessarily\s)?(?:reflect|represent)\sthe\s(?:opinions?|views?)\b
        | {_PIECE}\s(?:solely\s)?(?:reflects|represents|expresses)\sthe\s(?:personal\s)?(?:opinions?|views?)\sof\s(?:the|its)\s(?:author|writer)\b)
    | view\smore\sopinion\b
    | (?:die\s)?in\sdiese[mr]\s(?:beitrag|artikel|kommentar|text|kolumne)\sgeäußerten\s(?:ansichten|meinungen)\b
    | les\sopinions\sexprimées\s(?:dans|ici)\b[^.]*\bauteure?s?\b
    | las\sopiniones\sexpresadas\s(?:en|aquí)\b[^.]*\bautor(?:es|as?)?\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PAID_FOR = seldom(
    rf"{_OPENS}this\s{_TEXT}\s{_IS}\s(?:(?:written|created|produced|provided|supplied)\sand\s)?paid\sfor\sby\s",
    re.IGNORECASE,
)
_SPONSORED = seldom(
    rf"{_OPENS}this\s(?:is\s(?:a\s)?(?:sponsored|paid)\s{_TEXT}\b"
    rf"|{_TEXT}\s{_IS}\s(?:(?:sponsored|brought\sto\syou)\sby|(?:produced|created|written|made)\sin\s(?:paid\s)?partnership\swith)\s)",
    re.IGNORECASE,
)
_SATIRE = seldom(
    rf"{_OPENS}(?:this|the\sabove)\s{_TEXT}\sis\s(?:a\s)?(?:(?:work|piece)\sof\s)?(?:pure\s)?(?:satire|satirical|parody)\b",
    re.IGNORECASE,
)
_TELLS_OF_AUTHOR = seldom(
    r"\(|(?i:the\s(?:author|writer)\sis)\b|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3},?\s(?:is|was|teaches|writes|covers)\s"
)
_NOTES = (
    (OPINION, _OPINION, ("opinion", " views", "op-ed", "commentary", "ansichten", "meinungen")),
    (ADVERTISER_SUPPLIED, _PAID_FOR, ("paid for by",)),
    (SPONSORED, _SPONSORED, ("sponsored", "is paid", "is a paid", "partnership with", "brought to you by")),
    (SATIRE, _SATIRE, ("satir", "parody")),
)
"""What each note tells, and what is rare and stands in it."""


def genres_noted(paragraph: str) -> Iterator[str]:
    """The genres that notes in a paragraph tell."""
    yield from (genre for genre, _ in _notes(paragraph))


def is_note(paragraph: str) -> bool:
    """Whether a paragraph is nothing but such a note, be it with who the author is before it."""
    return len(paragraph) <= _LONGEST_NOTE and any(
        begins == 0 or _TELLS_OF_AUTHOR.match(paragraph) for _, begins in _notes(paragraph)
    )


def _notes(paragraph: str) -> Iterator[tuple[str, int]]:
    """What notes tell, each with where it begins."""
    if len(paragraph) > 2 * _LONGEST:
        paragraph = f"{paragraph[:_LONGEST]} {paragraph[-_LONGEST:]}"
    small = paragraph.lower()
    for genre, pattern, rare in _NOTES:
        if any(map(small.__contains__, rare)) and (found := pattern.search(paragraph)):
            yield genre, found.start()
