"""Paging, a long list in pages that each have an address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

LONGEST_PAGE = 50
"""Items on a page at most."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list."""

    items: tuple[T, ...]
    number: int
    """Counted from 1."""
    urls: tuple[str, ...]
    """Of all the parts, below the site's root."""

    @property
    def url(self) -> str:
        """Of this part."""
        return self.urls[self.number - 1]


def pages_of(items: Sequence[T], url: str) -> Iterator[Page[T]]:
    """A list in its pages: the first at `url`, the second at `page/2/` below it. An empty list is one page."""
    count = max(1, -(-len(items) // LONGEST_PAGE))
    urls = (url, *(f"{url}page/{number}/" for number in range(2, count + 1)))
    for number in range(1, count + 1):
        yield Page(tuple(items[(number - 1) * LONGEST_PAGE : number * LONGEST_PAGE]), number, urls)
