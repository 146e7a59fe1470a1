"""Update, from the raw articles to the briefs: what is written, and what an editor keeps."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from digest.article_index import LEDGER as ARTICLES_READ
from digest.article_index import ArticleIndex
from digest.cache import Cache, Ledger
from digest.card import Card
from digest.drafts import Draft, Task, make_draft, make_drafts
from digest.errors import (
    ArticleError,
    BriefError,
    DigestError,
    HeldError,
    SameTextError,
    UnreadBriefError,
)
from digest.layout import BRIEFS
from digest.outcomes import Outcome, Report, Result
from digest.owners import Owners
from digest.saving import clear_unfinished, save_in
from digest.settings import Settings
from digest.shelf import LEDGER as CARDS
from digest.shelf import Shelf, read_shelf
from digest.signatures import digest_of_bytes, signature_of
from digest.store import (
    BESIDE,
    StoredBrief,
    address_of,
    articles_claimed_by,
    is_still,
    is_there,
    read_brief,
)
from digest.templates import BRIEF
from digest.workers import in_batches

_WORTH_SHARING, _AT_ONCE = 40, 10
"""Articles from which on several processes analyse them, and that each is given at a time."""


def decide(stored: StoredBrief | None, fresh: str, *, article_changed: bool, forced: bool) -> Outcome:
    """What becomes of a brief, given what is there and what would be written now."""
    if stored is None:
        return Outcome.WRITTEN
    if stored.text.replace("\r\n", "\n") == fresh:
        return Outcome.UNCHANGED
    if stored.as_generated or forced:
        return Outcome.REPLACED
    return Outcome.BESIDE if article_changed else Outcome.KEPT


def update_briefs(
    content: Path,
    settings: Settings,
    *,
    cache: Cache | None = None,
    shelf: Shelf | None = None,
    sign: Callable[[str], str] = signature_of,
    only: Collection[Path] | None = None,
    force: Collection[str] = (),
    progress: Callable[[Sequence[Path]], Iterable[Path]] = lambda paths: paths,
) -> Report:
    """Bring the briefs of the articles in a content folder up to date.

    A brief belongs to an article by what its front matter says, under whatever name either file
    lies; so neither a renamed brief nor a renamed article makes a second one. A fault in one
    article leaves the others to be done. An article is analysed only where it, its brief, the settings
    or the code is not as it was when it was last looked at; many are analysed on all cores, and each brief
    is saved as soon as it is written.

    Args:
        content: the content folder.
        settings: the site's settings.
        cache: what is remembered of earlier updates.
        shelf: the briefs, where they have just been read.
        sign: says what the file system says of an article's file, or said a moment ago.
        only: articles to look at, where not all are meant.
        force: briefs, below the content folder, that are replaced even though they were edited.
        progress: wraps the articles that are analysed.
    """
    cache = cache or Cache(None)
    if only is None:
        clear_unfinished(content)
    shelf = shelf or read_shelf(content, cache.ledger(CARDS))
    if any(isinstance(problem, UnreadBriefError) for problem in shelf.problems):
        return Report((), shelf.problems)  # what cannot be read would be written a second time, under another name
    problems: list[DigestError] = list(shelf.problems)
    held = {article for problem in shelf.problems for article in articles_claimed_by(content, problem.path)}
    broken = {PurePosixPath(problem.path).stem.lower() for problem in shelf.problems}
    owners = Owners(content, shelf.cards, broken)
    problems += owners.problems
    memory = _Memory(cache.ledger("drafts"), settings)
    articles = ArticleIndex(content, cache.ledger(ARTICLES_READ), only=only, sign=sign)
    problems += articles.problems
    hashes = {name: sha256 for name, sha256 in articles.hashes.items() if name not in held}
    results, todo, repeated = _sort_out(hashes, owners, memory, force)
    problems += repeated
    shown = iter(progress([content / task.name for task in todo]))
    drafts = in_batches(partial(make_drafts, content, settings), todo, least=_WORTH_SHARING, batch=_AT_ONCE)
    for task, draft in zip(todo, drafts, strict=True):
        next(shown, None)
        try:
            if isinstance(draft, DigestError):
                raise draft
            result, digest = _update(content, settings, task, draft, owners, broken, force)
            results.append(result)
            memory.keep(result, task.sha256, digest)
        except _Held:
            continue
        except (ArticleError, BriefError) as problem:
            problem.let_go()
            problems.append(problem)
    next(shown, None)  # which ends the progress bar
    if only is None:
        memory.forget_all_but(articles.hashes)
    done = {result.brief for result in results}
    problems += [BriefError(path, None, "has no article to make it again from") for path in force if path not in done]
    return Report(tuple(sorted(results, key=lambda result: result.article)), tuple(problems))


def _sort_out(
    hashes: Mapping[str, str], owners: Owners, memory: _Memory, force: Container[str]
) -> tuple[list[Result], list[Task], list[SameTextError]]:
    """Articles, by name with their hashes, whose outcome is known, which are to be analysed, and which repeat another."""
    results: list[Result] = []
    todo: list[Task] = []
    repeated: list[SameTextError] = []
    seen: dict[str, str] = {}
    # Where two articles have one text, the one that has a brief keeps it.
    for name in sorted(hashes, key=lambda name: not owners.knows(name)):
        sha256 = hashes[name]
        if sha256 in seen:
            repeated.append(SameTextError(name, seen[sha256]))
            continue
        seen[sha256] = name
        owner = owners.of(name, sha256)
        outcome = memory.outcome(name, sha256, owner)
        if outcome and owner and owner.path not in force:
            results.append(Result(name, owner.path, outcome))
        else:
            todo.append(Task(name, sha256, owner))
    return results, todo, repeated


class _Memory:
    """What became of each article when it was last looked at, and what of: while that is the same, so is the outcome."""

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self._ledger = ledger
        template = next((it for folder in settings.overrides if (it := folder / BRIEF).is_file()), None)
        made_by = (settings.budget, settings.sections, settings.review_required, template and template.read_bytes())
        self._key = digest_of_bytes(repr(made_by).encode())

    def outcome(self, name: str, sha256: str, owner: Card | None) -> Outcome | None:
        """What became of an article, where nothing that this follows from has changed."""
        known = self._known(name)
        if known is None or owner is None or known[:4] != [sha256, self._key, owner.path, owner.digest]:
            return None
        return Outcome(known[4])

    def keep(self, result: Result, sha256: str, digest: str) -> None:
        """Remember what became of an article, once nothing is left to do for it."""
        outcome = result.outcome.next
        if outcome is None:
            self._ledger.drop(result.article)
        else:
            known = [sha256, self._key, result.brief, digest, outcome.value]
            self._ledger.put(result.article, json.dumps(known))

    def forget_all_but(self, names: Container[str]) -> None:
        """Forget articles that are gone."""
        self._ledger.keep_only(names)

    def _known(self, name: str) -> list[str] | None:
        text = self._ledger.get(name)
        return json.loads(text) if text else None


def _update(
    content: Path,
    settings: Settings,
    task: Task,
    fresh: Draft,
    owners: Owners,
    broken: Collection[str],
    force: Collection[str],
) -> tuple[Result, str]:
    """Do what is to be done with an article's new draft; what became of it, and what its brief is known by now."""
    owner = task.owner
    if owner and owner.outline.date != fresh.date:
        # The page moves to another edition: its address so far leads there.
        fresh = make_draft(content, settings, task, left=f"/{address_of(owner.outline, owner.path)}")
    if owner is None:
        if fresh.slug in broken:
            raise _Held
        owner = owners.of_story(fresh.slug, fresh.date)
        if owner is None and fresh.slug in owners.taken:
            fresh = make_draft(content, settings, task, taken=owners.taken)
    owners.taken.add(fresh.slug)
    text = fresh.text
    stored = read_brief(content, content / owner.path) if owner else None
    path = stored.path if stored else f"{BRIEFS}/{fresh.slug}.md"
    recorded = {source.sha256 for source in stored.brief.front_matter.sources if source.sha256} if stored else set()
    # A brief written by hand may record no hash: then nobody can tell whether its article changed.
    changed = bool(recorded) and task.sha256 not in recorded
    outcome = decide(stored, text, article_changed=changed, forced=path in force)
    if outcome is Outcome.REPLACED and stored and not is_still(content, stored):
        raise BriefError(path, None, "was saved by somebody just now: nothing was written over it; build again")
    if outcome in (Outcome.WRITTEN, Outcome.REPLACED):
        _save(content, path, text, new=stored is None)
    if outcome in (Outcome.WRITTEN, Outcome.REPLACED, Outcome.UNCHANGED):
        _clear_beside(content, path)
    elif outcome is Outcome.BESIDE:
        path = path.removesuffix(PurePosixPath(path).suffix) + BESIDE
        outcome = _lay_beside(content, path, text)
        embargo = fresh.embargo
        if embargo and stored and stored.brief.front_matter.embargo is None:
            problem = (
                f"its article is now under embargo, and this edited brief is not: add 'embargo: \"{embargo}\"' to it"
            )
            raise HeldError(stored.path, None, problem)
    now = text if outcome in (Outcome.WRITTEN, Outcome.REPLACED) or stored is None else stored.text
    return Result(task.name, path, outcome), digest_of_bytes(now.encode("utf-8"))


