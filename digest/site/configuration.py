"""The site's configuration, MkDocs' `mkdocs.yml`, in our own types."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from digest.cache import FOLDER, Cache, code_key
from digest.errors import DigestError
from digest.settings import Budget, Settings, Verbatim
from digest.shelf import LEDGER, Shelf, read_shelf
from digest.signatures import digest_of_bytes
from digest.site.appearance import Appearance, AppearanceError, parse_appearance
from digest.site.library import Library, make_library
from digest.site.masthead import Masthead
from digest.site.options import DigestOptions
from digest.site.wording import Wording, read_wording
from digest.text.moments import parse_moment

_APART = frozenset({"hooks", "plugins", "site_dir", "strict", "theme"})
"""Options whose values are no plain ones, or that nothing which is built shows."""
_TIME = frozenset({"now"})
"""The plugin's option that says only what is public: each page says what follows from that."""


def settings_of(config: MkDocsConfig) -> Settings:
    """The settings that a site's configuration gives.

    Raises:
        DigestError: the configuration does not use the plugin.
    """
    options = _options_of(config)
    return Settings(
        budget=Budget(points=options.key_points.max, words=options.key_points.words),
        sections=options.sections,
        review_required=options.review == "required",
        verbatim=Verbatim(words=options.verbatim.words, percent=options.verbatim.percent),
        overrides=overrides_of(config),
    )


def _options_of(config: MkDocsConfig) -> DigestOptions:
    options = getattr(config.plugins.get("digest"), "config", None)
    if not isinstance(options, DigestOptions):
        raise DigestError(f"{config.config_file_path}: add 'digest' to its 'plugins'")
    return options


def overrides_of(config: MkDocsConfig) -> tuple[Path, ...]:
    """Folders whose templates come before the theme's."""
    return (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()


def wording_of(config: MkDocsConfig) -> Wording:
    """The site's own words, in the language that its theme is in; Material says `language` for `locale`.

    Raises:
        PluginError: the site's own `wording.yml` is wrong.
    """
    try:
        return read_wording(str(config.theme.get("language") or config.theme.locale.language), overrides_of(config))
    except DigestError as problem:
        raise PluginError(str(problem)) from None


def appearance_of(config: MkDocsConfig) -> Appearance:
    """How the site looks; another theme has options of its own.

    Raises:
        PluginError: what the configuration says of it is wrong.
    """
    try:
        return parse_appearance(config.theme if config.theme.name == "digest" else {})
    except AppearanceError as problem:
        raise PluginError(str(problem)) from None


def masthead_of(config: MkDocsConfig, words: Wording, appearance: Appearance) -> Masthead | None:
    """Who publishes the site; None where it has no address."""
    if not config.site_url:
        return None
    return Masthead(
        name=config.site_name,
        home=config.site_url,
        words=words,
        accents=appearance.accents,
        description=config.site_description,
        author=config.site_author,
    )


def library_of(config: MkDocsConfig, cache: Cache, *, shelf: Shelf | None = None, preview: bool = False) -> Library:
    """What of the content folder is public at the time that the site is built for.

    Args:
        config: of the site.
        cache: of the site.
        shelf: the site's briefs, where they have just been read.
        preview: whether what is not ready is shown too.

    Raises:
        PluginError: a brief or that time is wrong.
    """
    options = _options_of(config)
    now = parse_moment(options.now) if options.now else datetime.now(timezone.utc)
    if now is None:
        raise PluginError("'now' is not a time with its offset such as \"2026-06-05T00:01:00+00:00\"")
    content = Path(config.docs_dir)
    shelf = shelf or read_shelf(content, cache.ledger(LEDGER))
    if shelf.problems:
        raise PluginError("\n".join(f"{content.name}/{problem}" for problem in shelf.problems))
    try:
        required = options.review == "required"
        return make_library(shelf.cards, now=now, review_required=required, preview=preview)
    except DigestError as problem:
        raise PluginError(f"{content.name}/{problem}") from None


def ledger_name(site: Path) -> str:
    """Of the ledger of what was written into a site's folder."""
    return f"site-{hashlib.blake2b(str(site).encode(), digest_size=6).hexdigest()}"


def open_cache(config: MkDocsConfig) -> Cache:
    """The cache of a site: beside its configuration, and never inside what is published or read."""
    folder = Path(config.config_file_path or "mkdocs.yml").absolute().parent / FOLDER
    inside = any(folder.is_relative_to(Path(it).absolute()) for it in (config.site_dir, config.docs_dir))
    return Cache(None if inside else folder)


def prints(config: MkDocsConfig) -> bool:
    """Whether our pages go to the site without MkDocs and its other plugins seeing them."""
    return config.theme.name == "digest" and set(config.plugins) == {"digest"}


def made_by(config: MkDocsConfig) -> Iterator[str]:
    """What every file of a site follows from: code, configuration, templates."""
    yield code_key()
    yield _in_words(config, but=_APART)
    for plugin in config.plugins.values():
        yield _in_words(plugin.config, but=_TIME)
    yield _in_words(config.theme)
    for folder in config.theme.dirs:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and path.parent.name != "__pycache__":  # which Python writes when it likes to
                yield f"{path.name} {digest_of_bytes(path.read_bytes())}"


def _in_words(values: Mapping[str, Any], *, but: Container[str] = ()) -> str:
    """Values of a configuration, but for some, as text that is the same in every process."""

    def named(value: object) -> Any:
        # A function that a configuration names goes by its name, not by where it lies in memory.
        return dict(value) if isinstance(value, Mapping) else str(getattr(value, "__qualname__", value))

    plain = {name: value for name, value in values.items() if name not in but}
    return json.dumps(plain, default=named, sort_keys=True)
