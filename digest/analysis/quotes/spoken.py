"""Spoken, to whose words beside it each quotation of a line belongs."""

from __future__ import annotations

from digest.analysis.quotes.asked import ASK, asked_in
from digest.analysis.quotes.attribution import Attribution
from digest.analysis.quotes.clauses import clause_start, inner_clause
from digest.analysis.quotes.documents import is_finding, message_of
from digest.analysis.quotes.insertions import introduces, subject_with_insertion
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DAYS,
    NEEDS_A_NOUN,
    PARTICIPLES,
    PREPOSITIONS,
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
    is_told,
)
from digest.analysis.quotes.relayed import CLAIMS, claimed, heard, relayed_as, relayed_by
from digest.analysis.quotes.subjects import (
    opening_subject,
    subject_before,
    subject_behind,
    verb_group,
)
from digest.analysis.quotes.verbless import VIEWS, before_colon, headed, held_by, signed, viewed
from digest.analysis.quotes.verbs import BASE_ONLY, is_verb
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

_BESIDE = lexicon("quotes")["beside_quotation"]
_FINITE = REPORTING_VERBS | _BESIDE
_BEHIND = _FINITE | lexicon("quotes")["only_behind"]
_INVERTED = lexicon("quotes")["inverted"]
_VERBS = _FINITE | BASE_ONLY | PARTICIPLES
_STOPS = frozenset(",.?!…—–-")
_BEFORE_COLON = 10
"""Words between a verb and the colon that it leads to."""
_LONGEST_TAG = 12
_CLOSE = 4
_SPEECH = frozenset(["said", "told", "called", "described", "written"])
"""Verbs beside which words in marks are surely whose they say."""
_KEEPS = frozenset(["maintain", "maintains", "maintained"])
"""What reports no speech before a thing: "maintained a stance"."""
_OUTER = 12
"""Words before a clause in which it is told who says it."""
_THIRD_PERSONS = frozenset(["he", "she", "it", "they"])
_FEWEST_WORDS = 3
"""Words of a quotation whose speaker is told at the end of its line; a shorter one is a term."""
_LONG = 30
"""Characters of a quotation that opens a line and is taken for speech though no comma parts it from its verb."""
_LONGEST = 150
"""Words of a clause."""
_SPEAKS = frozenset(["spoke", "speaks", "talked", "talks"])
"""Verbs that report with "of": "spoke of “a first step”"."""
_IN_THE = ["in", "the"]
_PERFECT = frozenset(["has", "have", "had"])
_CLAUSES = frozenset(["while", "although", "though", "whereas"])
"""What opens a clause that another follows."""
_TIMES = frozenset(["when", "as", "after", "before", "once", "until", "if"])
"""What opens a clause that says when somebody speaks."""
_REACH = 45
"""Words from a quotation in which its verb is looked for."""


def attribution_of(line: Line, at: int, text: str) -> Attribution | None:
    """Who is said, in a line, to have spoken the quotation that is its word `at`."""
    found = (
        signed(line, at)
        or _in_first_clause(line, at)
        or (_before(line, at) if _leads_on(line, at) else None)
        or _behind(line, at, text)
        or headed(line, at)
        or _before(line, at)
    )
    if found is None and len(line.quoted[at].span.of(text).split()) >= _FEWEST_WORDS:
        found = _at_the_end(line, at)
    return found or before_colon(line, at) or held_by(line, at)


def _in_first_clause(line: Line, at: int) -> Attribution | None:
    """While Ada Quill calls the gate “late,” Jonas Lind says …"""
    if line.lower[0] not in _CLAUSES or not 0 < at < len(line.words) - 1 or line.words[at - 1] in BREAKS:
        return None
    found = _before(line, at)
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
    return _tag(line, first, min(end, first + _REACH))


def _tag(line: Line, first: int, end: int) -> Attribution | None:
    words, lower = line.words, line.lower
    while first < end and (lower[first] in ADVERBS or lower[first] == "as"):
        first += 1
    if first >= end or lower[first] in CONJUNCTIONS or lower[first] in ("and", "but", "or", "which", "who"):
        return None
    word = lower[first]
    if word == "according" and first + 1 < end and lower[first + 1] == "to":
        return Attribution("according to", subject_behind(line, first + 2, end), True)
    if (word in _FINITE or word in _INVERTED) and words[first] == word:
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


