"""Shelf, the briefs of a content folder as lists show them; a file that has not changed is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from digest.brief import Brief
from digest.cache import Ledger
from digest.card import Card, is_signed, line_of, read_card, signed_again
from digest.errors import BriefError
from digest.markdown import parse_body, split_brief
from digest.signatures import digest_of_bytes, signature_of
from digest.store import StoredBrief, brief_names, read_brief
from digest.workers import in_batches

LEDGER = "briefs"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The briefs of a content folder, as they were read at one time."""

    cards: tuple[Card, ...]
    """Of those that can be read, in order of their paths."""
    problems: tuple[BriefError, ...]
    """What is wrong with the others."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a brief says."""

    brief: Brief
    body: str
    """The Markdown below its front matter, as the editor left it."""


def read_whole(content: Path, card: Card) -> Whole:
    """All that a brief says.

    Raises:
        BriefError: its file is not as it was when the card was made.
    """
    stored = read_again(content, card)
    return Whole(stored.brief, stored.parts.body)


def read_again(content: Path, card: Card) -> StoredBrief:
    """The brief of a card, which knows its front matter already.

    Raises:
        BriefError: its file is not as it was when the card was made.
    """
    try:
        data = (content / card.path).read_bytes()
    except OSError:
        data = b""
    if digest_of_bytes(data) != card.digest:
        raise BriefError(card.path, None, "was changed in the meantime; build again")
    text = data.decode("utf-8")
    parts = split_brief(text)
    return StoredBrief(
        path=card.path,
        text=text,
        brief=parse_body(parts.body, card.front_matter),
        parts=parts,
        as_generated=card.as_generated,
        words_as_generated=card.words_as_generated,
    )


def read_shelf(content: Path, ledger: Ledger, *, sign: Callable[[str], str] = signature_of) -> Shelf:
    """The briefs of a content folder.

    Args:
        content: the content folder.
        ledger: what is remembered of earlier readings.
        sign: says what the file system says of the file at a path, or said a moment ago.
    """
    texts: dict[str, str | BriefError] = {}
    unknown: list[str] = []
    folder = str(content)
    for name in brief_names(content):
        text = ledger.get(name) or ""
        texts[name] = text
        signature = _signature_or_none(f"{folder}/{name}", sign)
        if not (signature and is_signed(text, signature)):
            unknown.append(name)
    remembered = {name: known for name in unknown if (known := ledger.get(name))}
    for name, found in in_batches(partial(_read_anew, content, remembered), unknown):
        texts[name] = found
        if isinstance(found, str):
            ledger.put(name, found)
    ledger.keep_only(texts)
    shared: dict[Any, Any] = {}
    cards = tuple(
        ledger.decoded(name, partial(read_card, name, shared=shared))
        if ledger.get(name) == text
        else read_card(name, text, shared)
        for name, text in texts.items()
        if isinstance(text, str)
    )
    return Shelf(cards, tuple(problem for problem in texts.values() if isinstance(problem, BriefError)))


def _signature_or_none(path: str, sign: Callable[[str], str]) -> str | None:
    try:
        return sign(path)
    except OSError:
        return None


def _read_anew(
    content: Path, remembered: Mapping[str, str], names: Iterable[str]
) -> Iterator[tuple[str, str | BriefError]]:
    """What is to be remembered of briefs whose files may have changed."""
    for name in names:
        path = content / name
        signature = _signature_or_none(str(path), signature_of) or ""
        if signature and name in remembered:
            with suppress(OSError):
                digest = digest_of_bytes(path.read_bytes())
                if line := signed_again(remembered[name], digest, signature):
                    yield name, line
                    continue
        try:
            yield name, line_of(read_brief(content, path), signature)
        except BriefError as problem:
            problem.let_go()
            yield name, problem
