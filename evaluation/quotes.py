"""Measures of quotes, from documents whose attributions people marked: who is said to have said what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from digest.extraction import extract

Span = tuple[int, int]

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|you|who|his|her|their|its|others|one|some)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"[^\W_\d][\w’'-]*")
_OUTER = "“”\"'‘’ \n,"
_FEWEST_WORDS = 4
"""Words of a quoted string; a shorter one is often a term or a title."""
_SAME, _LIKE = 0.8, 0.5
"""The overlap from which on two quoted strings are the same, and two reported clauses alike."""


def quotes(documents: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """F1 of the quoted strings and of the indirect quotes; of the strings found, how many have the right speaker.

    A speaker who is named is right where the words said to name the speaker overlap the gold's, or the family
    names agree; of speakers who are not (a pronoun) the share is told that got a name, right or wrong.
    """
    hits = mine_total = gold_total = named = right = pronouns = resolved = 0
    indirect: list[tuple[list[Span], list[Span]]] = []
    for document in documents:
        text = document["text"]
        found = extract({name: document[name] for name in ("id", "title", "text") if name in document})["quotes"]
        left = gold_strings(document)
        gold_total += len(left)
        for quote in found:
            if quote["kind"] == "indirect" or len(text[quote["start"] : quote["end"]].split()) < _FEWEST_WORDS:
                continue
            mine_total += 1
            span = bare(text, quote["start"], quote["end"])
            best = max(left, key=lambda gold: overlap(gold, span), default=None)
            if best is None or overlap(best, span) < _SAME:
                continue
            hits += 1
            truth = left.pop(best)
            if not truth["speaker"] or _PRONOUN.fullmatch(truth["speaker"]):
                pronouns += bool(truth["speaker"])
                resolved += bool(truth["speaker"]) and not _PRONOUN.fullmatch(quote["speaker"] or "he")
            else:
                named += 1
                right += is_right(quote, truth)
        indirect.append(
            (
                [_hull(quote["quote_spans"]) for quote in document["quotes"] if quote["type"] == "indirect"],
                [(quote["start"], quote["end"]) for quote in found if quote["kind"] == "indirect"],
            )
        )
    return {
        "quoted strings F1": 2 * hits / max(1, mine_total + gold_total),
        "named speakers right": right / max(1, named),
        "pronoun speakers named": resolved / max(1, pronouns),
        "indirect F1": indirect_f1(indirect),
    }


def gold_strings(document: Mapping[str, Any]) -> dict[Span, Mapping[str, Any]]:
    """Each quoted string of some length inside an attribution, with that attribution."""
    text, found = document["text"], {}
    for quote in document["quotes"]:
        if quote["type"] == "indirect":
            continue
        for start, end in quote["quote_spans"]:
            for match in _QUOTED.finditer(text, max(0, start - 1), min(len(text), end + 1)):
                inner = match.span(1) if match[1] else match.span(2)
                if len(text[slice(*inner)].split()) >= _FEWEST_WORDS:
                    found[bare(text, *inner)] = quote
    return found


def is_right(quote: Mapping[str, Any], truth: Mapping[str, Any]) -> bool:
    """Whether a quote has the speaker that the gold names."""
    if not quote["speaker"]:
        return False
    beside = quote["speaker_start"] is not None and any(
        overlap((quote["speaker_start"], quote["speaker_end"]), (start, end)) > 0
        for start, end in truth["speaker_spans"]
    )
    return beside or family_name(quote["speaker"]) == family_name(truth["speaker"])


def family_name(name: str) -> str:
    """The last word with a capital, in small letters and without its possessive; all where there is none."""
    words = [word for word in _CAPITALISED.findall(name) if word[0].isupper()]
    return words[-1].removesuffix("'s").removesuffix("’s").lower() if words else name.strip().lower()


def indirect_f1(documents: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> float:
    """F1 of spans, those of the gold and ours, that overlap by half or more."""
    hits = total = 0
    for gold, mine in documents:
        left = list(gold)
        total += len(gold) + len(mine)
        for span in mine:
            best = max(range(len(left)), key=lambda at: overlap(left[at], span), default=None)
            if best is not None and overlap(left[best], span) >= _LIKE:
                hits += 1
                left.pop(best)
    return 2 * hits / max(1, total)


def overlap(one: Span, other: Span) -> float:
    """Shared length over joint length of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def bare(text: str, start: int, end: int) -> Span:
    """A span without quotation marks and commas at its two ends."""
    while start < end and text[start] in _OUTER:
        start += 1
    while start < end and text[end - 1] in _OUTER:
        end -= 1
    return start, end


def _hull(spans: Sequence[Sequence[int]]) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)
