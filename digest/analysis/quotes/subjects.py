"""Subjects, the noun phrases that go with a verb: before it, behind it, or at the opening of its clause; and agents."""

from __future__ import annotations

from digest.analysis.names import PLACES
from digest.analysis.names.trades import is_trade
from digest.analysis.quotes.insertions import is_inserted, is_of_another, name_before_office
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    ENDS_NO_PHRASE,
    FINITE,
    LONE_ADVERBS,
    NEEDS_A_NOUN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    NounPhrase,
    opening_bracket,
    phrase_ending,
)
from digest.analysis.quotes.voices import end_of_time
from digest.text.lexicons import lexicon
from digest.text.tokens import GENITIVE_S

_ENDS_BEHIND = lexicon("quotes")["ends_behind"]
_MADE = lexicon("quotes")["made"]
"""What is told of a document behind it, before by whom or when."""
_NOUNS_IN_LY = frozenset(["ally", "assembly", "bully", "family", "monopoly", "rally", "reply", "supply"])
_ADJECTIVES = frozenset(["daily", "early", "elderly", "friendly", "lonely", "weekly"])
"""Words in -ly that stand before a noun."""
_LONGEST_DATELINE = 5
"""Words, with the dash behind it."""
_LONGEST = 40
"""Words that a subject is looked for in."""


def verb_group(line: Line, verb: int, lowest: int) -> int:
    """The first word of the group that a verb ends: "has repeatedly said"."""
    first = verb
    while first > lowest and (
        (word := line.words[first - 1]) in AUXILIARIES
        or word in ADVERBS
        or (
            word.lower() in ADVERBS and (first == 1 or line.words[verb][0].isupper())
        )  # "Both said", but "Paws First said"
        or (word.endswith("ly") and word.islower() and word not in _NOUNS_IN_LY)
    ):  # "May" is a name
        first -= 1
    return first


def subject_before(line: Line, group: int, lowest: int) -> NounPhrase | None:
    """The subject of a verb whose group begins at `group`, with what is set off behind it left out."""
    lowest = max(lowest, group - _LONGEST)
    last = group - 1
    while last >= lowest:
        word = line.words[last]
        if word == ")":
            last = opening_bracket(line, last, lowest) - 1
            if last < lowest - 1:
                return None
            continue
        if word != "," and word not in DASHES:
            return name_before_office(line, lowest, last + 1) or phrase_ending(line, last, lowest)
        found = _before_insertion(line, last, lowest, word)
        if found is not None:
            return found
        return None
    return None


def _before_insertion(line: Line, last: int, lowest: int, mark: str) -> NounPhrase | None:
    """The noun phrase before "…, the mayor of Northmoor," whose closing mark stands at `last`."""
    end = last
    if end > lowest and line.words[end - 1] == ")":  # "Ada Quill (D-Northmoor), said"
        end = opening_bracket(line, end - 1, lowest)
        return phrase_ending(line, end - 1, lowest) if end > lowest else None
    for _ in range(5):
        begin = end - 1
        while begin >= lowest and line.words[begin] not in (mark, QUOTATION, ";"):
            begin -= 1
        piece = begin + 1
        if piece >= end:
            return None
        opens = begin < lowest or line.words[begin] != mark
        phrase = phrase_ending(line, end - 1, piece)
        if opens:
            return phrase
        if not is_inserted(line, piece, end):
            return phrase_ending(line, begin - 1, lowest) if is_of_another(line, begin, end) else phrase
        if begin - 1 >= lowest and _starts_clause(line, begin, lowest, mark) is None:
            # what stands before cannot be a subject: "On Monday, the mayor, …"
            return phrase
        end = begin
        while end - 1 >= lowest and line.words[end - 1] == ")":
            end = opening_bracket(line, end - 1, lowest)
        if end <= lowest:
            return phrase
    return None


def _starts_clause(line: Line, comma: int, lowest: int, mark: str) -> int | None:
    """Where the piece before a comma begins, if it may be a subject; None where it is a circumstance."""
    begin = comma - 1
    while begin >= lowest and line.words[begin] not in (mark, QUOTATION, ";"):
        begin -= 1
    first = begin + 1
    word = line.lower[first]
    if begin < lowest and (
        word in PREPOSITIONS
        or word in ADVERBS
        or word == "away"
        or (word in CONJUNCTIONS and word != "that")
        or word.endswith("ly")
    ):
        # "In Northmoor, …": but "After the vote the mayor, a baker, …" ends in a noun phrase that has its own article.
        return None
    return first


