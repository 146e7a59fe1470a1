"""The MkDocs plugin `digest`: shows MkDocs the library's pages; it translates and does not think."""

from __future__ import annotations

import posixpath
from datetime import date, datetime, timezone
from pathlib import Path, PurePosixPath
from typing import Literal

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from digest.analysis import Budget
from digest.errors import DigestError
from digest.settings import Settings, Verbatim
from digest.site.body import BodyRenderer
from digest.site.catalogue import Catalogue
from digest.site.documents import documents
from digest.site.email import EmailWriter
from digest.site.feeds import ATOM_ENTRY, ATOM_FEED, Feed, FeedWriter, site_feed, subject_feeds
from digest.site.library import Entry, Library, make_library
from digest.site.masthead import Masthead
from digest.site.metadata import feed_alternates, metadata_of
from digest.site.options import DigestOptions
from digest.site.pages import relative_link, render_view
from digest.site.search import find_pagefind, write_index
from digest.site.views import (
    ABOUT,
    CORRECTIONS,
    KINDS,
    SEARCH,
    Link,
    View,
    brief_views,
    listing_views,
    withdrawn_views,
)
from digest.store import ARTICLES, BESIDE, BRIEFS, leads_outside, read_briefs
from digest.templates import BRIEF, page_environment, theme_folder
from digest.text.directions import unturned
from digest.text.timestamps import parse_moment

log = get_plugin_logger("digest")


_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
_TEMPLATES = frozenset({BRIEF, ATOM_FEED, ATOM_ENTRY})
"""Of the theme, those that MkDocs would copy into the site."""
# MkDocs stamps a compressed file with this day, in 32 bits counted from 1970.
_FIRST_DAY, _LAST_DAY = date(1970, 1, 1), date(2099, 12, 31)
_NO_INDEX = '<meta name="robots" content="noindex">'
_QUIET = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’"})


class Theme:
    """What MkDocs looks a theme up by: the folder of its `__file__`."""

    __file__ = str(theme_folder() / "mkdocs_theme.yml")


def settings_of(config: MkDocsConfig) -> Settings:
    """The settings that a site's configuration gives.

    Raises:
        DigestError: the configuration does not use the plugin.
    """
    plugin = config.plugins.get("digest")
    if not isinstance(plugin, DigestPlugin):
        raise DigestError(f"{config.config_file_path}: add 'digest' to its 'plugins'")
    options = plugin.config
    return Settings(
        budget=Budget(points=options.key_points.max, words=options.key_points.words),
        sections=options.sections,
        review_required=options.review == "required",
        verbatim=Verbatim(words=options.verbatim.words, percent=options.verbatim.percent),
        overrides=_overrides(config),
    )


