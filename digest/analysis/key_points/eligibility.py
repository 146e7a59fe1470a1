"""Eligibility: which of a story's sentences can be a key point by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from digest.analysis.key_points.items import listed_figures
from digest.article import Sentence
from digest.article.asides import FIRST_PERSON, caption_paragraphs, signed_paragraphs, stated_paragraphs
from digest.article.transcript import is_broken
from digest.text.talk import ends_polar, is_courtesy, is_non_answer
from digest.text.tokens import find_words, without_quotations

_FEWEST_WORDS = 5
_LONGEST = 3_000
"""Characters."""
_FEWEST_OUTSIDE = 2
"""Words outside the quotation marks: who speaks, and that they do."""
_CLOSING = "\"'”’»)]"
_STOPS = (".", "!", "…", "。", "！")
_LABEL = re.compile(r"(?:\A|[.)\s])[A-Z][\w'’-]*(?: [\w'’-]+){0,3}: (?=\S)")
_WRITER = frozenset(["I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll", "My", "my", "Me", "me", "myself"])
# What has no subject, as short messages and captions have none: "Will be in space for a billion years."
_NO_SUBJECT = re.compile(
    r"(?:Will|Would|Can|Could|May|Might|Must|Should|Is|Are|Was|Were|Has|Have|Had|Does|Did|Been|Being)(?:n['’]t)? [a-z]"
)
_MARKUP = re.compile(r"</?[a-z]+[\s/>]")
_MARK = re.compile(r"[“”\"]")
_OPENING = ("“", '"')
_OPENS_SINGLE = re.compile(r"['‘][A-Z](?!.*[.,!?…\w]['’](?!\w))", re.DOTALL)
"""A sentence inside a quotation in single marks, which another sentence closes: 'The gate will open."""
_LONGEST_QUOTATION = 6
"""Sentences without a mark after which an open mark is taken for a stray one."""


def eligible_sentences(sentences: Sequence[Sentence]) -> list[int]:
    """The numbers of the sentences that say something by themselves; where none does, of all that are there.

    Captions, questions, greetings, refusals to answer, tables of facts and pieces without an end or a subject are no
    points; nor is what somebody says where the sentence does not tell who, be it in quotation marks or as "I". Where
    people speak in turns, what is told around their words is none either, but for a statement that
    is read out above the first of them.
    """
    statements = [number for number, sentence in enumerate(sentences) if not sentence.asks]
    read_out = _read_out(sentences)
    statements = (
        [number for number in statements if sentences[number].speaker or number in read_out]
        or statements
        or list(range(len(sentences)))
    )
    told = frozenset(_told(sentences))
    listed = listed_figures(sentences)
    whole = [number for number in statements if _is_whole(sentences[number], number in listed)]
    return [number for number in whole if number in told] or whole or statements


def _read_out(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences of a statement that is read out above the first turn of a talk, and that tell in the third person.

    It is one where "we" stands in it, too; what introduces the speakers has none.
    """
    above = list(takewhile(lambda number: sentences[number].speaker is None, range(len(sentences))))
    if len(above) == len(sentences):
        return frozenset()  # nobody speaks in turns
    told = {number: find_words(without_quotations(sentences[number].text)) for number in above}
    own = [number for number in above if not FIRST_PERSON.isdisjoint(told[number])]
    telling = frozenset(number for number in above if not is_courtesy(sentences[number].text))
    return telling.difference(own) if own else frozenset()


def _is_whole(sentence: Sentence, listed: bool) -> bool:
    """Whether a sentence is one, with an end and a subject, or an item of a list of figures."""
    return (
        len(sentence.words) >= _FEWEST_WORDS
        and len(sentence.text) <= _LONGEST
        and (listed or _has_stop(sentence.text))
        and not ("<" in sentence.text and _MARKUP.search(sentence.text))
        and not _NO_SUBJECT.match(sentence.text)
        and not (sentence.speaker and _says_nothing(sentence.text))
        and (":" not in sentence.text or len(_LABEL.findall(sentence.text)) < 2)
    )


def _says_nothing(spoken: str) -> bool:
    return is_courtesy(spoken) or is_non_answer(spoken) or is_broken(spoken) or ends_polar(spoken)


def _has_stop(text: str) -> bool:
    """Whether a text ends as a statement does; a heading glued to the story often has a space before its stop."""
    bare = text.rstrip(_CLOSING)
    return bare.endswith(_STOPS) and not bare[:-1].endswith(" ")


def _told(sentences: Sequence[Sentence]) -> Iterator[int]:
    """The sentences that the story itself tells: not inside a quotation, nor nothing but one, their marks paired.

    Neither captions nor statements that a line with a colon announces are told. A mark that stays open for long is a
    stray one, and so is one before a sentence whose own marks pair.
    """
    inside, silent, paragraph = False, 0, 0
    asides = caption_paragraphs(sentences) | stated_paragraphs(sentences) | signed_paragraphs(sentences)
    for number, sentence in enumerate(sentences):
        text = sentence.text
        if sentence.paragraph in asides:
            continue
        if sentence.paragraph != paragraph:
            inside, silent, paragraph = False, 0, sentence.paragraph
        if '"' not in text and "“" not in text and "”" not in text:
            if _OPENS_SINGLE.match(text):
                continue
            silent += 1
            if inside and silent <= _LONGEST_QUOTATION:
                continue
            inside = False
            if sentence.speaker or _WRITER.isdisjoint(sentence.words):
                yield number
            continue
        silent = 0
        marks = _MARK.findall(text)
        paired = marks.count("“") == marks.count("”") and marks.count('"') % 2 == 0
        if inside and text.startswith(_OPENING):
            inside = False
        if inside and not paired:
            inside = False
            continue
        inside = not paired
        outside = find_words(without_quotations(text)) if paired else ()
        if len(outside) >= _FEWEST_OUTSIDE and (sentence.speaker or _WRITER.isdisjoint(outside)):
            yield number
