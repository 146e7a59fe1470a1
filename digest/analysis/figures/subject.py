"""Subject, who or what stands in front of what is done with a sum: "The new gate" of "The new gate would cost £14 million"."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon

_WORD = re.compile(r"\S+")
_INSIDE = frozenset(
    ["to", "of", "for", "in", "at", "on", "the", "a", "an", "its", "his", "her", "their", "our", "one", "two", "three"]
)
_DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "each", "every", "another"])
_LINKS = frozenset(["of", "for", "in", "at", "on"])
_STOPS = lexicon("figures")["stops"] - _INSIDE - {"each", "every"}
_BEFORE = frozenset(
    ["that", "said", "says", "but", "while", "because", "if", "when", "as", "whether", "where", "after", "before"]
)
"""Words in front of which a clause begins anew behind them."""
_LONGEST_NOUN = 5
_MOST_WORDS = 10
_REACH = 90


def subject_before(text: str, verb: int, floor: int, *, noun: bool = False) -> int:
    """Where the subject of a verb begins; the verb's place where none is plain, as of "It would cost" and "which cost".

    Args:
        text: the whole.
        verb: where the verb begins, with what goes with it.
        floor: where the sentence begins.
        noun: whether any noun that stands right in front will do: "an order worth".
    """
    begin = max(floor, verb - _REACH)
    words = [(found.group(), begin + found.start()) for found in _WORD.finditer(text[begin:verb])]
    taken = 0
    while taken < len(words):
        printed, _ = words[-taken - 1]
        small = printed.lower()
        if not taken and small in ("that", "which"):
            antecedent = _antecedent(words, begin, floor)
            return verb if antecedent is None else antecedent
        if printed[-1] in '.,;:!?”"—)' or small in _BEFORE or (small == "and" and _closes(words, taken + 1)):
            break
        if small in _STOPS or (small.endswith("ed") and _before(words, taken) not in _DETERMINERS):
            return verb
        taken += 1
        if taken > _MOST_WORDS:
            return verb
        if noun and small in _DETERMINERS and _before(words, taken - 1) not in _LINKS:
            break
    if not taken or (taken == len(words) and begin > floor):
        return verb
    first, at = words[-taken]
    if first.lower() in _LINKS or (first.lower() in _DETERMINERS and taken < 2):
        return verb
    return at


def _antecedent(words: list[tuple[str, int]], begin: int, floor: int) -> int | None:
    """Where what "which" stands for begins, the noun in front of it: "the gate" of "the gate, which cost"; None where none is plain."""
    for taken in range(2, min(_LONGEST_NOUN, len(words)) + 1):
        printed, at = words[-taken]
        small = printed.lower()
        if small in _DETERMINERS:
            return at if taken > 2 and _before(words, taken - 1) not in _LINKS else None
        if (taken > 2 and not printed[-1].isalnum()) or small in _STOPS or small in _INSIDE:
            return None
        if taken == len(words) and begin == floor:
            return at
    return None


def _before(words: list[tuple[str, int]], taken: int) -> str:
    """The word in front of so many of the last words and one more."""
    return words[-taken - 2][0].lower() if len(words) > taken + 1 else ""


def _closes(words: list[tuple[str, int]], taken: int) -> bool:
    """Whether a comma stands in front of so many of the last words."""
    return len(words) > taken and words[-taken - 1][0].endswith(",")
