"""Noun phrases, those that are the subject of a verb before or behind them."""

from __future__ import annotations

from typing import NamedTuple

from digest.analysis.names import PLACES
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.text.lexicons import lexicon
from digest.text.reporting import REPORTING_VERBS

_WORDS = lexicon("quotes")
AUXILIARIES, ADVERBS = _WORDS["auxiliaries"], _WORDS["adverbs"]
PREPOSITIONS, RELATIVES, PRONOUNS = _WORDS["prepositions"], _WORDS["relatives"], _WORDS["pronouns"]
DETERMINERS, DAYS = _WORDS["determiners"], _WORDS["days"]
CONJUNCTIONS = _WORDS["conjunctions"]
PARTICIPLES = _WORDS["participles"]
_ENDS_BEHIND = _WORDS["ends_behind"]
_FINITE = REPORTING_VERBS | lexicon("verbs")["irregular_past"] | (AUXILIARIES - {"to"})
_BREAKS = frozenset(',;:()“”"‘’«»[]{}.?!…|•') | DASHES | {QUOTATION}
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who", "which"])
_BEHIND_PARTICIPLE = frozenset(["last", "this", "by", "in", "on", "at", "for", "early", "late", "earlier", "from"])
_BEFORE_A_CLAUSE = frozenset(["after", "before", "since", "until", "because"])
_NAME_PARTICLES = frozenset(
    ["de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du"]
)
_NAME_SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
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


def verb_group(line: Line, verb: int, lowest: int) -> int:
    """The first word of the group that a verb ends: "has repeatedly said"."""
    first = verb
    while first > lowest and (
        (word := line.lower[first - 1]) in AUXILIARIES
        or word in ADVERBS
        or (word.endswith("ly") and line.words[first - 1] == word)
    ):
        first -= 1
    return first


def subject_before(line: Line, group: int, lowest: int) -> NounPhrase | None:
    """The subject of a verb whose group begins at `group`, with what is set off behind it left out."""
    lowest = max(lowest, group - _LONGEST)
    last = group - 1
    while last >= lowest:
        word = line.words[last]
        if word == ")":
            last = _opening_bracket(line, last, lowest) - 1
            if last < lowest - 1:
                return None
            continue
        if word != "," and word not in DASHES:
            return _phrase_ending(line, last, lowest)
        found = _before_insertion(line, last, lowest, word)
        if found is not None:
            return found
        return None
    return None


def _before_insertion(line: Line, last: int, lowest: int, mark: str) -> NounPhrase | None:
    """The noun phrase before "…, the mayor of Northmoor," whose closing mark stands at `last`."""
    end = last
    if end > lowest and line.words[end - 1] == ")":  # "Ada Quill (D-Northmoor), said"
        end = _opening_bracket(line, end - 1, lowest)
        return _phrase_ending(line, end - 1, lowest) if end > lowest else None
    for _ in range(5):
        begin = end - 1
        while begin >= lowest and line.words[begin] not in (mark, QUOTATION, ";"):
            begin -= 1
        piece = begin + 1
        if piece >= end:
            return None
        opens = begin < lowest or line.words[begin] != mark
        phrase = _phrase_ending(line, end - 1, piece)
        if opens:
            return phrase
        if not _is_inserted(line, piece, end):
            return phrase
        if begin - 1 >= lowest and _starts_clause(line, begin, lowest, mark) is None:
            # what stands before cannot be a subject: "On Monday, the mayor, …"
            return phrase
        end = begin
        while end - 1 >= lowest and line.words[end - 1] == ")":
            end = _opening_bracket(line, end - 1, lowest)
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
        word in PREPOSITIONS or word in ADVERBS or (word in CONJUNCTIONS and word != "that") or word.endswith("ly")
    ):
        # "In Northmoor, …": but "After the vote the mayor, a baker, …" ends in a noun phrase that has its own article.
        return None
    return first


