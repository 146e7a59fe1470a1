"""A pattern that few texts ask for is one like any other, compiled later."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import digest
from digest.text.patterns import seldom


def test_it_is_compiled_when_it_is_asked_and_not_before() -> None:
    pattern = seldom("(")
    with pytest.raises(re.error):
        pattern.match("")


def test_it_does_what_the_compiled_one_does() -> None:
    pattern = seldom("q(u)ill", re.IGNORECASE)
    for _ in range(2):
        assert pattern.findall("Quill, quill") == ["u", "u"]
        assert pattern.sub("Lind", "Ada Quill") == "Ada Lind"
        assert pattern.search("Ada Quill", 5) is None
        assert pattern.flags & re.IGNORECASE


def test_every_one_of_them_can_be_compiled() -> None:
    found = 0
    for module in pkgutil.walk_packages(digest.__path__, "digest."):
        for value in vars(importlib.import_module(module.name)).values():
            if type(value).__module__ == "digest.text.patterns":
                assert value.groups >= 0
                found += 1
    assert found > 20
