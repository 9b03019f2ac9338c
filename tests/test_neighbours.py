"""Files of other exercise timers: read as their apps write them, written as they read them, never with a traceback."""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from parts import SHIPPED

from stretchcoach.cli import main
from stretchcoach.cli.neighbours import APPS
from stretchcoach.core.messages import Kind, Side
from stretchcoach.core.plan import BOUTS, CueLevel, Style
from stretchcoach.core.routine import Group, Routine, Sides, Stretch, Until
from stretchcoach.core.unfold import build
from stretchcoach.handout.routine_text import text_of_steps
from stretchcoach.library import parse
from stretchcoach.library.own import mistakes_in
from stretchcoach.machine.files import UnreadableError
from stretchcoach.neighbours import FORMATS, Taken, labels, taken
from stretchcoach.neighbours.exercise_names import FEEEL, WGER, names, number_of
from stretchcoach.neighbours.json_lines import line_of

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


# --- as the apps write them ----------------------------------------------------------------------------------


def exercise(name: str, duration: int) -> dict[str, Any]:
    return {"name": name, "id": "1f0e", "duration": duration}


JAWT = {
    "title": "Evening",
    "sets": [
        {"repetitions": 1, "id": "a", "exercises": [exercise("Jumping jacks", 30), exercise("Rest", 10)]},
        {"repetitions": 3, "id": "b", "exercises": [exercise("Plank", 45), exercise("Pause", 15)]},
        {
            "repetitions": 1,
            "id": "c",
            "exercises": [exercise("Calf stretch left", 20), exercise("Calf stretch right", 20)],
        },
    ],
    "version": 2,
    "position": 0,
}
TIMER_MACHINE = {
    "folders": [],
    "timers": [
        {
            "id": 7,
            "name": "Legs",
            "loop": 1,
            "steps": [
                {
                    "step_type": "step",
                    "label": "Walk",
                    "length": 60000,
                    "behaviour": [{"type": "MUSIC", "loop": True}],
                    "type": "NORMAL",
                },
                {
                    "step_type": "group",
                    "name": "Round",
                    "loop": 2,
                    "steps": [
                        {
                            "step_type": "step",
                            "label": "Wall sit",
                            "length": 20000,
                            "behaviour": [
                                {"type": "VOICE", "label": "", "content": "Slide down the wall."},
                                {"type": "COUNT"},
                            ],
                            "type": "NORMAL",
                        },
                        {"label": "Rest", "length": 10500, "type": "NOTIFIER"},
                    ],
                },
                {"step_type": "step", "label": "Lie down", "length": 30000, "behaviour": [{"type": "HALT"}]},
            ],
            "startStep": {"label": "Get ready", "length": 8000, "type": "START"},
            "endStep": None,
            "more": {},
            "folderId": 1,
        }
    ],
    "timerStamps": [],
    "schedulers": [],
    "prefs": {},
}
OPENHIIT = [
    {
        "id": "x",
        "name": "Tabata",
        "timerIndex": 0,
        "totalTime": 0,
        "intervals": 0,
        "activeIntervals": 3,
        "activities": ["High knees", "Plank"],
        "showMinutes": 0,
        "color": 4280391411,
        "timeSettings": {
            "id": "t",
            "timerId": "x",
            "workTime": 20,
            "restTime": 10,
            "breakTime": 60,
            "warmupTime": 90,
            "cooldownTime": 0,
            "getReadyTime": 10,
            "restarts": 1,
        },
        "soundSettings": {"id": "s", "timerId": "x", "workSound": "short-whistle"},
    }
]
OLD_OPENHIIT = [
    {
        "id": "x",
        "title": "Old",
        "numExercises": 2,
        "exercises": '["Squats", "Plank"]',
        "getReadyTime": 10,
        "exerciseTime": 30,
        "restTime": 15,
        "halfTime": 0,
        "breakTime": 0,
        "warmupTime": 0,
        "cooldownTime": 0,
        "iterations": 0,
        "halfwayMark": 0,
        "workSound": "short-whistle",
        "colorInt": 1,
        "workoutIndex": 0,
        "showMinutes": 0,
    }
]
FEEEL_FILE = {
    "feeelMetadataVersion": 300,
    "exerciseDbImport": "2023-02-17T20:00:00.000",
    "fullWorkout": {
        "workout": {
            "id": 3,
            "type": 1,
            "title": "Neck and legs",
            "translationJson": None,
            "category": 1,
            "countdownDuration": 5,
            "exerciseDuration": 20,
            "breakDuration": 10,
            "cachedLastUse": None,
        },
        "workoutExercises": [
            {"workoutId": 3, "orderPosition": 1, "exercise": 1203, "exerciseDuration": None, "breakDuration": 5},
            {"workoutId": 3, "orderPosition": 0, "exercise": 1018, "exerciseDuration": 15, "breakDuration": None},
            {"workoutId": 3, "orderPosition": 2, "exercise": 999999, "exerciseDuration": None, "breakDuration": None},
        ],
    },
}


