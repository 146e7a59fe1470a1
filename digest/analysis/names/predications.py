"""Predications, the roles that a sentence says of a person: "Ada Quill is the chair of the board", "was named mayor"."""

from __future__ import annotations

import re

from digest.analysis.names.roles import DETERMINERS, SAYS_LITTLE
from digest.analysis.names.titles import AS_PRINTED
from digest.analysis.names.trades import is_trade

_MEMBER = re.compile(r"[ \u00a0](?P<role>MEP|MP|MSP|TD)\b")
_IS = re.compile(
    r"(?:,\s[^,.;:“”\"]{2,60},)?\s(?:(?:is|serves\sas|works\sas)\s(?:also\s|now\s|currently\s)?(?=(?:the|an?)\s)"
    r"|(?:has\sbeen|was|is)\s(?:re)?(?:appointed|elected|named|promoted\sto|sworn\sin\sas)\s(?:as\s)?)"
    r"(?P<role>[^\W\d_][^,.;:()“”\"\n—–]{2,80})"
)
_ENDS = re.compile(
    r"\s(?:who|whom|whose|which|that|and|but|or|as|in|on|from|by|with|since|until|after|before|when|where|while|because|to|into|last|this|next|yesterday|today)\b"
)
_LINKS = frozenset(["of", "for", "at"])
_MOST_BEFORE_NOUN = 4
_RANKS = frozenset(["best", "first", "last", "only", "second", "third", "worst"])


def role_predicated(text: str, end: int) -> str | None:
    """The role that is said of somebody whose name ends at a place; None where there is none."""
    if member := _MEMBER.match(text, end):
        return member["role"]
    found = _IS.match(text, end)
    if not found:
        return None
    ends = _ENDS.search(found["role"])
    words = (found["role"][: ends.start()] if ends else found["role"]).split()
    if words[0].lower() in DETERMINERS:
        words = words[1:]
    head = next((at for at, word in enumerate(words) if word in _LINKS), len(words)) - 1
    if not 0 <= head < _MOST_BEFORE_NOUN or any(word in _RANKS or word.endswith("est") for word in words[:head]):
        return None
    if ends and ends.group().strip() in ("and", "or") and head < len(words) - 1:
        return None  # "a veteran of the northern and southern campaigns"
    noun = words[head]
    if noun.lower() in SAYS_LITTLE or not (is_trade(noun.lower()) or noun in AS_PRINTED):
        return None
    return " ".join(words)