def _overrides(config: MkDocsConfig) -> tuple[Path, ...]:
    return (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()


def masthead_of(config: MkDocsConfig) -> Masthead | None:
    """Who publishes the site; None where it has no address."""
    if not config.site_url:
        return None
    return Masthead(
        name=config.site_name,
        home=config.site_url,
        language=str(config.theme.locale.language),
        description=config.site_description,
        author=config.site_author,
    )


class DigestPlugin(BasePlugin[DigestOptions]):
    """Shows the briefs of `content/briefs` as a digest."""

    _previews = False
    _views: dict[str, View]
    _addresses: dict[str, str]
    _newest: date
    _library: Library
    _catalogue: Catalogue
    _environment: Environment
    _renderer: BodyRenderer
    _masthead: Masthead | None
    _feeds: dict[str, Feed]
    _bodies: dict[str, str]
    _pagefind: Path | None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Where the site is only served, show what is not ready too, marked."""
        self._previews = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Prepare what renders the pages."""
        self._library = self.read_library(config)
        self._catalogue = Catalogue(self._library.entries)
        self._masthead = masthead_of(config)
        self._feeds, self._bodies = {}, {}
        if self._masthead:
            whole = site_feed(self._library, self._masthead)
            feeds = (*((whole,) if whole else ()), *subject_feeds(self._catalogue, self._masthead))
            self._feeds = {feed.url: feed for feed in feeds}
        else:
            log.info("no 'site_url' is set: feeds, e-mail editions and what programs read are left out")
        self._pagefind = None
        if config.theme.name == "digest" and self._library.entries:
            self._pagefind = find_pagefind()
            if not self._pagefind:
                log.info("there is no search: it comes with `pip install 'press-digest[search]'`")
        self._environment = page_environment(_overrides(config))
        self._renderer = BodyRenderer(config.markdown_extensions, config.mdx_configs)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Take articles and drafts out, give briefs their addresses, add the pages that list them."""
        library = self._library
        views = {entry.path: view for entry, view in zip(library.entries, brief_views(library), strict=True)}
        for file in list(files):
            view = views.get(file.src_uri)
            outside = _lies_outside(file, config)
            if view or outside or _is_held_back(file.src_uri):
                files.remove(file)
            if outside and not _is_held_back(file.src_uri):
                log.warning("%s is a link to a file outside the content folder: it is not published", file.src_uri)
            if view:
                files.append(_file(config, file.src_uri, view.url))
        listings = listing_views(
            library, self._catalogue, site_name=config.site_name, search=self._pagefind is not None
        )
        for view in (*listings, *withdrawn_views(library)):
            if files.get_file_from_path(view.source) is None:
                listing = File.generated(config, view.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                listing.dest_uri = f"{view.url}index.html"
                files.append(listing)
                views[view.source] = view
        for entry in (*library.entries, *library.withdrawn):
            for alias in entry.brief.front_matter.aliases:
                _add_redirect(files, config, alias.strip("/"), entry.url)
        self._views = views
        self._newest = library.editions[0].day if library.editions else _FIRST_DAY
        self._addresses = {file.src_uri: file.url for file in files}
        self._addresses |= {entry.path: entry.url for entry in library.withdrawn}
        return files

    def read_library(self, config: MkDocsConfig) -> Library:
        """What is public now. Read before MkDocs empties the folder of the last build, which stays if this fails.

        Raises:
            PluginError: a brief or the time to build for is wrong.
        """
        now = parse_moment(self.config.now) if self.config.now else datetime.now(timezone.utc)
        if now is None:
            raise PluginError("'now' is not a time with its offset such as \"2026-06-05T00:01:00+00:00\"")
        briefs, problems = read_briefs(Path(config.docs_dir))
        if problems:
            raise PluginError("\n".join(f"{Path(config.docs_dir).name}/{problem}" for problem in problems))
        try:
            required = settings_of(config).review_required
            return make_library(briefs, now=now, review_required=required, preview=self._previews)
        except DigestError as problem:
            raise PluginError(f"{Path(config.docs_dir).name}/{problem}") from None

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give one of our pages its facts, as escaped text; its content comes from its view.

        What a page was changed on is the day of what it shows, not the day of the build.
        """
        view = self._views.get(page.file.src_uri)
        updated = (view.updated if view else None) or self._newest
        page.update_date = min(max(updated, _FIRST_DAY), _LAST_DAY).isoformat()
        if view is None:
            return markdown
        page.title = _harmless(view.title, config)
        page.meta = {"description": _harmless(view.description, config)} if view.description else {}
        if _is_tombstone(view):
            page.canonical_url = page.abs_url = None  # so that sitemaps leave it out
            page.meta["search"] = {"exclude": True}
        elif self._masthead and config.theme.name == "digest":
            page.meta["metadata"] = metadata_of(view, self._masthead, self._feeds.get(view.url) if view.url else None)
        return ""

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The content of one of our pages, the same under every theme."""
        view = self._views.get(page.file.src_uri)
        if view is None:
            return Markup(html)  # noqa: S704  # MkDocs rendered it from the site's own page
        body = ""
        if isinstance(view.shows, Entry):
            body = self._body_of(view.shows, page, view)
        address = self._masthead.absolute(view.url) if self._masthead else None
        return Markup(  # noqa: S704  # escaped, and sanitised
            render_view(view, self._environment, self._catalogue, body=Markup(body), address=address)  # noqa: S704
        )

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Keep search engines from what is in a withdrawn brief's place, under every theme."""
        view = self._views.get(page.file.src_uri)
        return output.replace("</head>", f"{_NO_INDEX}\n</head>", 1) if view and _is_tombstone(view) else output

    def _body_of(self, entry: Entry, page: Page, view: View) -> str:
        """A brief's body, with relative links; remembered where it has none, as it is then the same in a feed."""
        resolved: list[str] = []

        def resolve(path: str) -> str | None:
            resolved.append(path)
            address = self._address_of(path, entry)
            if address is None:
                log.warning("%s links to '%s', which is no page of the site", page.file.src_uri, path)
            return None if address is None else relative_link(address, view.url)

        body = self._renderer.render(entry.markdown, resolve=resolve)
        if not resolved:
            self._bodies[entry.url] = body
        return body

    def _address_of(self, path: str, entry: Entry) -> str | None:
        """Where a link between files of the content folder leads, below the site's root."""
        return self._addresses.get(posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), path)))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages, and an index of what they say."""
        if self._masthead:
            self._write_documents(config, self._masthead)
        if self._pagefind:
            try:
                write_index(self._pagefind, Path(config.site_dir))
            except DigestError as problem:
                log.warning("%s", problem)

    def _write_documents(self, config: MkDocsConfig, masthead: Masthead) -> None:
        """Write the files beside the pages, one at a time; the site's own file of a name comes first."""

        def content(entry: Entry) -> str:
            def resolve(path: str) -> str | None:
                address = self._address_of(path, entry)
                return None if address is None else masthead.absolute(address)

            return self._bodies.pop(entry.url, "") or self._renderer.render(entry.markdown, resolve=resolve)

        feeds = FeedWriter(masthead, self._environment, content)
        emails = EmailWriter(self._library, masthead, self._environment, self._renderer)
        for document in documents(self._library, self._feeds.values(), masthead, feeds, emails):
            if document.url not in self._addresses:
                path = Path(config.site_dir, document.url)
                write_file(document.text.encode("utf-8", "replace"), str(path))

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape by default under our theme; others were not written for it, and get escaped facts."""
        if config.theme.name == "digest":
            env.autoescape = True
            env.globals["about"] = self._addresses[f"{ABOUT.rstrip('/')}.md"]  # ours, or the site's own
            corrections = f"{CORRECTIONS.rstrip('/')}.md"
            env.globals["corrections"] = self._addresses.get(corrections) if self._library.corrected else None
            env.globals["search"] = SEARCH if self._pagefind else None
            env.globals["feeds"] = feed_alternates(self._feeds[""]) if "" in self._feeds else ()
            env.globals["indexes"] = [Link(index.url, KINDS[index.kind]) for index in self._catalogue.indexes]
        return env


def _is_tombstone(view: View) -> bool:
    return isinstance(view.shows, Entry) and view.shows.brief.front_matter.withdrawn is not None


def _is_held_back(source: str) -> bool:
    """Whether a file of the content folder is never published: articles, and in `briefs/` all but pictures."""
    if source.startswith(f"{BRIEFS}/"):
        return PurePosixPath(source).suffix.lower() not in _PICTURES
    return source.startswith(f"{ARTICLES}/") or source.endswith(BESIDE) or source in _TEMPLATES


def _lies_outside(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of the content folder is a link to somewhere else; the theme's own files lie elsewhere."""
    content = Path(config.docs_dir)
    return file.src_dir == config.docs_dir and leads_outside(content, content / file.src_uri)


def _harmless(text: str, config: MkDocsConfig) -> str:
    """A page's title or description as a theme may print it.

    Ours escapes what it prints. Others do not, and some take the escapes off again (Jinja's
    `striptags` does): they get text that has nothing to escape, and the page itself shows the rest.
    """
    text = unturned(text)
    return text if config.theme.name == "digest" else escape(text.translate(_QUIET))


def _file(config: MkDocsConfig, source: str, url: str) -> File:
    return File(
        source,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=f"{url}index.html",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )


def _add_redirect(files: Files, config: MkDocsConfig, alias: str, url: str) -> None:
    """A page at an earlier address that leads to the present one."""
    target = escape(relative_link(url, f"{alias}/"))
    page = (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>This page has moved</title>\n'
        f'<link rel="canonical" href="{target}">\n{_NO_INDEX}\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n<p>This page has moved: <a href="{target}">go there</a>.\n'
    )
    source = f"{alias}/index.html"
    if files.get_file_from_path(source) is None:
        files.append(File.generated(config, source, content=page))
