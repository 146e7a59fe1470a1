"""The opening of a pasted page: headline, date line and dateline, above the first paragraph and in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.article.capitals import as_written
from digest.article.outlets import is_outlet_name
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom
from digest.text.reporting import REPORTING_VERBS, SAYS
from digest.text.spans import Span
from digest.text.timestamps import WEEKDAY, find_timestamp

_DATE_LABEL = seldom(
    r"(?:(?:first\s+)?(?:published|updated|posted|modified|last\s+(?:updated|modified)|issued|released?|delivered(?:\s+on)?|date|publié|veröffentlicht|publicado)\b|source:)",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"{WEEKDAY}"
    r",? (?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})(?= [A-Z]|\Z)"
)
_BESIDE_DATE = frozenset(["am", "pm", "gmt", "utc", "updated", "last", "hours", "minutes", "days", "ago"])
_PLACE = r"[A-Z][A-Z.'’\u00c0-\u00de-]+(?:\s+(?:[A-Z][A-Z.'’\u00c0-\u00de-]+|OF|DE|LA|DU|THE)){0,4}"
_MONTH_DAY = r"[A-Z][a-z]{2,8}(?:\.?\s+|\.)\d"
# What stands behind a dateline begins a sentence: "The Harbour Board (THB) said" has none.
_DATELINE = re.compile(
    rf"""\s*(?:
        (?P<caps>{_PLACE}(?:/{_PLACE})?)(?P<region>,\s*(?!{_MONTH_DAY})(?:the\s)?[A-Z][\w. ]{{1,30}}?)?(?:/{_PLACE})?(?P<day>,\s*{_MONTH_DAY}\d?(?:,\s*\d{{4}})?,?)?
            \s{{0,4}}(?:\((?P<agency>[A-Z][\w. /-]{{1,30}})\)\s{{0,4}}(?:[-–—―]+|:)?|[-–—―]{{1,2}})
      | (?P<mixed>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){{0,3}}),\s*(?P<date>\d{{1,2}}\.?\s+[A-Z][a-z]+\s+\d{{4}}|[A-Z][a-z]+\s+\d{{1,2}},\s*\d{{4}})\s*[-–—]+(?=\s)
      | (?P<mixed2>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){{0,3}})(?P<region2>,\s*[A-Z][\w. ]{{1,30}}?)?
            \s{{0,4}}(?:\((?P<agency2>CNN|AP|AFP|Reuters|UPI|Xinhua|PA|dpa|[A-Z]{{2,6}})\)\s{{0,4}}(?:[-–—]+|(?<=\(CNN\)))|\s(?:—|--)(?=\s))
      | (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s+\d\d?\s{{0,4}}\((?P<agency4>[A-Z][\w. ]{{1,30}})\)\s{{0,4}}[-–—]+
      | \((?P<agency3>CNN|AP|AFP|Reuters|UPI|Xinhua)\)\s{{0,4}}(?:[-–—]+)?
      | \((?P<outlet>[A-Z][\w.&’' -]{{2,40}})\)(?=["“]?[A-Z][a-z])
    )\s*(?=["“‘'(\[]?[^\W_a-z])""",
    re.VERBOSE,
)
# "NEW NORTHMOOR: The ferry left", and no label such as "UPDATE:"
_WITH_COLON = seldom(rf"\s*(?P<place>{_PLACE}):\s+(?=[\"“‘'(\[]?[A-Z][a-z])")
_LABELS = lexicon("labels")["labels"]
_FULL_SENTENCE = 12
"""Words of a paragraph before which a place and a colon are a dateline."""
_FIRST_WORDS, _FEWEST_SMALL = 8, 3
"""Words behind such a place, and how many of them stand with a small letter as in no headline."""
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th|er)?\.?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s*\d{4})"
_IN_RELEASE = rf"(?P<place>[A-Z\u00c0-\u00de][\w.'’-]*?(?:\s[A-Z][\w.'’-]*?){{0,3}})(?P<region>(?:,\s*(?!{_MONTH_DAY})[A-Z][\w. ]{{1,30}}?){{0,2}})"
# "NORTHMOOR, Oct. 3, 2026 /PRNewswire/ -- ", "SELWYN, Norway--(BUSINESS WIRE)--"
_WIRED = seldom(
    rf"\s*{_IN_RELEASE}(?:,\s{{0,4}}(?P<date>{_DAY}))?\s{{0,4}}[-–—]{{0,3}}\s{{0,4}}(?:/\s?(?:PRNewswire|PR\sNewswire|CNW)[\w\s-]{{0,30}}/|\((?P<agency>[A-Z][A-Za-z ]{{1,20}}(?i:wire)|Marketwired|PRWEB)\))\s{{0,4}}[-–—]*\s*(?=[\"“‘'(\[]?[^\W_a-z])"
)
# "Northmoor, Norway – 3 June 2026 – ", "(Northmoor, 3 June 2026) – "
_DATED_PLACE = seldom(
    rf"\s*\(?{_IN_RELEASE}(?:,|\s*[-–—|(])\s*(?:(?:le|den)\s)?(?P<date>{_DAY})\)?\s*(?:[-–—|]+|:|\.(?=\s))\s+(?P<agency>)(?=[\"“‘'(\[]?[^\W_a-z])"
)
_YEAR_AND_STOP = re.compile(r"\s(?:19|20)\d\d\.\s")
# "The mayor said today:", "The mayor said in a statement on Monday:"
_SAYS_WHEN = seldom(
    rf"\b(?:{SAYS})(?: (?:today|yesterday|tonight|earlier|later|last night|this (?:morning|afternoon|evening|week)"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in (?:an?|the|her|his|its|their) (?:\w+ )?(?:statement|response|letter|post|message|e-?mail))){1,2}:\Z"
)
# "CORRECTED-UPDATE 2-Northmoor opens the gate": what a wire's desk says of a story before its headline
SLUG = seldom(
    r"\s*(?:(?:CORRECTED|CORRECTION|REFILE|REPEAT|RPT|UPDATE|UPDATED|WRAPUP|EXCLUSIVE|ANALYSIS|FACTBOX|EXPLAINER|INSIGHT|FEATURE|TIMELINE|PREVIEW|INTERVIEW|NEWSMAKER|ADVISORY)"
    r"(?:\s\d{1,2})?\s?[-–—]\s?)+(?=[^\W_])"
)
_PLACE_AND_DAY = seldom(rf"{_IN_RELEASE.replace('(?P<region>', '(?:')},\s(?:(?:le|den)\s)?(?P<date>{_DAY})")
_LONGEST_DATELINE = 140
LONGEST_HEADLINE = 32
"""Words; a longer line is a paragraph of the story."""
_FINAL = seldom(r"[.!?…]['\"”’»)]*\Z")
_FIRST_ENTRY = re.compile(r"\(?1[.)]\s")
"""What opens the first of several items, below the headline of them all."""
_SITE_NAME = 4
"""Words; a shorter line above a longer one is the site's name or its section, not the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place, and the agency, that a story's first words give: `GENEVA (NMW) —`."""

    span: Span
    place: str | None = None
    agency: str | None = None
    published: str | None = None
    """ISO 8601 date, as releases give it: `Northmoor, 4 June 2026 –`."""


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that a story's first paragraph opens with, if it does."""
    limit = min(paragraph.end, paragraph.start + _LONGEST_DATELINE)
    head = text[paragraph.start : limit]
    if told := _with_colon(text, paragraph, head):
        return told
    if SLUG.match(head):
        return None
    # One of these stands in every other dateline.
    if (
        not _YEAR_AND_STOP.search(head)
        and "-" not in head
        and "(" not in head
        and "—" not in head
        and "–" not in head
        and "―" not in head
    ):
        return None
    wired = _WIRED.match(head) if "/" in head or "ire)" in head or "IRE)" in head else None
    found = _DATELINE.match(text, paragraph.start, limit) if wired is None else None
    if not found:
        dated = _DATED_PLACE.match(head) if wired is None and ("20" in head or "19" in head) else None
        return _release_dateline(wired or dated, paragraph)
    if found.end() >= paragraph.end:
        return None
    agency = found["agency"] or found["agency2"] or found["agency3"] or found["agency4"] or found["outlet"]
    place = found["caps"] or found["mixed"] or found["mixed2"]
    if place and not agency and not found["caps"] and len(place.split()) > 3:
        return None
    region = (found["region"] or found["region2"] or "").strip(" ,")
    if place:
        place = place.strip()
        place = as_written(place)
        place = f"{place}, {region}" if region and not find_timestamp(region) else place
    day = found["date"] or (found["day"] or "").strip(" ,")
    stamp = find_timestamp(day) if day[-4:].isdigit() else None
    return Dateline(
        span=Span(paragraph.start, found.end()), place=place, agency=agency, published=stamp.iso if stamp else None
    )


