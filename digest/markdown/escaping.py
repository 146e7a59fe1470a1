"""Escaping, plain text as Markdown that shows exactly it, and Markdown as plain text."""

from __future__ import annotations

import html
import re
from functools import lru_cache

import markdown

from digest.text.spans import one_line

# Words in brackets that can be no link, footnote or task box stay bare: "[Trump] cautioned that".
_BRACKETS = r"(?<![!\]\w])\[(?=[^\[\]\\`*_<^!&~]{2,60}\][^\[(:{])[^\]]*\]"
_SPECIAL = re.compile(rf"{_BRACKETS}|[\\`*\[\]{{}}<]|~(?=~)|&(?=#|\w+;)|(?<![^\W_])_|_(?![^\W_])")
_MAY_BE_SPECIAL = re.compile(r"[\\`*\[\]{}<~&_]")
"""One of these is in all that has to be escaped: most text has none, which is told in one step."""
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
# What makes a line something else than a paragraph when it stands first.
_AT_START = re.compile(r"[#>+!-]|:(?=\s)|\d+(?=[.)](?:\s|\Z))")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!])|&(#\d+|lt|amp|rdquo);")
_MAY_BE_MARKUP = re.compile(r"[`*<\[\]_~&\\]")
_MARKUP = re.compile(r"[`*<]|\][\[(]|!\[|\[\^|(?<!\w)_|_(?!\w)|~~|&\w+;")


def escape(text: str, *, comma: bool = False) -> str:
    """Plain text, on one line, as Markdown that shows exactly it.

    Args:
        text: without line ends or control characters.
        comma: write commas so that none ends a speaker's name before the role.
    """
    escaped = escape_inside(text)
    if start := _AT_START.match(escaped):
        lead, rest = start.group(), escaped[start.end() :]
        escaped = f"{lead}\\{rest}" if lead[0].isdigit() else f"&#58;{rest}" if lead == ":" else f"\\{escaped}"
    if escaped.endswith("!") and not escaped.endswith("\\!"):  # "![" would begin a picture
        escaped = f"{escaped[:-1]}\\!"
    elif escaped.endswith("\\\\"):  # "\\[^1]" would be no footnote
        escaped = f"{escaped[:-2]}&#92;"
    return escaped.replace(", ", "&#44; ") if comma else escaped


def escape_inside(text: str) -> str:
    """`text` with what means something within a line marked."""
    return _SPECIAL.sub(_escaped_mark, text) if _MAY_BE_SPECIAL.search(text) else text


def _escaped_mark(found: re.Match[str]) -> str:
    mark = found.group()
    return mark if len(mark) > 1 else _ENTITIES.get(mark, f"\\{mark}")


def plain(source: str) -> str:
    """What inline Markdown says in plain words: the inverse of `escape`, and more for editors' markup."""
    if not _MAY_BE_MARKUP.search(source):
        return one_line(source)
    if _MARKUP.search(_ESCAPED.sub(".", source)):
        # A word in front keeps a mark that stands first from making a heading or a list.
        shown = _converter().reset().convert(f"x {source}")
        return one_line(html.unescape(re.sub(r"<[^<>]*>", "", shown)))[1:].strip()
    return _ESCAPED.sub(lambda found: found[1] or html.unescape(f"&{found[2]};"), one_line(source))


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    return markdown.Markdown()
