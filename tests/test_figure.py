"""The figure: a body that stays a body at every moment of every pose, and a picture of it."""

import re
from math import dist
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stretchcoach import library
from stretchcoach.core.messages import Kind, Scene, Side
from stretchcoach.core.phase import Phase
from stretchcoach.core.positions import PLACES, VARIANTS, pose
from stretchcoach.core.routine import Group, Stretch
from stretchcoach.figure import body
from stretchcoach.figure.dots import rows
from stretchcoach.figure.drawing import Ink, box, drawn
from stretchcoach.figure.names import names
from stretchcoach.figure.pose import Pose, poses
from stretchcoach.figure.svg import svg
from stretchcoach.plain.narrate import narrate
from stretchcoach.poses import main

POSES = poses()
DOCS = Path(__file__).parents[1] / "docs"
EACH = pytest.mark.parametrize("name", POSES)
MOMENTS = [step / 48 for step in range(49)]
THICK = {"pelvis": 6.3, "hand": 2.6}
"""How far what is seen of a joint reaches beyond it."""
LENGTHS = {
    ("hip", "knee"): body.THIGH, ("knee", "ankle"): body.SHANK, ("shoulder", "elbow"): body.UPPER_ARM,
    ("elbow", "hand"): body.FOREARM, ("ball", "toe"): body.TOES, ("heel", "ball"): body.HEEL + body.BALL,
    ("ankle", "heel"): (body.ANKLE**2 + body.HEEL**2) ** 0.5, ("ankle", "ball"): (body.ANKLE**2 + body.BALL**2) ** 0.5,
}  # fmt: skip


def shipped() -> list[tuple[str, Stretch]]:
    """Every stretch of every routine that comes with the program."""
    shelf = library.shelf([library.shipped_folder()])
    return [
        (routine.id, stretch)
        for routine in shelf.routines.values()
        for step in routine.steps
        for stretch in (step.stretches if isinstance(step, Group) else (step,))
    ]


@given(st.sampled_from(list(POSES.values())), st.floats(0, 1))
def test_no_limb_is_of_another_length_at_any_moment(it: Pose, moment: float) -> None:
    place = it.places(moment)
    for side in ("near", "far"):
        for (first, second), length in LENGTHS.items():
            assert dist(place[f"{side}.{first}"], place[f"{side}.{second}"]) == pytest.approx(length, abs=0.01)
    for first, second, length in (
        ("pelvis", "waist", body.LOIN),
        ("waist", "neck", body.CHEST),
        ("neck", "head", body.NECK),
    ):
        assert dist(place[first], place[second]) == pytest.approx(length, abs=0.01)


@EACH
def test_no_joint_goes_further_than_a_joint_can(name: str) -> None:
    for moment in MOMENTS:
        posture = POSES[name].posture(moment)
        angles = {"spine": posture.spine, "neck": posture.neck}
        for side in ("near", "far"):
            leg, arm = getattr(posture, side), getattr(posture, f"{side}_arm")
            angles |= {f"{side}.{joint}": getattr(leg, joint) for joint in ("hip", "knee", "ankle", "toes", "out")}
            angles |= {f"{side}.{joint}": getattr(arm, joint) for joint in ("shoulder", "elbow", "away")}
        for joint, angle in angles.items():
            least, most = body.LIMITS[joint.rpartition(".")[2]]
            assert least - 0.5 <= angle <= most + 0.5, f"{joint} {angle:.0f} at {moment:.2f}"


@EACH
def test_a_hand_or_a_foot_is_where_it_is_written(name: str) -> None:
    """What is out of reach would be drawn somewhere else."""
    it = POSES[name]
    ends = [(it.start, 0.0)] if it.halves else [(it.start, 0.0), (it.end, 1.0 if it.go == "hold" else 0.5)]
    for written, moment in ends:
        place = it.places(moment)
        for limb, side in zip(written.limbs, ("near", "far", "near", "far"), strict=True):
            if "hand" in limb:
                assert dist(place[f"{side}.hand"][:2], limb["hand"]) < 0.6, side
            if "foot" in limb:
                touching = "heel" if limb["pitch"] >= 0 else "ball"
                assert place[f"{side}.{touching}"][1] == pytest.approx(limb["foot"][1], abs=0.6), side


