"""Statements, each held against the sentences that it is said to come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from digest.text.tokens import QUOTATION
from digest.verification.words import BETWEEN, Word, Words, words_of

BRACKETS = re.compile(r"(?<!\s)\s*\[([^\[\]]*)\]")
"""What was added to a statement."""
_LONGEST_GAP = 8
"""Words that a negation may be dropped with; with more, a clause of its own is left out."""
_NEAR = 4
"""Words beside kept ones, among which a hedge or an attribution belongs to them."""
_FEWEST_SHARED = 0.4
"""Share of an edited statement's words that stand in its source."""
_MOST_PAIRS = 1_000_000
"""Of a statement's words with its source's. The time of finding what they have in common grows with these."""


class Verdict(Enum):
    """How a statement stands to its source."""

    VERBATIM = "verbatim"
    """Its words stand there one behind the other."""
    SHORTENED = "shortened"
    """Its words stand there in this order; what is in square brackets was added."""
    EDITED = "edited"
    """It says in other words what is said there: each name, number, negation and quoted string of it is there."""
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and what speaks against the statement where it is unsupported."""

    verdict: Verdict
    problem: str | None = None
    nearest: str | None = None
    """The source sentence that has most of the statement's words."""

    @property
    def is_supported(self) -> bool:
        """Whether its sources say it."""
        return self.verdict is not Verdict.UNSUPPORTED


def judge_statement(text: str, sources: Sequence[str], *, names: Container[str] = ()) -> Judgement:
    """How a statement stands to the best of its source sentences, or to all of them together.

    Args:
        text: the statement. Of what was added in square brackets only a negation is looked at.
        sources: the sentences that it is said to come from.
        names: keys of words that are names even where they open a statement.
    """
    if not sources:
        return Judgement(Verdict.UNSUPPORTED, "has no source sentence")
    kept, added = _parted(text, sources)
    said = words_of(kept).spoken
    if not said:
        return Judgement(Verdict.UNSUPPORTED, "says nothing")
    turned = next((word for word in words_of(added) if word.is_negation() and not word.printed[0].isupper()), None)
    if turned:
        return Judgement(Verdict.UNSUPPORTED, f"adds “{turned.printed}”", sources[0])
    quoted = list(_quoted(kept))
    together = (" ".join(sources),) if len(sources) > 1 else ()
    judged = [_judge(said, source, quoted, names) for source in (*sources, *together)]
    supported = [one for one in judged if one.is_supported]
    if supported:
        return min(supported, key=lambda one: list(Verdict).index(one.verdict))
    keys = Counter(word.key for word in said)
    return max(
        judged[: len(sources)], key=lambda one: (keys & Counter(it.key for it in words_of(one.nearest or ""))).total()
    )


def _parted(text: str, sources: Sequence[str]) -> tuple[str, str]:
    """A statement without what was added in square brackets, and that; the source's own brackets are none."""
    if "[" not in text:
        return text, ""
    contents = dict.fromkeys(found[1] for found in BRACKETS.finditer(text))
    added = {content: None for content in contents if not any(f"[{content}]" in source for source in sources)}
    return BRACKETS.sub(lambda found: " " if found[1] in added else found.group(), text), " ".join(added)


def find_run(words: Words, source: Words) -> int | None:
    """At which word of a source these words stand one behind the other, quotation marks apart."""
    at = source.row.find(words.row) if words.spoken else -1
    return None if at < 0 else source.row.count(BETWEEN, 0, at + 1) - 1


def _judge(said: Words, text: str, quoted: Sequence[str], names: Container[str]) -> Judgement:
    source = words_of(text).spoken
    at = find_run(said, source)
    if at is not None:
        verdict = Verdict.VERBATIM
        problem = _cut_before(source[:at], opens=source[at].opens) or _cut_behind(source[at + len(said) :])
    elif len(said) * len(source) > _MOST_PAIRS:
        verdict, problem = Verdict.UNSUPPORTED, f"has {len(said):,} words, too many to be compared"
    else:
        matcher = SequenceMatcher(None, [word.key for word in source], [word.key for word in said], autojunk=False)
        codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
        added = [word for *_, start, end in codes for word in said[start:end]]
        verdict = Verdict.EDITED if added else Verdict.SHORTENED
        problem = _changed(said, source, added, names) or next(
            (found for code in codes if (found := _turned(code, said, source, edited=bool(added)))), None
        )
    if problem is None:
        missing = (words for words in quoted if find_run(words_of(words), source) is None)
        problem = next((f"quotes “{words}”, which is not there" for words in missing), None)
    return Judgement(Verdict.UNSUPPORTED, problem, text) if problem else Judgement(verdict, None, text)


