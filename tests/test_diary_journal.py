"""A session that is killed at any moment loses no fact that it told, and no entry."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach import library
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Command, Fact, Tick
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.record import KINDS
from stretchcoach.core.relief import Relief
from stretchcoach.core.triage import HelpWords
from stretchcoach.diary import Diary, DiaryError, Episode, Journal, RoutineRun
from stretchcoach.diary.session import journal_text
from stretchcoach.diary.session.journal_text import decode
from stretchcoach.diary.session.lock import SessionLock
from stretchcoach.words.diary_notices import KEPT_BESIDE, WRITTEN_AGAIN

NIGHT = datetime(2026, 11, 24, 3, 12, 5, tzinfo=timezone(timedelta(hours=1)))


def fact(kind: str, at: float, **facts: str | float | bool | None) -> Fact:
    return journal_text.fact(kind, at, facts)


CRAMP = (
    fact("cramp", 100.0, side="none"),
    fact("side", 103.0, side="left"),
    fact("round", 140.0, number=1, position="lying"),
    fact("answer", 141.0, key="pain_start", value="7"),
    fact("released", 190.0, seconds=90, position="lying", by="toes_up"),
    fact("answer", 200.0, key="rf_chest", value="no"),
    fact("answer", 205.0, key="activity", value="lying"),
    fact("answer", 210.0, key="injury", value=None),
    fact("outcome", 215.0, level="SELF_CARE", rules="R13 WATCH"),
    fact("end", 250.0, seconds=90, level="SELF_CARE", rules="R13 WATCH", side="left"),
)
ROUTINE = (
    fact("routine", 10.0, routine="warmup_run", pace=1.0),
    fact("bout", 40.0, name="March", side="none", seconds=30),
    fact("bout", 75.0, name="Calf", side="left", seconds=30),
    fact("routine_done", 80.0, routine="warmup_run"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@pytest.fixture
def diary(path: Path) -> Iterator[Diary]:
    made = Diary.open(path, patience=0)
    yield made
    made.close()


def play(keeper: Journal, facts: tuple[Fact, ...], wall: datetime = NIGHT) -> None:
    for each in facts:
        keeper.take(each, wall + timedelta(seconds=each.at - facts[0].at))


def test_a_cramp_writes_itself_down(diary: Diary) -> None:
    keeper = Journal(diary)
    play(keeper, CRAMP)
    (entry,) = diary.episodes()
    assert entry == Episode(
        id=entry.id,
        began="2026-11-24T03:12:05+01:00",
        minutes=1.5,
        side="left",
        severity=7,
        doing="lying",
        relieved_by="toes_up",
        relieved_after=90.0,
        answers={"pain_start": "7", "rf_chest": "no", "activity": "lying", "injury": None},
        level="SELF_CARE",
        rules=("R13", "WATCH"),
    )
    assert not diary.jotted() and not keeper.notices and keeper.entry is None


def test_a_routine_writes_itself_down(diary: Diary) -> None:
    play(Journal(diary), ROUTINE)
    (run,) = diary.runs()
    assert run == RoutineRun(
        id=run.id, began="2026-11-24T03:12:05+01:00", routine="warmup_run", seconds=70.0, finished=True, steps=2
    )


def test_a_practice_writes_nothing(diary: Diary) -> None:
    keeper = Journal(diary)
    play(keeper, (fact("practice", 0.0, side="none"), *CRAMP[1:]))
    assert not diary.episodes() and not diary.jotted() and keeper.entry is None


def test_a_real_session_of_the_core_is_understood(diary: Diary) -> None:
    mouth = Mouth(150, voiced=False)
    coach = Coach(Relief(mouth, library.knowledge(), HelpWords()), mouth)
    keeper, commands, now = Journal(diary), {30: Command.LEFT, 60: Command.GONE}, 0
    while not coach.done and now < 1000:
        for effect in coach.send(commands.get(now, Tick()), now):
            if isinstance(effect, Fact):
                keeper.take(effect, NIGHT + timedelta(seconds=now))
        now += 1
    (entry,) = diary.episodes()
    assert entry.side == "left" and entry.minutes == 1.0 and entry.relieved_by == "toes_up"
    assert entry.closed == "finished" and entry.answers["rf_chest"] is None


@pytest.mark.parametrize(
    ("rounds", "by", "noted"),
    [(1, "toes_up", "toes_up"), (4, "wall", "wall"), (0, "rest", "rest"), (1, "", "toes_up"), (3, "", None)],
)
def test_what_relieved_it_is_as_the_coach_says(diary: Diary, rounds: int, by: str, noted: str | None) -> None:
    """A journal of an earlier version does not say; there the first three rounds were toes up."""
    keeper = Journal(diary)
    keeper.take(fact("cramp", 0.0, side="left"), NIGHT)
    for at in range(rounds):
        keeper.take(fact("round", at + 1.0, position="lying"), NIGHT)
    keeper.take(fact("released", 10.0, position="lying", by=by), NIGHT)
    entry = keeper.entry
    assert isinstance(entry, Episode) and entry.relieved_by == noted and entry.relieved_after == 10.0


def test_one_that_comes_back_counts_its_minutes_together(diary: Diary) -> None:
    back = (fact("returned", 300.0, times=1), fact("released", 330.0, seconds=30, position="lying"))
    play(Journal(diary), (*CRAMP[:5], *back, fact("end", 400.0, level=None, rules="")))
    (entry,) = diary.episodes()
    assert entry.minutes == 2.0 and entry.relieved_after == 30.0 and entry.answers["came_back"] == 1.0


def test_stopped_without_relief_is_told_so(diary: Diary) -> None:
    play(Journal(diary), (*CRAMP[:3], fact("stopped", 150.0, phase="HOLD"), fact("end", 160.0, level=None, rules="")))
    (entry,) = diary.episodes()
    assert entry.closed == "stopped" and entry.minutes == 1.0 and entry.relieved_by is None


def test_questions_put_off_leave_a_mark_and_no_answer(diary: Diary) -> None:
    put_off = fact("answer", 200.0, key="injury", value="tomorrow"), fact("put_off", 200.0)
    play(Journal(diary), (*CRAMP[:5], *put_off, CRAMP[-1]))
    found = diary.pending()
    assert found is not None and "injury" not in found.answers


def judged(level: str, rules: str = "", causes: str = "") -> Fact:
    return fact("outcome", 9.0, level=level, rules=rules, causes=causes)


def test_what_is_answered_the_next_day_belongs_to_that_cramp(diary: Diary) -> None:
    play(Journal(diary), (*CRAMP[:5], fact("put_off", 200.0), CRAMP[-1]))
    keeper = Journal(diary)
    keeper.follow_up()
    keeper.take(fact("answer", 1.0, key="activity", value="sitting"), NIGHT)
    (half,) = diary.episodes()
    assert half.pending and half.doing == "sitting"
    keeper.take(judged("SELF_CARE", "DRINK", "sweat posture"), NIGHT)
    (whole,) = diary.episodes()
    assert not whole.pending and whole.causes == ("sweat", "posture") and whole.rules == ("R13", "WATCH", "DRINK")
    assert whole.minutes == 1.5 and whole.side == "left" and whole.answers["pain_start"] == "7"
    play(keeper, CRAMP)
    assert len(diary.episodes()) == 2


@pytest.mark.parametrize(
    ("before", "later", "after"), [("SAME_DAY", "SELF_CARE", "SAME_DAY"), ("SELF_CARE", "EMERGENCY", "EMERGENCY")]
)
def test_a_later_talk_never_lowers_a_level(diary: Diary, before: str, later: str, after: str) -> None:
    keeper = Journal(diary)
    ended = fact("end", 250.0, level=before, rules="R1", side="left")
    play(keeper, (*CRAMP[:5], fact("put_off", 200.0), ended))
    keeper.follow_up()
    keeper.take(judged(later, "R2"), NIGHT)
    (entry,) = diary.episodes()
    assert entry.level == after and entry.rules == ("R1", "R2")


def test_put_off_once_more_stays_pending_and_a_talk_about_nothing_changes_nothing(diary: Diary) -> None:
    play(Journal(diary), (*CRAMP[:5], fact("put_off", 200.0), CRAMP[-1]))
    keeper = Journal(diary)
    keeper.take(fact("answer", 1.0, key="activity", value="sitting"), NIGHT)
    (entry,) = diary.episodes()
    assert entry.doing is None
    keeper.follow_up()
    keeper.take(fact("put_off", 2.0), NIGHT)
    keeper.take(judged("SELF_CARE"), NIGHT)
    assert diary.pending() is not None


@pytest.mark.parametrize("value", ["eleven", 11, -1, "", "nan", "11"])
def test_a_score_that_is_none_is_kept_as_said_only(diary: Diary, value: str | int) -> None:
    play(Journal(diary), (*CRAMP[:2], fact("answer", 120.0, key="pain_start", value=value), CRAMP[-1]))
    (entry,) = diary.episodes()
    assert entry.severity is None and entry.answers["pain_start"] == value


def test_where_the_person_is_is_not_where_it_hurts(diary: Diary) -> None:
    play(Journal(diary), (*CRAMP[:2], fact("answer", 120.0, key="place", value="chair"), CRAMP[-1]))
    (entry,) = diary.episodes()
    assert entry.place is None and entry.answers["place"] == "chair"


def test_leaving_without_a_word_writes_down_what_is_there(diary: Diary) -> None:
    keeper = Journal(diary)
    play(keeper, CRAMP[:4])
    assert keeper.leave(160.0, NIGHT) == ""
    (entry,) = diary.episodes()
    assert entry.minutes == 1.0 and entry.closed == "stopped" and not diary.jotted()
    assert keeper.leave(170.0, NIGHT) == "" and len(diary.episodes()) == 1


# --- killed ----------------------------------------------------------------------------------------------------


class Cut(BaseException):
    """The program dies here."""


def test_a_thousand_random_moments_of_death_lose_nothing(path: Path) -> None:
    luck = random.Random(11)
    setup = Diary.open(path)
    setup.close()
    for number in range(1000):
        facts = luck.choice((CRAMP, ROUTINE))
        diary = hasty(path)
        keeper, told, steps = Journal(diary), 0, luck.randrange(1, 1500)

        def tick() -> int:
            nonlocal steps
            steps -= 1
            return steps <= 0

        diary._connection.set_progress_handler(tick, 1)
        for each in facts:
            keeper.take(each, NIGHT + timedelta(days=number, seconds=each.at))
            if steps <= 0:
                break
            told += 1
        diary._connection.set_progress_handler(None, 0)
        diary.close()
        if keeper._presence:
            keeper._presence.leave()
        _nothing_is_missing(path, facts, told, number)


def hasty(path: Path) -> Diary:
    """The diary without fsync: the kernel outlives the program, and only a power cut would tell the difference."""
    diary = Diary.open(path)
    diary.rows("PRAGMA synchronous = OFF")
    return diary


def _nothing_is_missing(path: Path, facts: tuple[Fact, ...], told: int, number: int) -> None:
    diary = hasty(path)
    entries = [*diary.episodes(), *diary.runs()]
    found = Journal(diary).interrupted()
    if found is not None:
        kinds = [type(each.fact) for each in found.tale]
        assert kinds in ([type(each) for each in facts[:count]] for count in (told, told + 1))
        assert not entries
        closed = Journal(diary).close(found)
        assert [*diary.episodes(), *diary.runs()] == [closed]
    elif told:
        assert told >= len(facts) - 1 and len(entries) == 1, number
    assert not diary.jotted()
    diary.rows("DELETE FROM episode")
    diary.rows("DELETE FROM run")
    diary.close()


PROGRAM = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from stretchcoach.core.record import CrampBegan, RoundDone
from stretchcoach.diary import Diary, Journal
journal = Journal(Diary.open(Path(sys.argv[1])))
journal.take(CrampBegan(0.0), datetime.now(timezone.utc))
for number in range(1, 1000000):
    journal.take(RoundDone(float(number), number, "lying"), datetime.now(timezone.utc))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("wanted", [1, 2, 7, 23, 60])
def test_a_real_kill_loses_no_fact_that_was_told(path: Path, wanted: int) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(path)], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        last = 0
        for line in program.stdout:
            last = int(line)
            if last >= wanted:
                break
        diary = Diary.open(path, patience=30)
        keeper = Journal(diary)
        assert keeper.interrupted() is None, "it still lives"
        program.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in program.stdout.read().split("\n")[:-1] if line)])
        program.wait()
    found = keeper.interrupted()
    assert found is not None and len(found.tale) in (last + 1, last + 2)
    entry = keeper.close(found)
    assert isinstance(entry, Episode) and entry.closed == "interrupted"
    assert entry.minutes == round(found.tale[-1].at / 60, 2) and diary.episodes() == [entry]
    assert not list(path.parent.glob("diary.running-*"))
    diary.close()


def test_the_lock_of_a_program_that_was_killed_before_it_told_anything_is_cleared_away(path: Path) -> None:
    diary = Diary.open(path)
    old, fresh, held = (path.with_name(f"diary.running-{key}") for key in ("a", "b", "c"))
    for file in (old, fresh, held, old.with_name(f"{old.name}-journal")):
        file.touch()
    holder = SessionLock(path, "c")
    assert holder.claim()
    for file in (old, held):
        os.utime(file, (1, 1))
    assert Journal(diary).interrupted() is None
    left = {file.name.removesuffix("-journal") for file in path.parent.glob("diary.running-*")}
    assert left == {fresh.name, held.name}
    holder.leave()
    diary.close()


def killed(path: Path, facts: tuple[Fact, ...], wall: datetime = NIGHT) -> None:
    """A session that told these facts and died."""
    diary = Diary.open(path)
    keeper = Journal(diary)
    play(keeper, facts, wall)
    assert keeper._presence is not None
    keeper._presence.leave()
    diary.close()


FIRST_FORM = """[
{"at": 0.0, "wall": "2026-11-24T03:12:05+01:00", "kind": "cramp", "facts": {"side": "none"}},
{"at": 3.0, "wall": "2026-11-24T03:12:08+01:00", "kind": "side", "facts": {"side": "left"}},
{"at": 40.0, "wall": "2026-11-24T03:12:45+01:00", "kind": "round", "facts": {"number": 1, "position": "lying"}},
{"at": 41.0, "wall": "2026-11-24T03:12:46+01:00", "kind": "answer", "facts": {"key": "pain_start", "value": "7"}},
{"at": 50.0, "wall": "2026-11-24T03:12:55+01:00", "kind": "hiccup", "facts": {"loud": true}},
{"at": 90.0, "wall": "2026-11-24T03:13:35+01:00", "kind": "released", "facts": {"seconds": 90, "position": "lying"}},
{"at": 105.0, "wall": "2026-11-24T03:13:50+01:00", "kind": "answer", "facts": {"key": "activity", "value": "lying"}},
{"at": 110.0, "wall": "2026-11-24T03:13:55+01:00", "kind": "answer", "facts": {"key": "injury", "value": null}},
{"at": 115.0, "wall": "2026-11-24T03:14:00+01:00", "kind": "outcome",
 "facts": {"level": "SELF_CARE", "rules": "R13 WATCH", "causes": "dehydration"}}
]"""


def test_a_journal_of_the_first_form_still_opens(diary: Diary) -> None:
    diary.jot("old", FIRST_FORM)
    keeper = Journal(diary)
    found = keeper.interrupted()
    assert found is not None
    entry = keeper.close(found)
    assert isinstance(entry, Episode) and diary.episodes() == [entry]
    assert (entry.side, entry.severity, entry.doing, entry.relieved_by) == ("left", 7, "lying", "toes_up")
    assert (entry.minutes, entry.relieved_after, entry.level) == (1.5, 90.0, "SELF_CARE")
    assert (entry.rules, entry.causes, entry.answers["injury"]) == (("R13", "WATCH"), ("dehydration",), None)


@given(st.lists(st.sampled_from([*CRAMP, *ROUTINE]), min_size=1, max_size=20))
def test_what_is_written_is_read_again(facts: list[Fact]) -> None:
    tale = [journal_text.JournalFact(NIGHT.isoformat(), each) for each in (CRAMP[0], *facts)]
    text = journal_text.encode(tale)
    assert decode(text) == tale and journal_text.is_journal(text) and journal_text.is_journal(FIRST_FORM)


ODD: list[object] = [None, "", "zzz", "left", "3", "\ud7ff\x1b", 7, -1.5, float("inf"), True, [], {"a": []}]
FIELDS = st.sampled_from(["side", "times", "value", "level", "rules", "pace"])


@given(st.dictionaries(FIELDS, st.sampled_from(ODD)))
def test_a_field_that_makes_no_sense_costs_no_other(pairs: dict[str, object]) -> None:
    for kind in (*KINDS, "zzz"):
        made = journal_text.fact(kind, 5.0, {"key": "cold_pale", "position": "bed", **pairs})
        assert made.at == 5.0 and type(made) is KINDS.get(kind, Fact)
        assert kind != "answer" or getattr(made, "key", "") == "cold_pale"
        assert kind != "released" or getattr(made, "position", "") == "bed"


def test_an_interrupted_one_can_be_resumed(path: Path, diary: Diary) -> None:
    killed(path, CRAMP[:4])
    keeper = Journal(diary)
    found = keeper.interrupted()
    assert found is not None and isinstance(found.entry, Episode) and found.entry.closed == "interrupted"
    again = NIGHT + timedelta(seconds=101)
    keeper.resume(found, 5000.0, again)
    assert keeper.interrupted() is None and Journal(diary).interrupted() is None
    keeper.take(fact("released", 5019.0, position="lying"), again)
    keeper.take(fact("end", 5030.0, level=None, rules=""), again)
    (entry,) = diary.episodes()
    assert entry.id == found.key and entry.minutes == 2.0 and entry.side == "left" and entry.closed == "finished"


def test_of_several_the_latest_is_offered_and_the_others_are_closed(path: Path, diary: Diary) -> None:
    for day in range(3):
        killed(path, CRAMP[:3], NIGHT + timedelta(days=day))
    found = Journal(diary).interrupted()
    assert found is not None and found.entry.began.startswith("2026-11-26")
    assert [each.closed for each in diary.episodes()] == ["interrupted"] * 2 and len(diary.jotted()) == 1


# --- faults ----------------------------------------------------------------------------------------------------


def test_a_full_disk_is_told_once_and_made_up_for(diary: Diary) -> None:
    keeper = Journal(diary)
    diary.rows(f"PRAGMA max_page_count = {diary.rows('PRAGMA page_count')[0][0]}")
    filler = fact("answer", 120.0, key="story", value="x" * 5000)
    said = [keeper.take(each, NIGHT) for each in (CRAMP[0], filler, filler, CRAMP[-1])]
    assert sum("disk is full" in text for text in said) == 1 and not diary.episodes()
    diary.rows("PRAGMA max_page_count = 100000")
    assert keeper.leave(300.0, NIGHT) == WRITTEN_AGAIN
    assert [each.answers["story"] for each in diary.episodes()] == ["x" * 5000]


def test_another_program_that_writes_long_holds_nothing_up(path: Path, diary: Diary) -> None:
    other = Diary.open(path)
    keeper = Journal(diary)
    with other._transaction():
        assert "Another program" in keeper.take(CRAMP[0], NIGHT)
        assert keeper.take(CRAMP[1], NIGHT) == ""
    assert keeper.take(CRAMP[2], NIGHT) == WRITTEN_AGAIN
    (journal,) = diary.jotted()
    assert len(decode(journal[1])) == 3
    other.close()


def test_a_file_that_is_torn_under_a_running_session_costs_nothing_of_it(path: Path) -> None:
    diary = Diary.open(path)
    keeper = Journal(diary)
    play(keeper, CRAMP[:3])
    diary.close()
    path.write_bytes(os.urandom(20_000))
    for beside in path.parent.glob("diary.db-*"):
        beside.unlink()
    diary._connection = sqlite3.connect(path, isolation_level=None)
    said = [keeper.take(each, NIGHT) for each in CRAMP[3:]]
    assert sum("damaged" in text for text in said) == 1
    (entry,) = diary.episodes()
    assert entry.side == "left" and entry.minutes == 1.5
    assert len(list(path.parent.glob("diary.corrupt-*.db"))) == 1
    diary.close()


def test_without_a_place_to_write_the_session_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    diary = Diary.open(tmp_path / "data" / "diary.db")
    keeper = Journal(diary)
    play(keeper, CRAMP)
    assert len(keeper.notices) == 1 and "Nothing is written" in keeper.notices[0]
    assert keeper.interrupted() is None
    diary.close()


def test_a_closed_diary_raises_nothing_into_the_session(path: Path) -> None:
    diary = Diary.open(path)
    keeper = Journal(diary)
    diary.close()
    play(keeper, CRAMP)
    assert len(keeper.notices) == 2 and keeper.notices[1] == KEPT_BESIDE and keeper.interrupted() is None
    with pytest.raises(DiaryError):
        diary.episodes()


def test_a_clock_set_back_and_a_new_time_zone_change_no_length(diary: Diary) -> None:
    keeper = Journal(diary)
    for number, each in enumerate(CRAMP):
        wall = NIGHT if number < 3 else (NIGHT - timedelta(days=400)).astimezone(UTC)
        assert keeper.take(each, wall) == ""
    (entry,) = diary.episodes()
    assert entry.began == "2026-11-24T03:12:05+01:00" and entry.minutes == 1.5


def test_a_clock_set_back_before_resuming_makes_nothing_negative(path: Path, diary: Diary) -> None:
    killed(path, CRAMP[:4])
    keeper = Journal(diary)
    found = keeper.interrupted()
    assert found is not None
    keeper.resume(found, 10.0, NIGHT - timedelta(days=30))
    keeper.take(fact("end", 20.0, level=None, rules=""), NIGHT - timedelta(days=30))
    (entry,) = diary.episodes()
    assert entry.minutes == round((41 + 10) / 60, 2)


def test_a_laptop_that_slept_counts_as_the_coach_counts(diary: Diary) -> None:
    asleep = (
        fact("released", 100 + 3 * 3600.0, position="lying"),
        fact("end", 100 + 3 * 3600 + 5.0, level=None, rules=""),
    )
    play(Journal(diary), (*CRAMP[:4], *asleep))
    (entry,) = diary.episodes()
    assert entry.minutes == 180.0


def test_a_result_that_was_gone_back_from_is_one_entry_with_what_was_said_last(diary: Diary) -> None:
    slip = (
        *CRAMP[:5],
        fact("answer", 195.0, key="rf_chest", value="yes"),
        fact("outcome", 195.0, level="EMERGENCY", rules="R1"),
        fact("end", 195.0, seconds=90, level="EMERGENCY", rules="R1", side="left"),
        fact("reopened", 199.0),
    )
    keeper = Journal(diary)
    play(keeper, (*slip, *CRAMP[5:]))
    (entry,) = diary.episodes()
    assert entry.level == "SELF_CARE" and entry.answers["rf_chest"] == "no"


def test_a_routine_that_is_carried_on_is_one_entry(diary: Diary) -> None:
    keeper = Journal(diary)
    play(keeper, (*ROUTINE[:2], fact("routine_stopped", 42.0), fact("reopened", 60.0), *ROUTINE[2:]))
    (entry,) = diary.runs()
    assert entry.finished and entry.steps == 2
