"""Asked, who answers where a line says that somebody asked another: "A reporter asked Ada Quill if the gate would hold."."""

from __future__ import annotations

from digest.analysis.quotes.lines import QUOTATION, Line
from digest.analysis.quotes.noun_phrases import DETERMINERS, NounPhrase
from digest.analysis.quotes.passives import is_passive
from digest.analysis.quotes.subjects import subject_behind

ASK = frozenset(["asked", "asks"])
_OPENS_A_QUESTION = frozenset(["if", "whether", "why", "how", "what", "who", "when", "where", "which"])
_BEFORE_A_PARTICIPLE = frozenset(["when", "if", "once", "while", "though", QUOTATION])
"""What stands before who is asked, or before the verb of who asks behind a question: “Why?” asked Ada Quill."""
_HIS_OR_HER = frozenset(["his", "her", "their"])
_HIM_OR_HER = frozenset(["him", "her", "them"])
_TOLD_OF_ONESELF = frozenset(["age", "job", "name", "names", "opinion", "opinions", "view", "views"])
"""What somebody is asked in one word: "She asked his name."."""
_LONGEST = 20
"""Words for whom somebody asked."""


def asked_in(line: Line, end: int | None = None) -> NounPhrase | None:
    """Whom a line says somebody asked a question, in its words before `end`; None where it says of none, or not whom."""
    if ASK.isdisjoint(line.lower):
        return None
    lower = line.lower[:end]
    verb = next((at for at, word in enumerate(lower) if at and word in ASK and not is_passive(line, at)), None)
    if verb is None or lower[verb - 1] in _BEFORE_A_PARTICIPLE:
        return None
    if (
        lower[verb + 1 : verb + 2]
        and lower[verb + 1] in _HIS_OR_HER
        and lower[verb + 2 : verb + 3]
        and lower[verb + 2] in _TOLD_OF_ONESELF
    ):
        return NounPhrase(verb + 1, verb + 2)
    behind = range(verb + 2, min(len(lower), verb + _LONGEST))
    question = next((at for at in behind if lower[at] in _OPENS_A_QUESTION), None)
    if question is None or QUOTATION in lower[verb:question] or not _is_somebody(line, verb + 1):
        return None
    return subject_behind(line, verb + 1, question)


def _is_somebody(line: Line, at: int) -> bool:
    """Whether a word may open the words for whom somebody asked: not "by Ada Quill", "for an inquiry" or "three times"."""
    small = line.lower[at]
    return line.words[at][0].isupper() or small in DETERMINERS or small in _HIM_OR_HER
