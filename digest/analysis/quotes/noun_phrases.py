"""Noun phrases, where they begin, whom they name, and what is said of a name behind it."""

from __future__ import annotations

from typing import NamedTuple

from digest.analysis.names.gazetteer import GIVEN_NAMES
from digest.analysis.names.trades import is_trade
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.text.genders import NOUNS
from digest.text.lexicons import lexicon
from digest.text.particles import PARTICLES
from digest.text.reporting import REPORTING_VERBS
from digest.text.tokens import GENITIVE, GENITIVE_S

_WORDS = lexicon("quotes")
AUXILIARIES, ADVERBS = _WORDS["auxiliaries"], _WORDS["adverbs"]
PREPOSITIONS, RELATIVES, PRONOUNS = _WORDS["prepositions"], _WORDS["relatives"], _WORDS["pronouns"]
DETERMINERS, DAYS = _WORDS["determiners"], _WORDS["days"]
CONJUNCTIONS, PARTICIPLES = _WORDS["conjunctions"], _WORDS["participles"]
LONE_ADVERBS = ADVERBS - {"both", "all"}
"""Adverbs that open no noun phrase."""
FINITE = REPORTING_VERBS | lexicon("verbs")["irregular_past"] | (AUXILIARIES - {"to"})
"""Words that are finite verbs and hardly anything else."""
BREAKS = frozenset(',;:()“”"‘’«»[]{}.?!…|•') | DASHES | {QUOTATION}
"""What no noun phrase reaches over."""
SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who", "which"])
_PARTICIPLES_TOO = frozenset(["found", "held", "sent", "left", "read", "made", "put"])
"""Irregular forms that are participles as well."""
_BEHIND_PARTICIPLE = frozenset(["last", "this", "by", "in", "on", "at", "for", "early", "late", "earlier", "from"])
NEEDS_A_NOUN = frozenset(["the", "a", "an", "his", "its", "their", "my", "our", "your", "no", "every"])
ENDS_NO_PHRASE = NEEDS_A_NOUN | frozenset(["of", "for", "from", "at", "with", "into", "own", "same"])
"""Words behind which a noun follows: "the decades of alleged abuse", "his own voice"."""
_BEFORE_A_CLAUSE = frozenset(["after", "before", "since", "until", "because"])
_SPEAKS = (_WORDS["in_words"] | _WORDS["several"] | frozenset(NOUNS)) - DETERMINERS
"""What may speak, of words with a small letter."""
_NO_ROLE = (
    PREPOSITIONS
    | CONJUNCTIONS
    | ADVERBS
    | RELATIVES
    | PRONOUNS
    | AUXILIARIES
    | frozenset(["and", "but", "or", "nor", "yet", "then", "too"])
)
_LONGEST_ROLE = 16
"""Words."""
_LONGEST = 40
"""Words that a subject is looked for in."""


class NounPhrase(NamedTuple):
    """A noun phrase in a line: the words from `first` up to `end`."""

    first: int
    end: int


def phrase_ending(line: Line, last: int, lowest: int) -> NounPhrase | None:
    """The noun phrase whose last word stands at `last`."""
    words, lower = line.words, line.lower
    if lower[last] in SUBJECT_PRONOUNS or (lower[last] == "that" and last > lowest):
        return NounPhrase(last, last + 1)
    if lower[last] in ENDS_NO_PHRASE:
        return None
    first, joined, broke = last, None, False
    while first >= lowest:
        word = lower[first]
        if word in BREAKS:
            if word == ".":
                first -= 1
                continue
            if word == ")" and first > lowest and DASHES.isdisjoint(words[first + 1 : first + 2]):
                opening = opening_bracket(line, first, lowest)
                if opening > lowest and words[opening - 1] not in BREAKS:  # but "(GNN) The board said"
                    first = opening - 1
                    continue
            if word == "-" and first < last:
                first -= 1
                continue
            break
        if word in CONJUNCTIONS:
            if word == "that" and first + 1 < len(lower) and first < last and lower[first + 1] not in DETERMINERS:
                broke = True
            break
        if word in ("and", "or", "but") and first < last:
            if joined is None:
                joined = first
            if word == "but":
                break
        elif words[first] == word and (word in FINITE) and first < last:
            relative = next(
                (
                    at
                    for at in range(first - 1, max(lowest, first - 4) - 1, -1)
                    if lower[at] in ("who", "which", "that")
                ),
                None,
            )
            if relative is None and (
                (word.endswith("ed") and lower[first + 1] in _BEHIND_PARTICIPLE)
                or (
                    word in _PARTICIPLES_TOO
                    and lower[first + 1] in PREPOSITIONS
                    and first > lowest
                    and words[first - 1].islower()
                )
            ):
                first -= 1  # "a report released last year", "a note found in the flat"
                continue
            if relative is None:
                broke = True
                break
            first = relative
        first -= 1
    first += 1
    if broke and joined is not None:
        first = joined + 1
    first = _behind_clause(line, first, last, broke=broke)
    return _without_circumstance(line, first, last + 1)


def _behind_clause(line: Line, first: int, last: int, *, broke: bool) -> int:
    """Where a phrase begins that ends at `last`, a clause and "after" before it left out: "Ada Quill resigned after a memo"."""
    words, lower = line.words, line.lower
    opens = next((at for at in range(last - 1, first, -1) if words[at] in _BEFORE_A_CLAUSE), None)
    if opens is None or not FINITE.isdisjoint(words[opens + 1 : last]):
        return first
    head = next((at for at in range(opens + 2, last) if words[at] in PREPOSITIONS), last + 1) - 1
    if not (words[head][0].isupper() or lower[head] in _SPEAKS or is_trade(lower[head])):  # "after a stay in Paris"
        return first
    named = words[first][0].isupper() and lower[first] not in DETERMINERS
    if broke or (named and any(_is_past_of_name(line, at) for at in range(first + 1, opens))):
        return opens + 1
    return first


