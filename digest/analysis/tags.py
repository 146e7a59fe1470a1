"""Tags, the names and phrases that a story is about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from digest.analysis.names import Name, Names
from digest.analysis.names.gazetteer import ALIASES, SMALL_WORDS
from digest.analysis.names.trimming import NETWORKS
from digest.article import Article, words_in
from digest.text.lexicons import lexicon, phrases
from digest.text.rarity import rarities
from digest.text.tokens import GENITIVE_S, content_words, find_words

_MOST, _MOST_PHRASES, _MOST_OF_A_KIND = 8, 4, 15
_LISTS = lexicon("tags")
_NO_PHRASES = frozenset(phrases("tags")["no_phrases"])
_OPENING = 3
"""The sentences in which a story says what it is about."""
_LONGEST_STORY = 400
"""Sentences that are looked at: more of them tell no more of what a story is about."""
_LONGEST_NAME, _LONGEST_TAG = 5, 60
"""Words of a name, and characters of any tag."""
_OFTEN = 3
"""Mentions that make a name a tag wherever they stand."""
_RARE, _RARE_TOGETHER, _RARE_IN_HEADLINE, _COMMON = 3.6, 6.5, 4.5, 1.0
"""Rarity: of a word that is a tag by itself, of the words of a phrase together, the same where the headline has it,
and of a word that is no part of a phrase."""
_SHORTEST_STEM = 7
"""Letters in which two words of one meaning begin."""
_LONGEST_ENDING = 3
_STEM_OF_PLACE = 4
_STATE_BODIES = lexicon("name_parts")["state_bodies"]
_COMPANY_ENDINGS = lexicon("name_parts")["company_endings"] - {"Company", "Corporation", "Group", "Holdings"}
_TITLES = lexicon("names")["person_titles"]
_NO_PART_OF_NAMES = lexicon("function_words")["en"] - {"and", "de", "for", "la", "le", "of", "on", "the"}
_NO_NOUN = ("ing", "al", "ic", "ous", "ive", "ful", "ed", "able", "ible", "ary")
_LONGEST_PHRASE = 3


class _Tag(NamedTuple):
    worth: float
    first: int
    """Where the story has it first."""
    text: str
    words: frozenset[str]
    """As they are compared with those of other tags."""


def find_tags(article: Article, names: Names) -> tuple[str, ...]:
    """Up to eight names and phrases that an English story is about, the most salient first.

    A name is a tag where the headline has it, where the story opens with it and comes back to it, or where it
    comes back often; a phrase where the story says it again and again. Of two that mean the same, or where one
    is a part of the other, one is taken. Names have the form that `data/aliases.txt` gives them.
    """
    if article.language not in ("en", "und"):
        return ()
    if not article.sentences:
        return ()
    headline = find_words(article.headline) if article.headline else article.sentences[0].words
    printed = words_in(article.sentences[:_LONGEST_STORY])
    counts = Counter(printed)
    found = [*_names(article, names, frozenset(headline), counts), *_phrases(article, printed, counts, headline)]
    texts = {tag.text for tag in found}
    chosen: list[_Tag] = []
    for tag in sorted(found, key=lambda tag: (-tag.worth, tag.first, tag.text)):
        if _is_joined(tag.text, texts):
            continue
        if not any(_mean_the_same(tag, other) for other in chosen):
            chosen.append(tag)
    return tuple(tag.text for tag in chosen[:_MOST])


def _mean_the_same(tag: _Tag, other: _Tag) -> bool:
    """Whether one of two is a part of the other, another form of its word, or a phrase of the same noun.

    Such are "Selwyn" and "Selwyn Lines", "Buddhism" and "Buddhists", "illegal content" and "harmful content".
    """
    if tag.words <= other.words or other.words <= tag.words:
        return True
    one, two = tag.text, other.text
    if " " in one and " " in two:
        return one.islower() and two.islower() and one.rpartition(" ")[2] == two.rpartition(" ")[2]
    stem = max(_SHORTEST_STEM, len(one) - _LONGEST_ENDING, len(two) - _LONGEST_ENDING)
    return " " not in one + two and len(one) >= stem and one[:stem] == two[:stem]


def _is_joined(text: str, others: Set[str]) -> bool:
    """Whether a tag is another with something joined to it, or the less usual number of it: "Ex-Selwyn", "NGOs"."""
    if text.partition("-")[0] in _LISTS["prefixes"]:
        return True
    people, _, body = text.partition(" ")
    if body.rpartition(" ")[2] in _STATE_BODIES and any(
        other[:_STEM_OF_PLACE] == people[:_STEM_OF_PLACE] and " " not in other for other in others
    ):
        return True  # "Norwegian government", beside "Norway"
    first, mark, last = text.rpartition("-")
    if not mark or " " in text or not text[0].isupper():
        acronym = text.removesuffix("s").isupper()
        return text.endswith("s") and text[:-1] in others if acronym else f"{text}s" in others
    if ALIASES.get(last, last) in others:
        return True
    return ALIASES.get(first, first) in others and (last.islower() or (len(last) == 1 and last.isalpha()))


def _names(article: Article, names: Names, headline: frozenset[str], counts: Mapping[str, int]) -> Iterator[_Tag]:
    opening = article.sentences[:_OPENING]
    end = opening[-1].span.end if opening else 0
    starts: dict[str, list[int]] = {}
    told = {ALIASES[word] for word in headline if word in ALIASES}
    firms = {name.name.partition(" ")[0] for name in names.organisations}
    for kind in (names.people, names.organisations, names.places, names.others):
        for name in kind[:_MOST_OF_A_KIND]:
            words = name.name.split()
            known = headline.issuperset(words) or (
                kind is names.people and words[-1] in headline and words[-1] not in firms
            )  # "Quill" of a headline may be Quill Lines
            if not known and (
                (len(name.mentions) == 1 and name.name not in ALIASES) or (kind is names.people and _only_speaks(name))
            ):
                continue
            if kind is names.others and (
                _is_ordinary(words[0].lower(), counts) if len(words) == 1 else _is_run_of_words(words)
            ):
                continue
            if _is_tag(words) and name.name != article.outlet:
                if len(words) > 1 and words[-1].rstrip(".") in _COMPANY_ENDINGS:
                    words = words[:-1]
                text = ALIASES.get(name.name, " ".join(words))
                starts.setdefault(text, []).extend([span.start for span in name.mentions])
                if known:
                    told.add(text)
    table, unknown = rarities(english=True)
    title = frozenset(find_words(article.headline or ""))
    for text, places in starts.items():
        count, first = len(places), min(places)
        opens = first < end
        if text in NETWORKS and count <= _OFTEN and text not in title:
            continue  # where somebody said it
        if count >= _OFTEN or (count > 1 and opens) or text in told:
            words = content_words(find_words(text))
            rare = max([table.get(word, unknown) for word in words], default=unknown)
            worth = math.log1p(count) * (1 + (text in told) + opens / 2) * (1 + min(rare, 5) / 5)
            yield _Tag(worth, first, text, frozenset(words or [text]))


def _is_tag(words: Sequence[str]) -> bool:
    """Whether a name can be a tag: of few words, none of them an outlet's, and not all of them words of any story."""
    if len(words) > _LONGEST_NAME or not all(map(str.isprintable, words)) or sum(map(len, words)) > _LONGEST_TAG:
        return False
    if not _LISTS["outlets"].isdisjoint(map(str.lower, words)) or words[0].startswith(("I’", "I'")):
        return False
    if words[-1] in _LISTS["demonyms"] or words[-1].removesuffix("s") in _LISTS["demonyms"] or _is_letter(words):
        return False
    return not _LISTS["no_names"].issuperset(words)


