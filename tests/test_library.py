"""Reading routine files: every fault is found, on its line, in plain words; nothing a file can hold raises."""

import os
import string
import tomllib
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import tomlkit
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stretchcoach.core.fitting import shortest
from stretchcoach.core.plan import BOUTS, Style
from stretchcoach.core.routine import Cue, Group, Routine, Sides, Stretch, Until
from stretchcoach.core.unfold import build
from stretchcoach.library import Problem, Shelf, parse, read, schema, shelf, shipped_folder, sources
from stretchcoach.library.check import as_seconds
from stretchcoach.library.rules import reckoned_minutes
from stretchcoach.library.tables import Routine as RoutineTable
from stretchcoach.library.tables import Stretch as StretchTable
from stretchcoach.library.toml_lines import Path as Place
from stretchcoach.library.toml_lines import lines_of, nearest_line

HEAD = 'title = "T"\npurpose = "prevention"\n'
STEP = '[[steps]]\nname = "N"\nsay = "S"\n'
GOOD = HEAD + STEP + "hold = 10\n"

WRONG = [
    ("", ["1: title: is missing", "1: purpose: is missing", "1: steps: is missing"]),
    (HEAD + "steps = []", ["3: steps: is empty"]),
    (HEAD + "steps = 3", ["3: steps: must be a list in [ ], not 3"]),
    (HEAD + "steps = [\n7]", ["4: steps: must be a table with keys of its own, not 7"]),
    (GOOD + "hodl = 30\n", ["7: hodl: is no key of a stretch (did you mean hold?)"]),
    (GOOD + '"a\\nb\\u001b[31m" = 1\n', ["7: a␊b␛[31m: is no key of a stretch"]),
    (GOOD + "cautions = []\n", ["7: cautions: belongs at the top of the file, above the first [[steps]]"]),
    ('purpos = "relief"\n' + GOOD, ["1: purpos: is no key of a routine (did you mean purpose?)"]),
    (
        GOOD.replace("prevention", "warmup"),
        ['2: purpose: must be relief, warm-up, cool-down, prevention or break, not "warmup" (did you mean warm-up?)'],
    ),
    ("format = 2\n" + GOOD, ["1: format: must be 1, not 2"]),
    ("title = 7\n" + GOOD.split("\n", 1)[1], ["1: title: must be a text of 1 to 80 letters, not 7"]),
    (GOOD.replace('"T"', '"  "'), ['1: title: must be a text of 1 to 80 letters, not "  "']),
    ('props = ["wall",\n  4]\n' + GOOD, ["2: props: must be a text of 1 to 80 letters, not 4"]),
    ('sports = "run"\n' + GOOD, ['1: sports: must be a list in [ ], not "run"']),
    (
        HEAD + STEP + "hold = 0\n",
        ['6: hold: must be seconds above 0 and up to 3600, as 30 or "1m30s", not 0'],
    ),
    (
        HEAD + STEP + 'hold = "90m"\n',
        ['6: hold: must be seconds above 0 and up to 3600, as 30 or "1m30s", not "90m"'],
    ),
    (
        HEAD + STEP + "hold = nan\n",
        ['6: hold: must be seconds above 0 and up to 3600, as 30 or "1m30s", not nan'],
    ),
    (
        HEAD + STEP + "hold = true\n",
        ['6: hold: must be seconds above 0 and up to 3600, as 30 or "1m30s", not true'],
    ),
    (HEAD + STEP, ["3: hold: is missing: a stretch needs one of hold, move, reps and until"]),
    (GOOD + "move = 5\n", ["7: move: cannot stand beside hold: a stretch is measured in one way"]),
    (
        GOOD + "reps = 5\nmove = 5\n",
        [
            "7: reps: cannot stand beside hold: a stretch is measured in one way",
            "8: move: cannot stand beside hold: a stretch is measured in one way",
        ],
    ),
    (
        GOOD + "reps = 2.5\n",
        [
            "7: reps: must be a whole number from 1 to 200, not 2.5",
        ],
    ),
    (GOOD + "sets = 21\n", ["7: sets: must be a whole number from 1 to 20, not 21"]),
    (GOOD + "rest = -1\n", ['7: rest: must be seconds from 0 to 3600, as 30 or "1m30s", not -1']),
    (GOOD + "strength = 1\n", ["7: strength: must be true or false, not 1"]),
    (
        GOOD + 'side = "eech"\n',
        ['7: side: must be none, left, right, each, alternate or cramping, not "eech" (did you mean each?)'],
    ),
    (GOOD + 'cues = [{ at = 10, say = "x" }]\n', ["7: at: lies outside the step, which lasts 10 seconds"]),
    (
        GOOD + 'cues = [\n  { at = 5, say = "x" },\n  { at = -11, say = "x" },\n]\n',
        ["9: at: lies outside the step, which lasts 10 seconds"],
    ),
    (
        HEAD + STEP + 'reps = 5\ntempo = 3\ncues = [{ at = 15, say = "x" }]\n',
        ["8: at: lies outside the step, which lasts 15 seconds"],
    ),
    (
        HEAD + STEP + 'until = "ready"\ncues = [{ at = -1, say = "x" }]\n',
        ["7: at: counts from the end, but this step has no length"],
    ),
    (GOOD + "cues = [{ at = 1 }]\n", ["7: cues: a cue needs either say or sound"]),
    (
        GOOD + 'cues = [{ at = 1, sound = "swich" }]\n',
        ['7: sound: must be count, go, end, switch, half or done, not "swich" (did you mean switch?)'],
    ),
    (
        GOOD + 'cues = [{ when = 1, say = "x" }]\n',
        [
            "7: when: is no key of a cue",
            "7: at: is missing",
        ],
    ),
    (HEAD + "[[steps]]\nrepeat = 3\n", ["3: stretches: is missing"]),
    (
        HEAD + "[[steps]]\nrepeat = 0\nstretches = []\n",
        [
            "4: repeat: must be a whole number from 1 to 20, not 0",
            "5: stretches: is empty",
        ],
    ),
    (
        HEAD + "[[steps]]\nrepeat = 3\n\n[[steps.stretches]]\nname = 'N'\nsay = 'S'\nhodl = 5\n",
        [
            "6: hold: is missing: a stretch needs one of hold, move, reps and until",
            "9: hodl: is no key of a stretch (did you mean hold?)",
        ],
    ),
    (
        HEAD + STEP + "reps = 200\ntempo = 60\nsets = 20\n",
        ["3: steps: come to 67 hours: look at seconds, sets and repeats"],
    ),
    (
        '# every fault of a file, not the first alone\ntitle = ""\n\n[[steps]]\nname = "N"\nhold = "soon"\n'
        "\n[[steps]] # two\n  say = '''\nS\n'''\n  shrt = 'x'\n  hold = 5\n",
        [
            '2: title: must be a text of 1 to 80 letters, not ""',
            "1: purpose: is missing",
            "4: say: is missing",
            '6: hold: must be seconds above 0 and up to 3600, as 30 or "1m30s", not "soon"',
            "8: name: is missing",
            "12: shrt: is no key of a stretch (did you mean short?)",
        ],
    ),
]

