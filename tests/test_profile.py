"""The profile: only what was told is known, for the owner's eyes only, and gone when the owner says so."""

import errno
import json
import os
import stat
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.diary import Diary
from stretchcoach.machine.folders import folders
from stretchcoach.profile import KEYS, Profile, answers, clear_fact, delete, load, save, with_fact, without_fact
from stretchcoach.profile.values import AGES, OPTIONS, Pregnancy
from stretchcoach.program.program import Program

TODAY = date(2026, 11, 24)
FULL = Profile(
    age=55,
    pregnancy="pregnant",
    pregnancy_said="2026-11",
    meds=("cholesterol", "water_tablet"),
    conditions=(),
    smoker="no",
)
Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return folders().profile


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def some(options: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.none() | st.lists(st.sampled_from(options), unique=True).map(tuple)


profiles = st.builds(
    Profile,
    age=st.none() | st.integers(0, 120).map(float) | st.floats(0, 120),
    pregnancy=st.sampled_from([None, "no", "pregnant", "postpartum_6w", "not_applicable"]),
    pregnancy_said=st.sampled_from([None, "2025-01", "2026-01", "2026-11", "2027-03"]),
    meds=some(OPTIONS["meds"]),
    conditions=some(OPTIONS["conditions"]),
    smoker=st.sampled_from([None, "yes", "no"]),
)

# --- values --------------------------------------------------------------------------------------------------


@given(profiles)
def test_only_what_was_told_is_known(profile: Profile) -> None:
    known = answers(profile, TODAY)
    assert {key for key in known if key != "pregnancy"} == {
        key for key in KEYS if key != "pregnancy" and getattr(profile, key) is not None
    }
    for key, value in known.items():
        kept = getattr(profile, key)
        assert value == (frozenset(kept) if key in OPTIONS else kept)
    for key in KEYS:
        without = answers(without_fact(profile, key), TODAY)
        assert without == {name: value for name, value in known.items() if name != key}


def test_none_is_an_answer_and_nothing_is_not() -> None:
    assert answers(Profile(), TODAY) == {}
    assert answers(FULL, TODAY) == {
        "age": 55.0,
        "pregnancy": "pregnant",
        "meds": frozenset({"cholesterol", "water_tablet"}),
        "conditions": frozenset(),
        "smoker": "no",
    }


@pytest.mark.parametrize(
    ("state", "said", "known"),
    [
        ("pregnant", "2026-11", True),
        ("no", "2026-11", True),
        ("no", "2026-10", False),
        ("not_applicable", "2020-01", True),
        ("pregnant", "2026-03", True),
        ("pregnant", "2026-02", False),
        ("pregnant", "2026-12", False),
        ("pregnant", None, False),
        ("postpartum_6w", "2026-10", True),
        ("postpartum_6w", "2026-09", False),
    ],
)
def test_a_pregnancy_is_known_for_a_time(state: Pregnancy, said: str | None, known: bool) -> None:
    assert ("pregnancy" in answers(Profile(pregnancy=state, pregnancy_said=said), TODAY)) is known


def test_telling_a_pregnancy_dates_it_and_clearing_takes_the_date_along() -> None:
    profile, wrong = with_fact(Profile(), "pregnancy", ["pregnant"], TODAY)
    assert (profile, wrong) == (Profile(pregnancy="pregnant", pregnancy_said="2026-11"), "")
    assert without_fact(profile, "pregnancy") == Profile()


@pytest.mark.parametrize(
    ("key", "words", "told_so"),
    [
        ("med", ["sugar"], "med is not in the profile (did you mean meds?); it holds age, "),
        ("pregnancy_said", ["2026-11"], "did you mean pregnancy?"),
        ("meds", ["sugar", "choleterol"], "(did you mean cholesterol?); say none alone"),
        ("conditions", ["none", "kidney"], 'not "none"'),
        ("smoker", ["maybe"], 'must be yes or no, not "maybe"'),
        ("age", ["old"], 'must be a number of years from 0 to 120, not "old"'),
        ("age", ["121"], "not 121"),
        ("age", ["nan"], "not nan"),
        ("age", ["5", "6"], "age takes one value, not 2."),
    ],
)
def test_a_wrong_word_changes_nothing_and_is_explained(key: str, words: list[str], told_so: str) -> None:
    profile, wrong = with_fact(FULL, key, words, TODAY)
    assert profile is FULL
    assert told_so in wrong


def test_an_age_stands_for_its_band() -> None:
    below = [0, *(top for top, _, _ in AGES)]
    for least, (top, typical, _) in zip(below, AGES, strict=False):
        assert least <= typical < top


# --- the file ------------------------------------------------------------------------------------------------


def test_the_file_lies_in_the_data_folder(tmp_path: Path, file: Path) -> None:
    assert file == tmp_path / "home" / "data" / "profile.toml"
    assert load(file) == (Profile(), [])
    assert not file.exists()


@given(profiles)
def test_what_is_saved_is_loaded(tmp_path_factory: pytest.TempPathFactory, profile: Profile) -> None:
    file = tmp_path_factory.mktemp("profile") / "profile.toml"
    for each in (FULL, profile):
        assert save(file, each) == ""
        assert load(file)[0] == each


def test_only_the_owner_can_read_it(file: Path) -> None:
    assert save(file, FULL) == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    assert save(file, Profile(age=30)) == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"age": 30}


