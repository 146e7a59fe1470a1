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


def sorts_of(line: Line) -> Sequence[str]:
    """What sort of word stands at each place of a line, "end" at the two behind it, and "start" at -1 and -2."""
    return [*map(_SORT_OF.__getitem__, line.words), "end", "end", "start", "start"]


def _sort_of(word: str) -> str:
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
    for ending in ("ly", "ing", "ed", "s"):
        if small.endswith(ending):
            return f"-{ending}"
    return "word"


_SORT_OF = Remembered(_sort_of)


def describe_clause(line: Line, sorts: Sequence[str], clause: Clause) -> Sequence[str]:
    """What speaks for and against a clause's being reported, as the names of features.

    Args:
        line: where it stands.
        sorts: those of the line's words.
        clause: with its end.
    """
    return (*describe_opening(line, sorts, clause), *describe_ending(line, sorts, clause))


def describe_opening(line: Line, sorts: Sequence[str], clause: Clause) -> Sequence[str]:
    """The same, as far as it does not hang on where a clause behind its cue ends."""
    lower, cue, first = line.lower, clause.cue, clause.first
    word, following, opening = lower[cue], sorts[cue + 1], sorts[first]
    if clause.place != "behind":
        length = min(8, (clause.end - first) // 3)
        return (
            f"{clause.place}",
            f"{clause.place}:{word}",
            f"{clause.place} before {following}",
            f"{clause.place} of {length}",
            f"{clause.place} opens {opening}",
            f"{clause.place} quoted" if line.quoted else "",
        )
    group = verb_group(line, cue, 0)
    before = sorts[group - 1]
    ending = "ing" if word.endswith("ing") else "ed" if word.endswith("ed") else "s" if word.endswith("s") else "-"
    return (
        f"cue {word}",
        f"cue {word} {following}",
        f"next {lower[cue + 1]}" if following not in _UNTOLD else "",
        f"before {sorts[group - 2]} {before}",
        f"opens {opening}",
        f"{before} {ending} {following}",
        f"{following} {sorts[cue + 2]}",
        f"gap {first - cue}",
        f"quotation {following}" if QUOTATION in line.words[max(0, cue - _BEFORE_CUE) : cue] else "",
        f"group {' '.join(lower[group:cue])}" if group < cue else "",
        f"then {_quotation_behind(line, first)}" if line.quoted else "",
        f"subject {lower[group - 1]}" if group and before not in _UNTOLD else "",
        f"opens {opening} {sorts[first + 1]}",
        f"word {lower[first]}" if opening not in _UNTOLD else "",
        f"{ending} {word[:_STEM]}",
        "quoted" if line.quoted else "",
        f"line {sorts[0]} {sorts[1]}",
        f"way {' '.join(sorts[cue + 1 : min(first, cue + 4)])}",
    )


def describe_ending(line: Line, sorts: Sequence[str], clause: Clause) -> Sequence[str]:
    """The rest of it, from where a clause behind its cue ends."""
    if clause.place != "behind":
        return ()
    first, end = clause.first, clause.end
    opening, last, length = sorts[first], sorts[end - 1], end - first
    return (
        f"length {min(8, length // 3)} {opening}",
        f"of {min(16, length)}",
        f"ends before {sorts[end]} {sorts[end + 1]}",
        f"holds {_verb_in(line, first, end)} {opening}",
        f"last {last if last in _UNTOLD else line.lower[end - 1]}",
    )


def _quotation_behind(line: Line, first: int) -> str:
    """Whether a quotation stands behind a place, and near it: then the words before it are mostly part of what it says."""
    at = next((at for at in line.quoted if at >= first), None)
    return "none" if at is None else "soon" if at < first + _SOON else "later"


def describe_break(line: Line, sorts: Sequence[str], clause: Clause, at: int, then: int) -> Sequence[str]:
    """What speaks for and against a clause's ending at a place, as the names of features.

    Args:
        line: where it stands.
        sorts: those of the line's words.
        clause: as far as it may reach.
        at: the place.
        then: the next place behind it at which it may end.
    """
    words, lower, first, end = line.words, line.lower, clause.first, clause.end
    word, before, sort, second = words[at], sorts[at - 1], sorts[at + 1], sorts[at + 2]
    passed, piece = _verb_in(line, first, at), _verb_in(line, at + 1, then)
    following, later = [*lower[at + 1 : at + 3], "", ""][:2]
    if following in PARTICIPLES:
        sort = "participle"
    elif following in REPORTING_VERBS:
        sort = "verb"
    return (
        word,
        f"{word} {sort}",
        f"{word} {sort} {'verb' if later in REPORTING_VERBS else second}",
        f"{word} {following}" if sort not in _UNTOLD else "",
        f"{word} after {min(5, (at - first) // 4)}",
        f"{word} opens {sorts[first]}",
        f"rest {min(8, (end - at) // 3)}",
        f"length {min(12, (at - first) // 2)}",
        f"{word} {passed} {sort}",
        f"{word} behind {before}",
        f"{word} cue {sorts[first - 1]} {sort}",
        f"{word} reported by {lower[clause.cue]}",
        f"last {lower[at - 1]}" if before not in _UNTOLD else "",
        f"{word} again {',' in words[first:at]}",
        f"{word} then {piece} {min(6, (then - at) // 2)}",
        f"{word} up to {words[then] if then < end else ''} {piece}",
        f"{word} parts {passed} {piece or _verb_in(line, then, end)}",
        f"{word} second {later}" if second not in _UNTOLD else "",
    )


def _verb_in(line: Line, first: int, end: int) -> str:
    """Whether a word that is hardly anything but a verb stands among some words."""
    return "" if FINITE.isdisjoint(line.lower[first:end]) else "verb"
