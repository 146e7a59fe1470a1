"""The host's files: which of the content folder MkDocs is to see, and which of our pages."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path, PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from digest.layout import ARTICLES, BRIEFS
from digest.saving import leads_outside
from digest.site.appearance import THEME_CSS, Appearance, theme_css
from digest.site.feeds import ATOM_ENTRY, ATOM_FEED
from digest.site.sitemap import SITEMAP
from digest.site.wording import WORDING
from digest.store import BESIDE
from digest.templates import BRIEF

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
_TEMPLATES = frozenset({BRIEF, ATOM_FEED, ATOM_ENTRY, WORDING})
"""Of the theme, those that MkDocs would copy into the site."""


def take_out(files: Files, config: MkDocsConfig, briefs: Container[str]) -> Iterator[str]:
    """Take out what is never published as it lies there; what of it an editor would not expect is told.

    Args:
        files: what MkDocs found.
        config: of the site.
        briefs: the paths of public ones.
    """
    for file in list(files):
        if file.src_uri in briefs or _is_held_back(file.src_uri):
            files.remove(file)
        elif file.src_uri == SITEMAP and file.src_dir != config.docs_dir:
            files.remove(file)  # the theme's template, which writes it where MkDocs knows all pages
        elif _lies_outside(file, config):
            files.remove(file)
            yield f"{file.src_uri} is a link to a file outside the content folder: it is not published"


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


class WithOurs(Files):
    """The files that MkDocs sees, and our pages that it does not: each is there as soon as a link asks for it."""

    def __init__(self, files: Files, addresses: Mapping[str, str], config: MkDocsConfig) -> None:
        """Set up the collection.

        Args:
            files: that MkDocs sees.
            addresses: of the content folder's files that are on the site.
            config: of the site.
        """
        super().__init__(files)
        self._addresses, self._config = addresses, config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at this path below the content folder."""
        found, name = super().get_file_from_path(path), PurePath(path).as_posix()
        if found is None and name in self._addresses:
            return Elsewhere.of(self._config, name, self._addresses[name].removeprefix("./"))
        return found


def add_appearance(files: Files, appearance: Appearance, config: MkDocsConfig) -> None:
    """Add the file that makes a site look as its configuration says.

    Raises:
        PluginError: the logo that it names is not there.
    """
    if styles := theme_css(appearance):
        files.append(File.generated(config, THEME_CSS, content=styles))
    logo = appearance.logo
    if logo and files.get_file_from_path(logo) is None:
        raise PluginError(f"mkdocs.yml: theme.logo: there is no file {logo} in {Path(config.docs_dir).name}/")


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


def _is_held_back(source: str) -> bool:
    """Whether a file of the content folder is never published: articles, and in `briefs/` all but pictures."""
    if source.startswith(f"{BRIEFS}/"):
        return not source.lower().endswith(_PICTURES)
    return source.startswith(f"{ARTICLES}/") or source.endswith(BESIDE) or source in _TEMPLATES


def _lies_outside(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of the content folder is a link to somewhere else; the theme's own files lie elsewhere."""
    content = Path(config.docs_dir)
    return file.src_dir == config.docs_dir and leads_outside(content, content / file.src_uri)
