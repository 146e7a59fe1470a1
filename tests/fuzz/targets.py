"""Targets: what must hold of every text. Each takes a text, and an assertion or any other error is a fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from digest.article import Article, parse_article
from digest.brief import Brief
from digest.errors import EncodingError, FieldError
from digest.extraction import extract
from digest.front_matter import dump_front_matter, parse_front_matter
from digest.markdown import is_as_generated, parse_brief, plain, render_brief, split_brief
from digest.pipeline import make_brief, write_brief
from digest.settings import Settings
from digest.site.body import BodyRenderer
from digest.site.wording import read_wording
from digest.text.decoding import decode
from digest.text.fields import split_front_matter
from digest.text.sentences import find_sentences
from digest.text.spans import Span
from digest.text.yaml_mapping import load_mapping
from tests.markup import markup_of

_SETTINGS = Settings()
_OF_ARTICLES = frozenset("p ul li h2 details summary blockquote span div strong br".split())  # noqa: SIM905  # easier to read
_RUNS = frozenset(
    "script style iframe object embed base meta link form button svg math template noscript".split()  # noqa: SIM905
)
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")


def articles(text: str) -> None:
    """A text is an article whose sentences lie in it one behind the other, or an error that names a line of it."""
    found: Article | FieldError
    try:
        found = parse_article(text)
    except FieldError as refused:
        found = refused
    if isinstance(found, FieldError):
        assert 1 <= found.line <= len(_BREAK.split(text))
        return
    position = 0
    for sentence in found.sentences:
        assert Span(position, len(text)).contains(sentence.span)
        assert sentence.text.strip() != ""
        position = sentence.span.end


def sentences(text: str) -> None:
    """Sentences stand one behind the other, and between them there is only white space."""
    position = 0
    for span in find_sentences(text, Span(0, len(text))):
        assert position <= span.start < span.end <= len(text)
        assert text[position : span.start].strip() == ""
        position = span.end
    assert text[position:].strip() == ""


def quotes(text: str) -> None:
    """What programs get of a text has its spans in the text, and its quotes word for word."""
    try:
        found = extract({"id": 1, "title": "", "text": text})
    except FieldError:
        return
    for kind in ("quotes", "key_points", "dates", "figures"):
        for it in found[kind]:
            assert 0 <= it["start"] < it["end"] <= len(text)
    for quote in found["quotes"]:
        if quote["kind"] == "direct":
            assert quote["text"] == text[quote["start"] : quote["end"]]
        if quote["speaker_start"] is not None:
            assert 0 <= quote["speaker_start"] < quote["speaker_end"] <= len(text)


def front_matter(text: str) -> None:
    """A front matter is read, and written so that the same is read again; or it is refused."""
    try:
        known = parse_front_matter(load_mapping(text))
    except FieldError:
        return
    assert parse_front_matter(load_mapping(dump_front_matter(known))) == known


def briefs(text: str) -> None:
    """Any brief is read or refused, and its body holds nothing that could run."""
    try:
        parse_brief(text)
        body = split_brief(text).body
    except FieldError:
        return
    plain(body)
    markup = markup_of(_renderer().render(body))
    assert not markup.elements & _RUNS
    assert not [name for _, name in markup.pairs if name.startswith("on") or name == "style"]
    assert not [
        link for link in markup.values("href", "src") if re.match(r"[\s\x00-\x20]*(?:javascript|data|vbscript):", link)
    ]


def pipeline(text: str) -> None:
    """An article becomes a brief that reads back as it was written, and its page shows it as text."""
    brief = _made_of(text)
    if brief is None:
        return
    assert parse_brief(render_brief(brief)) == brief
    file = write_brief(brief, _SETTINGS)
    parts = split_brief(file)
    assert is_as_generated(parts, parse_brief(file).front_matter.digest)
    assert markup_of(_renderer().render(parts.body)).elements <= _OF_ARTICLES


def files(text: str) -> None:
    """Bytes are decoded or refused, and what stands between lines of dashes at their top is parted from the rest."""
    try:
        decoded = decode(text.encode("latin-1", "replace"))
        parted = split_front_matter(decoded)
    except (EncodingError, FieldError):
        return
    assert "\0" not in decoded
    assert parted is None or 0 < parted[1] <= len(decoded)


def _made_of(text: str) -> Brief | None:
    try:
        return make_brief(text, path="articles/a.txt", sha256="0", settings=_SETTINGS)
    except FieldError:
        return None


@cache
def _renderer() -> BodyRenderer:
    return BodyRenderer(read_wording("en"), ["toc", "tables", "fenced_code", "attr_list"])


TARGETS: dict[str, Callable[[str], None]] = {
    target.__name__: target for target in (articles, sentences, quotes, front_matter, briefs, pipeline, files)
}