@EACH
def test_what_rests_on_something_rests_on_it_at_every_moment(name: str) -> None:
    it = POSES[name]
    for joint, under in it.touch.items():
        thick = THICK.get(joint.rpartition(".")[2], 0.0)
        for moment in MOMENTS[:24] if it.halves else MOMENTS:
            x, y, _ = it.places(moment)[joint]
            if under == "wall":
                assert it.at["wall"][0] - x == pytest.approx(thick, abs=1.0), f"{joint} at {moment:.2f}"
            else:
                top = it.at[under][2] if under in ("bed", "step") else 0.0
                assert y - top == pytest.approx(thick, abs=1.5), f"{joint} at {moment:.2f}"


@EACH
def test_nobody_sinks_into_what_they_are_on(name: str) -> None:
    it = POSES[name]
    for moment in MOMENTS:
        for joint, (_, y, _) in it.places(moment).items():
            assert y > -1.5, f"{joint} at {moment:.2f}"


@EACH
def test_somebody_who_moves_on_the_ground_stands_on_it(name: str) -> None:
    """A walk keeps a foot on the floor at its longest step; only who jumps or cycles is in the air."""
    it = POSES[name]
    if name in ("cycling", "jump", "jog", "run", "bounding", "high-knees") or "floor" not in it.at:
        return
    for moment in MOMENTS:
        low = min(place[1] for place in it.places(moment).values())
        assert -1.5 < low < 7.0, f"{low:.1f} at {moment:.2f}"


@EACH
@pytest.mark.parametrize("moment", [0.0, 0.3, 1.0])
def test_left_and_right_are_mirror_images(name: str, moment: float) -> None:
    it = POSES[name]
    right, left = drawn(it, moment, Side.RIGHT), drawn(it, moment, Side.LEFT)
    for one, other in zip(right, left, strict=True):
        assert one.ink is other.ink
        assert other.outline == tuple((-x, y) for x, y in one.outline)
    assert box(it, Side.LEFT).right == -box(it, Side.RIGHT).left


@EACH
def test_the_picture_is_the_same_again_after_a_round(name: str) -> None:
    it = POSES[name]
    if it.go != "hold":
        first, last = it.places(0.0), it.places(1.0)
        assert all(dist(first[joint], last[joint]) < 0.01 for joint in first)


@EACH
def test_nothing_jumps(name: str) -> None:
    """From one moment to the next no joint goes a long way."""
    it = POSES[name]
    before = it.places(0.0)
    for step in range(1, 201):
        after = it.places(step / 200)
        for joint, place in after.items():
            assert dist(before[joint], place) < 5, f"{joint} at {step / 200:.2f}"
        before = after


# --- words -------------------------------------------------------------------------------------------------


@EACH
def test_a_pose_is_told_in_one_sentence_for_each_side(name: str) -> None:
    it = POSES[name]
    told = {side: it.describe(side) for side in Side}
    for text in told.values():
        assert re.fullmatch(r"[A-Z][^.{}]*\.", text)
        assert len(text) < 120
    sided = told[Side.LEFT] != told[Side.RIGHT]
    assert told[Side.LEFT] == told[Side.RIGHT].replace("right", "left") or not sided
    if sided:
        assert "left" in told[Side.LEFT]
        assert "right" not in told[Side.LEFT]
        assert "left" not in told[Side.NONE]


def test_a_leg_that_cramps_is_the_sore_one_until_its_side_is_told() -> None:
    assert (
        POSES["lying-toes-up"].describe(Side.LEFT, sore=True)
        == "Lying on your back, left knee straight, toes towards you."
    )
    assert POSES["wall-lunge"].describe(sore=True).startswith("Standing with hands on the wall, the sore leg behind")
    assert POSES["walk"].describe(sore=True) == POSES["walk"].describe()


@EACH
def test_where_both_legs_cramp_both_are_drawn_doing_it(name: str) -> None:
    it = POSES[name]
    posture = it.posture(1.0, Side.BOTH)
    assert (posture.near == posture.far) or not it.both
    assert ("both" in it.describe(Side.BOTH)) or not it.both or it.describe(Side.LEFT) == it.describe()
    if not it.both:
        assert it.describe(Side.BOTH) == it.describe(Side.NONE)


@EACH
def test_a_knee_that_is_told_to_be_straight_is(name: str) -> None:
    it = POSES[name]
    text = it.describe()
    if re.search(r"knee straight|leg straight|leg long", text):
        assert it.posture(1.0 if it.go == "hold" else it.still).near.knee < 10


