"""The outlook: what a story says is planned, expected, demanded or due."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from digest.analysis.dates import find_dates
from digest.analysis.further_points import candidates, choose_points
from digest.analysis.key_points import KeyPoint
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.timestamps import ENGLISH_MONTHS, WEEKDAY

_WORDS = lexicon("outlook")
_AGREED, _PURPOSES = "|".join(sorted(_WORDS["agreed_verbs"])), "|".join(sorted(_WORDS["purposes"]))
_BE = r"\b(?:is|are) (?:now |also |still |all |not |[a-z]+ly )?"
_NO_NOUN = "".join(rf"(?<!\b{word})" for word in sorted(_WORDS["before_noun"]))
_WILL = rf"{_NO_NOUN} (?:will|shall|won[’']t)(?: not| also| now| then| still| soon| only| [a-z]+ly){{0,4}} "
_SAY = r"\b(?:says?|said|announce[sd]|confirm(?:s|ed)|told|add(?:s|ed)|pledge[sd]|promise[sd]|vow(?:s|ed)|agreed)\b"
_MEASURE = r"the (?:ban|bill|change|cut|cuts|deal|law|measure|merger|move|plan|proposal|rule|scheme|tax)"
"""What would do something by somebody's opinion, and has no plans."""
_KINDS = {
    # What has its day or its procedure.
    "scheduled": (
        rf"{_BE}(?:forecast\b|(?:set|poised) (?:to|for)\b|(?:due|scheduled|slated|expected back) (?:to|for|on|in|back|before|at|by|out|next|this|later|tomorrow)\b)",
        r"\b(?:(?:will|would|should|(?:set|due|scheduled|expected|slated) to) (?:take effect|(?:come|go) into (?:force|effect))|takes effect|(?:comes|goes) into (?:force|effect))\b",
        r"\bfac(?:es?|ing) (?:an? |another |the |up to )?(?:[a-z-]+ ){0,2}(?:vote|trial|hearing|deadline|election|re-election|referendum|runoff|sentencing|years)\b",
        r"\badjourned\b[^.;]{0,60}\b(?:until|to)\b|\bha(?:s|ve) until\b|\b[Dd]eadline (?:is|for|to|of|falls|looms)\b",
        r"\b[Nn]ext (?:court )?(?:hearing|appearance|round|meeting|session|phase|stage|vote|summit|launch|flight|match|election) (?:is|will|begins|starts|opens|takes)\b",
    ),
    # What is announced: an action, or what somebody says of it.
    "announced": (
        rf"{_WILL}(?:{_AGREED}|be [a-z]+(?:ed|en|ld|nt|ut|ade|aid|ard|ght|orn|own))\b",
        rf"{_SAY}[^.;]{{0,80}}{_WILL}(?!(?:always|never|often|usually|certainly|undoubtedly|need|depend|have|of|to|and|or|power|not|that|is|was|the|in)\b)[a-z]",
        rf"{_WILL}[a-z][^.;]{{0,120}},? (?:[A-Z][a-z]+ |he |she |it |they |officials |police |the [a-z]+ ){{1,3}}{_SAY}",
        rf"(?<!\bhad ){_SAY}(?: on [A-Z][a-z]+| [A-Z][a-z]+| that)? (?:he|she|it|they|(?!{_MEASURE} would)the [a-z]+(?: [a-z]+)?|(?:an?|the) (?:[a-z]+ ){{1,4}}?[a-z]+, [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+,|[A-Z][a-z]+(?: [A-Z][a-z]+)?) "
        rf"would (?:also |soon |not |now )?(?:{_AGREED}|be [a-z]+(?:ed|en|ld|nt|ut|ade|aid|ard|ght|orn|own))\b",
    ),
    "agreed": (
        rf"{_BE}to (?:{_AGREED}|be (?!expected|blamed|found|seen|believed|welcomed|applauded|commended|congratulated|trusted)[a-z]+(?:ed|en|ld|nt|ut|ade|aid|ard|ght|orn|own))\b",
    ),
    # What is meant or demanded.
    "meant": (
        rf"{_BE}(?:widely )?(?:expected|planned|planning|intending|preparing|hoping) (?:to|for|in|on|at)\b",
        r"(?<!\ba )(?<!\bthe )(?<!\bno )(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\btheir )(?<!ing )(?<!ed )(?<![’']s )\b(?:plans?|intends?|aims?|expects) (?:on|to)\b(?! be\b)|\bha(?:s|ve) plans (?:to|for)\b",
        r"\b(?:[a-z]+s|[Tt]hey|people|police|[A-Z][a-z]+) (?:also |now |still )?expect to (?!be\b|see\b|hear\b|find\b|get\b|pay\b)",
        r"(?<!\blong )(?<!\bhad )(?<!\bpreviously )(?<!\bonce )(?<!\bwhich )(?<!\bwho )(?<!\bthe )(?<!\bthat )"
        rf"(?<!\b(?:could|would|might) have )(?<!\bshould have )(?<!\bwas )(?<!\bwere )(?<!\brecently )\b(?:(?:called|calls) (?:for (?!comment|help)|(?:up)?on (?!{WEEKDAY}\b)[^.;,]{{1,60}} to\b)"
        r"|(?:urged|urges) (?!of\b)[^.;,]{1,60}(?<! not) to (?!(?:avoid|be|cooperate|evacuate|follow|leave|remain|seek|stay|the|use|vote|worry|[a-z]+s)\b)|(?:demanded|demands) (?:that|an?|the|more|their)\b)",
    ),
    # What has a day to come, in the present tense.
    "dated": (
        r"(?<!\bthe )(?<!\ba )(?<!\ban )\b(?:begins|meets|opens|plays|resumes|ships|starts|takes place|goes on (?:sale|show|trial))\b",
        r"\b[a-z]+s (?:begin|meet|open|play|resume|start|take place|go on (?:sale|show|trial))\b|\band play\b",
    ),
    # What is hoped or held likely.
    "likely": (r"\b(?:is|are) (?:very |more |most |also )?likely to\b", r"\bhopes? (?:to|that|for)\b"),
}
_WORTH = {"scheduled": 3.0, "announced": 2.0, "agreed": 2.0, "dated": 2.0, "meant": 1.5, "likely": 1.0}
_PATTERNS = {kind: re.compile("|".join(patterns)) for kind, patterns in _KINDS.items()}
_HINTS = frozenset().union(*(_WORDS[kind] for kind in _KINDS if kind != "agreed"))
_BE_TO = (" is to ", " are to ", " not to ", " also to ", " now to ")
_PURPOSE = re.compile(rf"\b(?:{_PURPOSES})s?(?: (?:of|to|for) [^.;,]{{1,40}})? (?:is|are) (?:not )?to\b")
_RELATIVE = re.compile(
    r"\bthat (?:will|shall|would|is|are)\b|\b(?:who|whose|whom|which|where|when|what|how|why|whether) [^.;,]{0,60}\b(?:will|shall|would|is|are|plans?|hopes?)\b"
)
_LONG_AGO = re.compile(
    rf"\b[Aa]t the time\b|\b(?:[Ll]ast|[Ii]n|[Ss]ince) (?:[a-z]+ )?(?:{'|'.join(ENGLISH_MONTHS)}|week|month|year|[12]\d{{3}})\b"
)
_MAYBE = re.compile(
    r"[\"“‘]?(?:If|When|What|How|Perhaps|Maybe|Say|Suppose|Imagine|Any|Whether|Whoever|People|Even|One question|Worst case)\b"
)
_NOT_AHEAD = re.compile(
    r"\A(?:How|Why)\b|\b(?:fear(?:s|ed)?|worr(?:y|ies|ied)) (?:that|(?:it|they|the [a-z]+) (?:will|would))\b|\bit will take (?:more|a lot|much)\b|\b(?:cancel|postpone|called off|scrapped|people will|will be (?:updated|posted|published here)|[Tt]h(?:is|e) (?:story|page|post|article|blog) will)"
)
# What somebody holds that something will do.
_OPINION = re.compile(
    r"\b(?:[Ss]upporters|[Oo]pponents|[Cc]ritics|[Ee]xperts|[Aa]nalysts|[Aa]dvocates|[Pp]roponents|[Oo]bservers)\b[^.;]{0,30}\bsa(?:y|ys|id)\b[^.;]{0,80} (?:will|won[’']t) "
    r"|\A(?:(?! (?:will|would|won[’']t) ).)*\b(?:argu(?:e|es|ed|ing)|believ\w+|thinks?|thought|claimed|claims? that|contend\w*)\b[^.;]{0,90} (?:will|won[’']t|would) "
)
# Plans and calls as things: given up, feared, or what something leads to.
_NO_PLAN = re.compile(
    r"\b(?:back|off|abandon\w*|drop\w*|shelv\w+|scrap\w*|halt\w*|delay\w*|foil\w*|thwart\w*|defend\w*|critici[sz]\w+)(?: [a-z]+){0,2} plans? (?:to|for)\b"
    r"|\b(?:fear|suspect|alleg|accus|believ|worr|deni|deny)\w*\b[^.;]{0,80}\b(?:plans|intends|aims) to\b"
    r"|\b(?:and|to|amid|despite|with|of|by|about|new|renewed|growing|repeated|prompted|prompting|sparked|sparking|increased|increasing|drew|after)(?: [a-z]+)? calls (?:for|on)\b"
)
_IF = " if "
_TIME = re.compile(
    r"\b(?:on|by|before|until|next|this|from|in|later|tomorrow) (?:(?:early|late|mid|the|next|this) ){0,4}"
    rf"{WEEKDAY}\b|\b(?:next|this coming|later this|by the end of(?: the| this)?|in the coming|over the next) "
    r"(?:[a-z]+ )?(?:week|month|year|spring|summer|autumn|fall|winter|day|decade)s?\b|\btomorrow\b"
    rf"|\bin (?:20\d\d|{'|'.join(ENGLISH_MONTHS)})\b"
)
_TIMED, _DATED = 0.75, 1.5
"""What it adds that a sentence names a time, and a day after the publication."""


