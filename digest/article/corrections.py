"""Corrections, what a page of them takes back: "An article on 3 May said that 400 homes had been evacuated. In fact …"."""

from __future__ import annotations

import re

from digest.article.article import Article
from digest.text.patterns import seldom

_PAGE = re.compile(
    r"(?:correction|clarification|erratum|errata)s?(?:,? (?:and|&) (?:correction|clarification|apology|apologies)s?)?(?:\s*[:,–—(\d].*)?\Z",
    re.IGNORECASE,
)
# What was printed: a piece of the paper's own that said so, or an error that is owned.
_PRINTED = seldom(
    r"(?:(?:Owing|Due) to|Because of) (?:an? )?(?:[a-z]+ ){0,2}(?:error|mistake|misunderstanding|mix-up)\b"
    r"|\b[Ww]e (?:(?:wrongly|incorrectly|mistakenly|also) )?(?:said|wrote|stated|reported|gave|named|called|described|suggested)\b"
    r"|(?:In )?(?:[Aa]n?|[Tt]he|[Oo]ur|[Tt]his|[Ll]ast [a-z]+[’']s|[Yy]esterday[’']s) (?:[\w’'-]+ ){0,4}?"
    r"(?:article|report|profile|story|caption|headline|column|review|interview|graphic|chart|table|map|obituary|picture|photograph|feature|item|recipe|version)\b"
    r".*\b(?:said|stated|gave|named|described|reported|referred|identified|misidentified|misstated|misspel(?:led|t)|suggested|called|listed|showed)\b"
)


def taken_back(article: Article) -> frozenset[int]:
    """The numbers of the sentences that a page of corrections quotes from what it corrects; none of any other story."""
    if not _PAGE.match(article.headline or ""):
        return frozenset()
    return frozenset(number for number, it in enumerate(article.sentences) if _PRINTED.search(it.text))
