"""Features of a story's sentences: what can be seen in them that makes a key point likely."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from digest.article import Article
from digest.text.lexicons import lexicon
from digest.text.tokens import QUOTATION, content_words, find_words

_REPORTING = frozenset().union(*lexicon("reporting_verbs").values())
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")
_NAME = re.compile(r"(?<=[\w,;:’'\"”] )[A-Z][\w’'-]+")
_FULL_LENGTH = 40
"""Words at which a sentence counts as long as sentences get."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFeatures:
    """What is seen in one sentence; shares and indicators run from 0 to 1."""

    words: tuple[str, ...]
    """Content words, for comparing sentences."""
    length: int
    """Words as printed."""
    values: tuple[float, ...]
    """One figure for each of `FEATURES`."""


FEATURES = (
    "first",
    "position",
    "early",
    "paragraph_opening",
    "headline",
    "lead",
    "centrality",
    "length",
    "short",
    "long",
    "figures",
    "names",
    "quotation",
    "reporting",
    "first_person",
    "question",
)


def find_features(article: Article) -> tuple[SentenceFeatures, ...]:
    """The features of each of the story's sentences, in its order; linear in the story's length."""
    contents = [content_words(sentence.words) for sentence in article.sentences]
    story = Counter(word for words in contents for word in set(words))
    heaviest = math.sqrt(sum(count * count for count in story.values())) or 1.0
    headline = frozenset(content_words(find_words(article.headline or "")))
    lead = frozenset(contents[0]) if contents else frozenset()
    opened: set[int] = set()
    found = []
    for number, (sentence, words) in enumerate(zip(article.sentences, contents, strict=True)):
        text, every = sentence.text, sentence.words
        length, distinct = len(every), set(words)
        outside = QUOTATION.sub(" ", text)
        found.append(
            SentenceFeatures(
                words=tuple(words),
                length=length,
                values=(
                    1.0 if number == 0 else 0.0,
                    1 / (1 + number),
                    1 - math.log1p(number) / math.log1p(max(len(contents), 30)),
                    0.0 if sentence.paragraph in opened else 1.0,
                    len(distinct & headline) / len(headline) if headline else 0.0,
                    len(distinct & lead) / math.sqrt(len(distinct) * len(lead))
                    if number and distinct and lead
                    else 0.0,
                    sum(story[word] for word in distinct) / (math.sqrt(len(distinct)) * heaviest) if distinct else 0.0,
                    min(length, _FULL_LENGTH) / _FULL_LENGTH,
                    1.0 if length < 9 else 0.0,
                    1.0 if length > 42 else 0.0,
                    1.0 if any(word[0].isdigit() for word in every) else 0.0,
                    min(len(_NAME.findall(text)), 8) / 8,
                    1 - len(outside.strip()) / len(text) if text else 0.0,
                    0.0 if _REPORTING.isdisjoint(every) else 1.0,
                    1.0 if _FIRST_PERSON.search(outside) else 0.0,
                    1.0 if text.rstrip("”\"’' ").endswith("?") else 0.0,
                ),
            )
        )
        opened.add(sentence.paragraph)
    return tuple(found)