class _Held(Exception):  # noqa: N818  # a signal: the brief may be the unreadable file of its name
    """Nothing is written for an article while its brief may be a file that cannot be read."""


def _clear_beside(content: Path, path: str) -> None:
    """Remove the draft beside a brief that is as the draft would have it, unless an editor worked in it."""
    beside = path.removesuffix(PurePosixPath(path).suffix) + BESIDE
    if not is_there(content, beside):
        return
    if _is_untouched(content, beside):
        try:
            (content / beside).unlink(missing_ok=True)
        except OSError as error:
            raise BriefError(beside, None, f"cannot be removed: {error.strerror or error}") from None


def _is_untouched(content: Path, beside: str) -> bool:
    """Whether a draft beside a brief is as generated; in one that is no brief any more an editor is at work."""
    try:
        return read_brief(content, content / beside).as_generated
    except UnreadBriefError:
        raise
    except BriefError:
        return False


def _lay_beside(content: Path, path: str, text: str) -> Outcome:
    """Write the new draft, unless an editor has begun to work in the one that lies there."""
    if is_there(content, path) and not _is_untouched(content, path):
        return Outcome.WAITING
    _save(content, path, text, new=False)
    return Outcome.BESIDE


def _save(content: Path, path: str, text: str, *, new: bool) -> None:
    if new and is_there(content, path):
        raise BriefError(
            path, None, "is there already, and is not known as the brief of an article; nothing was written over it"
        )
    try:
        save_in(content, path, text)
    except OSError as error:
        raise BriefError(path, None, f"cannot be written: {error.strerror or error}") from None
