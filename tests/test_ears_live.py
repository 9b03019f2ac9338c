"""Sound both ways: recordings of people are played into a microphone while the coach speaks into a loudspeaker."""

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from soundlab import Lab, Witness, lab

from stretchcoach.core.messages import (
    Command,
    Effect,
    Event,
    Heard,
    Hush,
    Kind,
    Level,
    Microphone,
    MicState,
    Notice,
    Scene,
)
from stretchcoach.ears.client import GONE, RESTARTED, Ears
from stretchcoach.ears.device_watch import BACK
from stretchcoach.ears.health import KEYS
from stretchcoach.ears.options import EarOptions
from stretchcoach.machine import clock
from stretchcoach.program.jobs import CrampJob
from stretchcoach.program.program import Program
from stretchcoach.program.runner import Runner

pytestmark = pytest.mark.audio
WORDS = Path(__file__).parent / "speech"
STOP = WORDS / "stop-0fa1e7a9.wav"


@pytest.fixture
def ear_lab(room: Lab, tmp_path: Path) -> Iterator[Lab]:
    """A sound server of its own, with a microphone in the room of the loudspeaker."""
    with lab(tmp_path / "run") as made:
        made.microphone()
        yield made
    os.environ.update(room.env)


class Session:
    """A program and a runner in a loop; ``until`` waits for a scene."""

    def __init__(self, program: Program, job: CrampJob) -> None:
        self.program = program
        self.runner: Runner = program.start(job)
        self.events: list[tuple[float, Event]] = []
        self.effects: list[tuple[float, Effect]] = []
        send = self.runner.send

        def noting(event: Event) -> None:
            self.events.append((clock.now(), event))
            send(event)

        perform = self.runner.perform

        def doing(effect: Effect) -> None:
            self.effects.append((clock.now(), effect))
            perform(effect)

        self.runner.send = noting  # type: ignore[method-assign]
        self.runner.perform = doing
        self.runner.start()

    async def until(self, true: Callable[[Scene], object], seconds: float = 20.0) -> float:
        """When it became true; AssertionError if it does not."""
        end = clock.now() + seconds
        while clock.now() < end:
            if true(self.runner.scene()):
                return clock.now()
            await asyncio.sleep(0.005)
        raise AssertionError(f"never came; last scene {self.runner.scene()}, events {self.events[-6:]}")

    def heard(self) -> list[str]:
        return [event.text for _, event in self.events if isinstance(event, Heard)]


def speaks_of_other_things(scene: Scene) -> bool:
    """While the coach itself says the word, nobody can be told from it."""
    return scene.speaking and "stop" not in scene.caption.lower()


async def speak(ears: Lab, word: str) -> None:
    """Somebody says it."""
    await asyncio.to_thread(ears.say, WORDS / f"{word}.wav")


def played(job: CrampJob, story: Callable[[Session], object]) -> None:
    """Run a session with a voice and ears while the story unfolds."""

    async def run() -> None:
        program = Program(listen=True)
        try:
            session = Session(program, job)
            await story(session)  # type: ignore[misc]
            session.runner.close()
        finally:
            program.close(0)

    asyncio.run(run())


