"""E-mail, an edition as a message that any mail program shows: HTML in tables, and the same as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import nh3
from jinja2 import Environment
from markupsafe import Markup

from digest.brief import Section, describe
from digest.markdown.parts import REFERENCE
from digest.site.body import BodyRenderer, resolve_address
from digest.site.edits import edits_of, told
from digest.site.email_text import Item, edition_text
from digest.site.library import Edition, Entry, Library, ReadWhole
from digest.site.masthead import Masthead
from digest.site.pages import by_category
from digest.site.sanitising import SCHEMES
from digest.site.viewpoint import viewpoint_of

MOST_BYTES = 100_000
"""Of the HTML; a large mail service cuts a message off at 102 kB."""

_STYLES = {  # what editors write is set in these, with the site's own colour
    "p": "margin:0 0 10px",
    "ul": "margin:0 0 10px;padding:0 0 0 20px",
    "ol": "margin:0 0 10px;padding:0 0 0 24px",
    "li": "margin:0 0 5px",
    "a": "color:{accent}",
    "blockquote": "margin:0 0 10px;padding:0 0 0 14px;border-left:3px solid {accent}",
    "table": "border-collapse:collapse;margin:0 0 10px",
    "th": "border:1px solid #d9d4ca;padding:4px 8px;text-align:left",
    "td": "border:1px solid #d9d4ca;padding:4px 8px",
}
_TAGS = {*_STYLES, "b", "br", "code", "del", "em", "i", "s", "strong", "sub", "sup", "thead", "tbody", "tr"}


class Detail(IntEnum):
    """How much of a brief an e-mail shows."""

    HEADLINE = 0
    TAKEAWAY = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionEmail:
    """An edition as an e-mail."""

    edition: Edition
    title: str
    html: str
    text: str


class EmailWriter:
    """Writes editions as e-mails."""

    def __init__(
        self,
        library: Library,
        masthead: Masthead,
        environment: Environment,
        renderer: BodyRenderer,
        whole: ReadWhole,
    ) -> None:
        """Set up the writer.

        Args:
            library: whose briefs an editor's words may link to.
            masthead: of the site.
            environment: with the theme's templates, escaping what is put in.
            renderer: of what editors wrote.
            whole: all that a brief says.
        """
        self._addresses = {entry.brief.path: entry.url for entry in library.entries}
        self._styles = {
            tag: {"style": style.replace("{accent}", masthead.accents[0])} for tag, style in _STYLES.items()
        }
        self._masthead, self._environment, self._renderer, self._whole = masthead, environment, renderer, whole

    def write(self, edition: Edition) -> EditionEmail:
        """An edition, its later briefs in less detail where it would be too large, and the last ones left to the site."""
        items = self._items(edition)
        title = f"{self._masthead.name}: {self._masthead.words.long_day(edition.day)}"
        room = MOST_BYTES - len(self._frame(edition, title, items, Markup(""), shown=0).encode())
        whole = [self._html(item, Detail.WHOLE) for item in items]
        details = [Detail.WHOLE] * len(items)
        shown = whole
        if sum(map(_size, whole)) > room:
            brief = [[self._html(item, detail) for detail in Detail if detail < Detail.WHOLE] for item in items]
            forms = [(*shorter, longest) for shorter, longest in zip(brief, whole, strict=True)]
            details = details_within([[_size(form) for form in each] for each in forms], room)
            shown = [each[detail] for each, detail in zip(forms, details, strict=False)]
        return EditionEmail(
            edition=edition,
            title=title,
            html=self._frame(edition, title, items, Markup("").join(shown), shown=len(shown)),
            text=edition_text(
                edition,
                self._masthead,
                zip(items, details, strict=False),
                len(items) - len(details),
                self._absolute,
            ),
        )

    def _items(self, edition: Edition) -> list[Item]:
        """The briefs of an edition, category by category."""
        groups, others = by_category(edition.entries), self._masthead.words("other_news")
        return [
            self._item(entry, None if number or len(groups) == 1 else category or others)
            for category, entries in groups
            for number, entry in enumerate(entries)
        ]

    def _item(self, entry: Entry, category: str | None) -> Item:
        brief = self._whole(entry).brief
        edited = told(brief, edits_of(brief), self._masthead.words) if entry.edited else None
        return Item(entry=entry, brief=brief, category=category, edited=edited)

    def _frame(self, edition: Edition, title: str, items: Sequence[Item], briefs: Markup, *, shown: int) -> str:
        frame = self._environment.get_template("email/edition.html").render(
            masthead=self._masthead,
            edition=edition,
            title=title,
            day=self._masthead.words.long_day(edition.day),
            first=[describe(item.entry.brief.front_matter.title) for item in items[:3]],
            briefs=briefs,
            left_out=len(items) - shown,
        )
        return f"{frame}\n"

    def _html(self, item: Item, detail: Detail) -> Markup:
        brief = item.brief
        sections = brief.sections if detail is Detail.WHOLE else ()
        return Markup(  # noqa: S704  # escaped, and sanitised
            self._environment.get_template("email/brief.html").render(
                entry=item.entry,
                brief=brief,
                facts=brief.front_matter,
                category=item.category,
                url=self._masthead.absolute(item.entry.url),
                summary=item.entry.summary if detail >= Detail.TAKEAWAY else None,
                whole=detail is Detail.WHOLE,
                accent=self._masthead.accents[0],
                genres=[self._masthead.words.genre(genre) for genre in brief.front_matter.genres],
                viewpoint=viewpoint_of(brief.front_matter, self._masthead.words),
                sections=[(section.heading, self._section(section, item.entry)) for section in sections],
                edited=item.edited,
            )
        )

    def _section(self, section: Section, entry: Entry) -> Markup:
        """What an editor wrote, in the few elements that mail programs agree on."""
        shown = self._renderer.render(REFERENCE.sub("", section.markdown), resolve=lambda path: self._page(path, entry))
        return Markup(  # noqa: S704  # sanitised
            nh3.clean(
                shown,
                tags=_TAGS,
                attributes={"a": {"href"}},
                set_tag_attribute_values=self._styles,
                url_schemes=set(SCHEMES),
                link_rel=None,
            )
        )

    def _absolute(self, address: str, entry: Entry) -> str | None:
        """Where a link of a brief leads in a message; None where it leads nowhere that a mail program may go."""
        resolved = resolve_address(address, lambda path: self._page(path, entry))
        return resolved if resolved and urlsplit(resolved).scheme in SCHEMES else None

    def _page(self, path: str, entry: Entry) -> str | None:
        """The page of another brief, which a brief links to by its file; other files of the site stay unlinked."""
        url = self._addresses.get(normpath(join(dirname(entry.brief.path), path)))
        return None if url is None else self._masthead.absolute(url)


def details_within(sizes: Sequence[Sequence[int]], room: int) -> list[Detail]:
    """How much of each brief to show in `room` bytes: every headline, then takeaways, then whole briefs, from the top.

    Args:
        sizes: of each brief, by `Detail`.
        room: bytes for all of them. Where not all headlines fit, the list is shorter than `sizes`.
    """
    shown = sum(1 for total in accumulate(each[Detail.HEADLINE] for each in sizes) if total <= room)
    details = [Detail.HEADLINE] * shown
    room -= sum(each[Detail.HEADLINE] for each in sizes[:shown])
    for detail in (Detail.TAKEAWAY, Detail.WHOLE):
        for number in range(shown):
            more = sizes[number][detail] - sizes[number][details[number]]
            if more > room or details[number] < detail - 1:
                break
            details[number] = detail
            room -= more
    return details


def _size(html: str) -> int:
    return len(html.encode())
