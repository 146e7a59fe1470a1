"""A brief's body as HTML straight from its type, where it says nothing else: what `BodyRenderer` makes of it, sooner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.brief import Brief, BriefEvent, BriefQuote, Evidence, Point
from digest.markdown.headings import NAMED
from digest.site.wording import Wording, apart
from digest.text.slugs import spell

_STYLE = re.compile(r' (?:class|id)="[^"<]*">')
"""The one attribute of an element, and its end, which no words hold: each `>` of theirs is escaped."""


def body_of(brief: Brief, words: Wording) -> str:
    """The body of a brief that holds no Markdown of an editor's, as safe HTML.

    Args:
        brief: the brief.
        words: the site's, in which headings and places are said.
    """
    return "\n".join(_blocks(brief, words))


def unstyled(body: str) -> str:
    """What `body_of` gave, without classes and ids: what the sanitiser would leave of it, sooner."""
    return _STYLE.sub(">", body)


def _blocks(brief: Brief, words: Wording) -> Iterator[str]:
    if brief.takeaway:
        yield _paragraph(brief.takeaway.text, brief.takeaway.evidence, words, "takeaway")
    yield from _points("key_points", brief.key_points, words)
    if brief.exchanges:
        yield _heading("exchanges", words)
    for exchange in brief.exchanges:
        question = exchange.question
        yield _paragraph(question.text, question.evidence, words, strong=True)
        yield _said(exchange.answer, words)
    if brief.quotes:
        yield _heading("quotes", words)
    for quote in brief.quotes:
        yield _said(quote, words)
    yield from _points("figures", brief.figures, words)
    yield from _points("timeline", brief.timeline, words)
    yield from _points("outlook", brief.outlook, words)
    yield from _points("open_questions", brief.open_questions, words)


def _heading(name: str, words: Wording) -> str:
    """A heading, whose address is the same in every language."""
    return f'<h2 id="{spell(NAMED[name])}">{_text(words(name))}</h2>'


def _points(name: str, points: Sequence[Point | BriefEvent], words: Wording) -> Iterator[str]:
    if points:
        yield _heading(name, words)
        items = "\n".join(_point(point, words) for point in points)
        yield f"<ul>\n{items}\n</ul>"


def _point(point: Point | BriefEvent, words: Wording) -> str:
    when = f"<strong>{_text(point.when)}:</strong> " if isinstance(point, BriefEvent) and point.when else ""
    return f"<li>{_proved(when + _text(point.text), point.evidence, words)}</li>"


def _said(quote: BriefQuote, words: Wording) -> str:
    said = f"“{_text(quote.text)}”"
    if not quote.speaker:
        return f"<blockquote>\n{_cited(said, quote.evidence, words)}\n</blockquote>"
    role = f", {_text(quote.role)}" if quote.role else ""
    speaker = _cited(f"— {_text(quote.speaker)}{role}", quote.evidence, words)
    return f"<blockquote>\n<p>{said}</p>\n{speaker}\n</blockquote>"


def _paragraph(
    text: str, evidence: Sequence[Evidence], words: Wording, kind: str | None = None, *, strong: bool = False
) -> str:
    shown = f"<strong>{_text(text)}</strong>" if strong else _text(text)
    return _cited(shown, evidence, words, kind)


def _cited(shown: str, evidence: Sequence[Evidence], words: Wording, kind: str | None = None) -> str:
    """A paragraph; one with sources behind it is no `p`, which can hold no `details`."""
    if evidence:
        return f'<div class="{kind or "cited"}">{_proved(shown, evidence, words)}</div>'
    return f'<p class="{kind}">{shown}</p>' if kind else f"<p>{shown}</p>"


def _proved(shown: str, evidence: Iterable[Evidence], words: Wording) -> str:
    """Words, and behind them the source sentences, each closed until the reader asks for it."""
    notes = "".join(f"{_note(it, words)}\n" for it in dict.fromkeys(evidence))
    return f'<span class="said">{shown}</span>{notes}' if notes else shown


def _note(evidence: Evidence, words: Wording) -> str:
    if evidence.paragraph is None:
        summary, said, place = _text(words("source")), _text(evidence.text), ""
    else:
        number = str(evidence.paragraph)
        paragraph = words("paragraph", number=number)
        where = f"{evidence.outlet}, {paragraph}" if evidence.outlet else paragraph
        label = words("source_at", place=where).removesuffix(number)
        summary = f'<span class="unseen">{_text(label)}</span>{number}'
        said, place = apart(f"“{_text(evidence.text)}”"), f'\n<p class="place">{_text(where)}</p>'
    return (
        f'<details class="evidence">\n<summary>{summary}</summary>\n'
        f"<blockquote>\n<p>{said}</p>{place}\n</blockquote>\n</details>"
    )


def _text(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
