"""Fragments, pieces that many pages show: printed once for what stands in them, and remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

Keep = Callable[[str, Callable[[], Sequence[str]]], Sequence[str]]
"""From a name to the texts that are kept under it; they are made where there are none."""

_AT_HAND = 2_000
"""Fragments; where there are more, all are let go, which costs less than to keep account of which was asked last."""


class Remember(Extension):
    """The tag of what is printed once for the values that it names; nothing else may stand in it that changes.

    {% remember entry.inputs, link(entry.url) %} … {% endremember %}
    """

    tags: set[str] = {"remember"}  # noqa: RUF012  # as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        """Set up the memory of an environment."""
        super().__init__(environment)
        self.keep: Keep = lambda name, make: make()
        """Keeps what was printed, for all processes of a build."""
        self._at_hand: dict[Any, Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag, and what stands in it, as a call of `_printed`."""
        line = next(parser.stream).lineno
        # The same values may stand in several tags, and each process reads the templates in an order of its own.
        place = nodes.Const(f"{parser.name} {parser.free_identifier().name}")
        values = parser.parse_tuple()
        body = parser.parse_statements(("name:endremember",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_printed", [place, values]), [], [], body).set_lineno(line)

    def _printed(self, place: str, values: object, caller: Callable[[], str]) -> Markup:
        key = place, values
        found = self._at_hand.get(key)
        if found is None:
            (text,) = self.keep(_name_of(key), lambda: [caller()])
            found = Markup(text)  # noqa: S704  # a template printed it
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            self._at_hand[key] = found
        return found


def _name_of(key: object) -> str:
    return hashlib.blake2b(repr(key).encode("utf-8", "replace"), digest_size=12).hexdigest()
