"""Article index, the articles of a content folder by path and by what is in them; one that has not changed is not read."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from pathlib import Path

from digest.brief import Source
from digest.cache import Ledger
from digest.errors import ArticleError
from digest.signatures import signature_of
from digest.store import article_names, has_article, read_article

LEDGER = "articles"


class ArticleIndex:
    """The hashes of the articles that can be read, and what is wrong with the others."""

    def __init__(
        self,
        content: Path,
        ledger: Ledger,
        *,
        only: Collection[Path] | None = None,
        sign: Callable[[str], str] = signature_of,
    ) -> None:
        """Look at the articles.

        Args:
            content: the content folder.
            ledger: what is remembered of earlier looks.
            only: the articles to look at, where not all are meant.
            sign: says what the file system says of the file at a path, or said a moment ago.
        """
        self._content, self._sign = content, sign
        self._hashes: dict[str, str] = {}
        self._problems: list[ArticleError] = []
        for name in article_names(content):
            if only is None or content / name in only:
                self._look_at(name, ledger)
        if only is None:
            ledger.keep_only(self._hashes)

    def _look_at(self, name: str, ledger: Ledger) -> None:
        try:
            signature = self._sign(f"{self._content}/{name}")
            known = ledger.get(name)
            recorded, sha256 = json.loads(known) if known else ("", "")
            if not signature or recorded != signature:
                sha256 = read_article(self._content, self._content / name).sha256
                ledger.put(name, json.dumps([signature, sha256]))
            self._hashes[name] = sha256
        except ArticleError as problem:
            problem.let_go()
            self._problems.append(problem)
        except OSError as error:
            self._problems.append(ArticleError(name, None, f"cannot be read: {error.strerror or error}"))

    @property
    def hashes(self) -> Mapping[str, str]:
        """SHA-256 of each article that can be read, by its path below the content folder, in order of the paths."""
        return self._hashes

    @property
    def problems(self) -> tuple[ArticleError, ...]:
        """Why the others cannot be read."""
        return tuple(self._problems)

    def place_of(self, source: Source) -> str | None:
        """Where a source's article lies: where the brief says, or else where one with the recorded hash does."""
        if source.article and (source.article in self._hashes or has_article(self._content, source.article)):
            return source.article
        return self._places.get(source.sha256) if source.article and source.sha256 else None

    @cached_property
    def _places(self) -> dict[str, str]:
        return {sha256: name for name, sha256 in reversed(self._hashes.items())}
