"""One session in lines: what happens is printed, what is typed is sent."""

import asyncio

from msgspec.structs import replace

from stretchcoach.core.messages import Command, Kind, Scene, Stray
from stretchcoach.core.phrases import doubtful
from stretchcoach.plain.narrate import hint, narrate
from stretchcoach.plain.stdio import StandardInput, StandardOutput
from stretchcoach.plain.typed import QUIT, explained, is_command, nearest, sayable, typed_meaning
from stretchcoach.program.runner import Runner
from stretchcoach.words.plain_lines import NO_MORE_INPUT, TAKE_UP, TWO_THINGS, meant, not_now, unknown

LOOKS = 0.5
"""Seconds between two looks whether anybody still reads."""
ON = "g"
ONCE_MORE = (Command.AGAIN, Command.BACK)
"""What asks for something that may have been printed already."""


class PlainSession:
    """Plays a runner to its end."""

    def __init__(self, runner: Runner, lines: StandardInput, out: StandardOutput) -> None:
        self._runner = runner
        self._lines = lines
        self._out = out
        self._seen = Scene("")
        self._reading = True
        self._over = asyncio.Event()

    async def play(self) -> bool:
        """Run until it is done or left; False once there is nothing more to read."""
        self._runner.on_change = self._look
        self._runner.start()
        self._out.line(hint(self._seen))
        work = [asyncio.create_task(self._listen()), asyncio.create_task(self._watch())]
        try:
            await self._over.wait()
        finally:
            self._runner.on_change = None
            self._runner.close()
            for each in work:
                each.cancel()
        return self._reading

    async def _watch(self) -> None:
        """End soon after the last reader has gone: ``stretchcoach run ... | head`` is no session any more."""
        while not self._out.left():
            await asyncio.sleep(LOOKS)
        self._over.set()

    def _look(self) -> None:
        scene = self._runner.scene()
        for line in narrate(self._seen, scene):
            self._out.line(line)
        stood = scene.stopped and self._reading
        if stood and not self._seen.stopped:
            self._out.line(TAKE_UP)
        self._seen = scene
        if (self._runner.told and not stood) or self._out.closed or self._all_said(scene):
            self._over.set()

    def _look_again(self) -> None:
        """What stands on the paper already: the question, or what was said last."""
        scene = self._runner.scene()
        for line in narrate(replace(scene, question=None, captions=scene.captions[:-1]), scene):
            self._out.line(line)

    def _all_said(self, scene: Scene) -> bool:
        """Help was advised, the cramp is held until it lets go, and nobody is left who could say that it did."""
        told = scene.outcome is not None and scene.kind is Kind.OPEN
        if not told or self._reading or scene.speaking:
            return False
        self._out.line(NO_MORE_INPUT)
        return True

    async def _listen(self) -> None:
        """Until the end of input, which is silence: the session goes on with its safe defaults."""
        loop = asyncio.get_running_loop()
        while not self._over.is_set():
            line = await self._lines.line()
            self._reading = line is not None
            try:
                if line is None:
                    self._look()
                    return
                self._hear(line)
            except Exception as error:  # it must not end the listening in silence
                loop.call_exception_handler({"message": "listening", "exception": error, "handle": None})
                return

    def _hear(self, line: str) -> None:
        scene = self._runner.scene()
        if line.strip().lower() in QUIT:
            self._over.set()
            return
        if scene.stopped:
            self._take_up(line)
            return
        event = typed_meaning(line, scene)
        for_help = line.strip().lower() == "help" or (line.strip() == "?" and event is not Command.HOW)
        if event is Command.HELP or for_help:
            for text in explained(scene):
                self._out.line(text)
        elif event is not None:
            before = self._seen
            self._runner.send(event)
            if event in ONCE_MORE and not any(narrate(before, self._seen)):
                self._look_again()
        else:
            self._stray(line.strip(), scene)

    def _take_up(self, line: str) -> None:
        """After a stop: on from there, or over; what was meant for the list is handed on to it."""
        typed = line.strip().lower()
        if typed == ON or (typed and typed_meaning(line, self._runner.scene()) is Command.RESUME):
            self._runner.send(Command.RESUME)
            return
        if typed:
            self._lines.again(line)
        self._over.set()

    def _stray(self, typed: str, scene: Scene) -> None:
        """A line that means nothing now: what could be typed is told, and the coach may ask again."""
        if scene.relief and scene.question is None and len(typed) < 2:
            self._runner.send(Stray(letter=typed.isalpha()))
        if typed:
            self._out.line(_why(typed, scene))


def _why(line: str, scene: Scene) -> str:
    """What stood in the way of understanding a line."""
    if doubtful(line, scene.allowed, scene.question, typed=True):
        return TWO_THINGS
    if is_command(line):
        return not_now(sayable(scene))
    near = nearest(line, scene)
    more = meant(near) if near else sayable(scene)
    return unknown(line.strip()[:40], more)
