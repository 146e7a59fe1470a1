"""Reported clauses, the stretches of a line that may be what somebody is said to have said or thought."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import compress, count
from typing import NamedTuple

from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    FINITE,
    GENITIVE,
    PARTICIPLES,
    PREPOSITIONS,
)
from digest.analysis.quotes.subjects import subject_before, verb_group
from digest.text.lexicons import lexicon
from digest.text.remembered import Remembered
from digest.text.reporting import REPORTING_VERBS

_WORDS = lexicon("quotes")
_OWN_CLASS = frozenset(["that", "to", "whether", "if", "by", "not", "and", "but", "who", "which", "as", "so", "like"])
_CLASSES = {
    **dict.fromkeys(PREPOSITIONS, "preposition"),
    **dict.fromkeys(ADVERBS, "adverb"),
    **dict.fromkeys(DETERMINERS, "determiner"),
    **dict.fromkeys(AUXILIARIES, "modal"),
    **dict.fromkeys(["has", "have", "had", "having"], "have"),
    **dict.fromkeys(["is", "are", "was", "were", "be", "been", "being", "isn’t", "wasn’t", "isn't", "wasn't"], "be"),
    **dict.fromkeys(["who", "what", "how", "why", "where", "when", "whose"], "question"),
    **dict.fromkeys(["his", "her", "their", "its", "my", "our", "your"], "own"),
    **dict.fromkeys(["he", "she", "they", "it", "we", "i", "you"], "pronoun"),
    **{word: word for word in _OWN_CLASS},
    QUOTATION: "quotation",
}
_SKIPPED = frozenset(
    ["on", "for", "about", "of", "out", "up", "against", "in", "with", "at", "from", "over", "as", "into"]
)
_VERBS = AUXILIARIES - {"to"}
_SOON = 6
"""Words up to a quotation that is near."""
_STEM = 5
"""Letters of a cue that its forms share, roughly."""
_UNTOLD = frozenset(["name", "genitive", "number", "end"])
"""What sorts of words no model should know one by one: they are of their day."""
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
    ["and", "but", "when", "while", "after", "as", "during", "in", "at", "because", "even", "last", "on"]
)
_REACH = 8
"""Words behind a cue in which "that" is looked for."""
_FEWEST = 4
"""Words of a clause before its tag: "The gate is late, Ada Quill said"."""
_FEWEST_SAID = 2
"""The same before a verb with its subject behind it: "It rained, said Ada Quill"."""
_SHORT = 9
"""Words of a beginning that goes on behind its tag."""
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
        if word in REPORTING_VERBS and (found := _before_tag(line, cue, end)):
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


def _tagged(line: Line, end: int) -> int:
    """Where the tag begins that closes a line, "…, Ada Quill said on Monday"; the line's end where there is none."""
    for cue in range(end - 1, max(0, end - _LAST), -1):
        if line.words[cue] in REPORTING_VERBS:
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
        for at in range(first, min(len(lower), cue + _REACH)):
            if lower[at] == "that":
                return at
            if lower[at] in _ENDS:
                break
    return first + 1 if first < len(lower) and lower[first] in _SKIPPED else first


def class_of(line: Line, at: int) -> str:
    """What sort of word stands at a place of a line."""
    if at < 0:
        return "start"
    return _CLASS_OF[line.words[at]] if at < len(line.words) else "end"


def _class_of(word: str) -> str:
    small = word.lower()
    if (known := _CLASSES.get(small)) is not None:
        return known
    if not small[0].isalnum():
        return small
    if small.endswith(GENITIVE):
        return "genitive"
    if word[0].isupper():
        return "name"
    if small[0].isdigit():
        return "number"
    return next((f"-{ending}" for ending in ("ly", "ing", "ed", "s") if small.endswith(ending)), "word")


_CLASS_OF = Remembered(_class_of)


