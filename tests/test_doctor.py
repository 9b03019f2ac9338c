"""The doctor names what is wrong, and what to do about it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import wakepy
from soundlab import RATE, lab, missing

from stretchcoach.audio.client import Voice
from stretchcoach.audio.options import SoundOptions, engine_for
from stretchcoach.cli import main
from stretchcoach.machine import awake
from stretchcoach.machine.awake import Awake
from stretchcoach.words.doctor_lines import THIS_IS_YOUR_COACH
from stretchcoach.words.machine_notices import MAY_GO_DARK

Shown = pytest.CaptureFixture[str]
WELL: dict[str, Any] = {
    "backend": "pulseaudio",
    "device": "default",
    "engine": engine_for("auto", ""),
    "voice": "",
    "voices": ["gmw/en  English"],
    "errors": [],
}


class Speaker:
    """Stands in for the audio process: it answers as it is told, and notes what it was asked to do."""

    facts: dict[str, Any] | None = WELL
    started: list[tuple[SoundOptions, str]] = []
    closed: list[float] = []

    def ask(self, what: str, timeout: float) -> dict[str, Any] | None:
        assert what == "status"
        assert timeout > 1
        return self.facts

    def close(self, patience: float) -> None:
        self.closed.append(patience)


@pytest.fixture(autouse=True)
def speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Speaker]:
    class Fresh(Speaker):
        started = []
        closed = []

    def start(options: SoundOptions, opening: str = "") -> Speaker:
        Fresh.started.append((options, opening))
        return Fresh()

    monkeypatch.setattr(Voice, "start", start)
    monkeypatch.setattr(awake, "can_stay_awake", lambda: True)
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return Fresh


def check(name: str, capsys: Shown) -> dict[str, str]:
    main(["doctor", "--json"])
    checks = json.loads(capsys.readouterr().out)
    return next(check for check in checks if check["name"] == name)


def test_a_well_machine_is_0_and_every_line_says_ok(capsys: Shown) -> None:
    assert main(["doctor", "--no-voice"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 10
    assert [line for line in lines if not line.startswith("ok ")] == []


def test_json_is_a_list_of_checks(capsys: Shown) -> None:
    assert main(["doctor", "--json"]) == 0
    checks = json.loads(capsys.readouterr().out)
    assert {"python", "voice", "sound out", "microphone", "routines", "data folder", "keep awake", "terminal"} <= {
        check["name"] for check in checks
    }
    for each in checks:
        assert each.keys() == {"name", "state", "detail", "fix"}
        assert each["state"] in ("ok", "warn", "fail")
        assert each["detail"]


@pytest.mark.parametrize(
    ("facts", "name", "state", "words"),
    [
        (None, "sound", "fail", "does not answer"),
        ({**WELL, "backend": "", "errors": ["alsa: no device"]}, "sound out", "fail", "alsa: no device"),
        ({**WELL, "voices": [], "errors": ["no library"]}, "voice", "fail", "no library"),
        ({**WELL, "engine": "system"}, "voice", "warn", "natural is not installed, so system speaks"),
    ],
)
def test_what_ails_the_sound_is_named(
    facts: dict[str, Any] | None, name: str, state: str, words: str, speaker: type[Speaker], capsys: Shown
) -> None:
    speaker.facts = facts
    found = check(name, capsys)
    assert found["state"] == state
    assert words in found["detail"]
    assert found["fix"]
    assert main(["doctor"]) == (1 if state == "fail" else 0)


@pytest.mark.audio
@pytest.mark.skipif(bool(missing()), reason="no pulseaudio")
def test_the_test_line_is_heard(tmp_path: Path) -> None:
    with lab(tmp_path / "lab") as made, made.recording() as recording:
        command = [sys.executable, "-m", "stretchcoach", "doctor"]
        done = subprocess.run(command, env=made.full_env, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ok    sound out: pulseaudio" in done.stdout
    loud = abs(recording.samples) > 0.02
    assert loud.sum() > RATE / 2, "half a second of sound at the least"


def test_a_voice_nobody_has_is_a_warning(tmp_path: Path, speaker: type[Speaker], capsys: Shown) -> None:
    (tmp_path / "home" / "config").mkdir(parents=True)
    (tmp_path / "home" / "config" / "config.toml").write_text('[voice]\nvoice = "Zaphod"\n', encoding="utf-8")
    speaker.facts = {**WELL, "engine": "espeak"}
    assert "has no voice 'Zaphod'" in check("voice", capsys)["detail"]
    assert speaker.started[0][0].voice == "Zaphod"


@pytest.mark.parametrize(("args", "aloud"), [([], True), (["--no-voice"], False), (["--json"], False)])
def test_the_test_line_is_heard_only_where_it_may(args: list[str], aloud: bool, speaker: type[Speaker]) -> None:
    main(["doctor", *args])
    ((options, line),) = speaker.started
    assert line == THIS_IS_YOUR_COACH
    assert (options.volume > 0) is aloud
    assert (speaker.closed[0] > 0) is aloud


def test_folders_that_cannot_be_written_fail(monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", "/dev/null/x")
    for name in ("settings folder", "data folder", "cache folder"):
        found = check(name, capsys)
        assert found["state"] == "fail"
        assert "not a directory" in found["detail"]
        assert "STRETCHCOACH_HOME" in found["fix"]
    assert main(["doctor"]) == 1


def test_mistakes_in_settings_and_routines_are_warnings(tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "home" / "config").mkdir(parents=True)
    (tmp_path / "home" / "config" / "config.toml").write_text("[voice]\nrate = 1\n", encoding="utf-8")
    (tmp_path / "home" / "data" / "routines").mkdir(parents=True)
    (tmp_path / "home" / "data" / "routines" / "mine.toml").write_text("x", encoding="utf-8")
    assert "config.toml:2: voice.rate" in check("settings", capsys)["detail"]
    assert "mine.toml:1:" in check("routines", capsys)["detail"]
    assert main(["doctor"]) == 0


def test_a_screen_that_may_go_dark_is_a_warning(monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    monkeypatch.setattr(awake, "can_stay_awake", lambda: False)
    assert check("keep awake", capsys)["state"] == "warn"


def test_awake_says_once_that_it_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: str) -> None:
        raise RuntimeError("the desktop does not answer")

    monkeypatch.setattr(wakepy.keep, "presenting", refuse)
    told: list[str] = []
    with Awake(True, told.append) as awake_now:
        assert awake_now.settled.wait(10)
    assert told == [MAY_GO_DARK]
    assert not awake_now.active


def test_awake_holds_from_entering_to_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "true")
    told: list[str] = []
    with Awake(True, told.append) as awake_now:
        assert awake_now.settled.wait(10)
        assert awake_now.active
    assert told == []


def test_awake_does_nothing_unwanted() -> None:
    with Awake(False, pytest.fail) as awake_now:
        assert not awake_now.settled.is_set()
