"""Reported clauses, the stretches of a line that may be what somebody is said to have said or thought."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import compress, count
from typing import NamedTuple

from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    DAYS,
    FINITE,
    PREPOSITIONS,
)
from digest.analysis.quotes.subjects import subject_before, verb_group
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

_SKIPPED = frozenset(
    ["on", "for", "about", "of", "out", "up", "against", "in", "with", "at", "from", "over", "as", "into"]
)
_NO_LISTENER = frozenset(["to", "with", "for", "of", "from", "about", "by", "into"])
_ENDS = frozenset([",", QUOTATION, ";", ":"])
_TELLS = frozenset(["told", "tells"])
_BEHIND_A_TAG = frozenset(
    [
        "last",
        "this",
        "earlier",
        "late",
        "early",
        "when",
        "as",
        "while",
        "to",
        ",",
        ".",
        "?",
        "!",
        ";",
        "—",
        "–",
        "--",
        ")",
    ]
)
_NO_START = frozenset([";", ")", ".", ","])
_LAST = 5
"""Words at a line's end in which the verb of a tag is looked for."""
_STOPS = frozenset(".?!")
_PARTING = DASHES | {","}
_PAUSES = _PARTING | {";", ":", "("}
_TURNS = frozenset(
    [
        "and",
        "but",
        "when",
        "while",
        "after",
        "as",
        "during",
        "in",
        "at",
        "because",
        "even",
        "last",
        "on",
        "who",
        "which",
    ]
)
_ENDINGS = _PAUSES | _TURNS
_REACH = 8
"""Words behind a cue in which "that" is looked for."""
_FEWEST = 4
"""Words of a clause before its tag: "The gate is late, Ada Quill said"."""
_FEWEST_SAID = 2
"""The same before a verb with its subject behind it: "It rained, said Ada Quill"."""
_SHORT = 9
"""Words of a beginning that goes on behind its tag."""
_BASE = lexicon("reporting_verbs")["base"]
_TAGGING = REPORTING_VERBS | _BASE
_PLURAL = frozenset(["they", "we", "i", "you", "some", "many", "others", "people"])
"""Who says with a plain form, beside what ends in "s": "critics say"."""
_NO_SUBJECT = (
    PREPOSITIONS
    | AUXILIARIES
    | frozenset([",", ":", ".", "that", "how", "what", "why", "when", "him", "them", QUOTATION])
)
_LONGEST_TAG = 14
_LONGEST = 120
"""Words of a reported clause."""


class Clause(NamedTuple):
    """A stretch of a line that may be reported: the words from `first` up to `end`."""

    place: str
    """`behind` its cue, before a `tag` or an `inverted` one, or what something is `according` to."""
    cue: int
    """The number of the word that reports it."""
    first: int
    end: int


def find_clauses(line: Line, cues: Collection[str]) -> Iterator[Clause]:
    """The stretches of a line that its cues may report; where they end is still to be found."""
    words, lower = line.words, line.lower
    size = len(words)
    end = size
    while end and words[end - 1] in _STOPS:
        end -= 1
    tagged = 0
    for cue in compress(count(), map(cues.__contains__, lower)):
        word = lower[cue]
        if word == "according":
            if found := _according(line, cue, end):
                yield found
            continue
        if word in _TAGGING and _may_tag(line, cue) and (found := _before_tag(line, cue, end)):
            yield found
            if found.place == "inverted" and _is_only_subject(line, cue, end):
                continue
        if cue + 1 < size and lower[cue + 1] == "by":  # "Asked by Jonas Lind, …"
            continue
        first = _start(line, cue)
        if first >= end or words[first] in _NO_START:
            continue
        last = min(end, first + _LONGEST)
        if not tagged:
            tagged = _tagged(line, end)
        last = tagged if first < tagged < last else last
        yield Clause("behind", cue, first, last)


def _may_tag(line: Line, verb: int) -> bool:
    """Whether a verb may stand behind what it reports: "said", and "say" behind several."""
    if line.lower[verb] in REPORTING_VERBS:
        return True
    return verb > 0 and (line.lower[verb - 1] in _PLURAL or line.lower[verb - 1].endswith("s"))


def _tagged(line: Line, end: int) -> int:
    """Where the tag begins that closes a line, "…, Ada Quill said on Monday"; the line's end where there is none."""
    for cue in range(end - 1, max(0, end - _LAST), -1):
        if line.words[cue] in _TAGGING and _may_tag(line, cue):
            found = _before_tag(line, cue, end)
            return found.end if found and found.place == "tag" else end
    return end


