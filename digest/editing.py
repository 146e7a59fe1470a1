"""Editing, what an editor decides of a brief, written into its front matter; every other byte stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from digest.brief import Approval, Correction, Withdrawal
from digest.check import faults_of
from digest.errors import ApprovalError, BriefError, FieldError
from digest.front_matter import as_entry
from digest.layout import BRIEFS
from digest.markdown import parse_brief
from digest.saving import save_in
from digest.site.publication import Standing, standing_of
from digest.store import BESIDE, StoredBrief, is_still, read_brief
from digest.text.yaml_lines import with_entry, with_field

_LAST = "digest"
"""The stamp's field: new ones stand above it."""
_HELD = (Standing.DRAFT, Standing.REMOVED)


def approve(content: Path, path: str, *, at: datetime, by: str | None = None, forced: bool = False) -> bool:
    """Say in a brief that it may be published; whether it did not say so already of the words that it has.

    Args:
        content: the content folder.
        path: of the brief, below it.
        at: the aware time of the approval.
        by: who approves.
        forced: whether it may say what its sources do not.

    Raises:
        ApprovalError: it says what its sources do not, or is incomplete.
        BriefError: another field holds it back, or it cannot be read, or not be written.
    """
    stored = _brief(content, path)
    facts = stored.brief.front_matter
    if facts.review == "approved" and facts.reviewed and not stored.changed_since_approval:
        return False
    if standing_of(replace(facts, review="approved"), now=at, review_required=False) in _HELD:
        held = next(name for name in ("draft", "withdrawn", "published") if name in dict(facts.extra))
        raise BriefError(
            stored.path, None, f"is held back by its field '{held}', whoever approves it: remove that first"
        )
    faults = () if forced else faults_of(content, stored)
    if faults:
        raise ApprovalError(stored.path, faults)
    reviewed = Approval(at=_written(at), by=by, words=stored.words)
    text = _with(stored, "review", "approved")
    text = _with(replace(stored, text=text), "reviewed", as_entry(reviewed))
    _write(content, stored, text, review="approved", reviewed=reviewed)
    return True


def correct(content: Path, path: str, *, wrong: str, right: str, at: datetime, by: str | None = None) -> None:
    """Say in a brief what it said wrongly. Its words themselves are the editor's to mend.

    Raises:
        BriefError: it cannot be read, or not be written.
    """
    stored = _brief(content, path)
    correction = Correction(date=_written(at), wrong=wrong, right=right, by=by)
    corrections = (*stored.brief.front_matter.corrections, correction)
    try:
        text = with_entry(stored.text, "corrections", as_entry(correction), before=_LAST)
    except FieldError as error:
        raise BriefError(stored.path, error.line, error.problem) from None
    _write(content, stored, text, corrections=corrections)


def withdraw(content: Path, path: str, *, why: str, at: datetime) -> bool:
    """Say in a brief that readers are no longer to see it, and why; whether it did not say so already.

    Raises:
        BriefError: it cannot be read, or not be written.
    """
    stored = _brief(content, path)
    if stored.brief.front_matter.withdrawn:
        return False
    withdrawn = Withdrawal(date=_written(at), why=why)
    _write(content, stored, _with(stored, "withdrawn", as_entry(withdrawn)), withdrawn=withdrawn)
    return True


def _brief(content: Path, path: str) -> StoredBrief:
    if not path.startswith(f"{BRIEFS}/") or path.endswith(BESIDE):
        raise BriefError(
            path, None, f"is no brief: briefs lie in {BRIEFS}/, and what ends in {BESIDE} is for you to merge"
        )
    return read_brief(content, content / path)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _with(stored: StoredBrief, name: str, value: Any) -> str:
    try:
        return with_field(stored.text, name, value, before=_LAST)
    except FieldError as error:
        raise BriefError(stored.path, error.line, error.problem) from None


def _write(content: Path, stored: StoredBrief, text: str, **changed: Any) -> None:
    """Save a brief's changed text, once it has been read back and says what it said, apart from the changed fields."""
    facts = stored.brief.front_matter
    extra = tuple((name, value) for name, value in facts.extra if name not in changed)
    wanted = replace(stored.brief, front_matter=replace(facts, extra=extra, **changed))
    try:
        is_right = parse_brief(text) == wanted
    except FieldError:
        is_right = False
    if not is_right:
        names = " and ".join(f"'{name}'" for name in changed)
        raise BriefError(stored.path, None, f"is written in a way that hides where {names} belongs: write it by hand")
    if not is_still(content, stored):
        raise BriefError(stored.path, None, "was saved by somebody else just now: nothing was written over it")
    try:
        save_in(content, stored.path, text)
    except OSError as error:
        raise BriefError(stored.path, None, f"cannot be written: {error.strerror or error}") from None