def config(value: Any, iteration: int = 1) -> dict[str, Any]:
    return {
        "id": 1,
        "slot_entry": 1,
        "iteration": iteration,
        "value": value,
        "operation": "r",
        "step": "na",
        "repeat": False,
    }


def entry(exercise_: int, unit: int, amount: Any, sets: Any = 1, rest: Any = None, **more: Any) -> dict[str, Any]:
    configs = {
        "repetitions_configs": [config(amount)],
        "set_nr_configs": [config(sets)],
        "rest_configs": [config(rest)] if rest is not None else [],
        "weight_configs": [],
    }
    return {
        "id": 1,
        "slot": 1,
        "exercise": exercise_,
        "order": 1,
        "comment": "",
        "type": "normal",
        "repetition_unit": unit,
        **configs,
        **more,
    }


WGER_FILE = {
    "id": 1,
    "name": "Mobility",
    "description": "",
    "created": "2026-01-01T00:00:00Z",
    "start": "2026-01-01",
    "end": "2026-03-01",
    "fit_in_week": True,
    "days": [
        {
            "id": 1,
            "name": "Legs",
            "is_rest": False,
            "slots": [
                {"id": 1, "entries": [entry(1239, 3, "30.00", 2, "15.00")]},
                {"id": 2, "entries": [entry(622, 1, 10), entry(458, 4, "1.00")]},
                {"id": 3, "entries": [entry(615, 5, "3.00")]},
            ],
        },
        {"id": 2, "name": "", "is_rest": True, "slots": []},
    ],
}
SEQUENCE: list[dict[str, Any]] = [
    {
        "iteration": week,
        "date": f"2026-01-{week:02}",
        "day": {"id": 8, "name": "Leg day", "is_rest": False},
        "slots": [
            {
                "is_superset": False,
                "exercises": [458],
                "sets": [
                    {
                        "slot_entry_id": 2,
                        "exercise": 458,
                        "sets": 1,
                        "weight": None,
                        "repetitions": "45.00",
                        "repetitions_unit": 3,
                        "rest": "20.00",
                        "type": "iso",
                        "comment": "",
                    }
                ]
                * 3,
            }
        ],
    }
    for week in (1, 2)
] + [{"iteration": 1, "date": "2026-01-03", "day": None, "slots": []}]
SAMPLES: dict[str, Any] = {
    "jawt": JAWT,
    "jawt backup": {"workouts": [JAWT, {**JAWT, "title": "Morning"}]},
    "timer-machine": TIMER_MACHINE,
    "openhiit": OPENHIIT,
    "openhiit old": OLD_OPENHIIT,
    "feeel": FEEEL_FILE,
    "wger": WGER_FILE,
    "wger sequence": SEQUENCE,
}


