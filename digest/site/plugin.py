"""The MkDocs plugin `digest`: shows MkDocs the library's pages; it translates and does not think."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment, TemplateError
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.cache import Cache, Ledger
from digest.errors import DigestError
from digest.shelf import Shelf
from digest.site.configuration import (
    appearance_of,
    ledger_name,
    library_of,
    masthead_of,
    open_cache,
    prints,
    wording_of,
)
from digest.site.desk import Desk
from digest.site.folder import SiteFolder, open_folder
from digest.site.host_files import WithOurs, add_appearance, brief_file, listing_file, take_out
from digest.site.host_pages import Frame, dress, harmless, set_up_press
from digest.site.issue import Issue, make_issue
from digest.site.options import DigestOptions
from digest.site.press import Press
from digest.site.printing import Printing, changed_on, is_tombstone, metadata_in, without_index
from digest.site.search import INDEX, INDEXED, update_index
from digest.site.sitemap import SITEMAP
from digest.site.targets import Target
from digest.site.unseen import check_seen
from digest.site.views import View, description_of
from digest.templates import fault_of, theme_folder

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from digest.site.preview import Preview

log = get_plugin_logger("digest")


class Theme:
    """What MkDocs looks a theme up by: the folder of its `__file__`."""

    __file__ = str(theme_folder() / "mkdocs_theme.yml")


class DigestPlugin(BasePlugin[DigestOptions]):
    """Shows the briefs of `content/briefs` as a digest.

    Under our own theme, and where no other plugin is there to see the pages, MkDocs does not see them either: it
    builds the site's own pages into a folder of their own, and what it made is then put beside ours, of which only
    those are made whose inputs have changed.
    """

    cache: Cache | None = None
    """Of the site, where a command has it open and will close it."""
    shelf: Shelf | None = None
    """The site's briefs, where a command has just read them."""
    folder: SiteFolder | None = None
    """The site's folder, where a command has begun to look at it."""
    _previews = False
    _previewed: Ledger | None = None
    _site: str
    _folder: SiteFolder
    _opened: Cache
    _desk: Desk
    _to_close: ExitStack
    """What is to be closed when a build ends, however it does."""
    _views: dict[str, View]
    """All our pages, by the names of the files that MkDocs knows them by."""
    _seen: dict[str, View]
    """Those that it sees."""
    _addresses: dict[str, str]
    _issue: Issue
    _press: Press
    _nav: Navigation
    _printing: Printing
    _complaints: dict[str, None]
    _preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Where the site is only served, show what is not ready too, marked."""
        self._previews, self._previewed, self._to_close = command == "serve", None, ExitStack()

    @property
    def until(self) -> datetime | None:
        """When the clock alone will change the site that was built last."""
        return self._issue.library.until

    @property
    def held(self) -> int:
        """How many briefs that site does not show yet."""
        return self._issue.library.held

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read what there is to show. MkDocs builds beside the site, which stays as it is until all is well."""
        words, appearance = wording_of(config), appearance_of(config)
        gc.disable()  # what is read now is kept to the end: to look through it again and again frees nothing
        self._site = config.site_dir
        self._opened = self.cache or self._to_close.enter_context(open_cache(config))
        self._opened.lock(lambda: log.warning("another build works on this site: waiting for its end"))
        self._desk = self._to_close.enter_context(closing(Desk(self._opened)))
        self._folder = self.folder or open_folder(Path(self._site), self._ledger_of(Path(self._site)))
        if self._ledger_of(Path(self._site)).is_outdated:
            log.info("all is made anew: this is another version of press-digest, or of what is installed with it")
        ours = config.theme.name == "digest"
        self._issue = make_issue(
            library_of(config, self._opened, shelf=self.shelf, preview=self._previews),
            words,
            appearance,
            masthead_of(config, words, appearance),
            search=self.config.search and ours,
            cards=self.config.cards and ours,
        )
        for said in self._issue.left_out:
            log.info("%s", said)
        if ours and words.language != config.theme.locale.language:
            log.warning("nobody has written the site's words in '%s': it speaks English", config.theme.locale.language)
        config.site_dir = str(self._desk.site)
        if prints(config):
            config.theme.static_templates.discard(SITEMAP)  # MkDocs knows a few of the pages only
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Take articles and briefs out, and add our pages where MkDocs is to see them."""
        if prints(config):
            try:
                check_seen(Path(config.docs_dir), [file.src_uri for file in files if file.src_dir == config.docs_dir])
            except DigestError as problem:
                raise PluginError(str(problem)) from None
        library = self._issue.library
        briefs = {entry.brief.path for entry in library.entries}
        for said in take_out(files, config, briefs):
            log.warning("%s", said)
        own = {file.src_uri: file.url for file in files}
        self._views = dict(self._issue.views(config.site_name, own))
        self._addresses = own | {source: view.url or "./" for source, view in self._views.items()}
        self._addresses |= {entry.brief.path: entry.url for entry in library.withdrawn}
        self._seen = {} if prints(config) else self._views
        for source, view in self._seen.items():
            make = brief_file if source in briefs else listing_file
            files.append(make(config, source, view.url))
        if prints(config):
            files = WithOurs(files, self._addresses, config)
        add_appearance(files, self._issue.appearance, config)
        self._complaints = {}
        self._press = set_up_press(
            self._issue,
            config,
            addresses=self._addresses,
            related=self._opened.ledger("related"),
            spool=self._desk.spool,
            complain=lambda said: self._complaints.update({said: None}),
        )
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep what stands in the head of each page."""
        self._nav = nav
        return nav

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give one of our pages its facts, as escaped text; its content comes from its view.

        What a page was changed on is the day of what it shows, not the day of the build.
        """
        view = self._seen.get(page.file.src_uri)
        page.update_date = changed_on(self._issue, view)
        if view is None:
            return markdown
        page.title = harmless(view.title, config)
        description = description_of(view, self._issue.words)
        page.meta = {"description": harmless(description, config)} if description else {}
        if is_tombstone(view):
            page.canonical_url = page.abs_url = None  # so that sitemaps leave it out
            page.meta["search"] = {"exclude": True}
        elif config.theme.name == "digest" and (metadata := metadata_in(self._issue, view)):
            page.meta["metadata"] = metadata
        return ""

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The content of one of our pages, the same under every theme."""
        view = self._seen.get(page.file.src_uri)
        if view is None:
            return Markup(html)  # noqa: S704  # MkDocs rendered it from the site's own page
        content = self._press.content(view)
        _warn(self._take_complaints())
        return content

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Keep search engines from what is in a withdrawn brief's place, under every theme."""
        view = self._seen.get(page.file.src_uri)
        return without_index(output) if view and is_tombstone(view) else output

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape by default under our theme; others were not written for it, and get escaped facts."""
        if config.theme.name == "digest":
            dress(env, self._issue, self._addresses, self._nav, config)
        frame = Frame(theme=env, nav=self._nav, pages=files.documentation_pages(), config=config)
        printed = [view for source, view in self._views.items() if source not in self._seen]
        self._printing = Printing(self._issue, self._press, printed, frame)
        return env

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Bring the site up to date, and an index of what its pages say."""
        site = Path(self._site)
        try:
            changed = self._folder.bring_up_to_date(
                self._targets(),
                self._desk.site,
                keep=(INDEX,) if self._issue.pagefind else (),
                complaints=self._take_complaints,
                before_each_round=self._desk.spool.catch_up,
            )
            _warn(dict.fromkeys(changed.complaints))
            if self._issue.pagefind and not (self._previews and (site / INDEX).is_dir()):  # to be quick
                update_index(
                    self._issue.pagefind,
                    site,
                    written=self._ledger_of(site),
                    changed=changed.urls,
                    indexed=self._opened.ledger(INDEXED),
                    name=ledger_name(site),
                    desk=self._desk.folder,
                )
        except OSError as error:
            raise PluginError(
                f"the site cannot be written: {error.filename or site}: {error.strerror or error}"
            ) from None
        except TemplateError as error:
            raise PluginError(fault_of(error)) from None
        except DigestError as problem:
            log.warning("%s", problem)
        finally:
            config.site_dir = self._site
            self._put_away()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Show a brief at once when it is saved, and what else changes with it a moment later."""
        if prints(config):
            from digest.site.preview import Preview  # a build that serves nothing does not wait for it

            folder = SiteFolder(Path(server.root), self._ledger_of(Path(server.root)))
            content = Path(config.docs_dir)
            self._preview = Preview(content, builder, lambda names: self._proof(content, names, folder))
            self._preview.attach(server)
        return server

    def on_shutdown(self) -> None:
        """End a preview."""
        if self._preview:
            self._preview.close()
            self._preview = None

    def _proof(self, content: Path, names: Collection[str], folder: SiteFolder) -> bool:
        """Print the pages of briefs of which only the words changed; whether all that changed are such."""
        from digest.site.preview import proofs_of

        try:
            proofs = proofs_of(names, self._views, content)
            for view in proofs:
                folder.write(f"{view.url}index.html", self._printing.page(view))
            _warn(self._take_complaints())
        except (DigestError, PluginError, TemplateError, OSError):
            return False  # the whole build says what is wrong
        return bool(proofs)

    def _targets(self) -> Iterator[Target]:
        """What the site is made of; before the first of it is made, all that was read is put out of the collector's sight."""
        yield from self._printing.targets()
        _warn(self._take_complaints())
        gc.freeze()
        gc.enable()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Leave nothing behind, nor keep others waiting."""
        self._put_away()

    def _ledger_of(self, site: Path) -> Ledger:
        if self._previews:  # the site lies in a folder that is gone when the server ends
            self._previewed = self._previewed or Ledger(None)
            return self._previewed
        return self._opened.ledger(ledger_name(site))

    def _take_complaints(self) -> list[str]:
        said, self._complaints = self._complaints, {}
        return list(said)

    def _put_away(self) -> None:
        """End a build: nothing of it is left but the site, and another may begin."""
        gc.enable()
        self._to_close.close()


def _warn(complaints: Iterable[str]) -> None:
    for complaint in complaints:
        log.warning("%s", complaint)
