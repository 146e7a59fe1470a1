"""Pointing back, what a sentence opens with that means something before it: "It left.", "Two of them stayed."."""

from __future__ import annotations

import re

from digest.text.lexicons import lexicon
from digest.text.timestamps import ENGLISH_MONTHS, WEEKDAY

_TIMES = "morning|afternoon|evening|day|week|weekend|month|season|spring|summer|autumn|fall|winter|year"
NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
_WORDS = (
    r"he|she|it|they|his|her|its|their|i|we|you|my|our|your|this|that|these|those|such|then|there|here"
    r"|and|but|so|nor|also|however|instead|meanwhile|moreover|otherwise|hm+"
)
# Not "this week", "those who", "those injured".
_POINTER = rf"(?:this|that|these|those|such)\b(?! (?:(?:[a-z]+ )?(?:{_TIMES}|reporter)\b|who\b|[a-z]+ed\b))"
_IS_OR_SAYS = r"(?:is|are|was|were|has|have|had|will|would|did|also|said|says|of (?:them|those|these))\b"
_OPENINGS = (
    rf"(?:{_WORDS})\b",
    r"or (?-i:[a-z])|which (?:means|meant|(?:is|was) (?:what|why|how|where|when|who))\b",
    r"(?:well|yes|no|oh|ah|sure|okay|hopefully|plus),",
    # "Until then", "At that", "The latter"
    r"(?:until|by|since|before|after) (?:then|that|this)\b",
    r"(?:at|from|in|on) (?:that|those)\b",
    r"the (?:latter|others|two|pair)\b|the former,",
    # "When they left", but not "if it came to that"; "Once this link is made"
    r"(?:even )?(?:as|because|if|once|unless|when) (?:it(?! c[ao]mes?\b)|they)\b",
    rf"(?:if|as|because|once|unless|when|while|although|though) {_POINTER}",
    r"even if there (?:were|was|is|are),",
    # Nothing but a reason: "Because the gate leaks."
    r"because (?!of\b)[^,—–]*\Z",
    # "Next season it", "On the old quay is its gate"
    r"(?:next|last|this) (?:week|month|season|year),? (?:it|they)\b",
    r"(?:on|in|at|under|behind|above|below|beside) (?:[a-z-]+ ){1,4}(?:is|are|was|were|stands?|stood|lies|lay) (?:his|her|their|its)\b",
    # "Two of them", "Others said", "The first was"
    r"among (?:them|those (?:are|is|was|were)|these)\b",
    # "One recently received a medal"
    r"(?:one|another|both) (?:[a-z]+ly (?:[a-z]+ed|began|came|fell|got|left|lost|made|took|told|went|won)|later [a-z]+ed|died|fled|survived|left|came|went|told|lost|took|began)\b",
    # "Not before he left", which tells nothing by itself
    r"not (?:before|because|that|when)\b(?!.*\b(?:did|do|does|was|were|will|would|has|have|had|can|could|is|are) )",
    rf"(?:one|some|both|another|others|either|neither|the former) {_IS_OR_SAYS}",
    r"the (?:first|second|third|last|other) (?:is|are|was|were|came|took|has|had|will|(?!hundred)[a-z]+ed)\b",
)
# "Every one of them", "Eight of their boats"
_PART = re.compile(
    rf"(?:(?:only |just |at least |more than |about |nearly |almost |some )?(?:one|{NUMBERS}|eleven|twelve|a dozen|dozens|hundreds|thousands|[0-9]+)|every one|any|both|either|neither|several|some|many|most|all|none|half|few|each)"
    r" of (?:them\b|those(?! (?:who|[a-z]+ed|in|on|from|with|at)\b)|these\b)"
    rf"|(?:{NUMBERS}|several|many|most|some|dozens|hundreds|all|none|few) of (?:its|their)\b(?=[^,]*\Z|[^,]*,? (?:were|was|have|has|had|are|is)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(rf"[\"“‘'(]?(?:{'|'.join(_OPENINGS)})", re.IGNORECASE)
NO_MORE_OF_IT = r"(?= (?!of\b|for\b|in\b|at\b|from\b|who\b|whose\b|and\b|or\b|on\b|with\b|[A-Z\[])|, (?:who\b|whose\b|(?!identified|named|known|called)[a-z]+(?:ing|ed)\b)|\Z)"
"""Behind a description: nothing that says more of whom it means."""
_GROUP = re.compile(
    "The (?:(?:two|three|four|five|six|other|young|injured|wounded|accused) )?"
    rf"(?:{'|'.join(sorted(lexicon('persons')['groups']))}){NO_MORE_OF_IT}"
)
MONTH_OR_DAY = rf"(?:{WEEKDAY}|{'|'.join(ENGLISH_MONTHS)})"
LEADING = (
    r"(?:In|On|At|After|Before|During|For|From|By|With|Without|Under|Since|Until|Last|Late|Early|Earlier|Later|Recently"
    rf"|Today|Yesterday|Despite|Asked|(?:A|An|One|{NUMBERS.title()}|Several|Some|\d+) (?:few )?"
    r"(?:second|minute|hour|day|night|week|month|year|season|decade)s?)\b"
)
"""What a phrase of time or place before a clause opens with: "In March", "Two days later"."""
# "It" that means nothing: "In March it was clear".
_WEATHER = (
    r"it (?:is|was|has been|had been|(?:will|would|may|might) (?:be|take|have to|seem|look)"
    r"|seems|seemed|looks|looked|appears|appeared|takes|took|turns|turned|stands|makes|remains|emerged)\b"
)
# "In 2018, they will launch": what is meant is not in the phrase before it, where that names nothing.
_LED = re.compile(
    rf"{LEADING}(?:[a-z0-9 :.’'-]|(?<= ){MONTH_OR_DAY}\b){{0,40}}?,(?: however,)? "
    rf"(?:they|their|its|{_POINTER}|(?!{_WEATHER})it )(?=[ a-z])"
)
# "By its third year it had", "On May 3 they met"
_PHRASES = re.compile(
    rf"(?:In|On|At|By|After|During|For|From|Since|Until|Under|Within|With) (?:(?:its|their) [^,;]{{1,60}}?,?|(?:(?:{MONTH_OR_DAY}|\d{{1,4}}(?:st|nd|rd|th)?),? ?){{1,5}})"
    rf"(?<=[a-z0-9, ]) ?(?<= )(?:they|(?!{_WEATHER})it)(?= [a-z])"
    r"|(?:In|On|At|Among|Behind) (?:its|their) [a-z]+ (?:is|are|was|were|stood|lay)\b"
)


def points_back(opening: str) -> bool:
    """Whether what opens a sentence points at something before it, a pronoun for a person among it."""
    return opening[:1].islower() or bool(
        _POINTS_BACK.match(opening)
        or _GROUP.match(opening)
        or ("," in opening and _LED.match(opening))
        or (" of " in opening and _PART.match(opening))
        or (
            (" it " in opening or "they " in opening or "heir " in opening or "its " in opening)
            and _PHRASES.match(opening)
        )
    )
