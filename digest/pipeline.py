"""The pipeline, from an article's text to its brief: the order of the stages."""

from __future__ import annotations

from collections.abc import Container

from jinja2 import TemplateError

from digest import __version__
from digest.brief import Brief
from digest.errors import SiteFolderError
from digest.markdown import brief_environment, render_stamped
from digest.settings import Settings
from digest.templates import fault_of


def make_brief(
    text: str,
    *,
    path: str,
    sha256: str,
    settings: Settings,
    taken: Container[str] = (),
    slug: str | None = None,
    aliases: tuple[str, ...] = (),
) -> Brief | None:
    """The brief of a raw article; None where the text holds no story.

    Args:
        text: the raw article, decoded.
        path: where it lies, below the content folder.
        sha256: of its bytes.
        settings: the site's settings.
        taken: slugs that other briefs have.
        slug: the brief's slug where it has one already.
        aliases: its earlier addresses.

    Raises:
        FieldError: the editor's lines at the top of the article have a wrong value.
    """
    # What reads articles takes longer to load than a site takes to build in which no article changed.
    from digest.analysis import analyse
    from digest.article import parse_article
    from digest.brief.composing import compose_brief

    article = parse_article(text)
    if not article.sentences:
        return None
    analysis = analyse(article, budget=settings.budget, sections=settings.sections)
    return compose_brief(
        article,
        analysis,
        path=path,
        sha256=sha256,
        taken=taken,
        slug=slug,
        aliases=aliases,
        review="draft" if settings.review_required else None,
    )


def write_brief(brief: Brief, settings: Settings) -> str:
    """The stamped Markdown file of a brief, by the site's own template where it has one.

    Raises:
        SiteFolderError: that template is wrong.
    """
    try:
        return render_stamped(brief, version=__version__, environment=brief_environment(settings.overrides))
    except TemplateError as error:
        raise SiteFolderError(f"no brief was written: {fault_of(error)}") from None
