"""The voices there are, listed, tried and chosen, without a loudspeaker."""

import json
from array import array
from pathlib import Path

import msgspec
import numpy as np
import pytest

from stretchcoach.audio import client, options
from stretchcoach.audio.options import SoundOptions, by_night, engine_for
from stretchcoach.cli import main
from stretchcoach.machine.folders import folders
from stretchcoach.pipes import pcm
from stretchcoach.program import sound_devices
from stretchcoach.program.sound_devices import DeviceChoice, SoundDevices, kinds
from stretchcoach.settings import Settings, load
from stretchcoach.settings.values import VoiceSettings

Shown = pytest.CaptureFixture[str]
THERE = SoundDevices(
    (
        DeviceChoice("gmw/en", "English (Great Britain)"),
        DeviceChoice("gmw/en-US", "English (America)"),
        DeviceChoice("gmw/de", "German"),
    ),
    (DeviceChoice("Headset", "Headset"),),
)


@pytest.fixture(autouse=True)
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[VoiceSettings]:
    played: list[VoiceSettings] = []
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    monkeypatch.setattr(sound_devices, "sound_devices", lambda _: THERE)
    monkeypatch.setattr(sound_devices, "microphones", lambda: (DeviceChoice("Desk mic", "Desk mic"),))

    def say(voice: VoiceSettings) -> str:
        played.append(voice)
        return ""

    monkeypatch.setattr(sound_devices, "say", say)
    return played


def test_the_english_voices_are_listed_unless_another_word_is_said(capsys: Shown) -> None:
    assert main(["voices"]) == 0
    assert capsys.readouterr().out.split("\n")[0].split(None, 1) == ["gmw/en", "English (Great Britain)"]
    assert main(["voices", "", "--json"]) == 0
    assert [each["name"] for each in json.loads(capsys.readouterr().out)] == [each.name for each in THERE.voices]
    assert main(["voices", "germann"]) == 2
    assert "No voice is called 'germann'." in capsys.readouterr().err


def test_a_voice_is_tried_and_kept(said: list[VoiceSettings], capsys: Shown) -> None:
    assert main(["voices", "english", "--use"]) == 2
    assert main(["voices", "america", "--use", "--play"]) == 0
    assert [voice.voice for voice in said] == ["gmw/en-US"]
    assert load(folders().settings)[0].voice.voice == "gmw/en-US"
    assert main(["voices"]) == 0
    assert "* gmw/en-US" in capsys.readouterr().out


def test_devices_are_listed(capsys: Shown) -> None:
    assert main(["voices", "--devices"]) == 0
    assert capsys.readouterr().out.splitlines() == ["loudspeaker  Headset", "microphone   Desk mic"]


def test_what_cannot_be_heard_is_a_failure(monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    monkeypatch.setattr(sound_devices, "say", lambda _: "There is no sound.")
    assert main(["voices", "america", "--play"]) == 1
    assert "There is no sound." in capsys.readouterr().err
    monkeypatch.setattr(sound_devices, "sound_devices", lambda _: SoundDevices(fault="espeak is not here"))
    assert main(["voices"]) == 1
    assert "espeak is not here" in capsys.readouterr().err


def test_a_choice_by_ear_has_each_engine_at_two_speeds(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = engine_for("auto", "gmw/en")
    both = [("natural", 160), ("natural", 140), (plain, 160), (plain, 140)]
    assert [(voice.engine, voice.rate) for voice in kinds(Settings().voice)] == both
    monkeypatch.setattr(sound_devices, "natural_is_here", lambda: False)
    assert [(voice.engine, voice.rate) for voice in kinds(Settings().voice)] == both[2:]


def test_where_nothing_else_is_set_the_voices_of_each_engine_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    plain = engine_for("auto", "gmw/en")
    there = {"natural": ["heart  Heart, natural (English, American)"], plain: ["gmw/en  English (Great Britain)"]}

    class Part:
        def __init__(self, sound: SoundOptions) -> None:
            self.sound = sound

        def ask(self, _what: str, _seconds: float) -> dict[str, list[str]]:
            return {"voices": there[self.sound.engine], "devices": ["Headset"], "errors": []}

        def close(self, _seconds: float) -> None:
            pass

    monkeypatch.setattr(client.Voice, "start", Part)
    settings = Settings()
    names = [each.value for each in sound_devices.sound_devices(settings).voices]
    assert names == ["heart", "gmw/en"]
    chosen = [msgspec.structs.replace(settings.voice, voice=name) for name in names]
    assert [engine_for(voice.engine, voice.voice) for voice in chosen] == ["natural", plain]
    fixed = msgspec.structs.replace(settings, voice=msgspec.structs.replace(settings.voice, engine=plain))
    assert [each.value for each in sound_devices.sound_devices(fixed).voices] == ["gmw/en"]


def test_the_natural_voice_speaks_where_it_is_and_no_other_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_for(Settings().voice.engine, Settings().voice.voice) == "natural"
    assert engine_for("auto", "heart") == "natural"
    assert engine_for("auto", "gmw/en-US") == engine_for("auto", "English (America)") != "natural"
    assert engine_for("espeak", "") == "espeak"
    assert engine_for("natural", "gmw/en") == "natural"
    monkeypatch.setattr(options, "natural_is_here", lambda: False)
    assert engine_for("auto", "") in ("espeak", "system")


def test_by_night_it_is_quieter_slower_and_softer() -> None:
    day = SoundOptions(volume=80, rate=160)
    night = by_night(day, 45)
    assert (night.volume, night.rate, night.soft) == (45, 144, True)
    assert by_night(day._replace(rate=120, volume=20), 45)[2:4] == (20, 120)


def test_softer_is_less_treble() -> None:
    at = np.arange(pcm.RATE)
    for hertz, gain in ((200, 0.0), (1000, -0.7), (4000, -3.7), (8000, -4.8)):
        tone = array("h", (8000 * np.sin(2 * np.pi * hertz * at / pcm.RATE)).astype(np.int16).tolist())
        soft = np.array(pcm.softened(tone), dtype=float)
        assert 20 * np.log10(soft.std() / np.std(tone)) == pytest.approx(gain, abs=0.3), hertz
