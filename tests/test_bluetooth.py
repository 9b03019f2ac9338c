"""A loudspeaker on Bluetooth swallows the first syllable after it has slept: silence goes before it, and only there."""

import subprocess
import sys
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from soundlab import Lab, lab

from stretchcoach.audio import device, loudspeaker
from stretchcoach.audio.mixer import Mixer
from stretchcoach.audio.output import DeviceOutput
from stretchcoach.pipes.pcm import RATE

LOOK = """
from stretchcoach.audio.device import Device
opened = Device("", lambda frames: bytes(2 * frames), lambda: None)
print(opened.wireless)
opened.close()
"""


class Sleeper:
    """A device that is told nothing but to start and to stop."""

    wireless = True

    def __init__(self, *_: object) -> None:
        self.running = False
        self.backend = "fake"

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    close = stop


@pytest.mark.parametrize("wireless", [True, False])
def test_only_a_wireless_device_that_rested_is_asleep(monkeypatch: pytest.MonkeyPatch, wireless: bool) -> None:
    monkeypatch.setattr(Sleeper, "wireless", wireless)
    monkeypatch.setattr(device, "Device", Sleeper)
    asleep: list[bool] = []
    output = DeviceOutput("", lambda frames: bytes(2 * frames), lambda _: None, asleep.append)
    orders: list[Callable[[], None]] = [output.start, output.start, output.restart, output.rest, output.start]
    for order in orders:
        order()
    end = time.monotonic() + 5
    while len(asleep) < 3 and time.monotonic() < end:
        time.sleep(0.005)
    output.abandon()
    assert asleep == [wireless, False, wireless]


def test_the_silence_goes_before_the_line_and_delays_no_beep() -> None:
    starts: list[tuple[int, int]] = []
    mixer = Mixer(lambda ticket, end: starts.append((ticket, end)))
    mixer.wait(0.6)
    mixer.play(1, array("h", [1000] * 100))
    heard = array("h", mixer.pull(RATE))
    assert next(at for at, value in enumerate(heard) if value) == int(0.6 * RATE)
    assert starts == [(1, int(0.6 * RATE) + 100)]
    assert loudspeaker._WAKING == 0.6


@pytest.mark.audio
@pytest.mark.parametrize("sink", ["bluez_output.AA_BB_CC.1", "alsa_output.pci"])
def test_the_sound_server_tells_which_device_it_is(room: Lab, tmp_path: Path, sink: str) -> None:
    del room
    with lab(tmp_path / "lab") as made:
        made._pactl("load-module", "module-null-sink", f"sink_name={sink}")
        made._pactl("set-default-sink", sink)
        shown: Any = subprocess.run(
            [sys.executable, "-c", LOOK], env=made.full_env, capture_output=True, text=True, check=False
        )
    assert shown.stdout.strip() == str(sink.startswith("bluez")), shown.stderr