def only(value: Any) -> Taken:
    (found,) = taken(json.dumps(value))[1]
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_known_by_what_is_in_it_and_gives_right_routines(name: str) -> None:
    format_, found = taken(json.dumps(SAMPLES[name]))
    assert format_ is FORMATS[name.partition(" ")[0]]
    for each in found:
        text = text_of_steps(each.title, each.steps, "")
        routine, problems = parse(text, "x.toml")
        assert routine is not None and not [problem for problem in problems if not problem.warning], problems


def test_a_set_of_jawt_becomes_a_group_and_two_sides_become_one_step() -> None:
    each = only(JAWT)
    assert each.title == "Evening"
    assert [replace(step, say="") if isinstance(step, Stretch) else step.repeat for step in each.steps] == [
        Stretch("Jumping jacks", "", move=30),
        Stretch("Rest", "", move=10, setup=0.0),
        3,
        Stretch("Calf stretch", "", hold=20, side=Sides.EACH),
    ]
    assert "held still: Plank, Calf stretch; moving: Jumping jacks" in each.lost[0]


def test_words_halts_loops_and_groups_of_timer_machine_are_taken() -> None:
    each = only(TIMER_MACHINE)
    walk, group, lie = each.steps
    assert isinstance(walk, Stretch) and (walk.move, walk.setup) == (60, 8)
    assert isinstance(group, Group) and (group.name, group.repeat) == ("Round", 2)
    assert [(inner.name, inner.hold, inner.move) for inner in group.stretches] == [
        ("Wall sit", 20, None),
        ("Rest", None, 10.5),
    ]
    assert group.stretches[0].say == "Slide down the wall."
    assert isinstance(lie, Stretch) and (lie.until, lie.wait) == (Until.READY, 30)
    assert each.lost[:2] == (
        "Not taken: music.",
        "A step that halts goes on when you say so, or by itself after its time.",
    )


def worked(routine: Routine) -> list[tuple[str, Side, float, int, float]]:
    steps = build(routine, Style(cues=CueLevel.NAMES)).steps
    return [
        (
            step.name,
            step.bout.side,
            round(step.seconds or step.limit or 30, 2),
            step.bout.reps,
            round(step.bout.held, 2),
        )
        for step in steps
        if step.kind in (*BOUTS, Kind.WAIT)
    ]


def routine_of(each: Taken) -> Routine:
    routine, problems = parse(text_of_steps(each.title, each.steps, ""), "x.toml")
    assert routine is not None, problems
    return routine


def test_intervals_of_openhiit_come_in_the_order_in_which_it_runs_them() -> None:
    done = [(name, seconds) for name, _, seconds, _, _ in worked(routine_of(only(OPENHIIT)))]
    once = [("High knees", 20), ("Rest", 10), ("Plank", 20), ("Rest", 10), ("Work", 20)]
    assert done == [("Warm-up", 90), ("Rest", 10), *once, ("Rest", 60), *once]
    old = [(name, seconds) for name, _, seconds, _, _ in worked(routine_of(only(OLD_OPENHIIT)))]
    assert old == [("Squats", 30), ("Rest", 15), ("Plank", 30)]


def test_the_numbers_of_feeel_have_names_and_its_order_counts() -> None:
    each = only(FEEEL_FILE)
    done = [(name, side, seconds) for name, side, seconds, _, _ in worked(routine_of(each))]
    assert done == [
        ("Head tilts", Side.NONE, 15),
        ("Rest", Side.NONE, 5),
        ("Calf raises", Side.LEFT, 20),
        ("Rest", Side.NONE, 10),
        ("Exercise 999999", Side.NONE, 20),
    ]
    assert "No name is known for the exercises 999999." in each.lost


def test_of_wger_come_times_and_repetitions_and_the_rest_is_told() -> None:
    each = only(WGER_FILE)
    done = [(name, seconds, reps) for name, _, seconds, reps, _ in worked(routine_of(each))]
    assert done == [
        ("Standing Calf Stretch", 30, 0),
        ("Standing Calf Stretch", 30, 0),
        ("Rest", 15, 0),
        ("Standing Calf Raises", 20, 10),
        ("Plank", 60, 0),
    ]
    assert "Left out, as it has no time: Squats (miles)." in each.lost
    assert "wger gives no speed: a repetition takes 2 seconds." in each.lost


