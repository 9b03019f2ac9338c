"""A trace holds all that went in and came out, harms nobody, and plays again to the same effects."""

import asyncio
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from parts import SHIPPED

from stretchcoach import replay
from stretchcoach.cli import main
from stretchcoach.core.fitting import fit
from stretchcoach.core.messages import (
    Answer,
    Command,
    Earlier,
    Effect,
    Event,
    Heard,
    Microphone,
    MicState,
    Notice,
    Side,
    SpeechEnded,
    Stray,
    Tick,
    Ticks,
)
from stretchcoach.core.plan import Plan, Style
from stretchcoach.core.setup import Played, Setup, coach
from stretchcoach.library import knowledge
from stretchcoach.machine.clock import SessionClock
from stretchcoach.machine.files import UnreadableError
from stretchcoach.program.runner import Runner
from stretchcoach.program.trace import Trace

PLAN = fit(SHIPPED["warmup_run"], Style(), 6)
SETUPS = (
    (Setup(Played.CRAMP, side=Side.LEFT, earlier=(300.0,), known={"night": "yes", "pain": 7.0}), None),
    (Setup(Played.CRAMP, rehearse=True, voiced=False, listening=True), None),
    (Setup(Played.QUESTIONS, known={"meds": frozenset({"sugar", "none"})}), None),
    (Setup(Played.ROUTINE, rate=190, begin=3), PLAN),
)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.just(Tick()),
    st.sampled_from(Command),
    st.sampled_from(["yes", "no", "not sure", "none", "5", "left"]).map(Answer),
    st.builds(Ticks, st.just(()), st.just(())),
    st.builds(SpeechEnded, st.integers(1, 30)),
    st.builds(
        Heard, st.sampled_from(["stop", "it's easing off", "nö\u2028"]), st.just(1.5), st.just(2.25), st.booleans()
    ),
    st.builds(Microphone, st.sampled_from(MicState)),
    st.builds(Notice, st.sampled_from(["", "The microphone is gone."]), st.sampled_from([None, True, False])),
    st.builds(Stray, st.booleans()),
    st.builds(Earlier, st.integers(0, 9)),
)
MOVES = st.lists(st.tuples(EVENTS, st.floats(0.0, 40.0)), max_size=40)


def traced(path: Path, setup: Setup, plan: Plan | None, moves: list[tuple[Event, float]]) -> list[Effect]:
    made, trace, now, out = coach(setup, knowledge(), plan), Trace(path), 12.345, []
    trace.begin(setup, plan, now)
    for event, pause in [(Tick(), 0.1), *moves]:
        effects = made.send(event, now)
        trace.step(event, now, effects)
        out += effects
        now += pause
    trace.close()
    return out


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(SETUPS), MOVES)
def test_whatever_happened_plays_again_to_the_same_effects(
    tmp_path_factory: pytest.TempPathFactory, how: tuple[Setup, Plan | None], moves: list[tuple[Event, float]]
) -> None:
    path = tmp_path_factory.mktemp("trace") / "t.jsonl"
    effects = traced(path, *how, moves)
    (session,) = replay.sessions(path.read_text(encoding="utf-8"))
    assert [step.event for step in session.steps] == [Tick(), *(event for event, _ in moves)]
    assert [effect for step in session.steps for effect in step.effects] == effects
    assert replay.difference(session) is None


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_trace_that_was_cut_anywhere_plays_to_where_it_was_cut_or_is_refused(data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(WHOLE)))
    try:
        found = replay.sessions(WHOLE[:cut])
    except UnreadableError:
        assert not WHOLE[:cut].rpartition("\n")[0]
        return
    whole = found[0].steps[:-1]
    assert whole == replay.sessions(WHOLE)[0].steps[: len(whole)]


def test_what_differs_is_told_with_its_second_and_the_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.jsonl"
    traced(path, *SETUPS[0], [(Command.STOP, 1.0)])
    assert replay.main([str(path)]) == 0
    assert "no difference" in capsys.readouterr().out
    path.write_text(path.read_text("utf-8").replace("Straighten", "Bend"), "utf-8")
    assert replay.main([str(path)]) == 1
    told = capsys.readouterr().out
    assert "at 12.345: Tick()" in told and "Bend your leg" in told and "Straighten your leg" in told


@pytest.mark.parametrize(
    "text",
    ["", "[]\n", "{}\n{}\n", '{"trace":1}\n', '{"event":"Tick","now":1}\n\n', '{"trace":2,"setup":{}}\n\n', "\x1b\n\n"],
)
def test_what_is_no_trace_is_one_sentence(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(text, "utf-8")
    assert replay.main([str(path), str(tmp_path), str(tmp_path / "none")]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 and all(line.endswith(".") for line in lines)


def test_it_is_for_its_owner_alone_and_never_over_another_file(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Trace(tmp_path / "t.jsonl").close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "t.jsonl").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        Trace(tmp_path / "t.jsonl")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_full_disk_ends_the_trace_and_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    monkeypatch.setattr(os, "open", lambda *_: full)
    trace = Trace(tmp_path / "t.jsonl")
    trace.begin(*SETUPS[0], 0.0)
    trace.step(Tick(), 0.0, [])
    trace.close()
    assert not trace._writer.is_alive() and trace.fault == "no space left on device"


async def test_the_runner_hands_over_every_event_with_its_effects(tmp_path: Path) -> None:
    trace, setup = Trace(tmp_path / "t.jsonl"), replace(SETUPS[0][0], listening=True)
    runner = Runner(coach(setup, knowledge()), print, SessionClock(machine=asyncio.get_running_loop().time))
    trace.begin(setup, None, runner.clock())
    runner.on_step = trace.step
    runner.start()
    trace.candidates(runner.clock(), "stop", [("stop", 0.91234), ("start", 0.05)])
    runner.send(Command.STOP)
    runner.close()
    trace.close()
    lines = list(map(json.loads, (tmp_path / "t.jsonl").read_text("utf-8").splitlines()))
    assert [line["event"] for line in lines if "event" in line] == ["Tick", "Command"]
    assert next(line for line in lines if "heard" in line)["candidates"] == [["stop", 0.912], ["start", 0.05]]
    (session,) = replay.sessions((tmp_path / "t.jsonl").read_text("utf-8"))
    assert replay.difference(session) is None


def test_a_session_of_the_command_line_is_traced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    path = tmp_path / "t.jsonl"
    how = ["--plain", "--no-voice", "--speed", "1000", "--trace", str(path)]
    assert main(["run", "break_90s", *how]) == 0
    assert replay.main([str(path)]) == 0
    assert "routine" in capsys.readouterr().out
    assert main(["run", "break_90s", *how]) == 2
    assert "is there already" in capsys.readouterr().err


def _whole() -> str:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.jsonl"
        traced(path, *SETUPS[0], [(Command.SAME, 20.0), (Tick(), 9.0), (Command.GONE, 5.0), (Tick(), 9.0)])
        return path.read_text("utf-8")


WHOLE = _whole()
