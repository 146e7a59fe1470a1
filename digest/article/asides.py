"""Asides, the paragraphs of a story that are not told by it: what stands under a picture, and what somebody states."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from digest.article.bylines import is_job
from digest.article.furniture import names_the_image
from digest.article.introductions import POSTS
from digest.article.opening import leads_to_statement
from digest.article.story import Sentence
from digest.text.patterns import seldom
from digest.text.reporting import REPORTING_VERBS

_LONGEST_CAPTION = 3
"""Sentences, the credit among them."""
_GALLERY = "Photos: "
FIRST_PERSON = frozenset(["I", "We", "we", "My", "my", "Our", "our", "us"])
"""Words of who speaks of themselves."""
_SIGNATURE = seldom(
    r"[–—-]?\s?[A-Z\u00c0-\u00de][\w'’.-]*(?: [A-Z\u00c0-\u00de][\w'’.-]*){1,3}, (?P<post>[A-Z][^.!?;:]{2,80})[^\W_]"
)
_MOST_BETWEEN = 3
"""Paragraphs of a statement in a row that leave the first person."""
_MARKS = ("“", '"', "”", "‘")


def _reports(sentence: Sentence) -> bool:
    """Whether a sentence is the reporter's who tells what somebody says."""
    return not REPORTING_VERBS.isdisjoint(sentence.words) or "according" in sentence.words


def caption_paragraphs(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the paragraphs that stand under pictures.

    They end in whose it is ("The quay at noon. Image: Ada Quill."), or open with a gallery's name ("Photos: The quay The gate
    at noon. Hide Caption 2 of 8").
    """
    gallery = {sentence.paragraph for sentence in sentences if sentence.text.startswith(_GALLERY)}
    credited = {
        sentence.paragraph for sentence in sentences if ": " in sentence.text and names_the_image(sentence.text)
    }
    if not credited:
        return frozenset(gallery)
    lengths = dict.fromkeys(credited, 0)
    for sentence in sentences:
        if sentence.paragraph in lengths:
            lengths[sentence.paragraph] += 1
    return frozenset(gallery).union(paragraph for paragraph, length in lengths.items() if length <= _LONGEST_CAPTION)


def signed_paragraphs(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the paragraphs that are the words of whose name and post stand below, and of these lines.

    So pages print them in a row: "We put this right." and below it "Ada Quill, Commissioner for Consumers".
    """
    if all(sentence.text[-1] in '.!?”"' for sentence in sentences):
        return frozenset()
    found: set[int] = set()
    for sentence in sentences:
        signature = _SIGNATURE.fullmatch(sentence.text) if sentence.speaker is None else None
        if signature and not is_job(sentence.text) and not POSTS.isdisjoint(signature["post"].casefold().split()):
            found.update((sentence.paragraph - 1, sentence.paragraph))
    return frozenset(found)


def stated_paragraphs(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the paragraphs that are the words of whom the one before has say something: "The mayor said:".

    It is the paragraph behind such a line, where no marks tell what is said, and those behind it that go on in the
    first person, with up to three between that do not, as long as nobody is said to say anything there.
    """
    if ":" not in {sentence.text[-1] for sentence in sentences}:
        return frozenset()
    found: set[int] = set()
    announced = goes_on = False
    between: list[int] = []
    for paragraph, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        spoken = list(group)
        plain = not any(mark in sentence.text for sentence in spoken for mark in _MARKS)
        own = any(not FIRST_PERSON.isdisjoint(sentence.words) for sentence in spoken)
        goes_on = plain and spoken[0].speaker is None and (announced or goes_on)
        if goes_on and (announced or own):
            found.update(between, [paragraph])
            between = []
        elif goes_on and len(between) < _MOST_BETWEEN and not any(map(_reports, spoken)):
            between.append(paragraph)
        else:
            goes_on, between = False, []
        announced = leads_to_statement(spoken[-1].text)
    return frozenset(found)