def _before(line: Line, at: int) -> Attribution | None:
    """Ada Quill said: “…” · Ada Quill called it “…” · …, calling it “…”"""
    words, lower = line.words, line.lower
    beside = words[at - 1] in (",", ":") if at else False
    inner: Attribution | None = None
    for verb in range(at - 1, max(-1, at - 1 - _REACH), -1):
        small = lower[verb]
        if small == "to" and verb and lower[verb - 1] == "according":
            speaker = subject_behind(line, verb + 1, at)
            if speaker is not None:
                return Attribution("according to", speaker, beside)
        if small == "of" and verb > 2 and lower[verb - 1] in VIEWS and lower[verb - 3 : verb - 1] == _IN_THE:
            speaker = subject_behind(line, verb + 1, at)
            if speaker is not None:
                return Attribution(f"in the {lower[verb - 1]} of", speaker, beside)
        if small in VIEWS and (speaker := viewed(line, verb)):
            return Attribution(small, speaker, beside)
        if small in CLAIMS and (speaker := claimed(line, verb, at)):
            return Attribution(small, speaker, beside)
        if words[verb] != small:
            if verb == 0 and small in REPORTING_VERBS:  # "Said Ada Quill, who lives nearby, “…”"
                speaker = subject_behind(line, 1, at)
                return Attribution(small, speaker, True) if speaker is not None else inner
            continue
        speaks_of = small in _SPEAKS and at - verb <= _CLOSE and lower[verb + 1] == "of"
        if (
            small not in _VERBS
            and not speaks_of
            and not (small == "written" and lower[verb - 1] in _PERFECT and (beside or at - verb <= _CLOSE))
            and not (small == "found" and is_finding(line, verb, at))
            and not (beside and at - verb <= _CLOSE and small.endswith("ed") and verb and words[verb - 1][0].isupper())
        ):
            continue
        if is_passive(line, verb):
            return Attribution(small, agent_of(line, verb, at) or agent_behind(line, verb, at), beside)
        if small.endswith("ed") and (agent := agent_behind(line, verb, at)):
            return Attribution(small, agent, beside)  # "a gate described as “late” by Ada Quill"
        if small.endswith("ed") and lower[verb + 1] == "by" and lower[at - 1] == "as":
            return Attribution(small, agent_of(line, verb, at), beside)  # "described by Ada Quill as “late”"
        if speaker := heard(line, verb, max(0, at - _REACH)):
            return Attribution(small, speaker, beside or at - verb == 1, at - verb <= 1 + beside)
        if not is_verb(line, verb) or (small in _KEEPS and lower[verb + 1] in NEEDS_A_NOUN):
            continue
        if beside and words[at - 1] == ":" and at - verb > _BEFORE_COLON:
            return inner
        found = subject_of(line, verb)
        if found is None:
            continue
        if small in ASK and (answerer := _answerer(line, found, at)):
            return Attribution(small, answerer, beside)
        if is_contested(line, found) or contests(line, verb):
            return Attribution(small, None, beside)
        if is_denied(line, verb, found):
            if beside or at - verb <= _CLOSE // 2:
                return Attribution(small, None, beside)
            continue
        attribution = Attribution(small, found, beside or at - verb == 1, at - verb <= 1 + beside)
        if not attribution.adjacent and _is_told_of(line, verb, found, at):
            return Attribution(small, None, False)
        if found.end - found.first == 1 and lower[found.first] in _THIRD_PERSONS and found.first:
            before = lower[found.first - 1]
            if before in ("that", "what", "whether", "if", "because") or before in REPORTING_VERBS:
                # "Ada Quill said she hopes that “…”": she says it, of her hopes.
                inner = inner or attribution
                continue
        if (lower[found.first] in RELATIVES and at - verb > _CLOSE) or (
            found.first and lower[found.first - 1] in ("if", "unless")
        ):
            inner = inner or attribution
            continue
        return attribution
    return inner


def _is_told_of(line: Line, verb: int, subject: NounPhrase, at: int) -> bool:
    """Whether somebody says that another had said a thing in words of either: "Quill said Lind had promised voters “the moon”"."""
    if line.lower[verb - 1] != "had" or at - verb <= 1 or line.lower[verb] in _SPEECH:
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