def test_a_date_sequence_of_wger_is_each_day_once() -> None:
    each = only(SEQUENCE)
    (step,) = each.steps
    assert isinstance(step, Stretch) and (step.name, step.hold, step.sets, step.rest) == ("Plank", 45, 3, 20)


@pytest.mark.parametrize(
    "sheet",
    ["[ ] Calf stretch 3 x 30 sec each leg", "[x] Heel raises x 10", "[]Heel raises x 10", "[1] Heel raises x 10"],
)
def test_a_sheet_with_boxes_to_tick_is_no_json(sheet: str, tmp_path: Path, capsys: Shown) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text(sheet, encoding="utf-8")
    main(["import", str(path), "--dry-run"])
    assert "JSON" not in capsys.readouterr().err


@pytest.mark.parametrize("value", ["[1,2,{}]", '[[{"name": "Plank"}]]', ' ["Calf stretch", "30 s"]\n', "[0]"])
def test_json_that_no_timer_writes_is_no_sheet(value: str, tmp_path: Path, capsys: Shown) -> None:
    path = tmp_path / "x.json"
    path.write_text(value, encoding="utf-8")
    assert main(["import", str(path), "--dry-run"]) == 2
    out, err = capsys.readouterr()
    assert "is JSON, but no file of" in err and not out


def test_what_is_null_or_lasts_no_time_is_as_the_app_takes_it() -> None:
    value = {"title": None, "sets": [{"repetitions": None, "exercises": [
        {"name": None, "duration": None}, {"name": "Nothing", "duration": 0}, {"name": "Plank", "duration": 20},
    ]}, {"repetitions": 1, "exercises": None}]}  # fmt: skip
    each = only(value)
    assert each.title == "Workout"
    assert [(name, seconds) for name, _, seconds, _, _ in worked(routine_of(each))] == [("Exercise", 30), ("Plank", 20)]
    assert "Left out, as they last no time: Nothing." in each.lost


def test_a_group_in_a_group_is_done_as_often_as_both_say_and_new_behaviour_is_told() -> None:
    value = deepcopy(TIMER_MACHINE)
    group = value["timers"][0]["steps"][1]  # type: ignore[index]
    group["steps"] = [{"step_type": "group", "name": "In", "loop": 3, "steps": group["steps"][:1]}]
    group["steps"][0]["steps"][0]["behaviour"].append({"type": "SMELL"})
    each = only(value)
    assert [name for name, *_ in worked(routine_of(each))].count("Wall sit") == 6
    assert "'SMELL', which is not known here" in each.lost[0]
    value["timers"][0]["steps"][0]["behaviour"] = [{"type": "HALTS"}]  # type: ignore[index]
    with pytest.raises(UnreadableError, match=r"there is no 'HALTS' \(did you mean HALT\?\)"):
        taken(json.dumps(value))


def test_one_timer_of_openhiit_without_its_list_is_read_too() -> None:
    assert only(OPENHIIT[0]) == only(OPENHIIT)


# --- there and back ------------------------------------------------------------------------------------------

