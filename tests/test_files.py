"""Files that are not what they should be: one sentence with the file and the place, at once, and nothing is lost."""

import json
import os
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.library import parse, shipped_folder
from stretchcoach.library.toml import parsed
from stretchcoach.machine.files import UnreadableError, decoded, json_value, read_bytes, read_text
from stretchcoach.program import first_words, state
from stretchcoach.program.jobs import AskJob
from stretchcoach.program.program import Program
from stretchcoach.settings import Settings, load, save

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path / "home"


def folder(path: Path) -> None:
    path.mkdir(parents=True)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)


def utf16(path: Path) -> None:
    path.write_bytes("title = 'x'".encode("utf-16")[:-1])


def utf16_with_nulls(path: Path) -> None:
    path.write_text("title = 1\n\0", encoding="utf-16")


def nulls(path: Path) -> None:
    path.write_bytes(b"title = 1\n\0\0\0\0")


def latin(path: Path) -> None:
    path.write_bytes("title = 'é'".encode("latin-1"))


def nested(path: Path) -> None:
    path.write_text("x = " + "[" * 2000 + "]" * 2000)


def inside(path: Path) -> None:
    path.write_text("x = " + "[" * 300 + "]" * 300)


def dotted(path: Path) -> None:
    path.write_text("a" + ".a" * 60_000 + " = 1")


def digits(path: Path) -> None:
    path.write_text("x = " + "9" * 5000)


def twice(path: Path) -> None:
    path.write_text("[voice]\nvolume = 50\nvolume = 60\n")


ODD = [folder, link_to_itself, utf16, utf16_with_nulls, nulls, latin, nested, inside, dotted, digits, twice]
if os.name == "posix":
    ODD += [pipe, link_to_nothing, device, huge]
ODDITIES = pytest.mark.parametrize("made", ODD, ids=lambda made: made.__name__)


@ODDITIES
@pytest.mark.parametrize(
    "words",
    ["validate", "show", "plan", "run --no-voice --plain", "config validate", "ask --answers", "hear"],
)
def test_a_file_that_is_handed_over(words: str, made: Callable[[Path], None], tmp_path: Path, capsys: Shown) -> None:
    file = tmp_path / "odd.toml"
    made(file)
    assert main([*words.split(), str(file)]) == 2
    out, err = capsys.readouterr()
    assert str(file) in out + err
    assert "Something went wrong" not in err
    assert max(map(len, (out + err).splitlines())) < 400


@ODDITIES
@pytest.mark.parametrize("name", ["config/config.toml", "data/profile.toml"])
def test_settings_and_profile(name: str, made: Callable[[Path], None], home: Path) -> None:
    file = home / name
    file.parent.mkdir(parents=True)
    made(file)
    before = os.lstat(file)
    program = Program(speech=False, beeps=False)
    if made is not link_to_nothing or program.notices:
        assert [str(file) in notice for notice in program.notices] == [True], program.notices
    first_words.what_to_say(False, False, None)
    settings = Settings()
    told = save(file, Settings(voice=type(settings.voice)(volume=33)))
    if made is not inside:
        assert str(file) in told, told
        assert (os.lstat(file).st_ino, os.lstat(file).st_size) == (before.st_ino, before.st_size)
    program.close(0)


