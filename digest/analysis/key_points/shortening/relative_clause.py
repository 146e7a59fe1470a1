"""A relative clause between commas that tells the background, left out of a key point."""

from __future__ import annotations

import re

from digest.analysis.key_points.shortening.grammar import (
    count_words,
    goes_on,
    has_finite_verb,
    is_introduced,
    is_selected,
    joins_a_clause,
    name_before,
)
from digest.analysis.key_points.shortening.quotation import veiled
from digest.analysis.key_points.shortening.safeguard import is_background
from digest.text.patterns import seldom

_CLAUSE = re.compile(r", (?P<clause>(?P<word>who|which|whose|where) [\w’'. -]{3,200}?)(?P<close>, (?=[a-z])|[.]\Z)")
# What somebody or something is or does, rather than what happened to them.
_STATE = seldom(
    r"(?:who|which|where|whose(?: [\w-]+){1,3}) (?:also |long |has long |have long )?(?:"
    r"(?:is|are|was|were|has been|have been|had been) (?:also |long )?(?:an?|the|in|on|at|near|part|home|based|located|headquartered|known|owned|run|named|called"
    r"|situated|made up|among|used|popular|famous|common)\b"
    r"|(?:has|have|had) (?:an?|the|its|his|her|their|long)\b"
    r"|(?:owns?|runs?|operates?|makes?|sells?|produces?|lives?|works?|leads?|heads?|represents?|oversees?|covers?|includes?|provides?|offers?"
    r"|serves?|employs?|manages?|teaches|studies|plays?|speciali[sz]es?|publishes|supplies|stretches|borders?|lies|lie|sits?|connects?"
    r"|houses?|governs?|regulates?|monitors?|promotes?|advises|belongs?|shares?|comes? from|dates? from|uses?|advocates?|caters?"
    r"|owned|lived|worked|served|studied|taught|founded|co-founded|starred|represented|headed|oversaw|grew up|used to|ran)\b)"
)
# Tenses that do not carry a story on: "who then fled" may be the news itself.
_PRESENT = re.compile(r"\S+ (?:[a-z]+ly |also |long )?(?:is|are|has|have|had been) ")
_POINTS_BACK = re.compile(r"\b(?:such|this|these|those|latter|former|that (?:one|same))\b")
# "a weakness, which is his temper": the clause says what the noun only announced.
_DEFINES = re.compile(r"which (?:is|are|was|were) (?:the|its|his|her|their|that|to|how|why|what|whether)\b")
# "the cable — the part, which …": the clause explains what the dash brought up.
_JUST_APPOSED = re.compile(r" (?:[—–-]|--) (?:\S+ ){0,4}\S+\Z")
_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b")
_LONGEST = 30
_FEWEST_LEFT = 6


def without_relative_clause(text: str, **_: object) -> str:
    """`The mill, which lies on the river, was sold.` is `The mill was sold.`

    Only background goes. At the end of a sentence such a clause may carry the story on ("who then fled"), so that
    there it must say what somebody is, not what they did; and it stays where it alone says who a name is.
    """
    if ", wh" not in text:
        return text
    outside = veiled(text)
    if outside is None:
        return text
    for found in _CLAUSE.finditer(outside):
        before, after = outside[: found.start()], outside[found.end() :]
        if _may_go(before, found, after):
            kept = text[: found.start()] + (" " if after else text[found.start("close") :]) + text[found.end() :]
            return without_relative_clause(kept)
    return text


def _may_go(before: str, found: re.Match[str], after: str) -> bool:
    clause, text = found["clause"], found.string
    if count_words(clause) > _LONGEST or count_words(before) + count_words(after) < _FEWEST_LEFT:
        return False
    if not (goes_on(before, after) if after else has_finite_verb(before)):
        return False
    state = _STATE.match(clause)
    if not after and (not (state or _PRESENT.match(clause)) or joins_a_clause(clause)):
        return False
    name = name_before(before)
    if name and not is_introduced(before) and (state or " " in name or found["word"] != "who"):
        return False
    if not before[-1:].isalnum() or (not after and (_DEFINES.match(clause) or _JUST_APPOSED.search(before))):
        return False
    if found["word"] == "whose" and _SOMEBODY.search(after):
        return False
    return (
        not is_selected(before)
        and not _POINTS_BACK.search(after)
        and is_background(clause, text if state and after and not name else before + " " + after)
    )
