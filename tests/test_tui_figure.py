"""The figure on the session's screen: beside the countdown, still in a hold, and gone where it has no room."""

import pytest
from msgspec.structs import replace
from textual.strip import Strip
from tui_fake import HOLD, MARCH, RELIEF, session

from stretchcoach.core.messages import Kind, Scene, Side
from stretchcoach.figure.pose import poses
from stretchcoach.figure.rhythm import FRAMES, moment_of, moves
from stretchcoach.tui.widgets.base import Big
from stretchcoach.tui.widgets.figure import Figure

STRETCH = replace(HOLD, pose="wall-lunge")
CRAMP = replace(RELIEF, pose="lying-toes-up", side=Side.RIGHT)
MARCHING = replace(MARCH, pose="march")


def inked(figure: Figure) -> int:
    return sum(letter != " " for line in figure.lines() for run in line for letter in run.text)


@pytest.mark.parametrize("size", [(80, 24), (160, 50), (70, 20)])
@pytest.mark.parametrize("scene", [STRETCH, CRAMP], ids=["routine", "cramp"])
async def test_the_figure_stands_beside_the_countdown(scene: Scene, size: tuple[int, int]) -> None:
    it = session(scene)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        figure = it.screen.query_one(Figure)
        count = it.screen.query_one("#relief-count" if scene.relief else "#count", Big)
        assert figure.display
        assert inked(figure) > 30
        assert not figure.region.overlaps(count.region)
        assert len(count.lines()) >= 3
        assert figure.size.height >= (7 if size[1] < 24 else 8)


@pytest.mark.parametrize("size", [(80, 24), (121, 40), (160, 50), (70, 20)])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
async def test_of_one_leg_the_countdown_is_in_the_middle_between_its_side_and_the_figure(
    side: Side, size: tuple[int, int]
) -> None:
    it = session(replace(STRETCH, side=side))
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        lit, count = it.screen.query_one(f"#side-{side.value}"), it.screen.query_one("#count").region
        figure = it.screen.query_one(Figure).region
        first, last = (lit.region, figure) if side is Side.LEFT else (figure, lit.region)
        assert first.right < count.x < count.right < last.x
        assert abs(count.x + count.right - size[0]) <= 2


@pytest.mark.parametrize("size", [(69, 24), (80, 19), (40, 12)])
async def test_it_gives_way_where_there_is_no_room(size: tuple[int, int]) -> None:
    for scene in (STRETCH, CRAMP):
        it = session(scene)
        async with it.run_test(size=size) as pilot:
            await pilot.pause()
            assert not it.screen.query_one(Figure).display


@pytest.mark.parametrize("scene", [replace(HOLD, pose=""), replace(HOLD, pose="no-such-pose")])
async def test_a_step_without_a_pose_shows_none(scene: Scene) -> None:
    it = session(scene)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert inked(it.screen.query_one(Figure)) == 0


async def test_nothing_is_drawn_again_in_a_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    it = session(STRETCH)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        figure = it.screen.query_one(Figure)
        line = figure.render_line

        def watched(y: int) -> Strip:
            drawn.append(y)
            return line(y)

        monkeypatch.setattr(figure, "render_line", watched)
        await pilot.pause(0.8)
        assert drawn == []
        assert figure._timer is not None
        assert not figure._timer._active.is_set()


async def test_it_moves_with_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stretchcoach.tui.widgets.figure.monotonic", lambda: 100.0)
    it = session(MARCHING)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        figure = it.screen.query_one(Figure)
        assert it.animation_level != "none"
        assert figure.moment == moment_of(poses()["march"], MARCHING)
        assert figure._timer is not None
        assert figure._timer._active.is_set()


async def test_it_is_still_where_nothing_may_move(monkeypatch: pytest.MonkeyPatch) -> None:
    it = session(MARCHING)
    it.animation_level = "none"
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        figure = it.screen.query_one(Figure)
        assert figure.moment == poses()["march"].still
        assert figure._timer is not None
        assert not figure._timer._active.is_set()


# --- the rhythm --------------------------------------------------------------------------------------------


def test_a_hold_is_still_and_at_its_end() -> None:
    pose = poses()["wall-lunge"]
    for left in (30.0, 12.3, 0.1):
        scene = replace(STRETCH, left=left)
        assert moment_of(pose, scene) == moment_of(pose, scene, 0.2) == 1.0
        assert not moves(pose, scene)


def test_getting_ready_shows_the_way_from_start_to_end() -> None:
    pose = poses()["wall-lunge"]
    ready = replace(STRETCH, kind=Kind.PREPARE, left=None)
    way = [moment_of(pose, replace(ready, clock=50.0 + step / 4)) for step in range(20)]
    assert way == sorted(way)
    assert way[0] == 0
    assert way[-1] == 1


def test_a_repetition_is_one_round() -> None:
    pose = poses()["calf-raise"]
    reps = replace(MARCHING, kind=Kind.REPS, reps=10, seconds=40.0, left=40.0)
    assert [moment_of(pose, replace(reps, left=40.0 - second)) for second in (0, 1, 2, 4, 6)] == [0, 0.25, 0.5, 0, 0.5]


def test_the_figure_stays_up_while_a_repetition_is_held() -> None:
    pose = poses()["calf-raise"]
    reps = replace(MARCHING, kind=Kind.REPS, reps=10, seconds=70.0, left=70.0, rep_hold=5.0)
    seen = [moment_of(pose, replace(reps, left=70.0 - second)) for second in (0, 0.5, 1, 3, 6, 6.5, 7, 8, 15)]
    assert seen == [0, 0.25, 0.5, 0.5, 0.5, 0.75, 0, 0.5, 0.5]


def test_what_is_paused_stands_still() -> None:
    pose = poses()["march"]
    paused = replace(MARCHING, paused=True)
    assert moment_of(pose, paused, 5.0) == moment_of(pose, paused)
    assert not moves(pose, paused)


def test_there_are_few_pictures_of_a_movement() -> None:
    """Each is drawn once and kept."""
    pose = poses()["march"]
    seen = {moment_of(pose, replace(MARCHING, left=180 - tick / 100)) for tick in range(2000)}
    assert len(seen) <= FRAMES + 1
