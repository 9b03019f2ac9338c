"""What is read by itself before the first word is what the program reads in full a moment later."""

from itertools import product
from pathlib import Path

import pytest

from stretchcoach import library
from stretchcoach.core.messages import Say, Tick
from stretchcoach.core.setup import coach
from stretchcoach.machine.folders import folders
from stretchcoach.program import first_words, state
from stretchcoach.program.jobs import CrampJob
from stretchcoach.program.program import Program
from stretchcoach.program.session_setup import setup_of
from stretchcoach.program.sound_options import ear_options

SETTINGS = (
    "",
    '[screen]\ntheme = "night"\n[voice]\nvolume = 30\nnight_volume = 60\nrate = 300\nengine = "espeak"\n',
    '[screen]\ntheme = "contrast"\n[voice]\nspeech = false\nbeeps = false\nvoice = "emma"\ndevice = "usb"\n'
    '[listen]\non = true\nengine = "sphinx"\ndevice = "headset"\nheadphones = true\n',
    '[screen]\ntheme = "light"\n[voice]\nvolume = "loud"\nrate = true\n[listen]\non = "yes"\nengine = 5\n',
)


@pytest.fixture(params=SETTINGS, ids=["usual", "night", "listening", "wrong"])
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(request.param, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("taught", [False, True])
def test_voice_and_ears_are_set_alike(home: Path, taught: bool) -> None:
    if taught:
        folders().learnt.parent.mkdir(parents=True)
        folders().learnt.write_bytes(b"numbers")
    for night, listen in product((False, True), (None, False, True)):
        options, _, ears = first_words.what_to_say(night, False, listen)
        program = Program(night=night or None, listen=listen)
        assert options == program._sound()
        assert ears == (ear_options(program.settings) if program.listens else None)


@pytest.mark.parametrize(("rehearse", "returned"), product((False, True), repeat=2))
def test_the_first_line_is_the_one_that_the_coach_says_first(home: Path, rehearse: bool, returned: bool) -> None:
    if returned:
        state.note_release(folders().state)
    _, line, _ = first_words.what_to_say(False, rehearse, None)
    program = Program()
    made = setup_of(program.settings, program._sound(), program.clock.speed, program.listens)
    setup, _ = program._cramp(CrampJob(rehearse=rehearse), made)
    said = [effect.text for effect in coach(setup, library.knowledge()).send(Tick(), 0.0) if isinstance(effect, Say)]
    assert said[0] == line
