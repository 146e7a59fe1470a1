"""Scene, what a feature may open with in place of its news: "On a grey Tuesday in April, Ada Quill climbed …"."""

from __future__ import annotations

import re

from digest.analysis.key_points.shortening import without_dateline
from digest.text.timestamps import WEEKDAY
from digest.text.tokens import without_quotations

_TIME = rf"(?:{WEEKDAY}|weekday|morning|afternoon|evening|night|day|dawn|weekend)"
_SEASON = r"(?:spring|summer|autumn|winter)"
_SOMEBODY = r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+"
# No news opens so: news says what happened, and says the day by its name alone.
_SCENE = re.compile(
    rf"(?:(?:(?:Late|Early) )?(?:On|In|At) an? (?:[\w-]+,? ){{0,3}}(?:{_TIME}|{_SEASON})\b"
    r"|(?:Just |Shortly )?(?:[Bb]efore|[Aa]fter|[Aa]t) (?:(?:half past |a quarter (?:to|past) )?[a-z]+ (?:in the (?:morning|afternoon|evening)|at night|o[’']clock)|dawn|first light|sunrise),"
    rf"|One (?:[\w-]+ ){{0,2}}{_TIME}\b"
    rf"|(?:Every|Each|Most) (?:[\w-]+ ){{0,2}}(?:{_TIME}s?|{_SEASON}|week|month|year)\b"
    r"|(?:It is|It was|It[’']s) (?:an?|always|just|nearly|almost|hard|hardly|easy|tempting|called|still|only|more than|past|after|before|\d)\b"
    r"|There (?:is|was) (?:an?|no|nothing|something|only)\b"
    r"|For (?:an? (?:man|woman|moment|while|long time|town|country)|(?:most|much) of|as long as|(?:[a-z]+ )?(?:[a-z]+|\d+) (?:decades|generations|years|months|weeks|days))\b"
    r"|(?:Standing|Sitting|Perched|Sipping|Holding|Clutching|Leaning|Growing up|Dressed|Wearing|Walking)\b"
    rf"|{_SOMEBODY}(?:, \d\d,)? (?:(?:still|vividly|clearly|can still) )?(?:remembers?|recalls?)\b"
    rf"|{_SOMEBODY} (?:is|was|had) (?:\w+ ){{1,6}}when\b"
    rf"|When {_SOMEBODY} (?:was|first|began|started|moved|arrived|heard|opened|sat|woke|got|saw|looked|walked)\b"
    r"|As a (?:child|boy|girl|teenager|kid|young)\b)"
)

_DONE = r"(?:has|have) (?:[a-z]+ly |been |also )*(?!been|no|not|an?|the)[a-z]*(?:ed|en|ne|wn|de|ut|id|ld|lt|nt|ght|won|become|begun)\b"
# What has happened or will, but for what a clause says of somebody or something: "volunteers who have kept", "what he has spent".
_NEWS = re.compile(
    r"(?:\A|, )(?:(?!(?:what|when|where|which|who|whom|whose)\b)[^\W_][^\s,]*\s|[^\w\s,]\S*\s)*?"
    rf"(?:(?<!would )(?<!could )(?<!might )(?<!should ){_DONE}"
    r"|will|would(?! (?:have|like|rather|be (?:glad|happy|nice|better|easy|hard|wrong|right))\b)|(?:is|are) now|(?<!had )(?:announced|approved|voted|ruled|agreed)|is to|are to|plans? to)\b"
)
# "Now the town has won", and not "Now the guests hear".
_NOW = re.compile(rf"Now(?! [,\d])(?: [\w’'-]+){{1,6}}? (?:{_DONE}|will|plans? to|(?:is|are) to)\b")


def sets_scene(sentence: str) -> bool:
    """Whether a story that opens with a sentence begins with a scene or a thought, and tells its news further down."""
    return _SCENE.match(without_dateline(sentence)) is not None


def tells_news(sentence: str) -> int:
    """2 where a sentence behind a scene says what has happened or will, 0 where it goes on with the scene, else 1."""
    if sets_scene(sentence):
        return 0
    if sentence.startswith("Now "):
        return 2 if _NOW.match(sentence) else 0
    return 2 if _NEWS.search(without_quotations(sentence)) else 1