def _is_letter(words: Sequence[str]) -> bool:
    """Whether a name is a letter of an initial, or a verb that a headline begins with a capital: "C.", "Don't"."""
    return len(words) == 1 and (len(words[0].strip(".")) == 1 or words[0].lower().endswith(("n't", "n’t")))


def _is_ordinary(word: str, counts: Mapping[str, int]) -> bool:
    """Whether a word with a capital is one that is printed with a small letter too, in this story or in others."""
    return word in counts or all(part in SMALL_WORDS for part in word.split("-"))


def _is_run_of_words(words: Sequence[str]) -> bool:
    """Whether words with a capital are those of a headline or a title: "Crews Will Ring", "Senn Chief Financial"."""
    return not _TITLES.isdisjoint(words) or any(
        word.lower() in _NO_PART_OF_NAMES or word.rpartition("-")[2].islower() for word in words if not word.islower()
    )


def _only_speaks(person: Name) -> bool:
    """Whether somebody is in the story only to speak for others, or to tell of them."""
    return bool(person.role) and not _LISTS["spokespeople"].isdisjoint((person.role or "").lower().split())


def _phrases(
    article: Article, printed: Sequence[str], counts: Mapping[str, int], headline: Sequence[str]
) -> list[_Tag]:
    opening = sum([len(sentence.words) + 1 for sentence in article.sentences[:_OPENING]])
    title = frozenset(content_words(headline))
    keys, rarity = _repeated(counts, title)
    found = []
    for key, places in _runs(printed, keys).items():
        count, told = len(places), title.issuperset(key)
        opens = places[0] < opening
        if not (count >= _OFTEN + 1 or (count >= _OFTEN and (told or opens)) or (count > 1 and told and len(key) > 1)):
            continue
        forms = [tuple(printed[place : place + len(key)]) for place in places]
        words = Counter(forms).most_common(1)[0][0]
        if words[-1].endswith(GENITIVE_S):
            words = (*words[:-1], words[-1][:-2])
        if _is_phrase(words, key, told=told, rarity=math.fsum([rarity[word] for word in key])) and any(
            _stands_as_noun(printed, place) for place in places
        ):
            worth = math.log1p(count) * (0.75 + told * 0.75 + opens / 4) * (2.2 if len(key) > 1 else 1.4)
            found.append(_Tag(worth, article.sentences[0].span.start + places[0], " ".join(words), frozenset(key)))
    return sorted(found, key=lambda tag: (-tag.worth, tag.first))[:_MOST_PHRASES]


