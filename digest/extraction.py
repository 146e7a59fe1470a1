"""Extraction, an article and what was found in it as the plain values of `digest extract`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from digest.analysis import Analysis, Budget, analyse
from digest.analysis.key_points import Explanation, explain_key_points
from digest.analysis.names import Name
from digest.article import Article, parse_article
from digest.article.facts import facts_of
from digest.errors import ExtractError
from digest.text.fields import Field
from digest.text.spans import Span

DEFAULT_BUDGET = Budget(points=3, words=70, least=1)
"""An abstract's worth: what other programs show beside a link."""

_STATED = ("published", "language")
_PLACES = 5
"""Decimal places in an explanation."""


def extract(document: Mapping[str, Any], *, budget: Budget = DEFAULT_BUDGET, explain: bool = False) -> dict[str, Any]:
    """What is found in one document, in plain values; offsets are code points into its `text`.

    Args:
        document: `id` and `text`, and optionally `title` (present, even empty: `text` is the
            body only), `published` and `language`.
        budget: how much the key points may take.
        explain: whether to say of each key point why it is one.

    Raises:
        ExtractError: the document lacks a field, or one has a wrong type.
        FieldError: a stated fact has a wrong value.
    """
    for name, needed in (("text", True), ("title", False), *((name, False) for name in _STATED)):
        value = document.get(name)
        if not isinstance(value, str) and (needed or value is not None):
            raise ExtractError(f"'{name}' is not text")
    facts = facts_of({name: Field(document[name], 1) for name in _STATED if document.get(name)})
    title = (document["title"] or "") if "title" in document else None
    article = parse_article(document["text"], title=title, facts=facts)
    analysis = analyse(article, budget=budget, sidebars=False)
    found = {"id": document.get("id"), **_values(article, analysis)}
    if explain:
        for point, explanation in zip(
            found["key_points"], explain_key_points(article, analysis.key_points), strict=True
        ):
            point["explanation"] = _explained(explanation)
    return found


def _values(article: Article, analysis: Analysis) -> dict[str, Any]:
    text = article.text
    return {
        "title": article.headline,
        "language": article.language,
        "kind": article.kind.value,
        "genre": article.genre,
        "byline": article.byline,
        "dateline": article.dateline.place if article.dateline else None,
        "published": article.published,
        "outlet": article.outlet,
        "sentences": [_pair(sentence.span) for sentence in article.sentences],
        "key_points": [{"text": point.text, **_place(point.span)} for point in analysis.key_points],
        "quotes": [
            {
                "text": quote.span.of(text),
                **_place(quote.span),
                "kind": "indirect" if quote.kind == "stated" else quote.kind,
                "speaker": quote.speaker,
                "role": quote.role,
                "speaker_start": quote.speaker_span.start if quote.speaker_span else None,
                "speaker_end": quote.speaker_span.end if quote.speaker_span else None,
                "cue": quote.cue,
            }
            for quote in analysis.quotes
        ],
        "people": [{**_name(person), "role": person.role} for person in analysis.names.people],
        "organisations": [_name(name) for name in analysis.names.organisations],
        "places": [_name(name) for name in analysis.names.places],
        "dates": [{"text": it.span.of(text), **_place(it.span), "value": it.value} for it in analysis.dates],
        "figures": [
            {"text": it.span.of(text), **_place(it.span), "value": _number(it.value), "unit": it.unit}
            for it in analysis.figures
        ],
        "categories": list(analysis.categories),
        "tags": list(analysis.tags),
    }


def _explained(explanation: Explanation) -> dict[str, Any]:
    return {
        "worth": round(explanation.worth, _PLACES),
        "average": round(explanation.average, _PLACES),
        "features": {
            name: {"value": round(value, _PLACES), "contribution": round(share, _PLACES)}
            for name, value, share in explanation.features
        },
        "words": {word: round(salience, _PLACES) for word, salience in explanation.words},
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _name(name: Name) -> dict[str, Any]:
    return {"name": name.name, "mentions": [_pair(span) for span in name.mentions]}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
