"""Store, the edge to the content folder: finds and reads articles and briefs."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from digest.brief import Brief, Outline, digest_of
from digest.errors import ArticleError, BriefError, EncodingError, FieldError, TooLargeError, UnreadBriefError
from digest.layout import ARTICLES, BRIEFS
from digest.markdown import Parts, is_as_generated, is_as_worded, parse_parts, split_brief
from digest.saving import leads_outside
from digest.text.decoding import decode
from digest.text.slugs import slugify

UNDATED = "undated"
"""In place of the day, in the address of a brief without one."""
BESIDE = ".new.md"
"""Ending of a draft that is laid beside an edited brief; never published."""
LARGEST_ARTICLE = 20_000_000
"""Bytes; a larger file is no article."""

ARTICLE_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ""})
_BRIEF_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Those that MkDocs takes for pages."""

_LEFT_BEHIND = re.compile(r"(?:~|\.(?:bak|orig|tmp|swp|part))\Z|\A(?:Thumbs\.db|desktop\.ini|#.*#)\Z", re.IGNORECASE)
_ARTICLE_FIELD = re.compile(r"\barticle:\s*[\"']?([^\"'\s,}]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """A raw article as it lies in the content folder."""

    path: str
    """Below the content folder, with `/`."""
    text: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBrief:
    """A brief as it lies in the content folder."""

    path: str
    """Below the content folder, with `/`."""
    text: str
    brief: Brief
    parts: Parts
    as_generated: bool
    """Whether nobody has touched the file since it was generated."""
    words_as_generated: bool
    """Whether it says what was generated, even where somebody has approved it since."""

    @property
    def words(self) -> str:
        """SHA-256 of what somebody who approves it has read: headline, description and body."""
        facts = self.brief.front_matter
        return digest_of("\n".join((facts.title, facts.description or "", self.parts.body)))

    @property
    def changed_since_approval(self) -> bool:
        """Whether it says something else than what was approved."""
        reviewed = self.brief.front_matter.reviewed
        return reviewed is not None and reviewed.words not in (None, self.words)


def below(content: Path, path: Path) -> str:
    """The path of a file below the content folder, with `/`."""
    folder, whole = f"{content.as_posix()}/", path.as_posix()
    return whole[len(folder) :] if whole.startswith(folder) else str(PurePosixPath(path.relative_to(content)))


def find_articles(content: Path) -> Iterator[Path]:
    """The files below `articles/`, in order of their paths.

    Hidden files, and what editors and systems leave beside a file (`story.txt~`), are passed over.
    """
    return (content / name for name in article_names(content))


def article_names(content: Path) -> Iterator[str]:
    """The paths of the articles' files below the content folder, in their order."""
    return (name for name in _files(content, ARTICLES) if not _LEFT_BEHIND.search(name.rpartition("/")[2]))


def read_article(content: Path, path: Path) -> RawArticle:
    """One raw article.

    Raises:
        ArticleError: it cannot be read, is no text, or is far too large.
    """
    name = below(content, path)
    if "\\" in name or not name.isprintable():
        raise ArticleError(ascii(name), None, "has a file name that not every system can hold; rename it")
    try:
        if path.suffix.lower() not in ARTICLE_ENDINGS and not path.is_dir():
            raise ArticleError(name, None, "is no plain text: paste its text into a file that ends in .txt")
        _check_place(content, path)
        if path.stat().st_size > LARGEST_ARTICLE:
            raise TooLargeError(name, LARGEST_ARTICLE)
        data = path.read_bytes()
    except _OutsideError as error:
        raise ArticleError(name, None, str(error)) from None
    except (OSError, RuntimeError) as error:
        raise ArticleError(name, None, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if not data.strip():
        raise ArticleError(name, None, "is empty; paste an article into it or delete it")
    try:
        text = decode(data)
    except EncodingError as error:
        raise ArticleError(name, error.line, str(error)) from None
    return RawArticle(path=name, text=text, sha256=hashlib.sha256(data).hexdigest())


def brief_names(content: Path) -> Iterator[str]:
    """The paths of the briefs' files below the content folder, in their order; drafts laid beside are passed over.

    A folder that cannot be read has a name too, which ends in `/`: what lies in it may be a brief.
    """
    for name in _files(content, BRIEFS):
        if name.endswith("/") or (name.lower().endswith(_BRIEF_ENDINGS) and not name.endswith(BESIDE)):
            yield name


def read_brief(content: Path, path: Path) -> StoredBrief:
    """One brief.

    Raises:
        BriefError: it cannot be read, or its front matter is wrong.
    """
    name = below(content, path)
    try:
        _check_place(content, path)
        text = path.read_bytes().decode("utf-8")
    except _FolderError as error:
        raise UnreadBriefError(name, None, str(error)) from None
    except _OutsideError as error:
        raise BriefError(name, None, str(error)) from None
    except (OSError, RuntimeError) as error:
        raise _unread_brief(name, error) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BriefError(name, line, "is not UTF-8; save the file as UTF-8") from None
    try:
        parts = split_brief(text)
        brief = parse_parts(parts)
    except FieldError as error:
        raise BriefError(name, error.line, error.problem) from None
    return StoredBrief(
        path=name,
        text=text,
        brief=brief,
        parts=parts,
        as_generated=is_as_generated(parts, brief.front_matter.digest),
        words_as_generated=is_as_worded(parts, brief.front_matter.digest),
    )


def address_of(outline: Outline, path: str) -> str:
    """Where a brief is shown, below the site's root: `2025/08/15/slug/`, which no edit of the headline moves.

    Args:
        outline: of the brief.
        path: of its file, whose name is the slug of a brief that has none.
    """
    slug = outline.slug or slugify(PurePosixPath(path).stem)
    folder = outline.date.replace("-", "/") if outline.date else UNDATED
    return f"{folder}/{slug}/"


def articles_claimed_by(content: Path, brief: str) -> tuple[str, ...]:
    """The articles that an unreadable brief names as its sources, as well as can be told."""
    try:
        text = (content / brief).read_bytes().decode("utf-8", "replace")
    except OSError:
        return ()
    return tuple(_ARTICLE_FIELD.findall(text[:65_536]))


def has_article(content: Path, path: str) -> bool:
    """Whether an article that a brief names is there; no name that a brief may give is an error."""
    try:
        return (content / path).is_file()
    except (OSError, ValueError):
        return False


def is_there(content: Path, path: str) -> bool:
    """Whether something lies at the place of a brief.

    Raises:
        UnreadBriefError: the system does not say.
    """
    try:
        return (content / path).exists()
    except OSError as error:
        raise _unread_brief(path, error) from None


def is_still(content: Path, stored: StoredBrief) -> bool:
    """Whether a brief's file is as it was when it was read.

    Raises:
        UnreadBriefError: it cannot be read any more.
    """
    try:
        return (content / stored.path).read_bytes() == stored.text.encode("utf-8")
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unread_brief(stored.path, error) from None


class _OutsideError(Exception):
    """A path is no file of the content folder's own."""


class _FolderError(_OutsideError):
    """A path is a folder that could not be read."""


def _check_place(content: Path, path: Path) -> None:
    if leads_outside(content, path):
        raise _OutsideError("is a link to a file outside the content folder; copy the file here")
    if path.exists() and not path.is_file():
        if path.is_dir() and not path.is_symlink():
            raise _FolderError(f"cannot be read: {_why_unreadable(path)}")
        raise _OutsideError("cannot be read: it is a folder or a device")


def _why_unreadable(folder: Path) -> str:
    try:
        os.listdir(folder)  # noqa: PTH208  # which asks the system once
    except OSError as error:
        return error.strerror or str(error)
    return "the folder could not be listed just now"


def _unread_brief(path: str, error: Exception) -> UnreadBriefError:
    return UnreadBriefError(path, None, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _files(content: Path, folder: str) -> Iterator[str]:
    """Every visible file below a folder, in order of their paths; a folder's content comes with it.

    Of a folder that cannot be read comes its own path, with `/` behind it.
    """
    try:
        with os.scandir(content / folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        yield f"{folder}/"  # whoever reads it is told why it cannot be read
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
        except OSError:
            is_folder = False
        name = f"{folder}/{entry.name}"
        if is_folder:
            yield from _files(content, name)
        else:
            yield name
