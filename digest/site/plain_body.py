"""A brief's body as HTML straight from its type, where it says nothing else: what `BodyRenderer` makes of it, sooner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from digest.brief import Brief, BriefEvent, BriefQuote, Evidence, Point
from digest.markdown.headings import EXCHANGES, FIGURES, KEY_POINTS, OPEN_QUESTIONS, OUTLOOK, QUOTES, TIMELINE
from digest.text.slugs import spell


def body_of(brief: Brief) -> str:
    """The body of a brief that holds no Markdown of an editor's, as safe HTML."""
    return "\n".join(_blocks(brief))


def _blocks(brief: Brief) -> Iterator[str]:
    if brief.takeaway:
        yield _paragraph(brief.takeaway.text, brief.takeaway.evidence, "takeaway")
    yield from _points(KEY_POINTS, brief.key_points)
    if brief.exchanges:
        yield _heading(EXCHANGES)
    for exchange in brief.exchanges:
        question = exchange.question
        yield _paragraph(question.text, question.evidence, strong=True)
        yield _said(exchange.answer)
    if brief.quotes:
        yield _heading(QUOTES)
    for quote in brief.quotes:
        yield _said(quote)
    yield from _points(FIGURES, brief.figures)
    yield from _points(TIMELINE, brief.timeline)
    yield from _points(OUTLOOK, brief.outlook)
    yield from _points(OPEN_QUESTIONS, brief.open_questions)


def _heading(words: str) -> str:
    return f'<h2 id="{spell(words)}">{words}</h2>'


def _points(heading: str, points: Sequence[Point | BriefEvent]) -> Iterator[str]:
    if points:
        yield _heading(heading)
        items = "\n".join(_point(point) for point in points)
        yield f"<ul>\n{items}\n</ul>"


def _point(point: Point | BriefEvent) -> str:
    when = f"<strong>{_text(point.when)}:</strong> " if isinstance(point, BriefEvent) and point.when else ""
    notes = _notes(point.evidence)
    return f"<li>{when}{_text(point.text)}{notes}</li>"


def _said(quote: BriefQuote) -> str:
    words = f"“{_text(quote.text)}”"
    if not quote.speaker:
        return f"<blockquote>\n{_cited(words, quote.evidence)}\n</blockquote>"
    role = f", {_text(quote.role)}" if quote.role else ""
    speaker = _cited(f"— {_text(quote.speaker)}{role}", quote.evidence)
    return f"<blockquote>\n<p>{words}</p>\n{speaker}\n</blockquote>"


def _paragraph(text: str, evidence: Sequence[Evidence], kind: str | None = None, *, strong: bool = False) -> str:
    words = f"<strong>{_text(text)}</strong>" if strong else _text(text)
    return _cited(words, evidence, kind)


def _cited(words: str, evidence: Sequence[Evidence], kind: str | None = None) -> str:
    """A paragraph; one with sources behind it is no `p`, which can hold no `details`."""
    if evidence:
        return f'<div class="{kind or "cited"}">{words}{_notes(evidence)}</div>'
    return f'<p class="{kind}">{words}</p>' if kind else f"<p>{words}</p>"


def _notes(evidence: Iterable[Evidence]) -> str:
    """The source sentences, each closed until the reader asks for it."""
    return "".join(f"{_note(it)}\n" for it in dict.fromkeys(evidence))


def _note(evidence: Evidence) -> str:
    if evidence.paragraph is None:
        summary, words, place = "Source", _text(evidence.text), ""
    else:
        outlet = f"{_text(evidence.outlet)}, " if evidence.outlet else ""
        where = f"{outlet}paragraph {evidence.paragraph}"
        summary = f'<span class="unseen">Source: {outlet}paragraph </span>{evidence.paragraph}'
        words, place = f"“{_text(evidence.text)}”", f'\n<p class="place">{where}</p>'
    return (
        f'<details class="evidence">\n<summary>{summary}</summary>\n'
        f"<blockquote>\n<p>{words}</p>{place}\n</blockquote>\n</details>"
    )


def _text(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
