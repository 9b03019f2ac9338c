"""A session with a voice and ears in one process, and what somebody in the room says to it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from soundlab import Lab

from stretchcoach.core.messages import Effect, Event, Heard, Scene
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
