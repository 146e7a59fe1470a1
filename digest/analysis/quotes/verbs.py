"""Verbs, which words that report and may be nouns are verbs where they stand."""

from __future__ import annotations

from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    NEEDS_A_NOUN,
    PARTICIPLES,
    PREPOSITIONS,
)
from digest.analysis.quotes.voices import SEVERAL
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS
from digest.text.tokens import GENITIVE, GENITIVE_S

_BASE = lexicon("reporting_verbs")["base"]
_NOUNS_TOO = lexicon("quotes")["nouns_too"]
BASE_ONLY = lexicon("quotes")["base_only"] | (_BASE - REPORTING_VERBS)
_PLURAL_PRONOUNS = frozenset(["they", "we", "i", "you", "who"])
_PHRASE = 8
"""Words of a noun phrase in which its head is looked for."""


def is_verb(line: Line, verb: int) -> bool:
    """Whether a word that may be a noun is a finite verb, an infinitive or a participle where it stands."""
    lower, word = line.lower, line.lower[verb]
    before = lower[verb - 1] if verb else ""
    if word in PARTICIPLES:
        return before not in DETERMINERS
    if (word in _NOUNS_TOO or word.endswith("s")) and before != "to":
        if before in DETERMINERS or before in PREPOSITIONS or before in PARTICIPLES or before.endswith(GENITIVE):
            return False
        if "-" in before or (
            verb > 1 and word in _NOUNS_TOO and lower[verb - 2].endswith(GENITIVE_S)
        ):  # "Lind’s late-night tweets"
            return False
    if word.endswith("ed") and (before in NEEDS_A_NOUN or lower[verb + 1 : verb + 2] == ["by"]):
        return False
    if word in BASE_ONLY:
        return (
            before in AUXILIARIES
            or before in _PLURAL_PRONOUNS
            or before in ADVERBS
            or (word in _BASE and (before.endswith("s") or (word not in _NOUNS_TOO and _is_plural(line, verb))))
        )
    return before not in ("that", "which")


def _is_plural(line: Line, verb: int) -> bool:
    """Whether the noun phrase before a verb is several: "Critics of Ada Quill", "Ada Quill and Jonas Lind"."""
    for at in range(verb - 2, max(0, verb - _PHRASE), -1):
        if line.words[at] in BREAKS:
            return False
        if line.lower[at] == "and":
            return line.words[at + 1][0].isupper() and line.words[at - 1][0].isupper()
        if line.lower[at] in PREPOSITIONS and line.lower[at] != "to":
            return line.lower[at - 1].endswith("s") or line.lower[at - 1] in SEVERAL
    return False
