"""Card, what lists show of a brief, and the line of a ledger that holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any

from digest.brief import (
    Approval,
    BriefQuote,
    Correction,
    FrontMatter,
    Outline,
    Person,
    Source,
    Stamp,
    Withdrawal,
)
from digest.markdown import render_body
from digest.markdown.parts import DEFINITION
from digest.signatures import digest_of_bytes
from digest.store import StoredBrief

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that a browser would not show as they are."""
_LINK = re.compile(r"\]\s*\(|\[(?!\^)[^\[\]]*\]:")
"""What every link has whose address may be a file of the site: `[words](address)`, or `[name]: address`."""
_REMEMBERED = 2_000
"""Briefs of which all is kept that lists show."""
_OUTLINE = tuple(it.name for it in fields(Outline))
_MANY: dict[str, Any] = {"sources": Source, "people": Person, "corrections": Correction}
_ONE: dict[str, Any] = {"reviewed": Approval, "withdrawn": Withdrawal, "digest": Stamp}
_TEXTS = ("organisations", "places", "categories", "tags", "genres", "aliases")
"""Fields of a front matter by what their values are: entries of a kind, one such, or texts."""


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


def card_of(stored: StoredBrief) -> Card:
    """What lists show of a brief."""
    return read_card(stored.path, line_of(stored, ""), {})


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
    return read_card(card.path, _line("", card.digest, flags, _Details(left, None, (), 0)), {})


def line_of(stored: StoredBrief, signature: str) -> str:
    """What the ledger keeps of a brief, whose file the file system says `signature` of."""
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


def is_signed(line: str, signature: str) -> bool:
    """Whether a line is of a file that the file system says this of."""
    return line.startswith(f"{signature}\t")


def signed_again(line: str, digest: str, signature: str) -> str | None:
    """A line with what the file system says of its file by now; None where it is of other bytes than these."""
    _, recorded, rest = line.split("\t", 2)
    return "\t".join((signature, digest, rest)) if recorded == digest else None


def _as_json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A dataclass as a mapping of the fields that are not as they are by default."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    return {it.name: _plain(said) for it in fields(value) if (said := getattr(value, it.name)) not in (None, ())}


def read_card(path: str, text: str, shared: dict[Any, Any]) -> Card:
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