MINE = '# mine\nage = "old"\nmeds = ["sugar",\n  "choleterol"]\nsmoke = "no"\nsmoker = "no"\npregnancy = "no"\n'


def test_a_mistake_is_named_and_the_whole_fact_is_unknown(file: Path) -> None:
    profile, problems = load(written(file, MINE))
    assert profile == Profile(smoker="no", pregnancy="no")
    assert [(each.line, each.key) for each in problems] == [(2, "age"), (4, "meds.1"), (5, "smoke"), (7, "pregnancy")]
    assert "did you mean cholesterol?" in str(problems[1])
    assert str(problems[2]) == f"{file}:5: smoke: is no key of a profile (did you mean smoker?)"
    assert "needs pregnancy_said" in problems[3].message


def test_saving_and_clearing_lose_nothing_else(file: Path) -> None:
    profile, _ = load(written(file, MINE))
    assert save(file, without_fact(profile, "smoker")) == ""
    assert file.read_text(encoding="utf-8") == MINE.replace('smoker = "no"\n', "")
    assert clear_fact(file, "meds") == clear_fact(file, "pregnancy") == ""
    assert file.read_text(encoding="utf-8") == '# mine\nage = "old"\nsmoke = "no"\n'


@pytest.mark.parametrize(("text", "words"), [("age = \n", "not valid TOML"), ("\xff\x00", "holds null bytes")])
def test_a_broken_file_stays_as_it_is(file: Path, text: str, words: str) -> None:
    profile, (problem,) = load(written(file, text))
    assert profile == Profile()
    assert words in problem.message
    assert "has a mistake; see stretchcoach profile show" in save(file, FULL)
    assert "has a mistake" in clear_fact(file, "age")
    assert file.read_text(encoding="utf-8") == text


def test_a_full_disk_is_told_and_the_file_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(file, FULL)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert save(file, Profile()) == f"The profile could not be saved in {file}: no space left on device."
    assert load(file) == (FULL, [])
    assert list(file.parent.iterdir()) == [file]


def test_deleting_leaves_nothing_behind(file: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "elsewhere" / "facts.toml", "age = 5\n")
    (real.parent / ".facts.toml-abc").write_text("age = 4\n", encoding="utf-8")
    file.parent.mkdir(parents=True)
    file.symlink_to(real)
    assert delete(file) == ""
    assert list(real.parent.iterdir()) == list(file.parent.iterdir()) == []
    assert delete(file) == delete(Path("/dev/null/x/profile.toml")) == ""


# --- the command ---------------------------------------------------------------------------------------------


def run(capsys: Shown, *words: str, code: int = 0) -> tuple[str, str]:
    assert main(["profile", *words]) == code
    return capsys.readouterr()


def test_a_fact_is_told_shown_cleared_and_deleted(file: Path, capsys: Shown) -> None:
    assert run(capsys)[0].splitlines()[0] == "age         not told"
    assert run(capsys, "path") == (f"{file}\n", "")
    assert run(capsys, "set", "meds", "Cholesterol", "water-tablet") == (
        "",
        f"Saved in {file}: meds cholesterol, water_tablet.\n",
    )
    run(capsys, "set", "conditions", "none")
    run(capsys, "set", "age", "58")
    run(capsys, "set", "pregnancy", "no")
    shown = run(capsys, "show")[0].splitlines()
    assert shown[0] == "age         58"
    assert shown[1].startswith("pregnancy   no (said 20")
    assert shown[2:] == ["meds        cholesterol, water_tablet", "conditions  none", "smoker      not told"]
    for words in (["show", "--json"], ["--json"], ["--json", "show"]):
        data = json.loads(run(capsys, *words)[0])
        assert set(data) == {*KEYS, "pregnancy_said"}
        assert (data["age"], data["conditions"], data["smoker"]) == (58, [], None)
    assert run(capsys, "clear", "meds")[1] == "meds is forgotten.\n"
    assert load(file)[0].meds is None
    assert run(capsys, "delete")[1] == f"Deleted {file}: age, pregnancy, conditions.\n"
    assert not file.exists()
    assert run(capsys, "delete")[1] == "There was nothing to delete.\n"
    assert run(capsys, "clear", "age")[1] == "age is forgotten.\n"
    assert not file.exists()


