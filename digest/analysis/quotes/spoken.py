"""Spoken, to whose words beside it each quotation of a line belongs."""

from __future__ import annotations

from digest.analysis.quotes.attribution import Attribution
from digest.analysis.quotes.insertions import introduces, subject_with_insertion
from digest.analysis.quotes.leading import FINITE_BESIDE, REACH, attribution_before, subject_of
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    BREAKS,
    CONJUNCTIONS,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
)
from digest.analysis.quotes.passives import (
    agent_of,
    is_told,
)
from digest.analysis.quotes.relayed import relayed_by
from digest.analysis.quotes.subjects import (
    subject_before,
    subject_behind,
    verb_group,
)
from digest.analysis.quotes.verbless import before_colon, headed, held_by, signed
from digest.analysis.quotes.verbs import is_verb
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

_BEHIND = FINITE_BESIDE | lexicon("quotes")["only_behind"]
_INVERTED = lexicon("quotes")["inverted"]
_STOPS = frozenset(",.?!…—–-")
_LONGEST_TAG = 12
_FEWEST_WORDS = 3
"""Words of a quotation whose speaker is told at the end of its line; a shorter one is a term."""
_LONG = 30
"""Characters of a quotation that opens a line and is taken for speech though no comma parts it from its verb."""
_LONGEST = 150
"""Words of a clause."""
_CLAUSES = frozenset(["while", "although", "though", "whereas"])
"""What opens a clause that another follows."""
_TIMES = frozenset(["when", "as", "after", "before", "once", "until", "if"])
"""What opens a clause that says when somebody speaks."""


def attribution_of(line: Line, at: int, text: str) -> Attribution | None:
    """Who is said, in a line, to have spoken the quotation that is its word `at`."""
    found = (
        signed(line, at)
        or _in_first_clause(line, at)
        or (attribution_before(line, at) if _leads_on(line, at) else None)
        or _behind(line, at, text)
        or headed(line, at)
        or attribution_before(line, at)
    )
    if found is None and len(line.quoted[at].span.of(text).split()) >= _FEWEST_WORDS:
        found = _at_the_end(line, at)
    return found or before_colon(line, at) or held_by(line, at)


def _in_first_clause(line: Line, at: int) -> Attribution | None:
    """While Ada Quill calls the gate “late,” Jonas Lind says …"""
    if line.lower[0] not in _CLAUSES or not 0 < at < len(line.words) - 1 or line.words[at - 1] in BREAKS:
        return None
    found = attribution_before(line, at)
    return found if found and found.speaker and found.speaker.first == 1 else None


def _leads_on(line: Line, at: int) -> bool:
    """Whether a clause that has its verb of saying right before a quotation is followed by another: When she says, “…,” the stalls go quiet."""
    return at > 2 and line.words[at - 1] == "," and line.lower[at - 2] in REPORTING_VERBS and line.lower[0] in _TIMES


def _behind(line: Line, at: int, text: str) -> Attribution | None:
    """“…,” said Ada Quill · “…,” Ada Quill said · “…,” according to Ada Quill."""
    words, lower = line.words, line.lower
    first, end = at + 1, len(words)
    if first >= end:
        return None
    set_off = text[line.quoted[at].span.start : line.quoted[at].span.end].rstrip("'’ ")[-1:] in _STOPS
    while first < end and (words[first] == "," or words[first] in DASHES):
        set_off, first = True, first + 1
    if not set_off and at == 0 and line.quoted[at].span.end - line.quoted[at].span.start > _LONG:
        set_off = first < end and lower[first] not in PREPOSITIONS  # but “… when the tide turns” in Northmoor, said she
    if first >= end or not set_off:
        return None
    return _tag(line, first, min(end, first + REACH))