def place_beside_date(text: str, paragraph: Span) -> Dateline | None:
    """The place that a line above a release gives with its day: "Port Sammer, 30 September 2026"."""
    line = paragraph.of(text)
    found = _PLACE_AND_DAY.fullmatch(line) if len(line) <= _LONGEST_DATELINE else None
    stamp = find_timestamp(found["date"]) if found else None
    if found is None or stamp is None or is_outlet_name(found["place"]):
        return None
    return Dateline(span=paragraph, place=as_written(found["place"]), published=stamp.iso)


def _with_colon(text: str, paragraph: Span, head: str) -> Dateline | None:
    """The dateline that only a colon parts from the story."""
    place, colon, _ = head.partition(":")
    if not colon or not place.strip().isupper() or not _LABELS.isdisjoint(place.split()):
        return None
    found = _WITH_COLON.match(head)
    story = paragraph.of(text)
    if not found or sum(map(str.islower, head[found.end() :].split()[:_FIRST_WORDS])) < _FEWEST_SMALL:
        return None  # "LOOK: What The Mayor Did Will Shock You"
    if len(story.split()) < _FULL_SENTENCE or not _FINAL.search(story.rstrip()):
        return None
    end = paragraph.start + found.end()
    return Dateline(span=Span(paragraph.start, end), place=as_written(found["place"]), agency=None, published=None)


