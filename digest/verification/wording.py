"""Wording, what of an edited brief is not in the words of the sentences that its own footnotes quote.

The site's pages show it. It needs no article, and is the same wherever the site is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.brief import Brief, Evidence
from digest.verification.quotes import misquoted
from digest.verification.statements import Verdict, find_run, judge_statement
from digest.verification.words import words_of

Statement = tuple[str, tuple[Evidence, ...]]


def statements_of(brief: Brief) -> Iterator[Statement]:
    """The statements of a brief in its own sections, apart from quotes and figures."""
    if brief.takeaway:
        yield brief.takeaway.text, brief.takeaway.evidence
    for point in (*brief.key_points, *brief.outlook, *brief.open_questions, *(it.question for it in brief.exchanges)):
        yield point.text, point.evidence
    for event in brief.timeline:
        yield event.text, event.evidence


def figures_of(brief: Brief) -> Iterator[Statement]:
    """The key figures of a brief."""
    return ((figure.text, figure.evidence) for figure in brief.figures)


def is_figure_of(text: str, sentences: Sequence[str]) -> bool:
    """Whether a figure stands in a sentence as printed."""
    return any(find_run(words_of(text), words_of(sentence)) is not None for sentence in sentences)


def reworded(brief: Brief) -> Iterator[tuple[str, Verdict]]:
    """What is not in the words of its footnotes: edited, or unsupported where they do not say it or where there are none.

    Each is given as the brief shows it, an event with its date before it.
    Of a brief that was written by hand, what has no footnote is passed over: it never was a source's.
    """
    dated = {(event.text, event.evidence): f"{event.when}: {event.text}" for event in brief.timeline if event.when}
    for text, evidence in statements_of(brief):
        if evidence or brief.front_matter.digest:
            verdict = judge_statement(text, [it.text for it in evidence]).verdict
            if verdict in (Verdict.EDITED, Verdict.UNSUPPORTED):
                yield dated.get((text, evidence), text), verdict
    for text, evidence in figures_of(brief):
        if (evidence or brief.front_matter.digest) and not is_figure_of(text, [it.text for it in evidence]):
            yield text, Verdict.UNSUPPORTED
    for quote in brief.said:
        sentences = [it.text for it in quote.evidence]
        if (sentences or brief.front_matter.digest) and misquoted(quote.text, sentences, (), complete=False):
            yield quote.text, Verdict.UNSUPPORTED