def _is_inserted(line: Line, first: int, end: int) -> bool:
    """Whether the words between two commas say more of what stands before them."""
    word, small = line.words[first], line.lower[first]
    if small in _SUBJECT_PRONOUNS and small not in RELATIVES:
        return False
    if small in RELATIVES or small in PREPOSITIONS or small in ADVERBS or small in CONJUNCTIONS:
        return True
    if small in DETERMINERS or word[0].isdigit() or not word[0].isupper():
        return small not in ("and", "but", "or")
    # "Northmoor’s mayor" is said of a name, "Mayor Ada Quill" and "Ada Quill" are names.
    return not line.words[end - 1][0].isupper() or small.endswith(("’s", "'s", "s’", "s'"))


def _opening_bracket(line: Line, last: int, lowest: int) -> int:
    at = last
    while at >= lowest and line.words[at] != "(":
        at -= 1
    return at


def _phrase_ending(line: Line, last: int, lowest: int) -> NounPhrase | None:
    """The noun phrase whose last word stands at `last`."""
    words, lower = line.words, line.lower
    if lower[last] in _SUBJECT_PRONOUNS or (lower[last] == "that" and last > lowest):
        return NounPhrase(last, last + 1)
    first, joined, broke = last, None, False
    while first >= lowest:
        word = lower[first]
        if word in _BREAKS:
            if word == "." or (word == ")" and first > lowest):
                first -= 1
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
        elif words[first] == word and (word in _FINITE) and first < last:
            relative = next(
                (
                    at
                    for at in range(first - 1, max(lowest, first - 4) - 1, -1)
                    if lower[at] in ("who", "which", "that")
                ),
                None,
            )
            if relative is None and word.endswith("ed") and lower[first + 1] in _BEHIND_PARTICIPLE:
                first -= 1  # "a report released last year"
                continue
            if relative is None:
                broke = True
                break
            first = relative
        elif words[first] == word and word in PARTICIPLES and first < last:
            pass
        first -= 1
    first += 1
    if broke and joined is not None:
        first = joined + 1
    return _without_circumstance(line, first, last + 1)


def _without_circumstance(line: Line, first: int, end: int) -> NounPhrase | None:
    """The noun phrase without the adverbs and circumstances before it: "On Monday Ada Quill"."""
    words, lower = line.words, line.lower
    while first < end and (
        lower[first] in ("and", "but", "or", "nor", "yet", "so", "that", "as", "when", ".", ")")
        or lower[first] in ADVERBS - {"both", "all"}
        or (lower[first].endswith("ly") and words[first] != "Reilly" and (words[first] == lower[first] or first == 0))
        or words[first] in DAYS
    ):
        first += 1
    if first >= end:
        return None
    if lower[first] in PREPOSITIONS:
        at = end - 1
        if words[at][0].isupper():
            while at > first and (words[at - 1][0].isupper() or lower[at - 1] in _NAME_PARTICLES):
                at -= 1
            if words[at] in DAYS and at < end - 1:
                at += 1
            if at > first + 1 or (at == first + 1 and (end - at > 1 or lower[first] in _BEFORE_A_CLAUSE)):
                return NounPhrase(at, end)
        while at > first + 1 and lower[at] not in DETERMINERS and lower[at] not in PRONOUNS:
            at -= 1
        return NounPhrase(at, end) if at > first + 1 or lower[first] in _BEFORE_A_CLAUSE else None
    return NounPhrase(first, end)


def antecedent_of(line: Line, relative: int) -> NounPhrase | None:
    """The noun phrase that "who" goes on: "Ada Quill, who lives nearby, said"."""
    last = relative - 1
    while last >= 0 and (line.words[last] in (",", ")", "all", "both", "of") or line.words[last] in DASHES):
        last = _opening_bracket(line, last, 0) - 1 if line.words[last] == ")" else last - 1
    return (
        _phrase_ending(line, last, max(0, last - _LONGEST)) if last >= 0 and line.words[last] not in _BREAKS else None
    )


