"""Named, where in the words for a speaker the name stands: "Mayor Ada Quill", "the ferry’s CEO, Ada Quill"."""

from __future__ import annotations

from collections.abc import Callable

from digest.analysis.names.gazetteer import DEMONYMS
from digest.analysis.names.trades import is_trade
from digest.analysis.quotes.insertions import is_of_another
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.naming import TITLES, is_tied
from digest.analysis.quotes.noun_phrases import NounPhrase, name_in
from digest.analysis.references import References
from digest.text.spans import one_line
from digest.text.tokens import GENITIVE

_LINKS = frozenset(["of", "for", "the"])
"""Small words in an office's name."""
_LONGEST_NAME = 4
"""Words of a name that is looked for behind a title."""


def name_of(
    line: Line, phrase: NounPhrase, references: References, is_known: Callable[[str], bool]
) -> NounPhrase | None:
    """The name in a phrase or right behind it.

    Args:
        line: where the phrase stands.
        phrase: its words.
        references: those of the story.
        is_known: whether a word is the name, or the family name, of somebody whom the story names.
    """
    name = _behind_office(line, phrase, references) or name_in(line, phrase)
    if name and name.first > phrase.first and printed(line, name) in DEMONYMS:
        name = None  # "The 46-year-old South African"
    if name and name.first > phrase.first + 1 and is_tied(line, phrase, name.first - 1):
        return None  # "a lawyer representing Quill"
    if name is None or (name.end - name.first == 1 and not is_known(line.words[name.first])):
        owned = name and name.first > phrase.first and line.words[name.first - 1].endswith(GENITIVE)
        return _behind(line, phrase, references) or (None if owned else name)
    return name


def printed(line: Line, phrase: NounPhrase) -> str:
    """The words of a phrase, on one line."""
    return one_line(line.span(*phrase).of(line.text))


def _behind_office(line: Line, phrase: NounPhrase, references: References) -> NounPhrase | None:
    """The name of somebody in full that ends a phrase behind an office: "U.S. Secretary of Harbours Ada Quill"."""
    words = line.words
    if not any(word.rstrip(".") in TITLES for word in words[phrase.first : phrase.end]):
        return None
    for first in range(max(phrase.first + 1, phrase.end - _LONGEST_NAME), phrase.end - 1):
        if (
            all(word[0].isupper() for word in words[first - 1 : phrase.end])
            and all(word[0].isupper() or word in _LINKS for word in words[phrase.first : first])
            and references.is_named(printed(line, NounPhrase(first, phrase.end)))
        ):
            return NounPhrase(first, phrase.end)
    return None


def _behind(line: Line, phrase: NounPhrase, references: References) -> NounPhrase | None:
    """The name of somebody in full that stands behind a title: "the ferry’s CEO, Ada Quill", "Head of Trade Ada Quill"."""
    words = line.words
    begin, end = phrase
    last = end - 1
    if words[end : end + 1] == [","]:
        begin = end = end + 1
        while end < len(words) and words[end][0].isupper():
            end += 1
        if is_of_another(line, begin - 1, end):
            return None
        last = end
    for first in range(max(begin, end - _LONGEST_NAME), last):
        before = first - 1
        while before > begin and (words[before].rstrip(".") in TITLES or is_trade(line.lower[before])):
            before -= 1
        # "A spokesman for Quill", "a spokesman for Mayor Ada Quill" is not she.
        if any(is_tied(line, phrase, at) for at in range(max(begin, before), end)):
            continue
        if references.is_named(printed(line, NounPhrase(first, end))):
            return NounPhrase(first, end)
    return None