def _repeated(counts: Mapping[str, int], title: frozenset[str]) -> tuple[dict[str, str], dict[str, float]]:
    """The words that a story says again and that may be a part of a phrase, as they are compared; and their rarity."""
    keys, rarity = {}, {}
    for word, count in counts.items():
        if count > 1 and (part := _part_of_phrase(word)) and (count >= _OFTEN or part[0] in title):
            keys[word], rarity[part[0]] = part
    return keys, rarity


@lru_cache(maxsize=20_000)
def _part_of_phrase(word: str) -> tuple[str, float] | None:
    """A word as it is compared, and its rarity; None where it is no part of a phrase."""
    if word in _LISTS["no_part"] or not word.islower() or len(word) < 3 or word.endswith("ly"):
        return None
    table, unknown = rarities(english=True)
    for key in content_words([word]):
        rarity = table.get(key, unknown)
        return (key, rarity) if rarity >= _COMMON and key.replace("-", "").isalpha() else None
    return None


def _runs(printed: Sequence[str], keys: Mapping[str, str]) -> dict[tuple[str, ...], list[int]]:
    """Every run of up to three such words, with the places where it stands."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number in compress(range(len(printed)), map(keys.__contains__, printed)):
        run: tuple[str, ...] = ()
        for word in printed[number : number + _LONGEST_PHRASE]:
            if word not in keys:
                break
            run = (*run, keys[word])
            places.setdefault(run, []).append(number)
    return places


def _is_phrase(words: Sequence[str], key: Sequence[str], *, told: bool, rarity: float) -> bool:
    if len(words) == 1:
        return told and rarity >= _RARE and not words[0].endswith(_NO_NOUN) and words[0] not in _LISTS["no_topics"]
    rare = _RARE_IN_HEADLINE if told else _RARE_TOGETHER
    return rarity >= rare and not words[-1].endswith("ed") and " ".join(key) not in _NO_PHRASES


def _stands_as_noun(printed: Sequence[str], place: int) -> bool:
    """Whether what stands in front of a word shows that a noun phrase begins there."""
    before = printed[place - 1] if place else "."
    kind = "articles" if printed[place].endswith("ing") else "before_nouns"
    if before == "that" and printed[place].endswith("ed"):
        return False  # "the arrest that prompted protests"
    return before in _LISTS[kind] or before.endswith(GENITIVE_S)
