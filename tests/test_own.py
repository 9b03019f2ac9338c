"""Routines of one's own: begun, changed in an editor, handed on and taken back; nothing typed is ever lost."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.library import parse, read, shipped_folder
from stretchcoach.library.own import mistakes_in, packed, skeleton, unpacked
from stretchcoach.machine.files import UnreadableError

Shown = pytest.CaptureFixture[str]
SHIPPED = sorted(shipped_folder().glob("*.toml"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def mine(home: Path) -> Path:
    assert main(["new", "mine"]) == 0
    return home / "data/routines/mine.toml"


def editor(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """An editor that is a few lines of shell; ``$1`` is the file."""
    program = folder / "editor.sh"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(program))
    monkeypatch.setenv("EDITOR", str(program))


@pytest.mark.parametrize("name", ["physio", "My calf", "7", "_", "ß"])
def test_a_new_routine_is_right_from_its_first_moment(name: str) -> None:
    routine, problems = parse(skeleton(name), f"{name}.toml", heard=True)
    assert routine is not None and not problems


def test_new_never_writes_over_anything(mine: Path, capsys: Shown) -> None:
    mine.write_text("mine", encoding="utf-8")
    assert main(["new", "mine"]) == 2
    assert mine.read_text(encoding="utf-8") == "mine" and "edit mine" in capsys.readouterr().err


def test_new_hides_no_routine_of_the_programs_own(home: Path, capsys: Shown) -> None:
    assert main(["new", "warmup_run"]) == 2
    told = capsys.readouterr().err
    assert "comes with the program" in told and "edit warmup_run" in told and not home.exists()


@pytest.mark.parametrize("name", ["", ".", "../x", "a/b", "a\\b", "c:d", "a\nb"])
def test_a_name_is_a_name_and_no_path(name: str, home: Path) -> None:
    assert main(["new", name]) == 2
    assert not home.exists()


def test_a_change_that_is_right_takes_the_place(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    editor(tmp_path, monkeypatch, "sed -i 's/hold = 30/hold = 40/' \"$1\"")
    assert main(["edit", "mine"]) == 0
    assert "hold = 40" in mine.read_text(encoding="utf-8") and "is valid" in capsys.readouterr().err
    assert [file.name for file in mine.parent.iterdir()] == ["mine.toml"]


@pytest.mark.parametrize("script", ["echo 'hodl = 3' >> \"$1\"", "printf '\\377' > \"$1\"", 'echo nonsense > "$1"'])
def test_a_change_with_a_mistake_is_kept_beside_the_good_one(
    script: str, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    before = mine.read_bytes()
    editor(tmp_path, monkeypatch, script)
    assert main(["edit", "mine"]) == 2
    kept = mine.with_name("mine.toml.bad")
    assert mine.read_bytes() == before and kept.read_bytes() != before
    assert "stays as it was" in capsys.readouterr().err
    assert read(mine)[0] is not None
    editor(tmp_path, monkeypatch, f'cp "{mine}" "$1"')
    assert main(["edit", "mine"]) == 0
    assert not kept.exists()


def test_an_editor_that_fails_or_empties_the_file_loses_nothing(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    before = mine.read_bytes()
    for script in ("exit 3", ': > "$1"'):
        editor(tmp_path, monkeypatch, script)
        assert main(["edit", "mine"]) in (1, 2)
        assert mine.read_bytes() == before
        assert [file.name for file in mine.parent.iterdir()] == ["mine.toml"]
    assert "Traceback" not in capsys.readouterr().err


def test_a_routine_that_ships_becomes_a_copy_of_ones_own(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, "true")
    assert main(["edit", "warmup_run"]) == 0
    copy = home / "data/routines/warmup_run.toml"
    assert copy.read_bytes() == (shipped_folder() / copy.name).read_bytes()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_line_gives_the_same_routine_back(file: Path) -> None:
    line = packed(file.stem, file.read_text(encoding="utf-8"))
    name, text = unpacked(f"Try this!\n{line[:40]}\n{line[40:]}\n")
    assert unpacked(f"> {line[:40]}\n> {line[40:]}\n>\n") == (name, text)
    assert line.isascii() and len(line) < 4000
    assert name == file.stem and parse(text, file.name)[0] == read(file)[0]


@given(st.text())
def test_no_text_is_a_line_by_accident(text: str) -> None:
    with pytest.raises(UnreadableError):
        unpacked(text)


LINE = packed("x", skeleton("x"))


@given(st.text("bye see you.,!? >\n", max_size=40), st.sampled_from(["", "Try this: ", "(", "> "]))
def test_what_a_friend_writes_around_it_does_no_harm(behind: str, before: str) -> None:
    broken = f"{LINE[:60]}\n> {LINE[60:]}"
    assert unpacked(f"{before}{LINE} {behind}") == unpacked(f"{before}{broken}\n{behind}") == unpacked(LINE)


@given(st.integers(0, len(LINE) - 1), st.sampled_from("aZ9_-"))
def test_a_changed_letter_is_noticed(place: int, letter: str) -> None:
    changed = LINE[:place] + letter + LINE[place + 1 :]
    try:
        assert unpacked(changed) == unpacked(LINE)
    except UnreadableError:
        return
    assert changed == LINE or letter == LINE[place] or place == len(LINE) - 1


@given(st.integers(0, len(LINE) - 1))
def test_a_line_cut_short_is_noticed(end: int) -> None:
    with pytest.raises(UnreadableError):
        unpacked(LINE[:end])


def test_a_bomb_of_zeros_is_refused() -> None:
    bomb = packed("x", f'title = "{"a" * 500_000}"')
    with pytest.raises(UnreadableError, match="far too large"):
        unpacked(bomb)


def test_what_is_shared_is_taken_back(home: Path, tmp_path: Path, capsys: Shown) -> None:
    assert main(["share", "break_90s", "--line"]) == 0
    line = capsys.readouterr().out
    assert main(["import", line, "--name", "from_a_friend"]) == 0
    assert main(["share", "break_90s", "--out", str(tmp_path / "mine.toml")]) == 0
    assert main(["share", "break_90s", "--out", str(tmp_path / "mine.toml")]) == 2
    assert main(["import", str(tmp_path / "mine.toml")]) == 0
    assert main(["import", str(tmp_path / "mine.toml")]) == 2
    shipped = read(shipped_folder() / "break_90s.toml")[0]
    for name in ("mine", "from_a_friend"):
        taken = read(home / f"data/routines/{name}.toml")[0]
        assert taken is not None and shipped is not None and taken.steps == shipped.steps
    assert main(["import", line[:-30]]) == 2
    assert "damaged" in capsys.readouterr().err


def test_a_routine_file_with_mistakes_does_not_come_in(home: Path, tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "bad.toml").write_text('title = "x"\n', encoding="utf-8")
    assert main(["import", str(tmp_path / "bad.toml")]) == 2
    assert "purpose: is missing" in capsys.readouterr().out and not (home / "data").exists()


def test_checked_leaves_warnings_out() -> None:
    assert not mistakes_in(skeleton("x"), Path("x.toml"))


def test_a_routine_with_groups_that_come_again_is_shared_without_a_loss() -> None:
    text = 'title = "T"\npurpose = "break"\n[[steps]]\ngroup = "A"\n[[steps.stretches]]\nname = "N"\nsay = "S"\n'
    text += 'reps = 10\nhold = 5\n[[steps]]\nname = "B"\nsay = "S"\nmove = 5\n[[steps]]\ngroup = "A"\n'
    name, back = unpacked(packed("abac", text))
    assert name == "abac" and parse(back, "abac.toml")[0] == parse(text, "abac.toml")[0] is not None
