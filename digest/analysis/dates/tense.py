"""Tense, whether the words around a date look ahead or back."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.spans import Span

_SAID = lexicon("reporting_verbs")["past"] - {"agreed", "pledged", "promised", "vowed", "predicted", "proposed"}
_CUE = seldom(
    rf"""(?<![\w-])(?:
        (?P<failed>could(?:n['’]t|\ not)\ (?:[a-z]+ly\ )?be\ (?:[a-z]+ly\ )?[a-z]+|(?:than|as)\ (?:expected|planned|scheduled)
          |(?:regularly|previously)\ scheduled)
      | (?P<ahead>(?:will|would|may|might|must|should)\ have\ (?:an?|another|his|her|its|their|to|no)|(?:and|they|then|who)\ (?:face|host|meet|play|travel|visit)|will|won['’]t|shall|would|may|might|must|should|(?:is|are)\ to|(?:be|remain|stay)\ (?:[a-z]+ly\ )?[a-z]+|(?:has|have)\ (?:until|till)|due|expected|forecast|scheduled|slated|planned|planning|poised
          |set\ (?:to|for)|(?:plans?|hopes?|aims?|intends?|wants?)\ to|upcoming|deadline|ahead\ of|(?:agreed|pledged|promised|vowed|hoped)\ to
          |{"|".join(sorted(lexicon("dates")["to_come"]))}|(?:is|are)\ [a-z]+ing|play\ (?:at|away|host)|travel\ to)
      | (?P<said>{"|".join(sorted(_SAID))})
      | (?P<back>{"|".join(sorted(lexicon("verbs")["irregular_past"] - _SAID))}|did|has|have|killed|[a-z]{{2,}}ed)
    )(?![\w-])
    | ['’]ll\b(?P<shortly>)""",
    re.VERBOSE,
)
_REACH = 140
"""Characters around a date that are looked at."""
_BREAK = re.compile(r"[“”\";—]")
_NEW_CLAUSE = re.compile(r",\s(?:and|but|then)\s(?:(?:by|from|in|on)\s)?\Z")
_WHEN = re.compile(r",?\s+when\s")
_IS_ON = re.compile(r"\s(?:is|are)\s(?:on\s)?\Z")
_TOWARDS = re.compile(r"(?:\A|[\s(])(?:to|for|until|till|by|before|through)\s+\Z")


def looks_ahead(text: str, date: Span, within: Span, *, back: int = _REACH) -> int:
    """1 where the words around a date tell what is to come, -1 where they tell what has been, 0 where neither.

    The last verb before it in its clause says so, or else the first behind it. A verb of saying tells
    when it was said, and nothing of another date: it counts as 0, and so does a verb in the past tense that stands
    more than `back` characters before, but where "when" behind the date tells what happened then.
    """
    before = text[max(within.start, date.start - _REACH) : date.start]
    *_, before = _BREAK.split(before)
    if _IS_ON.search(before):
        return 1
    if _NEW_CLAUSE.search(before):
        before = ""  # "She sold it, and in May they will move"
    cues = list(_CUE.finditer(before))
    last = cues[-1] if cues else None
    if last is not None and last.lastgroup == "back" and len(before) - last.end() > back:
        if not _WHEN.match(text, date.end, within.end):
            return 0
        last = None
    if last is None:
        behind = text[date.end : min(within.end, date.end + _REACH)]
        last = _CUE.search(_BREAK.split(behind, maxsplit=1)[0])
    if last is None:
        return 0
    return {"ahead": 1, "shortly": 1, "said": 0, "back": -1, "failed": -1}[last.lastgroup or ""]


def points_to(text: str, start: int, floor: int) -> bool:
    """Whether the word before a date says by when, for when or until when."""
    return _TOWARDS.search(text, max(floor, start - 8), start) is not None
