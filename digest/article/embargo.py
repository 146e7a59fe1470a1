"""Embargoes: the line of a page that holds its text back, and the moment until which it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone

from digest.text.moments import parse_moment
from digest.text.patterns import seldom
from digest.text.timestamps import MONTH_NAMES, find_timestamp, month_number, zone_offset

# "Embargo on oil takes effect" is a headline, "Cuba is under embargo" a sentence; what holds a text back
# stands at a line's beginning, behind a label at most, and says until when.
_EMBARGO = seldom(
    r"""\A[\W_]*
    (?: (?:press|news|media)\s+(?:release|statement|notice)\b[\W_]* | (?:pressemitteilung|communiqu[ée](?:\s+de\s+presse)?)\b[\W_]*
      | (?:(?:strictly\s+)?(?:private\s+(?:and|&)\s+)?confidential|advance\s+copy|draft|please\s+note|note|important|status|achtung|wichtig)\b[\W_]+
      | (?:check\s+against\s+delivery|es\s+gilt\s+das\s+gesprochene\s+wort|(?:press|news|media)(?=\s+embargo)|immediate\s+release\s+after)\b[\W_]*
      | (?:please\s+note\s+(?:that\s+)?)?(?:this|the\s+following)\s+(?:(?:press|news|media)\s+)?(?:release|statement|story|article|report|document|text|material|information)\s+is\s+
      | (?:please\s+note\s+(?:that\s+)?)?(?:it\s+is|it['’]s|this\s+is|these\s+are|they\s+are|everything\s+is)\s+(?:all\s+|still\s+)?(?=(?:strictly\s+)?(?:embargoed|under\s+(?:a\s+)?(?:strict\s+)?embargo)\s+(?:until|till)\b)
      | (?:please\s+note\s+(?:that\s+)?)?(?:(?:all\s+)?the|all)\s+(?:information|contents?|details|material|figures|text|release|report)\s+(?:below|attached|(?:of|in)\s+this\s\w{1,20}(?:\s\w{1,20})?)\s(?:is|are)\s+
      | (?=[^.!?]{0,80}\bembargo)(?:please|attached|enclosed|below|here|find|see)\b[^.!?]{0,40}?(?:\b(?:below|attached|enclosed)\b[^.!?]{0,30}?)?(?=\b(?:under\s+(?:strict\s+)?embargo|embargoed)\b) )?
    (?: (?:strictly\s+)?embargoed[*_]{0,3}\s*(?:until|till|for|to|[:：.–—-]|(?=\d)|\Z)
      | (?:strictly\s+)?embargoed\s+(?:(?:press|news|media)\s+)?(?:release|copy|material|statement)\s*(?:until|till|[:：,.–—-]|\Z)
      | (?:strictly\s+)?(?:under|sous)\s+(?:a\s+)?(?:strict\s+)?embargo\s*(?:until|till|to|jusqu|[:：–—-]|\(?(?=\d)|\Z)
      | (?:strict\s+)?embargo\s*(?:until|till|date|time|lifts?\s+(?:at|on)|lifted\s+(?:at|on)|(?:in\s+place|in\s+force|applies)\s+until|bis|jusqu|[*_\W]*\Z|[:：–—-](?=.*\d)|(?=\d))
      | (?:strictly\s+)?not\s+(?:for|to\s+be)\s+(?:publication|release|broadcast|published|released)
          (?:(?:,\s*|\s*/\s*|\s+(?:or|and)\s+)\w+){0,4}(?:\s(?:in|on|by)\s\w{1,20}(?:\s\w{1,20}){0,2}?)?\s+(?:before|until|till|prior\s+to)\b
      | hold\s+for\s+(?:release|publication)\s*(?:before|until|till|[:：–—-]|(?=\d))
      | (?P<dated> (?:please\s+)?do\s+not\s+(?:publish|release|use|broadcast|distribute|share)(?:(?:,\s*|\s*/\s*|\s+(?:or|and)\s+)\w+){0,4}\s+(?:before|until|till|prior\s+to)\b
        | not\s+for\s+(?:use|distribution)(?:(?:,\s*|\s*/\s*|\s+(?:or|and)\s+)\w+){0,4}\s+(?:before|until|till|prior\s+to)\b
        | embargo\s+(?:lifts|lifted|ends|expires|is\s+lifted)\s*(?=[:：\d]) | (?:release\s+time|time\s+of\s+release)\s*[:：]
        | (?:publishable|(?:can|may)\s+be\s+(?:published|used|released))\s+(?:from|after)\b | for\s+use\s+(?:from|after)\b | frei\s+(?:ab|zur\s+veröffentlichung\s+(?:ab|am))\b
        | hold\s+until\b | for\s+(?:release|publication)\s*(?:after|on|at|from|not\s+before|[:：–—-]|(?=\d)) )
      | sperrfrist\b | gesperrt\s+bis\b )
    (?P<when>.*)\Z""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# Further on in a line only what gives its day holds a text back: "PRESS RELEASE (EMBARGO Thu 26 Nov 10.00): …".
_BESIDE = seldom(
    r"""(?<!was\s)(?<!were\s)(?<!been\s)(?:
      \bembargoed\b[\W_]{0,4}(?:for\s+release\W{1,3})?(?:until|till|to|(?=\d))
    | \b(?:under|sous)\s+(?:strict\s+)?embargo\b[\W_]{0,4}(?:until|till|jusqu|(?=\d))
    | [(\[|:–—-]\s?(?:strict\s+)?embargo\b[\W_]{0,3}(?:until|till|(?=\d)|(?=(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]{0,6}\b))
    | \bsperrfrist\b | \bembargad[oa]\s+hasta\b | \bembargo\s+(?:fino|tot)\b
    )(?P<when>.*)\Z""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_MENTIONS = ("embarg", "sperrfrist")
_LONGEST_SENTENCE = 14
"""Words of a sentence that holds a text back by its date alone."""
_BEGINNINGS = seldom(
    r"[\W_]*(?:embargo|strict|under|sous|not|hold|do\s|for\s|please|sperr|gesperrt|press|news|media|communiqu|private|confidential"
    r"|advance|draft|note|important|status|achtung|wichtig|check|es\s|immediate|release\s|time\s|publishable|can\s|may\s|frei\s"
    r"|this|the\s|all\s|it\s|it['’]s|these\s|they\s|everything\s|attached|enclosed|below|here|find|see)",
    re.IGNORECASE,
)
"""With one of these every embargo line begins."""
_LONGEST = 160
_LONGEST_NOTE = 240
"""Characters of a line that begins with the embargo itself."""
_LONGEST_DAY = 60
"""Characters of a line that says until when an embargo on the line above it lasts."""
_SUBJECT = re.compile(
    r"(?i:subject|betreff|objet)\s?:.{0,60}?(?P<held>\b(?i:embargoed|under (?:strict )?embargo|sous embargo)\b|\bEMBARGO\b|\bSPERRFRIST\b)"
)
_TIME_ALONE = seldom(
    r"(?:at\s)?\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?|h(?:rs|ours)?|uhr|noon|midnight)?(?:\s\(?[A-Z]{2,4}\)?)?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)][.!?])\s+(?=[A-Z])")
_LONGEST_PAST = timedelta(days=31)
_LATEST_ZONE = timezone(timedelta(hours=-12))
# Hours from UTC at which a zone's name that means two of them comes later: Eastern Time in winter.
_AMBIGUOUS = {
    "et": -5, "ct": -6, "mt": -7, "pt": -8, "eastern": -5, "central": -6, "mountain": -7, "pacific": -8,
    "uk": 0, "london": 0, "ist": 1, "wet": 0, "west": 1,
}  # fmt: skip
_DAY_AND_MONTH = seldom(
    rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<mon1>{MONTH_NAMES})|(?P<mon2>{MONTH_NAMES})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)(?![\w])",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])")
_CLOCK = seldom(
    r"""(?<![\d:.+-])(?:
        (?:(?P<h>[01]?\d|2[0-4])(?:[:.]|\s?h\s?)(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?|(?P<h4>[01]\d|2[0-4])(?P<min4>[0-5]\d)(?=\s*(?:h|hrs?|hours|(?P<zoned>[A-Z]{2,4}))\b|\s*[,:(]|\s+(?:on|o[fn]|mon|tue|wed|thu|fri|sat|sun|\d)))
        \s*(?P<half>[ap]\.?\s?m\b\.?)?
      | (?P<h24>[01]?\d|2[0-4])(?=\s?h\b(?!\s?\d)|\s+(?:heures?|uhr)\b(?!\s?\d))
      | (?P<h12>1[0-2]|0?[1-9])\s*(?P<half12>[ap]\.?\s?m\b\.?)
      | (?P<word>\bmidnight|\bnoon|\bmidday) )
    \s*(?:h(?:rs|ours)?\b|heures?\b|uhr\b|o['’]clock\b)?\s*
    \(?(?P<zone>Z\b|(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?\b|[+-]\d{2}:?\d{2}\b|[A-Z]{2,8}\b)?""",
    re.VERBOSE | re.IGNORECASE,
)


def is_embargo_line(line: str) -> bool:
    """Whether a line says that the text is under embargo."""
    return _found(line) is not None


def embargo_notices(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of a page that hold its text back, each with its number.

    To a line that gives no day belongs what stands below it, where that is a day and little else, and a time below this; of a paragraph of
    more sentences each is asked. A mail's subject need not say until when.
    """
    for number, line in enumerate(lines):
        if is_embargo_line(line):
            below, time, *_ = (*lines[number + 1 : number + 3], "", "")
            if _names_a_day(line) or len(below) > _LONGEST_DAY or not _names_a_day(below):
                yield number, line
            else:
                yield number, f"{line.rstrip(' :')} until {below} {time if _TIME_ALONE.fullmatch(time) else ''}"
        elif any(mention in line.lower() for mention in _MENTIONS):
            if subject := _SUBJECT.match(line):
                yield number, f"EMBARGOED UNTIL {line[subject.end() :][:_LONGEST_DAY]}"
            yield from ((number, sentence) for sentence in _SENTENCE_END.split(line) if is_embargo_line(sentence))


def lacks_year(when: str) -> bool:
    """Whether words that say until when give a day and its month, and no year."""
    return find_timestamp(when) is None and _DAY_AND_MONTH.search(when) is not None


def is_moment(when: str) -> bool:
    """Whether words give a day with its year, and a time with its zone."""
    dated = _day_in(when, None)
    clocks = list(_CLOCK.finditer(f"{when[: dated[1]]}\n{when[dated[2] :]}")) if dated else []
    return bool(clocks) and all(clock["zone"] and _zone(clock["zone"]) != _LATEST_ZONE for clock in clocks)


def embargo_in(line: str, published: date | None = None) -> str | None:
    """The RFC 3339 time that an embargo line gives; None where it gives no date.

    Nothing is ever out too early: without a time of day the embargo lasts until the day has ended, without a zone
    it is read in the one where that time comes last, and of two times the later one counts.

    Args:
        line: the line.
        published: the day that the text was published or dated; a date without its year is the one nearest to it.
    """
    found = _found(line)
    return embargo_until(found["when"], published) if found else None


def day_of_embargo(line: str, published: date | None = None) -> str | None:
    """The ISO 8601 date that an embargo line gives, on which the text is to come out."""
    found = _found(line)
    dated = _day_in(found["when"], published) if found else None
    return dated[0].isoformat() if dated else None


def embargo_until(when: str, published: date | None = None) -> str | None:
    """The RFC 3339 time that the words of an embargo give; None where they give no date."""
    if moment := parse_moment(when.strip()):
        return moment.isoformat()
    dated = _day_in(when, published)
    if dated is None:
        return None
    day, start, end = dated
    rest = f"{when[:start]}\n{when[end:]}"
    try:
        latest = max(_moments(rest, day), default=None) or datetime.combine(
            day + timedelta(days=1), time(), _LATEST_ZONE
        )
    except OverflowError:  # the last day that there is
        return None
    return latest.isoformat()


def _found(line: str) -> re.Match[str] | None:
    if len(line) > _LONGEST_NOTE:
        return None
    if _BEGINNINGS.match(line) and (len(line) <= _LONGEST or line.lstrip("*_ ")[:8].isupper()):
        found = _EMBARGO.match(line)
        if found and not (found["dated"] and (not _names_a_day(found["when"]) or _is_long_sentence(line))):
            return found
    if not any(mention in line.lower() for mention in _MENTIONS):
        return None
    found = _BESIDE.search(line)
    return found if found and _names_a_day(found["when"]) else None


def _names_a_day(when: str) -> bool:
    return bool(find_timestamp(when) or _SLASHED.search(when) or _DAY_AND_MONTH.search(when))


def _is_long_sentence(line: str) -> bool:
    return line.endswith(".") and len(line.split()) > _LONGEST_SENTENCE


def _day_in(when: str, published: date | None) -> tuple[date, int, int] | None:
    """The day that the words give, and where they do."""
    if stamp := find_timestamp(when):
        return stamp.day, stamp.span.start, stamp.span.end
    if slashed := _SLASHED.search(when):
        one, other, year = int(slashed["one"]), int(slashed["other"]), int(slashed["year"])
        either = [_date(year if year > 99 else 2000 + year, *order) for order in ((other, one), (one, other))]
        valid = [day for day in either if day]
        return (max(valid), *slashed.span()) if valid else None
    found = _DAY_AND_MONTH.search(when) if published else None
    if found is None or published is None:
        return None
    month, number = month_number(found["mon1"] or found["mon2"]), int(found["d1"] or found["d2"])
    years = (_date(published.year + more, month, number) for more in (-1, 0, 1, 2))
    # An embargo long over when its text came out is next year's.
    known = [day for day in years if day is not None and published - day <= _LONGEST_PAST]
    nearest = min(known, key=lambda day: (abs(day - published), -day.toordinal()), default=None)
    return (nearest, *found.span()) if nearest else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moments(rest: str, day: date) -> Iterator[datetime]:
    """The moments of the day that the words beside its date give."""
    for clock in _CLOCK.finditer(rest):
        zone = _zone(clock["zone"] or "")
        half = clock["half"] or clock["half12"]
        minute = int(clock["min"] or clock["min4"] or 0)
        if clock["word"]:
            # "Midnight on Thursday" may be the one that ends it.
            hour = 24 if clock["word"].lower() == "midnight" else 12
        else:
            hour = int(clock["h"] or clock["h4"] or clock["h24"] or clock["h12"])
            if half and hour <= 12:
                hour = hour % 12 + (12 if half[0] in "pP" else 0)
        if hour <= 24:
            yield datetime.combine(day, time(0, 0, int(clock["s"] or 0)), zone) + timedelta(hours=hour, minutes=minute)


def _zone(printed: str) -> timezone:
    """The zone of a time; the latest where none is told."""
    name = printed.lower().replace(" ", "")
    if name.startswith(("utc", "gmt")) and name[3:]:
        hours, _, minutes = name[4:].partition(":")
        if not minutes and len(hours) > 2:
            hours, minutes = hours[:-2], hours[-2:]
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        offset = -offset if name[3] == "-" else offset
        return timezone(offset) if abs(offset) < timedelta(hours=24) else _LATEST_ZONE
    known = timedelta(hours=_AMBIGUOUS[name]) if name in _AMBIGUOUS else zone_offset(name) if name else None
    return timezone(known) if known is not None and abs(known) < timedelta(hours=24) else _LATEST_ZONE
