"""Meaning, what a sum, a share or a speed is, by the words beside it: "a loss of $9 million", "cost £48 million"."""

from __future__ import annotations

import re

from digest.analysis.figures.counted import noun_phrase_behind
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_LISTS = lexicon("figures")
_HEAD = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:(?!(?:and|as|at|by|for|from|in|on|or|than|to|with)\s)[a-z-]{2,20}\s){0,2})?\b(?P<noun>[a-z]{3,20})\sof\s\Z"
)
_VERB = re.compile(r"\b(?P<verb>[a-z]{3,12})\s\Z")
# "net profit fell 3 percent to", "the deficit was": what stands at a sum.
_LEVEL = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:\b(?!(?:{'|'.join(sorted(_LISTS['stops']))})\b)[a-z][a-z-]+\s){{0,2}}?\b(?:{'|'.join(sorted(_LISTS['levels']))})\s"
    rf"(?:(?:has|have|had|will|would|could|may|might)\s(?:be\s|been\s)?)?(?:[a-z]+ly\s)?(?:{'|'.join(sorted(_LISTS['moving']))})\b(?:[^.,;:()“”\"—]|(?<=\d)[.,](?=\d)){{0,45}}(?<!\bfrom)\s\Z"
)
_FOR = re.compile(r"\s+for\s+(?:an?|the|its|their|his|her)(?=\s)")
_REACH = 110
"""Characters before a figure that are looked at."""


def with_meaning(text: str, phrase: Span, within: Span, *, large: bool) -> Span:
    """A figure's phrase with the noun that it is of, or for a large sum with what is done with it and what it is for.

    The phrase itself where nothing beside it says so.
    """
    before = text[max(within.start, phrase.start - _REACH) : phrase.start]
    start, end = phrase.start, phrase.end
    head = _HEAD.search(before) if before.endswith("of ") else None
    if head and head["noun"] not in _LISTS["no_heads"]:
        start -= len(before) - head.start()
    elif large and (level := _LEVEL.search(before)):
        start -= len(before) - level.start()
    elif large and (verb := _VERB.search(before)) and verb["verb"] in _LISTS["paying"]:
        start -= len(before) - verb.start()
    if large and (purpose := _FOR.match(text, end, within.end)):
        last = noun_phrase_behind(text, purpose.end(), within.end)
        if last > purpose.end() and _LISTS["no_purposes"].isdisjoint(text[purpose.end() : last].lower().split()):
            end = last
    return Span(start, end)