@pytest.mark.parametrize("command", ["config show", "config show --json", "profile", "profile show --json"])
def test_what_is_shown_for_a_file_that_cannot_be_read_is_a_failure(command: str, home: Path, capsys: Shown) -> None:
    """As reading a damaged diary is; what counts is printed all the same."""
    name = "config/config.toml" if command.startswith("config") else "data/profile.toml"
    assert main(command.split()) == 0
    whole = capsys.readouterr().out
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_text("bad = [", encoding="utf-8")
    assert main(command.split()) == 1
    out, err = capsys.readouterr()
    assert out == whole and str(home / name) in err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_a_mark_at_the_beginning_tells_how_a_text_is_written(
    encoding: str, marked: bool, tmp_path: Path, capsys: Shown
) -> None:
    """As editors on Windows save it; UTF-16 is also told by its zeros."""
    sheet, mark = tmp_path / "sheet.txt", "\ufeff" if marked and encoding[-2:] in ("le", "be") else ""
    sheet.write_bytes(f"{mark}Calf stretch 3 × 30 sec each leg\r\nHeel raises 10 reps\r\n".encode(encoding))
    assert main(["import", str(sheet), "--dry-run"]) == 0
    assert "2 lines understood" in capsys.readouterr().err
    shutil.copy(shipped_folder() / "break_90s.toml", tmp_path / "mine.toml")
    text = (tmp_path / "mine.toml").read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_bytes(f"{mark}{text}".encode(encoding))
    assert main(["validate", str(tmp_path / "mine.toml")]) == 0


@given(st.text(st.characters(min_codepoint=1, max_codepoint=0x2FF, exclude_categories=["Cs"]), min_size=1))
def test_text_of_one_byte_a_letter_is_never_taken_for_one_of_two(text: str) -> None:
    assert decoded(text.encode()).removeprefix("\ufeff") == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data", [b"a\0" * 9 + b"b", b"\0a" * 8 + b"a\0", b"ab\0\0" * 9, b"\0" * 8, b"a\0\xd8\xd8" + b"a\0" * 9]
)
def test_zeros_that_are_no_plain_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="save it as UTF-8"):
        decoded(data)


STATE = ["releases.json", "known.json", "waiting.json"]
WORDS = [
    "", "{", "null", "3", '"x"', "{}", "[[1]]", '[1e12, {"ill": ["a", [1]]}]', "[NaN]", "[1e999]", "[" * 3000,
    '{"a": 1, "a": 2}', "[" + "9" * 5000 + "]", "[true]", '["\\ud83d"]', '[1795623276, {"ill": {"a": 1}}]',
    "[1795623276, 3]", '[[[["x"]]]]',
]  # fmt: skip


@pytest.mark.parametrize("name", STATE)
@pytest.mark.parametrize("text", WORDS, ids=lambda text: repr(text)[:30])
def test_what_was_remembered_and_is_broken_is_told_and_kept_aside(name: str, text: str, home: Path) -> None:
    file = home / "state" / name
    file.parent.mkdir(parents=True)
    file.write_text(text)
    first_words.what_to_say(False, False, None)
    program = Program(speech=False, beeps=False)
    told = [notice for notice in program.notices if name in notice]
    if told:
        assert told[0].endswith(f"it is kept as {file.stem}.bad.")
        assert file.with_suffix(".bad").read_text() == text
        assert not file.exists()
    assert state.releases(home / "state") == ()
    state.finished_routines(home / "state")
    assert program.waiting in (True, False)
    program.close(0)


@ODDITIES
@pytest.mark.parametrize("name", STATE)
def test_nothing_in_the_place_of_what_was_remembered_stops_a_session(
    name: str, made: Callable[[Path], None], home: Path
) -> None:
    file = home / "state" / name
    file.parent.mkdir(parents=True)
    made(file)
    first_words.what_to_say(False, False, None)
    program = Program(speech=False, beeps=False)
    if made is not link_to_nothing:
        assert any(name in notice for notice in program.notices)
    assert state.put_off_answers(home / "state") is None
    program.close(0)


async def test_answers_that_fit_no_question_are_asked_anew(home: Path) -> None:
    import time

    (home / "state").mkdir(parents=True)
    kept = {"ill": ["a", "fever"], "age": "old", "no_such_thing": "yes", "injury": "none", "meds": 3}
    (home / "state/waiting.json").write_text(json.dumps([time.time(), kept]))
    program = Program(speech=False, beeps=False)
    program.start(AskJob(waiting=True)).start()
    program.close(0)