def _release_dateline(found: re.Match[str] | None, paragraph: Span) -> Dateline | None:
    if found is None or paragraph.start + found.end() >= paragraph.end:
        return None
    place, region = found["place"], found["region"].strip(" ,")
    place = as_written(place)
    stamp = find_timestamp(found["date"]) if found["date"] else None
    return Dateline(
        span=Span(paragraph.start, paragraph.start + found.end()),
        place=f"{place}, {region}" if region else place,
        agency=found["agency"] or None,
        published=stamp.iso if stamp else None,
    )


def published_in(line: str) -> str | None:
    """The date in a line that is there to give it: labelled, or a date with little beside it."""
    stamp = find_timestamp(line) if len(line) <= 120 else None
    if stamp is None:
        return None
    rest = re.sub(r"[\W\d_]+", " ", line[: stamp.span.start] + line[stamp.span.end :]).lower().split()
    beside = [word for word in rest if word not in _BESIDE_DATE]
    return stamp.iso if _DATE_LABEL.match(line) or "|" in line or len(beside) <= 4 else None


def without_slug(headline: str) -> str:
    """`UPDATE 2-Northmoor opens the gate` is `Northmoor opens the gate`."""
    found = SLUG.match(headline)
    return headline[found.end() :] if found else headline


def labels_date(line: str) -> bool:
    """Whether a line begins by saying that a date is all that it gives: "Delivered on: 3 October 2026"."""
    return _DATE_LABEL.match(line) is not None


def dated_line(line: str) -> str | None:
    """The date that a paragraph opens with as pages print it above a story: "Friday, July 21, 2017"."""
    found = _DATED.match(line)
    stamp = find_timestamp(found.group()) if found else None
    return stamp.iso if stamp else None


def date_behind(heading: str) -> str | None:
    """The date that a heading ends in: "Press Briefing by Ada Quill, 5 June 2026"."""
    stamp = find_timestamp(heading)
    if (
        stamp is None
        or heading[stamp.span.end :].strip(" )].")
        or not heading[: stamp.span.start].rstrip().endswith((",", "–", "—", "-", "(", "|", ":"))
    ):
        return None
    return stamp.iso


def ends_a_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_FINAL.search(line))


def leads_to_statement(line: str) -> bool:
    """Whether a line says who says what follows it, and so is the story's: "The mayor, Ada Quill, said:"."""
    if not line.endswith(":"):
        return False
    return line[:-1].rpartition(" ")[2] in REPORTING_VERBS or _SAYS_WHEN.search(line) is not None


def choose_headline(lines: list[str]) -> int | None:
    """Which of the lines above the story is its headline: the first that is long enough.

    None where there is none. Site names and sections stand above it and are shorter.
    """
    for number, line in enumerate(lines):
        if len(line.split()) >= _SITE_NAME and not is_outlet_name(line) and not (number and _FIRST_ENTRY.match(line)):
            return number
    short = [number for number, line in enumerate(lines) if re.search(r"\w", line) and not is_outlet_name(line)]
    return short[0] if short else 0 if lines else None
