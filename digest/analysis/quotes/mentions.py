"""Mentions, how much each place where somebody is named speaks for it that "he" or "she" means that person."""

from __future__ import annotations

import re

from digest.analysis.quotes.noun_phrases import RELATIVES
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.reporting import REPORTING_VERBS, SAYS
from digest.text.tokens import GENITIVE_S

SPEAKS, OPENS, ACTS, NAMED, OWNS = 4.0, 3.0, 1.8, 0.5, 0.5
"""How much a mention counts: of who speaks, of the first subject, of another, of anybody else, of whose something is."""
# The first word behind a name that may be its verb: behind "and Jonas Lind", "of Selwyn", "(left)" and up to three
# pieces between commas, of which a name alone is none, as it is the next of a list.
_NEXT_WORD = re.compile(
    r"(?:,?\s+and\s+[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)*"
    r"|\s(?:at|from|of|with)\s(?:the\s)?[A-Z][\w.&’'-]*(?:\s(?:of|for|the|[A-Z][\w.&’'-]*))*)?"
    r"(?:\s\([^()]{1,30}\))?"
    r"(?:,\s(?!(?:and|but|or)\s|[A-Z][\w’-]+\s[A-Z][\w’-]+(?:,|\s(?:and|who)\b))(?:[^,.;“\"]|\.(?=[,\d])){2,200}"
    rf"(?:,\s(?!(?:{SAYS}|also|but|he|she|they|it|is|was|has|had|will|would)\b)"
    r"(?:[^,.;“\"]|\.(?=[,\d])|(?<=\b[DM]r)\.|(?<=\bM[rs]s)\.){2,160}){0,2}?,)?"
    r"\s+(?:(?:also|\w+ly|has|had|have)\s+)*"
    r"(?!(?:an?|the|one|some|of|from|in|at|near|his|her|their|and|wh(?:o|ose|ich))\b)([a-z]+)"
)
_PLAIN = re.compile(r" (?!(?:and|also|has|had|have|at|from|of|with|\w+ly)\b)([a-z]+)")
"""The same where a verb or anything else with a small letter follows at once, as it mostly does."""
_SET_OFF = re.compile(r", (?:(?:also|\w+ly|has|had|have) )*([a-z]+)\b")
"""A verb behind a name that stands between commas: "One baker, Ada Quill, pulled the bell"."""
_OPENS = seldom(
    r", (?:(?:the|a|an|his|her|its|their)\s(?:(?!(?:of|for|to|by|from|with|at|in|on|and|or)\b)[a-z][\w’'-]*\s){1,3})?"
    r"(?:[A-Z][\w’'.-]*\s){0,3}\Z"
)
"""What stands before a name there: a comma, and a title or "the captain" perhaps."""
_LONGEST_TITLE = 50
"""Characters."""
_SAYS_BEHIND = seldom(
    rf"(?:, (?:aged )?\d\d,|, [a-z](?:[^.;“”\"]|\.(?=\d)){{2,120}},)? (?:(?:also|\w+ly|has|had) )*(?:{SAYS})\b"
)
_SAID_BEFORE = seldom(rf"[,”\"]\s+(?:{SAYS})\s+(?:[\w.’'-]+\s+){{0,6}}\Z")
_TAG = 80
"""Characters before a name in which a verb of saying may stand: “…,” said the mayor of Northmoor, Ada Quill."""
_ENDS_TAG = (",", ".", ";")
"""What stands behind the name then; behind "Ada Quill, a baker, said Jonas Lind had left" a verb does."""
# "Among the crowd was PC Ada Quill, 29, who …"
_PRESENTS = re.compile(
    r"(?:Also )?(?:Among|At|Behind|Beside|In|Inside|On|Outside|With)\b"
    r"[^,.;:“”\"]{2,80} (?:is|was) (?:[\w’'.-]+ ){0,3}?\Z"
)
_AGED = re.compile(r",\s(?:aged\s)?\d\d,\s")
_NO_VERBS = lexicon("persons")["no_verbs"]
_NEAR = 40
"""Characters from the beginning of a sentence in which its subject begins."""


def how_it_counts(text: str, start: int, end: int, sentence: int) -> float:
    """How much a mention counts that stands from `start` to `end` in a sentence that begins at `sentence`."""
    if text[end : end + 2] in GENITIVE_S:
        return OWNS
    behind = _PLAIN.match(text, end) or _NEXT_WORD.match(text, end)
    if behind is None and _OPENS.search(text, max(sentence, start - _LONGEST_TITLE), start):
        behind = _SET_OFF.match(text, end)
    if behind and behind[1] in REPORTING_VERBS:
        return SPEAKS
    if text[end : end + 1] in _ENDS_TAG and _SAID_BEFORE.search(text, max(sentence, start - _TAG), start):
        return SPEAKS
    if text[end : end + 1] == "," and _PRESENTS.match(text, sentence, start):
        return SPEAKS
    if not behind or behind[1] in _NO_VERBS or behind[1] in RELATIVES:
        return NAMED
    return OPENS if start - sentence < _NEAR or _AGED.match(text, end) else ACTS


def says_something(text: str, end: int) -> bool:
    """Whether what ends at `end` is the subject of a verb of saying, be it with words between commas: ", a baker, said"."""
    return _SAYS_BEHIND.match(text, end) is not None
