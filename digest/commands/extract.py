"""`digest extract`, what is found in documents, for other programs: JSON Lines in and out."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any, BinaryIO

import click

from digest import extraction
from digest.analysis import Budget
from digest.console import PROBLEM
from digest.errors import ExtractError, FieldError
from digest.extraction import DEFAULT_BUDGET


@click.command()
@click.argument("source", type=click.File("rb"), default="-")
@click.option(
    "--max-points",
    type=click.IntRange(1, 20),
    default=DEFAULT_BUDGET.points,
    show_default=True,
    help="Key points at most.",
)
@click.option(
    "--max-words",
    type=click.IntRange(1),
    default=DEFAULT_BUDGET.words,
    show_default=True,
    help="Words in all key points together.",
)
@click.option("--explain", is_flag=True, help="Say of each key point why it is one.")
def extract(source: BinaryIO, max_points: int, max_words: int, explain: bool) -> None:
    """Print what is found in documents, for other programs.

    It reads JSON Lines, from SOURCE or standard input, and prints JSON Lines. A document has "id"
    and "text", and optionally "title" (even empty: the text is the body only), "published" and
    "language". Offsets are Unicode code points into "text". A line that is no document gets
    {"id", "error"}, and the exit status is 1.

    With --explain each key point has an "explanation": its worth, the average sentence's, what each
    feature of the sentence adds to that, and its most salient words.

    \b
    Examples:
      digest extract articles.jsonl > found.jsonl
      digest extract --explain articles.jsonl | jq .key_points[].explanation
    """
    budget = replace(DEFAULT_BUDGET, points=max_points, words=max_words)
    failed = False
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        found = _extract_line(line, number, budget, explain=explain)
        failed = failed or "error" in found
        sys.stdout.buffer.write(_json_line(found))
        sys.stdout.flush()
    if failed:
        sys.exit(PROBLEM)


def _extract_line(line: bytes, number: int, budget: Budget, *, explain: bool) -> dict[str, Any]:
    try:
        document = json.loads(line.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"line {number}: not valid JSON: {error}"}
    identity = None
    try:
        if not isinstance(document, dict):
            raise ExtractError("is not a JSON object")
        identity = document.get("id")
        return extraction.extract(document, budget=budget, explain=explain)
    except FieldError as error:
        return {"id": identity, "error": f"line {number}: {error.problem}"}
    except ExtractError as error:
        return {"id": identity, "error": f"line {number}: {error}"}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON value")


_PLAIN = json.JSONEncoder(ensure_ascii=False, check_circular=False)
"""What is found refers to nothing that it is part of."""


def _json_line(value: dict[str, Any]) -> bytes:
    """One line of JSON in UTF-8; a lone surrogate, which UTF-8 cannot hold, stays an escape."""
    try:
        return _PLAIN.encode(value).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value).encode() + b"\n"
