"""Whatever a person wrote is drawn as plain text: no markup, nothing that steers the terminal."""

from pathlib import Path

import pytest
from msgspec.structs import fields, replace
from poison import EVIL, poisoned, steering
from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList
from tui_fake import ASKING, ENDED, HOLD, RELIEF, RESULT, TODAY, WAIT, FakeProgram, app

from stretchcoach.core.messages import Choice, Scene
from stretchcoach.program.jobs import CrampJob
from stretchcoach.program.program import Program
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.widgets.base import Hanging, Line

SIZES = [(80, 24), (160, 50)]
TITLES = [
    "Calf [/] stretch",
    "[@click=app.quit]Quit[/]",
    "[red]Red",
    "[/red]",
    "[[steps]]",
    "[b][i]",
    "a\\[b",
    "[link=x",
    EVIL,
]


def drawn(it: StretchCoach) -> str:
    """All that is on the screen."""
    return "\n".join(strip.text for strip in it.screen._compositor.render_strips())


def harmless(it: StretchCoach) -> None:
    assert steering(drawn(it)) == []


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return poisoned(tmp_path / "home")


KEYS = [
    (), ("d",), ("d", "enter"), ("d", "enter", "e"), ("d", "c"), ("d", "g"), ("d", "end", "enter"),
    ("comma",), ("question_mark",), ("a",), ("ctrl+p",), ("w",), ("down", "down"),
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("keys", KEYS, ids="-".join)
async def test_every_screen_over_a_home_that_means_harm(
    keys: tuple[str, ...], size: tuple[int, int], home: Path
) -> None:
    it = StretchCoach(Program(speech=False, beeps=False, listen=False))
    async with it.run_test(size=size) as pilot:
        await pilot.pause(0.1)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            harmless(it)
        await pilot.pause(0.1)
        harmless(it)
        it.program.close(0)
    assert it.return_code in (0, None)


def evil(scene: Scene) -> Scene:
    """The same with every text of it replaced."""
    changed: dict[str, object] = {}
    for field in fields(scene):
        value = getattr(scene, field.name)
        if isinstance(value, str) and field.name != "routine":
            changed[field.name] = EVIL
        elif isinstance(value, tuple) and all(isinstance(each, str) for each in value):
            changed[field.name] = (EVIL, EVIL)
    if scene.question:
        choices = tuple(Choice(each.value, EVIL, each.key) for each in scene.question.choices)
        changed["question"] = replace(scene.question, text=EVIL, why=EVIL, choices=choices)
    if scene.outcome:
        causes = tuple(
            replace(each, name=EVIL, why=EVIL, helps=(EVIL,), sources=(EVIL,)) for each in scene.outcome.causes
        )
        changed["outcome"] = replace(
            scene.outcome, line=EVIL, advice=(EVIL,), rules=(EVIL,), sources=(EVIL,), causes=causes
        )
    return replace(scene, **changed)


@pytest.mark.parametrize("scene", [HOLD, WAIT, RELIEF, ASKING, TODAY, RESULT, ENDED], ids=lambda s: s.kind.value)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_session_whose_every_text_means_harm(scene: Scene, size: tuple[int, int]) -> None:
    it = app(FakeProgram(evil(scene)), CrampJob())
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        harmless(it)
        assert "[red]" in drawn(it) or "␛" in drawn(it)


@pytest.mark.parametrize("title", TITLES, ids=repr)
async def test_the_palette_shows_any_title_as_it_is(title: str) -> None:
    program = FakeProgram()
    shelf = program.shelf()
    first = next(iter(shelf.routines.values()))
    routines = {"mine": replace(first, id="mine", title=title)}
    program.shelf = lambda: replace(shelf, routines=routines)  # type: ignore[method-assign]
    it = app(program)
    async with it.run_test(size=(100, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.1)
        it.screen.query_one(Input).value = "Start:"
        await pilot.pause(0.3)
        options = it.screen.query_one(OptionList)
        prompts = [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]
        plain = title if title is not EVIL else "[red]R[/red] [@click=app.quit]Q[/]"
        assert any(plain in prompt for prompt in prompts), prompts
        harmless(it)
        await pilot.press("enter")
        await pilot.pause()
        assert len(program.jobs) == 1


async def test_a_notification_is_no_markup() -> None:
    it = app()
    async with it.run_test(size=(80, 24), notifications=True) as pilot:
        it.notify("[/] " + EVIL, title="[/]")
        await pilot.pause()
        harmless(it)
        assert "[/]" in drawn(it)


class Boxes(App[None]):
    """A line that may be three rows high, one that hangs, and one that may be as high as it likes."""

    CSS = "#short, #hung { max-height: 3; height: auto; width: 20; } #long { width: 20; height: auto; }"

    def compose(self) -> ComposeResult:
        yield Line(id="short")
        yield Hanging(id="hung")
        yield Line(id="long")


@pytest.mark.parametrize("words", [3, 9, 40])
async def test_what_is_cut_for_want_of_room_ends_with_a_mark(words: int) -> None:
    text = "• " + " ".join(f"word{number}" for number in range(words))
    it = Boxes()
    async with it.run_test(size=(80, 24)) as pilot:
        for name in ("#short", "#hung", "#long"):
            it.query_one(name, Line).show(text)
        await pilot.pause()
        rows = {name: str(it.query_one(name, Line).render()).splitlines() for name in ("#short", "#hung", "#long")}
    for name in ("#short", "#hung"):
        assert len(rows[name]) <= 3 and all(len(row) <= 20 for row in rows[name])
        whole = f"word{words - 1}" in rows[name][-1]
        assert rows[name][-1].endswith("…") is not whole
    assert f"word{words - 1}" in " ".join(rows["#long"])