DOUBTFUL = [
    (
        HEAD + STEP.replace('say = "S"', 'say = "Go ☺"') + "hold = 5\n",
        '5: say: warning: holds "☺", which no voice can say',
    ),
    ('sources = ["NHS-WU", "hall13"]\n' + GOOD, '1: sources: warning: "hall13" is not in the source list '
     "(did you mean HALL17?)"),
    (GOOD + 'sources = ["X1Y2"]\n', '7: sources: warning: "X1Y2" is not in the source list'),
    (HEAD + STEP + "move = 1600\n", "3: steps: warning: come to 27 minutes, more than 25"),
    ("minutes = 9\n" + GOOD, "1: minutes: warning: is 9, but the steps come to 0.5"),
]  # fmt: skip


def told(text: str) -> list[str]:
    """The problems of a text, each checked to begin with the name of its file."""
    _, problems = parse(text, "x.toml")
    lines = [str(problem) for problem in problems]
    assert all(line.startswith("x.toml:") for line in lines)
    return [line.removeprefix("x.toml:") for line in lines]


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[" | ".join(row[1])[:60] for row in WRONG])
def test_each_fault_is_told_with_its_line(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)
    assert parse(text, "x.toml")[0] is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title = \n", 1),
        ("a = 1\na = 2\n", 2),
        ('\n\ntitle = "T', 3),
        ("a = [1,\n2,\n", 3),
        ("a = " + "9" * 5000, 1),
        ("a = " + "[" * 5000, 1),
    ],
)
def test_broken_toml_is_told_with_its_line(text: str, line: int) -> None:
    routine, problems = parse(text, "x.toml")
    assert routine is None
    assert [(problem.line, problem.key) for problem in problems] == [(line, "toml")]
    assert "(at " not in problems[0].message


