"""Trades, the words in small letters that say what somebody does or is."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.text.lexicons import lexicon

_PERSONS = lexicon("persons")
OCCUPATIONS = frozenset(
    word
    for heading in ("anybody", "women", "men", "described", "women_titles", "men_titles")
    for word in _PERSONS[heading]
    if word[0].islower()
) | frozenset(word for word in lexicon("names")["person_titles"] if word[0].islower())
"""Words for one person, in small letters: "spokesman", "actress"."""
_NOUNS = lexicon("roles")["nouns"]
_TRADE = re.compile(
    r"(?:(?:co|ex|vice|arch|super)-)?[a-z]*(?:[a-z]{3}ist|ician|surgeon|founder|fielder|holder|maker|keeper|player|goer|teacher"
    r"|writer|runner|master|(?:team|class|room|flat|house|ship|play|school|band|cell|crew)mate|member|star|host|director|editor|chief|author|leader|worker|man|woman|person|parent|fan)"
)
_ONCE = frozenset(["co", "ex", "now", "then", "vice"])
_BEHIND_HYPHEN = frozenset(["designate", "elect", "general", "in-chief"])
_PARENT = re.compile(r"(?:dad|father|grandfather|grandmother|mother|mum|mom|parent)-of-[a-z]+")
"""What somebody is told to be who has children: "mother-of-two"."""


@lru_cache(maxsize=4096)
def is_trade(word: str) -> bool:
    """Whether a word in small letters says what somebody does or is: "spokesman", "biologist", "member"."""
    if word in OCCUPATIONS or word in _NOUNS or _TRADE.fullmatch(word) is not None:
        return True
    first, _, rest = word.partition("-")
    return bool(rest) and (
        (first in _ONCE and is_trade(rest))
        or (rest in _BEHIND_HYPHEN and is_trade(first))
        or _PARENT.fullmatch(word) is not None
    )
