"""What is heard can be seen: captions as large as one likes, and a light for every beep that is no strobe."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Thread
from unittest.mock import patch

import pytest
from parts import MARCH, plan
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from tui_fake import HOLD, RELIEF, FakeProgram, app

from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Beep, Scene, Sound, Tick
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.player import RoutinePlayer
from stretchcoach.machine.clock import SessionClock
from stretchcoach.program.jobs import CrampJob
from stretchcoach.program.runner import Runner
from stretchcoach.settings import ScreenSettings, Settings
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.screens.session import FLASH
from stretchcoach.tui.widgets.base import Bar, Big, Line


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
@pytest.mark.parametrize("scene", [HOLD, RELIEF], ids=["routine", "cramp"])
async def test_captions_are_large_if_wanted(scene: Scene, size: tuple[int, int]) -> None:
    program = FakeProgram(scene)
    program.settings = Settings(screen=ScreenSettings(captions="large"))
    it = app(program, CrampJob())
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        large = it.screen.query_one("#large-caption", Big)
        assert large.display and large.region.height >= 4 and large.text == scene.caption
        assert not it.screen.query_one("#now").display
        assert it.screen.query_one("KeyBar").region.bottom <= size[1]


@asynccontextmanager
async def in_a_cramp() -> AsyncIterator[tuple[StretchCoach, Pilot[None], Callable[[Beep | None], None]]]:
    """A cramp on the screen, and what tells it of beeps."""
    program = FakeProgram()
    it = app(program, CrampJob())
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert program.runner.on_beep is not None
        yield it, pilot, program.runner.on_beep


async def test_a_beep_is_seen_for_a_moment_and_a_hushed_one_is_not() -> None:
    async with in_a_cramp() as (it, _, tell):
        tell(Beep(Sound.COUNT, 100.0))
        await asyncio.sleep(FLASH / 2)
        assert it.screen.query_one(Bar).has_class("beep")
        await asyncio.sleep(FLASH)
        assert not it.screen.query_one(Bar).has_class("beep")
        tell(Beep(Sound.COUNT, 100.05))
        tell(None)
        await asyncio.sleep(FLASH)
        assert not it.screen.query_one(Bar).has_class("beep")


async def test_a_beep_has_one_line_styled_anew_and_not_the_whole_screen() -> None:
    async with in_a_cramp() as (it, _, tell):
        with patch.object(it.stylesheet, "apply", wraps=it.stylesheet.apply) as styled:
            tell(Beep(Sound.COUNT, 100.0))
            await asyncio.sleep(2 * FLASH)
        assert {told.args[0] for told in styled.call_args_list} == {it.screen.query_one(Bar)}


async def test_a_clock_that_goes_on_has_nothing_laid_out_anew() -> None:
    class Clock(App[None]):
        CSS = "Line { width: auto; }"

        def compose(self) -> ComposeResult:
            yield Line("9:41 left")

    it = Clock()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for told, anew in (("9:42 left", False), ("10:00 left", True), ("10:01 left", False), ("9:59 left", True)):
            with patch.object(it.screen, "_refresh_layout", wraps=it.screen._refresh_layout) as laid:
                it.query_one(Line).show(told)
                await pilot.pause(0.1)
            assert laid.called == anew, told
            assert it.query_one(Line).region.width == len(told)


async def test_a_beep_that_comes_of_what_the_voice_tells_leaves_no_trouble_behind() -> None:
    """The voice tells it from a thread of its own, which knows no app; the screen that is left then asked for one."""
    async with in_a_cramp() as (it, pilot, tell):
        loop = asyncio.get_running_loop()
        for late in (0.0, 5.0):
            beep = Beep(Sound.COUNT, 100.0 + late)
            thread = Thread(target=loop.call_soon_threadsafe, args=(tell, beep))
            thread.start()
            thread.join()
        await asyncio.sleep(FLASH / 2)
        assert it.screen.query_one(Bar).has_class("beep")
        it.end()
        await pilot.pause()
        assert it.fault is None


async def test_no_light_where_none_is_wanted() -> None:
    program = FakeProgram()
    program.settings = Settings(screen=ScreenSettings(flash=False))
    async with app(program, CrampJob()).run_test(size=(80, 24)):
        assert program.runner.on_beep is None


async def test_no_two_lights_of_a_routine_are_closer_than_a_third_of_a_second() -> None:
    now = [0.0]
    seen: list[float] = []
    mouth = Mouth(160, voiced=False)
    runner = Runner(
        Coach(RoutinePlayer(plan(MARCH), mouth), mouth), lambda _: None, SessionClock(machine=lambda: now[0])
    )
    runner.on_beep = lambda beep: seen.append(beep.at) if beep else None
    runner.start()
    while not runner.done and now[0] < 600:
        now[0] = max(now[0] + 0.05, runner.coach.deadline or 0.0)
        runner.send(Tick())
    runner.close()
    at = sorted(set(seen))
    assert len(at) > 5 and all(later - earlier > 1 / 3 for earlier, later in itertools.pairwise(at))
