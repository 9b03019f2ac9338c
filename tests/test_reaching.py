"""Whatever the author of a routine wrote reaches a person: on the card, in ``show``, and in plain lines."""

import pytest
from msgspec.structs import fields, replace
from parts import played

from stretchcoach.cli import routine_cards
from stretchcoach.core.messages import Scene
from stretchcoach.core.plan import Style
from stretchcoach.core.routine import Cue, Group, Routine, Sides, Stretch, Until
from stretchcoach.core.unfold import build
from stretchcoach.plain.narrate import narrate
from stretchcoach.tui.routine_card import card

BASE = Stretch("Calf stretch", "Lean in.", hold=20)
REPS = Stretch("Heel raises", "Lift your heels.", reps=4)
TWICE = replace(BASE, sets=2)
WAITING = Stretch("Towel", "Take a towel.", until=Until.READY)
STRETCHES: dict[str, tuple[Stretch, Stretch]] = {
    "name": (BASE, replace(BASE, name="Soleus stretch")),
    "say": (BASE, replace(BASE, say="Lean in slowly.")),
    "short": (TWICE, replace(TWICE, short="And lean.", rest=5.0)),
    "how": (BASE, replace(BASE, how="Keep your heel down.")),
    "side": (BASE, replace(BASE, side=Sides.EACH)),
    "hold": (BASE, replace(BASE, hold=25)),
    "move": (BASE, replace(BASE, hold=None, move=25)),
    "reps": (REPS, replace(REPS, reps=6)),
    "tempo": (REPS, replace(REPS, tempo=3.0)),
    "until": (BASE, replace(BASE, hold=None, until=Until.READY)),
    "wait": (WAITING, replace(WAITING, wait=20.0)),
    "sets": (BASE, TWICE),
    "rest": (TWICE, replace(TWICE, rest=20.0)),
    "setup": (BASE, replace(BASE, setup=20.0)),
    "optional": (BASE, replace(BASE, optional=True)),
    "after_screen": (BASE, replace(BASE, after_screen=True)),
    "cues": (BASE, replace(BASE, cues=(Cue(8.0, "Let your shoulders drop."),))),
    "caution": (BASE, replace(BASE, caution="Hold something firm.")),
    "stop_if": (BASE, replace(BASE, stop_if=("Sharp pain",))),
    "pose": (BASE, replace(BASE, pose="wall-lunge")),
    "sources": (BASE, replace(BASE, sources=("MAYO",))),
}
CHECKED = {"muscle", "strength"}
"""They say how the checker is to judge a hold, and it tells so."""
ROUTINES: dict[str, object] = {
    "id": "other",
    "title": "Other",
    "purpose": "warm-up",
    "steps": (BASE, REPS),
    "position": "chair",
    "props": ("towel",),
    "sports": ("run",),
    "audience": "runners",
    "minutes": 7.0,
    "cautions": ("Not with a swollen leg.",),
    "evidence": "Well studied.",
    "sources": ("MAYO",),
}
FOUND_BY = {"id", "purpose", "sports", "minutes"}
"""By what a routine is found and sorted in the app; the card there has its own minutes, those it really takes."""
IN_A_SESSION = {"title", "purpose", "steps", "props"}
PLAYED = set(STRETCHES) - {"optional", "sources"}


def routine(*steps: Stretch | Group) -> Routine:
    return Routine("one", "One", "prevention", steps)


def on_the_card(it: Routine) -> list[str]:
    return [line.text for line in card(it, 60.0, {})]


def shown(it: Routine) -> list[str]:
    return list(routine_cards.card(it))


def in_lines(it: Routine) -> list[tuple[float, str]]:
    """Every line of a session in plain mode, with its second."""
    run = played(build(it, Style()))
    seen, lines = Scene(""), list[tuple[float, str]]()
    while (due := run._due()) is not None and due[0] < 3600:
        run.run(due[0])
        lines += [(round(run.now), line) for line in narrate(seen, run.scene())]
        seen = run.scene()
    return lines


def test_no_field_was_forgotten() -> None:
    assert {each.name for each in fields(Stretch)} == set(STRETCHES) | CHECKED
    assert {each.name for each in fields(Routine)} == set(ROUTINES)


@pytest.mark.parametrize("field", STRETCHES)
def test_every_field_of_a_stretch_reaches_a_person(field: str) -> None:
    without, with_it = (routine(each) for each in STRETCHES[field])
    if field in PLAYED:
        assert in_lines(without) != in_lines(with_it)
    if field not in ("say", "short", "how", "cues", "setup", "wait", "pose"):
        assert on_the_card(without) != on_the_card(with_it)
    if field not in ("say", "short", "how", "cues", "setup", "wait", "tempo", "pose"):
        assert shown(without) != shown(with_it)


@pytest.mark.parametrize("field", ROUTINES)
def test_every_field_of_a_routine_reaches_a_person(field: str) -> None:
    without = routine(BASE)
    with_it = replace(without, **{field: ROUTINES[field]})
    assert shown(without) != shown(with_it)
    if field not in FOUND_BY:
        assert on_the_card(without) != on_the_card(with_it)
    if field in IN_A_SESSION:
        assert in_lines(without) != in_lines(with_it)


def test_when_to_break_off_is_told_once_a_stretch_and_stands_in_each_scene_of_it() -> None:
    it = routine(replace(TWICE, caution="Hold something firm.", stop_if=("Sharp pain", "A knot in the calf")), REPS)
    told = "Hold something firm. Stop if: sharp pain, a knot in the calf."
    assert [line for _, line in in_lines(it)].count(f"Careful: {told}") == 1
    assert any(told in line for line in on_the_card(it)) and any(told in line for line in shown(it))
    plan = build(it, Style())
    assert [step.care for step in plan.steps if step.stretch == 1] == [told] * 4
    assert {step.care for step in plan.steps if step.stretch != 1} == {""}
