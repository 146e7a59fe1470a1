"""Setting, what is done to a point where it is printed, and what is never printed as one.

None of it is known to the model: it learns from sentences as they are shortened, whatever stands on a page before them.
"""

from __future__ import annotations

import re

from digest.analysis.key_points.items import closed_item
from digest.analysis.key_points.mending import dangles
from digest.analysis.key_points.pointing import NUMBERS
from digest.analysis.key_points.shortening import without_number
from digest.analysis.key_points.shortening.capital import with_capital
from digest.analysis.key_points.shortening.safeguard import turns
from digest.text.patterns import seldom
from digest.text.silence import NO_ANSWER, REQUESTS
from digest.text.tokens import without_quotations

# What joins a sentence to the one before it, and says less than "but".
_SET_PHRASE = re.compile(
    r"(?:What[’']s more|That said|Even so|All the same|To be sure|In any case|Be that as it may|Sure enough|Then again|On top of that),\s+"
)
# When or how something came beside what is not there: "Two days later, Quill left."
_LATER = re.compile(
    rf"(?:(?:(?:Only|Just|Barely|Not) )?(?:(?:an?|one|{NUMBERS}|several|some|\d+) )?(?:few )?"
    r"(?:moment|second|minute|hour|day|night|week|month|year|decade)s? later|Earlier|Later|Elsewhere|Separately|Likewise|Similarly|Afterwards?"
    r"|In (?:exchange|response|return|turn)|Later that (?:day|night|week|month|year)),\s+(?:however,\s+)?(?=[\w\[“\"])",
    re.IGNORECASE,
)
_LONGEST_LEAD = 50
"""Characters."""
# The heading of a short item, set before its first sentence: "TWO HURT IN A FIRE The roof fell."
_HEADING = re.compile(r"(?:(?:[A-Z][A-Z’'.-]*|\d[\d.]*|&)[,:;?!]? ){4,16}(?=(?:[“\"]?[A-Z][\w’']*[a-z]|A) )")
# What a page calls the sentence behind it.
_LABEL = re.compile(
    r"(?:Summary|SUMMARY|Update|UPDATE|UPDATED|BREAKING|Breaking|EXCLUSIVE|Exclusive|In short|In brief|Bottom line)(?: \d{1,2}| \([^()]{1,40}\))?\s?(?:[:–—]|-(?= ))\s{0,3}(?=[“\"‘]?[A-Z])"
)
# A link to another story, to which a sentence of this one is glued: "Read more: The old line Quill sold two boats."
_LINK = re.compile(r"(?:Read|See|Watch) (?:more|also|this|next)(?: (?:about|from|on)\b[^.:]{0,60})?\s?:")
# The time before an entry of a live blog that has its heading without a stop behind it.
_ENTRY = seldom(r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s{0,3}[-–—]\s{0,3}(?:UPDATE|BREAKING)\b")
_ASIDE = re.compile(r"\((?P<said>[^()]+[.!])\)\Z")
_APPEAL = re.compile(
    r"If you (?:like|liked|love|enjoy|enjoyed) this\b|(?:Anyone|Anybody|Witnesses|Those|Drivers|Motorists|People)\b[^.]{0,60}\b(?:who|with|that)\b[^.]{0,100}\b(?:call|contact|ring|phone|e-?mail|come forward|get in touch)\b"
)
# That a report is out, and not what is in it.
_ANNOUNCES = seldom(
    r"[^%]*\b(?:announce[sd]?|publishe[sd]|issue[sd]|release[sd]|present(?:s|ed)|reported|reports) (?:today )?(?:its|their) (?:[\w-]+,? (?:and )?){0,4}?"
    r"(?:results|accounts|figures|trading update|(?:annual|interim|quarterly) (?:report|statement))\b[^%$£€]*\Z"
)
_ADDRESS = re.compile(r"\w@[\w-]+\.\w")
_COMPARES = re.compile(
    r"(?:Just as|Equally|Even more|No less) [a-z]+ (?:is|are|was|were)\b|The (?:best|worst|saddest|strangest) (?:part|thing)\b"
)
# What comes beside something else, and so is not what a story tells first.
_ADDS = seldom(
    r"(?:Apart|Aside) from\b|(?:Besides|Along with|Other than|Among other|Unlike|Elsewhere|Separately)\b|In (?:addition|contrast|comparison)\b|By (?:contrast|comparison)\b"
    r"|As (?:for|well as)\b|For (?:instance|example)\b|Even (?:before|after|if|when|so|as|though)\b|Another (?!\d)"
)
_NO_COMMENT = seldom(
    rf"{NO_ANSWER}[^.;,]{{0,60}}{REQUESTS}[^,;]{{0,40}}\Z"
    r"|(?<!and )(?<!but )\b(?:declined|refused) to comment\b[^,;]{0,40}\Z|\bcould(?: not|n[’']t) (?:be |immediately ){1,2}reached for comment\b[^,;]{0,40}\Z|\bdid(?: not|n[’']t) elaborate\W*\Z"
)
_SPEECH = re.compile(r"[“\"][^“”\"]{12,}[,.!?…—][”\"]")
"""What is said; a title that opens a sentence ends in no comma."""
_TOLD = 0.7
_LONGEST_SILENCE = 200
"""Characters of a sentence that says of somebody only that."""


def set_out(point: str) -> str:
    """A point as it is printed: `2. What's more, the fare is two crowns.` is `The fare is two crowns.`, and so is `(The fare is two crowns.)`.

    It is without the heading before it, too, and without what says when or how it came beside something.
    """
    bare = _bare(point)
    found = _LATER.match(bare) if "," in bare[:_LONGEST_LEAD] else None
    left = with_capital(bare[found.end() :]) if found else bare
    return bare if found and dangles(left) else left


def _without_label(point: str) -> str:
    """`Summary: The fare is two crowns.` is `The fare is two crowns.`"""
    found = _LABEL.match(point)
    return point[found.end() :] if found else point


def _bare(point: str) -> str:
    """A point without the number of an entry or its heading, the brackets around it and a phrase that joins it."""
    bare = _without_label(without_number(closed_item(point)))
    heading = _HEADING.match(bare) if bare[1:2].isupper() or bare[:1].isdigit() else None
    bare = bare[heading.end() :] if heading and not turns(heading.group()) else bare
    aside = _ASIDE.match(bare)
    bare = aside["said"] if aside else bare
    found = _SET_PHRASE.match(bare)
    return with_capital(bare[found.end() :]) if found else bare


def adds(sentence: str) -> bool:
    """Whether a sentence opens as what comes beside something else: `Apart from Quill, the council has five members.`"""
    return sentence[:1] in "ABEFIOSU" and _ADDS.match(sentence) is not None


def opens_with_quotation(sentence: str) -> bool:
    """Whether a sentence opens with what somebody says, and tells little but who does: `“We had to,” said Ada Quill.`"""
    return _SPEECH.match(sentence) is not None and len(without_quotations(sentence)) < _TOLD * len(sentence)


def tells(sentence: str) -> bool:
    """Whether a sentence tells something that can be printed as a point.

    None is an appeal for help, or where to write to, or that somebody did not comment or say more, or that
    a report is out; nor what only compares itself with something before it; nor an entry of a list that points at one
    before it.
    """
    silent = "comment" in sentence or "elaborate" in sentence
    if silent and len(sentence) <= _LONGEST_SILENCE and _NO_COMMENT.search(sentence):
        return False
    if _APPEAL.match(sentence) or ("@" in sentence and _ADDRESS.search(sentence)):
        return False
    if (" its " in sentence or " their " in sentence) and _ANNOUNCES.match(sentence):
        return False
    if (sentence[:1].isdigit() and _ENTRY.match(sentence)) or (":" in sentence and _LINK.match(sentence)):
        return False
    bare = _bare(sentence)
    return not _COMPARES.match(bare) and (bare == sentence or not dangles(bare))
