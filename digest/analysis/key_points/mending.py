"""Mending, the name set in square brackets where a sentence opens with a word for somebody named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.analysis.key_points.inside import find_stray, gender_of, is_possessive
from digest.analysis.key_points.pointing import LEADING, MONTH_OR_DAY, NO_MORE_OF_IT, points_back
from digest.analysis.key_points.shortening import without_connective, without_dateline
from digest.analysis.key_points.shortening.grammar import AUXILIARIES
from digest.analysis.key_points.shortening.quotation import VEIL, veiled
from digest.analysis.references import References
from digest.text.genders import NOUNS
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.reporting import SAYS

_IT_SAID = seldom(rf"[{VEIL},]\s*(?:it|they) (?:also |\w+ly )?(?:{SAYS})[.,]")
_PRONOUN = re.compile(r"(?:He|She)(?= )|(?:His|Her)(?= \w)")
_ANY_PRONOUN = re.compile(r"[ (—–](?:he|him|his|she|her|they|them|their)\b")
_TAG = re.compile(
    rf"[{VEIL},]\s*(?:(?P<before>he|she) (?:also |\w+ly )?(?:{SAYS})\b|(?<={VEIL} )(?:{SAYS}) (?P<behind>he|she)\b)"
)
_OPENS_A_CLAUSE = (
    "after", "as", "because", "before", "if", "once", "since", "than", "that", "though", "until", "what", "when", "where",
    "which", "while", "who",
)  # fmt: skip
_NO_CLAUSE = "".join(rf"(?<!\b{word} )" for word in _OPENS_A_CLAUSE)
_LED_BY = re.compile(
    rf"{LEADING}(?:[a-z0-9 ,’'-]|(?<= ){MONTH_OR_DAY}\b){{0,110}}?,? {_NO_CLAUSE}(?P<pronoun>he|she)(?= [a-z]|['’]s [a-z])"
)
# "A tailor's daughter, she left school at 15."
_SAID_OF = re.compile(r"(?P<said>An? [^\0.;:,]{3,90}(?:, [^\0.;:,]{3,60})?), (?P<pronoun>he|she)(?= [a-z]|['’]s [a-z])")
_SAYS_NEXT = seldom(rf" (?:also |then |later |\w+ly )?(?:{SAYS})\b")
_PERSONS = lexicon("persons")
_NOUN = "|".join(sorted(_PERSONS["described"], key=len, reverse=True))
_SOMEBODY = "|".join(
    sorted(_PERSONS["anybody"] | _PERSONS["women"] | _PERSONS["men"] | _PERSONS["described"], key=len, reverse=True)
)
_VERB = "|".join(sorted(AUXILIARIES | lexicon("verbs")["irregular_past"]))
# Behind an age, what somebody is ("retired pop star"), or at once what they do.
_AGED = (
    rf"(?: (?:(?!(?:{_VERB}|an?|the|his|her|its|their)\b)[a-z-]+ ){{0,2}}(?:{_SOMEBODY})\b"
    rf"|(?= (?:[a-z]+ly |also |then |later )?(?:{_VERB}|[a-z]+(?:ed|s))\b)|(?=,|\Z))"
)
_DESCRIPTION = re.compile(
    rf"The (?:(?P<age>\d{{1,2}}-year-old){_AGED}|(?P<which>(?:[a-z-]+ ){{0,2}})(?P<noun>{_NOUN})){NO_MORE_OF_IT}"
)
# "This summit marks", where the headline says which; no day or verb ("This week", "This marks"), and nobody.
_THING = re.compile(r"(?P<which>This(?! [a-z]+(?:s|ed) )|These(?= [a-z]+s )) (?P<noun>[a-z]+)(?= [a-z])")
_NO_THINGS = (
    frozenset(["day", "week", "weekend", "month", "year", "season", "morning", "afternoon", "evening", "time"])
    | frozenset(_PERSONS["described"])
    | AUXILIARIES
    | lexicon("verbs")["irregular_past"]
)
_SURNAME = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?=(?:['’]s)? [a-z])")
_NAME_INSIDE = re.compile(r"\s[A-Z]")


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words of a sentence that mean somebody named before it."""

    start: int
    end: int
    pronoun: str | None = None
    tag: bool = False
    """Whether the pronoun's verb says who spoke the words before it."""
    noun: str | None = None
    which: str = ""
    """What tells apart whom the noun means: "former", "defence"."""


def dangles(sentence: str) -> bool:
    """Whether a sentence opens with words that point at something before it, or has a speaker whom it does not name."""
    opening = _opening(sentence)
    return points_back(opening) or _find_gap(opening) is not None


