"""Regexes, every regular expression of the package with the methods it is called by, and strings to wear it out."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import digest

_FUNCTIONS = {"match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split"}
_MOST_SAMPLES, _MOST_PREFIXES, _MOST_PUMPS = 6, 2, 6
_ANY = "a1 .,-A’\n"
"""Characters that stand for a class of them: a letter, a digit, a space, marks, a capital, a line end."""


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression, and how it is used."""

    name: str
    """Module and name, or module and line."""
    pattern: re.Pattern[str]
    methods: frozenset[str]


def all_regexes() -> list[Regex]:
    """Those that modules of the package hold, be it in a list or a class, and those written where they are used."""
    modules = [importlib.import_module(it.name) for it in pkgutil.walk_packages(digest.__path__, "digest.")]
    trees = {module.__name__: ast.parse(_source(module)) for module in modules}
    found: dict[re.Pattern[str], Regex] = {}
    for module in modules:
        for name in _assigned(trees[module.__name__]):
            for pattern in _patterns(getattr(module, name, None), set()):
                methods = frozenset(_methods(trees, module.__name__, name))
                known = found.get(pattern) or Regex(f"{module.__name__}.{name}", pattern, methods)
                found[pattern] = Regex(known.name, pattern, methods | known.methods)
    for name, tree in trees.items():
        for line, method, text in _inline(tree):
            found.setdefault(re.compile(text), Regex(f"{name}:{line}", re.compile(text), frozenset({method})))
    return sorted(found.values(), key=lambda regex: regex.name)


def _assigned(tree: ast.AST) -> list[str]:
    """The names that a module gives a value to or that it defines, those that it imports left out."""
    names = []
    for node in ast.iter_child_nodes(tree):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        parts = [part for target in targets for part in ast.walk(target)]
        names += [part.id for part in parts if isinstance(part, ast.Name)]
        names += [node.name] if isinstance(node, ast.ClassDef) else []
    return names


def _source(module: ModuleType) -> str:
    assert module.__spec__ is not None
    assert module.__spec__.loader is not None
    return module.__spec__.loader.get_source(module.__name__) or ""  # type: ignore[attr-defined]


def _methods(trees: Mapping[str, ast.AST], module: str, name: str) -> set[str]:
    """The methods that a name of a module is called by, there and where it is imported; `search` where none is seen."""
    using = [tree for other, tree in trees.items() if other == module or (module, name) in _imported(tree)]
    found = {
        node.attr
        for tree in using
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and _name_of(node.value) == name
    }
    return found & _FUNCTIONS or {"search"}


def _name_of(node: ast.AST) -> str | None:
    """The name `X` in `X` and in `X[…]`."""
    node = node.value if isinstance(node, ast.Subscript) else node
    return node.id if isinstance(node, ast.Name) else None


@cache
def _imported(tree: ast.AST) -> frozenset[tuple[str, str]]:
    return frozenset(
        (node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


def _patterns(value: Any, seen: set[int]) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, dict):
        items = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        items = list(value)
    elif isinstance(value, type) and value.__module__.startswith("digest"):
        items = list(vars(value).values())
    elif type(value).__module__.startswith("digest") and not isinstance(value, ModuleType):
        slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        items = [*getattr(value, "__dict__", {}).values(), *(getattr(value, name, None) for name in slots)]
    else:
        return
    for item in items:
        yield from _patterns(item, seen)


def _inline(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in _FUNCTIONS
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            yield node.lineno, node.func.attr, node.args[0].value


def worst_cases(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Strings that make a matcher go back and try again: what a repeat takes, many times, and then what it does not."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    seen: set[tuple[str, str]] = set()
    for before, body in _repeats(tree, [""]):
        for prefix, pump in product(before[:_MOST_PREFIXES], _samples(body)[:_MOST_PUMPS]):
            if pump and (prefix, pump) not in seen:
                seen.add((prefix, pump))
                many = prefix + pump * (length // len(pump))
                yield from (many, many + "\n\0")
    for sample in _samples(tree):
        if sample:
            yield sample * (length // len(sample))
            yield sample[:-1] * (length // max(1, len(sample) - 1))


def _repeats(tree: Any, before: list[str]) -> Iterator[tuple[list[str], Any]]:
    """Every repeat without a small limit, with samples of what may stand before it."""
    for kind, given in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, body = given
            if most > 20:
                yield before, body
            yield from _repeats(body, before)
        elif kind is op.SUBPATTERN:
            yield from _repeats(given[3], before)
        elif kind is op.ATOMIC_GROUP:
            yield from _repeats(given, before)
        elif kind is op.BRANCH:
            for branch in given[1]:
                yield from _repeats(branch, before)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(given[1], before)
        samples = _samples([(kind, given)])
        before = list(islice(dict.fromkeys(a + b for a in before for b in samples), _MOST_SAMPLES)) or before


def _samples(tree: Any) -> list[str]:
    """Some strings that a part of a regex matches."""
    found = [""]
    for kind, given in tree:
        found = list(islice(dict.fromkeys(a + b for b in _samples_of(kind, given) for a in found), _MOST_SAMPLES * 4))
    return found


def _samples_of(kind: Any, given: Any) -> list[str]:
    if kind is op.LITERAL:
        return [chr(given)]
    if kind is op.NOT_LITERAL:
        return [it for it in _ANY if ord(it) != given][:3]
    if kind is op.ANY:
        return ["a", " "]
    if kind is op.IN:
        return _members(given)
    if kind is op.BRANCH:
        return [it for branch in given[1][:12] for it in _samples(branch)[:2]]
    if kind is op.SUBPATTERN:
        return _samples(given[3])
    if kind is op.ATOMIC_GROUP:
        return _samples(given)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, body = given
        some = _samples(body)
        return [it * least for it in some] if least else ["", *some]
    return [""]


def _members(given: Any) -> list[str]:
    negated = bool(given) and given[0][0] is op.NEGATE
    if negated:
        test = re.compile("[^" + "".join(_text_of(kind, it) for kind, it in given[1:]) + "]")
        return [it for it in _ANY if test.match(it)][:4]
    found = []
    for kind, it in given:
        if kind is op.LITERAL:
            found.append(chr(it))
        elif kind is op.RANGE:
            found.append(chr(it[0]))
        else:
            test = re.compile(_text_of(kind, it))
            found += [one for one in _ANY if test.match(one)][:3]
    return list(dict.fromkeys(found))[:5]


def _text_of(kind: Any, it: Any) -> str:
    if kind is op.LITERAL:
        return re.escape(chr(it))
    if kind is op.RANGE:
        return f"{re.escape(chr(it[0]))}-{re.escape(chr(it[1]))}"
    names = {
        op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
        op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    return names[it]
