"""Inside, a pronoun in the midst of a sentence that can mean nobody whom the sentence names: "The court heard that he left."."""

from __future__ import annotations

import re

from digest.analysis.references import References
from digest.text.genders import NOUNS, Gender
from digest.text.lexicons import lexicon
from digest.text.timestamps import ENGLISH_MONTHS, WEEKDAY

_ONE = re.compile(r"(?<=[ (—–])(?:he|him|his|she|her)(?=[ ,.;:!?)]|['’](?:s|d|ll)\b|\Z)")
_SEVERAL = re.compile(r"(?<=[ (—–])(?:they|them|their)(?=[ ,.;:!?)]|['’](?:ve|re|d|ll)\b|\Z)")
_GENDER: dict[str, Gender] = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman"}
_WORDS = lexicon("meant_inside")
_PERSONS = _WORDS["one"] | _WORDS["anybody"] | NOUNS.keys()
_MANY, _GIVING, _BEHIND = _WORDS["several"], _WORDS["giving"], _WORDS["behind_whom"]
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r" ([^\W_][\w-]*)")
# A "frontman", a "documentarian", and whoever is "five-year-old".
_SOMEBODY = re.compile(r"\b[a-z]{2,}(?:man|woman|person|ist|ian)\b|-old\b")
_CAPITAL = re.compile(r"(?<![\w’'.-])[^\W\d_a-z][\w’'.-]*")
_NO_NAME = re.compile(rf"(?:{WEEKDAY}|{'|'.join(ENGLISH_MONTHS)}|[A-Z\d.]{{2,4}}|I)(?:['’]s)?")
_OPENERS = lexicon("openers")["openers"]
_LONGEST_NAME = 30
"""Characters."""
_PLURAL = re.compile(r"\w{2,}(?:[^suiy]|[aeo]y|[^aeiou]ie)s")
# What opens with one of these, or with a participle, tells of the subject before it is named: "In her first year, Quill left."
_PHRASE = re.compile(
    r"\W*(?:After|Although|Amid|As|At|Because|Before|By|Despite|During|Even|For|From|Given|If|In|Like|Not|On|Once|Over|Since|Through|Though|To|Under"
    r"|Unlike|Until|Upon|When|Whether|While|With|Within|Without|\w+(?:ing|ed))\b"
)


def find_stray(number: int, references: References) -> re.Match[str] | None:
    """The first pronoun of a sentence, outside quotations, that means somebody who is not in it.

    None where there is none, or that is not sure: who is before it may be meant, or who comes behind the phrase that it
    stands in.

    Args:
        number: which of the story's sentences it is, counted from 0.
        references: whom the story's sentences speak of.
    """
    outside = references.outside(number)
    found = _ONE.search(outside)
    if found and _is_nobody_before(found, number, references):
        return found
    found = _SEVERAL.search(outside)
    return found if found and not _may_be_several(outside[: found.start()], outside[found.end() :]) else None


def is_possessive(pronoun: re.Match[str]) -> bool | None:
    """Whether a pronoun says whose something is; None of a "her" that may do so or not."""
    word = pronoun.group()
    if word != "her":
        return word in ("his", "their")
    behind = _NEXT.match(pronoun.string, pronoun.end())
    if behind is None or behind[1] in _BEHIND:
        return False
    of_somebody = behind[1] in NOUNS or pronoun.string.startswith(("'s", "’s"), behind.end())
    gives = pronoun.string[: pronoun.start()].rstrip().rpartition(" ")[2].lower() in _GIVING
    return None if gives and not of_somebody else True


def gender_of(pronoun: re.Match[str]) -> Gender | None:
    """The gender that a pronoun for one person tells; None of one for several."""
    return _GENDER.get(pronoun.group())


def _is_nobody_before(pronoun: re.Match[str], number: int, references: References) -> bool:
    """Whether no words before a pronoun, nor a name that comes behind the phrase with it, may be whom it means."""
    gender, outside = _GENDER[pronoun.group()], pronoun.string
    before = outside[: pronoun.start()]
    if not _PERSONS.isdisjoint(map(str.lower, _WORD.findall(before))) or _SOMEBODY.search(before):
        return False
    named = references.people_in(number)
    people = [at for at, other in named if other in (None, gender)]
    if any(at < pronoun.start() for at in people) or (people and _PHRASE.match(outside)):
        return False
    comma = outside.find(",", pronoun.end()) if "," not in before else -1
    told = frozenset(at for at, other in named if other not in (None, gender))
    return not any(
        not references.is_in_thing(number, name.start())
        and not _NO_NAME.fullmatch(name.group())
        and not any(at <= name.start() < at + _LONGEST_NAME for at in told)
        and (name.start() < pronoun.start() or 0 <= comma < name.start())
        and (outside[: name.start()].strip("\0 “\"‘'(") or name.group() not in _OPENERS)
        for name in _CAPITAL.finditer(outside)
    )


def _may_be_several(before: str, behind: str) -> bool:
    """Whether words before a pronoun may be several, or one by one be what it means, or it stands in an opening phrase."""
    words = [word.lower() for word in _WORD.findall(before)]
    return (
        not _MANY.isdisjoint(words)
        or any(word.isdigit() or _PLURAL.fullmatch(word) for word in words)
        or ("," not in before and ("," in behind or _PHRASE.match(before) is not None))
        or len(_CAPITAL.findall(before)) > 1
    )
