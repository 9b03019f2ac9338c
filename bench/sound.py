"""How fast and how exact the sound is, beside what one would take instead: ``python -m bench.sound``.

Everything is measured at a private null sink (PulseAudio, with ``parec`` on its monitor), in one run, on one machine.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from soundlab import RATE, Lab, Recording, Samples, first_sound, lab, last_sound, tone_level

from stretchcoach.audio.beeps import TONES
from stretchcoach.audio.client import Voice
from stretchcoach.audio.options import SoundOptions
from stretchcoach.core.messages import Beep, Hush, Priority, Say, Sound
from stretchcoach.machine import clock

LINE = "Sit up. Straighten your knee."
LAUNCH = """
from stretchcoach.audio import launch
launch.begin()
from stretchcoach.audio.client import Voice
from stretchcoach.audio.options import SoundOptions
Voice.start(SoundOptions(cache={cache!r}), {line!r}).close()
"""
STOCK = "import pyttsx3; engine = pyttsx3.init(); engine.say({line!r}); engine.runAndWait()"
STOCK_STOP = """
import pyttsx3, threading, time
from stretchcoach.machine import clock
engine = pyttsx3.init()
threading.Timer(1.2, lambda: (print(clock.now(), flush=True), engine.stop())).start()
engine.say({line!r})
engine.runAndWait()
"""
NEEDED = {
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "paplay": "pulseaudio-utils",
    "espeak-ng": "espeak-ng",
    "aplay": "alsa-utils",
}
"""Programs that are measured with or beside, and the Debian package of each; pyttsx3 plays through ``aplay``."""
ALONE = ("pulseaudio", "parec")
"""What is needed where nothing is measured beside ours."""
_BEFORE = 12.0
"""Seconds from the start to the first beep, in which the device plays silence; in a session, words."""
LONG = "Keep your heel on the floor and lean in slowly, until you feel a gentle pull in the calf, and breathe."


def row(what: str, figure: str, detail: str = "") -> None:
    """One line of the table."""
    print(f"{what:<58}{figure:>20}  {detail}", flush=True)


def spread(seconds: Sequence[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"{1000 * statistics.median(ordered):.0f} / {1000 * high:.0f} ms"


def sound_after(recording: Recording, begun: float) -> float | None:
    """Seconds from ``begun`` to the first sample that is heard."""
    found = first_sound(recording.since(begun))
    return None if found is None else found / RATE


def launches(room: Lab, recording: Recording, runs: int, command: list[str] | str) -> list[float]:
    """Start a program again and again; seconds to its first sample."""
    seconds = []
    for _ in range(runs):
        begun = clock.now()
        subprocess.run(
            command, shell=isinstance(command, str), env=room.full_env, stderr=subprocess.DEVNULL, check=False
        )
        _wait_for_silence(recording)
        heard = sound_after(recording, begun)
        if heard is not None:
            seconds.append(heard)
    return seconds


def _wait_for_silence(recording: Recording) -> None:
    """Some programs end before their sound does."""
    time.sleep(0.5)
    while first_sound(recording.samples[-RATE // 2 :]) is not None:
        time.sleep(0.1)


def lacking(programs: Iterable[str]) -> list[str]:
    """The packages of those programs that are not installed."""
    return sorted({NEEDED[name] for name in programs if shutil.which(name) is None})


def bench_launch(room: Lab, recording: Recording, runs: int, alone: bool = False) -> None:
    """Launch to first sample."""
    cache, python = str(room.folder / "cache"), sys.executable
    cached = [python, "-c", LAUNCH.format(cache=cache, line=LINE)]
    ways: dict[str, list[str] | str] = {
        "ours, line in the cache": cached,
        "ours, no cache": [python, "-c", LAUNCH.format(cache="", line=LINE)],
        "espeak-ng | paplay": f"espeak-ng --stdout {LINE!r} | paplay",
        "pyttsx3 say()": [python, "-c", STOCK.format(line=LINE)],
    }
    launches(room, recording, 1, cached)
    for name, command in ways.items():
        if alone and not name.startswith("ours"):
            continue
        heard = launches(room, recording, runs, command)
        if not heard:
            sys.exit(
                f"{name}: no sound in {runs} runs; is libasound2-plugins installed, which leads ALSA to PulseAudio?"
            )
        row(f"launch to first sample: {name}", spread(heard), f"{len(heard)} runs")
    bare = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run([python, "-c", "pass"], check=True)
        bare.append(time.perf_counter() - begun)
    row("launch to exit: python -c pass", spread(bare))


def bench_hush(room: Lab, recording: Recording, runs: int, alone: bool = False) -> None:
    """Hush, and pyttsx3's stop(), to silence."""
    voice = Voice.start(SoundOptions(cache=str(room.folder / "cache")))
    voice.listen(lambda _event: None)
    voice.perform(Say("Ready.", 1, Priority.ACTION))
    time.sleep(1.5)
    silenced: list[float] = []
    queued: dict[str, list[float]] = {"rendered ahead": [], "not rendered before": []}
    voice.prepare([LONG])
    for run in range(2 * runs):
        kind, text = ("rendered ahead", LONG) if run % 2 else ("not rendered before", f"Number {run}. {LONG}")
        begun = clock.now()
        voice.perform(Say(text, run + 2, Priority.ACTION))
        time.sleep(0.8 + 0.013 * run)
        hushed = clock.now()
        voice.perform(Hush())
        time.sleep(0.5)
        queued[kind].append(sound_after(recording, begun) or 9.0)
        silenced.append((last_sound(recording.since(hushed)) or 0) / RATE)
    voice.close(0)
    row("Hush to silence", spread(silenced), f"{len(silenced)} runs")
    for kind, seconds in queued.items():
        row(f"line said while the device runs, {kind}", spread(seconds), f"{len(seconds)} runs")
    if alone:
        return
    shown = subprocess.run(
        [sys.executable, "-c", STOCK_STOP.format(line=LONG)],
        env=room.full_env,
        capture_output=True,
        text=True,
        check=False,
    )
    time.sleep(0.5)
    stopped = float(shown.stdout.split()[0])
    row("pyttsx3 stop() to silence", f"{(last_sound(recording.since(stopped)) or 0) / RATE * 1000:.0f} ms")


