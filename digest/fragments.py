"""Fragments, pieces that many pages show: printed once for what stands in them, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

_MOST = 1 << 14
"""Fragments that are remembered; then all are forgotten, which costs less than to keep account of which was asked last."""


class Remember(Extension):
    """The tag of what is printed once for the values that it names; nothing else may stand in it that changes.

    {% remember entry.inputs, link(entry.url) %} … {% endremember %}
    """

    tags: set[str] = {"remember"}  # noqa: RUF012  # as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        """Set up the memory of an environment."""
        super().__init__(environment)
        self._places = count()
        """A number for each tag: the same values may stand in several."""
        self._known: dict[Any, Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag, and what stands in it, as a call of `_printed`."""
        line = next(parser.stream).lineno
        place = nodes.Const(next(self._places))
        values = parser.parse_tuple()
        body = parser.parse_statements(("name:endremember",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_printed", [place, values]), [], [], body).set_lineno(line)

    def _printed(self, place: int, values: object, caller: Callable[[], Markup]) -> Markup:
        key = place, values
        known = self._known.get(key)
        if known is None:
            known = caller()
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = known
        return known
