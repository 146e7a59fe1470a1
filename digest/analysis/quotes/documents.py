"""Documents, who speaks where words stand in one or were found by one: "sent a message reading “…”", "the inquiry found “…”"."""

from __future__ import annotations

from digest.analysis.quotes.bodies import head_of
from digest.analysis.quotes.clauses import clause_start
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import BREAKS, DETERMINERS, NounPhrase
from digest.analysis.quotes.subjects import subject_before, verb_group
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

_MESSAGES = lexicon("quotes")["messages"]
_FINDERS = lexicon("quotes")["finders"]
_SENDS = lexicon("quotes")["sends"]
_RECEIVES = lexicon("quotes")["receives"]
_BE = frozenset(["was", "were", "been", "being", "is", "are"])
_STATES = frozenset(["reading", "saying", "stating"])
_BESIDE = 3
"""Words from "found" to the marks around what is found."""
_BEHIND = 10
"""Words from a message to what it says."""
_REACH = 14
"""Words from the verb that sends a message to what it says."""
_LONGEST = 4
"""Words before the noun for a message."""


def is_finding(line: Line, verb: int, quotation: int) -> bool:
    """Whether "found" reports: its subject is an inquiry or who inquires, and what is found stands in the marks."""
    if quotation - verb > _BESIDE and line.lower[verb + 1] != "that":  # "Investigators found a knife and a “note”"
        return False
    begin = clause_start(line, verb)
    group = verb_group(line, verb, begin)
    subject = subject_before(line, group, begin) if group > begin else None
    if subject is None or line.lower[head_of(line, subject)] not in _FINDERS:
        return False
    # "The police said that investigators found no “basis”": the police say it.
    before = line.lower[subject.first - 1] if subject.first else ""
    return before != "that" and before not in REPORTING_VERBS


def message_of(line: Line, says: int, lowest: int) -> tuple[int | None, NounPhrase | None]:
    """The verb by which somebody sends the message that a participle at `says` tells the words of, or else the message itself.

    Nothing where there is no message, or it may as well be somebody who says it: "Quill signed a letter, saying".
    """
    if line.lower[says] not in _STATES:
        return None, None
    nouns = range(says - 1, max(lowest, says - _BEHIND) - 1, -1)
    noun = next((at for at in nouns if line.lower[at] in _MESSAGES), None)
    if noun is None or not BREAKS.isdisjoint(line.words[noun:says]):
        return None, None
    verbs = range(noun - 1, max(lowest, says - _REACH) - 1, -1)
    verb = next((at for at in verbs if line.lower[at] in _SENDS or line.lower[at] in _RECEIVES), None)
    got = verb is not None and (line.lower[verb] in _RECEIVES or line.lower[verb - 1] in _BE)
    if verb is not None and not got:
        return verb, None
    if not got and line.lower[says] != "reading":
        return None, None
    first = next(
        (at for at in range(noun - 1, max(lowest, noun - _LONGEST) - 1, -1) if line.lower[at] in DETERMINERS), noun
    )
    return None, NounPhrase(first, noun + 1)