def subject_behind(line: Line, first: int, highest: int) -> NounPhrase | None:
    """The subject that stands behind its verb: “…,” said Ada Quill, a baker."""
    words, lower = line.words, line.lower
    at = first
    if at >= highest or words[at] in BREAKS:
        return None
    if lower[at] in SUBJECT_PRONOUNS:
        return NounPhrase(at, at + 1)
    if lower[at] in _ENDS_BEHIND and lower[at] not in DETERMINERS:
        return None
    while at < highest:
        word, small = words[at], lower[at]
        if word in BREAKS:
            if word == "." and at + 1 < highest and words[at - 1].endswith("."):
                at += 1
                continue
            break
        if word in DAYS and at > first and lower[at - 1] not in DETERMINERS:
            break
        if at > first and word == small:
            if small == "and" or small == "&":
                if (
                    at + 1 < highest
                    and (words[at + 1][0].isupper() or lower[at + 1] in DETERMINERS)
                    and lower[at + 1] != "i"
                ):
                    at += 1
                    continue
                break
            if small == "with" or small == "from" or small == "at" or small == "in":
                # "a woman with two dogs", "a professor at the university" but "Quill in a statement"
                if words[at - 1][0].isupper() or (
                    at + 1 < highest and lower[at + 1] in ("a", "an", "response", "interview")
                ):
                    break
                at += 1
                continue
            if small in _ENDS_BEHIND or small in RELATIVES or small.endswith("ly") or small in AUXILIARIES:
                break
        at += 1
    while at - first > 1 and (lower[at - 1] in ENDS_NO_PHRASE or lower[at - 1] == "in"):
        at -= 1  # wrote the authors of the “Growth Plan”
    if at - first > 1 + (lower[first] in DETERMINERS) and lower[at - 1] in _MADE:
        at -= 1  # "an affidavit signed Thursday by Ada Quill", "court documents seen by the Gazette"
    return NounPhrase(first, at) if at > first else None


def opening_subject(line: Line, first: int, end: int) -> NounPhrase | None:
    """The subject of the clause that begins at `first`, which the verbs behind it share."""
    words, lower = line.words, line.lower
    at = first
    if words[at : at + 1] == ["("]:  # "(GNN) The board has a message: “…”"
        at = next((it + 1 for it in range(at, end) if words[it] == ")"), at)
    if at < end and words[at].isupper() and len(words[at]) > 1:  # "NORTHMOOR — The board met, saying “…”"
        at = next((it + 1 for it in range(at + 1, min(end, at + _LONGEST_DATELINE)) if words[it] in DASHES), at)
    for _ in range(4):  # circumstances that stand before the subject
        while at < end and (
            words[at] in BREAKS
            or lower[at] in ("and", "but", "or", "yet", "so")
            or lower[at] in LONE_ADVERBS
            or (lower[at].endswith("ly") and at + 1 < end and words[at + 1] == ",")
        ):
            at += 1
        if at >= end:
            return None
        if (
            lower[at] in PREPOSITIONS
            or lower[at] in CONJUNCTIONS
            or lower[at] == "away"
            or _tells_when(line, at, end)
            or lower[at].endswith("ing")
            or (lower[at].endswith("ed") and at + 1 < end and lower[at + 1] in PREPOSITIONS)
        ):
            comma = next((it for it in range(at, end) if words[it] == ","), None)
            if comma is None:
                return None
            at = comma + 1
            if at + 1 < end and words[at + 1] == "," and words[at] in PLACES:  # "In Northmoor, Ohio, Ada Quill …"
                at += 2
            continue
        break
    else:
        return None
    if lower[at] in SUBJECT_PRONOUNS or lower[at].replace("’", "'").partition("'")[0] in SUBJECT_PRONOUNS:
        return NounPhrase(at, at + 1)
    stop = at
    named = words[at][0].isupper() and lower[at] not in DETERMINERS
    while stop < end and words[stop] not in BREAKS:
        small = lower[stop]
        if stop > at and words[stop] == small:
            if (
                small in FINITE
                or small in RELATIVES
                or small in CONJUNCTIONS
                or small in AUXILIARIES
                or (small.endswith("ly") and small not in _ADJECTIVES)
            ):
                break
            if small in ADVERBS:
                break
            if small.endswith(("ed", "es")) and (
                stop - at > 1 or lower[at].endswith("s") or (words[at][0].isupper() and lower[at] not in NEEDS_A_NOUN)
            ):
                break
            if named and small in PREPOSITIONS and small != "of":
                break
            if (
                named
                and words[stop - 1][0].isupper()
                and small.endswith("s")
                and not is_trade(small)
                and not words[stop - 1].endswith(GENITIVE_S)
            ):
                break
        stop += 1
    return NounPhrase(at, stop) if stop > at else None


def _tells_when(line: Line, first: int, end: int) -> bool:
    """Whether words say when up to a comma: "A few moments later, Ada Quill", "Last Easter, she"."""
    lower = line.lower
    comma = end_of_time(lower[first:end]) or (2 if lower[first] in ("last", "next", "this") else 0)
    return bool(comma) and line.words[first + comma : first + comma + 1] == [","]
