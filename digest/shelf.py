"""Shelf, the briefs of a content folder as lists show them; a file that has not changed is not read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

from digest.brief import Approval, Brief, BriefQuote, Correction, FrontMatter, Person, Source, Stamp, Withdrawal
from digest.cache import Ledger
from digest.errors import BriefError
from digest.markdown import parse_body, render_body, split_brief
from digest.markdown.parts import DEFINITION
from digest.signatures import digest_of_bytes, signature_of
from digest.store import StoredBrief, brief_names, read_brief
from digest.workers import in_batches

LEDGER = "briefs"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that a browser would not show as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a brief without the whole of its body: all that a list shows."""

    path: str
    """Below the content folder, with `/`."""
    digest: str
    """Of the file's bytes."""
    front_matter: FrontMatter
    takeaway: str | None = None
    said: tuple[BriefQuote, ...] = ()
    """All that it quotes somebody with, without the evidence."""
    words: int = 0
    """Of its body, footnotes apart."""
    as_generated: bool = False
    words_as_generated: bool = False
    changed_since_approval: bool = False
    in_our_form: bool = False
    """Whether its body is as our own template would write what it says: no markup, no links, no other sections."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a brief says."""

    brief: Brief
    body: str
    """The Markdown below its front matter, as the editor left it."""


def card_of(stored: StoredBrief) -> Card:
    """What lists show of a brief."""
    brief = stored.brief
    return Card(
        path=stored.path,
        digest=digest_of_bytes(stored.text.encode("utf-8")),
        front_matter=brief.front_matter,
        takeaway=brief.takeaway.text if brief.takeaway else None,
        said=tuple(BriefQuote(text=it.text, speaker=it.speaker, role=it.role) for it in brief.said),
        words=len(DEFINITION.sub("", stored.parts.body).split()),
        as_generated=stored.as_generated,
        words_as_generated=stored.words_as_generated,
        changed_since_approval=stored.changed_since_approval,
        in_our_form=not _CONTROL.search(stored.parts.body) and render_body(brief) == stored.parts.body,
    )


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


def read_cards(content: Path, ledger: Ledger) -> tuple[tuple[Card, ...], tuple[BriefError, ...]]:
    """The cards of all briefs that can be read, in order of their paths, and what is wrong with the others.

    Args:
        content: the content folder.
        ledger: what is remembered of earlier readings.
    """
    texts: dict[str, str | BriefError] = {}
    unknown: list[str] = []
    folder = str(content)
    for name in brief_names(content):
        text = ledger.get(name) or ""
        texts[name] = text
        signature = _signature_or_none(f"{folder}/{name}")
        if not (signature and text.startswith(f'["{signature}",')):
            unknown.append(name)
    remembered = {name: known for name in unknown if (known := ledger.get(name))}
    for name, found in in_batches(partial(_read_anew, content, remembered), unknown):
        texts[name] = found
        if isinstance(found, str):
            ledger.put(name, found)
    ledger.keep_only(texts)
    cards = tuple(
        ledger.decoded(name, partial(_read_card, name)) if ledger.get(name) == text else _read_card(name, text)
        for name, text in texts.items()
        if isinstance(text, str)
    )
    return cards, tuple(problem for problem in texts.values() if isinstance(problem, BriefError))


def _signature_or_none(path: str) -> str | None:
    try:
        return signature_of(path)
    except OSError:
        return None


def _read_anew(
    content: Path, remembered: Mapping[str, str], names: Iterable[str]
) -> Iterator[tuple[str, str | BriefError]]:
    """What is to be remembered of briefs whose files may have changed."""
    for name in names:
        path = content / name
        signature = _signature_or_none(str(path)) or ""
        if signature and name in remembered:
            with suppress(OSError):
                digest = digest_of_bytes(path.read_bytes())
                _, recorded, *rest = json.loads(remembered[name])
                if recorded == digest:
                    yield name, _line(signature, digest, *rest)
                    continue
        try:
            card = card_of(read_brief(content, path))
        except BriefError as problem:
            problem.let_go()
            yield name, problem
        else:
            yield name, _written(card, signature)


def _written(card: Card, signature: str) -> str:
    flags = (card.as_generated, card.words_as_generated, card.changed_since_approval, card.in_our_form)
    said = [[quote.text, quote.speaker, quote.role] for quote in card.said]
    numbers = [card.words, *map(int, flags)]
    return _line(signature, card.digest, _plain(card.front_matter), card.takeaway, said, numbers)


def _line(*values: Any) -> str:
    return json.dumps(values, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A dataclass as a mapping of the fields that are not as they are by default."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    return {it.name: _plain(said) for it in fields(value) if (said := getattr(value, it.name)) not in (None, ())}


def _read_card(path: str, text: str) -> Card:
    _, digest, facts, takeaway, said, (words, *flags) = json.loads(text)
    as_generated, words_as_generated, changed_since_approval, in_our_form = map(bool, flags)
    return Card(
        path=path,
        digest=digest,
        front_matter=_front_matter(facts),
        takeaway=takeaway,
        said=tuple(BriefQuote(text=text, speaker=speaker, role=role) for text, speaker, role in said),
        words=words,
        as_generated=as_generated,
        words_as_generated=words_as_generated,
        changed_since_approval=changed_since_approval,
        in_our_form=in_our_form,
    )


def _front_matter(facts: dict[str, Any]) -> FrontMatter:
    for name, kind in _MANY.items():
        if name in facts:
            facts[name] = tuple(kind(**entry) for entry in facts[name])
    for name, kind in _ONE.items():
        if name in facts:
            facts[name] = kind(**facts[name])
    for name in _TEXTS:
        if name in facts:
            facts[name] = tuple(facts[name])
    if "extra" in facts:
        facts["extra"] = tuple((name, value) for name, value in facts["extra"])
    return FrontMatter(**facts)


_MANY: dict[str, Any] = {"sources": Source, "people": Person, "corrections": Correction}
_ONE: dict[str, Any] = {"reviewed": Approval, "withdrawn": Withdrawal, "digest": Stamp}
_TEXTS = ("organisations", "places", "categories", "tags", "aliases")
