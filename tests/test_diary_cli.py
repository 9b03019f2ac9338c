"""The diary on the command line: data on stdout, talk on stderr, exit codes."""

import io
import json
from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.diary import Diary, Episode, RoutineRun

Shown = pytest.CaptureFixture[str]
CRAMP = ["diary", "add", "--began", "2026-01-24T03:12+01:00", "--side", "left", "--minutes", "4", "--severity", "7"]


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "data" / "diary.db"


def added(capsys: Shown, *more: str) -> str:
    assert main([*CRAMP, *more, "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)["id"])


def test_what_was_added_is_listed(capsys: Shown) -> None:
    key = added(capsys, "--relieved-by", "toes-up", "--doing", "lying", "--note", "snake_case stays", "--sleep", "0")
    assert main(["diary", "list", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["id"] == key and entry["closed"] == "added" and entry["sleep"] == 0 and entry["woke"] is None
    assert (entry["side"], entry["minutes"], entry["severity"], entry["relieved_by"]) == ("left", 4, 7, "toes_up")
    assert main(["diary", "list"]) == 0
    line = capsys.readouterr().out
    assert line.startswith(key[:8]) and "left, 4 min, pain 7, by toes up, snake_case stays" in line


def test_add_prints_json_and_needs_nothing(capsys: Shown) -> None:
    assert main(["diary", "add", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["began"][10] == "T"


def test_list_filters(capsys: Shown) -> None:
    added(capsys, "--note", "after the hike")
    for words, lines in (
        (["--side", "right"], 0),
        (["--text", "HIKE"], 1),
        (["--since", "2026-01-25"], 0),
        (["--since", "2026-01-23", "--side", "left"], 1),
        (["--removed"], 0),
    ):
        assert main(["diary", "list", *words]) == 0
        shown = capsys.readouterr()
        assert len(shown.out.splitlines()) == lines and bool(shown.err) == (not lines), words


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["add", "--side", "lefft"], "Did you mean 'left'?"),
        (["add", "--doing", "walkign"], "Did you mean 'walking'?"),
        (["add", "--place", "xyzzy"], "calf, foot, thigh"),
        (["add", "--severity", "11"], "0 to 10"),
        (["add", "--severity", "6.5"], "whole number"),
        (["add", "--began", "some day"], "2026-11-24T03:12"),
        (["add", "--began", "03/04/2026"], "can be two different days"),
        (["add", "--doing", "juggling"], "Known are exercising"),
        (["add", "--began", "9000-01-01"], "is in the future"),
        (["list", "--limit", "0"], "limit"),
        (["list", "--since", "2026-13-01"], "not a date"),
        (["delete"], "--all"),
        (["delete", "abc", "--all"], "--all"),
        (["delete", "abc"], "diary list"),
        (["undo", "abc"], "diary list"),
        (["lst"], "Did you mean 'list'?"),
    ],
)
def test_wrong_use_is_2_and_says_how(args: list[str], hint: str, capsys: Shown, book: Path) -> None:
    assert main(["diary", *args]) == 2
    shown = capsys.readouterr()
    assert not shown.out and hint in shown.err
    assert not book.exists() or not Diary.open(book).episodes()


def test_delete_and_undo(capsys: Shown) -> None:
    key = added(capsys)
    assert main(["diary", "delete", key[:8]]) == 0
    assert f"undo {key[:8]}" in capsys.readouterr().err
    main(["diary", "list", "--json"])
    assert json.loads(capsys.readouterr().out) == []
    main(["diary", "list", "--removed", "--json"])
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == [key]
    assert main(["diary", "undo", key[:8]]) == 0
    capsys.readouterr()
    main(["diary", "list", "--json"])
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == [key]


def test_forever_is_for_good_and_tells_of_copies(capsys: Shown, book: Path) -> None:
    key = added(capsys)
    book.with_name("diary.version1-20260101T000000.db").touch()
    assert main(["diary", "delete", key, "--forever"]) == 0
    assert "diary.version1" in capsys.readouterr().err
    assert main(["diary", "undo", key]) == 2


def test_an_id_that_two_share_is_asked_for_again(capsys: Shown, book: Path) -> None:
    diary = Diary.open(book)
    diary.add_all(
        [Episode(id="ab1", began="2026-01-01T03:00:00+01:00"), Episode(id="ab2", began="2026-01-01T03:00:00Z")]
    )
    diary.close()
    assert main(["diary", "delete", "ab"]) == 2
    assert "2 entries begin with 'ab'" in capsys.readouterr().err
    assert main(["diary", "delete", "AB1"]) == 0


class Terminal(io.StringIO):
    """Somebody who can be asked."""

    def isatty(self) -> bool:
        return True


def test_delete_all_leaves_nothing(capsys: Shown, book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    added(capsys, "--note", "secret-word")
    state = tmp_path / "home" / "state"
    state.mkdir()
    (state / "releases.json").write_text("[1]")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["diary", "delete", "--all", "--yes"]) == 0
    assert "1 entry is gone for good" in capsys.readouterr().err
    assert not any(b"secret-word" in file.read_bytes() for file in book.parent.iterdir())
    assert not (state / "releases.json").exists()


def test_where_nobody_can_be_asked_delete_all_needs_its_yes(
    capsys: Shown, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(capsys)
    for stdin in (io.StringIO("y\n"), None):
        monkeypatch.setattr("sys.stdin", stdin)
        assert main(["diary", "delete", "--all"]) == 2
        assert "--yes" in capsys.readouterr().err and len(Diary.open(book).episodes()) == 1


def test_in_a_terminal_delete_all_asks_first(capsys: Shown, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(capsys)
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert main(["diary", "delete", "--all"]) == 130
    assert len(Diary.open(book).episodes()) == 1
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    assert main(["diary", "delete", "--all"]) == 0
    assert not Diary.open(book).episodes()


def test_stats_in_words_and_json(capsys: Shown, book: Path) -> None:
    assert main(["diary", "stats"]) == 0
    assert capsys.readouterr().out.count("not enough yet") == 10
    diary = Diary.open(book)
    diary.add_all(
        [
            *(
                Episode(
                    began=f"2026-01-{day:02}T03:12:00+01:00",
                    side="left",
                    severity=6,
                    relieved_after=90.0,
                    doing="sudden_move",
                )
                for day in range(1, 25)
            ),
            RoutineRun(began="2026-01-02T21:00:00+01:00", routine="bedtime_calm", finished=True),
        ]
    )
    diary.close()
    assert main(["diary", "stats"]) == 0
    shown = capsys.readouterr()
    assert (
        "left 24" in shown.out
        and "sudden move 24" in shown.out
        and "1 min 30 s, mostly 1 min 30 s to 1 min 30 s" in shown.out
    )
    assert "3h 24" in shown.out and not shown.err
    assert main(["diary", "stats", "--json", "--since", "2026-01-20"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cramps"] in (5, 6) and told["severity_worst"] == 6 and set(told["by_side"]) == {"left"}


def test_path(capsys: Shown, book: Path) -> None:
    assert main(["diary", "path"]) == 0
    assert capsys.readouterr().out == f"{book}\n" and not book.exists()


def test_a_diary_that_cannot_be_written_is_1_and_one_line(capsys: Shown, book: Path) -> None:
    book.parent.parent.mkdir()
    book.parent.write_text("a file where the folder should be")
    assert main([*CRAMP]) == 1
    shown = capsys.readouterr()
    assert not shown.out and "Nothing is written" in shown.err and len(shown.err.splitlines()) == 1


@pytest.mark.parametrize("args", ["list", "list --json", "stats", "report", "export", "export --csv", "effect"])
def test_a_diary_that_cannot_be_read_is_no_empty_one(args: str, capsys: Shown, book: Path) -> None:
    book.mkdir(parents=True)
    assert main(["diary", *args.split()]) == 1
    shown = capsys.readouterr()
    assert not shown.out and len(shown.err.splitlines()) == 1 and "is a folder, where the diary should be" in shown.err


def test_an_export_of_a_diary_that_cannot_be_read_leaves_the_older_one(
    capsys: Shown, book: Path, tmp_path: Path
) -> None:
    book.mkdir(parents=True)
    (tmp_path / "backup.json").write_text("the older one")
    assert main(["diary", "export", "--out", str(tmp_path / "backup.json")]) == 1
    assert (tmp_path / "backup.json").read_text() == "the older one" and capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (["--side", "L"], "side", "left"),
        (["--side", "both legs"], "side", "both"),
        (["--place", "calves"], "place", "calf"),
        (["--woke", "Y"], "woke", "yes"),
        (["--woke", "maybe"], "woke", "not_sure"),
        (["--doing", "asleep"], "doing", "lying"),
        (["--doing", "in bed"], "doing", "lying"),
        (["--doing", "Running"], "doing", "exercising"),
        (["--severity", "7/10"], "severity", 7),
        (["--severity", "severe"], "severity", 8),
        (["--sleep", "three"], "sleep", 3),
        (["--minutes", "90 s"], "minutes", 1.5),
        (["--minutes", "half an hour"], "minutes", 30),
        (["--relieved-after", "1:30"], "relieved_after", 90),
        (["--note", "  after tea "], "note", "after tea"),
    ],
    ids=str,
)
def test_add_understands_what_a_list_may_say(words: list[str], field: str, value: object, capsys: Shown) -> None:
    assert main(["diary", "add", *words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[field] == value


@pytest.mark.parametrize(
    "words", [["--sleep", "bad"], ["--minutes", "-3"], ["--woke", "perhapsish"], ["--severity", "-1"]]
)
def test_add_does_not_guess(words: list[str], capsys: Shown) -> None:
    assert main(["diary", "add", *words]) == 2
    assert not capsys.readouterr().out


def test_a_damaged_diary_is_told_and_the_entry_kept(capsys: Shown, book: Path) -> None:
    book.parent.mkdir(parents=True)
    book.write_bytes(b"no diary at all" * 999)
    assert main([*CRAMP]) == 0
    assert "a new one was begun" in capsys.readouterr().err
    assert len(Diary.open(book).episodes()) == 1
