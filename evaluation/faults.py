"""Faults, planted in briefs as a careless or ill-meaning hand would, to see whether the check finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.brief import Brief, BriefQuote, Point

Fault = tuple[str, Brief]
"""What was done, and the brief that it was done to."""
_NUMBER = re.compile(r"(?<![\w,.])\d+(?:,\d{3})*(?![\w,]*\d|\.\d)")
_NEGATION = re.compile(r"\b(?:not|never|no longer) |n['’]t\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def plant(brief: Brief) -> Iterator[Fault]:
    """The brief with one fault each, one of every kind that it gives occasion for."""
    names = [person.name for person in brief.front_matter.people]
    points = (brief.takeaway, *brief.key_points) if brief.takeaway else brief.key_points
    for kind, change in (
        ("a number changed", _change_number),
        ("a negation dropped", _drop_negation),
        ("a name swapped", lambda point: _swap_name(point, names)),
    ):
        for number, point in enumerate(points):
            text = change(point)
            if text and text != point.text:
                yield kind, _with_point(brief, number, replace(point, text=text))
                break
    footnotes = [point.evidence for point in points]
    for number, (point, other) in enumerate(zip(points, footnotes[1:], strict=False)):
        if point.evidence != other:
            yield "a footnote moved", _with_point(brief, number, replace(point, evidence=other))
            break
    for number, quote in enumerate(brief.quotes):
        words = quote.text.split(" ")
        if len(words) > 3:
            middle = len(words) // 2
            altered = " ".join([*words[:middle], "really", *words[middle:]])
            yield "a quote altered", _with_quote(brief, number, replace(quote, text=altered))
            break
    for number, quote in enumerate(brief.quotes):
        others = [name for name in names if quote.speaker and name.split()[-1] != quote.speaker.split()[-1]]
        if others:
            yield "a wrong speaker", _with_quote(brief, number, replace(quote, speaker=others[0]))
            break


def _change_number(point: Point) -> str | None:
    found = _NUMBER.search(point.text)
    if not found:
        return None
    other = str(int(found.group().replace(",", "")) + 1)
    return f"{point.text[: found.start()]}{other}{point.text[found.end() :]}"


def _drop_negation(point: Point) -> str | None:
    return _NEGATION.sub("", point.text, count=1)


def _swap_name(point: Point, names: list[str]) -> str | None:
    for found in _NAME.finditer(point.text):
        other = next((name for name in names if not set(name.split()) & set(re.findall(r"\w+", point.text))), None)
        if other and any(found.group() in name for name in names):
            return f"{point.text[: found.start()]}{other}{point.text[found.end() :]}"
    return None


def _with_point(brief: Brief, number: int, point: Point) -> Brief:
    if brief.takeaway and number == 0:
        return replace(brief, takeaway=point)
    at = number - (1 if brief.takeaway else 0)
    return replace(brief, key_points=(*brief.key_points[:at], point, *brief.key_points[at + 1 :]))


def _with_quote(brief: Brief, number: int, quote: BriefQuote) -> Brief:
    return replace(brief, quotes=(*brief.quotes[:number], quote, *brief.quotes[number + 1 :]))