@pytest.mark.parametrize(("text", "expected"), DOUBTFUL, ids=[row[1][:60] for row in DOUBTFUL])
def test_what_is_doubtful_is_told_and_used(text: str, expected: str) -> None:
    assert told(text) == [expected]
    assert parse(text, "x.toml")[0] is not None


def test_a_file_becomes_the_values_of_the_core() -> None:
    text = """
format = 1
title = "Calves"
purpose = "prevention"
position = "floor"
props = ["wall"]
sports = ["run"]
sources = ["HALL12"]

[[steps]]
name = "Wall"
say = "Lean."
side = "each"
hold = "1m30s"
setup = 0
cues = [{ at = -10, say = "Nearly." }, { at = "20s", sound = "half" }]
stop_if = ["pain"]

[[steps]]
repeat = 2
rest = "10s"
[[steps.stretches]]
name = "Wait"
say = "Sit."
until = "ready"
wait = 20
[[steps.stretches]]
name = "Rock"
say = "Rock."
reps = 5
tempo = 1.5
"""
    routine, problems = parse(text, "calves.toml")
    assert problems == []
    wall = Stretch(
        name="Wall",
        say="Lean.",
        side=Sides.EACH,
        hold=90.0,
        setup=0.0,
        cues=(Cue(-10.0, say="Nearly."), Cue(20.0, sound="half")),
        stop_if=("pain",),
    )
    sit = Stretch("Wait", "Sit.", until=Until.READY, wait=20.0)
    rock = Stretch("Rock", "Rock.", reps=5, tempo=1.5)
    assert routine == Routine(
        id="calves",
        title="Calves",
        purpose="prevention",
        steps=(wall, Group(2, (sit, rock), 10.0)),
        position="floor",
        props=("wall",),
        sports=("run",),
        minutes=4.5,
        sources=("HALL12",),
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [("30s", 30), ("1m", 60), ("1m30s", 90), ("1.5m", 90), ("-10s", -10), ("1h", 3600)],
)
def test_durations_may_be_spelt(text: str, value: float) -> None:
    assert as_seconds(text) == value


@pytest.mark.parametrize("text", ["", "30", "s", "-", "1s1m", "1 m", "1m30", "m30s", "1m-30s"])
def test_other_texts_are_no_durations(text: str) -> None:
    assert as_seconds(text) == text


# --- the thirty seconds before exercise -------------------------------------------------------------------


def static(*steps: str, purpose: str = "warm-up") -> list[str]:
    stretches = "".join(f"[[steps]]\nname = 'N{i}'\nsay = 'S'\n{step}\n" for i, step in enumerate(steps))
    return told(f"title = 'T'\npurpose = '{purpose}'\n{stretches}")


def warning(line: int, muscle: str, total: int) -> str:
    return (
        f"{line}: hold: warning: brings the static stretch of the {muscle} to {total} seconds; "
        "before exercise it should stay at 30 or less"
    )


def test_long_static_holds_before_exercise_are_warned_of() -> None:
    assert static("hold = 31") == [warning(6, "n0", 31)]
    assert static("hold = 16\nsets = 2\nside = 'each'") == [warning(6, "n0", 32)]
    calf = "hold = 20\nmuscle = 'calf'"
    assert static(calf, calf, calf) == [warning(11, "calf", 40)]
    assert static(f"{calf}\nside = 'left'", calf) == [warning(12, "calf", 40)]