@EACH
def test_toes_that_are_told_to_be_up_are(name: str) -> None:
    """More than a right angle, as no picture of the stretch may show anything else."""
    it = POSES[name]
    if re.search(r"toes towards you|toes up,|pulling it towards", it.describe()) and it.muscle[:1] == ("calf",):
        assert it.posture(1.0).near.ankle >= 12


# --- who uses them ------------------------------------------------------------------------------------------


def test_the_names_are_those_of_the_tables() -> None:
    assert names() == tuple(POSES)


@pytest.mark.parametrize(("routine", "stretch"), shipped(), ids=lambda it: it if isinstance(it, str) else it.name)
def test_every_shipped_step_has_a_pose(routine: str, stretch: Stretch) -> None:
    assert stretch.pose in POSES


def test_every_position_of_a_cramp_has_a_pose() -> None:
    places = ["", *(place.value for place in PLACES)]
    for place in places:
        for phase in Phase:
            name = pose(phase, place)
            assert not name or name in POSES
        for cycle in range(2):
            assert pose(Phase.VARIANT, place, cycle) in POSES
        assert pose(Phase.HOLD, place)
    assert set(VARIANTS) <= set(places)


def test_no_pose_is_drawn_for_nobody() -> None:
    used = {stretch.pose for _, stretch in shipped()}
    used |= {pose(phase, place, cycle) for phase in Phase for place in VARIANTS for cycle in range(2)}
    assert set(POSES) - used <= {"sitting-toes-up"}


def test_a_pose_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'title = "Mine"\npurpose = "prevention"\n[[steps]]\nname = "Calf"\nsay = "Lean in."\n'
        'pose = "wal-lunge"\nhold = 10\n',
        encoding="utf-8",
    )
    routine, problems = library.read(file)
    assert routine is not None
    assert str(next(each for each in problems if each.key == "pose")) == (
        f'{file}:6: pose: warning: there is no figure "wal-lunge" (did you mean wall-lunge?), so none is shown'
    )


# --- pictures ----------------------------------------------------------------------------------------------


@EACH
@pytest.mark.parametrize("size", [(20, 8), (34, 12), (90, 34)])
def test_a_picture_fills_its_cells_and_no_more(name: str, size: tuple[int, int]) -> None:
    width, height = size
    lines = rows(POSES[name], POSES[name].still, Side.LEFT, width, height)
    assert [len("".join(run.text for run in line)) for line in lines] == [width] * height
    inked = [line for line in lines if any(run.text.strip() for run in line)]
    assert len(inked) >= 3
    if POSES[name].muscle and height >= 12:
        assert any(run.ink is Ink.MUSCLE for line in lines for run in line)


@EACH
def test_an_svg_says_what_it_shows(name: str) -> None:
    it = POSES[name]
    made = svg(it, Side.LEFT)
    assert f"<title>{it.describe(Side.LEFT)}</title>" in made
    assert made.count("<polygon") == len(drawn(it, it.still, Side.LEFT))


def test_the_sheet_shows_every_pose(tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    assert main([str(file)]) == 0
    assert file.read_text(encoding="utf-8").count("<svg ") == len(POSES)


def test_the_picture_in_the_documentation_is_the_one_that_is_drawn(tmp_path: Path) -> None:
    """``python -m stretchcoach.poses docs/positions.svg`` after a wanted change."""
    file = tmp_path / "positions.svg"
    assert main([str(file)]) == 0
    assert file.read_text(encoding="utf-8") == (DOCS / "positions.svg").read_text(encoding="utf-8")


def test_plain_mode_tells_the_pose_when_it_changes() -> None:
    ready = Scene("Calf", kind=Kind.PREPARE, pose="wall-lunge", side=Side.LEFT)
    told = [line for line in narrate(Scene("Calf"), ready) if line.startswith("Position: ")]
    assert told == [
        "Position: Standing with hands on the wall, left leg behind, knee straight and heel down, leaning in."
    ]
    assert not [line for line in narrate(ready, replace(ready, kind=Kind.HOLD)) if line.startswith("Position: ")]
    other = [line for line in narrate(ready, replace(ready, side=Side.RIGHT)) if line.startswith("Position: ")]
    assert "right leg behind" in other[0]
