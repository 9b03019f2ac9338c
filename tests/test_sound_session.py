"""The real thing: whole sessions through a real sound server, recorded, every beep and line found at its second."""

import asyncio
import contextlib
import os
import pty
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from soundlab import RATE, Lab, Recording, Witness, first_sound, last_sound, notes, tone_level

from stretchcoach.audio.beeps import TONES
from stretchcoach.core.messages import Beep, Effect, Event, Hush, Say, SpeechEnded
from stretchcoach.library import parse
from stretchcoach.machine import clock
from stretchcoach.program.jobs import CrampJob, RoutineJob
from stretchcoach.program.program import Program

pytestmark = pytest.mark.audio
BEEPS = 7
ROUTINE = """
format = 1
title = "Short one"
purpose = "break"
position = "chair"
[[steps]]
name = "Calf"
say = "Heel down. Lean in."
short = "Heel down."
side = "each"
hold = 6
setup = 3
[[steps]]
name = "Heel raises"
say = "Heels up."
reps = 2
tempo = 1.5
setup = 3
"""


class Session:
    """One session with a real voice; what it did, and when."""

    def __init__(self, desk: Program) -> None:
        self.desk = desk
        self.done: list[tuple[float, Effect]] = []
        self.events: list[tuple[float, Event]] = []

    async def play(self, job: RoutineJob | CrampJob, seconds: float = 120.0) -> None:
        """Play it to its end, or for so many seconds."""
        runner = self.desk.start(job)
        perform, send = runner.perform, runner.send

        def watched(effect: Effect) -> None:
            self.done.append((clock.now(), effect))
            perform(effect)

        def heard(event: Event) -> None:
            self.events.append((clock.now(), event))
            send(event)

        runner.perform, runner.send = watched, heard  # type: ignore[method-assign]
        runner.start()
        end = clock.now() + seconds
        while not runner.done and clock.now() < end:
            await asyncio.sleep(0.05)
        runner.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def recording(room: Lab) -> Iterator[Recording]:
    with room.recording() as running:
        yield running


