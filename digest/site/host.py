"""The host, MkDocs: its configuration and its build, started from our commands."""

from __future__ import annotations

import logging
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from digest.cache import Cache
from digest.errors import DigestError, SiteFolderError
from digest.settings import Settings
from digest.shelf import Shelf, read_whole
from digest.site.body import BodyRenderer
from digest.site.config_faults import line_of, locate_fault
from digest.site.configuration import (
    appearance_of,
    ledger_name,
    library_of,
    masthead_of,
    open_cache,
    prints,
    settings_of,
    wording_of,
)
from digest.site.email import EmailWriter
from digest.site.folder import SiteFolder
from digest.site.message import edition_message
from digest.site.plugin import DigestPlugin
from digest.templates import fault_of, page_environment

Site = MkDocsConfig
"""What the commands hand from `load_site` to the others here, without looking inside."""


def load_site(config_file: Path, *, strict: bool | None = None, now: str | None = None) -> MkDocsConfig:
    """The configuration of a site.

    Raises:
        SiteFolderError: it is wrong.
    """
    said = _Said()
    log = logging.getLogger("mkdocs.config")
    log.addHandler(said)
    try:
        config = load_config(str(config_file), strict=strict)
    except (ConfigurationError, Abort) as error:
        source = config_file.read_text("utf-8", "replace")
        faults = [locate_fault(it, source) for it in said.errors or [" ".join(str(error).split())]]
        raise SiteFolderError("\n".join(_placed(config_file, *it) for it in faults)) from None
    finally:
        log.removeHandler(said)
    settings_of(config)
    for name in sorted(config.keys() - MkDocsConfig().keys()):
        if near := get_close_matches(name, MkDocsConfig().keys(), n=1, cutoff=0.8):
            line = line_of([name], config_file.read_text("utf-8"))
            raise SiteFolderError(_placed(config_file, line, f"there is no option '{name}'; did you mean '{near[0]}'?"))
    plugin = config.plugins["digest"]
    unknown = _unknown(plugin.config)
    if unknown:
        line = line_of(["plugins", "digest", *unknown.split(".")], config_file.read_text("utf-8"))
        raise SiteFolderError(_placed(config_file, line, f"the plugin 'digest' has no option '{unknown}'"))
    if now and isinstance(plugin, DigestPlugin):
        plugin.config.now = now
    return config


def _placed(config_file: Path, line: int | None, problem: str) -> str:
    return f"{config_file}:{line}: {problem}" if line else f"{config_file}: {problem}"


def _unknown(options: Config) -> str | None:
    """The first of the plugin's options that there is not, `verbatim.share` if it stands below another."""
    known = type(options)().keys()
    for name, value in sorted(options.items()):
        if name not in known:
            return str(name)
        if isinstance(value, Config) and (below := _unknown(value)):
            return f"{name}.{below}"
    return None


class _Said(logging.Handler):
    """Keeps what MkDocs says is wrong with a configuration, which its exception does not repeat."""

    def __init__(self, level: int = logging.ERROR) -> None:
        super().__init__(level)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(" ".join(record.getMessage().split()))


def content_of(config: MkDocsConfig) -> tuple[Path, Settings]:
    """The content folder of a site, and the settings that its briefs are made by."""
    return Path(config.docs_dir), settings_of(config)


@dataclass(frozen=True, slots=True)
class Built:
    """What is known of a site that was built."""

    written: str
    """Name of the ledger of what was written into its folder."""
    until: datetime | None
    """When the clock alone will change it."""
    held: int
    """How many briefs it does not show yet: drafts, and what is under embargo."""
    is_whole: bool
    """Whether it follows from its configuration and content alone, and MkDocs had nothing to warn of."""


def build_site(config: MkDocsConfig, cache: Cache, shelf: Shelf, folder: SiteFolder) -> Built:
    """Build the site as `mkdocs build` does.

    Args:
        config: of the site.
        cache: of the site, which stays open.
        shelf: its briefs, as they have just been read.
        folder: of the site, which is being looked at.

    Raises:
        SiteFolderError: MkDocs stopped; it has said why.
    """
    plugin = config.plugins["digest"]
    assert isinstance(plugin, DigestPlugin)
    plugin.cache, plugin.shelf, plugin.folder = cache, shelf, folder
    said = _Said(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except (Abort, ConfigurationError) as error:
        raise SiteFolderError(f"the site was not built: {error}") from None
    except OSError as error:
        # Without a name it is about a page that MkDocs has named, or about the folder that it was given to build into.
        name = error.filename or (None if said.errors else tempfile.gettempdir())
        raise SiteFolderError(
            f"the site was not built: {f'{name}: ' if name else ''}{error.strerror or error}"
        ) from None
    except TemplateError as error:
        raise SiteFolderError(f"the site was not built: {fault_of(error)}") from None
    finally:
        log.removeHandler(said)
        plugin.cache = plugin.shelf = plugin.folder = None  # MkDocs keeps the plugin for the next site of this process
        config.plugins.on_shutdown()
    return Built(ledger_name(Path(config.site_dir)), plugin.until, plugin.held, prints(config) and not said.errors)


def message_of(config: MkDocsConfig, day: date) -> bytes:
    """The edition of a day as a mail message.

    Raises:
        DigestError: there is no such edition, a brief is wrong, or the configuration lacks what a message needs.
    """
    settings = settings_of(config)
    plugin = config.plugins["digest"]
    masthead = masthead_of(config, wording_of(config), appearance_of(config))
    assert isinstance(plugin, DigestPlugin)
    if masthead is None:
        raise SiteFolderError(f"{config.config_file_path}: set 'site_url', as the links in a mail lead to the site")
    cache = open_cache(config)
    try:
        library = library_of(config, cache)
    except PluginError as error:
        raise DigestError(str(error)) from None
    finally:
        cache.close()
    edition = next((it for it in library.editions if it.day == day), None)
    if edition is None:
        newest = f"; the newest is that of {library.editions[0].day}" if library.editions else ""
        raise DigestError(f"there is no edition of {day}{newest}")
    renderer = BodyRenderer(masthead.words, config.markdown_extensions, config.mdx_configs)
    content = Path(config.docs_dir)
    writer = EmailWriter(
        library,
        masthead,
        page_environment(masthead.words, settings.overrides),
        renderer,
        lambda entry: read_whole(content, entry.brief),
    )
    options = plugin.config.email
    return edition_message(writer.write(edition), masthead, sender=options["from"], to=options["to"])
