"""The moving picture of the README: ``python -m bench.film docs/cramp.svg``.

A cramp is coached in virtual time, with the program's own coach and screen; at some of its seconds the screen is
taken, and every cell of it drawn as a shape, so that no viewer's fonts matter.  A row is drawn once for as long as it
stays the same.  Whoever wants less motion sees one picture that stands still.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import cast

SIZE = (80, 24)
WIDE, HIGH = 10.0, 20.0
"""One cell, in the picture's units."""
MARGIN = 14.0
TIMES = (0.6, 3.0, 6.6, 9.0, 11.5, 16.5, 21.5, 26.5, 31.5, 36.6, 44.6, 47.5, 52.0, 59.5, 63.0, 68.0)
"""Seconds of the cramp at which the screen is taken."""
GONE = 44.0
"""When it is said to have gone."""
SHOWN = 1.5
"""Seconds for which each picture is to be seen."""
STILL = 6
"""Which of them stands still."""

Run = tuple[str, str, str, bool, bool]
"""Text, its colour, that of its ground, bold, italic."""
Screen = list[list[Run]]


def scenes() -> Iterator[object]:
    """What is to be seen at those seconds."""
    from stretchcoach import library
    from stretchcoach.core.messages import Command, Say, SpeechEnded, Tick
    from stretchcoach.core.setup import Played, Setup, coach
    from stretchcoach.core.speech_time import speech_seconds

    made = coach(Setup(Played.CRAMP), library.knowledge())
    now, ends = 0.0, dict[int, float]()
    for moment in (*sorted({*TIMES, GONE}),):
        while True:
            due = min([*ends.values(), made.deadline if made.deadline is not None else moment])
            if due > moment:
                break
            now = max(now, due)
            spoken = next((number for number, end in ends.items() if end <= now), None)
            out = made.send(Tick() if spoken is None else SpeechEnded(spoken), now)
            ends.pop(spoken or 0, None)
            ends.update({each.utterance: now + speech_seconds(each.text) for each in out if isinstance(each, Say)})
        now = moment
        if moment == GONE:
            out = made.send(Command.GONE, now)
            ends = {each.utterance: now + speech_seconds(each.text) for each in out if isinstance(each, Say)}
        if moment in TIMES:
            yield made.view(now)


async def taken() -> list[Screen]:
    """The screen of each of them."""
    from stretchcoach.core.messages import Event, Scene
    from stretchcoach.program.jobs import CrampJob, Job
    from stretchcoach.program.program import Program
    from stretchcoach.program.runner import Runner
    from stretchcoach.tui.app import StretchCoach

    class Projector:
        """Shows the scene it is told to."""

        speed, on_change, on_beep = 1.0, None, None

        def __init__(self, shown: Scene) -> None:
            self.shown = shown

        def scene(self) -> Scene:
            return self.shown

        def start(self) -> None:
            """Nothing runs."""

        close = start

        def perform(self, _: Event) -> None:
            """Nothing is heard."""

    class Cinema(Program):
        """Hands out the projector."""

        def start(self, _: Job) -> Runner:
            return cast(Runner, projector)

    film = cast(list[Scene], list(scenes()))
    projector = Projector(film[0])
    app = StretchCoach(Cinema(speech=False, beeps=False, night=False), CrampJob())
    found: list[Screen] = []
    async with app.run_test(size=SIZE) as pilot:
        for scene in film:
            projector.shown = scene
            for _ in range(4):
                await pilot.pause(0.15)
            found.append([[_run(part) for part in strip] for strip in app.screen._compositor.render_strips()])
        app.exit()
    return found


def _run(part: object) -> Run:
    from rich.segment import Segment
    from rich.style import Style

    from stretchcoach.tui.themes import themes

    assert isinstance(part, Segment)
    day, style = themes()[0].variables, part.style or Style()
    ink = style.color.get_truecolor().hex if style.color else day["ink"]
    ground = style.bgcolor.get_truecolor().hex if style.bgcolor else day["back"]
    pair = (ground, ink) if style.reverse else (ink, ground)
    return (part.text, *pair, bool(style.bold), bool(style.italic))


# --- drawing -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Box:
    """A part of a cell that is filled."""

    x: float
    y: float
    wide: float
    high: float


