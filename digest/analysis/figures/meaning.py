"""Meaning, what a figure is of or for, by the words beside it: "a loss of $9 million", "cost £48 million", "58 of the 101 seats"."""

from __future__ import annotations

import re

from digest.analysis.figures.amounts import NUMBER_WORD
from digest.analysis.figures.counted import noun_phrase_behind
from digest.analysis.figures.subject import subject_before
from digest.text.lexicons import lexicon
from digest.text.spans import Span

_LISTS = lexicon("figures")
_HEAD = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:(?!(?:and|as|at|by|for|from|in|on|or|than|to|with|[a-z]+s)\s)[a-z-]{2,20}\s){0,2})?\b(?P<noun>[a-z]{3,20})\sof\s\Z"
)
# Whether it is so, may be or is not: "could cost".
_MODALS = r"(?:\b(?:to|can|could|may|might|must|not|should|will|would)\s){0,2}(?:\b(?:are|be|been|has|have|is|was|were)\s){0,2}"
_VERB = re.compile(rf"{_MODALS}\b(?P<verb>[a-z]{{3,12}})\s\Z")
# "net profit fell 3 percent to", "the deficit was": what stands at a sum.
_LEVEL = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:(?<![\w-])(?!(?i:{'|'.join(sorted(_LISTS['stops']))})\b)[A-Za-z][a-z-]+\s){{0,2}}?\b(?i:{'|'.join(sorted(_LISTS['levels']))})\s"
    rf"(?:(?:has|have|had|will|would|could|may|might)\s(?:be\s|been\s)?)?(?:[a-z]+ly\s)?(?:{'|'.join(sorted(_LISTS['moving']))})\b(?:[^.,;:()“”\"—]|(?<=\d)[.,](?=\d)){{0,45}}(?<!\bfrom)\s\Z"
)
# "bought Instagram in 2012 for": what a price is of.
_TRADE = re.compile(
    rf"{_MODALS}\b(?:{'|'.join(sorted(_LISTS['trading']))})\s(?:[^.,;:()“”\"—]|(?<=\d)[.,](?=\d)){{2,50}}\sfor\s(?:an?\s[a-z]+\s)?\Z"
)
# "Turnout was 86 percent", "Shares of Senn fell 17%".
_SHARE = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:(?<![\w-])(?!(?i:{'|'.join(sorted(_LISTS['stops']))})\b)[A-Za-z][a-z-]+\s)?\b(?i:{'|'.join(sorted(_LISTS['shares']))})\s"
    rf"(?:(?:of|in|at)\s[A-Z][\w’'&. -]{{1,40}}?\s(?:\([^()]{{2,12}}\)\s)?)?(?:(?:has|have|had|will|would|could|may|might)\s(?:be\s|been\s)?)?(?:[a-z]+ly\s)?(?:{'|'.join(sorted(_LISTS['moving']))})\s(?:to\s|at\s|by\s|of\s)?\Z"
)
_PART = re.compile(
    rf"\b(?:\d[\d,]*|(?!one\b){NUMBER_WORD}|all|none|half|most)\sof\s(?:the|its|his|her|their|those|these)\s(?:[a-z]+['’]s\s)?\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+for\s+(?:an?|the|its|their|his|her)(?=\s)")
_ON = re.compile(r"\s+(?:on|in)(?=\s[a-z])")
_REACH = 110
"""Characters before a figure that are looked at."""
_NEAR = 36
"""The same, where the part of a count is told."""


def with_meaning(text: str, phrase: Span, within: Span, *, large: bool, share: bool = False) -> Span:
    """A figure's phrase with the noun that it is of, or for a large sum with what is done with it, by whom, and what it is for.

    The phrase itself where nothing beside it says so.

    Args:
        text: the whole.
        phrase: the number with its hedge and what stands behind it.
        within: the sentence.
        large: whether it is a sum of which it is worth telling what is done with it.
        share: whether it is a share of something.
    """
    before = text[max(within.start, phrase.start - _REACH) : phrase.start]
    start, end, spent, of_something = phrase.start, phrase.end, False, False
    head = _HEAD.search(before) if before.endswith("of ") else None
    if head and head["noun"] not in _LISTS["no_heads"]:
        start -= len(before) - head.start()
    elif (large and (level := _LEVEL.search(before))) or (share and (level := _SHARE.search(before))):
        start -= len(before) - level.start()
    elif large and (verb := _VERB.search(before)) and verb["verb"] in _LISTS["paying"]:
        acts = start - len(before) + verb.start()
        start = subject_before(text, acts, within.start, noun=verb["verb"] == "worth")
        spent, of_something = verb["verb"] in _LISTS["spending"], verb["verb"] in _LISTS["of_things"] and start == acts
    elif large and " for " in before and (trade := _TRADE.search(before)):
        start = subject_before(text, start - len(before) + trade.start(), within.start)
    purpose = (_FOR.match(text, end, within.end) or (spent and _ON.match(text, end, within.end))) if large else None
    if purpose:
        last = noun_phrase_behind(text, purpose.end(), within.end)
        if last > purpose.end() and _LISTS["no_purposes"].isdisjoint(text[purpose.end() : last].lower().split()):
            end = last
    return phrase if of_something and end == phrase.end else Span(start, end)


def with_whole(text: str, phrase: Span, within: Span) -> Span:
    """The phrase of a count with the part of it that is told: "58 of the 101 seats"; the phrase itself where there is none."""
    before = text[max(within.start, phrase.start - _NEAR) : phrase.start]
    found = _PART.search(before) if " of " in before else None
    return Span(phrase.start - len(before) + found.start(), phrase.end) if found else phrase
