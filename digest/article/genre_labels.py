"""Labels of a genre: what pages print above, below and in a headline, and in an address, to say what sort of text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import urlsplit

from digest.article.opening import SLUG, ends_a_sentence
from digest.article.outlets import is_outlet_name
from digest.text.genres import ADVERTISER_SUPPLIED, ANALYSIS, GENRES, OBITUARY, OPINION, REVIEW, SATIRE, SPONSORED
from digest.text.lexicons import lexicon, phrases
from digest.text.patterns import seldom

SURE, HALF = 2, 1
"""What a sign weighs: two halves at different places are as good as a sure one."""
_LONGEST_LABEL, _LONGEST_LINE = 40, 80
"""Characters."""
_MOST_STEPS = 4
_LONGEST_NAME = 3
"""Words of a step that is no section's name, such as a columnist's."""


_FEWEST_TOLD = 6
"""Words of a line that ends like a sentence and is one."""


class Sign(NamedTuple):
    """Something that tells a genre."""

    genre: str
    place: str
    """Where on the page it stands."""
    weight: int


class _Meaning(NamedTuple):
    genre: str
    alone: int
    """What it weighs on a line of its own, and behind a headline."""
    in_front: int
    """What it weighs before a headline."""


_AROUND, _ENDS = "[]()*•", ".:›»>-–— "
_STEP = re.compile(r"\s?[|›»>/]\s?")
"""What parts the steps of a way of sections."""
_SECTIONS = frozenset(word.lower() for word in lexicon("bylines")["sections"] | lexicon("bylines")["menu"])
_BUTTONS = frozenset(
    ["subscribe", "subscribe now", "sign in", "sign up", "log in", "login", "register", "menu", "search"]
)
"""Of a page's head, among which its sections stand."""
_FRONT = re.compile(
    r"(?:\[(?P<boxed>[^\]]{3,30})\]:?|(?:(?:AP|AFP|PA|BBC|CNN|NPR|Reuters)\s)?(?P<label>[^\W\d_][\w&’'. -]{1,30}?)\s*(?::|\||\s[–—-]))\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_BEHIND = re.compile(r"(?P<rest>.*\S)\s+[|–—-]\s+(?P<label>[^|–—]{3,40})", re.DOTALL)
# "Tidewater review – a wet triumph", "Tidewater review: a wet triumph"
_OF_A_WORK = seldom(r"(?P<work>\S.{0,80}?)\s[Rr]eview(?::|\s\|)?(?P<rest>\s\S.*)", re.DOTALL)
_OF_SOMEBODY = seldom(r"(?P<rest>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){1,5})\s[Oo]bituary")
# "Analysis: rents rose fastest, bank finds" tells of somebody else's.
_FINDS = seldom(r"\b(?:find|found|show|suggest|reveal|say|said|warn|conclude|estimate)s?\b", re.IGNORECASE)
_BY = seldom(
    r"(?P<label>opinion|commentary|comment|column|analysis|news analysis|review|interview)(?:ed)? by\s+\S.*",
    re.IGNORECASE,
)
_COLUMNIST = seldom(
    r"(?:.*[,|]\s)?(?P<sure>(?:opinion|op-ed)\s(?:columnist|contributor|writer)|guest\s(?:columnist|essayist))|.*\bcolumnist",
    re.IGNORECASE,
)
_BY_OTHERS = (ADVERTISER_SUPPLIED, SPONSORED, SATIRE)
"""Genres whose label may say from whom a text is."""
_FROM = re.compile(r"(?P<label>[^\W\d_][\w -]{4,24}?)\s(?:by|from|BY|FROM)\s\S.*")
# "The Gazette view on tidal gates: no wall is high enough", as papers' own opinions are called
_OUTLETS_VIEW = re.compile(r"(?P<outlet>The\s[A-Z]\w+)\sview\son\b")
_SPONSOR = seldom(
    r"(?:(?P<paid>(?:sponsored|paid for)\sby|in (?:paid )?partnership with)|(?:presented|brought to you|supported)\sby)(?:\s[\w.&’'-]+){1,6}",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_STARS = seldom(
    r"[★☆⭐✭✩½\s]{3,}|(?:rating|score|verdict)?\s?:?\s?\d(?:[.,]\d)?½?\s?(?:out of|/|von|sur|de)\s?(?:five|ten|5|10)(?:\sstars)?\.?",
    re.IGNORECASE,
)


def genre_of_label(label: str) -> str | None:
    """The genre that a word of pages means: "op-ed" is Opinion."""
    meaning = _meanings().get(_bare(label))
    return meaning.genre if meaning else None


def is_label(line: str) -> bool:
    """Whether a line of a page's head only says what sort of text stands below it, or helps to tell: stars, a sponsor."""
    return len(line) <= _LONGEST_LINE and bool(
        _meaning_of(line) or _is_row_of_sections(line) or _steps(line) or _has_stars(line) or _sponsored(line)
    )


def signs_in_head(head: Sequence[str]) -> Iterator[Sign]:
    """What the lines above a text say.

    A section's name among others is one of a menu, and one below a sentence may head a box beside the story.
    """
    told = False
    for number, line in enumerate(head):
        told = told or (ends_a_sentence(line) and len(line.split()) >= _FEWEST_TOLD)
        if len(line) > _LONGEST_LINE:
            continue
        meaning = _meaning_of(line)
        if meaning and not told and not _is_in_menu(head, number):
            yield Sign(meaning.genre, "label", meaning.alone)
        yield from _steps(line)
        if by := _BY.fullmatch(line):
            meaning = _meanings()[by["label"].lower()]
            yield Sign(meaning.genre, "byline", meaning.alone)
        if found := _COLUMNIST.fullmatch(line):
            yield Sign(OPINION, "job", SURE if found["sure"] else HALF)
        if (found := _sponsored(line)) and found["paid"]:
            yield Sign(SPONSORED, "sponsor", HALF)
        if _has_stars(line):
            yield Sign(REVIEW, "stars", HALF)


def signs_in_headline(headline: str) -> Iterator[Sign]:
    """What a headline says beside its news."""
    yield from (sign for sign, _ in _labelled(headline))
    if (own := _OUTLETS_VIEW.match(headline)) and is_outlet_name(own["outlet"]):
        yield Sign(OPINION, "outlet", SURE)
    slug = SLUG.match(headline)
    for word in re.findall(r"[A-Z]+", slug.group()) if slug else ():
        if meaning := _meanings().get(word.lower()):
            yield Sign(meaning.genre, "slug", SURE)


def signs_in_address(url: str) -> Iterator[Sign]:
    """What the folders of an address say, or its host: `/opinion/2026/…`, `opinion.example.org`."""
    parts = urlsplit(url)
    for folder in ((parts.hostname or "").partition(".")[0], *parts.path.rstrip("/").lower().split("/")[1:-1]):
        if sign := _folders().get(folder):
            yield sign


def without_label(headline: str, genre: str) -> str:
    """A headline without the words that say its genre: "Opinion: The gate" is "The gate"."""
    return next((rest for sign, rest in _labelled(headline) if sign.genre == genre), headline)


def _labelled(headline: str) -> Iterator[tuple[Sign, str]]:
    """What words before, behind and in a headline say, each with the headline without them."""
    found = _FRONT.fullmatch(headline)
    meaning = _meanings().get(_bare(found["boxed"] or found["label"])) if found else None
    if found and meaning and not found["rest"][0].islower():
        told = meaning.genre == ANALYSIS and _FINDS.search(found["rest"])
        yield Sign(meaning.genre, "headline", HALF if told else meaning.in_front), found["rest"]
    rest, outlet = headline, ""
    while found := _BEHIND.fullmatch(rest):
        if (meaning := _meanings().get(_bare(found["label"]))) and (
            found["label"][0].isupper() or meaning.alone == HALF
        ):
            yield Sign(meaning.genre, "headline", meaning.alone), found["rest"] + outlet
        if outlet or not is_outlet_name(found["label"]):
            break
        rest, outlet = found["rest"], rest[found.end("rest") :]
    if "eview" in headline and (found := _OF_A_WORK.fullmatch(headline)):
        yield Sign(REVIEW, "headline", HALF), found["work"] + found["rest"]
    if "bituary" in headline and (found := _OF_SOMEBODY.fullmatch(headline)):
        yield Sign(OBITUARY, "headline", HALF), found["rest"]


def _meaning_of(line: str) -> _Meaning | None:
    """What a line says that is a label, be it with who paid: "Paid content from Senn Pumps"."""
    if meaning := _meanings().get(_bare(line)):
        return meaning
    found = _FROM.fullmatch(line)
    meaning = _meanings().get(_bare(found["label"])) if found else None
    return meaning if meaning and meaning.genre in _BY_OTHERS and meaning.alone == SURE else None


def _is_in_menu(head: Sequence[str], number: int) -> bool:
    """Whether a label stands among the names of a page's other sections, or the buttons of its head."""
    genre = genre_of_label(head[number])

    def belongs(line: str) -> bool:
        said = _bare(line)
        return said in _SECTIONS or said in _BUTTONS or said in _meanings()

    around = [*takewhile(belongs, reversed(head[:number])), *takewhile(belongs, head[number + 1 :])]
    return any(_bare(line) != "home" and genre_of_label(line) != genre for line in around)


def _is_row_of_sections(line: str) -> bool:
    """Whether a line is a page's menu, one of genres among its sections."""
    if not _STEP.search(line):
        return False
    steps = [_bare(step) for step in _STEP.split(line)]
    return all(step in _SECTIONS or step in _meanings() for step in steps)


def _steps(line: str) -> list[Sign]:
    """What a way of sections says: "Home › Opinion › Columnists". A row of several sections is a menu, and no way."""
    if not _STEP.search(line) or line.count("|") > 1:
        return []
    steps = [_bare(step) for step in _STEP.split(line)]
    sections = [step for step in steps if step in _SECTIONS and step not in ("home", *_meanings())]
    names = [step for step in steps if step not in _SECTIONS and step not in _meanings()]
    longest = 0 if "|" in line or "/" in line else _LONGEST_NAME
    if len(steps) > _MOST_STEPS or len(sections) > 1 or any(len(name.split()) > longest for name in names):
        return []
    meanings = (meaning for step in steps if (meaning := _meanings().get(step)))
    return [Sign(meaning.genre, "label", meaning.alone) for meaning in meanings]


def _sponsored(line: str) -> re.Match[str] | None:
    """What says who paid for the text, or whose name the page bears."""
    return _SPONSOR.fullmatch(line) if " by " in line or " BY " in line or "artnership" in line else None


def _has_stars(line: str) -> bool:
    """Whether a line says how a critic liked something."""
    return _STARS.fullmatch(line) is not None if not line.isascii() or _DIGIT.search(line) else False


def _bare(line: str) -> str:
    """A line's words without what stands around them."""
    return line.strip(_AROUND).strip(_ENDS).lower().replace("'", "’") if len(line) <= _LONGEST_LABEL else ""


@cache
def _meanings() -> dict[str, _Meaning]:
    """What each label says."""
    found: dict[str, _Meaning] = {}
    for genre in GENRES:
        for kind, alone, in_front in (
            ("", SURE, SURE),
            (" in front", HALF, SURE),
            (" alone", SURE, HALF),
            (" perhaps", HALF, HALF),
        ):
            found.update((label, _Meaning(genre, alone, in_front)) for label in phrases("genres").get(genre + kind, ()))
    return found


@cache
def _folders() -> dict[str, Sign]:
    """What each folder of an address says."""
    found: dict[str, Sign] = {}
    for genre in GENRES:
        for kind, weight in (("", SURE), (" perhaps", HALF)):
            folders = phrases("genres").get(f"{genre}{kind} in addresses", ())
            found.update((folder, Sign(genre, "address", weight)) for folder in folders)
    return found
