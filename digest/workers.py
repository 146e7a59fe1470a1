"""Workers, processes that share a long list of work; a short one is done by this process alone."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from digest.errors import WorkerError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 400
"""Items from which on it pays to start processes."""
_BATCH = 100
"""Items that are sent to a process at a time."""
_ROUND = 5_000
"""Items that processes share before others take their place: each comes to hold a copy of what it looks at."""
_AHEAD = 4
"""Batches, for each process, that are done or being done before their results are asked for."""


def in_batches(
    work: Callable[[Iterable[T]], Iterator[R]],
    items: Sequence[T],
    *,
    least: int = _WORTH_IT,
    batch: int = _BATCH,
    sent: bool = False,
    before_each_round: Callable[[], None] = lambda: None,
) -> Iterator[R]:
    """What `work` gives for each of the items, in their order, on all cores where they are many.

    Args:
        work: from some of the items to what it gives for each; it sees the memory as it is now, and what it changes
            there is lost where another process did it.
        items: what there is to do.
        least: items from which on it pays to start processes.
        batch: items that a process is given at a time.
        sent: whether each process is sent the items that it is given, and then lets them go. Else it has all of them
            from its start, and what it looks at there it gets a copy of for good.
        before_each_round: is called before processes take the places of others, which see what it brings about.

    Raises:
        WorkerError: the system ended one of the processes.
    """
    if len(items) < least:
        yield from work(items)
        return
    count = cores()
    if count < 2 or not _may_fork():
        with _collecting():
            yield from work(items)
        return
    for start in range(0, len(items), _ROUND):
        before_each_round()
        yield from _shared_out(work, items[start : start + _ROUND], count, batch, sent=sent)


def _shared_out(
    work: Callable[[Iterable[T]], Iterator[R]], items: Sequence[T], count: int, batch: int, *, sent: bool
) -> Iterator[R]:
    """What `work` gives for each of the items, which so many processes share."""
    # They take longer to load than short work to do.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    starts = range(0, len(items), batch)
    with ProcessPoolExecutor(
        min(count, len(starts)),
        mp_context=get_context("fork"),
        initializer=_begin,
        initargs=(work, () if sent else items),
    ) as pool:
        given: deque[Future[list[R]]] = deque()
        try:
            for start in starts:
                end = start + batch
                given.append(pool.submit(_do_these, items[start:end]) if sent else pool.submit(_do, start, end))
                # What nobody has asked for yet takes memory: who is quick waits for who is slow.
                if len(given) > _AHEAD * count:
                    yield from given.popleft().result()
            while given:
                yield from given.popleft().result()
        except BrokenProcessPool:
            raise WorkerError from None


def meanwhile(work: Callable[[], R]) -> Callable[[], R]:
    """Let another process do some work while this one goes on, where there is a core for it.

    Args:
        work: sees the memory as it is now; what it changes there is lost.

    Returns:
        Gives what the work came to, and waits for it. It raises WorkerError where the system ended the process.
    """
    if cores() < 2 or not _may_fork():
        return work
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(work, there), daemon=True)
    process.start()
    there.close()  # so that its end is seen here

    def result() -> R:
        try:
            found: R = here.recv()
        except EOFError:
            raise WorkerError from None
        finally:
            here.close()
            process.join()
        return found

    return result


def _tell(work: Callable[[], Any], there: Connection) -> None:
    _settle_in()
    with suppress(BrokenPipeError):  # nobody asks any more
        there.send(work())


def cores() -> int:
    """How many cores this process may use."""
    with suppress(AttributeError, OSError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _collecting() -> Iterator[None]:
    """Let go of what refers to itself, as what templates print does: where there is much to do it would pile up."""
    was = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not was:
            gc.disable()


def _may_fork() -> bool:
    """Whether a copy of this process would work: not where another of its threads may hold a lock, nor without `fork`."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


_shift: tuple[Callable[[Any], Iterator[Any]], Sequence[Any]] | None = None
"""In a worker: what it does, and all that there is to do but for what it is sent. It got both with its memory."""


def _begin(work: Callable[[Any], Iterator[Any]], items: Sequence[Any]) -> None:
    _settle_in()
    global _shift  # a worker does one kind of work from its start to its end
    _shift = work, items


def _settle_in() -> None:
    gc.freeze()  # what it shares with others is left alone: memory is copied as soon as it is touched
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts the work is told so by the process that shares it out
    threading.Thread(target=_end_with_the_other, daemon=True).start()


def _end_with_the_other() -> None:
    """End this process as soon as the one that shares the work out has: it holds that one's lock, and would wait forever."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if other := parent_process():
        wait([other.sentinel])
        os._exit(1)


def _do(start: int, end: int) -> list[Any]:
    assert _shift is not None
    return _do_these(_shift[1][start:end])


def _do_these(items: Sequence[Any]) -> list[Any]:
    assert _shift is not None
    return list(_shift[0](items))
