"""Speakers, the people and bodies that the words beside a quotation mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.analysis.names import Name
from digest.analysis.quotes.antecedents import Antecedents
from digest.analysis.quotes.bodies import Bodies, pronoun_for
from digest.analysis.quotes.described import Described
from digest.analysis.quotes.lines import Line
from digest.analysis.quotes.named import name_of
from digest.analysis.quotes.naming import TITLES, is_common_noun, says_who
from digest.analysis.quotes.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    NounPhrase,
    antecedent_of,
    apposition_of,
    name_in,
)
from digest.analysis.quotes.voices import cannot_speak, end_of_time, is_no_noun, may_speak, without_time
from digest.analysis.references import References
from digest.article import Article
from digest.text.genders import NOUNS
from digest.text.lexicons import lexicon
from digest.text.spans import Span, one_line
from digest.text.tokens import GENITIVE

_NOBODY = (
    PRONOUNS
    | RELATIVES
    | ADVERBS
    | PREPOSITIONS
    | CONJUNCTIONS
    | frozenset(["that", "this", "these", "those", "there", "none", "nobody"])
)
_COURTESY = lexicon("names")["courtesy"]
_MARK = re.compile(r"[“”\"‘«»„]|['’]\Z|[’']\s(?<!s[’']\s)")
"""What opens or closes a quotation; a phrase with one of these is no noun phrase."""
_BREAKS_OFF = RELATIVES | FINITE | frozenset([",", ";", ":", "–", "—", "-", "(", ")"])
"""What no role in front of a name holds."""
_OF_ONE = frozenset(["a", "an", "another", "one"])
_SELDOM_NAMED = frozenset(["boy", "captain", "caller", "driver", "girl", "man", "officer", "pilot", "witness", "woman"])
"""What, behind "the", is hardly another word for somebody whom the story names."""
_LONGEST = 15
"""Words of a noun phrase that says who speaks."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks."""

    span: Span
    """The words that say who."""
    name: str | None
    """The full name where the story gives one, else the words as printed; None where it cannot be told who."""
    role: str | None = None
    """As printed beside the name, where that is first told."""