def describe_clause(line: Line, clause: Clause) -> Sequence[str]:
    """What speaks for and against a clause's being reported, as the names of features."""
    lower, cue = line.lower, clause.cue
    word, following = lower[cue], class_of(line, cue + 1)
    if clause.place != "behind":
        length = min(8, (clause.end - clause.first) // 3)
        return (
            f"{clause.place}",
            f"{clause.place}:{word}",
            f"{clause.place} before {following}",
            f"{clause.place} of {length}",
            f"{clause.place} opens {class_of(line, clause.first)}",
        )
    group = verb_group(line, cue, 0)
    before = class_of(line, group - 1)
    ending = "ing" if word.endswith("ing") else "ed" if word.endswith("ed") else "s" if word.endswith("s") else "-"
    opening, length = class_of(line, clause.first), clause.end - clause.first
    return (
        f"cue {word}",
        f"cue {word} {following}",
        f"next {lower[cue + 1]}" if following not in _UNTOLD else "",
        f"before {class_of(line, group - 2)} {before}",
        f"opens {opening}",
        f"{before} {ending} {following}",
        f"{following} {class_of(line, cue + 2)}",
        f"gap {clause.first - cue}",
        f"quotation {following}" if QUOTATION in line.words[max(0, cue - _REACH) : cue] else "",
        f"group {' '.join(lower[group:cue])}" if group < cue else "",
        f"then {_quotation_behind(line, clause.first)}" if line.quoted else "",
        f"subject {lower[group - 1]}" if group and before not in _UNTOLD else "",
        f"opens {opening} {class_of(line, clause.first + 1)}",
        f"word {lower[clause.first]}" if opening not in _UNTOLD else "",
        f"length {min(8, length // 3)} {opening}",
        f"of {min(16, length)}",
        f"{ending} {word[:_STEM]}",
        f"ends before {class_of(line, clause.end)} {class_of(line, clause.end + 1)}",
        f"holds {_verb_in(line, clause.first, clause.end)} {opening}",
        f"way {' '.join([class_of(line, at) for at in range(cue + 1, min(clause.first, cue + 4))])}",
    )


def _quotation_behind(line: Line, first: int) -> str:
    """Whether a quotation stands behind a place, and near it: then the words before it are mostly part of what it says."""
    at = next((at for at in line.quoted if at >= first), None)
    return "none" if at is None else "soon" if at < first + _SOON else "later"


def find_breaks(line: Line, clause: Clause) -> Iterator[int]:
    """The places at which a clause may end before its line does."""
    words = line.words
    for at in range(clause.first + 1, clause.end):
        word = words[at]
        if word in _PAUSES or word in _TURNS:
            yield at


def describe_break(line: Line, clause: Clause, at: int) -> Sequence[str]:
    """What speaks for and against a clause's ending at a place, as the names of features."""
    lower, word = line.lower, line.words[at]
    following = lower[at + 1] if at + 1 < len(lower) else ""
    sort = class_of(line, at + 1)
    if following in PARTICIPLES:
        sort = "participle"
    elif following in REPORTING_VERBS:
        sort = "verb"
    later = "verb" if at + 2 < len(lower) and lower[at + 2] in REPORTING_VERBS else class_of(line, at + 2)
    return (
        f"{word}",
        f"{word} {sort}",
        f"{word} {sort} {later}",
        f"{word} {following}" if sort not in _UNTOLD else "",
        f"{word} after {min(5, (at - clause.first) // 4)}",
        f"{word} opens {class_of(line, clause.first)}",
        f"rest {min(8, (clause.end - at) // 3)}",
        f"length {min(12, (at - clause.first) // 2)}",
        f"{word} {_verb_in(line, clause.first, at)} {sort}",
        f"{word} behind {class_of(line, at - 1)}",
        f"{word} cue {class_of(line, clause.first - 1)} {sort}",
        f"{word} reported by {lower[clause.cue]}",
        f"last {lower[at - 1]}" if class_of(line, at - 1) not in _UNTOLD else "",
        f"{word} again {',' in line.words[clause.first : at]}",
    )


def _verb_in(line: Line, first: int, end: int) -> str:
    """Whether a word that is hardly anything but a verb stands among some words."""
    return "" if _VERBS.isdisjoint(line.lower[first:end]) else "verb"
