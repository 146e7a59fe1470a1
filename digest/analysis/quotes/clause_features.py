"""Clause features, what speaks for and against a clause's being reported, and its ending where it may."""

from __future__ import annotations

from collections.abc import Sequence

from digest.analysis.quotes.lines import QUOTATION, Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    PARTICIPLES,
    PREPOSITIONS,
)
from digest.analysis.quotes.reported import Clause
from digest.analysis.quotes.subjects import verb_group
from digest.text.remembered import Remembered
from digest.text.reporting import REPORTING_VERBS
from digest.text.tokens import GENITIVE

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
_SOON = 6
"""Words up to a quotation that is near."""
_STEM = 5
"""Letters of a cue that its forms share, roughly."""
_UNTOLD = frozenset(["name", "genitive", "number", "end"])
"""What sorts of words no model should know one by one: they are of their day."""
_BEFORE_CUE = 8
"""Words before a cue among which a quotation is looked for."""


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
    return (*describe_opening(line, clause), *describe_ending(line, clause))


def describe_opening(line: Line, clause: Clause) -> Sequence[str]:
    """The same, as far as it does not hang on where a clause behind its cue ends."""
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
            f"{clause.place} quoted" if line.quoted else "",
        )
    group = verb_group(line, cue, 0)
    before = class_of(line, group - 1)
    ending = "ing" if word.endswith("ing") else "ed" if word.endswith("ed") else "s" if word.endswith("s") else "-"
    opening = class_of(line, clause.first)
    return (
        f"cue {word}",
        f"cue {word} {following}",
        f"next {lower[cue + 1]}" if following not in _UNTOLD else "",
        f"before {class_of(line, group - 2)} {before}",
        f"opens {opening}",
        f"{before} {ending} {following}",
        f"{following} {class_of(line, cue + 2)}",
        f"gap {clause.first - cue}",
        f"quotation {following}" if QUOTATION in line.words[max(0, cue - _BEFORE_CUE) : cue] else "",
        f"group {' '.join(lower[group:cue])}" if group < cue else "",
        f"then {_quotation_behind(line, clause.first)}" if line.quoted else "",
        f"subject {lower[group - 1]}" if group and before not in _UNTOLD else "",
        f"opens {opening} {class_of(line, clause.first + 1)}",
        f"word {lower[clause.first]}" if opening not in _UNTOLD else "",
        f"{ending} {word[:_STEM]}",
        "quoted" if line.quoted else "",
        f"line {class_of(line, 0)} {class_of(line, 1)}",
        f"way {' '.join([class_of(line, at) for at in range(cue + 1, min(clause.first, cue + 4))])}",
    )


def describe_ending(line: Line, clause: Clause) -> Sequence[str]:
    """The rest of it, from where a clause behind its cue ends."""
    if clause.place != "behind":
        return ()
    opening, length = class_of(line, clause.first), clause.end - clause.first
    last = class_of(line, clause.end - 1)
    return (
        f"length {min(8, length // 3)} {opening}",
        f"of {min(16, length)}",
        f"ends before {class_of(line, clause.end)} {class_of(line, clause.end + 1)}",
        f"holds {_verb_in(line, clause.first, clause.end)} {opening}",
        f"last {last if last in _UNTOLD else line.lower[clause.end - 1]}",
    )


def _quotation_behind(line: Line, first: int) -> str:
    """Whether a quotation stands behind a place, and near it: then the words before it are mostly part of what it says."""
    at = next((at for at in line.quoted if at >= first), None)
    return "none" if at is None else "soon" if at < first + _SOON else "later"


def describe_break(line: Line, clause: Clause, at: int, then: int) -> Sequence[str]:
    """What speaks for and against a clause's ending at a place, as the names of features.

    Args:
        line: where it stands.
        clause: as far as it may reach.
        at: the place.
        then: the next place behind it at which it may end.
    """
    lower, word = line.lower, line.words[at]
    piece = _verb_in(line, at + 1, then)
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
        f"{word} then {piece} {min(6, (then - at) // 2)}",
        f"{word} up to {line.words[then] if then < clause.end else ''} {piece}",
        f"{word} parts {_verb_in(line, clause.first, at)} {piece or _verb_in(line, then, clause.end)}",
        f"{word} second {lower[at + 2]}" if at + 2 < len(lower) and class_of(line, at + 2) not in _UNTOLD else "",
    )


def _verb_in(line: Line, first: int, end: int) -> str:
    """Whether a word that is hardly anything but a verb stands among some words."""
    return "" if FINITE.isdisjoint(line.lower[first:end]) else "verb"