def _according(line: Line, cue: int, end: int) -> Clause | None:
    words = line.words
    if cue + 1 >= end or line.lower[cue + 1] != "to":
        return None
    if all(not word[0].isalnum() or word in ("and", "but") for word in line.lower[:cue]):
        comma = next((at for at in range(cue + 2, min(end, cue + 40)) if words[at] == ","), None)
        return Clause("according to", cue, comma + 1, end) if comma and comma + 1 < end else None
    last = cue
    while last and words[last - 1] == ",":
        last -= 1
    first = _behind_quotation(line, last)
    if first >= last:
        return None
    if words[cue - 1] == "," and last - first < _SHORT:  # "The gate, according to Ada Quill, is late."
        comma = next((at for at in range(cue + 2, min(end, cue + _LONGEST_TAG)) if words[at] == ","), None)
        if comma and comma + 2 < end:
            return Clause("around according", cue, first, end)
    return Clause("according", cue, first, last)


def _before_tag(line: Line, cue: int, end: int) -> Clause | None:
    """The clause before “…, Ada Quill said” or “…, said Ada Quill”; goes on behind the tag where a comma follows it."""
    words, lower = line.words, line.lower
    if _PARTING.isdisjoint(words[max(0, cue - _LONGEST_TAG) : cue]):
        return None
    if cue > _FEWEST_SAID and words[cue - 1] == "," and cue + 1 < end and lower[cue + 1] not in _NO_SUBJECT:
        # "Ada Quill, a baker, said the gate was late" is no such case: a verb stands behind it.
        comma = next((at for at in range(cue + 1, min(end, cue + _LONGEST_TAG)) if words[at] == ","), end)
        if AUXILIARIES.isdisjoint(lower[cue + 1 : comma]) and "that" not in lower[cue + 1 : comma]:
            first = _behind_quotation(line, cue - 1)
            return Clause("inverted", cue, first, cue - 1) if first < cue - 1 else None
    group = verb_group(line, cue, 0)
    if group < 3:
        return None
    subject = subject_before(line, group, max(0, group - _LONGEST_TAG))
    if subject is None or subject.first < 2 or words[subject.first - 1] not in _PARTING:
        return None
    first = _behind_quotation(line, subject.first - 1)
    if first >= subject.first - 1:
        return None
    if cue + 2 < end and words[cue + 1] in _PARTING:
        return Clause("around", cue, first, end)
    if subject.first <= _FEWEST or not _ends_a_tag(line, cue):
        return None
    return Clause("tag", cue, first, subject.first - 1)


def _is_only_subject(line: Line, cue: int, end: int) -> bool:
    """Whether what stands behind a verb is who speaks, and no clause: "…, said the mayor of Northmoor, Ada Quill"."""
    return not any(
        line.words[at] == small and (small in FINITE or small.endswith("ed"))
        for at, small in enumerate(line.lower[cue + 1 : end], cue + 1)
    )


def _ends_a_tag(line: Line, cue: int) -> bool:
    """Whether nothing that could be reported stands behind a verb: "Ada Quill said on Monday"."""
    following = line.lower[cue + 1 : cue + _REACH]
    if not following or line.words[cue + 1] in DAYS:
        return True
    if line.lower[cue] in _TELLS:
        return "that" not in following and QUOTATION not in following
    small = following[0]
    return small in PREPOSITIONS or small in ADVERBS or small in _BEHIND_A_TAG


def _behind_quotation(line: Line, end: int) -> int:
    """Where the words before `end` begin that no quotation and no semicolon parts from it."""
    first = end
    while first and line.words[first - 1] != QUOTATION and line.words[first - 1] != ";":
        first -= 1
    while first < end and line.words[first] in _PARTING:
        first += 1
    return first


def _start(line: Line, cue: int) -> int:
    """Where what a cue reports begins: at "that", or right behind the cue."""
    lower = line.lower
    first = cue + 1
    if first < len(lower) and lower[first] not in _NO_LISTENER:
        following = lower[first : cue + _REACH]
        if "that" in following and _ENDS.isdisjoint(following[: (at := following.index("that"))]):
            return first + at
    return first + 1 if first < len(lower) and lower[first] in _SKIPPED else first


def find_breaks(line: Line, clause: Clause) -> list[int]:
    """The places at which a clause may end before its line does."""
    words = line.words
    return list(compress(count(clause.first + 1), map(_ENDINGS.__contains__, words[clause.first + 1 : clause.end])))
