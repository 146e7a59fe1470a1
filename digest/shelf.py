"""Shelf, the briefs of a content folder as lists show them; a file that has not changed is not read again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from digest.brief import (
    Approval,
    Brief,
    BriefQuote,
    Correction,
    FrontMatter,
    Outline,
    Person,
    Source,
    Stamp,
    Withdrawal,
)
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
_LINK = re.compile(r"\]\s*\(|\[(?!\^)[^\[\]]*\]:")
"""What every link has whose address may be a file of the site: `[words](address)`, or `[name]: address`."""
_REMEMBERED = 2_000
"""Briefs of which all is kept that lists show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a brief without the whole of its body: all that a list shows.

    Of a large archive most briefs are only counted: what is not in their outline is decoded when it is asked for.
    """

    path: str
    """Below the content folder, with `/`."""
    digest: str
    """Of the file's bytes."""
    outline: Outline
    as_generated: bool
    words_as_generated: bool
    changed_since_approval: bool
    in_our_form: bool
    """Whether its body is as our own template would write what it says: no markup, no links, no other sections."""
    may_link: bool
    """Whether its body may hold a link, as far as Markdown without extensions knows one."""
    text: str = field(repr=False)
    """All this as the ledger has it."""

    @property
    def front_matter(self) -> FrontMatter:
        """The whole of it."""
        return _details_in(self.text).front_matter

    @property
    def takeaway(self) -> str | None:
        """What its body opens with."""
        return _details_in(self.text).takeaway

    @property
    def said(self) -> tuple[BriefQuote, ...]:
        """All that it quotes somebody with, without the evidence."""
        return _details_in(self.text).said

    @property
    def words(self) -> int:
        """Of its body, footnotes apart."""
        return _details_in(self.text).words


@dataclass(frozen=True, slots=True)
class _Details:
    """What only those pages show that a brief stands on."""

    front_matter: FrontMatter
    takeaway: str | None
    said: tuple[BriefQuote, ...]
    words: int


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


def card_of(stored: StoredBrief) -> Card:
    """What lists show of a brief."""
    return _read_card(stored.path, _written(stored, ""), {})


def without_words(card: Card) -> Card:
    """The card of a withdrawn brief: only where it was, since when it is gone, and why."""
    facts = card.outline
    left = FrontMatter(
        title="Withdrawn",
        slug=facts.slug,
        date=facts.date,
        embargo=facts.embargo,
        aliases=facts.aliases,
        withdrawn=facts.withdrawn,
    )
    flags = (False, card.words_as_generated, False, False, False)
    return _read_card(card.path, _line("", card.digest, flags, _Details(left, None, (), 0)), {})


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
        if not (signature and text.startswith(f"{signature}\t")):
            unknown.append(name)
    remembered = {name: known for name in unknown if (known := ledger.get(name))}
    for name, found in in_batches(partial(_read_anew, content, remembered), unknown):
        texts[name] = found
        if isinstance(found, str):
            ledger.put(name, found)
    ledger.keep_only(texts)
    shared: dict[Any, Any] = {}
    cards = tuple(
        ledger.decoded(name, partial(_read_card, name, shared=shared))
        if ledger.get(name) == text
        else _read_card(name, text, shared)
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
                _, recorded, *rest = remembered[name].split("\t")
                if recorded == digest:
                    yield name, "\t".join((signature, digest, *rest))
                    continue
        try:
            yield name, _written(read_brief(content, path), signature)
        except BriefError as problem:
            problem.let_go()
            yield name, problem


def _written(stored: StoredBrief, signature: str) -> str:
    brief, body = stored.brief, stored.parts.body
    in_our_form = not _CONTROL.search(body) and render_body(brief) == body
    return _line(
        signature,
        digest_of_bytes(stored.text.encode("utf-8")),
        (
            stored.as_generated,
            stored.words_as_generated,
            stored.changed_since_approval,
            in_our_form,
            bool(_CONTROL.search(body) or _LINK.search(body)),
        ),
        _Details(
            front_matter=brief.front_matter,
            takeaway=brief.takeaway.text if brief.takeaway else None,
            said=tuple(BriefQuote(text=it.text, speaker=it.speaker, role=it.role) for it in brief.said),
            words=len(DEFINITION.sub("", body).split()),
        ),
    )


def _line(signature: str, digest: str, flags: Iterable[bool], details: _Details) -> str:
    """What the ledger has of a brief: what says whether it is still true, what every build asks, and the rest."""
    facts = _plain(details.front_matter)
    outline = {name: facts.pop(name) for name in _OUTLINE if name in facts}
    said = [[quote.text, quote.speaker, quote.role] for quote in details.said]
    rest = (facts, details.takeaway, said, details.words)
    return "\t".join((signature, digest, "".join(str(int(it)) for it in flags), _as_json(outline), _as_json(rest)))


def _as_json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A dataclass as a mapping of the fields that are not as they are by default."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    return {it.name: _plain(said) for it in fields(value) if (said := getattr(value, it.name)) not in (None, ())}


def _read_card(path: str, text: str, shared: dict[Any, Any]) -> Card:
    """The card that a line of the ledger holds.

    Args:
        path: of the brief's file.
        text: the line.
        shared: what cards have in common, such as names, is kept once.
    """
    _, digest, flags, outline, _ = text.split("\t")
    as_generated, words_as_generated, changed_since_approval, in_our_form, may_link = (it == "1" for it in flags)
    return Card(
        path=path,
        digest=digest,
        outline=Outline(**_typed(json.loads(outline), shared)),
        as_generated=as_generated,
        words_as_generated=words_as_generated,
        changed_since_approval=changed_since_approval,
        in_our_form=in_our_form,
        may_link=may_link,
        text=text,
    )


@lru_cache(maxsize=_REMEMBERED)
def _details_in(text: str) -> _Details:
    *_, outline, rest = text.split("\t")
    facts, takeaway, said, words = json.loads(rest)
    return _Details(
        front_matter=FrontMatter(**_typed(json.loads(outline) | facts, {})),
        takeaway=takeaway,
        said=tuple(BriefQuote(text=text, speaker=speaker, role=role) for text, speaker, role in said),
        words=words,
    )


def _typed(facts: dict[str, Any], shared: dict[Any, Any]) -> dict[str, Any]:
    """Fields of a front matter, of the types that they have there."""
    for name, kind in _MANY.items():
        if name in facts:
            facts[name] = tuple([_shared(kind, entry, shared) for entry in facts[name]])
    for name, kind in _ONE.items():
        if name in facts:
            facts[name] = kind(**facts[name])
    for name in _TEXTS:
        if name in facts:
            facts[name] = tuple([shared.setdefault(it, it) for it in facts[name]])
    if "extra" in facts:
        facts["extra"] = tuple((name, value) for name, value in facts["extra"])
    return facts


def _shared(kind: Any, entry: dict[str, Any], shared: dict[Any, Any]) -> Any:
    key = (kind, *entry.items())
    known = shared.get(key)
    if known is None:
        known = shared[key] = kind(**entry)
    return known


_OUTLINE = tuple(it.name for it in fields(Outline))
_MANY: dict[str, Any] = {"sources": Source, "people": Person, "corrections": Correction}
_ONE: dict[str, Any] = {"reviewed": Approval, "withdrawn": Withdrawal, "digest": Stamp}
_TEXTS = ("organisations", "places", "categories", "tags", "aliases")
