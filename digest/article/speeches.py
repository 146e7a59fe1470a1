"""Speeches: a text whose head says that it is one, by one person, and who then speaks alone and without a label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from digest.article.closings import OWN
from digest.article.introductions import introduced_people
from digest.article.labels import Label
from digest.article.opening import ends_a_sentence, leads_to_statement
from digest.article.paragraphs import Paragraph
from digest.text.genders import GENDERED_NAMES
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import Span
from digest.text.tokens import without_quotations

_BODIES = lexicon("names")["organisation_heads"]
_KINDS = r"(?:speech|remarks|address|keynote|statement|lecture|testimony|eulogy|message)"
_SAYS_SO = seldom(
    rf"\b{_KINDS}\b[^.!?]{{0,80}}?\b(?:by|of|from)\b|\A{_KINDS}\s?[:–—-]|['’]s?\s(?:[\w-]+\s){{0,3}}{_KINDS}\b"
    r"|\btranscript\sof\sthe\sspeech\b|\bcheck\sagainst\sdelivery\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\b(?:[Yy]ou|[Yy]our)\b")
_SALUTES = seldom(
    r"(?:good\s(?:morning|afternoon|evening)|ladies\sand\sgentlemen|thank\syou|m(?:r|adam|rs|s)\.?\s(?:speaker|president|chair\w*)|dear\s\w+|friends|colleagues|excellenc\w+)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 12
"""Paragraphs in which a page says what it is."""
_LONGEST_HEADING = 200
"""Characters."""
_FEWEST_OWN = 3
"""Paragraphs in the first person."""
_LEAST_OWN = 0.4
"""Share of the paragraphs that speak of oneself, or to those who listen."""
_LAST = 2
"""Paragraphs at the end, in which the page may name the speaker again."""


def find_speech(text: str, paragraphs: Sequence[Paragraph]) -> Mapping[int, Label]:
    """The label that a speech would have, by where it begins; empty where a text is none.

    The head has to say that it is one and to name one person only, or a line that ends it ("Ada Quill said today:"), of whom the text never speaks; it goes on in the first person.
    """
    lines = [paragraph.line for paragraph in paragraphs]
    if not any(_SAYS_SO.search(line) for line in lines[:_HEAD] if len(line) <= _LONGEST_HEADING):
        return {}
    begins = next((number for number, line in enumerate(lines[: _HEAD + 1]) if number and _begins(line)), None)
    if begins is None:
        return {}
    head = text[: paragraphs[begins].span.start]
    announced = lines[begins - 1]
    people = _people_in(announced) if leads_to_statement(announced) else _people_in(head)
    if len(people) != 1:
        return {}
    speaker = people.pop()
    at = head.find(speaker)
    said = [line for line in lines[begins:] if ends_a_sentence(line)]
    if at < 0 or any(speaker.rpartition(" ")[2] in line for line in said[:-_LAST]):
        return {}
    told = list(map(without_quotations, said))
    own = sum(OWN.search(line) is not None for line in told)
    spoken = sum(bool(OWN.search(line) or _ADDRESSES.search(line)) for line in told)
    if own < _FEWEST_OWN or spoken < _LEAST_OWN * len(told):
        return {}
    start = paragraphs[begins].span.start
    name = Span(at, at + len(speaker))
    return {start: Label(span=Span(start, start), name=name, speaker=speaker, known=True)}


def _people_in(head: str) -> set[str]:
    """Those whom a text introduces, each by name with a role or with a given name."""
    return {
        name
        for name, role in introduced_people(head)
        if (role or name.partition(" ")[0].title() in GENDERED_NAMES) and name.rpartition(" ")[2] not in _BODIES
    }


def _begins(line: str) -> bool:
    """Whether somebody begins to speak with a paragraph."""
    if _SALUTES.fullmatch(line):
        return True
    told = without_quotations(line)
    return ends_a_sentence(line) and OWN.search(told) is not None
