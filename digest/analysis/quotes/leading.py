"""Leading verbs, who speaks by one that stands before a quotation: Ada Quill said: “…” · Ada Quill called it “…”."""

from __future__ import annotations

from digest.analysis.quotes.asked import ASK, asked_in
from digest.analysis.quotes.attribution import Attribution
from digest.analysis.quotes.clauses import clause_start, inner_clause
from digest.analysis.quotes.documents import is_finding, message_of
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import (
    AUXILIARIES,
    DAYS,
    NEEDS_A_NOUN,
    PARTICIPLES,
    RELATIVES,
    NounPhrase,
)
from digest.analysis.quotes.passives import (
    agent_behind,
    agent_of,
    contests,
    is_contested,
    is_denied,
    is_passive,
)
from digest.analysis.quotes.relayed import CLAIMS, claimed, heard, relayed_as
from digest.analysis.quotes.subjects import (
    opening_subject,
    subject_before,
    subject_behind,
    verb_group,
)
from digest.analysis.quotes.verbless import VIEWS, viewed
from digest.analysis.quotes.verbs import BASE_ONLY, is_verb
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

FINITE_BESIDE = REPORTING_VERBS | lexicon("quotes")["beside_quotation"]
"""Verbs that report beside a quotation, as finite forms."""
_VERBS = FINITE_BESIDE | BASE_ONLY | PARTICIPLES
_BEFORE_COLON = 10
"""Words between a verb and the colon that it leads to."""
_CLOSE = 4
_SPEECH = frozenset(["said", "told", "called", "described", "written"])
"""Verbs beside which words in marks are surely whose they say."""
_KEEPS = frozenset(["maintain", "maintains", "maintained"])
"""What reports no speech before a thing: "maintained a stance"."""
_OUTER = 12
"""Words before a clause in which it is told who says it."""
_THIRD_PERSONS = frozenset(["he", "she", "it", "they"])
_OPENS_INNER = frozenset(["that", "what", "whether", "because"])
_SPEAKS = frozenset(["spoke", "speaks", "talked", "talks"])
"""Verbs that report with "of": "spoke of “a first step”"."""
_IN_THE = ["in", "the"]
_PERFECT = frozenset(["has", "have", "had"])
REACH = 45
"""Words from a quotation in which its verb is looked for."""


def attribution_before(line: Line, at: int) -> Attribution | None:
    """Ada Quill said: “…” · Ada Quill called it “…” · …, calling it “…”"""
    words, lower = line.words, line.lower
    beside = words[at - 1] in (",", ":") if at else False
    inner: Attribution | None = None
    for verb in range(at - 1, max(-1, at - 1 - REACH), -1):
        if found := _by_noun(line, verb, at, beside=beside):
            return found
        if words[verb] != lower[verb]:
            if verb == 0 and lower[verb] in REPORTING_VERBS:  # "Said Ada Quill, who lives nearby, “…”"
                speaker = subject_behind(line, 1, at)
                return Attribution(lower[verb], speaker, True) if speaker is not None else inner
            continue
        if not _may_lead(line, verb, at, beside=beside):
            continue
        if found := _by_another(line, verb, at, beside=beside):
            return found
        if not is_verb(line, verb) or (lower[verb] in _KEEPS and lower[verb + 1] in NEEDS_A_NOUN):
            continue
        if beside and words[at - 1] == ":" and at - verb > _BEFORE_COLON:
            return inner
        subject = subject_of(line, verb)
        found = _by_subject(line, verb, subject, at, beside=beside) if subject else None
        if subject is None or found is None:
            continue
        if found.speaker != subject or not _is_inner(line, verb, subject, at):
            return found
        inner = inner or found
    return inner


def _by_noun(line: Line, at_word: int, at: int, *, beside: bool) -> Attribution | None:
    """According to Ada Quill “…” · in the words of Ada Quill “…” · Ada Quill’s claim that “…”"""
    lower, small = line.lower, line.lower[at_word]
    cue, speaker = small, None
    if small == "to" and at_word and lower[at_word - 1] == "according":
        cue, speaker = "according to", subject_behind(line, at_word + 1, at)
    elif small == "of" and at_word > 2 and lower[at_word - 1] in VIEWS and lower[at_word - 3 : at_word - 1] == _IN_THE:
        cue, speaker = f"in the {lower[at_word - 1]} of", subject_behind(line, at_word + 1, at)
    elif small in VIEWS:
        speaker = viewed(line, at_word)
    if speaker is None and small in CLAIMS:
        speaker = claimed(line, at_word, at)
    return Attribution(cue, speaker, beside) if speaker else None


def _may_lead(line: Line, verb: int, at: int, *, beside: bool) -> bool:
    """Whether a word can be the verb that leads to a quotation."""
    small, before, close = line.lower[verb], line.words[verb - 1], at - verb <= _CLOSE
    return (
        small in _VERBS
        or (small in _SPEAKS and close and line.lower[verb + 1] == "of")
        or (small == "written" and before.lower() in _PERFECT and (beside or close))
        or (small == "found" and is_finding(line, verb, at))
        or (beside and close and small.endswith("ed") and verb > 0 and before[0].isupper())
    )