class Speakers:
    """Whom the words beside the quotations of a story mean."""

    def __init__(self, article: Article, references: References, quoted: Sequence[Span]) -> None:
        self._text = article.text
        self._references = references
        self._antecedents = Antecedents(article, references, quoted)
        self._bodies = Bodies()
        self._described = Described(article.text, references, self._antecedents)
        self._by_place = {mention.start: person for person in references.people for mention in person.mentions}
        self.names = {person.name for person in references.people}
        """In full, of those whom the story names."""
        self._full: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._known: dict[Span, Speaker] = {}

    def of(self, line: Line, phrase: NounPhrase, *, speaks: bool = False) -> Speaker:
        """The speaker that a noun phrase means.

        Args:
            line: where it stands.
            phrase: its words.
            speaks: whether it is the subject of a verb of saying beside a quotation.
        """
        phrase = without_time(line, phrase)
        span = line.span(phrase.first, phrase.end)
        known = self._known.get(span)
        if known is None:
            known = self._known[span] = self._find(line, phrase, span, speaks=speaks)
            if known.name and line.lower[phrase.first] not in PRONOUNS:
                named = known.name in self.names
                self._bodies.add(
                    known.name, None if named else pronoun_for(line, phrase), self._references.sentence_at(span.start)
                )
        return known

    def _find(self, line: Line, phrase: NounPhrase, span: Span, *, speaks: bool) -> Speaker:
        first, end = phrase
        alone = end - first == 1
        if alone and (told := self._pronoun(line, first, span, speaks=speaks)):
            return told
        if line.lower[first] == "who":
            return self._pronoun(line, first, line.span(first, first + 1), speaks=speaks) or Speaker(span, None)
        if is_no_noun(line, phrase):
            return Speaker(span, None)
        if since := end_of_time(line.lower[first:end]):
            # "Hours after Ada Quill said": she speaks, but no body and no thing that only the time is told by.
            rest = NounPhrase(first + since, end)
            named = first + since < end and self._references.is_named(one_line(line.span(*rest).of(self._text)))
            return self._named(line, rest, rest, speaks=speaks) if named else Speaker(span, None)
        if both := self._two(line, phrase, span):
            return both
        name = name_of(line, phrase, self._references, self._is_known)
        if name and is_common_noun(line, name, phrase):
            whole = self._nameless(line, phrase, span, speaks=speaks)
            return whole if whole.name else self._named(line, phrase, name, speaks=speaks)
        if alone and name in (None, phrase) and not self._is_known(line.words[first]) and not may_speak(line, first):
            return Speaker(span, None)
        if name is None or (name.first > first and line.lower[name.first - 1] in DETERMINERS):
            return self._nameless(line, phrase, span, speaks=speaks)
        return self._named(line, phrase, name, speaks=speaks)

    def _two(self, line: Line, phrase: NounPhrase, span: Span) -> Speaker | None:
        """Two who have a name and speak together."""
        joint = next((at for at in range(phrase.first + 1, phrase.end - 1) if line.lower[at] == "and"), None)
        if joint is None:
            return None
        names = []
        for part in (NounPhrase(phrase.first, joint), NounPhrase(joint + 1, phrase.end)):
            name = name_in(line, part)
            person = self._references.is_named(one_line(line.span(*name).of(self._text))) if name else None
            if name is None or person is None or name.end != part.end:
                return None
            names.append(person.name)
        return Speaker(span, " and ".join(names)) if names[0] != names[1] else None

    def _pronoun(self, line: Line, at: int, span: Span, *, speaks: bool) -> Speaker | None:
        """Whom a pronoun means, nobody as a rule; None for a word that is no pronoun."""
        small = line.lower[at]
        bare = small.replace("’", "'").partition("'")[0]
        if bare in ("he", "she"):
            meant = self._antecedents.of(bare, span.start)
            if meant and speaks:
                self._antecedents.add_speaker(span, meant)
            return Speaker(span, meant.name, self._role_of(meant)) if meant else Speaker(span, None)
        if small in RELATIVES:
            antecedent = antecedent_of(line, at)
            if antecedent is None or line.lower[antecedent.first] in RELATIVES:
                return Speaker(span, None)
            antecedent = self._made_by(line, antecedent) or antecedent
            meant_by = self._find(line, antecedent, line.span(*antecedent), speaks=speaks)
            return Speaker(span, meant_by.name, meant_by.role)
        if bare in ("it", "they"):
            return Speaker(span, self._bodies.of(bare, line, at))
        if bare in _NOBODY or (bare in AUXILIARIES and not self._is_known(line.words[at])):
            return Speaker(span, None)
        return None

    def _made_by(self, line: Line, phrase: NounPhrase) -> NounPhrase | None:
        """Who ends a phrase for what he or she made: "comments by Mayor Ada Quill", whom "who" goes on."""
        if not line.words[phrase.end - 1][0].isupper():
            return None
        for at in range(phrase.end - 2, phrase.first, -1):
            if line.lower[at] == "by":
                return NounPhrase(at + 1, phrase.end)
            if line.lower[at] == "from":
                behind = NounPhrase(at + 1, phrase.end)
                name = name_in(line, behind)
                return behind if name and self._references.is_named(one_line(line.span(*name).of(self._text))) else None
        return None

    def _nameless(self, line: Line, phrase: NounPhrase, span: Span, *, speaks: bool) -> Speaker:
        """Whom a phrase without a name means: the one person whom it describes, or somebody as printed."""
        if described := self._described.of(line, phrase, span):
            return Speaker(span, described.name, self._role_of(described))
        printed = one_line(span.of(self._text))
        if (
            phrase.end - phrase.first > _LONGEST
            or _MARK.search(printed)
            or ")" in printed.partition("(")[0]
            or cannot_speak(line, phrase)
        ):
            return Speaker(span, None)
        noun = next((word for word in line.lower[phrase.first : phrase.end] if word in NOUNS), None)
        determiner = line.lower[phrase.first]
        if speaks and noun and (determiner in _OF_ONE or (determiner == "the" and noun in _SELDOM_NAMED)):
            self._antecedents.add_unnamed(span, printed, NOUNS[noun])
        return Speaker(span, printed)

    def _is_known(self, word: str) -> bool:
        """Whether a word is the name of somebody whom the story names, or the family name of one."""
        return word in self.names or word in self._full or self._references.is_named(word) is not None

    def _named(self, line: Line, phrase: NounPhrase, name: NounPhrase, *, speaks: bool) -> Speaker:
        """The speaker whom a name means, be it the family name of a name in full before it."""
        title = name.first
        while name.end - name.first > 1 and line.words[name.first].rstrip(".") in TITLES:
            name = name._replace(first=name.first + 1)
        span = line.span(*name)
        printed = one_line(span.of(self._text)).removesuffix("’s").removesuffix("'s")
        person = self._references.is_named(
            one_line(line.span(title, name.end).of(self._text)).removesuffix("’s").removesuffix("'s")
        )
        if person is None and (" " not in printed or "-" in printed):  # "Park Jin-Seo", elsewhere "Park Jin-seo"
            person = self._by_place.get(span.start)
        if person is None:
            if " " in printed:
                self._full.setdefault(printed.rsplit(" ", 1)[-1], printed)
            person = Name(name=self._full.get(printed, printed), mentions=(span,))
        if name.end - name.first == 1 and self._described.may_be_of_family(line.words[name.first - 1], person):
            return Speaker(span, None)
        before = line.words[phrase.first : name.first]
        if before[-1:] == [","]:
            before = before[:-1]  # "the ferry’s CEO, Ada Quill"
        if person.name not in self._roles and ")" not in before:
            if any(word.rstrip(".") not in _COURTESY for word in before):
                role = None if _BREAKS_OFF.intersection(before) else _role_in_front(line, phrase.first, name.first)
            else:
                role = apposition_of(line, name.end)
            if role is not None and says_who(line.words[role.first : role.end]):
                self._roles[person.name] = one_line(line.span(*role).of(self._text)).rstrip(",")
        if speaks and (" " in person.name or self._references.is_surname(person.name)):
            self._antecedents.add_speaker(span, person)
        return Speaker(span, person.name, self._role_of(person))

    def _role_of(self, person: Name) -> str | None:
        return person.role or self._roles.get(person.name)


def _role_in_front(line: Line, first: int, end: int) -> NounPhrase | None:
    """The words of a role; None where they only say whose somebody is: "the agency’s Dr"."""
    last = end - 1
    while last > first and line.words[last].rstrip(".") in _COURTESY:
        last -= 1
    return None if line.words[last].endswith(GENITIVE) else NounPhrase(first, end)
