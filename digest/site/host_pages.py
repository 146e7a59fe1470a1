"""The host's pages: ours as MkDocs, its templates and its links know a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from digest.site.views import HOME, View


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One of our pages as the theme's templates know a page of MkDocs."""

    title: str
    url: str
    content: Markup
    canonical_url: str | None
    is_homepage: bool
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The theme's page around a page's content."""

    theme: Environment
    nav: Navigation
    files: Files
    config: MkDocsConfig

    def around(self, content: Markup, view: View, *, address: str | None, meta: dict[str, Any]) -> str:
        """A page as MkDocs would write it.

        Args:
            content: of the page.
            view: the page.
            address: on the web, where it is known and to be told.
            meta: what stands in the head.
        """
        page: Any = SitePage(
            title=view.title,
            url=view.url,
            content=content,
            canonical_url=address,
            is_homepage=view.url == HOME,
            meta=meta,
        )
        return self.theme.get_template("main.html").render(get_context(self.nav, self.files, self.config, page))


class Elsewhere(File):
    """A page that MkDocs' own pages may link to, and that MkDocs does not write."""

    @classmethod
    def of(cls, config: MkDocsConfig, source: str, url: str) -> Elsewhere:
        """The page at this address, of a file of the content folder."""
        made = cls(source, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=f"{url}index.html")
        made.inclusion = InclusionLevel.NOT_IN_NAV
        return made

    def is_documentation_page(self) -> bool:
        """It is none of MkDocs'."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """It is none of MkDocs' files either."""


def brief_file(config: MkDocsConfig, source: str, url: str) -> File:
    """A brief's file, whose page MkDocs writes at this address."""
    return File(
        source,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=f"{url}index.html",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )


def listing_file(config: MkDocsConfig, source: str, url: str) -> File:
    """A file that is nowhere on disk, whose page MkDocs writes at this address."""
    listing = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    listing.dest_uri = f"{url}index.html"
    return listing
