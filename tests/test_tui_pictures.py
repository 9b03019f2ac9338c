"""One picture a screen and theme.  After a wanted change: ``pytest tests/test_tui_pictures.py --snapshot-update``."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.pilot import Pilot
from tui_fake import ASKING, HOLD, PAUSED, RELIEF, RESULT, ROUTINES, TODAY, FakeProgram, app, session, worked

from stretchcoach.core.messages import Scene
from stretchcoach.program.cut_short import CutShort
from stretchcoach.program.jobs import RoutineJob
from stretchcoach.tui.screens import about

Compare = Callable[..., bool]
SCENES = {"hold": HOLD, "paused": PAUSED, "relief": RELIEF, "question": ASKING, "outcome": TODAY, "result": RESULT}
DIARY = {
    "list": ("d",),
    "entry": ("d", "enter"),
    "mend": ("d", "enter", "e"),
    "month": ("d", "c"),
    "charts": ("d", "g"),
}
PAGES = {"home": "", "help": "question_mark", "settings": "comma", "about": "a"}


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine or release in the pictures."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("STRETCHCOACH_HOME", "/home/you/stretchcoach")
    monkeypatch.setattr(about, "__version__", "1.2.3")


def taken(compare: Compare, it: App[None], size: tuple[int, int] = (80, 24), key: str = "") -> bool:
    return compare(it, terminal_size=size, press=[key] if key else [])


def drawn(compare: Compare, program: FakeProgram, keys: tuple[str, ...], size: tuple[int, int] = (80, 24)) -> bool:
    """The picture after these keys, once the diary has answered."""

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            await worked(pilot.app)
            await pilot.pause()

    return compare(app(program), terminal_size=size, run_before=before)


@pytest.mark.parametrize("name", SCENES)
def test_session_by_day(snap_compare: Compare, name: str) -> None:
    assert taken(snap_compare, session(SCENES[name]))


@pytest.mark.parametrize("name", PAGES)
def test_pages_by_day(snap_compare: Compare, name: str) -> None:
    assert taken(snap_compare, app(), key=PAGES[name])


@pytest.mark.parametrize("name", DIARY)
def test_diary_by_day(snap_compare: Compare, name: str) -> None:
    assert drawn(snap_compare, FakeProgram(), DIARY[name])


@pytest.mark.parametrize("name", ["list", "charts"])
def test_diary_at_other_sizes(snap_compare: Compare, name: str) -> None:
    size = {"list": (60, 20), "charts": (160, 50)}[name]
    assert drawn(snap_compare, FakeProgram(), DIARY[name], size)


def test_diary_by_night(snap_compare: Compare) -> None:
    assert drawn(snap_compare, FakeProgram(theme="night"), DIARY["month"])


def test_home_with_something_left_open(snap_compare: Compare) -> None:
    program = FakeProgram()
    program.waiting = True
    program.cut = CutShort("Warm-up for running", "2026-11-22T08:14:00+01:00", RoutineJob(ROUTINES[1]))
    assert drawn(snap_compare, program, ())


@pytest.mark.parametrize("theme", ["night", "contrast"])
@pytest.mark.parametrize("scene", [HOLD, RELIEF], ids=["hold", "relief"])
def test_session_in_other_themes(snap_compare: Compare, scene: Scene, theme: str) -> None:
    assert taken(snap_compare, session(scene, theme))


@pytest.mark.parametrize("theme", ["night", "contrast"])
def test_home_in_other_themes(snap_compare: Compare, theme: str) -> None:
    assert taken(snap_compare, app(FakeProgram(theme=theme)))


def test_session_at_full_screen(snap_compare: Compare) -> None:
    assert taken(snap_compare, session(HOLD), (160, 50))


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
@pytest.mark.parametrize("name", ["routine", "cramp"])
def test_session_with_a_figure(snap_compare: Compare, name: str, size: tuple[int, int]) -> None:
    scene = {
        "routine": replace(HOLD, pose="wall-lunge"),
        "cramp": replace(RELIEF, pose="lying-toes-up", instruction="Hold: toes up, knee straight"),
    }[name]

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(session(scene), terminal_size=size, run_before=before)