def test_a_group_counts_its_rounds() -> None:
    text = (
        "title = 'T'\npurpose = 'warm-up'\n[[steps]]\nrepeat = 4\n"
        "[[steps.stretches]]\nname = 'N'\nsay = 'S'\nhold = 10\n"
    )
    assert told(text) == [warning(8, "n", 40)]


def test_short_holds_other_sides_strength_and_other_purposes_are_not() -> None:
    assert static("hold = 15\nsets = 2\nside = 'each'") == []
    assert static("hold = 20\nmuscle = 'calf'\nside = 'left'", "hold = 20\nmuscle = 'calf'\nside = 'right'") == []
    assert static("hold = 90\nstrength = true") == []
    assert static("hold = 90", purpose="cool-down") == []


# --- files ------------------------------------------------------------------------------------------------


def only_problem(path: Path) -> Problem:
    routine, problems = read(path)
    assert routine is None
    assert len(problems) == 1
    assert (problems[0].file, problems[0].warning) == (str(path), False)
    return problems[0]


def test_files_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    latin, huge = tmp_path / "latin.toml", tmp_path / "huge.toml"
    latin.write_bytes(GOOD.encode() + "say = 'é'".encode("latin-1"))
    huge.write_text("#" * 300_000)
    assert str(only_problem(latin)) == f"{latin}:7: file: is not UTF-8 text; save it as UTF-8"
    assert only_problem(huge).message == "is too large: more than 256 KB"
    assert only_problem(tmp_path).message == "is a folder, not a file"
    assert only_problem(tmp_path / "none.toml").message == "does not exist"
    assert "cannot be read" in only_problem(tmp_path / ("n" * 300)).message
    assert only_problem(Path("a\0b")).file == "a\0b"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert only_problem(pipe).message == "is a pipe, not a file"


def test_files_written_on_windows_are_read_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (GOOD + "hodl = 1\n").replace("\n", "\r\n").encode())
    assert [problem.line for problem in read(path)[1]] == [7]
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    routine, problems = read(path)
    assert routine and routine.id == "windows" and problems == []


# --- the shelf --------------------------------------------------------------------------------------------


def test_the_persons_own_routine_comes_first_and_a_broken_one_hides_nothing(tmp_path: Path) -> None:
    own = GOOD.replace('"T"', '"Mine"')
    (tmp_path / "cooldown_calf.toml").write_text(own)
    (tmp_path / "my-calf.toml").write_text(own)
    (tmp_path / "cramp_now.toml").write_text("title = [")
    (tmp_path / "notes.txt").write_text("not a routine")
    (tmp_path / ".#my-calf.toml").write_text("an editor's lock")
    full = shelf([tmp_path, shipped_folder()])
    assert full.routines["cooldown_calf"].title == full.routines["my-calf"].title == "Mine"
    assert full.routines["cramp_now"].purpose == "relief"
    assert len(full.routines) == 18
    assert [(p.file, p.line) for p in full.problems] == [(str(tmp_path / "cramp_now.toml"), 1)]


def test_folders_that_are_not_there_are_empty_and_odd_ones_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    odd = shelf([tmp_path / "none", tmp_path / "file"])
    assert not odd.routines
    assert [str(p) for p in odd.problems] == [f"{tmp_path / 'file'}:1: file: cannot be read: Not a directory"]


@pytest.fixture(scope="module")
def shipped() -> Shelf:
    return shelf([shipped_folder()])


def test_a_name_is_found_however_it_is_written(shipped: Shelf) -> None:
    for name in ("warmup_run", "Warmup-Run", "warmup run", "Warm-up before running"):
        found = shipped.find(name)
        assert found and found.id == "warmup_run"
    assert shipped.find("warmup") is None
    assert shipped.find("") is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [("football", "warmup_football"), ("Football warm-up", "warmup_football"), ("foo", ""), ("footbal", ""),
     ("warmuprun", "warmup_run"), ("warm-up before run", ""), ("warm-up before running", "warmup_run"), ("", "")],
)  # fmt: skip
def test_part_of_a_word_means_no_routine_clearly(shipped: Shelf, typed: str, found: str) -> None:
    routine = shipped.clear(typed)
    assert (routine.id if routine else "") == found


