"""Voices, which words of a line may be those for somebody or something that speaks."""

from __future__ import annotations

from collections.abc import Sequence

from digest.analysis.names.gazetteer import SMALL_WORDS
from digest.analysis.names.trades import OCCUPATIONS, is_trade
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.noun_phrases import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    ENDS_NO_PHRASE,
    FINITE,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    NounPhrase,
)
from digest.text.genders import NOUNS
from digest.text.lexicons import lexicon

SEVERAL = lexicon("quotes")["several"]
_BODIES = lexicon("quotes")["bodies"]
"""What speaks without an article."""
_PLURALS = ("ants", "ers", "ians", "ists", "ors")
"""Persons, where no singular of theirs is an occupation; and what many words for them end in."""
_MOODS = frozenset(
    ["anger", "chaos", "confusion", "excitement", "fear", "fury", "grief", "outcry", "outrage", "panic", "uncertainty"]
)
"""What is among people, and says nothing: "the confusion over the order"."""
_UNITS = ("moment", "minute", "hour", "night", "day", "week", "month", "year", "decade")
_TIMES = frozenset(form for unit in _UNITS for form in (unit, f"{unit}s"))
_ARTICLES = frozenset(["a", "an", "the", "his", "her", "its", "their", "my", "our", "your"])
_BEFORE_ARTICLE = (
    PREPOSITIONS
    | CONJUNCTIONS
    | DETERMINERS
    | frozenset(["and", "or", "but", "nor", "plus", "all", "both", "half", "such", "quite", "off", "to", "is"])
)
"""Words with a small letter that stand before an article in a noun phrase; before any other, it is a verb's object."""
_LONGEST_KIND = 3
"""Words that say what something is before its name with an article."""
_OF_ALL = frozenset(["all", "both", "two", "three", "himself", "herself", "itself", "themselves"])
"""What stands behind a pronoun that speaks: "they all"."""
_SAYING = frozenset(
    ["say", "says", "said", "tell", "tells", "told", "wrote", "writes", "seem", "seems", "seemed", "appear", "appears"]
)
_WHICH_TIME = frozenset(["last", "next", "this"])
_SINCE = frozenset(["after", "before", "ago", "earlier", "later", "since"])
_LATEST_TIME = 4
"""Words among which a phrase that says when has its unit."""


def is_no_noun(line: Line, phrase: NounPhrase) -> bool:
    """Whether a phrase is a verb and what it says."""
    small = line.lower[phrase.first]
    return line.words[phrase.first] == small and (
        small in FINITE or (small.endswith("ed") and not CONJUNCTIONS.isdisjoint(line.lower[phrase.first : phrase.end]))
    )


def cannot_speak(line: Line, phrase: NounPhrase) -> bool:
    """Whether words are no phrase for somebody or something that says anything: a time, a clause, a heading, a thing."""
    words, lower = line.words[phrase.first : phrase.end], line.lower[phrase.first : phrase.end]
    if not any(map(str.isalpha, "".join(words))):
        return True  # "22% thought"
    if (lower[-1] in _TIMES and PREPOSITIONS.isdisjoint(lower)) or (
        len(words) > 2 and all(word.isupper() for word in words)
    ):
        return True
    if len(words) > 1 and _is_clause(words, lower):
        return True
    if lower[0] in _ARTICLES and not _MOODS.isdisjoint(lower[1:_LONGEST_KIND]):
        return True
    if words[0] != lower[0] or lower[0] in DETERMINERS or not words[0].isalpha():
        return False
    head = next((at for at, word in enumerate(lower) if at and word in PREPOSITIONS), len(lower))
    return lower[0] in PARTICIPLES or not any(map(_is_somebody, words[:head]))


def _is_clause(words: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether words hold a verb of their own outside "who …", or break off: "The letters seem", "cut the wire", "her own"."""
    if lower[0] in SUBJECT_PRONOUNS and lower[1] not in _OF_ALL:
        return True
    for at, word in enumerate(words):
        if word in RELATIVES:
            return False
        if (word in AUXILIARIES and word != "to") or word in _SAYING:
            return True
        following = words[at + 1] if at + 1 < len(words) else ""
        if following in _ARTICLES and word.isalpha() and lower[at] not in _BEFORE_ARTICLE:
            behind = words[at + 2] if at + 2 < len(words) else ""
            # "the tabloid the Mirror", "Ada Quill an analyst at Senn Lines"
            named = following == "the" and (word != lower[at] or (at < _LONGEST_KIND and behind[:1].isupper()))
            return (at == 0 or not word.endswith("ing")) and not named and not is_trade(behind)
    return lower[-1] in ENDS_NO_PHRASE


def _is_somebody(word: str) -> bool:
    """Whether a word may stand for persons or a body without an article: "leaders", "editor-in-chief", "Quill", "police"."""
    if word[0].isupper() or word.endswith("s") or word in _BODIES or word in SEVERAL:
        return True
    return any(part in NOUNS or is_trade(part) for part in word.split("-"))


def may_speak(line: Line, at: int) -> bool:
    """Whether one word alone may be who speaks: a name, or several persons such as "police" and "prosecutors"."""
    word, small = line.words[at], line.lower[at]
    if small in SEVERAL or small.endswith(_PLURALS) or small.removesuffix("s") in OCCUPATIONS:
        return True
    return len(word) > 1 and word[0].isupper() and (at > 0 or small not in SMALL_WORDS)


def without_time(line: Line, phrase: NounPhrase) -> NounPhrase:
    """A phrase without the time before it: "Last week the line" is the line."""
    first, end = phrase
    told = end - first > 2 and line.lower[first] in _WHICH_TIME and line.lower[first + 1] in _TIMES
    return NounPhrase(first + 2, end) if told else phrase


def is_time(line: Line, first: int, end: int) -> bool:
    """Whether some words are a day or "last week"."""
    last = line.words[end - 1]
    return last in DAYS or (last in _TIMES and line.lower[first] in _WHICH_TIME)


def end_of_time(words: Sequence[str]) -> int:
    """Where the words end, in small letters, that say when: "a day after", "two weeks earlier"; 0 where none do."""
    at = next((at for at, word in enumerate(words[:_LATEST_TIME]) if word in _TIMES), None)
    return 0 if at is None or _SINCE.isdisjoint(words[at + 1 : at + 2]) else at + 2