STRETCHES = st.builds(
    Stretch,
    name=st.sampled_from(["Calf stretch", "Heel raises", "High knees", "Lunges", "Wall sit"]),
    say=st.just("Go."),
    side=st.sampled_from([Sides.NONE, Sides.LEFT, Sides.RIGHT, Sides.EACH, Sides.ALTERNATE]),
    sets=st.integers(1, 4),
    rest=st.sampled_from([0.0, 5.0, 20.0]),
    setup=st.sampled_from([None, 0.0, 4.0, 5.0]),
)
MEASURES = st.sampled_from(
    [{"hold": 20.0}, {"move": 45.0}, {"reps": 10, "tempo": 3.0}, {"reps": 5, "tempo": 2.0, "hold": 5.0}]
)
STEPS = st.builds(lambda stretch, measure: replace(stretch, **measure), STRETCHES, MEASURES)
ROUTINES = st.lists(
    st.one_of(STEPS, st.builds(Group, st.integers(1, 4), st.tuples(STEPS, STEPS), st.sampled_from([0.0, 30.0]))),
    min_size=1,
    max_size=5,
).map(lambda steps: Routine("x", "Mine", "prevention", tuple(steps)))


def back(routine: Routine, app: str) -> list[tuple[str, Side, float, int, float]]:
    text, _ = FORMATS[app].handed_out(routine)
    return [each for one in taken(text)[1] for each in worked(routine_of(one)) if each[0] != "Rest"]


@pytest.mark.parametrize("app", ["jawt", "timer-machine", "openhiit"])
@given(routine=ROUTINES)
@settings(max_examples=60, deadline=None)
def test_what_goes_out_comes_back_with_its_times_sides_names_and_holds(app: str, routine: Routine) -> None:
    assert back(routine, app) == worked(routine)


@pytest.mark.parametrize("app", ["jawt", "timer-machine", "openhiit"])
@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_routine_goes_out_and_comes_back(app: str, name: str) -> None:
    sure = [(name, side, round(seconds), reps) for name, side, seconds, reps, _ in worked(SHIPPED[name])]
    assert [(name, side, round(seconds), reps) for name, side, seconds, reps, _ in back(SHIPPED[name], app)] == sure


@pytest.mark.parametrize(("app", "of"), [("feeel", FEEEL), ("wger", WGER)])
@given(routine=ROUTINES)
@settings(max_examples=40, deadline=None)
def test_lists_of_exercises_get_those_that_they_have_and_the_others_are_told(
    app: str, of: str, routine: Routine
) -> None:
    known = [(name, side) for name, side, *_ in worked(routine) if number_of(name, side, of)]
    if not known:
        with pytest.raises(UnreadableError, match="holds no exercise that"):
            FORMATS[app].handed_out(routine)
        return
    text, lost = FORMATS[app].handed_out(routine)
    (each,) = taken(text)[1]
    done = [name for name, *_ in worked(routine_of(each)) if name != "Rest"]
    assert [name.lower().rstrip("s") for name in done] == [
        labels.parsed(names()[number_of(name, side, of) or 0]).name.lower().rstrip("s") for name, side in known
    ]
    missing = {name for name, side, *_ in worked(routine) if not number_of(name, side, of)}
    assert all(any(name in line for line in lost) for name in missing)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Calf stretch (left)", labels.Label("Calf stretch", Side.LEFT)),
        ("Right leg: lunge", labels.Label("Lunge", Side.RIGHT)),
        ("Quad stretch - R", labels.Label("Quad stretch", Side.RIGHT)),
        ("Left neck stretch", labels.Label("Left neck stretch")),
        ("Look right", labels.Label("Look right")),
        ("Heel raises, left leg, 10 times, hold 5 s", labels.Label("Heel raises", Side.LEFT, 10, 5.0)),
        ("Leg swings", labels.Label("Leg swings")),
    ],
)
def test_a_side_in_a_name_is_one_of_the_legs_or_stays_there(text: str, label: labels.Label) -> None:
    assert labels.parsed(text) == label
    assert labels.parsed(labels.written(label)) == label


def test_the_same_routine_gives_the_same_file() -> None:
    for format_ in FORMATS.values():
        if format_.ending == "json" and format_ is not FORMATS["wger"]:
            assert format_.handed_out(SHIPPED["warmup_run"]) == format_.handed_out(SHIPPED["warmup_run"])


# --- whatever is in them -------------------------------------------------------------------------------------

