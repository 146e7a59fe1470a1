"""One site of all hostile cases."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from digest.errors import FieldError
from digest.markdown import parse_brief
from tests.conftest import Site
from tests.hostile import inserts, whole
from tests.hostile.documents import HARMLESS, article_with, brief_with

SECRET = "xyzzysecret"
"""What no page may show."""

# Articles that are named as wrong instead of being made into a brief.
REFUSED_ARTICLES = frozenset(
    {
        "a link in the fields to a script",
        "a link in the fields with a line end",
        "a link in the fields with another direction",
        "a link in the fields without end",
        "a link above the story without end",
        "anchors in the fields",
        "a billion laughs in the fields",
        "an anchor that holds itself",
        "an object of Python's in the fields",
        "a merge in the fields",
        "a day that is none in the fields",
        "a language that is none",
        "a language without end",
        "an embargo that says nothing",
        "a brief that was pasted as an article",
    }
)


def articles() -> dict[str, str]:
    """Every hostile article."""
    inserted = {name: article_with(words, number) for number, (name, words) in enumerate(inserts().items(), 1)}
    return inserted | {f"article: {title}": text for title, text in whole("articles").items()}


def is_refused(name: str) -> bool:
    """Whether an article is named as wrong."""
    return name.removeprefix("article: ") in REFUSED_ARTICLES


def briefs() -> tuple[dict[str, str], dict[str, str]]:
    """Every hostile brief: those that can be read, and the others."""
    readable, refused = {}, {}
    inserted = {name: brief_with(words, number) for number, (name, words) in enumerate(inserts().items(), 1)}
    for name, text in (inserted | {f"brief: {title}": text for title, text in whole("briefs").items()}).items():
        try:
            parse_brief(text)
        except FieldError:
            refused[name] = text
        else:
            readable[name] = text
    return readable, refused


def build(folder: Path, made: Mapping[str, str], by_hand: Mapping[str, str]) -> Site:
    """A site of articles and briefs, beside files that none of them may reach."""
    site = Site(folder)
    for path in (site.folder / "secret.txt", site.folder.parent / "secret.txt"):
        path.write_text(f"{SECRET}\n\nThe {SECRET} of the harbour was kept for ten years by its master.\n", "utf-8")
    site.briefs.mkdir()
    for number, text in enumerate(made.values()):
        (site.articles / f"{number:03}.txt").write_bytes(text.encode("utf-8"))
    for number, text in enumerate(by_hand.values()):
        (site.briefs / f"by-hand-{number:03}.md").write_bytes(text.encode("utf-8"))
    result = site.build("--quiet")
    assert result.exit_code == 0, result.stderr
    return site


def build_hostile(folder: Path) -> Site:
    """The site of all cases that are not refused."""
    made = {name: text for name, text in articles().items() if not is_refused(name)}
    return build(folder, made, briefs()[0])


def build_harmless(folder: Path) -> Site:
    """A site of the same shape with nothing hostile in it."""
    return build(folder, {"a": article_with(HARMLESS, 1)}, {"b": brief_with(HARMLESS, 2)})
