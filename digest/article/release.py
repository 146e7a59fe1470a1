"""Press releases: what says that a text is one, who issued it, and what in it is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.article.capitals import as_written
from digest.text.lexicons import lexicon
from digest.text.patterns import seldom

_MARK = re.compile(
    r"""[*_#\s]*(?:
      for\s+(?:immediate\s+)?release\b.{0,60}
    | (?:press|news|media)\s+(?:release|statement|notice)(?:\s*(?:[-–—:|#/.,(].{0,60}|n(?:o|r|umber)\b\.?.{0,40}|\d.{0,40}|(?:issued|dated?|from|by)\b.{0,60}))?
    | (?:joint\ )?press\ statement | (?:press|news|media)\ (?:advisory|alert|invitation) | (?:witness\ appeal|appeal\ for\ (?:witnesses|information)) | (?:communiqué\ de\ presse|pressemitteilung|nota\ de\ prensa|comunicado\ de\ prensa)
    )[*_\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
# The capitals above a company's announcement, and what it calls itself: ("Senn" or the "Company")
_LEGAL = re.compile(
    r"(?:THIS ANNOUNCEMENT (?:AND THE INFORMATION .{0,60} )?(?:CONTAINS|IS NOT|IS RESTRICTED)\b"
    r"|NOT FOR (?:RELEASE|PUBLICATION|DISTRIBUTION),? .{0,60}\bIN(?:,| |TO)"
    r"|\([\"“][^\"”]{1,40}[\"”](?:,? (?:or|and),? (?:the )?[\"“][^\"”]{1,40}[\"”])*\)\Z)"
)
_JOINT = re.compile(r"Joint (?:press )?(?:statement|communiqu[ée]|declaration)\b", re.IGNORECASE)
_WIRE = re.compile(
    r"/\s?(?:PRNewswire|CNW|PR\ ?Newswire)[\w\s-]{0,30}/|\((?:BUSINESS\s?WIRE|GLOBE\s?NEWSWIRE|ACCESSWIRE|ACCESS\ Newswire|Marketwired|PRWEB|EZ\ Newswire)\)"
)
_NOTES = re.compile(
    r"[*_#\s]*(?:notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|newsrooms?|journalists?)|editor['’]?s?['’]?\s+notes?)\s{0,4}[:.]?[*_\s]*",
    re.IGNORECASE,
)
_ENDS = seldom(
    r"[-–—/\s*_]*(?:ends?|(?:#\s?){3,}|-?\s?30\s?-?|fin|(?:end\s+of\s+(?:press\s+|news\s+)?release))[-–—/\s*_.]*",
    re.IGNORECASE,
)
_ABOUT = seldom(
    r"[*_#\s]*(?:About\s+(?:the\s+)?|À\ propos\ d(?:e\ (?:la\ )?|u\ |['’])|Über\ (?:d(?:ie|as|en)\ )?)(?P<name>(?!(?:author|writer|this|us|our|me|half|it)\b)[^\W\d_a-z][^.:*]{1,60}?)\s{0,4}:?[*_\s]*"
)
_ABOUT_INLINE = seldom(
    r"[*_]*About\s+(?:the\s+)?(?P<name>[^\W\d_a-z][^.:*–—]{1,60}?)[*_]*\s*(?::|\s[–—-])\s*[*_]*\s?(?=\S)"
)
_TAIL = seldom(
    r"""[*_#\s]*(?:
      (?:(?:media|press|investors?|investor\ relations|public\ relations|news|company)\s+(?:(?:and|&|/)\s+\w+\s+)?)?(?:contacts?|enquiries|inquiries)(?:\s+(?:information|details|for\ (?:the\ )?(?:media|press|journalists)))?
    | (?:presse|medien)kontakt | ansprechpartner(?:in)? | contacts?\ (?:de\ )?presse | contact\ for\ the\ press
    | (?:media|press)\ (?:office|relations) | for\ (?:more|further|additional)\ (?:information|details)\b(?:,?\ (?:please\ )?(?:contact|visit|see|call))?
    | for\ (?:media|press)\ (?:enquiries|inquiries)(?:,?\ (?:please\ )?contact)?
    | forward[-\ ]looking\ (?:statements?|information) | (?:cautionary|important)\ (?:note|notice|statement|information|language)\b.{0,80}
    | (?:safe\ harbou?r)(?:\ statements?)?\b.{0,60} | disclaimers? | journal | doi | funders? | coi\ statement | article\ (?:title|publication\ date) | (?:method|subject)\ of\ research | related\ links? | non-gaap\ .{0,60} | image\ (?:gallery|caption)s? | logos?
    )\s*(?::.{0,140}|[–—-]\s.{0,100}|\Z)[*_\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
# "…, the Harbour Trust said today", "the Harbour Agency (HA) warned in a report published today"
_SAYS_TODAY = re.compile(
    r"\b(?:announces|(?:said|announced|warned|launched|published|reported)(?: in an? \w+(?: published| released)?)? today)\b"
)
_SOURCE = re.compile(r"SOURCE:?\s+(?P<name>[^\W\d_a-z][^:|]{1,80})")
_NOTICE = seldom(
    r"""(?:
      disclaimer:\s.*
    | (?:to\ learn\ more|to\ find\ out\ more|for\ (?:more|further)\ (?:information|details)|(?:\w+\ ){1,3}can\ (?:find\ out|learn)\ more)\b[^.]{0,80}\b(?:visit(?:ing)?|call(?:ing)?|see|go(?:ing)?\ to|e-?mail(?:ing)?|contact(?:ing)?)\ .{0,160}
    | (?:media|press|journalists|reporters)(?:\ \w+){0,3}\ (?:must|should|may|can|are\ (?:asked|invited|requested)\ to)\ (?:register|rsvp|apply|contact)\b.{0,240}
    | for\ (?:media|press|all)\ (?:enquiries|inquiries|questions)\b.{0,160}
    | (?:the\ )?text\ of\ the\ following\ (?:joint\ )?(?:statement|communiqu[ée]|declaration)\ was\ .{0,200} | (?:begin|end)\ (?:of\ )?(?:text|statement)\s?[:.]?\Z
    |
      (?:this|the)\s+(?:press\s+|news\s+|media\s+)?(?:release|announcement|communication)\s+(?:may\s+)?(?:contains?|includes?)\s.{0,80}\bforward[-\ ]looking\b.*
    | (?:certain|some|except\ for|statements)\b.{0,160}\bforward[-\ ]looking\ statements?\b.* | forward[-\ ]looking\ statements?\b.{0,60}(?:\b(?:are|involve|include|speak|reflect)\b).*
    | (?:to\ )?view\ (?:the\ |this\ )?(?:original|source|multimedia|full|photos?|additional)\b.{0,200} | to\ view\ .{0,80}\bclick\b.*
    | (?:logo|photo|video|image|multimedia|cision|infographic|download)\w*\s*[-–—:]\s*(?:https?:|www\.).* | a\ (?:photo|video|media\ snippet)\ accompanying\b.*
    | (?:source\ version|photos/multimedia\ gallery|multimedia\ assets)\b.{0,200} | \*?this\ (?:release|announcement)\ was\ (?:distributed|issued)\b.*
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\w)(?:\+\s?)?(?:\(\d{1,5}\)|\d{1,5})(?:[\s./–-]{1,2}(?:\(\d{1,4}\)|\d{1,5})){1,6}(?!\w)")
_CONTACT_WORDS = seldom(
    r"\b(?:tel(?:ephone)?|phone|mobile|cell|fax|e-?mail|office|direct|twitter|web(?:site)?|press|media|contacts?|or|and|ext|enquiries|inquiries|out\ of\ hours|hours)\b\.?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"[*_\s]*(?:(?:media|press|investor|public)\s+(?:relations\s+)?)?(?:contacts?|enquiries|inquiries)\b.{0,120}",
    re.IGNORECASE,
)
_BODIES = lexicon("names")["organisation_heads"]
_LONGEST_NAME = 8
"""Words."""
_LONGEST_BEFORE = 120
"""Characters before a verb in which a body is named."""
_JOINTS = frozenset(["of", "for", "and", "the", "&", "für", "und", "der", "des", "de", "du", "et", "la", "plc"])
_ABROAD = frozenset(["Ministerium", "Ministère", "Ministerio", "Ville", "Stadt", "Bundesamt", "Landesamt"])
"""Heads of bodies' names in other tongues."""
_OF_BODY = re.compile(
    r"(?:\S+ ){1,3}?(?:of|for|für|de|du|des)(?: (?:the|la|der))?(?: [^\s,]+){1,2}(?:(?:,| and| und| et| &)(?: the)? [^\s,]+)*"
)
_TITLE_OF_DOCUMENT = seldom(
    r"(?:written|oral|ministerial|public|open|personal)\s(?:ministerial\s)?(?:statement|answer|letter)(?:\s(?:to|by|in)\s(?:the\s)?[\w\s]{3,40})?"
    r"|(?:the\s)?(?:unaudited|audited|preliminary|interim|half[- ]year(?:ly)?|full[- ]year|annual|quarterly|(?:first|second|third|fourth)[- ]quarter|q[1-4]|trading)\b"
    r"[\w\s&’'-]{0,30}\b(?:results|report|update|statement)\b(?:\s(?:for|of)\s(?:the\s)?.{0,60}|\s\d{4})?",
    re.IGNORECASE,
)
_HEAD = 10
"""Lines above a release's story in which it says what it is."""
_FEWEST_DIGITS = 6


def is_release(lines: Sequence[str]) -> bool:
    """Whether a text says that it is a press release, or ends as only a release does.

    It has a mark at its top, a newswire's dateline, notes to editors; or both a contact with its address and a
    paragraph about its issuer behind the story.
    """
    if any(map(_is_marked, lines[:_HEAD])) or any(map(_NOTES.fullmatch, lines[6:])):
        return True
    if any(map(_JOINT.match, lines[:2])):
        return True
    if any(_WIRE.search(line, 0, 160) for line in lines[: _HEAD + 10] if "/" in line[:160] or "(" in line[:160]):
        return True
    tail = lines[max(2, len(lines) // 3) :]
    about = next(
        (number for number, line in enumerate(tail) if line.lstrip("*_# ").startswith("About") and _about(line)), None
    )
    return about is not None and any(
        _CONTACT.fullmatch(line) and any(map(has_address, tail[number : number + 4]))
        for number, line in enumerate(tail)
    )


def _is_marked(line: str) -> bool:
    return (len(line) <= 120 and is_release_mark(line)) or _LEGAL.match(line) is not None


def is_release_mark(line: str) -> bool:
    """Whether a line says that the text is a press release, or to whom one may not be passed on."""
    return bool(_MARK.fullmatch(line) or _LEGAL.match(line))


def has_address(line: str) -> bool:
    """Whether a line gives an e-mail address or a telephone number."""
    if "@" in line and _ADDRESS.search(line):
        return True
    return any(sum(map(str.isdigit, found.group())) >= _FEWEST_DIGITS for found in _PHONE.finditer(line))


def is_contact_line(line: str) -> bool:
    """Whether a line of a release says nothing but how somebody is reached."""
    if len(line) > 160:
        return False
    if _CONTACT.fullmatch(line) and (line.rstrip("*_ ").endswith(":") or has_address(line)):
        return True
    if not (has_address(line) or _ADDRESS.search(line)):
        return False
    rest = _CONTACT_WORDS.sub(" ", _PHONE.sub(" ", _ADDRESS.sub(" ", line)))
    return len(rest.split()) <= 4 and not line.endswith(".")


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph of a release is about the release: its forward-looking statements, its pictures."""
    return bool(_NOTICE.match(paragraph))


def ends_story(line: str) -> bool:
    """Whether a line closes a text of any kind: "ENDS", "###", "-30-"."""
    return len(line) <= 40 and bool(_ENDS.fullmatch(line))


def opens_tail(line: str) -> bool:
    """Whether a release's story is over with a line: notes, contacts, what is said of the issuer."""
    if _ABOUT_INLINE.match(line) or _SOURCE.fullmatch(line):
        return True
    return (
        len(line) <= 160
        and not line.endswith(".")
        and bool(_TAIL.fullmatch(line) or _NOTES.fullmatch(line) or _about(line))
    )


def is_wire(agency: str) -> bool:
    """Whether an agency only passes releases on."""
    return agency.upper().endswith("WIRE") or agency in ("Marketwired", "PRWEB")


def find_issuer(lines: Sequence[str]) -> str | None:
    """Who issued a release: by the heading of its boilerplate, "About the Harbour Authority", its source line, or its head."""
    for line in reversed(lines):
        if found := _about(line) or _SOURCE.fullmatch(line) or _ABOUT_INLINE.match(line):
            return found["name"].strip()
    if body := body_above(lines[:_HEAD]):
        return body
    says = (_named_before(line, found.start()) for line in lines[: _HEAD * 2] for found in _SAYS_TODAY.finditer(line))
    return next(filter(_is_body, says), None)


def body_above(lines: Sequence[str]) -> str | None:
    """The body whose name alone is one of the lines above a text."""
    body = next(filter(_is_body, lines), None)
    return as_written(body) if body else None


def _named_before(line: str, verb: int) -> str:
    """The words with capitals that a verb stands behind, and what stands between them; initials in brackets apart."""
    words = line[max(0, verb - _LONGEST_BEFORE) : verb].split()
    if words and words[-1].startswith("("):
        words.pop()
    first = len(words)
    while (
        first and (words[first - 1][0].isupper() or words[first - 1] in _JOINTS) and not words[first - 1].endswith(",")
    ):
        first -= 1
    while first < len(words) and (words[first] in _JOINTS or words[first] == "The"):
        first += 1
    return " ".join(words[first:])


def sender_in(line: str) -> str | None:
    """The body that a line of a page says the text is from: "From: Ministry of Works"."""
    name = line.removeprefix("From:").strip()
    return name if name != line and _is_body(name) else None


def names_document(line: str) -> bool:
    """Whether a line says only what kind of text follows: "Half-year results 2026", "Written statement to Parliament"."""
    return _TITLE_OF_DOCUMENT.fullmatch(line) is not None


def is_above_headline(line: str, text: str) -> bool:
    """Whether a line above a release's story only says whose the release is, or what: a body's name that comes again or is a full one, "Half-year results"."""
    if names_document(line):
        return True
    return _is_body(line) and (_OF_BODY.fullmatch(as_written(line)) is not None or text.count(line) > 1)


def _is_body(line: str) -> bool:
    """Whether a line above a story is the name of a body and no more."""
    words = as_written(line).split()
    if not 2 <= len(words) <= _LONGEST_NAME or not all(word[0].isupper() or word in _JOINTS for word in words):
        return False
    heads = _BODIES | _ABROAD
    return words[-1] in heads or any(word in heads and behind in _JOINTS for word, behind in pairwise(words[:4]))


def _about(line: str) -> re.Match[str] | None:
    return _ABOUT.fullmatch(line) if len(line) <= 90 else None