async def test_every_beep_and_line_of_a_routine_is_heard_at_its_second(
    room: Lab, recording: Recording, home: Path
) -> None:
    routine, problems = parse(ROUTINE, "short.toml")
    assert routine is not None, problems
    (home / "config").mkdir()
    (home / "config" / "config.toml").write_text(
        '[voice]\nengine = "espeak"\nrate = 200\n'
    )  # the natural one may be late by seconds, cold
    session = Session(desk := Program(night=False))
    with Witness() as witness:
        await session.play(RoutineJob(routine))
    desk.close()
    time.sleep(0.5)

    beeps = [effect for _, effect in session.done if isinstance(effect, Beep)]
    assert len(beeps) >= 20
    errors = [_error(recording, beep) for beep in beeps]
    usual = sorted(errors)[len(errors) // 2]
    assert abs(usual) < 0.15, "the beeps come with the delay of the sound server, and no more"
    off = sorted(abs(error - usual) for error in errors)
    assert off[len(off) * 3 // 4] < 0.005 + witness.usual, (
        "a machine that is busy with other things may lose a moment, not the beat"
    )
    assert off[-1] < 0.3 + witness.worst, errors

    lines = [(at, effect) for at, effect in session.done if isinstance(effect, Say)]
    ended = {event.utterance: at for at, event in session.events if isinstance(event, SpeechEnded)}
    hushes = [at for at, effect in session.done if isinstance(effect, Hush)]
    assert not hushes
    assert [say.text for _, say in lines][1] == "Calf. Left leg. Heel down. Lean in. Six seconds."
    for at, say in lines:
        samples = recording.since(at)[: int((ended[say.utterance] - at + 0.3) * RATE)]
        begins, ends = first_sound(samples), last_sound(samples)
        assert begins is not None, say.text
        assert ends is not None
        assert begins / RATE < 0.6 * witness.slow + witness.worst, (
            f"{say.text!r} began {begins / RATE:.2f} s after it was due"
        )


def _error(recording: Recording, beep: Beep) -> float:
    (hertz, seconds), *_ = TONES[beep.sound.value]
    first = recording.index_of(beep.at - 0.15)
    level = tone_level(recording.samples[first : first + int(0.6 * RATE)], hertz, seconds)
    best = int(level.argmax())
    assert level[best] > 0.02, f"no {beep.sound.value} at {beep.at}"
    return recording.time_of(first + best) - beep.at


def test_a_cramp_speaks_at_once_and_is_silent_at_once_when_the_terminal_goes(
    room: Lab, recording: Recording, home: Path
) -> None:
    terminal, inside = pty.openpty()
    shown = threading.Thread(target=_drain, args=(terminal,), daemon=True)
    command = [sys.executable, "-m", "stretchcoach", "cramp"]
    with Witness() as witness:
        begun = clock.now()
        program = subprocess.Popen(
            command, stdin=inside, stdout=inside, stderr=inside, env={**os.environ, "TERM": "xterm"}
        )
        os.close(inside)
        shown.start()
        time.sleep(7.5)
        program.send_signal(signal.SIGHUP)
        cut = clock.now()
        program.wait(5 + witness.worst)
    shown.join(5)
    os.close(terminal)
    time.sleep(1.0)
    spoken = first_sound(recording.since(begun))
    assert spoken is not None
    assert spoken / RATE < 1.5 * witness.slow + witness.worst
    assert (last_sound(recording.since(cut)) or 0) / RATE < 0.3 + witness.worst, "the second line was under way"


def _drain(terminal: int) -> None:
    """Read what a terminal would show, until nobody writes any more."""
    with contextlib.suppress(OSError):
        while os.read(terminal, 65536):
            pass


def test_beeps_go_on_when_the_program_itself_is_stopped_for_a_moment(
    room: Lab, recording: Recording, home: Path
) -> None:
    cues = ", ".join(f'{{ at = {second}, sound = "half" }}' for second in range(1, BEEPS + 1))
    (home / "sit.toml").write_text(
        'format = 1\ntitle = "Sit"\npurpose = "break"\nposition = "chair"\n[[steps]]\nname = "Sit"\nsay = "Sit."\n'
        f"move = {BEEPS + 5}\nsetup = 0\ncues = [{cues}]\n"
    )
    command = [sys.executable, "-m", "stretchcoach", "run", str(home / "sit.toml"), "--plain", "--cues", "beeps"]
    begun = clock.now()
    with (
        Witness() as witness,
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as program,
    ):
        first = _wait_for_beep(recording, begun)
        time.sleep(max(0.0, first + 0.8 - clock.now()))  # the beeps of the next two seconds are handed over by now
        program.send_signal(signal.SIGSTOP)
        time.sleep(max(0.0, first + 1.9 - clock.now()))
        program.send_signal(signal.SIGCONT)
        time.sleep(max(0.0, first + BEEPS - clock.now()))
        program.terminate()
        program.wait(10)
    (hertz, seconds), *_ = TONES["half"]
    at = recording.index_of(begun)
    found = [recording.time_of(at + each) for each in notes(recording.samples[at:], hertz, seconds)]
    due = grid(found, first)
    assert 1 in due, found
    assert len(due) >= (BEEPS - 1 if witness.worst < 0.1 else BEEPS // 2), found
    middle = statistics.median(due.values())
    assert statistics.median(abs(late - middle) for late in due.values()) < 0.01 + witness.worst, due


def _wait_for_beep(recording: Recording, begun: float) -> float:
    """When the first one came."""
    (hertz, seconds), *_ = TONES["half"]
    while clock.now() < begun + 30:
        time.sleep(0.1)
        at = recording.index_of(begun)
        if found := notes(recording.samples[at:], hertz, seconds):
            return recording.time_of(at + found[0])
    raise AssertionError("no beep in half a minute")


def grid(found: list[float], first: float) -> dict[int, float]:
    """How late each of the beeps is that are due a second apart from ``first`` on; those not there are left out."""
    near = {second: min((at - first - second for at in found), key=abs) for second in range(BEEPS)}
    return {second: late for second, late in near.items() if abs(late) < 0.3}
