"""When a line counts as heard: not when it should have been, but when it was."""

import heapq
from array import array
from collections.abc import Callable
from itertools import count, product
from types import SimpleNamespace

import pytest

from stretchcoach.audio import loudspeaker
from stretchcoach.machine import clock
from stretchcoach.pipes import pcm

BLOCK = pcm.RATE * 60 // 1000
Job = Callable[[], None]


class Agenda:
    """A worker thread whose time is the test's."""

    def __init__(self) -> None:
        self.now = 100.0
        self.audible = False
        self._due: list[tuple[float, int, Job]] = []
        self._numbers = count()

    def post(self, job: Job) -> None:
        job()

    def at(self, when: float, job: Job, audible: bool = False) -> None:
        del audible
        heapq.heappush(self._due, (when, next(self._numbers), job))

    def run_until(self, when: float) -> None:
        while self._due and self._due[0][0] <= when:
            due, _, job = heapq.heappop(self._due)
            self.now = max(self.now, due)
            job()
        self.now = when


@pytest.fixture
def agenda(monkeypatch: pytest.MonkeyPatch) -> Agenda:
    made = Agenda()
    quiet = SimpleNamespace(wireless=False, running=False, missing=False, run=lambda: None, restart=lambda: None)
    monkeypatch.setattr(loudspeaker, "LoudspeakerWatch", lambda *_: quiet)
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


@pytest.mark.parametrize(
    ("gap", "break_at"),
    [
        *product((0.0, 0.15), (0.3, 0.9, 1.5)),  # so short a one that comes later is not known for it before the end
        *product((0.3, 0.6), (0.3, 0.9, 1.5, 2.1, 2.7)),
    ],
)
def test_a_line_that_a_drop_out_delays_counts_as_heard_when_it_was(agenda: Agenda, gap: float, break_at: float) -> None:
    told: list[float] = []
    speaker = loudspeaker.Loudspeaker(agenda, lambda _: told.append(agenda.now), lambda *_: None)  # type: ignore[arg-type]
    speaker.fresh(False)
    speaker.play(1, array("h", [1000]) * (3 * pcm.RATE))
    for number in range(80):
        late = gap if number * 0.06 > break_at else 0.0
        agenda.run_until(100.0 + number * 0.06 + late)
        speaker.pull(BLOCK)
    assert told == [pytest.approx(103.0 - 0.06 + loudspeaker._AHEAD + gap, abs=0.02)]