def subject_behind(line: Line, first: int, highest: int) -> NounPhrase | None:
    """The subject that stands behind its verb: “…,” said Ada Quill, a baker."""
    words, lower = line.words, line.lower
    at = first
    if at >= highest or words[at] in _BREAKS:
        return None
    if lower[at] in _SUBJECT_PRONOUNS:
        return NounPhrase(at, at + 1)
    if lower[at] in _ENDS_BEHIND and lower[at] not in DETERMINERS:
        return None
    while at < highest:
        word, small = words[at], lower[at]
        if word in _BREAKS:
            if word == "." and at + 1 < highest and words[at - 1].endswith("."):
                at += 1
                continue
            break
        if word in DAYS and at > first:
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
    return NounPhrase(first, at) if at > first else None


def opening_subject(line: Line, first: int, end: int) -> NounPhrase | None:
    """The subject of the clause that begins at `first`, which the verbs behind it share."""
    words, lower = line.words, line.lower
    at = first
    for _ in range(4):  # circumstances that stand before the subject
        while at < end and (
            words[at] in _BREAKS
            or lower[at] in ("and", "but", "or", "yet", "so")
            or lower[at] in ADVERBS - {"both", "all"}
            or (lower[at].endswith("ly") and at + 1 < end and words[at + 1] == ",")
        ):
            at += 1
        if at >= end:
            return None
        if (
            lower[at] in PREPOSITIONS
            or lower[at] in CONJUNCTIONS
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
    if lower[at] in _SUBJECT_PRONOUNS or lower[at].replace("’", "'").partition("'")[0] in _SUBJECT_PRONOUNS:
        return NounPhrase(at, at + 1)
    stop = at
    named = words[at][0].isupper() and lower[at] not in DETERMINERS
    while stop < end and words[stop] not in _BREAKS:
        small = lower[stop]
        if stop > at and words[stop] == small:
            if (
                small in _FINITE
                or small in RELATIVES
                or small in CONJUNCTIONS
                or small in AUXILIARIES
                or small.endswith("ly")
            ):
                break
            if small in ADVERBS:
                break
            if small.endswith(("ed", "es")) and (words[stop - 1][0].isupper() or stop - at > 1):
                break
            if named and small in PREPOSITIONS and small != "of":
                break
            if (
                named
                and words[stop - 1][0].isupper()
                and small.endswith("s")
                and not words[stop - 1].endswith(("’s", "'s"))
            ):
                break
        stop += 1
    return NounPhrase(at, stop) if stop > at else None


def name_in(line: Line, phrase: NounPhrase) -> NounPhrase | None:
    """The name that a phrase ends in or is, if it is somebody's: "Mayor Ada Quill", "the baker Ada Quill"."""
    words, lower = line.words, line.lower
    first, end = phrase
    # the head: up to the first preposition with a small letter
    for at in range(first, end):
        if (
            at > first
            and words[at] == lower[at]
            and (lower[at] in PREPOSITIONS or lower[at] in RELATIVES or lower[at] == "and")
        ):
            end = at
            break
    last = end - 1
    while last >= first and words[last] in _BREAKS:
        last -= 1
    if last < first or not words[last][0].isupper():
        return None
    begin = last
    while begin > first and (
        (words[begin - 1][0].isupper() and not words[begin - 1].endswith(("’s", "'s", "s’", "s'")))
        or (lower[begin - 1] in _NAME_PARTICLES and begin - 1 > first)
        or (words[begin - 1] == ".")
    ):
        begin -= 1
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
    if not (small in DETERMINERS or small.endswith(("’s", "'s"))) and (
        words[first] != small or not small[0].isalpha() or small in _NO_ROLE or small.endswith(("ing", "ed", "ly"))
    ):
        return None
    while end < len(words) and words[end] not in _BREAKS and end - first <= _LONGEST_ROLE:
        if lower[end] in _FINITE and words[end] == lower[end]:
            return None
        end += 1
    return (
        NounPhrase(first, end)
        if 1 < end - first <= _LONGEST_ROLE or (end > first and small not in DETERMINERS)
        else None
    )