def _is_past_of_name(line: Line, at: int) -> bool:
    """Whether a word right behind a name is its verb in the past."""
    return line.words[at] == line.lower[at] and line.words[at].endswith("ed") and line.words[at - 1][0].isupper()


def _without_circumstance(line: Line, first: int, end: int) -> NounPhrase | None:
    """The noun phrase without the adverbs and circumstances before it: "On Monday Ada Quill"."""
    words, lower = line.words, line.lower
    while first < end and (
        lower[first] in ("and", "but", "or", "nor", "yet", "so", "that", "as", "when", ".", ")")
        or lower[first] in LONE_ADVERBS
        or (lower[first].endswith("ly") and words[first] != "Reilly" and (words[first] == lower[first] or first == 0))
        or words[first] in DAYS
        or words[first] in DASHES
    ):
        first += 1
    if first >= end or (end - first == 1 and lower[first] in NEEDS_A_NOUN):
        return None
    if lower[first] in PREPOSITIONS and lower[first + 1 : first + 2] not in (["least"], ["most"]):
        at = end - 1
        if words[at][0].isupper():
            while at > first and (words[at - 1][0].isupper() or lower[at - 1] in PARTICLES):
                at -= 1
            if words[at] in DAYS and at < end - 1:
                at += 1
            if at > first + 1 or (at == first + 1 and (end - at > 1 or lower[first] in _BEFORE_A_CLAUSE)):
                return NounPhrase(at, end)
        while at > first + 1 and lower[at] not in DETERMINERS and lower[at] not in PRONOUNS:
            at -= 1
        return NounPhrase(at, end) if at > first + 1 or lower[first] in _BEFORE_A_CLAUSE else None
    return NounPhrase(first, end)


def opening_bracket(line: Line, last: int, lowest: int) -> int:
    """Where the bracket opens that closes at `last`; before `lowest` where none does."""
    at = last
    while at >= lowest and line.words[at] != "(":
        at -= 1
    return at


def antecedent_of(line: Line, relative: int) -> NounPhrase | None:
    """The noun phrase that "who" goes on: "Ada Quill, who lives nearby, said"."""
    last = relative - 1
    while last >= 0 and (line.words[last] in (",", ")", "all", "both", "of") or line.words[last] in DASHES):
        last = opening_bracket(line, last, 0) - 1 if line.words[last] == ")" else last - 1
    return phrase_ending(line, last, max(0, last - _LONGEST)) if last >= 0 and line.words[last] not in BREAKS else None


def name_in(line: Line, phrase: NounPhrase) -> NounPhrase | None:
    """The name that a phrase ends in or is, if it is somebody's: "Mayor Ada Quill", "the baker Ada Quill"."""
    words, lower = line.words, line.lower
    first, end = phrase
    owner = next((at for at in range(end - 2, first - 1, -1) if words[at].endswith(GENITIVE)), None)
    if (
        owner is not None
        and words[first] not in GIVEN_NAMES  # "Ada Quill of the Workers’ Union"
        and all(word[0].isupper() for word in words[owner + 1 : end])
        and all(word[0].isupper() or word in ("of", "for", "the") for word in words[first:owner])
    ):
        first = owner + 1  # "Institute of Tides’ Ada Quill"
    # the head: up to the first preposition with a small letter
    for at in range(first, end):
        if (
            at > first
            and words[at] == lower[at]
            and (
                lower[at] in PREPOSITIONS
                or lower[at] in RELATIVES
                or (lower[at] == "and" and any(words[it][0].isupper() for it in range(first, at)))
            )
        ):
            end = at
            break
    last = end - 1
    while last >= first and words[last] in BREAKS:
        last -= 1
    if last < first or not words[last][0].isupper():
        return None
    begin = last
    while begin > first and (
        (words[begin - 1][0].isupper() and not words[begin - 1].endswith(GENITIVE))
        or (lower[begin - 1] in PARTICLES and begin - 1 > first)
        or (words[begin - 1] == ".")
    ):
        begin -= 1
    if phrase.first < begin < last and words[begin - 1][-1] in "’'" and words[begin] not in GIVEN_NAMES:
        return None  # "the Residents’ Action Group"
    while begin <= last and (lower[begin] in DETERMINERS or words[begin] in DAYS):
        begin += 1
    return NounPhrase(begin, last + 1) if begin <= last else None


def apposition_of(line: Line, at: int) -> NounPhrase | None:
    """What is said of a name behind it, between commas: "Ada Quill, the mayor of Northmoor, said"."""
    words, lower = line.words, line.lower
    if at < len(words) and words[at] == "(":
        at = next((it + 1 for it in range(at, min(len(words), at + 8)) if words[it] == ")"), at)
    if at + 1 >= len(words) or words[at] != ",":
        return None
    first = end = at + 1
    small = lower[first]
    if not (small in DETERMINERS or small.endswith(GENITIVE_S)) and (
        words[first] != small or not small[0].isalpha() or small in _NO_ROLE or small.endswith(("ing", "ed", "ly"))
    ):
        return None
    while end < len(words) and words[end] not in BREAKS and end - first <= _LONGEST_ROLE:
        if lower[end] in FINITE and words[end] == lower[end]:
            return None
        end += 1
    return (
        NounPhrase(first, end)
        if 1 < end - first <= _LONGEST_ROLE or (end > first and small not in DETERMINERS)
        else None
    )
