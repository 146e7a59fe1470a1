"""Pages, a view's content as HTML by its template."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from digest.site.catalogue import Catalogue, Kind
from digest.site.library import Edition, Entry, Period, months_of, week_url, years_of
from digest.site.paging import LONGEST_PAGE
from digest.site.viewpoint import labelled_title, viewpoint_of
from digest.site.views import View
from digest.site.wording import Wording
from digest.text.directions import unturned
from digest.text.slugs import spell

RECENT_EDITIONS = 7
"""Editions that the home page lists below the newest."""
SEARCHED = ("outlets", "people", "topics")
"""Kinds of subjects that a search can be narrowed to."""
_MOST_CHOICES = 100
"""Names that a search can be narrowed to from a list, those with most briefs."""
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages whose usual script runs from right to left (CLDR's `characterOrder`)."""
_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047)."""


def render_view(
    view: View,
    environment: Environment,
    catalogue: Catalogue,
    *,
    body: str = "",
    related: Sequence[Entry] = (),
    edited: str | None = None,
    address: str | None = None,
) -> str:
    """The HTML of a page's content, the same under every theme.

    Args:
        view: the page.
        environment: with the theme's templates, `HELPERS` and the site's wording, escaping what is put in.
        catalogue: of the site, where names lead to.
        body: a brief's body as safe HTML.
        related: a brief's related ones.
        edited: what is told of an edited brief's edits.
        address: of the page on the web, where it is known.
    """

    def filed(kind: str, name: str) -> str | None:
        subject = catalogue.subject(Kind(kind), name)
        return relative_link(subject.url, view.url) if subject else None

    def tagged(entry: Entry, tag: str) -> str | None:
        subject = catalogue.subject_of_tag(entry, tag)
        return relative_link(subject.url, view.url) if subject else None

    template = environment.get_template(f"pages/{view.template}")
    return template.render(
        view=view,
        body=body,
        related=related,
        edited=edited,
        address=address,
        catalogue=catalogue,
        link=lambda url: relative_link(url, view.url),
        filed=filed,
        tagged=tagged,
        choices=lambda kind: choices(catalogue, Kind(kind)) if kind in SEARCHED else [],
    )


def relative_link(url: str, page_url: str) -> str:
    """From one page of the site to another, whatever folder the site lies in."""
    here, there = page_url.split("/")[:-1], url.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def host_of(url: str) -> str:
    """The host that a link leads to, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def mail_link(entry: Entry, address: str, words: Wording) -> str:
    """A `mailto:` address that opens a mail about a brief, with whom it goes to left open (RFC 6068)."""
    facts = entry.brief.front_matter
    body = unturned("\r\n\r\n".join(filter(None, (viewpoint_of(facts, words), entry.summary, address))))
    return f"mailto:?subject={quote(unturned(labelled_title(facts, words)))}&body={quote(body)}"


def direction(language: str | None) -> str:
    """How text in a language runs, as the attribute `dir` says it."""
    if not language or language == "und":
        return "auto"
    return "rtl" if language.replace("_", "-").split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def choices(catalogue: Catalogue, kind: Kind) -> list[str]:
    """Names of a kind that a search can be narrowed to, by name."""
    subjects = [subject for index in catalogue.indexes if index.kind is kind for subject in index.subjects]
    most = sorted(subjects, key=lambda subject: -len(subject.entries))[:_MOST_CHOICES]
    return sorted((subject.name for subject in most), key=lambda name: (spell(name), name))


def minutes(entry: Entry) -> int:
    """How long a brief takes to read, in whole minutes."""
    return max(1, round(entry.brief.words / _WORDS_A_MINUTE))


def shorter(entry: Entry) -> int | None:
    """By how many hundredths a brief is shorter than what it was made from; None where that is not known, or nothing."""
    counts = [source.words for source in entry.brief.outline.sources]
    known = [count for count in counts if count]
    if not known or len(known) < len(counts):
        return None
    percent = round(100 - 100 * entry.brief.words / sum(known))
    return percent if percent > 0 else None


def by_category(entries: Iterable[Entry]) -> list[tuple[str | None, list[Entry]]]:
    """Briefs under their first category, the fullest one first; those without one stand last, under None.

    In each, opinions, releases and whatever else is no plain news stand behind the news.
    """
    groups: dict[str | None, list[Entry]] = {}
    for entry in sorted(entries, key=lambda it: bool(it.brief.front_matter.genres)):
        categories = entry.brief.outline.categories
        groups.setdefault(categories[0] if categories else None, []).append(entry)
    return sorted(groups.items(), key=lambda group: (group[0] is None, -len(group[1]), group[0] or ""))


def calendar(month: Period) -> list[list[tuple[int, Edition | None]]]:
    """The weeks of a month, Monday first: its days, each with its edition; 0 where a day is another month's."""
    editions = {edition.day.day: edition for edition in month.editions}
    weeks = Calendar().monthdayscalendar(month.first.year, month.first.month)
    return [[(day, editions.get(day)) for day in week] for week in weeks]


HELPERS = {
    "by_category": by_category,
    "calendar": calendar,
    "direction": direction,
    "host": host_of,
    "longest": LONGEST_PAGE,
    "mail_link": mail_link,
    "minutes": minutes,
    "months_of": months_of,
    "recent": RECENT_EDITIONS,
    "shorter": shorter,
    "viewpoint_of": viewpoint_of,
    "week_url": week_url,
    "years_of": years_of,
}
"""What the templates of all pages ask."""
