"""Metadata, what a page's head tells programs: search engines, and those that show a link as a card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from digest.brief import BriefQuote, Correction, FrontMatter, Source
from digest.site.api import json_url
from digest.site.cards import HEIGHT, WIDTH
from digest.site.feeds import Feed
from digest.site.identity import published, updated
from digest.site.library import Entry
from digest.site.masthead import Masthead
from digest.site.views import View, description_of
from digest.site.wording import Wording
from digest.text.directions import unturned
from digest.text.genres import (
    ADVERTISER_SUPPLIED,
    ANALYSIS,
    BACKGROUND,
    OPINION,
    REVIEW,
    SATIRE,
    SPONSORED,
    known_genres,
)

_ATOM, _JSON_FEED, _JSON = "application/atom+xml", "application/feed+json", "application/json"
_KINDS = {
    ADVERTISER_SUPPLIED: "AdvertiserContentArticle",
    SPONSORED: "AdvertiserContentArticle",
    SATIRE: "SatiricalArticle",
    REVIEW: "ReviewNewsArticle",
    OPINION: "OpinionNewsArticle",
    ANALYSIS: "AnalysisNewsArticle",
    BACKGROUND: "BackgroundNewsArticle",
}
"""What schema.org calls an article of each genre."""
# What would end the script element, or begin another inside it.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of a page, which `<link rel="alternate">` names."""

    type: str
    url: str
    """Below the site's root."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What stands in the head of a page for programs."""

    properties: tuple[tuple[str, str], ...]
    """Of the Open Graph protocol."""
    alternates: tuple[Alternate, ...] = ()
    has_picture: bool = False
    """Whether a picture is among the properties."""
    json_ld: str | None = None
    """A brief as schema.org describes it; safe in a script element."""


def feed_alternates(feed: Feed) -> tuple[Alternate, ...]:
    """A feed's two forms."""
    title = unturned(feed.title)
    return Alternate(_ATOM, feed.atom, title), Alternate(_JSON_FEED, feed.json, title)


def metadata_of(view: View, masthead: Masthead, feed: Feed | None = None, *, picture: str | None = None) -> Metadata:
    """The metadata of a page.

    Args:
        view: the page.
        masthead: of the site.
        feed: of what the page shows, where it has one of its own.
        picture: where the picture of what the page shows is, below the site's root, where it has one.
    """
    alternates = feed_alternates(feed) if feed else ()
    if not isinstance(view.shows, Entry):
        return Metadata(
            properties=(*_card(view, masthead, "website"), *_picture(view, masthead, picture)),
            alternates=alternates,
            has_picture=picture is not None,
        )
    entry = view.shows
    return Metadata(
        properties=(*_card(view, masthead, "article"), *_picture(view, masthead, picture), *_article_card(entry)),
        has_picture=picture is not None,
        alternates=(*alternates, Alternate(_JSON, json_url(entry), unturned(view.title))),
        json_ld=json.dumps(news_article(entry, masthead, picture), ensure_ascii=False, separators=(",", ":")).translate(
            _IN_SCRIPT
        ),
    )


def _card(view: View, masthead: Masthead, kind: str) -> Iterator[tuple[str, str]]:
    yield "og:type", kind
    yield "og:site_name", masthead.name
    yield "og:title", unturned(view.title)
    yield "og:url", masthead.absolute(view.url)
    description = unturned(description_of(view, masthead.words) or "") or unturned(masthead.description or "")
    if description:
        yield "og:description", description


def _picture(view: View, masthead: Masthead, picture: str | None) -> Iterator[tuple[str, str]]:
    if picture:
        yield "og:image", masthead.absolute(picture)
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", unturned(view.title)


def _article_card(entry: Entry) -> Iterator[tuple[str, str]]:
    facts = entry.brief.front_matter
    for name, moment in (("published", published(entry)), ("modified", updated(entry))):
        if moment:
            yield f"article:{name}_time", moment
    if facts.categories:
        yield "article:section", facts.categories[0]
    for tag in facts.tags:
        yield "article:tag", unturned(tag)


def news_article(entry: Entry, masthead: Masthead, picture: str | None = None) -> dict[str, Any]:
    """A brief as schema.org's `NewsArticle`, based on the articles that it was made from."""
    card, facts = entry.brief, entry.brief.front_matter
    url = masthead.absolute(entry.url)
    publisher = _thing("Organization", name=masthead.name, url=masthead.home)
    return {
        "@context": "https://schema.org",
        **_thing(
            "NewsArticle",
            **{"@id": url},
            url=url,
            mainEntityOfPage=url,
            headline=facts.title,
            description=facts.description,
            image=masthead.absolute(picture) if picture else None,
            abstract=card.takeaway,
            inLanguage=facts.language,
            datePublished=published(entry),
            dateModified=updated(entry),
            correction=[_correction(correction, masthead.words) for correction in facts.corrections],
            dateline=facts.located,
            articleSection=list(facts.categories),
            keywords=list(facts.tags),
            genre=list(facts.genres),
            author=publisher,
            publisher=publisher,
            isAccessibleForFree=True,
            isBasedOn=[_source(source, _kind_of(facts)) for source in facts.sources],
            citation=[text for source in facts.sources if (text := _reference(source))],
            hasPart=[_quotation(quote) for quote in card.said],
            mentions=[
                *(_thing("Person", name=person.name, jobTitle=person.role) for person in facts.people),
                *(_thing("Organization", name=name) for name in facts.organisations),
                *(_thing("Place", name=name) for name in facts.places),
            ],
        ),
    }


def _kind_of(facts: FrontMatter) -> str:
    """What schema.org calls the sources of a brief; where there are several, no more than that they are articles."""
    known = known_genres(facts.genres) if len(facts.sources) == 1 else []
    return next((kind for genre, kind in _KINDS.items() if genre in known), "NewsArticle")


def _source(source: Source, kind: str) -> dict[str, Any]:
    return _thing(
        kind,
        url=source.url,
        datePublished=source.published,
        author=_thing("Person", name=source.author) if source.author else None,
        publisher=_thing("Organization", name=source.name) if source.name else None,
    )


def _reference(source: Source) -> str:
    """A source as a list of references would name it."""
    return ", ".join(part for part in (source.author, source.name, source.published, source.url) if part)


def _correction(correction: Correction, words: Wording) -> dict[str, Any]:
    said = words("said", words=words.quoted(correction.wrong))
    return _thing(
        "CorrectionComment",
        text=f"{said} {words('should_say', words=words.quoted(correction.right))}",
        datePublished=correction.date,
        author=_thing("Person", name=correction.by) if correction.by else None,
    )


def _quotation(quote: BriefQuote) -> dict[str, Any]:
    return _thing(
        "Quotation",
        text=quote.text,
        spokenByCharacter=_thing("Person", name=quote.speaker, jobTitle=quote.role) if quote.speaker else None,
    )


def _thing(kind: str, **properties: Any) -> dict[str, Any]:
    """A node of schema.org's vocabulary, with the properties that are known."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in (None, "", [])}}
