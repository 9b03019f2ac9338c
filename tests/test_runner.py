"""The shell around the coach: one clock, one timer, one door for other threads; nothing here sleeps."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from parts import CALF, RAISES, plan

from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Beep, Command, Effect, Hush, Notice, Say, Slept, SpeechEnded, Tick
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.machine import clock
from stretchcoach.machine.clock import SessionClock
from stretchcoach.program.runner import LONGEST, Runner


def still() -> SessionClock:
    """A clock that stands still."""
    return SessionClock(machine=lambda: 0.0)


class Timer:
    """What ``call_later`` gives back."""

    def __init__(self, when: float, call: Callable[..., None], args: tuple[Any, ...]) -> None:
        self.when, self.call, self.args = when, call, args
        self.cancelled = False

    def cancel(self) -> None:
        """Never call it."""
        self.cancelled = True


class Loop:
    """A loop whose time moves only when told to."""

    def __init__(self) -> None:
        self.time = 0.0
        self.timers: list[Timer] = []
        self.posted: list[tuple[Callable[..., None], tuple[Any, ...]]] = []
        self.closed = False

    def call_later(self, wait: float, call: Callable[..., None], *args: Any) -> Timer:
        """Note a timer."""
        assert wait >= 0
        self.timers.append(Timer(self.time + wait, call, args))
        return self.timers[-1]

    def call_soon_threadsafe(self, call: Callable[..., None], *args: Any) -> None:
        """Note a call from another thread."""
        if self.closed:
            raise RuntimeError("Event loop is closed")
        self.posted.append((call, args))

    @property
    def armed(self) -> list[Timer]:
        """Timers that will fire."""
        return [timer for timer in self.timers if not timer.cancelled]

    def step(self) -> bool:
        """Fire what comes first; whether there was anything."""
        if self.posted:
            call, args = self.posted.pop(0)
        elif self.armed:
            timer = min(self.armed, key=lambda timer: timer.when)
            self.timers.remove(timer)
            self.time, call, args = max(self.time, timer.when), timer.call, timer.args
        else:
            return False
        call(*args)
        return True


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Loop:
    fake = Loop()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: fake)
    return fake


def runner(loop: Loop, speed: float = 1.0) -> tuple[Runner, list[tuple[float, Effect]]]:
    """A runner of a short routine; its effects with the moments at which they were performed."""
    mouth = Mouth()
    done: list[tuple[float, Effect]] = []
    coach = Coach(RoutinePlayer(plan(CALF, RAISES), mouth), mouth)
    subject = Runner(coach, lambda effect: done.append((loop.time, effect)), SessionClock(speed, lambda: loop.time))
    return subject, done


def speak(subject: Runner, done: list[tuple[float, Effect]]) -> None:
    """Report the end of the line being said, as a loudspeaker without patience would."""
    says = [effect for _, effect in done if isinstance(effect, Say)]
    if says and subject.scene().speaking:
        subject.post(SpeechEnded(says[-1].utterance))


def test_starting_sends_the_first_tick_and_arms_one_timer(loop: Loop) -> None:
    subject, done = runner(loop)
    subject.start()
    assert isinstance(done[-1][1], Say) and len(loop.armed) == 1
    assert loop.armed[0].when <= LONGEST


def test_there_is_never_more_than_one_timer(loop: Loop) -> None:
    subject, done = runner(loop)
    subject.start()
    for _ in range(600):
        speak(subject, done)
        subject.send(Tick())
        assert len(loop.armed) <= 1
        if not loop.step():
            break
    assert subject.done


def test_effects_are_performed_in_order_before_the_front_end_is_told(loop: Loop) -> None:
    subject, done = runner(loop)
    seen: list[int] = []
    subject.on_change = lambda: seen.append(len(done))
    subject.start()
    subject.send(Command.STOP)
    assert seen == [2, len(done)]
    assert [type(effect).__name__ for _, effect in done] == ["RoutineBegan", "Say", "Hush", "Say", "RoutineStopped"]


def test_the_timer_is_never_longer_than_a_second_so_that_sleep_is_noticed(loop: Loop) -> None:
    subject, done = runner(loop)
    subject.start()
    for _ in range(120):
        speak(subject, done)
        if loop.armed:
            assert loop.armed[0].when - loop.time <= LONGEST
        loop.step()


def test_in_a_pause_no_timer_runs(loop: Loop) -> None:
    subject, done = runner(loop)
    subject.start()
    speak(subject, done)
    for _ in range(3):
        loop.step()
    subject.send(Command.PAUSE)
    assert loop.armed == [] and subject.scene().paused
    subject.send(Command.RESUME)
    assert len(loop.armed) == 1


def test_a_whole_routine_runs_on_the_timer_alone(loop: Loop) -> None:
    subject, done = runner(loop)
    subject.start()
    while loop.step():
        if not loop.posted:
            speak(subject, done)
    assert subject.done and subject.scene().done
    for moment, effect in done:
        assert not isinstance(effect, Beep) or effect.at >= moment - 1e-6


def test_speed_makes_the_timers_shorter(loop: Loop) -> None:
    fast, _ = runner(loop, speed=20.0)
    fast.start()
    assert fast.coach.deadline == 2.0 and loop.armed[0].when == pytest.approx(0.1)
    while not fast.done and loop.step():
        pass
    assert fast.done and loop.time < 20.0


def test_nothing_happens_before_the_start(loop: Loop) -> None:
    subject, done = runner(loop)
    subject.post(Command.STOP)
    subject.send(Command.STOP)
    assert done == [] and loop.armed == [] and loop.posted == []


def test_a_notice_from_before_the_start_is_there_after_it(loop: Loop) -> None:
    subject, _ = runner(loop)
    subject.post(Notice("No sound device was found.", False))
    assert loop.posted == [] and subject.scene().notice == ""
    subject.start()
    assert subject.scene().notice == "No sound device was found."


def test_after_closing_everything_is_dropped(loop: Loop) -> None:
    subject, done = runner(loop)
    closed: list[bool] = []
    subject.on_close = lambda: closed.append(True)
    subject.start()
    subject.post(Command.STOP)
    subject.close()
    assert closed == [True] and loop.armed == []
    before = len(done)
    while loop.step():
        pass
    subject.post(Command.STOP)
    subject.send(Command.STOP)
    assert len(done) == before and loop.armed == []
    assert subject.scene().title == "Hand made"


def test_posting_to_a_closed_loop_is_harmless(loop: Loop) -> None:
    subject, _ = runner(loop)
    subject.start()
    loop.closed = True
    subject.post(Notice("The audio process has ended."))


def test_closing_inside_of_on_change_leaves_no_timer(loop: Loop) -> None:
    subject, _ = runner(loop)
    subject.on_change = subject.close
    subject.start()
    assert loop.armed == []


async def test_an_event_from_another_thread_is_taken_on_the_loops_thread() -> None:
    mouth = Mouth()
    threads: list[int] = []
    taken = asyncio.Event()

    def perform(effect: Effect) -> None:
        threads.append(threading.get_ident())
        if isinstance(effect, Hush):
            taken.set()

    subject = Runner(Coach(RoutinePlayer(plan(CALF), mouth), mouth), perform, still())
    subject.start()
    other = threading.Thread(target=subject.post, args=(Command.STOP,))
    other.start()
    await asyncio.wait_for(taken.wait(), 5.0)
    other.join()
    subject.close()
    assert set(threads) == {threading.get_ident()} and subject.scene().done


@pytest.mark.parametrize("speed", [1.0, 20.0])
@pytest.mark.parametrize(("slept", "told"), [(0.0, False), (0.5, False), (30.0, True)])
def test_a_sleep_is_told_from_a_stall_by_the_two_clocks(loop: Loop, slept: float, told: bool, speed: float) -> None:
    """Thirty seconds without a tick: only where the machine's clocks have parted did it sleep."""
    mouth, asleep = Mouth(), [100.0]
    coach = Coach(RoutinePlayer(plan(CALF, RAISES), mouth, gap=1e9), mouth)
    subject = Runner(coach, lambda _: None, SessionClock(speed, lambda: loop.time), lambda: asleep[0])
    taken: list[object] = []
    subject.on_step = lambda event, _now, _effects: taken.append(event)
    subject.start()
    loop.time += 30.0
    asleep[0] += slept
    subject.send(Tick())
    assert (Slept(30.0 * speed) in taken) is told
    assert subject.scene().paused is told and ("asleep for" in subject.scene().notice) is told
    subject.send(Tick())
    assert taken.count(Slept(30.0 * speed)) == told


