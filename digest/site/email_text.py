"""An edition as plain text, the twin of its HTML e-mail: the same briefs in the same detail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from digest.brief import Brief, BriefEvent, BriefQuote, Point, Section
from digest.markdown.parts import REFERENCE
from digest.site.library import Edition, Entry
from digest.site.masthead import Masthead
from digest.site.viewpoint import labelled_title, viewpoint_of
from digest.site.wording import Wording
from digest.text.directions import unturned
from digest.text.spans import one_line

Resolve = Callable[[str, Entry], str | None]
"""From a link's address, as a brief's editor wrote it, to the one that the whole world may use; None if there is none."""

_WIDTH = 72
_CONTROL = re.compile(r"[\x00-\x1f]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A brief in an e-mail."""

    entry: Entry
    brief: Brief
    """All that it says."""
    category: str | None
    """What the briefs from here on stand under; None where it is said already, or there is but one."""
    edited: str | None
    """What readers are told of an editor's wording."""


def edition_text(
    edition: Edition, masthead: Masthead, items: Iterable[tuple[Item, int]], left_out: int, resolve: Resolve
) -> str:
    """The plain text of an edition.

    Args:
        edition: the edition.
        masthead: of the site.
        items: the briefs to show, each with the detail that it is shown in: 0 the headline, 1 the takeaway too, 2 everything.
        left_out: number of its briefs that are not shown.
        resolve: where a link in an editor's words leads.
    """
    words = masthead.words
    lines = [*_paragraph(masthead.name), words.long_day(edition.day), masthead.absolute(edition.url), ""]
    for item, detail in items:
        if item.category:
            lines += ["", *_underlined(item.category, "=")]
        lines += ["", *_brief(item, masthead.absolute(item.entry.url), detail, resolve, words)]
    if left_out:
        lines += ["", f"{words.count('more_briefs', left_out)}: {masthead.absolute(edition.url)}"]
    return "\n".join([*lines, "", "-- ", *_paragraph(words("text_promise")), ""])


def _brief(item: Item, url: str, detail: int, resolve: Resolve, words: Wording) -> Iterator[str]:
    entry, brief = item.entry, item.brief
    facts = brief.front_matter
    title = labelled_title(facts, words)
    if detail == 0:
        yield from _paragraph(title, first="* ", rest="  ")
        yield f"  {url}"
        return
    yield from _underlined(title, "-")
    if viewpoint := viewpoint_of(facts, words):
        yield ""
        yield from _paragraph(viewpoint)
    if entry.summary:
        yield ""
        yield from _paragraph(entry.summary)
    if detail > 1:
        yield from _body(brief, words)
        for section in brief.sections:
            yield from _section(section, lambda address: resolve(address, entry))
    yield ""
    yield from _paragraph(", ".join(entry.outlets) or words("outlet_unknown"))
    if item.edited:
        yield from _paragraph(item.edited)
    yield url
    yield ""


def _body(brief: Brief, words: Wording) -> Iterator[str]:
    yield from _list(None, brief.key_points)
    if brief.exchanges:
        yield from ("", f"{words('exchanges')}:")
    for exchange in brief.exchanges:
        yield ""
        yield from _paragraph(exchange.question.text)
        yield from _said(exchange.answer, brief, words)
    for quote in brief.quotes:
        yield from _said(quote, brief, words)
    yield from _list(words("figures"), brief.figures)
    yield from _list(words("timeline"), brief.timeline)
    yield from _list(words("outlook"), brief.outlook)
    yield from _list(words("open_questions"), brief.open_questions)


def _section(section: Section, resolve: Callable[[str], str | None]) -> Iterator[str]:
    """What an editor wrote, as they wrote it, but for footnote marks and links."""

    def link(found: re.Match[str]) -> str:
        address = None if found[0].startswith("!") else resolve(found[2])
        return f"{found[1]} <{address}>" if address else found[1]

    if section.heading:
        yield from ("", *_paragraph(f"{section.heading}:"))
    yield ""
    for line in _LINK.sub(link, REFERENCE.sub("", section.markdown)).split("\n"):
        yield from _paragraph(line) if line.strip() else ("",)


def _list(heading: str | None, points: Iterable[Point | BriefEvent]) -> Iterator[str]:
    """Points, each below the one before; nothing where there is none."""
    for number, point in enumerate(points):
        if number == 0:
            yield from ("", f"{heading}:", "") if heading else ("",)
        when = f"{point.when}: " if isinstance(point, BriefEvent) and point.when else ""
        yield from _paragraph(when + point.text, first="* ", rest="  ")


def _said(quote: BriefQuote, brief: Brief, words: Wording) -> Iterator[str]:
    yield ""
    yield from _paragraph(words.quoted(quote.text, brief.front_matter.language), first="  ", rest="  ")
    if quote.speaker:
        yield from _paragraph(", ".join(filter(None, (f"— {quote.speaker}", quote.role))), first="  ", rest="  ")


def _underlined(words: str, line: str) -> list[str]:
    lines = _paragraph(words)
    return [*lines, line * max(map(len, lines), default=0)]


def _paragraph(words: str, *, first: str = "", rest: str = "") -> list[str]:
    """Words on lines of at most 72 characters; a longer word, such as an address, has a line of its own."""
    shown = _CONTROL.sub("", one_line(unturned(words)))
    return wrap(
        shown,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,  # there are none, nor other white space than spaces
        replace_whitespace=False,
    )
