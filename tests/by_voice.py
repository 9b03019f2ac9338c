"""A session with a voice and ears in one process, and what somebody in the room says to it."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from soundlab import Lab, Witness, lab

from stretchcoach.core.messages import Command, Effect, Event, Heard, MicState, Scene
from stretchcoach.machine import clock
from stretchcoach.program.jobs import CrampJob
from stretchcoach.program.program import Program
from stretchcoach.program.runner import Runner

WORDS = Path(__file__).parent / "speech"


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

    async def comes(self, true: Callable[[Scene], object], seconds: float) -> bool:
        """Whether it becomes true within so long."""
        try:
            await self.until(true, seconds)
        except AssertionError:
            return False
        return True

    def heard(self) -> list[str]:
        return [event.text for _, event in self.events if isinstance(event, Heard)]


async def speak(ears: Lab, word: str) -> None:
    """Somebody says it."""
    await asyncio.to_thread(ears.say, WORDS / f"{word}.wav")


def played(job: CrampJob, story: Callable[[Session], Awaitable[None]]) -> None:
    """Run a session with a voice and ears while the story unfolds."""

    async def run() -> None:
        program = Program(listen=True)
        try:
            session = Session(program, job)
            await story(session)
            session.runner.close()
        finally:
            program.close(0)

    asyncio.run(run())


class Told(NamedTuple):
    """What came of a cramp that was led by voice."""

    asked: list[str]
    """The questions, in order; one that had to be answered again stands there twice."""
    commands: int
    outcome: str
    usual: float
    """How late the machine was at most in nineteen of twenty cases."""


def whole_cramp(folder: Path) -> Told:
    """A cramp from its first word to the outcome, led by voice alone; the microphone hears the loudspeaker too.

    It takes a minute and a half, nearly all of it the coach's own words; the process and the sound server are its own.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # where the tests are broken off, the sound server ends too
    os.environ["STRETCHCOACH_HOME"] = str(folder / "home")
    asked: list[str] = []
    told: list[Told] = []
    with lab(folder / "run") as ears:
        ears.microphone()
        ears.room(60)

        async def story(session: Session) -> None:
            await session.until(lambda scene: scene.microphone is MicState.LISTENING)
            await session.until(lambda scene: scene.clock > 8 and not scene.speaking, 40)
            await speak(ears, "gone-rms")
            if not await session.comes(lambda _: session.heard(), 5):
                await speak(ears, "gone-rms")
                await session.until(lambda _: session.heard(), 5)
            with Witness() as witness:
                while not session.runner.scene().outcome:
                    await session.until(lambda scene: (scene.question and not scene.speaking) or scene.outcome, 90)
                    await asyncio.sleep(0.4)
                    question = session.runner.scene().question
                    if question and not session.runner.scene().speaking:
                        asked.append(question.key)
                        no = any(choice.value in ("no", "none") for choice in question.choices)
                        await speak(ears, "no-03401e93" if no else "unsure-rms")
            commands = sum(isinstance(event, Command) for _, event in session.events)
            outcome = session.runner.scene().outcome
            assert outcome is not None
            told.append(Told(asked, commands, outcome.level.name, witness.usual))

        played(CrampJob(), story)
    return told[0]
