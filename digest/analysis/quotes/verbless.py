"""Verbless attributions, by a signature, a heading or a colon alone."""

from __future__ import annotations

from digest.analysis.names import PLACES
from digest.analysis.quotes.attribution import Attribution
from digest.analysis.quotes.bodies import IN_WORDS, head_of, pronoun_for
from digest.analysis.quotes.clauses import clause_start
from digest.analysis.quotes.lines import DASHES, QUOTATION, Line
from digest.analysis.quotes.noun_phrases import PRONOUNS, NounPhrase
from digest.analysis.quotes.subjects import opening_subject, subject_behind
from digest.text.lexicons import lexicon
from digest.text.tokens import GENITIVE

VIEWS = lexicon("quotes")["views"]
_LONGEST_NAME = 5
HOLDS = frozenset(["for", "to"])
"""What stands before somebody's name for whom a thing is so."""
_IS = frozenset(["is", "are", "was", "were", "remains", "remained"])
_POINTING = frozenset(["those", "these", "such"])
_WORDS_OF = (["were", "the", "words", "of"], ["are", "the", "words", "of"])


def signature_of(line: Line) -> Attribution | None:
    """Who, by a line that begins with a dash and a name, has spoken what stands before it."""
    return signed(line, -1)


def words_of(line: Line) -> Attribution | None:
    """Whose words, by a line such as "Those were the words of Ada Quill", stand before it."""
    if line.lower[0] not in _POINTING or line.lower[1:5] not in _WORDS_OF:
        return None
    speaker = subject_behind(line, 5, len(line.words))
    return Attribution("words of", speaker, True) if speaker else None


def signed(line: Line, at: int) -> Attribution | None:
    """“…” — Ada Quill"""
    words = line.words
    first = at + 2
    if first >= len(words) or words[at + 1] not in DASHES:
        return None
    end = first
    while end < len(words) and end - first < _LONGEST_NAME and words[end][0].isupper():
        end += 1
    closed = end == len(words) or words[end] in (QUOTATION, ",", ".")
    return Attribution("—", NounPhrase(first, end), True) if end > first and closed else None


def headed(line: Line, at: int) -> Attribution | None:
    """The gate is late - Ada Quill: “…”"""
    words = line.words
    first = end = at - 1
    if end < 2 or words[end] != ":":
        return None
    while first and end - first < _LONGEST_NAME and words[first - 1][0].isupper():
        first -= 1
    named = end - first > 1 and first and words[first - 1] in DASHES
    return Attribution(words[first - 1], NounPhrase(first, end), True) if named else None


def before_colon(line: Line, at: int) -> Attribution | None:
    """Ada Quill was blunt: “…”"""
    if at and (line.words[at - 1] == ":" or line.words[at - 1] in DASHES):
        begin = clause_start(line, at - 1)
        turn = next(
            (it for it in range(at - 2, begin, -1) if line.lower[it] == "but" and line.words[it - 1] == ","), begin
        )
        speaker = opening_subject(line, turn, at - 1) or opening_subject(line, begin, at - 1)
        if speaker is not None and not all(map(str.isupper, line.words[speaker.first : speaker.end])):
            told = _may_have_words(line, speaker) or _is_named_behind(line, speaker)
            return Attribution(line.words[at - 1], speaker if told else None, True)
    return None


def _is_named_behind(line: Line, phrase: NounPhrase) -> bool:
    """Whether a name stands beyond a comma behind a phrase: "Her counterpart, Jonas Lind, was blunt"."""
    behind = line.words[phrase.end : phrase.end + 3]
    return len(behind) == 3 and behind[0] == "," and behind[1][0].isupper() and behind[2][0].isupper()


def viewed(line: Line, noun: int) -> NounPhrase | None:
    """Whose by name a view is: "In Ada Quill’s view, the toll is “a tax on work”"."""
    first = owner = noun - 1
    if owner < 1 or not line.words[owner].endswith(GENITIVE):
        return None
    while first > 0 and line.words[first][0].isupper() and line.lower[first] != "in":
        first -= 1
    return NounPhrase(first + 1, noun) if line.lower[first] == "in" and first < owner else None


def held_by(line: Line, at: int) -> Attribution | None:
    """For Ada Quill, the rule is “madness” · To Quill, it was “a farce”."""
    words = line.words
    if line.lower[0] not in HOLDS:
        return None
    comma = next((it for it in range(1, min(at, _LONGEST_NAME + 1)) if words[it] == ","), None)
    if comma is None or not all(word[0].isupper() for word in words[1:comma]) or _IS.isdisjoint(words[comma:at]):
        return None
    return Attribution(line.lower[0], NounPhrase(1, comma), False)


def _may_have_words(line: Line, phrase: NounPhrase) -> bool:
    """Whether no verb is needed to tell that words are somebody's: not "the timing" nor "each week", but "the letter"."""
    noun = head_of(line, phrase)
    if line.lower[phrase.first] in PRONOUNS:
        return True
    if line.words[noun] in PLACES:
        return False
    return pronoun_for(line, phrase) != "it" or not line.words[noun].islower() or line.words[noun] in IN_WORDS