def _by_another(line: Line, verb: int, at: int, *, beside: bool) -> Attribution | None:
    """Whose the words are where a verb is not its subject's: who stands behind "by", or whom the subject hears."""
    small = line.lower[verb]
    if is_passive(line, verb):
        return Attribution(small, agent_of(line, verb, at) or agent_behind(line, verb, at), beside)
    if small.endswith("ed"):
        if agent := agent_behind(line, verb, at):  # "a gate described as “late” by Ada Quill"
            return Attribution(small, agent, beside)
        if line.lower[verb + 1] == "by" and line.lower[at - 1] == "as":  # "described by Ada Quill as “late”"
            return Attribution(small, agent_of(line, verb, at), beside)
    speaker = heard(line, verb, max(0, at - REACH))
    return _spoken_by(speaker, line, verb, at, beside=beside) if speaker else None


def _by_subject(line: Line, verb: int, subject: NounPhrase, at: int, *, beside: bool) -> Attribution | None:
    """What a verb with its subject says of a quotation behind it: whose it is, that it is nobody's, or nothing."""
    small = line.lower[verb]
    if small in ASK and (answerer := _answerer(line, subject, at)):
        return Attribution(small, answerer, beside)
    if is_contested(line, subject) or contests(line, verb):
        return Attribution(small, None, beside)
    if is_denied(line, verb, subject):
        return Attribution(small, None, beside) if beside or at - verb <= _CLOSE // 2 else None
    found = _spoken_by(subject, line, verb, at, beside=beside)
    return Attribution(small, None, False) if not found.adjacent and _is_told_of(line, verb, subject) else found


def _spoken_by(speaker: NounPhrase, line: Line, verb: int, at: int, *, beside: bool) -> Attribution:
    return Attribution(line.lower[verb], speaker, beside or at - verb == 1, at - verb <= 1 + beside)


def _is_inner(line: Line, verb: int, subject: NounPhrase, at: int) -> bool:
    """Whether a clause with its own subject stands within another, whose subject is rather the one that speaks."""
    lower = line.lower
    before = lower[subject.first - 1] if subject.first else ""
    if before in ("if", "unless") or (lower[subject.first] in RELATIVES and at - verb > _CLOSE):
        return True
    # "Ada Quill said she hopes that “…”": she says it, of her hopes.
    alone = subject.end - subject.first == 1 and lower[subject.first] in _THIRD_PERSONS
    return alone and (before in _OPENS_INNER or before in REPORTING_VERBS)


def _is_told_of(line: Line, verb: int, subject: NounPhrase) -> bool:
    """Whether somebody says that another had said a thing in words of either: "Quill said Lind had promised voters “the moon”"."""
    if line.lower[verb - 1] != "had" or line.lower[verb] in _SPEECH:
        return False
    return not REPORTING_VERBS.isdisjoint(line.words[max(0, subject.first - _OUTER) : subject.first])


def _answerer(line: Line, asker: NounPhrase, at: int) -> NounPhrase | None:
    """Who answers where a colon leads from a question to a quotation that asks nothing: "The Gazette asked Ada Quill why: “…”"."""
    if line.words[at - 1] != ":" or line.lower[asker.first] in _THIRD_PERSONS:
        return None
    return asked_in(line, at) if line.text[line.quoted[at].span.end - 1] != "?" else None


def subject_of(line: Line, verb: int) -> NounPhrase | None:
    """The subject of a verb that stands before what it reports."""
    words, lower = line.words, line.lower
    begin = clause_start(line, verb)
    if lower[verb] in PARTICIPLES:
        group = verb_group(line, verb, begin)
        if begin < group < verb and lower[verb - 1] in AUXILIARIES:  # "Quill was saying"
            return subject_before(line, group, begin)
        if group > begin and words[group - 1][0].isupper() and words[group - 1] not in DAYS:  # "with Quill saying"
            alone = group - 2 >= begin and lower[group - 2] == "with"
            return NounPhrase(group - 1, group) if alone else subject_before(line, group, begin)
        inner = inner_clause(line, group, begin)
        if relayed := relayed_as(line, group, inner):
            return relayed
        sends, message = message_of(line, group, inner)
        if sends is not None:
            return subject_of(line, sends)
        if message:
            return message
        for earlier in range(group - 1, inner, -1):
            if words[earlier] == lower[earlier] and lower[earlier] in REPORTING_VERBS and is_verb(line, earlier):
                return subject_of(line, earlier) or subject_behind(line, earlier + 1, group)
        return opening_subject(line, inner, group)
    group = verb_group(line, verb, begin)
    if group < verb and lower[verb - 1] == "to":
        return opening_subject(line, begin, group)
    if group == begin:
        return None
    before = lower[group - 1]
    if before in ("and", "but", "or") or (
        before == "," and group - 2 >= begin and lower[group - 2] in ("and", "but", "or")
    ):
        return opening_subject(line, inner_clause(line, group - 1, begin), group - 1)
    return subject_before(line, group, begin)
