"""Faults of a configuration: what MkDocs says of it, with the line, and in the words of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

_NAMED = re.compile(
    r"Config value '(?P<name>\w+)': (?:Plugin '(?P<plugin>\w+)' option '(?P<option>\w+)': )?"
    r"(?:Sub-option '(?P<part>\w+)': )?(?P<problem>.*)"
)
_BROKEN = "MkDocs encountered an error parsing the configuration file: "
_LINE = re.compile(r" in \"[^\"]*\", line (\d+), column \d+")
_KINDS = {
    "bool": "true or false",
    "int": "a number such as 5",
    "str": "text in quotes",
    "list": "a list",
    "dict": "a list of options, each on a line of its own",
}
_KIND = re.compile(
    r"(?:The configuration is invalid\. Expected a key-value mapping \(|Expected type: <class ')(\w+)[')>]+"
    r" but received: <class '\w+'>"
)
_CHOICE = re.compile(r"Expected one of: \((.*?),?\) but received: (.*)")


def locate_fault(message: str, source: str) -> tuple[int | None, str]:
    """The line of a fault and what it is.

    Args:
        message: what MkDocs says, on one line.
        source: the configuration's text.
    """
    if message.startswith(_BROKEN):
        lines = [int(line) for line in _LINE.findall(message)]
        return lines[-1] if lines else None, f"not valid YAML: {_LINE.sub('', message[len(_BROKEN) :])}"
    named = _NAMED.fullmatch(message)
    if named is None:
        return None, message
    keys = [key for key in named.group("name", "plugin", "option", "part") if key]
    options = ".".join(key for key in named.group("option", "part") if key)
    problem = _in_words(named["problem"])
    return line_of(keys, source), f"'{options or named['name']}'{'' if problem.startswith('is ') else ':'} {problem}"


def line_of(keys: Sequence[str], source: str) -> int | None:
    """The line of a key that stands below others; the nearest of those above it where it does not stand there."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    line = None
    for key in keys:
        found = next(((name, below) for name, below in _pairs(node) if name.value == key), None)
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys of a mapping with what they stand for, and those of each mapping in a list."""
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    return [pair for it in node.value for pair in _pairs(it)] if isinstance(node, yaml.SequenceNode) else []


def _in_words(problem: str) -> str:
    if problem == "Required configuration not provided.":
        return "is missing, and every site has it"
    problem = _CHOICE.sub(r"is \2, and must be one of \1", problem)
    return _KIND.sub(lambda kind: f"is not {_KINDS.get(kind[1], kind[1])}", problem)
