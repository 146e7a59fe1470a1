"""Adding an article to the content folder, with the facts that are known of it above its text."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

from digest.article import Facts, parse_article
from digest.article.facts import parse_facts
from digest.errors import ArticleError, FieldError
from digest.layout import ARTICLES
from digest.saving import save_in
from digest.store import find_articles, read_article
from digest.text.slugs import slugify
from digest.text.yaml_writing import dump_mapping

PASTED = "the pasted text"
"""Name of an article that comes from no file; it is saved under its headline, or else its first words."""

_NAMES = {"outlet": "source"}


def add_article(content: Path, text: str, *, name: str, facts: Facts) -> str:
    """Save a raw article and give its path below the content folder.

    The pasted text stays as it is; what is known beside it is written above it, over what was
    stated there before. A text that is there already is not saved twice: its facts are brought up to date.

    Args:
        content: the site's content folder.
        text: the raw article.
        name: where it comes from, a file's path or `PASTED`.
        facts: what is known beside it.

    Raises:
        ArticleError: the text is empty or holds no story, or states a fact wrongly.
    """
    try:
        whole = with_facts(text, facts)
        article = parse_article(whole)
    except FieldError as error:
        raise ArticleError(name, error.line, error.problem) from None
    if not article.sentences:
        raise ArticleError(name, None, "holds no sentence of a story: paste the headline and the paragraphs below it")
    taken = set()
    pasted = _pasted(whole)
    for path in find_articles(content):
        taken.add(path.stem.lower())
        there = _text_of(content, path)
        if there is not None and _pasted(there) == pasted:
            relative = path.relative_to(content).as_posix()
            return _saved(content, relative, with_facts(there, facts))
    known_by = (article.headline or article.sentences[0].text) if name == PASTED else Path(name).stem
    slug = slugify(known_by, taken)
    return _saved(content, f"{ARTICLES}/{slug}.txt", whole)


def _saved(content: Path, relative: str, text: str) -> str:
    try:
        save_in(content, relative, text)
    except OSError as error:
        raise ArticleError(relative, None, f"cannot be written: {error.strerror or error}") from None
    return relative


def _text_of(content: Path, path: Path) -> str | None:
    """The text of an article that is there; None where it cannot be read, which is for `check` to say."""
    try:
        return read_article(content, path).text
    except ArticleError:
        return None


def _pasted(text: str) -> str:
    """What was pasted, without the facts stated above it, and with one kind of line end."""
    try:
        start = parse_facts(text)[1]
    except FieldError:
        start = 0
    return re.sub(r"\r\n?", "\n", text[start:]).strip()


def with_facts(text: str, facts: Facts) -> str:
    """The text with YAML front matter that states `facts` and what was stated in it already.

    Raises:
        FieldError: what was stated in it is wrong.
    """
    known = {it.name: value for it in fields(Facts) if (value := getattr(facts, it.name))}
    if not known:
        return text
    stated, body = parse_facts(text)
    merged = replace(stated, **known)
    mapping = {_NAMES.get(it.name, it.name): value for it in fields(Facts) if (value := getattr(merged, it.name))}
    pasted = re.sub(r"^(?:[ \t]*\r?\n)+", "", text[body:])
    return f"---\n{dump_mapping(mapping)}---\n{pasted}"
