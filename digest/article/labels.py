"""Labels, the names that stand before what somebody says in a transcript: `MS. QUILL:`, `Q`, `Ada Quill (00:12):`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.lexicons import lexicon
from digest.text.particles import PARTICLES
from digest.text.patterns import seldom
from digest.text.spans import Span, one_line

_WORDS = lexicon("speakers")
_QUESTIONERS, _ANSWERERS = _WORDS["questioners"] | _WORDS["reporters"], _WORDS["answerers"]
_HOSTS = _WORDS["hosts"]
_REPORTERS = _WORDS["reporters"]
_OFFICES, _COURTESY = _WORDS["offices"], _WORDS["courtesy"]
_UNKNOWN, _NOBODY, _THINGS = _WORDS["unknown"], _WORDS["nobody"], _WORDS["things"]

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = rf"(?:\[{_CLOCK}\]|\({_CLOCK}\)|{_CLOCK})"
_WORD = r"[^\W\d_][\w.'’-]*"
_BOLD = r"[*_]{0,3}"
_LONGEST = 120
"""Characters of a label with all that belongs to it."""
# Before a label may stand a time, and a number as committees count their questions: "Q12 Chair:".
_NAMED = re.compile(
    rf"""{_BOLD}(?:{_STAMP}\s{{0,4}}[-–—]?\s{{0,4}})?(?:Q\d{{1,4}}\.?\s+|\d{{1,3}}\.\s+)?{_BOLD}
    (?P<name>(?:The\s)?{_WORD}(?:\s{_WORD}){{0,5}}(?:\s\d{{1,3}})?)
    (?P<more>(?:,\s[^:;!?\r\n*(\[]{{2,60}})?(?:\s?[(\[][^()\[\]\r\n]{{1,60}}[)\]]){{0,2}})
    {_BOLD}\s?:{_BOLD}(?:\s+[(\[]{_CLOCK}[)\]])?(?:\s+|\Z)""",
    re.VERBOSE,
)
# "Q  Who pays?", "Q. Who pays?", and with the one who asks: "Q (Mr. Lind) Who pays?"
_LETTER = re.compile(
    rf"{_BOLD}(?:{_STAMP}\s*)?(?P<name>Q|A(?=[.):*_]))(?P<more>\s\([^()\r\n]{{2,60}}\))?[.):]?{_BOLD}:?(?:\s{{1,12}}(?=[A-Z“\"\[(¿0-9])|\s*\Z)"
)
# The print of hearings: "Mr. LIND. Thank you.", "The CHAIRMAN. The committee will come to order."
_PRINTED = seldom(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Senator|Representative|Chair(?:man|woman)?|CHAIR(?:MAN|WOMAN)?|Secretary|Director|Commissioner|Judge|General|Admiral|Governor|Mayor|The)\.?"
    r"\s(?:Mc|Mac|De|La|Van\s|Von\s)?[A-Z]{2}[A-Z'’-]*(?:\s[A-Z][A-Z'’-]+){0,2})(?P<more>\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?\.\s+(?=[A-Z“\"\[(])"
)
_PRINTED_TITLES = (
    *("Mr", "Ms", "Miss", "Dr", "Sen", "Rep", "Chair", "CHAIR", "Sec", "Dir"),
    *("Com", "Judge", "Gen", "Adm", "Gov", "Mayor", "The "),
)
# An office with who holds it: "The Secretary of State for Transport (Ada Quill): …"
_HELD_BY = seldom(r"The [^()]{3,80} \([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){1,4}\)\s?:\s*")
# Who asks from a hall, in small letters too: "Audience member 2:"
_FROM_THE_HALL = seldom(
    r"(?:(?:audience|floor)(?: (?:member|question|speaker))?|public (?:member|question|speaker)|(?:member|question) (?:of|from) the (?:audience|public|floor))(?: \d+)?"
)
# For whom somebody asks, behind the label: "JOURNALIST: (Northmoor Wire) Who pays?"
_PAPER = seldom(r"[(\[](?P<name>[A-Z][^()\[\]\d]{1,40})[)\]]\s+(?=[A-Z])")
# The label of a transcription service, alone on its line: "Ada Quill (00:12)", "Ada Quill 00:12".
_TIMED = seldom(rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,4}})(?P<more>)\s+{_STAMP}\Z")
_STAMPED = re.compile(rf"[(\[]{_CLOCK}[)\]]|{_CLOCK}\Z")
_IS_STAMP = re.compile(rf"\s*[(\[]?{_CLOCK}[)\]]?\s*")
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00de][\w'’-]*\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A speaker's label that a paragraph opens with."""

    span: Span
    """All of it, to where the words begin."""
    name: Span
    """Where it names the speaker."""
    speaker: str
    """The name as printed: `MS. QUILL`, `Q`, `Ada Quill`."""
    more: str | None = None
    """What it says beside the name: `HOST`, `Northmoor Wire`."""
    known: bool
    """Whether it can be nothing but a speaker's; a name alone may head an entry of a list."""

    @property
    def key(self) -> str:
        """The same for all labels of a speaker."""
        return self.speaker.casefold().replace(".", "")

    @property
    def is_letter(self) -> bool:
        """Whether it marks a question or an answer and names nobody: `Q`, `ANSWER`."""
        return _all_in(self.key, _QUESTIONERS | _ANSWERERS)

    @property
    def is_part(self) -> bool:
        """Whether it tells a part in the talk, or an office, and nobody's name: `Q`, `THE CHAIR`, `Chief Spokesperson`."""
        return _all_in(self.key.removeprefix("the "), _QUESTIONERS | _ANSWERERS | _HOSTS | _OFFICES)

    @property
    def asks(self) -> bool:
        """Whether the speaker is there to ask."""
        return (
            _all_in(self.key, _QUESTIONERS)
            or self.key.partition(" ")[0] in _REPORTERS
            or _FROM_THE_HALL.fullmatch(self.key) is not None
        )

    @property
    def is_unknown(self) -> bool:
        """Whether it says that the speaker's name is not known: `UNIDENTIFIED MALE`, `Speaker 2`, `Audience member`."""
        return _all_in(self.key, _UNKNOWN) or (" " in self.key and _FROM_THE_HALL.fullmatch(self.key) is not None)

    @property
    def hosts(self) -> bool:
        """Whether the speaker leads through the talk."""
        return self.key.partition(" ")[0] in _HOSTS


def find_label(text: str, paragraph: Span) -> Label | None:
    """The label that a paragraph opens with, if it does. Whether it is a turn's, only all of the text can tell."""
    limit = min(paragraph.end, paragraph.start + _LONGEST)
    first = text[paragraph.start]
    found = _LETTER.match(text, paragraph.start, paragraph.end) if first in "QA*_[(0123456789" else None
    known: bool | None = True
    if found is None and text.startswith(_PRINTED_TITLES, paragraph.start):
        found = _PRINTED.match(text, paragraph.start, paragraph.end)
    if found is None and text.find(":", paragraph.start, limit) >= 0:
        found = _NAMED.match(text, paragraph.start, limit)
        if found is None and limit == paragraph.end:
            found = _TIMED.match(text, paragraph.start, limit)
        known = _is_speaker(found["name"].split()) if found else None
        if known is None and found and _HELD_BY.fullmatch(found.group()) and _is_held(found["name"].split()):
            known = True
    if found is None or known is None:
        return None
    paper = _PAPER.match(text, found.end(), paragraph.end) if found["name"].casefold() in _REPORTERS else None
    known = known or _STAMPED.search(found.group()) is not None
    more = (
        one_line(found["more"] or (paper["name"] if paper else ""))
        .strip(" ,()[]")
        .removeprefix("of ")
        .replace(") (", ", ")
    )
    return Label(
        span=Span(found.start(), paper.end() if paper else found.end()),
        name=Span(*found.span("name")),
        speaker=one_line(found["name"]),
        more=more if more and not _IS_STAMP.fullmatch(more) else None,
        known=known,
    )


def _all_in(key: str, words: frozenset[str]) -> bool:
    """Whether all words of a label are listed, but for a number: `REPORTER 2`."""
    return all(word in words or word.isdigit() for word in key.split(" "))


def _is_speaker(words: list[str]) -> bool | None:
    """Whether words before a colon are a speaker's label for sure; None where they are none."""
    small = [word.casefold().strip(".") for word in words]
    if _FROM_THE_HALL.fullmatch(" ".join(small)):
        return True
    first, last = small[0], small[-1]
    capitals = all(word.isupper() or word.startswith(("Mc", "Mac")) or word.isdigit() for word in words)
    if len(words) == 1 or (len(words) == 2 and last.isdigit()):
        if first in _QUESTIONERS or first in _ANSWERERS or first in _HOSTS:
            return True
        if first in _NOBODY or not may_be_name(words):
            return None
        return (first in _OFFICES or first in _UNKNOWN) and (capitals or last.isdigit())
    if first == "the":
        return True if last in _OFFICES and len(words) <= 4 else None
    if not _THINGS.isdisjoint(small) or not may_be_name(words) or (len(words) == 2 and not _NOBODY.isdisjoint(small)):
        return None
    return first in _COURTESY or first in _UNKNOWN or not _OFFICES.isdisjoint(small[:3])


def _is_held(words: list[str]) -> bool:
    """Whether words behind "The" open with an office: "The Parliamentary Secretary for Health"."""
    return not _OFFICES.isdisjoint(word.casefold() for word in words[1:4])


def may_be_name(words: list[str]) -> bool:
    """Whether all words are written as those of a name."""
    return words[-1] not in PARTICLES and all(
        _CAPITALISED.fullmatch(word) or word in PARTICLES or word.isdigit() for word in words
    )
