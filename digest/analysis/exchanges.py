"""Exchanges, the questions of a transcript that got an answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from digest.analysis.key_points import KeyPoint
from digest.analysis.key_points.model import trained_model
from digest.analysis.key_points.points import shortened, stands
from digest.analysis.key_points.ranking import describe_story, rank_sentences
from digest.analysis.key_points.shortening import without_connective
from digest.analysis.references import References
from digest.article import Article, Sentence, as_one
from digest.article.transcript import is_broken, without_inner_asides
from digest.text.lexicons import lexicon
from digest.text.spans import Span
from digest.text.talk import ends_polar, is_courtesy, is_non_answer, is_polar, leans_back, without_filler

MOST = 5
_LONGEST_QUESTION = 45
_LONGEST_ANSWER = 70
_FEWEST_ASKING, _FEWEST_ANSWERING = 4, 2
"""Words."""
_MOST_BEFORE = 3
"""Sentences of the asker that may stand before a question which cannot do without them."""
_SHORT_ANSWER, _ENOUGH = 6, 10
"""Words of an answer which what comes next explains, and of both together."""
_FULL_ANSWER = 25
"""Words at which half of an answer's worth counts, as of the key points' opening."""
_DIRECT = 2.0
"""How much more what comes first in an answer is worth."""
_TOLD = 0.5
"""How much less what is a key point already is worth."""
_LEADS = lexicon("speakers")["hosts"]
_NUMBERS = {word.partition("=")[0] for word in lexicon("figures")["numbers"] | lexicon("figures")["scales"]}
_JOINS = re.compile(
    r"(?:And|But|So|Or|Also|Then|Because|Which|What about|How about|How so|Why not)\b(?!\s{0,4},?\s{0,4}(?:on\s[a-z]|about\s[a-z]|as\sfor|regarding|why|how|what|when|where|who|will|is|are|do|does|did|can|would|have|has)\b)",
    re.IGNORECASE,
)
# Before the word that asks somebody may be addressed: "Captain Ohm, what happened then?"
_WHO = re.compile(
    r"(?:[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}, )?(?i:why(?= \w)|who|whom|what|which|how (?:many|much))\b"
)
_ASKS = re.compile(
    r"\b(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must)(?:n['’]t)?\b|['’](?:s|re|ll|d|ve)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question, and what was answered."""

    question: KeyPoint
    """What was asked, in the asker's words; its evidence reaches over all sentences that it takes."""
    answer: KeyPoint
    """What says most of the answer, in the speaker's words; its evidence reaches over all sentences that it takes."""
    asker: str | None = None
    """The name as printed; None where the page only says that somebody asks."""
    answerer: str | None = None
    """The full name where the page gives it; None where it says only that somebody answers."""
    role: str | None = None
    """The answerer's."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A question and its answer, by the numbers of their sentences."""

    asked: tuple[int, ...]
    said: tuple[int, ...]
    worth: float
    refuses: bool


def find_exchanges(
    article: Article,
    references: References,
    *,
    told: Collection[Sentence],
    published: date | None,
) -> tuple[Exchange, ...]:
    """Up to five questions and answers that matter most, in reading order; none but of a transcript.

    A question that cannot be understood by itself is left out, and so is one that only thanks answer. Of
    refusals to answer there is one at most.

    Args:
        article: the article.
        references: whom its pronouns mean.
        told: the sentences that are key points.
        published: the day that it was published.
    """
    if not article.speakers or article.language not in ("en", "und"):
        return ()
    sentences = article.sentences
    pairs = [
        (asked, answered)
        for questions, answers in _pairs(sentences)
        if (asked := _question(sentences, questions)) and (answered := _telling(sentences, answers))
    ]
    numbers = sorted({number for _, answered in pairs for number in answered})
    model = trained_model()
    worths = rank_sentences(describe_story(article, model, numbers), model)
    found = [
        exchange
        for asked, answered in pairs
        if (exchange := _weigh(article, references, asked, answered, worths=worths, told=told))
    ]
    chosen: list[_Found] = []
    for one in sorted(found, key=lambda it: (it.refuses, -it.worth, it.said)):
        if len(chosen) < MOST and not (one.refuses and any(other.refuses for other in chosen)):
            chosen.append(one)
    return tuple(
        _compose(article, references, one, published=published) for one in sorted(chosen, key=lambda it: it.said)
    )


def _pairs(sentences: Sequence[Sentence]) -> Iterator[tuple[list[int], list[int]]]:
    """The numbers of the sentences of each turn that asks, and of all that is answered until somebody asks again.

    Whoever leads through the talk may speak between the two.
    """
    questions: list[int] = []
    answers: list[int] = []
    turn: Span | None = None
    for number, sentence in enumerate(sentences):
        if sentence.speaker is None:
            continue
        if not sentence.asks:
            answers.append(number)
            continue
        if answers:
            if questions:
                yield questions, answers
            questions, answers, turn = [], [], None
        if sentence.label != turn:
            turn = sentence.label
            if not any(sentences[asked].text.endswith("?") for asked in questions) or _asks_again(sentences, number):
                questions = []
        if not questions or sentences[questions[-1]].label == turn:
            questions.append(number)
    if questions and answers:
        yield questions, answers


