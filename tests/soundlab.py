"""A private PulseAudio daemon with a null sink, a recorder on its monitor, and the means to find sounds in it.

Used by the tests marked ``audio`` and by ``bench/sound.py``.
"""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stretchcoach.machine import clock

RATE = 48_000
Samples = NDArray[np.float64]
_STRETCH = 20
"""Seconds of a recording over which the device's clock runs evenly."""
_PURE = 0.7
"""The share of a beep's power that is in its frequency; the beeps have an overtone of a twenty-fifth beside it."""


def missing() -> list[str]:
    """The programs of PulseAudio that are not installed."""
    return [name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None]


def crowded() -> bool:
    """Whether other programs want the processors: a worker of the same run, or more of them than there are cores."""
    return os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") != "1" or os.getloadavg()[0] > (os.cpu_count() or 1)


class Witness:
    """Somebody who only wakes up every few milliseconds and notes how late: what the machine itself takes away.

    A test that asserts a moment allows for it, or it would measure what else runs on the machine.
    """

    STEP = 0.004

    def __init__(self) -> None:
        self._late: list[float] = [0.0]
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Witness":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        due = clock.now()
        while not self._over.is_set():
            due = max(due, clock.now()) + self.STEP
            time.sleep(max(0.0, due - clock.now()))
            self._late.append(clock.now() - due)

    @property
    def usual(self) -> float:
        """How late it was at most in nineteen of twenty cases, in seconds."""
        return sorted(self._late)[len(self._late) * 19 // 20]

    @property
    def slow(self) -> float:
        """How many programs want each core: work that needs one takes as many times as long."""
        return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))

    @property
    def worst(self) -> float:
        """The longest it had to wait."""
        return max(self._late)


class Lab:
    """The daemon; ``env`` is what a program needs to play into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket = folder / "pa.sock"
        self.env = {
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
            "PULSE_SERVER": f"unix:{self.socket}",
            "PULSE_COOKIE": str(folder / "cookie"),
        }
        self._daemon: subprocess.Popen[bytes] | None = None
        self._plugged: list[str] = []

    @property
    def full_env(self) -> dict[str, str]:
        """The whole environment for a subprocess."""
        return {**os.environ, **self.env}

    def start(self) -> None:
        """Start the daemon and wait until it answers."""
        modules = (
            f"module-native-protocol-unix socket={self.socket} auth-anonymous=1",
            f"module-null-sink sink_name=lab rate={RATE} channels=2",
        )
        loads = [part for module in modules for part in ("-L", module)]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=1", "--use-pid-file=no"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._daemon = subprocess.Popen([*command, *loads], env=self.full_env, **quiet)  # type: ignore[call-overload]
        for _ in range(200):
            if subprocess.run(["pactl", "info"], env=self.full_env, check=False, **quiet).returncode == 0:  # type: ignore[call-overload]
                return
            time.sleep(0.05)
        raise RuntimeError("the private PulseAudio daemon does not answer")

    def stop(self) -> None:
        """Kill the daemon, as a pulled plug would."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()
            self._daemon = None
        self.socket.unlink(missing_ok=True)

    def microphone(self, rate: int = 16_000) -> None:
        """Put up a microphone that hears what ``say`` plays to it."""
        self._plugged = [
            self._pactl("load-module", "module-null-sink", "sink_name=mic", f"rate={rate}", "channels=1"),
            self._pactl("load-module", "module-remap-source", "source_name=ear", "master=mic.monitor"),
        ]
        self._pactl("set-default-source", "ear")
        self._pactl("set-default-sink", "lab")

    def unplug(self) -> None:
        """Take the microphone away."""
        for module in reversed(self._plugged):
            self._pactl("unload-module", module.strip())

    def room(self, percent: int = 100) -> None:
        """From now on the microphone hears the loudspeaker as well, 40 ms later."""
        self._pactl(
            "load-module", "module-loopback", "source=lab.monitor", "sink=mic", "latency_msec=40", "adjust_time=0"
        )
        inputs = self._pactl("list", "short", "sink-inputs").split()
        self._pactl("set-sink-input-volume", inputs[0], f"{percent}%")

    def say(self, file: Path) -> float:
        """Play a recording to the microphone and wait until it is over; when it was over, on the clock."""
        command = [
            "paplay",
            "--latency-msec=500",
            "--device=mic",
            str(file),
        ]  # a tenth of it runs dry on a busy machine
        subprocess.run(command, env=self.full_env, check=True, stdout=subprocess.DEVNULL)
        return clock.now()

    def _pactl(self, *command: str) -> str:
        done = subprocess.run(["pactl", *command], env=self.full_env, check=True, capture_output=True, text=True)
        return done.stdout

    @contextmanager
    def recording(self) -> Iterator["Recording"]:
        """Record the sink from two seconds before the block on; without that the sink renders ahead."""
        recording = Recording(self.full_env)
        try:
            time.sleep(2.0)
            yield recording
        finally:
            recording.stop()


@contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    """A running daemon, with this process's environment pointing at it."""
    made = Lab(folder)
    before = {key: os.environ.get(key) for key in made.env}
    made.start()
    os.environ.update(made.env)
    try:
        yield made
    finally:
        made.stop()
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value


class Recording:
    """What reaches the loudspeaker, with the moment each sample came."""

    def __init__(self, env: dict[str, str]) -> None:
        command = ["parec", "--raw", "--format=s16le", "--channels=1", f"--rate={RATE}", "--latency-msec=4"]
        self._parec = subprocess.Popen([*command, "-d", "lab.monitor"], env=env, stdout=subprocess.PIPE)
        self._data = bytearray()
        self._arrivals: list[tuple[float, int]] = []
        self._fitted: tuple[int, tuple[Samples, Samples]] = (0, (np.zeros(2), np.zeros(2)))
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._parec.stdout is not None
        descriptor = self._parec.stdout.fileno()
        while piece := os.read(descriptor, 65536):
            self._data += piece
            self._arrivals.append((clock.now(), len(self._data) // 2))

    def stop(self) -> None:
        """Stop recording; the samples stay."""
        self._parec.terminate()
        self._reader.join(5)
        self._parec.wait(5)
        if self._parec.stdout is not None:
            self._parec.stdout.close()

    @property
    def samples(self) -> Samples:
        """Everything recorded so far, -1 to 1."""
        return np.frombuffer(bytes(self._data[: len(self._data) // 2 * 2]), dtype="<i2").astype(np.float64) / 32768

    def index_of(self, when: float) -> int:
        """The sample that was played at ``when`` on the clock."""
        samples, times = self._knots()
        return max(0, round(_along(when, times, samples)))

    def time_of(self, index: float) -> float:
        """When sample ``index`` was played, on the clock."""
        samples, times = self._knots()
        return _along(index, samples, times)

    def _knots(self) -> tuple[Samples, Samples]:
        """Samples, and the moments at which they were played."""
        if len(self._arrivals) > 1.01 * self._fitted[0]:
            self._fitted = len(self._arrivals), self._fit()
        return self._fitted[1]

    def _fit(self) -> tuple[Samples, Samples]:
        """The promptest arrival of each second, and a line through each ``_STRETCH`` of them.

        The device's clock wanders: over ten minutes it strayed by 0.9 ms from a single line.
        """
        arrivals = np.array(self._arrivals[5:])
        lateness = arrivals[:, 0] - arrivals[:, 1] / RATE
        seconds = (arrivals[:, 0] - arrivals[0, 0]).astype(int)
        order = np.lexsort((lateness, seconds))
        prompt = order[np.unique(seconds[order], return_index=True)[1]]
        if len(prompt) < _STRETCH:
            first = float(np.min(lateness))
            return np.array([0.0, RATE]), np.array([first, first + 1])
        parts = np.array_split(prompt, len(prompt) // _STRETCH)
        lines = [np.polyfit(arrivals[part, 1], arrivals[part, 0], 1) for part in parts]
        ends = [arrivals[parts[0][0], 1], *(arrivals[part, 1].mean() for part in parts), arrivals[parts[-1][-1], 1]]
        fits = [lines[0], *lines, lines[-1]]
        return np.array(ends), np.array([np.polyval(line, end) for line, end in zip(fits, ends, strict=True)])

    def since(self, when: float) -> Samples:
        """The samples played from ``when`` on."""
        return self.samples[self.index_of(when) :]


def _along(at: float, xs: Samples, ys: Samples) -> float:
    """Between the knots, and on beyond the last of them on either side."""
    place = int(np.clip(np.searchsorted(xs, at), 1, len(xs) - 1))
    (left, right), (low, high) = xs[place - 1 : place + 1], ys[place - 1 : place + 1]
    return float(low + (at - left) * (high - low) / (right - left))


def first_sound(samples: Samples, threshold: float = 0.003) -> int | None:
    """Index of the first sample above the threshold."""
    loud = np.flatnonzero(np.abs(samples) > threshold)
    return int(loud[0]) if len(loud) else None


def last_sound(samples: Samples, threshold: float = 0.003) -> int | None:
    """Index of the last sample above the threshold."""
    loud = np.flatnonzero(np.abs(samples) > threshold)
    return int(loud[-1]) if len(loud) else None


def stretches(samples: Samples, threshold: float = 0.003, gap: float = 0.25) -> list[tuple[int, int]]:
    """Begin and end of every sound, where silences shorter than ``gap`` seconds do not count."""
    loud = np.flatnonzero(np.abs(samples) > threshold)
    if not len(loud):
        return []
    cuts = np.flatnonzero(np.diff(loud) > gap * RATE)
    begins = [loud[0], *loud[cuts + 1]]
    ends = [*loud[cuts], loud[-1]]
    return [(int(begin), int(end)) for begin, end in zip(begins, ends, strict=True)]


def pitch(samples: Samples) -> float:
    """The strongest frequency in Hz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 4 * RATE))
    return float(np.argmax(spectrum)) / 4


def tone_level(samples: Samples, hertz: float, window: float = 0.02) -> Samples:
    """How strong one frequency is around each sample (0 to 1 for a full sine)."""
    phase = np.exp(-2j * np.pi * hertz * np.arange(len(samples)) / RATE)
    width = int(window * RATE)
    total = np.concatenate(([0], np.cumsum(samples * phase)))
    return np.asarray(2 * np.abs(total[width:] - total[:-width]) / width)


def notes(samples: Samples, hertz: float, seconds: float, threshold: float = 0.02) -> list[int]:
    """Where a beep of this pitch and length begins; speech that holds the pitch for a moment is none.

    In a beep nearly all of the power is in its one frequency; in speech it is spread over many.
    """
    width = int(seconds * RATE)
    level = tone_level(samples, hertz, seconds)
    power = np.concatenate(([0], np.cumsum(samples**2)))
    whole = np.maximum((power[width:] - power[:-width]) / width, 1e-12)
    there = (level > threshold) & (level**2 / 2 > _PURE * whole)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], there.astype(np.int8), [0]))))
    return [int(begin + np.argmax(level[begin:end])) for begin, end in zip(edges[::2], edges[1::2], strict=True)]


def dropouts(samples: Samples, seconds: float = 0.005) -> int:
    """How many runs of exact silence longer than ``seconds`` lie between the first and the last sound."""
    begin, end = first_sound(samples), last_sound(samples)
    if begin is None or end is None:
        return 0
    quiet = np.diff(np.concatenate(([0], (samples[begin:end] == 0).astype(np.int8), [0])))
    lengths = np.flatnonzero(quiet == -1) - np.flatnonzero(quiet == 1)
    return int(np.sum(lengths > seconds * RATE))


def _filtered(b: tuple[float, ...], a: tuple[float, ...], x: Samples) -> Samples:
    size = 1 << (len(x) + 4096).bit_length()
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = (b[0] + b[1] * z + b[2] * z**2) / (1 + a[0] * z + a[1] * z**2)
    return np.asarray(np.fft.irfft(np.fft.rfft(x, size) * response, size)[: len(x)])


def loudness(samples: Samples) -> float:
    """Integrated loudness in LUFS of a mono recording at 48 kHz (ITU-R BS.1770, gated)."""
    shelf = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585))
    high_pass = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
    weighted = _filtered(*high_pass, _filtered(*shelf, samples))
    block, hop = int(0.4 * RATE), int(0.1 * RATE)
    powers = np.array([np.mean(weighted[i : i + block] ** 2) for i in range(0, len(weighted) - block, hop)])
    powers = powers[powers > 10 ** ((-70 + 0.691) / 10)]
    if not len(powers):
        return float("-inf")
    powers = powers[powers > np.mean(powers) * 0.1]
    return float(-0.691 + 10 * np.log10(np.mean(powers)))


def peak(samples: Samples) -> float:
    """The highest sample in dB below full scale."""
    return float(20 * np.log10(np.max(np.abs(samples)) + 1e-12))
