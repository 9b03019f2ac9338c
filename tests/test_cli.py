"""The command line: names, exit codes and JSON keys are a contract."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from stretchcoach.cli import main
from stretchcoach.cli.sessions import app

MY_ROUTINE = """\
title = "My calf day"
purpose = "prevention"
position = "chair"
sports = ["desk"]
sources = ["NHS-LC"]

[[steps]]
name = "Calf stretch"
say = "Lean in, heel down."
hold = 20
side = "each"
"""

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "my_calf_day.toml"
    file.write_text(MY_ROUTINE, encoding="utf-8")
    return file


def commands(group: click.Group = app, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        found.append((*before, name))
        if isinstance(command, click.Group):
            found += commands(command, (*before, name))
    return found


def test_version(capsys: Shown) -> None:
    from stretchcoach import __version__

    assert main(["--version"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == f"stretchcoach {__version__}"
    assert rest[0].startswith("Python 3.") and any(line.startswith("voice: pyttsx3") for line in rest)


@pytest.mark.parametrize("words", [(), *commands()], ids=" ".join)
def test_every_help_page_tells_what_it_does(words: tuple[str, ...], capsys: Shown) -> None:
    assert main([*words, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"Usage: stretchcoach {' '.join(words)}".rstrip())
    for flag in ("--plain", "--no-voice", "--beeps", "--listen", "--night", "--speed", "--version", "--help"):
        assert flag in page
    assert max(map(len, page.splitlines())) <= 80


def test_every_command_and_option_is_explained() -> None:
    for words in commands():
        command: click.Command = app
        for word in words:
            assert isinstance(command, click.Group)
            command = command.commands[word]
        assert command.help, words
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, (words, option.name)


def test_the_front_page_names_every_command_and_shows_examples(capsys: Shown) -> None:
    main(["--help"])
    page = capsys.readouterr().out
    for words in commands():
        assert f"  {words[0]} " in page
    assert "  stretchcoach cramp left\n" in page


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["crmap"], "Did you mean 'cramp'?"),
        (["config", "pth"], "Did you mean 'path'?"),
        (["run", "warmup_rum"], "Did you mean 'warmup_run'?"),
        (["show", "xyzzy"], "'stretchcoach list' shows them all."),
        (["run"], "NAME|FILE.toml"),
        (["run", "warmup_run", "--pace", "11"], "0.5 to 10"),
        (["run", "warmup_run", "--pace", "nan"], "0.5 to 10"),
        (["run", "warmup_run", "--cues", "loud"], "beeps"),
        (["list", "--for", "juggling"], "No routine is for 'juggling'. Known are break, "),
        (["list", "--position", "upside"], "bed, floor, chair, standing"),
        (["list", "--plian"], "--plain"),
        (["--speed", "0", "list"], "0.01 to 1000"),
        (["validate"], "FILE"),
        (["list", "--speed"], "'--speed' requires an argument"),
        (["run", "warmup_run", "--trace"], "'--trace' requires an argument"),
        (["nope"], "'stretchcoach --help' lists them"),
        (["diary", "nope"], "'stretchcoach diary --help' lists them"),
        (["verison"], "'--version'"),
        (["uninstall", "--yes"], "'stretchcoach uninstall --help' lists them"),
        (["uninstall", "--no-voic"], "Did you mean '--no-voice'?"),
        (["--plian"], "Did you mean '--plain'?"),
        (["list", "-q"], "'stretchcoach list --help' lists them"),
    ],
)
def test_wrong_use_is_2_and_names_the_nearest(args: list[str], hint: str, capsys: Shown) -> None:
    assert main(args) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert hint in shown.err


def test_flags_are_accepted_before_and_after_a_command(capsys: Shown) -> None:
    flags = ["--plain", "--no-voice", "--beeps", "--no-listen", "--night", "--speed", "3"]
    assert main([*flags, "list"]) == 0
    before = capsys.readouterr().out
    assert main(["list", *flags]) == 0
    assert capsys.readouterr().out == before


def test_list_names_every_routine(capsys: Shown) -> None:
    assert main(["list", "--json"]) == 0
    routines = json.loads(capsys.readouterr().out)
    assert len(routines) >= 16
    assert {"id", "title", "purpose", "position", "minutes", "props", "sports"} <= routines[0].keys()
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [routine["id"] for routine in routines]


def test_list_filters(capsys: Shown) -> None:
    main(["list", "--json", "--for", "run", "--minutes", "6", "--position", "standing"])
    picked = json.loads(capsys.readouterr().out)
    assert picked
    for routine in picked:
        assert min(routine["minutes"], routine["shortest"]) <= 6
        main(["plan", routine["id"], "--json", "--minutes", "6"])
        assert json.loads(capsys.readouterr().out)["seconds"] <= 360
        assert routine["position"] == "standing"
    assert main(["list", "--json", "--for", "run", "--minutes", "0"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_own_routines_come_first(home: Path, capsys: Shown) -> None:
    own = home / "data" / "routines"
    own.mkdir(parents=True)
    (own / "warmup_run.toml").write_text(MY_ROUTINE, encoding="utf-8")
    main(["show", "warmup_run", "--json"])
    assert json.loads(capsys.readouterr().out)["title"] == "My calf day"


def test_a_broken_own_routine_is_told_and_the_rest_is_listed(home: Path, capsys: Shown) -> None:
    own = home / "data" / "routines"
    own.mkdir(parents=True)
    (own / "broken.toml").write_text("title = \n", encoding="utf-8")
    assert main(["list"]) == 0
    shown = capsys.readouterr()
    assert "warmup_run" in shown.out
    assert f"{own / 'broken.toml'}:1: " in shown.err
    assert main(["run", "broken"]) == 2
    assert f"{own / 'broken.toml'}:1: " in capsys.readouterr().err


def test_show_writes_a_page_with_a_figure_for_each_stretch(tmp_path: Path, capsys: Shown) -> None:
    file = tmp_path / "standing.html"
    assert main(["show", "cramp_now_standing", "--html", str(file)]) == 0
    page = file.read_text(encoding="utf-8")
    assert page.count("<svg ") == 2
    assert 'aria-label="Standing with hands on the wall, ' in page
    assert "Heel down, knee straight, lean in." in page
    assert "Written:" in capsys.readouterr().err


def test_show_tells_steps_cautions_and_sources(capsys: Shown) -> None:
    assert main(["show", "warmup_run"]) == 0
    page = capsys.readouterr().out
    for words in ("Warm-up before running", "Careful: ", "Sources: ", "Wall calf stretch, hold 15 s, each side"):
        assert words in page
    assert main(["show", "warmup_run", "--json"]) == 0
    routine = json.loads(capsys.readouterr().out)
    assert routine["id"] == "warmup_run"
    assert routine["steps"][0]["name"]


def test_plan_keeps_the_contract(mine: Path, capsys: Shown) -> None:
    assert main(["plan", str(mine), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan.keys() == {"routine", "title", "seconds", "steps"}
    assert (plan["routine"], plan["title"]) == ("my_calf_day", "My calf day")
    assert plan["seconds"] > 40
    for number, step in enumerate(plan["steps"]):
        assert step.keys() == {"index", "kind", "name", "side", "seconds", "intro", "cues"}
        assert step["index"] == number
        for cue in step["cues"]:
            assert cue.keys() in ({"at", "say"}, {"at", "sound"})
    holds = [(step["side"], step["seconds"]) for step in plan["steps"] if step["kind"] == "hold"]
    assert holds == [("left", 20.0), ("right", 20.0)]


@pytest.mark.parametrize("command", ["plan", "run"])
def test_minutes_that_cannot_be_kept_to_are_wrong_use_and_tell_the_shortest(command: str, capsys: Shown) -> None:
    assert (
        main(
            [command, "warmup_football", "--minutes", "2", "--no-voice"]
            if command == "run"
            else [command, "warmup_football", "--minutes", "2"]
        )
        == 2
    )
    assert "the shortest is" in capsys.readouterr().err


def test_plan_listens_to_side_pace_minutes_and_cues(mine: Path, capsys: Shown) -> None:
    def plan(*flags: str) -> list[dict[str, object]]:
        assert main(["plan", str(mine), "--json", *flags]) == 0
        steps: list[dict[str, object]] = json.loads(capsys.readouterr().out)["steps"]
        return steps

    def holds(*flags: str) -> list[tuple[object, object]]:
        return [(step["side"], step["seconds"]) for step in plan(*flags) if step["kind"] == "hold"]

    assert holds("--side", "right") == [("right", 20.0), ("left", 20.0)]
    assert holds("--pace", "1.5") == [("left", 30.0), ("right", 30.0)]
    assert holds("--minutes", "3") > holds()
    assert not any("say" in str(step["cues"]) for step in plan("--cues", "beeps"))


def test_what_the_settings_say_counts_unless_a_flag_does(home: Path, mine: Path, capsys: Shown) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('[coach]\npace = 2\nfirst_side = "right"\n', encoding="utf-8")

    def first(*flags: str) -> tuple[str, float]:
        main(["plan", str(mine), "--json", *flags])
        steps = json.loads(capsys.readouterr().out)["steps"]
        return next((step["side"], step["seconds"]) for step in steps if step["kind"] == "hold")

    assert first() == ("right", 40.0)
    assert first("--pace", "1", "--side", "left") == ("left", 20.0)


def test_plan_without_json_is_readable(mine: Path, capsys: Shown) -> None:
    assert main(["plan", str(mine)]) == 0
    assert "hold     Calf stretch, left, 20 s" in capsys.readouterr().out


def test_validate_names_file_line_and_key(mine: Path, tmp_path: Path, capsys: Shown) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(MY_ROUTINE.replace("hold = 20", 'hold = "long"\nsides = "each"'), encoding="utf-8")
    assert main(["validate", str(mine)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["validate", str(mine), str(bad), str(tmp_path / "none.toml")]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{bad}:10: hold: ")
    assert lines[1].startswith(f"{bad}:11: sides: ")
    assert "did you mean side?" in lines[1]
    assert lines[2].startswith(f"{tmp_path / 'none.toml'}:1: ")


def test_validate_json(tmp_path: Path, capsys: Shown) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("titel = 3\n", encoding="utf-8")
    assert main(["validate", "--json", str(bad)]) == 2
    problems = json.loads(capsys.readouterr().out)
    assert problems[0].keys() == {"file", "line", "key", "message", "warning"}


def test_every_shipped_routine_validates(capsys: Shown) -> None:
    from stretchcoach.library import shipped_folder

    assert main(["validate", *map(str, sorted(shipped_folder().glob("*.toml")))]) == 0
    assert capsys.readouterr().out == ""


def test_schemas_are_json_schemas(capsys: Shown) -> None:
    for args in (["schema"], ["config", "schema"]):
        assert main(args) == 0
        assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_config_commands(home: Path, capsys: Shown) -> None:
    file = home / "config" / "config.toml"
    assert main(["config", "path"]) == 0
    told = capsys.readouterr()
    assert told.out == f"{file}\n" and str(home / "data" / "routines") in told.err
    assert main(["config", "validate"]) == 0
    assert not home.exists()
    assert main(["config", "validate", "nothere"]) == 2
    assert capsys.readouterr().out.startswith("nothere:1: file: does not exist")
    file.parent.mkdir(parents=True)
    file.write_text("[voice]\nrate = 900\nvolume = 5\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["config", "validate"]) == 2
    assert capsys.readouterr().out.startswith(f"{file}:2: voice.rate: ")
    assert main(["config", "show", "--json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["voice"]["volume"] == 5
    assert json.loads(shown.out)["voice"]["rate"] == 160
    assert "voice.rate" in shown.err


def test_config_show_is_a_settings_file(tmp_path: Path, capsys: Shown) -> None:
    from stretchcoach.settings import Settings, load

    main(["config", "show"])
    file = tmp_path / "shown.toml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert load(file) == (Settings(), [])


def loaded(names: tuple[str, ...], code: str) -> list[str]:
    """Those modules that are loaded once a fresh interpreter has run this."""
    whole = f"import sys\n{code}\nprint(*(name for name in {names!r} if name in sys.modules))"
    shown = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=True)
    return shown.stdout.splitlines()[-1].split()


def test_a_cramp_does_not_load_what_reads_routines() -> None:
    code = "import stretchcoach.program.program as p; p.Program(speech=False, beeps=False)"
    assert loaded(("stretchcoach.library.reading", "tomlkit"), code) == []
    assert loaded(("stretchcoach.library.questions",), f"{code}; p.library.knowledge()"), "it would be seen"


def test_help_imports_nothing_heavy() -> None:
    code = "from stretchcoach.cli import main; main(['--help']); main(['cramp', '--help'])"
    assert loaded(("textual", "tomlkit", "asyncio", "pyttsx3"), code) == []


def test_ctrl_c_while_the_interpreter_takes_itself_apart_changes_nothing() -> None:
    told = (
        "import atexit, os, signal\n"
        "atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))\n"
        "from stretchcoach.machine import leaving\n"
        "leaving.catch_signals()\n"
    )
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, check=False).returncode == 0
    early = told.replace("leaving.catch_signals()", "leaving.catch_signals(); os.kill(os.getpid(), signal.SIGINT)")
    assert subprocess.run([sys.executable, "-c", early], capture_output=True, check=False).returncode == 130