def find_outlook(
    article: Article, references: References, *, told: Collection[Sentence], published: date | None
) -> tuple[KeyPoint, ...]:
    """Up to three sentences about what comes next, in reading order.

    What has a day after the publication comes first; then what is scheduled, what will be, what is planned or
    demanded, and what is hoped or held likely. What stands in quotation marks tells nothing.
    """
    worth = {}
    hints = _HINTS | _WORDS["agreed"] if any(map(article.text.__contains__, _BE_TO)) else _HINTS
    for number, sentence, outside in candidates(article, hints):
        kind = _kind_of(sentence, outside)
        if (
            kind is None
            or _NOT_AHEAD.search(outside)
            or (kind == "meant" and (_LONG_AGO.search(outside) or _NO_PLAN.search(outside)))
        ):
            continue
        time = _time_of(article, sentence, published)
        if (kind == "dated" and time < _DATED) or (kind == "announced" and not time and _OPINION.search(outside)):
            continue
        if time or not (kind == "likely" or _IF in outside or _MAYBE.match(outside) or _RELATIVE.search(outside)):
            worth[number] = _WORTH[kind] + time
    return choose_points(article, worth, references, told=told, published=published)


def _kind_of(sentence: Sentence, outside: str) -> str | None:
    """How a sentence looks ahead, the most certain way first; None where it does not."""
    for kind, pattern in _PATTERNS.items():
        if _WORDS[kind].isdisjoint(sentence.words) or (kind == "agreed" and not any(map(outside.__contains__, _BE_TO))):
            continue
        if pattern.search(outside) and not (kind == "agreed" and _PURPOSE.search(outside)):
            return kind
    return None


def _time_of(article: Article, sentence: Sentence, published: date | None) -> float:
    if published and any(
        _is_after(found.value, published) for found in find_dates(article.text, sentence.span, relative_to=published)
    ):
        return _DATED
    return _TIMED if _TIME.search(sentence.text) else 0.0


def _is_after(value: str, day: date) -> bool:
    """Whether an ISO 8601 date, as precise as it is, lies after a day."""
    if "W" in value:
        year, week, _ = day.isocalendar()
        return value > f"{year}-W{week:02}"
    return value > day.isoformat()[: len(value)]