def _changed(said: Sequence[Word], source: Sequence[Word], added: Sequence[Word], names: Container[str]) -> str | None:
    """A fact that a statement has and its source has not, or has in another place."""
    if not added:
        return None
    known = Counter(word.key for word in source)
    theirs = _facts(source)
    here = {word.key for word in theirs}
    # The word that opens a statement has its capital from there.
    facts = [
        word
        for number, word in enumerate(said)
        if _is_fact(word) and (word.is_number or number > 0 or word.key in here or word.key in names)
    ]
    ours = frozenset(facts)
    for word in added:
        if word in ours and word.key not in known:
            return f"has “{word.printed}”, which is not there"
    if _follows([word for word in said if word not in ours], [word for word in source if not _is_fact(word)]):
        rest = iter([word.key for word in theirs])
        moved = next((word for word in facts if word.key not in rest), None)
        if moved:
            return f"has “{moved.printed}”, which stands elsewhere there"
    if sum(word.key in known for word in said) < _FEWEST_SHARED * len(said):
        return "is not what its source sentence says"
    return None


def _facts(words: Sequence[Word]) -> list[Word]:
    """The words that say who or how many."""
    return [word for word in words if _is_fact(word)]


def _is_fact(word: Word) -> bool:
    return word.is_number or word.is_name


def _follows(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether words stand among others in this order."""
    rest = iter([other.key for other in others])
    return all(word.key in rest for word in words)


def _turned(
    code: tuple[str, int, int, int, int], said: Sequence[Word], source: Sequence[Word], *, edited: bool
) -> str | None:
    """A negation that is added, or one, a hedge or an attribution that is left out beside words that are kept."""
    _, first, last, start, end = code
    gap, instead = source[first:last], said[start:end]
    new = Counter(word.key for word in instead if word.is_negation())
    new.subtract(word.key for word in gap if word.is_negation())
    if any(count > 0 for count in new.values()):
        return f"adds “{max(new, key=new.__getitem__)}”"
    if last == len(source):
        return _cut_behind(gap, instead)
    if first == 0:
        return _cut_before(gap, instead, opens=source[last].opens)
    clause = [] if gap and gap[0].opens and source[last].opens else gap
    if len(clause) <= _LONGEST_GAP and (
        problem := _left_out(clause, instead, Word.is_negation if edited else Word.turns)
    ):
        return problem
    return None if edited or len(gap) > _NEAR else _left_out(gap, instead, Word.attributes)


def _cut_before(gap: Sequence[Word], instead: Sequence[Word] = (), *, opens: bool) -> str | None:
    """What is left out at the beginning of a sentence and bears on the words behind it.

    Args:
        gap: the words that are left out.
        instead: what stands in their place.
        opens: whether a comma or the like parts them from the words behind them.
    """
    if problem := _left_out(gap[-_NEAR:], instead, Word.attributes):
        return problem
    clause = 0 if opens else next((number for number, word in enumerate(reversed(gap), 1) if word.opens), len(gap))
    return _left_out(gap[max(0, len(gap) - min(clause, _LONGEST_GAP)) :] if clause else (), instead, Word.turns)


def _cut_behind(gap: Sequence[Word], instead: Sequence[Word] = ()) -> str | None:
    """An attribution or a hedge that is left out at the end of a sentence."""
    return (
        (_left_out(gap, instead, Word.attributes) or _left_out(gap, instead, Word.turns)) if len(gap) <= _NEAR else None
    )


def _left_out(gap: Sequence[Word], instead: Sequence[Word], bears: Callable[[Word], bool]) -> str | None:
    kept = {word.key for word in instead}
    lost = next((word for word in gap if bears(word) and word.key not in kept), None)
    return f"leaves out “{lost.printed}”" if lost else None


def _quoted(text: str) -> Iterator[str]:
    """The strings in quotation marks in a statement."""
    for found in QUOTATION.finditer(text):
        if words := found.group().strip('“”" '):
            yield words