def test_a_user_that_does_not_exist_is_no_home(monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", "~nosuchuser/x")
    assert main(["config", "path"]) == 0
    assert "no such user" in capsys.readouterr().err


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(data)
    assert read_bytes(file) == data
    try:
        assert "\0" not in read_text(file)
    except UnreadableError as error:
        assert error.line >= 1


@given(st.text(max_size=80))
def test_any_text_is_json_or_refused(text: str) -> None:
    try:
        json_value(text)
    except UnreadableError as error:
        assert error.about("x").startswith("x")


# --- answer sheets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ('{"rf_chest":"yes",\n"rf_chest":"no"}', ["'rf_chest' twice", ":2:"]),
        ('[{"age": 1}, {"meds": [], "meds": []}]', ["'meds' twice"]),
        ('{"age": 1e999}', ["'age'", "a number"]),
        ('{"age": ' + "9" * 300 + "}", ["'age'", "a number"]),
        ("\ufeff" * 2 + "{}", ["is not JSON"]),
        ('{"\\u001b[2J": "\\u001b]0;x\\u0007"}', ["no question", "␛"]),
        ('{"rf_chest": "\\ud83d"}', ["'rf_chest'"]),
    ],
)
def test_a_sheet_that_cannot_be_meant_is_refused(sheet: str, words: list[str], tmp_path: Path, capsys: Shown) -> None:
    file = tmp_path / "sheet.json"
    file.write_text(sheet, encoding="utf-8")
    assert main(["ask", "--answers", str(file), "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert all(word in err for word in words), err
    assert "\x1b" not in err


# --- recordings ----------------------------------------------------------------------------------------------


def wav(rate: int = 16000, channels: int = 1, bits: int = 16, samples: int = 8000, claimed: int | None = None) -> bytes:
    data = b"\0\0" * samples
    size = len(data) if claimed is None else claimed
    head = struct.pack("<HHIIHH", 1, channels, rate, rate * 2 & 0xFFFFFFFF, 2, bits)
    return b"RIFF" + struct.pack("<I", (36 + size) & 0xFFFFFFFF) + b"WAVEfmt " + struct.pack("<I", 16) + head + (
        b"data" + struct.pack("<I", size)
    ) + data  # fmt: skip


@pytest.mark.parametrize(
    ("sound", "words"),
    [
        (wav(rate=1), "1 samples a second"),
        (wav(rate=0), ""),
        (wav(rate=4_000_000_000), "x.wav: "),
        (wav(channels=0), ""),
        (wav(bits=0), ""),
        (wav(rate=1000, samples=4_000_000), "longer than 60 minutes"),
        (b"", "no sound"),
        (b"RIFF", "no sound"),
        (b"fLaC" + b"\xff" * 60, "no sound"),
        (b"OggS" + b"\0" * 60, "no sound"),
        (b"ID3" + b"\xff" * 60, "no sound"),
    ],
    ids=lambda value: repr(value)[-30:] if isinstance(value, str) else str(len(value)),
)
def test_a_recording_that_cannot_be_is_refused_before_anything_is_loaded(
    sound: bytes, words: str, tmp_path: Path, capsys: Shown
) -> None:
    file = tmp_path / "x.wav"
    file.write_bytes(sound)
    assert main(["hear", str(file)]) == 2
    assert words in capsys.readouterr().err


def test_a_length_that_is_a_lie_is_not_believed(tmp_path: Path) -> None:
    recordings = pytest.importorskip("stretchcoach.ears.recordings")
    file = tmp_path / "x.wav"
    for claimed in (0xFFFFFFFF, 0x7FFFFFFF, 3, 17):
        file.write_bytes(wav(claimed=claimed))
        try:
            assert len(recordings.samples_of(str(file))) <= 8000
        except recordings.RecordingError as error:
            assert "longer than" in str(error)


# --- routines: words that help -------------------------------------------------------------------------------

HEAD = 'title = "T"\npurpose = "break"\n'
STEP = '[[steps]]\nname = "N"\nsay = "S."\nhold = 5\n'
HELPED = [
    ("title = “Physio”\n", 1, "quotes of a word processor"),
    ("title = ‘Physio’\n", 1, "quotes of a word processor"),
    ("title = «Physio»\n", 1, "quotes of a word processor"),
    ("props = [“wall”]\n", 1, "quotes of a word processor"),
    ("title: Physio\n", 1, "write = between"),
    ("steps:\n  - name: x\n", 1, "write = between"),
    (HEAD + "- name: x\n", 3, "YAML"),
    ("title = Physio\n", 1, "a text takes quotes"),
    ("optional = True\n", 1, "write true or false"),
    ("hold = 2,5\n", 1, "a number takes a point"),
    ("hold = 30s\n", 1, "takes quotes"),
    ("hold = 30 seconds\n", 1, "takes quotes"),
    ('name "x"\n', 1, "write = between"),
    ('say = "Heel down.\n', 1, "no quote at its end"),
    ('say = "The "good" leg."\n', 1, "a quote in a text"),
    ("say = 'It's fine'\n", 1, "takes double quotes"),
    ('say = "C:\\x"\n', 1, "backslash"),
    ('{"title": "x"}\n', 1, "no TOML"),
    ("// remark\n", 1, "begins with #"),
    ("title =\n", 1, "the value is missing"),
    (HEAD + "[steps]\nname = 'a'\n[steps]\nname = 'b'\n", 5, "[[steps]]"),
    (HEAD + "[steps]\nname = 'a'\n", 3, "write [[steps]]"),
    (HEAD + STEP + "hold = 6\n", 7, "hold is there twice"),
    (HEAD + "[[steps]]\nrounds = 3\n[[steps.steps]]\nname='N'\nsay='S'\nhold=5\n", 4, "write repeat"),
    (HEAD + "[[steps]]\nrounds = 3\n[[steps.steps]]\nname='N'\nsay='S'\nhold=5\n", 5, "write [[steps.stretches]]"),
    (HEAD + STEP + "rounds = 3\n", 7, "write sets"),
    (HEAD + STEP.replace("hold", "duration"), 6, "write hold"),
    (HEAD + STEP.replace("say", "text"), 5, "write say"),
    (HEAD + STEP.replace("name", "title"), 4, "write name"),
    (HEAD + STEP + 'side = "both"\n', 7, "write each for one leg after the other"),
    (HEAD + "[[steps]]\nrepeat = 2\n[steps.stretches]\nname='N'\nsay='S'\nhold=5\n", 5, "[[steps.stretches]]"),
    (HEAD + STEP.replace("hold = 5", "hold = 1\nsets = 20\nside = 'each'") * 130, 3, "more than 5,000"),
    (HEAD + STEP.replace("hold = 5", "reps = 200\ntempo = 0.1\nsets = 20") * 6, 3, "repetitions and cues"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), HELPED, ids=lambda value: str(value)[:40])
def test_a_mistake_gets_the_sentence_that_helps(text: str, line: int, words: str) -> None:
    routine, problems = parse(text, "x.toml")
    assert routine is None
    assert any(each.line == line and words in each.message for each in problems), problems


@pytest.mark.parametrize(
    "text", ["a.b.c = 1", "[a.b]\nx = [[1, 2], [3]]", 'x = "1.2.3.4.5. 6. 7."', "x = {a = {b = 1}}"]
)
def test_what_is_not_deep_is_read(text: str) -> None:
    assert parsed(text)


def test_validate_warns_of_words_that_the_microphone_listens_for(tmp_path: Path, capsys: Shown) -> None:
    file = tmp_path / "x.toml"
    file.write_text(HEAD + '[[steps]]\nname = "N"\nsay = "Bend, then stop at the floor."\nhold = 5\n')
    assert main(["validate", str(file)]) == 0
    assert f'{file}:5: say: warning: says "stop"' in capsys.readouterr().out
    assert main(["show", str(file)]) == 0
    assert "warning" not in capsys.readouterr().err


def test_own_routines_are_marked_and_found_by_the_beginning_of_their_title(home: Path, capsys: Shown) -> None:
    (home / "data/routines").mkdir(parents=True)
    (home / "data/routines/tue.toml").write_text(HEAD.replace('"T"', '"Physio, Tuesday"') + STEP)
    assert main(["list"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "(yours)" in line] != []
    for name in ("physio", "Physio Tuesday", "PHYS", "tue"):
        assert main(["show", name]) == 0
        assert capsys.readouterr().out.startswith("Physio, Tuesday (tue)")
    assert main(["show", "warm"]) == 2, "several begin so"


def test_a_routine_beside_the_settings_is_pointed_out(home: Path, capsys: Shown) -> None:
    (home / "config/routines").mkdir(parents=True)
    (home / "config/routines/physio.toml").write_text(HEAD + STEP)
    assert main(["show", "physio"]) == 2
    assert f"own routines lie in {home}/data/routines" in capsys.readouterr().err
    assert any("physio.toml is not looked at" in notice for notice in Program(speech=False, beeps=False).notices)


def test_settings_with_a_key_twice_stay_as_they_are(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    file = home / "config/config.toml"
    twice(file)
    _, problems = load(file)
    assert str(problems[0]) == f"{file}:3: toml: not valid TOML: volume is there twice; take one of them out"
    assert "has a mistake" in save(file, Settings(voice=type(Settings().voice)(volume=33)))
    assert file.read_text() == "[voice]\nvolume = 50\nvolume = 60\n"


def test_a_campaign_of_torn_files_finds_nothing() -> None:
    from bench.file_faults import campaign

    counts, faults = campaign(seed=5, rounds=60)
    assert faults == []
    assert all(sum(found.values()) == 60 for found in counts.values())


def test_deleting_everything_forgets_what_was_put_aside(home: Path) -> None:
    (home / "state").mkdir(parents=True)
    (home / "state/waiting.json").write_text('[1, {"ill": {}}]')
    Program(speech=False, beeps=False).close(0)
    assert (home / "state/waiting.bad").exists()
    assert main(["diary", "delete", "--all", "--yes"]) == 0
    assert list((home / "state").iterdir()) == []


TAKES_A_FILE = (
    ("validate",), ("config", "validate"), ("import", "--dry-run"), ("diary", "import"), ("ask", "--answers"),
    ("hear",), ("run",), ("show",), ("share",), ("plan",), ("export-audio", "--out", "x.wav"),
    ("export-page", "--out", "x.html"),
)  # fmt: skip


@pytest.mark.parametrize("command", TAKES_A_FILE, ids=" ".join)
def test_a_missing_file_is_told_in_one_way_with_the_nearest_name_beside_it(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "knees.toml").write_text("")
    assert main([*command, "sub/kneees.toml"]) == 2
    shown = capsys.readouterr()
    assert "does not exist (did you mean knees.toml?)" in shown.out + shown.err
    assert main([*command, "sub/other.toml"]) == 2
    shown = capsys.readouterr()
    assert "does not exist" in (told := shown.out + shown.err) and "did you mean" not in told


@pytest.mark.parametrize("command", TAKES_A_FILE, ids=" ".join)
def test_a_folder_in_the_place_of_a_file_is_called_one(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheets").mkdir()
    assert main([*command, "sheets"]) == 2
    shown = capsys.readouterr()
    assert "is a folder, not a file" in shown.out + shown.err


def test_a_sound_file_is_not_written_over_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.mp3").mkdir()
    for more in ((), ("--replace",)):
        assert main(["export-audio", "break_90s", "--out", "x.mp3", *more]) == 2
        assert "x.mp3 is a folder; add a name." in capsys.readouterr().err


@pytest.mark.parametrize("text", ["date,side,pain\n2026-04-05,left,7\n", "[]\n", "{}\n", "Calf; 3 x 30\n", "%PDF\n"])
def test_what_is_no_toml_at_all_is_told_what_a_routine_file_looks_like(text: str) -> None:
    _, (problem,) = parse(text, "list.csv")
    assert problem.line == 1 and 'title = "Physio, Tuesday"' in problem.message
