"""Paging, a long list in pages that each have an address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

LONGEST_PAGE = 50
"""Items on a page at most."""
_STEP = 25
"""Items on each page but the first."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list."""

    items: tuple[T, ...]
    number: int
    """Counted from 1, the page with the first items."""
    count: int
    """How many pages the list has."""
    url: str
    """Below the site's root."""
    newer: str | None = None
    """The address of the page before this one."""
    older: str | None = None
    """The address of the page behind this one."""


def pages_of(items: Sequence[T], url: str) -> Iterator[Page[T]]:
    """A list in its pages: the first at `url`, the last at `page/2/` below it. An empty list is one page.

    The pages behind the first are counted, and cut, from the list's end: where the newest items come first, one
    more changes the first page only.
    """
    if len(items) <= LONGEST_PAGE:
        yield Page(items=tuple(items), number=1, count=1, url=url)
        return
    behind = -(-(len(items) - LONGEST_PAGE) // _STEP)
    first = len(items) - behind * _STEP
    urls = [url, *(f"{url}page/{number}/" for number in range(behind + 1, 1, -1))]
    ends = [first + step * _STEP for step in range(behind + 1)]
    for place, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
        yield Page(
            items=tuple(items[start:end]),
            number=place + 1,
            count=behind + 1,
            url=urls[place],
            newer=urls[place - 1] if place else None,
            older=urls[place + 1] if place < behind else None,
        )