def bench_beeps(room: Lab, recording: Recording, minutes: float) -> None:
    """A beep a second from a busy program, against a loop of sleep and paplay in the same program."""
    begun, count = clock.now() + _BEFORE, int(60 * minutes)
    app = [sys.executable, "-m", "bench.sound", "--beep", str(begun), str(count)]
    shown = subprocess.run(app, env=room.full_env, capture_output=True, text=True, check=True)
    recording.stop()
    wished = [begun + second for second in range(count)]
    for name, sound, times in (
        ("ours", "count", wished),
        ("time.sleep + paplay", "half", [when + 0.5 for when in wished]),
    ):
        errors, lost = beep_errors(recording, sound, times)
        off = [1000 * abs(error) for error in errors]
        what = f"beep error over {minutes:g} min, 4 busy threads: {name}"
        row(what, f"{max(off):.2f} ms", f"median {statistics.median(off):.2f} ms, {len(off)} found, {lost} lost")
    row("audio process: CPU and resident memory", shown.stdout.strip())


def beep_away(begun: float, count: int) -> None:
    """The busy program: four threads burn, one beeps every second and sleeps to every half second."""
    voice = Voice.start(SoundOptions(speech=False))
    pid = voice.pid
    for _ in range(4):
        threading.Thread(target=_burn, daemon=True).start()
    with tempfile.NamedTemporaryFile(suffix=".raw") as file:
        _write_tone(Path(file.name), "half")
        command = ["paplay", "--raw", "--rate=22050", "--channels=1", file.name]
        for when in (begun + second for second in range(count)):
            voice.perform(Beep(Sound.COUNT, when))
            time.sleep(max(0.0, when - 0.5 - clock.now()))
            subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(1.5)
        share = _cpu(pid) / (clock.now() - begun)
        memory = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    _stop_burning.set()
    voice.close(0)
    print(f"{100 * share:.1f} %, {memory:.0f} MB")


_stop_burning = threading.Event()


def _burn() -> None:
    while not _stop_burning.is_set():
        sum(range(2000))


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _write_tone(path: Path, name: str) -> None:
    from stretchcoach.audio import beeps
    from stretchcoach.pipes import pcm

    path.write_bytes(pcm.data(beeps.tone(name).sound))


def beep_in(samples: Samples, sound: str) -> int | None:
    """The sample at which a beep is loudest; None where there is none."""
    (hertz, seconds), *_ = TONES[sound]
    level = tone_level(samples, hertz, seconds)
    best = int(level.argmax()) if len(level) else 0
    return best if len(level) and level[best] > 0.02 else None


def beep_errors(recording: Recording, sound: str, times: Sequence[float]) -> tuple[list[float], int]:
    """Seconds each beep is off, the constant way to the loudspeaker taken away; and how many are missing."""
    samples, found = recording.samples, []
    for when in times:
        first = recording.index_of(when - 0.3)
        best = beep_in(samples[first : first + int(0.9 * RATE)], sound)
        if best is not None:
            found.append(recording.time_of(first + best) - when)
    middle = statistics.median(found) if found else 0.0
    return [each - middle for each in found], len(times) - len(found)


def _settle_in(room: Lab) -> None:
    """As on a user's machine: compiled modules are kept, and ALSA leads to PulseAudio."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(room.folder / "pyc")
    (room.folder / ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="length of the beep run")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--alone", action="store_true", help="leave out what would be used instead")
    parser.add_argument("--beep", nargs=2, type=float, help=argparse.SUPPRESS)
    wished = parser.parse_args()
    if wished.beep:
        beep_away(wished.beep[0], int(wished.beep[1]))
        return
    if gone := lacking(ALONE if wished.alone else NEEDED):
        parser.exit(1, f"not installed: {', '.join(gone)}\n")
    with tempfile.TemporaryDirectory() as folder, lab(Path(folder) / "run") as room:
        row("", "median / p95")
        _settle_in(room)
        if wished.runs:
            with room.recording() as recording:
                bench_launch(room, recording, wished.runs, wished.alone)
            with room.recording() as recording:
                bench_hush(room, recording, wished.runs, wished.alone)
        with room.recording() as recording:
            bench_beeps(room, recording, wished.minutes)


if __name__ == "__main__":
    main()