def _asks_again(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether the turn that begins with a sentence asks, and is no moderator's."""
    speaker = sentences[number].speaker or ""
    if speaker.partition(" ")[0].casefold() in _LEADS:
        return False
    label = sentences[number].label
    while number < len(sentences) and sentences[number].label == label:
        if sentences[number].text.endswith("?"):
            return True
        number += 1
    return False


def _question(sentences: Sequence[Sentence], turn: Sequence[int]) -> tuple[int, ...] | None:
    """The sentences that ask, as few of the turn's as can be understood; None where none can."""
    whole: list[tuple[int, ...]] = []
    for at, number in enumerate(turn):
        if not _closes_question(sentences[number].text) or is_broken(sentences[number].text):
            continue
        alone = sentences[number].text
        if len(sentences[number].words) >= _FEWEST_ASKING and _asks_by_itself(alone):
            whole.append((number,))
            continue
        # What it leans on may stand anywhere before it.
        asked = tuple(it for it in turn[max(0, at - _MOST_BEFORE) : at + 1] if not is_courtesy(sentences[it].text))
        opening = without_filler(sentences[asked[0]].text) if asked else ""
        words = sum(len(sentences[it].words) for it in asked)
        follow = all(later == earlier + 1 for earlier, later in pairwise(asked))
        asks = (_ASKS.search(alone) or _WHO.match(alone)) is not None
        if asks and len(asked) > 1 and follow and words <= _LONGEST_QUESTION and _begins_by_itself(opening):
            whole.append(asked)
    return min(whole, key=lambda asked: (len(asked), sum(len(sentences[it].words) for it in asked)), default=None)


def _asks_by_itself(text: str) -> bool:
    return _begins_by_itself(text) and (_ASKS.search(text) or _WHO.match(text)) is not None


def _begins_by_itself(text: str) -> bool:
    return (
        not text[:1].islower()
        and not is_courtesy(text)
        and not _JOINS.match(text)
        and not leans_back(without_filler(text))
    )


def _closes_question(text: str) -> bool:
    return text.rstrip("\"'”’»)] ").endswith("?")


def _telling(sentences: Sequence[Sentence], answers: Sequence[int]) -> list[int]:
    """Those of an answer's sentences that say something."""
    return [
        number
        for number in answers
        if not is_courtesy(sentences[number].text)
        and not _closes_question(sentences[number].text)
        and (
            len(sentences[number].words) >= _FEWEST_ANSWERING
            or is_polar(sentences[number].text)
            or _is_number(sentences[number].text)
        )
    ]


def _is_number(sentence: str) -> bool:
    """Whether a sentence is a number and no more: "Fifty-three."."""
    words = re.findall(r"[^\W\d_]+", sentence.casefold())
    return all(word in _NUMBERS for word in words) and any(map(str.isalnum, sentence))


def _weigh(
    article: Article,
    references: References,
    asked: tuple[int, ...],
    answered: Sequence[int],
    *,
    worths: Mapping[int, float],
    told: Collection[Sentence],
) -> _Found | None:
    """What of an answer is shown behind a question, and its worth; None where nothing of it can stand there."""
    sentences = article.sentences

    def value(number: int) -> float:
        length = len(sentences[number].words)
        worth = max(worths.get(number, 0.0), 0.0) * length / (length + _FULL_ANSWER)
        return worth * (_TOLD if sentences[number] in told else 1.0) * (_DIRECT if number == answered[0] else 1.0)

    direct = None if is_broken(sentences[answered[0]].text) else answered[0]
    if direct is not None and (len(sentences[direct].words) <= _SHORT_ANSWER or ends_polar(sentences[direct].text)):
        said = _with_reason(sentences, direct)
    else:
        # What comes first may speak of what was asked; what comes later must stand by itself.
        standing = [
            number
            for number in answered
            if len(sentences[number].words) <= _LONGEST_ANSWER
            and not is_broken(sentences[number].text)
            and (number == direct or stands(article, number, references))
        ]
        if not standing:
            return None
        said = (max(standing, key=lambda number: (value(number), -number)),)
    refuses = any(is_non_answer(sentences[number].text) for number in said)
    return _Found(asked, said, max(map(value, said)), refuses)


def _compose(article: Article, references: References, found: _Found, *, published: date | None) -> Exchange:
    """The exchange in its words."""
    sentences = article.sentences
    asker, speaker = (article.speaker_of(sentences[numbers[0]]) for numbers in (found.asked, found.said))
    question = " ".join(without_inner_asides(sentences[number].text) for number in found.asked)
    answer = " ".join(_said(article, number, references, published=published) for number in found.said)
    return Exchange(
        question=KeyPoint(
            text=without_connective(without_filler(question)),
            evidence=as_one(article.text, [sentences[number] for number in found.asked]),
        ),
        answer=KeyPoint(text=answer, evidence=as_one(article.text, [sentences[number] for number in found.said])),
        asker=None if asker is None or asker.unnamed else asker.shown,
        answerer=None if speaker is None or speaker.unnamed else speaker.shown,
        role=speaker.role if speaker else None,
    )


def _said(article: Article, number: int, references: References, *, published: date | None) -> str:
    """What a sentence of an answer says: shortened where it stands by itself, as printed where it leans on the question."""
    if stands(article, number, references):
        return shortened(article, number, references, published=published)
    return without_filler(without_inner_asides(article.sentences[number].text))


def _with_reason(sentences: Sequence[Sentence], number: int) -> tuple[int, ...]:
    """A short answer with what the same speaker says next."""
    label = sentences[number].label
    said = [number]
    while (
        len(said) <= _MOST_BEFORE
        and said[-1] + 1 < len(sentences)
        and sentences[said[-1] + 1].label == label
        and not _closes_question(sentences[said[-1] + 1].text)
        and not is_courtesy(sentences[said[-1] + 1].text)
        and not is_broken(sentences[said[-1] + 1].text)
        and sum(len(sentences[it].words) for it in (*said, said[-1] + 1)) <= _LONGEST_ANSWER
        and sum(len(sentences[it].words) for it in said) < _ENOUGH
    ):
        said.append(said[-1] + 1)
    return tuple(said)