def test_stop_is_heard_while_the_coach_speaks_and_the_coach_falls_silent(
    ear_lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    ear_lab.room()

    async def story(session: Session) -> None:
        await session.until(lambda scene: scene.microphone is MicState.LISTENING)
        await session.until(lambda scene: scene.clock > 9.0 and speaks_of_other_things(scene))
        with Witness() as witness:
            begun = clock.now()
            await speak(ear_lab, "stop-0fa1e7a9")
            await asyncio.sleep(1.5)
            if not session.heard():  # nine times in ten the first is enough
                await session.until(speaks_of_other_things)
                begun = clock.now()
                await speak(ear_lab, "stop-0fa1e7a9")
            await session.until(lambda _: session.heard(), 3.0)
        heard = [(when, event) for when, event in session.events if isinstance(event, Heard)]
        assert [event.text for _, event in heard] == ["stop"]
        when, event = heard[0]
        assert 0.0 < when - event.ended < 0.6 + witness.worst
        assert when - begun < 2.5 + witness.worst
        assert session.runner.scene().kind is not Kind.HOLD
        hushed = [moment for moment, effect in session.effects if isinstance(effect, Hush)]
        assert hushed and 0 <= hushed[-1] - when < 0.05 + witness.worst

    played(CrampJob(), story)


def test_a_whole_cramp_by_voice_alone(ear_lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    ear_lab.room(60)

    async def story(session: Session) -> None:
        await session.until(lambda scene: scene.microphone is MicState.LISTENING)
        await session.until(lambda scene: scene.clock > 8 and not scene.speaking, 40)
        await speak(ear_lab, "gone-rms")
        await session.until(lambda _: session.heard(), 5)
        asked: list[str] = []
        with Witness() as witness:
            while not session.runner.scene().outcome:
                await session.until(lambda scene: (scene.question and not scene.speaking) or scene.outcome, 90)
                await asyncio.sleep(0.4)
                question = session.runner.scene().question
                if question and not session.runner.scene().speaking:
                    asked.append(question.key)
                    no = any(choice.value in ("no", "none") for choice in question.choices)
                    await speak(ear_lab, "no-03401e93" if no else "unsure-rms")
        again = 1 if witness.usual < Witness.STEP else len(set(asked)) // 2
        assert len(asked) <= len(set(asked)) + again, "hardly an answer had to be said again"
        assert not [event for _, event in session.events if isinstance(event, Command)]
        assert session.runner.scene().outcome.level is Level.SELF_CARE  # type: ignore[union-attr]

    played(CrampJob(), story)


def collect(options: EarOptions | None = None) -> tuple[Ears, "SimpleQueue[Event]"]:
    events: SimpleQueue[Event] = SimpleQueue()
    ears = Ears.start(options or EarOptions())
    ears.listen(events.put)
    return ears, events


def wait_for(events: "SimpleQueue[Event]", wanted: Callable[[Event], bool], seconds: float = 15) -> list[Event]:
    """Everything up to the event that is wanted."""
    end, seen = clock.now() + seconds, []
    while (left := end - clock.now()) > 0:
        seen.append(events.get(timeout=left))
        if wanted(seen[-1]):
            return seen
    raise AssertionError(seen)


def listening(event: Event) -> bool:
    return event == Microphone(MicState.LISTENING)


def test_a_microphone_that_is_pulled_out_and_put_back(ear_lab: Lab) -> None:
    ears, events = collect(EarOptions(device="Remapped"))
    try:
        wait_for(events, listening)
        ear_lab.unplug()
        trouble = wait_for(events, lambda event: isinstance(event, Notice), 20)
        assert Microphone(MicState.TROUBLE) in trouble
        assert KEYS in trouble[-1].text  # type: ignore[union-attr]
        ear_lab.microphone()
        wait_for(events, lambda event: event == Notice(BACK), 30)
        time.sleep(2.5)
        ear_lab.say(STOP)
        wait_for(events, lambda event: isinstance(event, Heard) and event.text == "stop", 5)
    finally:
        ears.close()


def test_the_usual_microphone_that_goes_is_never_replaced_by_the_loudspeakers_monitor(ear_lab: Lab) -> None:
    ears, events = collect()
    try:
        wait_for(events, listening)
        ear_lab.unplug()
        trouble = wait_for(events, lambda event: isinstance(event, Notice), 20)
        assert Microphone(MicState.TROUBLE) in trouble
        ear_lab.microphone()
        wait_for(events, lambda event: event == Notice(BACK), 30)
    finally:
        ears.close()


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_a_microphone_of_another_rate_and_a_second_listener(room: Lab, tmp_path: Path, rate: int) -> None:
    try:
        with lab(tmp_path / "run") as made:
            made.microphone(rate)
            first, _ = collect()
            ears, events = collect()
            try:
                wait_for(events, listening)
                time.sleep(1.0)
                made.say(STOP)
                wait_for(events, lambda event: isinstance(event, Heard), 5)
            finally:
                first.close()
                ears.close()
    finally:
        os.environ.update(room.env)


def test_ears_that_are_killed_are_started_again_once(ear_lab: Lab) -> None:
    ears, events = collect()
    try:
        wait_for(events, listening)
        os.kill(ears.pid, signal.SIGKILL)
        wait_for(events, listening)
        os.kill(ears.pid, signal.SIGKILL)
        wait_for(events, lambda event: event == Notice(GONE))
    finally:
        ears.close()


def test_ears_that_are_stopped_are_told_and_replaced_within_three_seconds(ear_lab: Lab) -> None:
    ears, events = collect()
    try:
        wait_for(events, listening)
        begun = clock.now()
        os.kill(ears.pid, signal.SIGSTOP)
        with Witness() as witness:
            wait_for(events, lambda event: event == Notice(RESTARTED))
        assert clock.now() - begun < 3.0 + witness.worst
        wait_for(events, listening)
        ear_lab.say(STOP)
        wait_for(events, lambda event: isinstance(event, Heard) and event.text == "stop", 5)
    finally:
        ears.close()


def test_without_any_microphone_the_session_is_told_and_goes_on(
    room: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    async def story(session: Session) -> None:
        await session.until(lambda scene: scene.microphone is MicState.TROUBLE)
        await session.until(lambda scene: KEYS in scene.notice)
        await session.until(lambda scene: scene.clock > 6 and scene.kind is not Kind.DONE)
        session.runner.send(Command.STOP)
        await session.until(lambda scene: scene.question or scene.outcome)

    played(CrampJob(), story)
    os.environ.update(room.env)