ODD: tuple[Any, ...] = (
    None, True, -1, 0, 1e30, 10**40, 0.1, "", "x", "\ud83d", "\x00\x1b[2J", "🙂" * 500, "NaN", [], {}, [[[]]],
    {"a": {"b": []}}, [1, "a", None], "10.00", "{", "left leg",
)  # fmt: skip


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key)
        yield from places(each, (*path, key))


def around(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path[:-1]:
        value = value[step]
    return value


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
@settings(max_examples=250, deadline=None)
def test_a_file_with_anything_in_it_gives_right_routines_or_one_sentence(name: str, data: st.DataObject) -> None:
    value = deepcopy(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 3))):
        every = list(places(value))
        if not every:
            break
        path = data.draw(st.sampled_from(every))
        table, key = around(value, path), path[-1]
        what = data.draw(st.sampled_from(["put", "put", "put", "take", "rename"]))
        if what == "put":
            table[key] = deepcopy(data.draw(st.sampled_from(ODD)))
        elif what == "take" or isinstance(table, list):
            del table[key]
        else:
            table[f"{key}x"] = table.pop(key)
    assert_sane(json.dumps(value))


def assert_sane(text: str) -> None:
    try:
        _, found = taken(text)
    except UnreadableError as error:
        said = error.about("file")
        assert "\n" not in said and len(said) < 500 and "Traceback" not in said
        assert 0 <= error.line <= text.count("\n") + 1
        return
    for each in found:
        file = text_of_steps(each.title, each.steps, "From x.", "", each.lost)
        file.encode()
        assert all(problem.key == "steps" for problem in mistakes_in(file, Path("x.toml")))


@pytest.mark.parametrize("name", SAMPLES)
@given(cut=st.integers(0, 4000), put=st.text(max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_refused_in_one_sentence(name: str, cut: int, put: str) -> None:
    text = json.dumps(SAMPLES[name], indent=1)
    assert_sane(text[:cut] + put + text[cut + len(put) :])


LOOPS = json.dumps({"timers": [{"name": "x", "loop": 1000, "steps": [{"name": "a", "loop": 1000, "steps": [
    {"name": "b", "loop": 1000, "steps": [{"name": "c", "loop": 1000, "steps": [{"label": "d", "length": 1000}]}]}
]}]}]})  # fmt: skip
"""A million million steps."""


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        '{"sets":' * 3000,
        '{"sets": NaN}',
        '{"title": "x", "sets": 1e400}',
        f'{{"title": "x", "sets": {"9" * 6000}}}',
        '{"sets": [], "sets": []}',
        "{}",
        "[]",
        "[{}]",
        "null",
        LOOPS,
    ],
)
def test_what_is_no_file_of_anybody_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        taken(text)


