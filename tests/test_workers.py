"""What several processes do comes out as if one had done it, errors too."""

from __future__ import annotations

import pickle
import select
import subprocess
import sys
import textwrap
from pathlib import Path, PurePosixPath

import pytest
from filelock import FileLock

from digest import errors
from tests.conftest import ARTICLE, Site


@pytest.mark.parametrize(
    "error",
    [
        errors.BriefError("briefs/a.md", 3, "is wrong"),
        errors.NoStoryError("articles/a.txt"),
        errors.SameTextError("articles/a.txt", "articles/b.txt"),
        errors.UnsupportedError("briefs/a.md", None, "It rained", "is not said", "It snowed"),
        errors.EncodingError(2, "is no text"),
        errors.BusyError(PurePosixPath(".cache")),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_that_another_process_sends_is_the_same(error: errors.DigestError) -> None:
    sent = pickle.loads(pickle.dumps(error))
    assert (type(sent), str(sent), vars(sent)) == (type(error), str(error), vars(error))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
@pytest.mark.parametrize("sent", ["", "sent"])
def test_processes_share_the_work_and_its_order_stays(sent: str) -> None:
    script = """
        import os, sys
        from digest import workers
        workers.cores = lambda: 3
        done = [*workers.in_batches(lambda items: ((it, os.getpid()) for it in items), range(1000), batch=7, sent=bool(sys.argv[1]))]
        assert [it for it, _ in done] == [*range(1000)]
        print(len({process for _, process in done}), os.getpid() in {process for _, process in done})
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), sent], capture_output=True, text=True, check=True
    )
    count, alone = ran.stdout.split()
    assert int(count) > 1
    assert alone == "False"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
def test_others_take_the_place_of_processes_that_have_seen_much() -> None:
    script = """
        import os
        from digest import workers
        workers.cores = lambda: 2
        workers._ROUND = 300
        begun = []
        work = lambda items: ((it, os.getpid(), len(begun)) for it in items)
        told = [*workers.in_batches(work, range(1000), batch=7, before_each_round=lambda: begun.append(1))]
        assert [(it, rounds) for it, _, rounds in told] == [(it, it // 300 + 1) for it in range(1000)]
        done = [(it, process) for it, process, _ in told]
        rounds = [{process for it, process in done if it // 300 == part} for part in range(4)]
        print(len(set().union(*rounds)) == sum(map(len, rounds)))
    """
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "True"


@pytest.mark.parametrize("cores", [1, 2])
def test_nothing_that_refers_to_itself_piles_up_where_nobody_collects_it(cores: int) -> None:
    script = """
        import gc, sys
        from digest import workers
        workers.cores = lambda: int(sys.argv[1])
        class Knot:
            tied = 0
            def __init__(self):
                self.itself = self
                Knot.tied += 1
            def __del__(self):
                Knot.tied -= 1
        def work(items):
            for _ in items:
                for _ in range(100):
                    Knot()
                yield Knot.tied
        gc.disable()
        print(max(workers.in_batches(work, range(500), batch=10)), gc.isenabled())
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(cores)], capture_output=True, text=True, check=True
    )
    most, enabled = ran.stdout.split()
    assert int(most) < 5_000
    assert enabled == "False"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
def test_no_process_runs_far_ahead_of_who_asks() -> None:
    script = """
        import time
        from multiprocessing import Value
        from digest import workers
        workers.cores = lambda: 2
        begun = Value("i", 0)
        def work(items):
            for it in items:
                with begun.get_lock():
                    begun.value += 1
                yield it
        done = workers.in_batches(work, range(2000), batch=5)
        next(done)
        time.sleep(0.3)
        print(begun.value)
        assert sum(1 for _ in done) == 1999 and begun.value == 2000
    """
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    assert int(ran.stdout) <= 60


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
def test_a_process_that_the_system_ends_is_no_endless_wait() -> None:
    script = """
        import os, signal
        from digest import errors, workers
        workers.cores = lambda: 2
        def work(items):
            for it in items:
                if it == 50:
                    os.kill(os.getpid(), signal.SIGKILL)
                yield it
        try:
            print(*workers.in_batches(work, range(1000), batch=10))
        except errors.WorkerError as error:
            print(error)
    """
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60)
    assert "a process that shared the work was ended" in ran.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
@pytest.mark.parametrize("cores", [1, 2])
def test_work_that_another_process_does_meanwhile_comes_to_the_same(cores: int) -> None:
    script = """
        import os, sys
        from digest import workers
        workers.cores = lambda: int(sys.argv[1])
        asked = workers.meanwhile(lambda: (os.getpid(), "x" * 1_000_000))
        unasked = workers.meanwhile(lambda: "x" * 1_000_000)
        process, found = asked()
        print(len(found), process == os.getpid())
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(cores)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["1000000", str(cores == 1)]
    assert ran.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
def test_a_process_that_ends_meanwhile_is_no_endless_wait() -> None:
    script = """
        import os, signal
        from digest import errors, workers
        workers.cores = lambda: 2
        asked = workers.meanwhile(lambda: os.kill(os.getpid(), signal.SIGKILL))
        try:
            asked()
        except errors.WorkerError as error:
            print(error)
    """
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60)
    assert "a process that shared the work was ended" in ran.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system forks here")
def test_a_build_that_is_killed_takes_its_processes_and_its_lock_with_it(tmp_path: Path) -> None:
    script = """
        import os, sys, time
        from pathlib import Path
        from digest import workers
        from digest.cache import Cache
        workers.cores = lambda: 2
        cache = Cache(Path(sys.argv[1]))
        cache.lock()
        def work(items):
            for it in items:
                os.write(1, b"at work\\n")
                time.sleep(60)
                yield it
        list(workers.in_batches(work, range(4), least=2, batch=1))
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert [process.stdout.readline() for _ in range(2)] == [b"at work\n"] * 2
        process.kill()
        process.wait()
        ended, _, _ = select.select([process.stdout], [], [], 30)  # nobody is left who could write there
        assert ended
        assert process.stdout.read() == b""
        with FileLock(tmp_path / "lock", timeout=30):
            pass


def build_with(site: Site, cores: int) -> str:
    script = f"from digest import workers; workers.cores = lambda: {cores}; from digest.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", script, "build", "--json"], cwd=site.folder, capture_output=True, text=True, check=False
    )
    return ran.stdout


def test_a_site_is_the_same_however_many_processes_build_it(tmp_path: Path) -> None:
    found = []
    for cores in (1, 3):
        site = Site(tmp_path / str(cores))
        for number in range(60):
            text = ARTICLE.replace("by three votes", f"by {number} votes").replace("£48.2", f"£{number}.2")
            site.article(f"{number:02}.txt", text)
        site.article("no-story.txt", "Just a headline\n")
        said = build_with(site, cores)
        assert '"written"' in said
        assert "holds no sentence of a story" in said
        briefs = {path.name: path.read_bytes() for path in site.briefs.iterdir()}
        found.append((said.replace(str(site.folder), ""), briefs, site.steady()))
    assert len(found[0][1]) == 60
    assert found[0] == found[1]