def test_an_old_pregnancy_is_shown_as_old(file: Path, capsys: Shown) -> None:
    written(file, 'pregnancy = "no"\npregnancy_said = "2020-01"\n')
    assert "no (said 2020-01; will be asked again)" in run(capsys)[0]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["set", "smokes", "yes"], "did you mean smoker?"),
        (["set", "meds", "choleterol"], "did you mean cholesterol?"),
        (["set", "age"], "VALUE"),
        (["clear", "medz"], "did you mean meds?"),
        (["sho"], "Did you mean 'show'?"),
        (["--json", "delete"], "--json is for showing"),
    ],
)
def test_wrong_use_is_2_and_names_the_nearest(words: list[str], hint: str, file: Path, capsys: Shown) -> None:
    save(file, FULL)
    out, err = run(capsys, *words, code=2)
    assert out == ""
    assert hint in err
    assert load(file) == (FULL, [])


def test_what_is_wrong_with_the_file_is_told_and_deleting_still_works(file: Path, capsys: Shown) -> None:
    written(file, "age = [\n")
    out, err = run(capsys, "show", code=1)
    assert out.count("not told") == len(KEYS)
    assert err.startswith(f"{file}:")
    assert "has a mistake" in run(capsys, "set", "age", "5", code=1)[1]
    assert run(capsys, "delete")[1] == f"Deleted {file}: what could not be read.\n"


@pytest.mark.parametrize("home", ["/proc/nope", "/dev/null/x"])
def test_a_folder_that_cannot_be_written_is_told_in_a_line(
    home: str, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", home)
    err = run(capsys, "set", "age", "5", code=1)[1]
    assert err.splitlines()[-1].startswith(f"Error: The profile could not be saved in {home}/data/profile.toml: ")
    assert "Traceback" not in err


def test_a_file_that_cannot_be_deleted_is_told(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    save(file, FULL)

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "unlink", refused)
    assert run(capsys, "delete", code=1)[1] == f"Error: {file} could not be deleted: read-only file system.\n"


# --- the program --------------------------------------------------------------------------------------------


def test_the_desk_knows_the_profile_and_what_is_wrong_with_it(file: Path) -> None:
    program = Program(speech=False, beeps=False)
    assert program.profile == Profile()
    assert program.save_profile(FULL) == ""
    written(file, file.read_text(encoding="utf-8") + "agge = 3\n")
    again = Program(speech=False, beeps=False)
    assert again.profile == FULL
    assert "did you mean age?" in again.notices[0]
    assert again.forget_profile() == ""
    assert (again.profile, file.exists()) == (Profile(), False)


# --- in the diary --------------------------------------------------------------------------------------------


def noted() -> list[tuple[str, object]]:
    diary = Diary.open(folders().diary)
    try:
        return [(change.key, change.value) for change in diary.changes()]
    finally:
        diary.close()


def test_what_became_known_stands_in_the_diary_and_what_is_forgotten_does_not() -> None:
    assert main(["profile", "set", "meds", "cholesterol", "water_tablet"]) == 0
    assert main(["profile", "set", "age", "58"]) == 0
    assert main(["profile", "set", "age", "58"]) == 0
    assert sorted(noted()) == [("age", 58.0), ("meds", ["cholesterol", "water_tablet"])]
    assert main(["profile", "clear", "age"]) == 0
    assert noted() == [("meds", ["cholesterol", "water_tablet"])]
    assert main(["profile", "delete"]) == 0
    assert noted() == []


def test_the_settings_note_it_as_well() -> None:
    program = Program(speech=False, beeps=False)
    assert program.save_profile(Profile(smoker="no", age=58.0)) == ""
    assert program.save_profile(Profile(age=60.0)) == ""
    assert sorted(noted()) == [("age", 58.0), ("age", 60.0)]
    assert program.forget_profile() == ""
    assert noted() == []
    program.close(0)
