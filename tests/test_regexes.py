"""No regular expression of the package takes more than linear time: each gets its own worst cases."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from typing import Any

import pytest

from tests.regexes import Regex, all_regexes, worst_cases

LENGTH = 20_000
LIMIT = 0.3
"""Seconds of the processor's time for one string: what is linear takes a tenth of it at most, most a thousandth, and
what is quadratic more than twice as much. So what fails here is of another order, and no slow machine."""

REGEXES = all_regexes()
TIRING = {
    "a search that begins again at each character": (r"\s+x", "search"),
    "two repeats of one thing": (r"x\s*,?\s*y", "match"),
    "a repeat of a repeat": (r"(?:a+)+b", "match"),
    "two ways to say one thing": (r"(?:a|a)*b", "match"),
    "words of words": (r"(?:\w+\s?)*$", "match"),
}


def calls(pattern: re.Pattern[str], method: str) -> Callable[[str], Any]:
    if method in ("match", "fullmatch", "search"):
        return getattr(pattern, method)
    return lambda text: sum(1 for _ in pattern.finditer(text))


class _TooLongError(Exception):
    pass


def _stop(*_: object) -> None:
    raise _TooLongError


def wears_out(regex: Regex) -> str | None:
    """The first string that takes a regex too long, shortened; the timer counts this process alone."""
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        for text in worst_cases(regex.pattern, LENGTH):
            for method in sorted(regex.methods):
                signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
                try:
                    calls(regex.pattern, method)(text)
                except _TooLongError:
                    return f"{method}: {text[:30]!r} … {text[-5:]!r}"
                finally:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    return None


needs_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer of its own time")


def test_all_are_found() -> None:
    assert len(REGEXES) > 300
    names = {regex.name for regex in REGEXES}
    assert {"digest.article.opening._DATELINE", "digest.markdown.parts.REFERENCE"} <= names
    assert any(re.fullmatch(r"digest\..*:\d+", name) for name in names)


@needs_timer
@pytest.mark.parametrize(("pattern", "method"), TIRING.values(), ids=TIRING.keys())
def test_what_is_not_linear_is_seen(pattern: str, method: str) -> None:
    assert wears_out(Regex("a", re.compile(pattern), frozenset({method})))


@needs_timer
@pytest.mark.parametrize("regex", REGEXES, ids=lambda regex: regex.name)
def test_no_regex_takes_more_than_linear_time(regex: Regex) -> None:
    assert wears_out(regex) is None