def test_a_machine_that_is_awake_has_not_slept_meanwhile() -> None:
    before = clock.slept()
    sum(range(200_000))
    assert abs(clock.slept() - before) < 0.1


async def test_a_real_loop_fires_the_timer() -> None:
    """Half a minute of routine at a thousandfold speed."""
    mouth = Mouth(voiced=False)
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    beeps: list[Beep] = []
    coach = Coach(RoutinePlayer(plan(RAISES), mouth, gap=1e9), mouth)
    subject = Runner(
        coach,
        lambda effect: beeps.append(effect) if isinstance(effect, Beep) else None,
        SessionClock(1000.0, loop.time),
    )
    subject.on_change = lambda: over.set() if subject.done else None
    subject.start()
    await asyncio.wait_for(over.wait(), 10.0)
    subject.close()
    assert [beep.sound.value for beep in beeps][-1] == "done"


def test_a_loop_that_has_ended_drops_what_is_posted() -> None:
    mouth = Mouth()
    subject = Runner(Coach(RoutinePlayer(plan(CALF), mouth), mouth), lambda _: None, still())

    async def begin() -> None:
        subject.start()

    asyncio.run(begin())
    subject.post(Command.STOP)
    assert not subject.scene().done


@pytest.mark.parametrize(("silence", "back", "told"), [(30.0, True, True), (30.0, False, False), (1.0, True, False)])
def test_a_program_that_the_shell_put_aside_stands_still_from_then(
    loop: Loop, silence: float, back: bool, told: bool
) -> None:
    """Ctrl-Z and ``fg``: the clock of the machine went on, and a hold has lost nothing."""
    mouth, returns = Mouth(), [3]
    coach = Coach(RoutinePlayer(plan(CALF, RAISES), mouth, gap=1e9), mouth)
    subject = Runner(coach, lambda _: None, SessionClock(2.0, lambda: loop.time), returns=lambda: returns[0])
    taken: list[object] = []
    subject.on_step = lambda event, _now, _effects: taken.append(event)
    subject.start()
    before = subject.scene()
    loop.time += silence
    returns[0] += back
    subject.send(Tick())
    assert (Slept(silence * 2.0, aside=True) in taken) is told
    assert subject.scene().paused is told
    assert ("put aside for" in subject.scene().notice) is told
    assert not told or subject.scene().left == before.left
    subject.send(Tick())
    assert sum(isinstance(each, Slept) for each in taken) == told