def test_where_a_value_stands_is_told() -> None:
    text = json.dumps(JAWT, indent=2).replace('"duration": 45', '"duration": "45"')
    with pytest.raises(UnreadableError) as caught:
        taken(text)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if '"45"' in line)
    assert caught.value.about("f") == f"f:{line}: sets[1].exercises[0].duration: must be a number, and is a text."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda v: v["sets"][0]["exercises"][0].update(duration=-5), "[0].duration: must be at least 0, and is -5"),
        (lambda v: v["sets"][0].update(repetition=v["sets"][0].pop("repetitions")), "(is 'repetition' meant?)"),
        (lambda v: v.pop("title"), "file: has no 'title'"),
        (lambda v: v.update(sets=[]), "sets: is empty"),
        (lambda v: (v.pop("sets"), v.update(setz=1)), "it says 'setz'; is 'sets' meant?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_the_nearest_name(change: Callable[[Any], object], said: str) -> None:
    value = deepcopy(JAWT)
    change(value)
    with pytest.raises(UnreadableError) as caught:
        taken(json.dumps(value))
    assert said in caught.value.about("f")


@given(
    st.recursive(
        st.integers(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    )
)
@settings(deadline=None)
def test_the_line_of_every_value_is_the_one_it_stands_on(value: Any) -> None:
    text = json.dumps(value, indent=1)
    lines = [line_of(text, path) for path in places(value)]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
    for path, line in zip(places(value), lines, strict=True):
        if isinstance(path[-1], str):
            assert json.dumps(path[-1]) in text.splitlines()[line - 1]


# --- on the command line -------------------------------------------------------------------------------------


def saved(folder: Path, value: Any, name: str = "theirs.json") -> str:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def test_a_file_comes_in_and_is_a_routine_of_ones_own(tmp_path: Path, home: Path, capsys: Shown) -> None:
    assert main(["import", saved(tmp_path, TIMER_MACHINE)]) == 0
    shown = capsys.readouterr()
    assert "Wall sit, hold 20 s" in shown.out and "Not taken: music." in shown.err
    file = home / "data/routines/legs.toml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert main(["validate", str(file)]) == 0
    assert main(["import", saved(tmp_path, TIMER_MACHINE)]) == 2 and "--replace" in capsys.readouterr().err
    assert main(["import", saved(tmp_path, TIMER_MACHINE), "--replace"]) == 0


def test_a_backup_brings_all_of_its_workouts_or_the_one_that_is_asked_for(
    tmp_path: Path, home: Path, capsys: Shown
) -> None:
    backup = saved(tmp_path, SAMPLES["jawt backup"])
    assert main(["import", backup, "--name", "Mornin"]) == 2 and "Did you mean 'morning'?" in capsys.readouterr().err
    assert main(["import", backup, "--name", "morning", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["routine"] == "morning" and told["from"] == "Just Another Workout Timer" and told["lost"]
    assert main(["import", backup, "--dry-run"]) == 0 and not (home / "data/routines/evening.toml").exists()
    capsys.readouterr()
    assert main(["import", backup, "--replace", "--json"]) == 0
    assert [each["routine"] for each in json.loads(capsys.readouterr().out)["all"]] == ["evening", "morning"]


def test_a_zip_of_feeel_is_read_and_a_damaged_one_refused(tmp_path: Path, home: Path, capsys: Shown) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a_3.feeel", json.dumps(FEEEL_FILE))
    assert main(["import", str(path)]) == 0 and (home / "data/routines/neck_and_legs.toml").exists()
    whole = path.read_bytes()
    for cut in range(4, len(whole), 40):
        path.write_bytes(whole[:cut])
        assert main(["import", str(path), "--dry-run"]) == 2
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.feeel", " " * 20_000_000)
    assert main(["import", str(path)]) == 2 and "too large" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["json", "zip", "feeel", "tmd"])
def test_a_pipe_a_folder_and_nothing_are_refused(ending: str, tmp_path: Path, capsys: Shown) -> None:
    pipe, folder = tmp_path / f"pipe.{ending}", tmp_path / f"folder.{ending}"
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (pipe, folder, tmp_path / f"none.{ending}"):
        assert main(["import", str(path)]) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) <= 4


@pytest.mark.parametrize("app", FORMATS)
def test_share_writes_the_file_of_each_app_and_import_takes_it_back(app: str, tmp_path: Path, capsys: Shown) -> None:
    out = tmp_path / f"out.{FORMATS[app].ending}"
    assert main(["share", "warmup_run", "--as", app, "--out", str(out)]) == 0
    assert "It has no place for" in capsys.readouterr().err
    assert main(["import", str(out), "--dry-run"]) == 0
    assert main(["share", "warmup_run", "--as", app, "--out", str(out)]) == 2


def test_two_ways_at_once_are_none(capsys: Shown) -> None:
    assert main(["share", "warmup_run", "--as", "jawt", "--line"]) == 2
    assert main(["share", "bedtime_seated", "--as", "feeel"]) == 2
    assert "holds no exercise that Feeel has" in capsys.readouterr().err


def test_the_command_line_offers_the_apps_there_are() -> None:
    assert tuple(FORMATS) == APPS
