"""Sessions write themselves down, and neither the first word nor the end waits for it."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from stretchcoach.core.messages import Command, Side, Tune
from stretchcoach.core.plan import BOUTS, CueLevel
from stretchcoach.core.record import CrampBegan, CrampEnded, RoutineBegan
from stretchcoach.diary import Diary, Episode, RoutineRun
from stretchcoach.diary.entries import Record
from stretchcoach.diary.session.journal_text import JournalFact, encode, fact
from stretchcoach.program import edges, put_off, state
from stretchcoach.program.jobs import CrampJob, RoutineJob, as_facts
from stretchcoach.program.program import Program
from stretchcoach.program.recorder import Recorder
from stretchcoach.words.program_lines import WAS_CUT_SHORT


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "data" / "diary.db"


def kept(path: Path) -> list[Record]:
    diary = Diary.open(path)
    found = [*diary.episodes(), *diary.runs()]
    assert not diary.jotted()
    diary.close()
    return found


async def played(program: Program, job: CrampJob | RoutineJob, *commands: Command) -> None:
    """A session of a few commands that ends on its own word, or is left."""
    runner = program.start(job)
    runner.start()
    for command in commands:
        runner.send(command)
        await asyncio.sleep(0)
    runner.close()


async def test_a_cramp_is_in_the_diary_when_it_is_over(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    await played(program, CrampJob(Side.LEFT), Command.STOP, Command.GONE, Command.STOP)
    program.close(0)
    (entry,) = kept(path)
    assert isinstance(entry, Episode) and entry.side == "left" and entry.relieved_by == "rest"


async def test_one_that_is_left_is_in_the_diary_as_far_as_it_came(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    await played(program, CrampJob(), Command.RIGHT)
    (entry,) = kept(path)
    assert isinstance(entry, Episode) and entry.side == "right" and entry.closed == "stopped"
    program.close(0)


async def test_a_routine_and_a_cramp_in_one_run(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    await played(program, RoutineJob(program.shelf().routines["warmup_run"]), Command.NEXT, Command.STOP)
    await played(program, CrampJob(), Command.LEFT)
    program.close(0)
    cramp, run = kept(path)
    assert isinstance(cramp, Episode) and isinstance(run, RoutineRun) and not run.finished


@pytest.mark.parametrize(("speed", "rehearse"), [(20.0, False), (1.0, True)])
async def test_a_trial_and_a_practice_stay_out_of_it(path: Path, speed: float, rehearse: bool) -> None:
    program = Program(speech=False, beeps=False, speed=speed)
    await played(program, CrampJob(Side.LEFT, rehearse), Command.STOP, Command.STOP)
    await played(program, CrampJob(Side.LEFT, rehearse), Command.GONE, Command.LATER)
    program.close(0)
    assert not kept(path)
    assert not state.releases(program.places.state), "the next cramp is no second one within the hour"
    assert put_off.waiting(program.places) is None, "no question of it waits"


async def test_a_cramp_that_was_real_is_remembered(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    await played(program, CrampJob(Side.LEFT), Command.GONE, Command.LATER)
    program.close(0)
    assert len(state.releases(program.places.state)) == 1
    assert put_off.waiting(program.places) is not None


async def test_nothing_is_opened_before_there_is_time(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    runner = program.start(CrampJob())
    runner.start()
    assert not path.exists()
    program._recorder.write().result()
    diary = Diary.open(path)
    assert len(diary.jotted()) == 1
    assert "left" not in diary.jotted()[0][1]
    runner.send(Command.LEFT)
    program._recorder.write().result()
    assert "left" in diary.jotted()[0][1]
    diary.close()
    program.close(0)


async def test_a_disk_that_stands_still_keeps_no_session_waiting(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stands, jot, jotted = Event(), Diary.jot, []

    def slow(diary: Diary, key: str, text: str) -> None:
        stands.wait()
        jotted.append(text)
        jot(diary, key, text)

    monkeypatch.setattr(Diary, "jot", slow)
    program = Program(speech=False, beeps=False)
    runner = program.start(CrampJob())
    runner.start()
    written = program._recorder.write()
    for command in (Command.LEFT, Command.SAME, Command.GONE):
        runner.send(command)
    assert not written.done() and not jotted
    stands.set()
    runner.close()
    program.close(0)
    (entry,) = kept(path)
    assert isinstance(entry, Episode) and entry.side == "left" and entry.relieved_after is not None
    assert [text.count('"kind"') for text in jotted] == list(range(1, len(jotted) + 1))


def test_what_an_earlier_run_left_behind_is_closed_and_told(path: Path) -> None:
    diary = Diary.open(path)
    diary.jot("old", '[{"at": 0, "wall": "2026-11-24T03:12:05+01:00", "kind": "cramp", "facts": {"side": "left"}}]')
    diary.close()
    told: list[str] = []
    recorder = Recorder(path, told.append)
    found = recorder.unfinished()
    assert found is not None and found.key == "old" and not told
    recorder.close(0.0)
    recorder = Recorder(path, told.append)
    recorder._waiting.append((RoutineBegan(1.0, "x"), datetime.now().astimezone()))
    recorder.close(9.0)
    assert told == [WAS_CUT_SHORT]
    assert {entry.id == "old" for entry in kept(path)} == {True, False}


def test_a_diary_that_cannot_be_written_is_told_once(path: Path) -> None:
    path.parent.parent.mkdir()
    path.parent.write_text("a file where the folder should be")
    told: list[str] = []
    recorder = Recorder(path, told.append)
    now = datetime.now().astimezone()
    recorder._waiting += [(CrampBegan(0.0), now), (CrampEnded(5.0), now)]
    recorder.close(9.0)
    assert len(told) == 1 and "Nothing is written" in told[0]


# --- sessions cut short ----------------------------------------------------------------------------------------


def minutes_ago(minutes: float) -> str:
    return (datetime.now().astimezone() - timedelta(minutes=minutes)).isoformat(timespec="seconds")


def cut(path: Path, kind: str, ago: float, *facts: tuple[float, str, dict[str, str]], **first: str) -> None:
    """A journal whose program died ``ago`` minutes ago."""
    diary = Diary.open(path)
    tale = [
        JournalFact(minutes_ago(ago + 5), fact(kind, 0.0, first)),
        *(JournalFact(minutes_ago(ago), fact(kind, at, it)) for at, kind, it in facts),
    ]
    diary.jot("old", encode(tale))
    diary.close()


def bout(at: float, name: str, side: str) -> tuple[float, str, dict[str, str]]:
    return at, "bout", {"name": name, "side": side}


async def test_a_routine_goes_on_at_the_stretch_it_was_in_and_stays_one_entry(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    routine = program.shelf().routines["warmup_run"]
    first = next(step for step in program.plan(RoutineJob(routine)).steps if step.kind in BOUTS)
    cut(path, "routine", 60, bout(70.0, first.name, first.bout.side.value), routine="warmup_run")
    found = program.cut_short()
    assert found and found.name == routine.title and isinstance(found.job, RoutineJob) and found.job.begin > 0
    assert program.plan(found.job).steps[found.job.begin].unit > first.unit
    program.go_on()
    runner = program.start(found.job)
    runner.start()
    assert runner.scene().step > 1
    runner.send(Command.STOP)
    runner.close()
    program.close(0)
    (entry,) = kept(path)
    assert isinstance(entry, RoutineRun) and entry.id == "old" and 70 <= entry.seconds < 120 and entry.steps == 1


@pytest.mark.parametrize(("ago", "again"), [(3.0, True), (400.0, False)])
async def test_a_cramp_is_gone_on_with_while_it_may_still_last(path: Path, ago: float, again: bool) -> None:
    cut(path, "cramp", ago, side="left")
    program = Program(speech=False, beeps=False)
    found = program.cut_short()
    assert found and found.job == (CrampJob(Side.LEFT) if again else None)
    if found.job:
        program.go_on()
        await played(program, CrampJob(Side.LEFT), Command.STOP, Command.GONE, Command.STOP)
    else:
        assert program.close_cut_short() == "" and program.cut_short() is None
    program.close(0)
    (entry,) = kept(path)
    assert isinstance(entry, Episode) and entry.id == "old" and entry.side == "left"
    assert entry.closed == ("finished" if again else "interrupted")
    assert not again or (entry.minutes or 0) > 7, "the time between was spent in pain"


async def test_an_offer_that_is_passed_over_is_closed_by_the_next_session(path: Path) -> None:
    cut(path, "cramp", 3, side="left")
    program = Program(speech=False, beeps=False)
    assert program.cut_short()
    await played(program, CrampJob(Side.RIGHT), Command.STOP, Command.GONE, Command.STOP)
    assert program.cut_short() is None
    program.close(0)
    assert {getattr(each, "closed", "") for each in kept(path)} == {"finished", "interrupted"}


def test_an_offer_that_nobody_answers_is_made_again(path: Path) -> None:
    cut(path, "routine", 3, routine="no_such_routine")
    for _ in range(2):
        program = Program(speech=False, beeps=False)
        found = program.cut_short()
        assert found and found.job is None
        program.close(0)


def test_without_a_diary_there_is_nothing_to_offer_and_none_is_made(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    assert program.cut_short() is None and program.close_cut_short() == "" and not path.exists()
    assert program.diary_lines() == []
    program.close(0)


def test_what_was_begun_last_is_remembered_as_it_was(path: Path) -> None:
    program = Program(speech=False, beeps=False)
    run, desk_break = (program.shelf().routines[name] for name in ("warmup_run", "break_90s"))
    jobs = [RoutineJob(run, 1.5, 6.0, Side.RIGHT, CueLevel.SHORT), RoutineJob(desk_break), RoutineJob(run, 0.5, None)]
    for job in jobs:
        state.note_begun(program.places.state, as_facts(job))
    assert program.last_routines() == [jobs[2], jobs[1]]
    (program.places.state / "used.json").write_text('[{"routine": 3}]')
    assert Program(speech=False, beeps=False).last_routines() == []


async def test_how_often_this_week_comes_from_the_diary_while_the_routine_is_played(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edges, "SETTLED", 0.0)
    diary = Diary.open(path)
    for hours in (0, 0):
        began = (datetime.now().astimezone() - timedelta(hours=hours)).isoformat()
        diary.add(RoutineRun(began=began, routine="warmup_run", finished=True))
    diary.close()
    program = Program(speech=False, beeps=False)
    runner = program.start(RoutineJob(program.shelf().routines["warmup_run"]))
    told = asyncio.Event()
    runner.on_change = lambda: told.set() if runner.scene().earlier is not None else None
    runner.start()
    await asyncio.wait_for(told.wait(), 20)
    assert runner.scene().earlier == 2
    runner.close()
    program.close(0)


def test_the_figure_that_is_said_is_the_one_that_is_set(path: Path) -> None:
    for night in (False, True):
        program = Program(speech=False, beeps=False, night=night)
        program._perform(Tune("volume", 1, 100))
        program._perform(Tune("rate", -1, 140))
        assert program._sound().volume == 100 and program.settings.voice.rate == 140
