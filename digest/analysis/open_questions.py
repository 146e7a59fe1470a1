"""Open questions, what a story says is unknown, undecided or disputed."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from digest.analysis.further_points import candidates, choose_points
from digest.analysis.key_points import KeyPoint
from digest.analysis.references import References
from digest.article import Article, Sentence
from digest.text.lexicons import lexicon
from digest.text.silence import NO_ANSWER, REQUESTS

_HINTS = lexicon("open_questions")["hints"]
_YET = r"(?:(?:still|also|yet|immediately|currently|largely|as yet|so far|now|publicly|independently|been|be|[a-z]+ly) ){0,3}"
_NOT = r"(?: not|n[’']t)"
_NO = r"\b[Nn]o (?:[a-z]+ ){0,2}"
_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how|if|whether)\b"
_TELL = r"(?:comment|say|discuss|elaborate|answer|disclose|name|identify|specify|reveal|speculate|confirm|provide|give|address|explain)\b"
_LEARN = r"(?:verify|verified|confirm|confirmed|determine|determined|establish|established|reach|reached)\b"
_SETTLED = (
    r"(?:confirmed|verified|identified|determined|established|disclosed|announced|decided|ruled out|found|released|named"
    r"|arrested|explained|resolved|finali[sz]ed|made public|commented|responded|specified)\b"
)
_EVENT = (
    r"\b(?:[Cc]ause|[Cc]ircumstances|[Mm]otives?|[Ii]ncident|[Cc]rash|[Dd]eaths?|[Ss]hooting|[Ff]ire|[Cc]ase|[Aa]ttack|[Aa]ccident|[Mm]atter"
    r"|[Ee]xplosion|[Kk]illings?|[Cc]ollision|[Dd]erailment|[Ss]tabbing|[Bb]reach)\b"
)
_SILENCE = 1.5
_KINDS = {
    # What nobody knows, or could make sure of.
    3.0: (
        rf"\bunclear\b(?! about\b)|\b(?:not|n[’']t) {_YET}(?:clear|known) {_ASKING}|\b(?:is|was|are|were)(?: not|n[’']t) {_YET}(?:clear|known)[.,]",
        rf"\b(?:is|are|was|were|remains?|remained) {_YET}(?:unknown|uncertain|undetermined|unresolved|unaccounted for|a mystery"
        r"|an open question|anyone[’']s guess|in doubt|in dispute)\b(?! to\b)",
        r"\bremains? (?:to be (?:seen|determined|decided)|missing|at large|unexplained|unanswered|disputed)\b",
        rf"\bcould{_NOT} {_YET}{_LEARN}(?! for comment)|\b(?:was|were|is|are|been) unable to {_YET}{_LEARN}",
        rf"{_NO}(?:has|have|had) {_YET}claimed responsibility|{_NO}claims? of responsibility",
        rf"\b(?:[Nn]obody|[Nn]o one) knows\b|\b(?:do|does|did){_NOT} {_YET}know {_ASKING}",
    ),
    # What is looked into.
    2.5: (
        rf"{_EVENT}[^.;,]{{0,60}}\b(?:is|are|was|were|remains?|being) {_YET}(?:under investigation|being investigated|investigated)\b",
        rf"\b(?:is|are|was|were) {_YET}(?:investigating|looking into) (?:{_ASKING}|the (?:cause|circumstances|motive|possibility))",
        rf"\b(?:is|are|was|were) {_YET}(?:trying|working|seeking) to (?:determine|establish|find out|figure out|work out|piece together)\b",
        r"\b(?:[Pp]olice|[Oo]fficers|[Dd]etectives|[Ii]nvestigators|[Aa]uthorities|[Rr]escuers|[Rr]escue workers|[Dd]ivers) (?:is|are|were) "
        rf"{_YET}(?:looking|searching|hunting) for\b",
    ),
    # What is not decided, or not told yet.
    2.0: (
        rf"\b(?:has|have){_NOT} {_YET}{_SETTLED}",
        rf"\b(?:has|have){_NOT} {_YET}said (?:publicly )?{_ASKING}|\bdid{_NOT} {_YET}(?:say|specify|disclose|explain|reveal|identify|name) (?:{_ASKING}|the\b|any\b|a\b)",
        rf"\bdid{_NOT} {_YET}(?:elaborate (?:on|about)\b|give (?:a|any|further|more) |provide (?:a|any|further|more|details|evidence))",
        r"\b(?:has|have|is|are) yet to (?:be (?:[a-z]+ly )?)?(?:decide|announce|comment|respond|say|confirm|determine|agree|approve|reveal|explain"
        r"|determined|decided|announced|confirmed|identified|released|named|agreed|approved|set|found|recovered|released)\b",
        rf"{_NO}(?:decision|date|agreement|deal|motive|cause|arrests?|suspects?|charges|timetable|timeline|details) (?:has|have|had) {_YET}"
        r"(?:made|set|reached|announced|identified|established|determined|filed|released|agreed|given|fixed)\b",
        rf"\b(?:is|are|remains?|remained) {_YET}(?:undecided|unsettled|divided (?:over|on|about))\b",
        r"\b[Qq]uestions? (?:still )?(?:remains?|lingers?|persists?|surrounds?|abounds?)\b|\bunanswered questions?\b|\b[Mm]ystery (?:still )?surrounds?\b",
        r"\b(?:ha(?:s|ve) raised|raises?) (?:[a-z]+ ){0,2}(?:questions|doubts) (?:about|over)\b",
    ),
    # Who says nothing.
    _SILENCE: (
        rf"\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) (?:repeatedly |immediately )?to {_TELL}(?! (?:his|her|their) (?:[a-z]+ )?names?\b)|\bdeclined (?:further )?comment\b",
        rf"{NO_ANSWER}[^.;]{{0,50}}{REQUESTS}",
        rf"\bcould{_NOT} {_YET}reached for comment\b|\b(?:was|were) not {_YET}available (?:for|to) comment\b|\bno (?:immediate )?comment\b",
    ),
    # What one side denies.
    1.0: (
        r"\b(?:denies|denied|deny|disputes|disputed) (?:all |any |the |those |these |that )?(?:[a-z]+ )?"
        r"(?:allegations?|accusations?|claims?|charges|wrongdoing|involvement|reports?|responsibility)\b",
    ),
}
_PATTERNS = tuple((worth, re.compile("|".join(patterns))) for worth, patterns in _KINDS.items())


def find_open_questions(
    article: Article, references: References, *, told: Collection[Sentence], published: date | None
) -> tuple[KeyPoint, ...]:
    """Up to three sentences about what is open, in reading order.

    What nobody knows comes before what is looked into, that before what is not decided or not told yet, that
    before who says nothing, of whom one is enough, and that before what somebody denies. What stands in quotation marks
    tells nothing.
    """
    worth = {}
    for number, _, outside in candidates(article, _HINTS):
        for each, pattern in _PATTERNS:
            if pattern.search(outside):
                worth[number] = each
                break
    silent = [number for number, each in worth.items() if each == _SILENCE]
    return choose_points(article, worth, references, told=told, published=published, alike=silent)
