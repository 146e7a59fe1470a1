"""Templates: where the theme lies, and the Jinja environments that read it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import Context
from markupsafe import Markup

from digest.fragments import Keep, Remember
from digest.text.directions import unturned

_PACKAGE = Path(__file__).parent
BRIEF = "brief.md.j2"
_TEMPLATES = (".html", ".j2", ".xml")


def theme_folder() -> Path:
    """The folder `site_templates`: inside the package where it is installed, beside it in a checkout."""
    installed = _PACKAGE / "site_templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "site_templates"


def markdown_environment(overrides: Sequence[Path] = ()) -> Environment:
    """For the brief's Markdown: nothing is escaped as HTML, templates in `overrides` come first."""
    return Environment(
        loader=FileSystemLoader([*overrides, theme_folder()]),
        autoescape=False,  # noqa: S701  # what it writes is Markdown, escaped by the filter `md`
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )


class PageContext(Context):
    """What a template knows: it calls what it knows as it is, and does not look first at whether that asks for more."""

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """What something gives that a template calls."""
        if hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **named)
        # How Jinja tells those who ask of the variables of the loop or block that they are called in.
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _PageEnvironment(Environment):
    """An environment whose globals stand as they are when a template is loaded: each page copies them."""

    context_class = PageContext

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, in a mapping that is copied at once and not name by name."""
        return {**self.globals, **(d or {})}


def page_environment(words: object, overrides: Sequence[Path] = (), keep: Keep | None = None) -> Environment:
    """For the site's pages, feeds and mails: whatever is put in is escaped, and turns no text round.

    Args:
        words: in which they say what no brief says.
        overrides: folders whose templates come first.
        keep: keeps what many pages show, once it is printed.
    """
    environment = _PageEnvironment(
        loader=FileSystemLoader([*overrides, theme_folder()]),
        auto_reload=False,  # each build has its own, and is not to ask for a template's file at every page
        autoescape=True,
        extensions=[Remember],
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["words"] = words
    remember = environment.extensions[Remember.identifier]
    if keep and isinstance(remember, Remember):
        remember.keep = keep
    return environment


def fault_of(error: TemplateError) -> str:
    """What is wrong with a template, and where: a site's own may hold anything."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    places = [
        f"{frame.filename}:{frame.lineno}: "
        for frame in extract_tb(error.__traceback__)
        if frame.filename.endswith(_TEMPLATES)
    ]
    return f"{places[-1] if places else ''}{error.message or type(error).__name__}"


def _finalize(value: Any) -> Any:
    """A value as a page shows it; what stands in its place has nothing to escape, so that markup stays markup."""
    if not isinstance(value, str) or value.isascii():
        return value
    shown = unturned(value)
    return Markup(shown) if isinstance(value, Markup) and shown is not value else shown  # noqa: S704