def _tag(line: Line, first: int, end: int) -> Attribution | None:
    words, lower = line.words, line.lower
    while first < end and (lower[first] in ADVERBS or lower[first] == "as"):
        first += 1
    if first >= end or lower[first] in CONJUNCTIONS or lower[first] in ("and", "but", "or", "which", "who"):
        return None
    word = lower[first]
    if word == "according" and first + 1 < end and lower[first + 1] == "to":
        return Attribution("according to", subject_behind(line, first + 2, end), True)
    if (word in FINITE_BESIDE or word in _INVERTED) and words[first] == word:
        speaker = subject_behind(line, first + 1, end)
        if speaker is not None:
            return Attribution(word, speaker, True)
        return None
    if word in PARTICIPLES and first > 0:
        return None
    for verb in range(first + 1, end):
        small = lower[verb]
        if small == QUOTATION or small in (";", ":"):
            break
        if words[verb] != small:
            continue
        if small in _BEHIND or (verb - first < 4 and small.endswith("ed")):
            if is_told(line, verb):
                return Attribution(small, agent_of(line, verb, end), True)
            group = verb_group(line, verb, first)
            if group == first:
                continue
            if relayed := relayed_by(line, verb, end):
                return relayed
            speaker = subject_before(line, group, first)
            if speaker is None or lower[speaker.first] in RELATIVES:
                continue
            if speaker.first - first <= 2 or introduces(line, first, speaker.first):
                return Attribution(small, speaker, True)
    return None


def _at_the_end(line: Line, at: int) -> Attribution | None:
    """The gate is “late” but not lost, Ada Quill said · …, according to Ada Quill."""
    words, lower = line.words, line.lower
    end, lowest = len(words), at + 1 if at in line.quoted else 0
    for comma in range(at + 1, min(at + _LONGEST, end - 2)):
        if words[comma] == "," or words[comma] in DASHES:
            if lower[comma + 1] == "according" and lower[comma + 2] == "to":
                speaker = subject_behind(line, comma + 3, end)
                if speaker is not None:
                    return Attribution("according to", speaker, False)
            if lower[comma + 1] in REPORTING_VERBS:
                inserted = subject_with_insertion(line, comma, lowest)
                speaker = inserted or (subject_behind(line, comma + 2, end) if lower[comma + 2] != "that" else None)
                if speaker is not None:
                    return Attribution(lower[comma + 1], speaker, False)
            for verb in range(comma + 2, min(end, comma + 26)):
                if words[verb] == lower[verb] and lower[verb] in REPORTING_VERBS:
                    group = verb_group(line, verb, comma + 1)
                    if group == comma + 1:
                        break
                    if words[group - 1] == "," and (inserted := subject_with_insertion(line, group - 1, lowest)):
                        return Attribution(lower[verb], inserted, False)
                    speaker = subject_before(line, group, comma + 1)
                    if (
                        speaker is not None
                        and speaker.first == comma + 1
                        and (verb + 1 >= end or lower[verb + 1] not in ("that", QUOTATION, ":"))
                    ):
                        return Attribution(lower[verb], speaker, False)
                    break
        elif lower[comma] == "according" and lower[comma + 1] == "to":
            speaker = subject_behind(line, comma + 2, end)
            if speaker is not None:
                return Attribution("according to", speaker, False)
    return None


def tag_of(line: Line) -> Attribution | None:
    """Who is said, by a line that only follows a quotation, to have spoken it: “Why?” Ada Quill pressed."""
    quotation = next(iter(line.quoted), 0)
    if quotation and line.words[quotation - 1] == ":":
        return None  # “Who will pay?” Another parent said: “I will.”
    found = _tag(line, 0, min(len(line.words), _LONGEST_TAG))
    return found if found and found.cue in _BEHIND and found.speaker and found.speaker.first <= 1 else None


def report_of(line: Line) -> Attribution | None:
    """Who reports in a line: “…, Ada Quill said” or “Ada Quill said …”."""
    if (found := _at_the_end(line, 0)) is not None:
        return found
    for verb, word in enumerate(line.words):
        if word in REPORTING_VERBS and is_verb(line, verb):
            speaker = subject_of(line, verb)
            return Attribution(word, speaker, False) if speaker else None
    return None