def mend(sentence: str, number: int, references: References) -> str | None:
    """`He left.` as `[Ada Quill] left.`; None where it is not certain who is meant.

    A possessive becomes one, and a description keeps its words: `The mayor [Ada Quill] left.` What the headline names
    needs no pointing at: `This summit opens talks.` is `[The] summit opens talks.`
    A sentence that does not dangle is as it was; what is said in quotation marks is never touched.

    Args:
        sentence: as printed, on one line.
        number: which of the story's sentences it is, counted from 0.
        references: whom the story's pronouns and descriptions mean.
    """
    opening = _opening(sentence)
    if (" it " in opening or " they " in opening) and _IT_SAID.search(veiled(opening) or ""):
        return None
    if pointer := _pointer_at(opening, references.headline):
        return None if references.opens_inside_quotation(number) else f"[The]{opening[len(pointer) :]}"
    gap = _find_gap(opening)
    if gap is None or (gap.start and points_back(opening)):
        return None if points_back(opening) else _mended_inside(sentence, number, references)
    if gap.start == 0 and references.opens_inside_quotation(number):
        return None
    if gap.pronoun:
        says = _SAYS_NEXT.match(opening, gap.end) is not None or gap.tag
        person = references.is_meant(gap.pronoun, number, says=says)
        if not gap.tag and gap.pronoun not in ("He", "She") and references.takes_over(gap.pronoun, number):
            return None
    else:
        says = _SAYS_NEXT.match(opening, gap.end) is not None
        person = references.is_described(gap.noun or "", gap.which, number, says=says)
    if person is None or references.speaks_of(number, person):
        return None
    if gap.pronoun is None:
        return f"{opening[: gap.end]} [{person.name}]{opening[gap.end :]}"
    name = f"{person.name}’s" if gap.pronoun.lower() in ("his", "her") else person.name
    return f"{opening[: gap.start]}[{name}]{opening[gap.end :]}"


def _mended_inside(sentence: str, number: int, references: References) -> str | None:
    """`The court heard that he left.` as `The court heard that [Ada Quill] left.`; None where it is not certain who is meant."""
    stray = find_stray(number, references) if _ANY_PRONOUN.search(sentence) else None
    if stray is None:
        return sentence
    word, gender, whose = stray.group(), gender_of(stray), is_possessive(stray)
    says = _SAYS_NEXT.match(stray.string, stray.end()) is not None
    person = references.is_meant("he" if gender == "man" else "she", number, says=says) if gender else None
    if person is None and gender:
        person = references.is_only_one(gender, number)
    if person and references.speaks_of(number, person):
        return sentence
    outside = veiled(sentence)
    found = re.search(rf"(?<=[ (—–]){word}\b", outside) if outside else None
    if person is None or whose is None or found is None or sentence.startswith(("'", "’"), found.end()):
        return None
    return f"{sentence[: found.start()]}[{person.name}{'’s' if whose else ''}]{sentence[found.end() :]}"


def may_stand(sentence: str, *, headline: frozenset[str]) -> bool:
    """Whether a sentence stands by itself, or opens with a word for what may be named, so that it is worth mending.

    Args:
        sentence: as printed, on one line.
        headline: the words of the story's headline, in small letters.
    """
    opening = _opening(sentence)
    return not points_back(opening) or _find_gap(opening) is not None or bool(_pointer_at(opening, headline))


def with_given_name(point: str, references: References, *, told: str) -> str:
    """`Quill left.` as `[Ada] Quill left.` where neither the point nor what is `told` before it has the full name."""
    found = _SURNAME.match(point)
    person = references.is_called(found.group()) if found else None
    if person is None or person.name in point or person.name in told:
        return point
    return f"[{person.name.rpartition(' ')[0]}] {point}"


def _opening(sentence: str) -> str:
    return without_connective(without_dateline(sentence))


def _pointer_at(opening: str, headline: frozenset[str]) -> str:
    """The word that points at what the headline names: "This" of "This summit marks"; empty where none does."""
    found = _THING.match(opening)
    return found["which"] if found and found["noun"] in headline and found["noun"] not in _NO_THINGS else ""


def _find_gap(opening: str) -> _Gap | None:
    if found := _PRONOUN.match(opening):
        return _Gap(found.start(), found.end(), pronoun=found.group())
    if found := _DESCRIPTION.match(opening):
        return _Gap(0, found.end(), noun=found["noun"] or found["age"], which=found["which"] or "")
    outside = veiled(opening) if " he" in opening or " she" in opening else None
    if outside is None:
        return None
    if found := _LED_BY.match(outside):
        return _Gap(*found.span("pronoun"), pronoun=found["pronoun"])
    if (
        opening.startswith("A")
        and (found := _SAID_OF.match(outside))
        and not NOUNS.keys().isdisjoint(found["said"].split())
    ):
        return _Gap(*found.span("pronoun"), pronoun=found["pronoun"])
    if (found := _TAG.search(outside)) and not _NAME_INSIDE.search(outside, 0, found.start()):
        which = "before" if found["before"] else "behind"
        return _Gap(*found.span(which), pronoun=found[which], tag=True)
    return None