def test_a_misspelt_name_gets_the_nearest(shipped: Shelf) -> None:
    assert shipped.near("warmup_rnu")[0] == "warmup_run"
    assert shipped.near("bedtime-seeted")[0] == "bedtime_seated"
    assert shipped.near("preg") == ["preg_evening"]
    assert shipped.near("qqqqqq") == shipped.near("") == []


def test_routines_are_picked_by_use_position_and_minutes(shipped: Shelf) -> None:
    def ids(use: str = "", position: str = "", minutes: float | None = None) -> set[str]:
        return {routine.id for routine in shipped.pick(use, position, minutes)}

    assert {"warmup_run", "warmup_general_6min", "cooldown_calf"} <= ids("run") == ids("Running")
    assert "warmup_cycle" not in ids("run")
    assert ids("warmup") == ids("warm-up") == {r for r in shipped.routines if r.startswith("warmup")}
    assert ids(position="bed") == {"cramp_now", "cramp_aftercare", "bedtime_seated", "bedtime_breathing"}
    assert ids("warm-up", minutes=6) == {
        id_ for id_ in ids("warm-up") if shortest(shipped.routines[id_], Style()) <= 360
    }
    assert "warmup_football" not in ids("warm-up", minutes=6)
    assert ids("run", minutes=6) == {"warmup_general_6min", "warmup_run", "cooldown_calf", "calf_flex_daily"}
    assert ids("run", minutes=3) == {"warmup_general_6min"}
    assert ids("swim") == set()
    assert {"run", "night", "relief"} <= set(shipped.uses())
    assert len(ids()) == 17


def test_minutes_that_are_told_are_the_minutes_that_it_takes(shipped: Shelf) -> None:
    for routine in shipped.routines.values():
        assert routine.minutes == reckoned_minutes(routine), routine.id


@pytest.mark.parametrize(("id_", "told"), [("warmup_general_6min", "six minutes"), ("break_90s", "two minutes")])
def test_minutes_in_a_title_are_true_the_first_time_and_every_time(shipped: Shelf, id_: str, told: str) -> None:
    routine = shipped.routines[id_]
    assert routine.title.lower().startswith(told.removesuffix("s").replace(" ", "-"))
    for explain in (True, False):
        assert f"about {told}" in build(routine, Style(explain=explain)).steps[0].intro.lower()


# --- the schema -------------------------------------------------------------------------------------------


def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_routine_fits_the_schema(path: Path) -> None:
    validator().validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "hold = 0",
        "hold = 'soon'",
        "hold = 5\nmove = 3",
        "reps = 5\nmove = 3",
        "hold = 5\nuntil = 'ready'",
        "hold = 5\nhodl = 3",
        "hold = 5\nside = 'eech'",
        "hold = 5\nsets = 0",
        "hold = 5\ncues = [{ at = 1 }]",
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(body: str) -> None:
    text = HEAD + STEP + body
    assert list(validator().iter_errors(tomllib.loads(text)))
    assert told(text)


@pytest.mark.parametrize("body", ["hold = 5", "move = 5", "reps = 5", "until = 'ready'", "reps = 3\nhold = 5"])
def test_the_schema_takes_what_the_reader_takes(body: str) -> None:
    text = HEAD + STEP + body
    validator().validate(tomllib.loads(text))
    assert not told(text)


AGAIN = (
    HEAD
    + """
[[steps]]
group = "A"
repeat = 2
rest = 10

[[steps.stretches]]
name = "Calf"
say = "Lean in."
hold = 20

[[steps]]
name = "B"
say = "March."
move = 30

[[steps]]
group = "A"

[[steps]]
group = "C"

[[steps.stretches]]
name = "Hip"
say = "Circle."
reps = 5

[[steps]]
group = "A"
repeat = 1
"""
)


