"""The host's pages: ours as MkDocs and its templates know a page, and what stands on each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.cache import Ledger
from digest.errors import DigestError
from digest.fragments import Remember
from digest.shelf import Whole, read_whole
from digest.site.appearance import THEME_CSS, theme_css
from digest.site.body import BodyRenderer
from digest.site.configuration import overrides_of
from digest.site.issue import Issue
from digest.site.library import Entry
from digest.site.metadata import feed_alternates
from digest.site.pages import HELPERS, relative_link
from digest.site.press import Copy, Press
from digest.site.spool import Spool
from digest.site.views import ABOUT, ARCHIVE, CORRECTIONS, HOME, SEARCH, Link, View
from digest.templates import page_environment
from digest.text.directions import unturned

_FILES = ("css/digest.css", "img/icon.svg", "js/digest.js")
"""Of the theme, those that the head of every page names."""
_QUIET = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’"})


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
    pages: Sequence[File]
    """The site's own."""
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
        return self.theme.get_template("main.html").render(get_context(self.nav, self.pages, self.config, page))


def set_up_press(
    issue: Issue,
    config: MkDocsConfig,
    *,
    addresses: Mapping[str, str],
    related: Ledger,
    spool: Spool,
    complain: Callable[[str], None],
) -> Press:
    """The press that makes the content of an issue's pages, and what stands beside them.

    Args:
        issue: what there is to show.
        config: of the site.
        addresses: of the content folder's files that are on the site, by their paths below it.
        related: what is remembered of which briefs are related.
        spool: of the build.
        complain: is told what in a brief's file cannot be shown.
    """
    content = Path(config.docs_dir)

    def whole(entry: Entry) -> Whole:
        try:
            return read_whole(content, entry.brief)
        except DigestError as problem:
            raise PluginError(f"{content.name}/{problem}") from None

    environment = page_environment(issue.words, overrides_of(config), spool.texts)
    environment.globals |= HELPERS
    return Press(
        Copy(
            library=issue.library,
            catalogue=issue.catalogue,
            masthead=issue.masthead,
            feeds=issue.feeds,
            addresses=addresses,
            whole=whole,
            related=related,
            spool=spool,
            words=issue.words,
            deck=issue.deck,
            environment=environment,
            renderer=BodyRenderer(issue.words, config.markdown_extensions, config.mdx_configs),
            complain=complain,
        )
    )


def dress(env: Environment, issue: Issue, addresses: Mapping[str, str], nav: Navigation, config: MkDocsConfig) -> None:
    """Give the theme's templates what stands on every page of an issue, and let them escape what they print."""
    env.autoescape = True
    env.add_extension(Remember)
    indexes = {index.kind: Link(index.url, issue.words(index.kind.value)) for index in issue.catalogue.indexes}
    env.globals |= {
        "words": issue.words,
        "about": addresses[f"{ABOUT.rstrip('/')}.md"],  # ours, or the site's own
        "corrections": addresses.get(f"{CORRECTIONS.rstrip('/')}.md") if issue.library.corrected else None,
        "search": SEARCH if issue.pagefind else None,
        "feeds": feed_alternates(issue.feeds[""]) if "" in issue.feeds else (),
        "indexes": [indexes[kind] for kind in issue.appearance.indexes if kind in indexes],
        "theme_css": THEME_CSS if theme_css(issue.appearance) else None,
    }
    env.globals["frame_links"] = _frame_links(env.globals, nav, config)


def _frame_links(shown: Mapping[str, Any], nav: Navigation, config: MkDocsConfig) -> Callable[[Any, str], Any]:
    """What tells of a page how the frame around it links to the rest of the site, and whether it is in the menu itself.

    Args:
        shown: on every page.
        nav: of the site's own pages.
        config: of the site.
    """
    pages = [HOME, ARCHIVE, *(it.url for it in nav.items if isinstance(it, Page))]
    pages += [*(it.url for it in shown["indexes"]), *(it.url for it in shown["feeds"])]
    files = [*_FILES, *config.extra_css, *map(str, config.extra_javascript), config.theme.get("logo")]
    others = [shown[it] for it in ("about", "corrections", "search", "theme_css")]
    urls = [it for it in dict.fromkeys((*pages, *files, *others)) if it is not None]

    def links(page: Any, base_url: str) -> Any:
        if page is None:
            return base_url
        return page.url if page.url in urls else None, *(relative_link(url, page.url) for url in urls)

    return links


def harmless(text: str, config: MkDocsConfig) -> str:
    """A page's title or description as a theme may print it.

    Ours escapes what it prints. Others do not, and some take the escapes off again (Jinja's
    `striptags` does): they get text that has nothing to escape, and the page itself shows the rest.
    """
    text = unturned(text)
    return text if config.theme.name == "digest" else escape(text.translate(_QUIET))