HALVES = {"▀": (0.0, 0.5), "▄": (0.5, 0.5), "█": (0.0, 1.0), "━": (0.42, 0.16), "─": (0.47, 0.06)}
DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""The places of a cell of braille, column and row, in the order of its bits."""


_LETTERS = re.compile(rf"[^{''.join(HALVES)}\u2800-\u28ff ]+(?: [^{''.join(HALVES)}\u2800-\u28ff ]+)*")


def drawn(row: list[Run], y: int, plain: str) -> str:
    """One row of the screen; what is only ground is left out."""
    parts: list[str] = []
    column = 0
    for text, ink, ground, bold, italic in row:
        x, top = MARGIN + column * WIDE, MARGIN + y * HIGH
        if ground != plain:
            parts.append(_filled([Box(x, top, len(text) * WIDE, HIGH)], ground))
        parts.append(_filled(list(_boxes(text, x, top)), ink))
        parts += _words(text, x, top, ink, bold, italic)
        column += len(text)
    return "".join(parts)


def _filled(boxes: list[Box], colour: str) -> str:
    if not boxes:
        return ""
    path = "".join(f"M{each.x:g} {each.y:g}h{each.wide:g}v{each.high:g}h{-each.wide:g}z" for each in boxes)
    return f'<path fill="{colour}" d="{path}"/>'


def _boxes(text: str, x: float, y: float) -> Iterator[Box]:
    at = 0
    for sign, same in groupby(text):
        count = len(list(same))
        if sign in HALVES:
            top, high = HALVES[sign]
            yield Box(x + at * WIDE, y + top * HIGH, count * WIDE, high * HIGH)
        elif "\u2800" < sign <= "\u28ff":
            for number in range(count):
                yield from _dots(ord(sign) - 0x2800, x + (at + number) * WIDE, y)
        at += count


def _dots(bits: int, x: float, y: float) -> Iterator[Box]:
    for bit, (column, row) in enumerate(DOTS):
        if bits >> bit & 1:
            yield Box(x + column * WIDE / 2, y + row * HIGH / 4, WIDE / 2, HIGH / 4)


def _words(text: str, x: float, y: float, ink: str, bold: bool, italic: bool) -> Iterator[str]:
    looks = (' font-weight="bold"' if bold else "") + (' font-style="italic"' if italic else "")
    for found in _LETTERS.finditer(text):
        words = found.group()
        place = f'x="{x + found.start() * WIDE:g}" y="{y + 0.75 * HIGH:g}" textLength="{len(words) * WIDE:g}"'
        yield f'<text {place} fill="{ink}"{looks}>{escape(words)}</text>'


def film(screens: list[Screen]) -> str:
    """All of it as one picture."""
    count, plain = len(screens), screens[0][0][0][2]
    wide, high = SIZE[0] * WIDE + 2 * MARGIN, SIZE[1] * HIGH + 2 * MARGIN
    spans, groups = dict[tuple[int, int], None](), []
    for y in range(SIZE[1]):
        rows = [drawn(screen[y], y, plain) for screen in screens]
        begin = 0
        for row, same in groupby(rows):
            end = begin + len(list(same))
            if row:
                spans[begin, end] = None
                groups.append(f'<g class="{_name(begin, end)}">{row}</g>')
            begin = end
    styles = "".join(_shown(begin, end, count) for begin, end in spans)
    still = "@media (prefers-reduced-motion: reduce){g{animation:none!important}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" role="img" '
        'aria-label="A cramp being coached: what to do and the seconds to go, in very large letters, and a figure">\n'
        f"<style>text{{font:16px monospace;white-space:pre}}\n{styles}{still}</style>\n"
        f'<rect width="{wide:g}" height="{high:g}" rx="10" fill="{plain}"/>\n' + "\n".join(groups) + "\n</svg>\n"
    )


def _name(begin: int, end: int) -> str:
    return f"f{begin}-{end}"


def _shown(begin: int, end: int, count: int) -> str:
    """From the picture ``begin`` until the picture ``end``; before it moves, what stands still."""
    name = _name(begin, end)
    if (begin, end) == (0, count):
        return ""
    parts = [(0, 0), (100 * begin / count, 1), (100 * end / count, 0)]
    steps = "".join(f"{at:.4g}%{{opacity:{seen}}}" for at, seen in (parts[1:] if not begin else parts) if at < 100)
    last = "" if end == count and not begin else f"100%{{opacity:{int(end == count)}}}"
    still = int(begin <= STILL < end)
    run = f"animation:{name} {count * SHOWN:g}s step-end infinite"
    return f"@keyframes {name}{{{steps}{last}}}.{name}{{opacity:{still};{run}}}\n"


def main(argv: list[str]) -> int:
    """Draw it."""
    if len(argv) != 1:
        sys.stderr.write("Give one file: python -m bench.film docs/cramp.svg\n")
        return 2
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"STRETCHCOACH_HOME": home, "TEXTUAL_ANIMATIONS": "none"}
        os.environ.pop("NO_COLOR", None)
        screens = asyncio.run(taken())
    Path(argv[0]).write_text(film(screens), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
