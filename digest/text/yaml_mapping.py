"""YAML mappings, read strictly: no duplicate keys, no anchors, words stay words."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

from digest.errors import FieldError
from digest.text.fields import Field

LARGEST = 65_536
"""Characters that front matter may have; an article pasted into it is a mistake."""

_DEEPEST = 12
_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]  # the C loader where PyYAML was built with it
    """Scalars as YAML 1.2's core schema reads them: `NO`, `on` and `12:30` are strings.

    Dates stay strings too: a brief's dates are checked where their field is known.
    """

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), [*"~nN", ""])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"[-+]?(?:0|[1-9][0-9]{0,60})\Z"), list("-+0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}\Z"), list("-+0123456789")
)


def load_mapping(source: str, *, first_line: int = 1) -> dict[str, Field]:
    """The mapping that `source` holds, by key.

    Raises:
        FieldError: it is no YAML, no mapping, has a key twice, an anchor, or is far too large.
    """
    if len(source) > LARGEST:
        raise FieldError(first_line, f"the front matter is longer than {LARGEST:,} characters")
    loader = _Loader(source)
    try:
        node = loader.get_single_node()
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise FieldError(first_line, "the front matter is not a list of fields such as 'title: \"…\"'")
        _check(node, first_line, seen=set(), depth=0)
        return {
            loader.construct_object(key, deep=True): Field(
                loader.construct_object(value, deep=True), first_line + key.start_mark.line
            )
            for key, value in node.value
        }
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError) as error:  # !!int on what is no number
        raise FieldError(first_line, f"a value cannot be read: {error}") from None
    except RecursionError:
        raise FieldError(first_line, "the front matter is nested too deeply") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + mark.line if mark else first_line
        raise FieldError(line, f"not valid YAML: {_reason(error, source)}") from None
    finally:
        loader.dispose()


def _reason(error: yaml.YAMLError, source: str) -> str:
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    if _begins_with_tab(getattr(error, "problem_mark", None), source):
        return "a tab at the start of a value or line; use spaces"
    if "alias" in problem:
        return f"{problem}; quote a value that begins with '*'"
    return f"{problem}; a value with ':', '#' or \" in it needs quotes, and \\ before each \" between them"


def _begins_with_tab(mark: yaml.Mark | None, source: str) -> bool:
    lines = source.split("\n")
    return mark is not None and mark.line < len(lines) and lines[mark.line][mark.column :].startswith("\t")


def _check(node: yaml.Node, first_line: int, *, seen: set[int], depth: int) -> None:
    """Refuse what a hand-written field list never needs: aliases, odd tags, repeated keys, deep nests."""
    line = first_line + node.start_mark.line
    if id(node) in seen:
        raise FieldError(line, "YAML anchors and aliases are not read here; write the value out")
    seen.add(id(node))
    if depth > _DEEPEST:
        raise FieldError(line, "the front matter is nested too deeply")
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.endswith(("binary", "set", "omap", "pairs")):
        raise FieldError(line, f"YAML tags are not read here: {node.tag}")
    if isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            name = key.value
            if not isinstance(key, yaml.ScalarNode) or key.tag.endswith("merge"):
                raise FieldError(first_line + key.start_mark.line, "a field's name must be one word")
            if name in keys:
                raise FieldError(first_line + key.start_mark.line, f"'{name}' stands here twice")
            keys.add(name)
            key.tag = "tag:yaml.org,2002:str"
            _check(value, first_line, seen=seen, depth=depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _check(item, first_line, seen=seen, depth=depth + 1)