def test_a_group_with_a_name_comes_again_without_a_copy() -> None:
    routine, problems = parse(AGAIN, "x.toml", heard=True)
    assert routine is not None and not problems
    calf = (Stretch("Calf", "Lean in.", hold=20.0),)
    assert routine.steps == (
        Group(2, calf, 10.0, "A"),
        Stretch("B", "March.", move=30.0),
        Group(2, calf, 10.0, "A", again=True),
        Group(1, (Stretch("Hip", "Circle.", reps=5),), 0.0, "C"),
        Group(1, calf, 10.0, "A", again=True),
    )
    validator().validate(tomllib.loads(AGAIN))
    names = [step.name for step in build(routine, Style()).steps if step.kind in BOUTS]
    assert names == ["Calf", "Calf", "B", "Calf", "Calf", "Hip", "Calf"]


def test_what_is_wrong_in_a_named_group_is_told_once_where_it_is_written() -> None:
    text = AGAIN.replace('say = "Lean in."', 'say = "Lean in."\npose = "wall-lung"')
    assert [problem.line for problem in parse(text, "x.toml")[1]] == [12]


def test_every_word_of_a_spoken_line_that_the_microphone_listens_for_is_warned_of() -> None:
    text = 'title = "Mine"\npurpose = "prevention"\n[[steps]]\nname = "Wall"\nhold = 20\n'
    text += 'say = "Lean in, stop if it hurts, then go back."\n'
    routine, problems = parse(text, "mine.toml", heard=True)
    assert routine is not None
    told = [(problem.line, problem.key, problem.warning) for problem in problems]
    assert told == [(6, "say", True)]
    assert 'says "go back", "it hurts" and "stop", which the microphone' in problems[0].message
    assert not parse(text, "mine.toml")[1]


MISSING = "20: group: no group above is called "


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('group = "A"\nrepeat', 'group = "Aa"\nrepeat', f'{MISSING}"A" (did you mean Aa?)'),
        ('[[steps]]\ngroup = "A"\n\n', '[[steps]]\ngroup = "C"\n\n', f'{MISSING}"C"'),
        ('group = "C"', 'group = "A"', '23: group: "A" is the name of step 1 already; again it has no stretches'),
        ('group = "C"', 'name = "C"', "23: name: is no key of a group: write group"),
        ('group = "C"\n', "", "22: repeat: is missing"),
        ('group = "C"', "group = 3", "23: group: must be a text of 1 to 80 letters, not 3"),
    ],
)
def test_a_named_group_that_is_not_there_is_told(old: str, new: str, problem: str) -> None:
    assert AGAIN.count(old)
    assert problem in told(AGAIN.replace(old, new, 1))


def test_a_cue_lies_inside_repetitions_with_their_holds() -> None:
    step = GOOD + "reps = 4\ntempo = 3\ncues = [{ at = %s, say = 'Higher.' }]\n"
    assert not told(step % 51)
    assert told(step % 52) == ["9: at: lies outside the step, which lasts 52 seconds"]


def test_the_schema_explains_every_key() -> None:
    whole = schema()
    for table in (whole, *(whole["$defs"][name] for name in ("Stretch", "Group", "Cue"))):
        assert all(entry["description"] for entry in table["properties"].values())


def test_the_tables_and_the_core_name_the_same_keys() -> None:
    assert set(StretchTable.__struct_fields__) == set(Stretch.__struct_fields__)
    assert set(RoutineTable.__struct_fields__) == set(Routine.__struct_fields__) - {"id"} | {"format"}


# --- where the keys stand ---------------------------------------------------------------------------------

GNARLY = '''# one
title = "a # b [c]"   # two
"quoted.key" = 'x = 1'
dotted . inner = """
[[steps]]
"""""
list = [ # seven
  1.5, [2,
    3], { a = 1, b.c = [
      "]" ] },
]
[[steps]]
say = \'\'\'it''s\'\'\'
[[steps.inner]]
a = 1979-05-27 07:32:00
[steps.inner.table]
z = 1
[[steps.inner]]
[[ steps ]]
"\\u0061b" = 1
'''


