"""A session as a sound file: every line and beep where the plan has it, heard in the decoded file."""

import time
from array import array
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import mutagen
import numpy as np
import pytest
import soundfile
from rehearsal import Rehearsal

from stretchcoach.audio import beeps
from stretchcoach.audio.options import SoundOptions, engine_for
from stretchcoach.audio.renderer import Renderer
from stretchcoach.cli import main
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Say, Tick
from stretchcoach.core.plan import Style
from stretchcoach.core.setup import Played, Setup, coach
from stretchcoach.core.unfold import build
from stretchcoach.library import knowledge, parse, read, shipped_folder
from stretchcoach.pipes import pcm
from stretchcoach.recording.score import OPEN, Take
from stretchcoach.recording.voice import SilentVoiceError, speaker

Frames = np.ndarray[Any, np.dtype[np.float32]]
Sound = Callable[[str], "array[int] | None"]
NEAR = 0.010
"""Seconds that a cue may be off."""
ROUTINE = """\
title = "Two legs"
purpose = "prevention"

[[steps]]
name = "Wall calf stretch"
say = "Heel down. Lean in."
side = "each"
hold = 12
cues = [{ at = 4, say = "Breathe out." }]

[[steps]]
name = "Heel raises"
say = "Rise, and lower slowly."
reps = 4
hold = 3
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "two_legs.toml").write_text(ROUTINE, encoding="utf-8")
    return tmp_path / "two_legs.toml"


def played(text: str) -> Coach:
    routine, problems = parse(text, "x.toml")
    assert routine is not None and not problems
    return coach(Setup(Played.ROUTINE, gap=float("inf")), plan=build(routine, Style()))


def rehearsed(made: Coach, sound: Sound) -> Rehearsal:
    """The same session by another clockwork, with the same voice."""
    run = Rehearsal(made, speaking=lambda text: len(sound(text) or ()) / pcm.RATE)
    run.send(Tick())
    return run.run()


def decoded(file: Path) -> Frames:
    frames, rate = soundfile.read(str(file), dtype="float32")
    assert rate == pcm.RATE
    return np.asarray(frames)


def planned(seconds: float, lines: "list[tuple[float, array[int]]]", tones: list[tuple[float, str]]) -> Frames:
    """The lines, each at its second, and the beeps over them."""
    whole = np.zeros(round((seconds + 5) * pcm.RATE), dtype=np.float32)
    for at, sound in lines:
        place = round(at * pcm.RATE)
        whole[place : place + len(sound)] += np.array(sound, dtype=np.float32)
    for at, name in tones:
        tone, place = beeps.tone(name), round(at * pcm.RATE)
        under = whole[place : place + len(tone.sound)]
        under *= np.array(tone.duck, dtype=np.float32) / 256
        under += np.array(tone.sound, dtype=np.float32)
    return whole


def off(heard: Frames, whole: Frames, at: float) -> float:
    """How many seconds from ``at`` a third of a second of the plan is found, looked for 60 ms to both sides."""
    wide, place = round(0.06 * pcm.RATE), round(at * pcm.RATE)
    template = whole[place : place + pcm.RATE // 3]
    begin = max(0, place - wide)
    piece = heard[begin : place + wide + len(template)]
    match = np.correlate(piece, template, "valid")
    return abs(begin + int(np.argmax(match)) - place) / pcm.RATE


@pytest.mark.parametrize("form", ["wav", "mp3", "ogg"])
def test_every_line_and_beep_is_where_the_plan_has_it(form: str, home: Path, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / f"out.{form}"
    assert main(["export-audio", str(mine), "--out", str(file)]) == 0
    sound = speaker(SoundOptions(engine=engine_for("auto", ""), cache=str(home / "cache/phrases")), lambda _: None)
    run = rehearsed(played(ROUTINE), sound)
    heard = decoded(file)
    lines = [(at, effect.text) for at, effect in run.effects if isinstance(effect, Say)]
    assert len(lines) > 8 and len(run.beeps()) > 8
    whole = planned(run.now, [(at, sound(text) or array("h")) for at, text in lines], run.beeps())
    for at in (*(at for at, _ in lines), *(at for at, _ in run.beeps())):
        assert off(heard, whole, at) <= NEAR, at


@pytest.mark.parametrize("form", ["wav", "mp3", "ogg"])
def test_chapters_and_words_are_where_players_look(form: str, home: Path, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / f"out.{form}"
    assert main(["export-audio", str(mine), "--out", str(file)]) == 0
    tags: Any = mutagen.File(str(file)).tags
    if form == "ogg":
        names = [tags[f"CHAPTER{number:03}NAME"][0] for number in range(1, 5)]
        words = tags["LYRICS"][0]
    else:
        chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
        names = [chapter.sub_frames["TIT2"].text[0] for chapter in chapters]
        words = tags.getall("USLT")[0].text
        assert chapters[0].start_time == 0
        for chapter, after in pairwise(chapters):
            assert chapter.end_time == after.start_time
        assert len(tags.getall("SYLT")[0].text) == words.count("\n") + 1
    assert names == ["Two legs", "Wall calf stretch, left", "Wall calf stretch, right", "Heel raises"]
    assert "Breathe out." in words


def test_the_sound_is_what_the_same_session_says_by_another_clockwork() -> None:
    tone = array("h", [1000] * pcm.RATE)
    take = Take(played(ROUTINE), lambda _: tone, 80, True)
    frames = sum(len(piece) for piece in take.frames()) // 2
    run = rehearsed(played(ROUTINE), lambda _: tone)
    assert [(line.at, line.text) for line in take.score.lines] == [
        (at, effect.text) for at, effect in run.effects if isinstance(effect, Say)
    ]
    assert [(round(at, 3), name) for at, name in take.score.beeps] == run.beeps()
    assert frames / pcm.RATE == take.score.seconds


@pytest.mark.parametrize("file", sorted(shipped_folder().glob("*.toml")), ids=lambda file: file.stem)
def test_every_routine_comes_to_its_end_without_anybody(file: Path) -> None:
    routine = read(file)[0]
    assert routine is not None
    made = coach(Setup(Played.ROUTINE, gap=float("inf")), plan=build(routine, Style()))
    take = Take(made, lambda _: None, 80, False)
    begun = time.process_time()
    for _ in take.frames():
        pass
    assert made.done and take.score.chapters and time.process_time() - begun < 10
    assert take.score.seconds < 45 * 60


def test_a_step_without_an_end_goes_on_by_itself() -> None:
    text = ROUTINE + '\n[[steps]]\nname = "Towel"\nsay = "Pull gently."\nuntil = "released"\n'
    take = Take(played(text), lambda _: None, 80, True)
    list(take.frames())
    assert take.score.chapters[-1].name == "Towel"
    assert take.score.seconds - take.score.chapters[-1].at >= OPEN


def test_a_cramp_goes_as_where_nobody_answers() -> None:
    made = coach(Setup(Played.CRAMP, gap=float("inf")), knowledge())
    take = Take(made, lambda _: None, 80, True)
    list(take.frames())
    said = [line.text for line in take.score.lines]
    assert said[0] == "Straighten your leg. Pull your toes up." and made.done
    assert "That's five minutes so far." in said and take.score.seconds > 600


def test_a_file_is_never_written_over_unasked_nor_left_half(
    home: Path, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.wav").write_bytes(b"mine")
    assert main(["export-audio", str(mine), "--out", str(tmp_path / "there.wav")]) == 2
    assert main(["export-audio", str(mine), "--out", str(tmp_path / "x.flac")]) == 2
    assert main(["export-audio", str(mine), "--out", str(tmp_path / "no/x.wav")]) in (1, 2)
    assert (tmp_path / "there.wav").read_bytes() == b"mine"
    assert {file.suffix for file in tmp_path.iterdir() if file.is_file()} == {".wav", ".toml"}
    assert "Traceback" not in capsys.readouterr().err
    assert main(["export-audio", str(mine), "--out", str(tmp_path / "there.wav"), "--replace", "--beeps"]) == 0


@pytest.mark.parametrize("ending", [".mp3", ".ogg", ".wav"])
def test_a_folder_that_is_not_there_is_one_sentence(
    ending: str, home: Path, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export-audio", str(mine), "--out", str(tmp_path / "none" / f"x{ending}"), "--no-voice"]) == 1
    assert capsys.readouterr().err.strip() == f"There is no folder {tmp_path / 'none'}."


def test_a_disk_that_is_full_is_one_sentence(
    home: Path, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import soundfile

    def full(*_: object, **__: object) -> None:
        raise soundfile.LibsndfileError(2)

    monkeypatch.setattr(soundfile.SoundFile, "buffer_write", full)
    assert main(["export-audio", str(mine), "--out", str(tmp_path / "x.mp3"), "--no-voice"]) == 1
    told = capsys.readouterr().err
    assert "cannot be written whole" in told and "x.mp3" in told and "Please report" not in told
    assert not list(tmp_path.glob("*x.mp3"))


def test_a_voice_that_never_answers_is_one_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Renderer, "live", lambda *_: None)
    sound = speaker(SoundOptions(cache=str(home / "cache/phrases")), lambda _: None, patience=0.01)
    with pytest.raises(SilentVoiceError, match=r"has not said 'Heel down\.' .*; nothing was written\. .* doctor"):
        sound("Heel down.")


def test_export_without_a_voice_that_answers_ends_with_that_sentence(
    home: Path, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Renderer, "live", lambda *_: None)
    monkeypatch.setattr(speaker, "__defaults__", (0.01,))
    out = tmp_path / "two.wav"
    assert main(["export-audio", str(mine), "--out", str(out)]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert not list(tmp_path.glob("*two.wav"))
