"""What more than one test module needs."""

import os
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

from bench import heed_signals
from stretchcoach.machine.threads import one_thread

one_thread()  # before numpy is loaded: the workers share the cores

from soundlab import Lab, crowded, lab, missing  # noqa: E402

from stretchcoach.diary.file.store import Diary  # noqa: E402
from stretchcoach.diary.session.lock import SessionLock  # noqa: E402

heed_signals()
settings.register_profile(
    "untimed",
    deadline=None,  # how long an example takes says what else runs here
    derandomize="CI" in os.environ,  # what CI says of a commit, it says every time
)
settings.load_profile("untimed")


@pytest.hookimpl(tryfirst=True)  # pytest-xdist reads the groups in this hook, too
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sound is listened to by one worker, one test after the other: pytest-xdist hands out the largest group first.

    A browser is started by the same worker: where it may, it puts itself before the sound server.

    Where other programs want the processors, too, a measurement that failed is made again, at most twice, and
    pytest's closing line counts it (``rerun``): one halt of the machine is no fault of the code.  Elsewhere none is
    repeated.
    """
    for item in items:
        if "audio" in item.keywords:
            item.add_marker(pytest.mark.flaky(reruns=2, condition=crowded))
        if alone(item):
            item.add_marker(pytest.mark.xdist_group("sound"))


def alone(item: pytest.Item) -> bool:
    """Whether it is run by the worker that listens to sound."""
    return "audio" in item.keywords or "opened" in getattr(item, "fixturenames", ())


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more than pytest-xdist would start: the worker that listens to sound mostly waits for it."""
    return (yield) + 1


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A worker beside the one that listens stands back: what is heard to the millisecond shares two cores with it."""
    if "PYTEST_XDIST_WORKER" in os.environ and not alone(item) and hasattr(os, "nice") and os.nice(0) == 0:
        os.nice(10)


@pytest.fixture(autouse=True)
def no_diary_stays_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test may leave a diary as a killed program would; its connection is closed here, or Python 3.13 complains."""
    opened: list[Diary | SessionLock] = []
    open_diary, claim = Diary._open, SessionLock.claim

    def opening(diary: Diary, check: bool = False) -> None:
        opened.append(diary)
        open_diary(diary, check)

    def claiming(presence: SessionLock) -> bool:
        opened.append(presence)
        return claim(presence)

    monkeypatch.setattr(Diary, "_open", opening)
    monkeypatch.setattr(SessionLock, "claim", claiming)
    yield
    for each in opened:
        connection = getattr(each, "_connection", None)  # none where opening it was what failed
        if connection is not None:
            with suppress(sqlite3.ProgrammingError):
                connection.close()


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A private sound server with a null sink; without PulseAudio the test is skipped, except in CI."""
    if gone := missing():
        if os.environ.get("CI"):
            pytest.fail(f"not installed: {', '.join(gone)}")
        pytest.skip(f"needs {', '.join(gone)}")
    folder: Path = tmp_path_factory.mktemp("sound") / "run"
    with lab(folder) as made:
        yield made