def test_lines_are_found_through_all_of_toml() -> None:
    found = lines_of(GNARLY)
    assert found[("quoted.key",)] == 3
    assert found["dotted", "inner"] == 4
    assert [found["list", i] for i in range(3)] == [8, 8, 9]
    assert (found["list", 1, 1], found["list", 2, "b", "c"], found["list", 2, "b", "c", 0]) == (9, 9, 10)
    assert (found["steps", 0], found["steps", 1]) == (12, 19)
    assert (found["steps", 0, "inner", 0, "table", "z"], found["steps", 0, "inner", 1]) == (17, 18)
    assert found["steps", 1, "ab"] == 20
    assert nearest_line(found, ("steps", 1, "missing", 3)) == 19
    assert places(tomllib.loads(GNARLY)) == set(found)


def places(value: object, at: Place = ()) -> set[Place]:
    """Where every table, key and element of a parsed document lies."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return {(*at, key) for key, _ in inner}.union(*(places(element, (*at, key)) for key, element in inner))


LETTERS = st.text(string.printable + "äé€", max_size=8)
SCALARS = st.one_of(st.booleans(), st.integers(-(2**62), 2**62), st.floats(allow_nan=False), LETTERS)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3), max_leaves=8
)


@settings(deadline=None)
@given(st.dictionaries(LETTERS, VALUES, max_size=5))
def test_every_place_of_any_document_has_a_line(document: dict[str, Any]) -> None:
    text = tomlkit.dumps(document)
    found = lines_of(text)
    assert set(found) == places(tomllib.loads(text))
    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())


# --- nothing raises ---------------------------------------------------------------------------------------


def judged(text: str) -> None:
    routine, problems = parse(text, "fuzz.toml")
    errors = [problem for problem in problems if not problem.warning]
    assert (routine is None) is bool(errors)
    assert all(1 <= problem.line <= text.count("\n") + 1 and problem.key for problem in problems)
    assert all("\n" not in str(problem) for problem in problems)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_routine_or_a_list_of_problems(text: str) -> None:
    judged(text)


@settings(deadline=None)
@given(st.binary())
def test_so_is_any_file(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    routine, problems = read(path)
    assert (routine is None) is any(not problem.warning for problem in problems)


KEYS = sorted({*RoutineTable.__struct_fields__, *StretchTable.__struct_fields__, "repeat", "stretches", "at"})
LIKELY = st.one_of(st.sampled_from(["each", "ready", "relief", "half", "30s", "HALL12"]), st.integers(0, 40), VALUES)
TABLES = st.dictionaries(st.sampled_from(KEYS), LIKELY, max_size=6)
NESTED = st.builds(
    lambda table, steps: {**table, "steps": steps},
    TABLES,
    st.lists(st.builds(lambda table, inner: {**table, **inner}, TABLES, st.dictionaries(
        st.sampled_from(["stretches", "cues"]), st.lists(TABLES, max_size=2), max_size=2)), max_size=3),
)  # fmt: skip


@settings(deadline=None)
@given(NESTED)
@example({"steps": [{"cues": [{"": False}]}]})
def test_so_is_any_table_of_likely_keys(document: dict[str, Any]) -> None:
    judged(tomlkit.dumps(document))


SHIPPED_TEXTS = [path.read_text(encoding="utf-8") for path in sorted(shipped_folder().glob("*.toml"))]


@settings(deadline=None)
@given(st.sampled_from(SHIPPED_TEXTS), st.data())
def test_so_is_a_shipped_file_with_a_piece_torn_out(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 60)))
    judged(text[:begin] + data.draw(st.sampled_from(["", "[", '"', "\n", "= 3", "x"])) + text[end:])


def test_sources_are_found_by_key() -> None:
    trial = sources()["HALL12"]
    assert trial.title.startswith("Hallegraeff 2012")
    assert trial.address.startswith("https://") and trial.mark == "seen"
    assert sources()["CKS"].mark == "memory"
