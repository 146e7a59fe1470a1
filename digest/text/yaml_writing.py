"""YAML written: strings in double quotes, so that `NO` and `12:30` survive any reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any


class Flow(dict):  # type: ignore[type-arg]  # only its type is looked at
    """A mapping written on one line."""


def dump_mapping(mapping: Mapping[str, Any]) -> str:
    """A mapping as YAML, each field on lines of its own, in their order.

    What a brief holds is written here; of what else an editor may have added, PyYAML knows how it is written, which
<<<<<<< HEAD
    takes ten times as long.
=======
    takes over twenty times as long.
>>>>>>> speed
    """
    try:
        return "".join(_block(mapping, "")) or "{}\n"
    except _RareError:
        from digest.text.yaml_any import dump_any

        return dump_any(mapping)


class _RareError(Exception):
    """A key or a value of a sort that is not written here."""


_KEY = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_NO_KEYS = frozenset(["yes", "no", "true", "false", "on", "off", "null"])
_LONGEST_KEY = 60
# Of what YAML takes for printable, PyYAML leaves out what lies beyond the first plane, and so do its briefs.
_ESCAPED = re.compile('[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]|["\\\\\u2028\u2029\ufeff]')
_ESCAPES = {
    "\0": "\\0", "\x07": "\\a", "\x08": "\\b", "\t": "\\t", "\n": "\\n", "\x0b": "\\v", "\x0c": "\\f", "\r": "\\r",
    "\x1b": "\\e", '"': '\\"', "\\": "\\\\", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip


def _block(mapping: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The lines of a mapping, a field each or more."""
    for key, value in mapping.items():
        name = _name(key)
        if isinstance(value, Mapping) and value and not isinstance(value, Flow):
            yield f"{indent}{name}:\n"
            yield from _block(value, f"{indent}  ")
        elif isinstance(value, (list, tuple)) and not _is_flat(value):
            yield f"{indent}{name}:\n"
            for item in value:
                if isinstance(item, Mapping) and item and not isinstance(item, Flow):
                    lines = "".join(_block(item, f"{indent}    "))
                    yield f"{indent}  - {lines[len(indent) + 4 :]}"
                elif isinstance(item, (list, tuple)) and not _is_flat(item):
                    raise _RareError
                else:
                    yield f"{indent}  - {_inline(item)}\n"
        else:
            yield f"{indent}{name}: {_inline(value)}\n"


def _is_flat(items: Iterable[Any]) -> bool:
    """Whether a list is written on one line."""
    return all(isinstance(item, str) for item in items)


def _name(key: Any) -> str:
    if type(key) is not str or not _KEY.fullmatch(key) or key in _NO_KEYS or len(key) > _LONGEST_KEY:
        raise _RareError
    return key


def _inline(value: Any) -> str:
    """A value on one line."""
    kind = type(value)
    if kind is str:
        return f'"{_ESCAPED.sub(_escape, value)}"'
    if value is None:
        return "null"
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(value)
    if kind is float and abs(value) < float("inf"):
        return written_out(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join([f'{_name(key)}: {_inline(item)}' for key, item in value.items()])}}}"
    raise _RareError


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def written_out(number: float) -> str:
    """A number with all its digits: YAML 1.1 and 1.2 do not agree on `1e-05`."""
    digits = f"{Decimal(repr(number)):f}"
    return digits if "." in digits else f"{digits}.0"
