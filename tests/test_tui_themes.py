"""Colours: enough contrast, nothing bright at night, and never colour alone."""

import re
from collections.abc import Iterable, Iterator
from operator import mul
from typing import Any

import pytest
from msgspec.structs import replace
from textual.color import Color
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.parse import parse
from tui_fake import ASKING, HOLD, HOME_CARE, OPEN, PAUSED, RELIEF, RESULT, TODAY, FakeProgram, app, session, worked

from stretchcoach.core.messages import Asked, Choice, Question, Row, Scene
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.offers import OFFERS
from stretchcoach.tui.themes import theme_for, themes
from stretchcoach.tui.widgets.keybar import KeyBar

PAIRS = [
    ("ink", "back"), ("ink", "panel-back"), ("muted", "back"), ("muted", "panel-back"), ("mark", "back"),
    ("mark", "panel-back"), ("figure", "back"), ("notice", "back"), ("lit-ink", "lit"), ("cramp-ink", "cramp"),
    ("back", "ink"), ("block-cursor-foreground", "block-cursor-background"),
    ("muted", "block-cursor-background"), ("notice", "panel-back"),
]  # fmt: skip
CHROME = {"#292929", "#c5c8c6", "#ff5f57", "#febc2e", "#28c840"}
"""Colours of the window frame that a screenshot draws."""


def luminance(colour: str, eyes: str = "all cones") -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = (min(1.0, max(0.0, sum(map(mul, row, linear)))) for row in EYES[eyes])
    return float(sum(map(mul, (0.2126, 0.7152, 0.0722), seen)))


def contrast(one: str, other: str, eyes: str = "all cones") -> float:
    dark, light = sorted((luminance(one, eyes), luminance(other, eyes)))
    return (light + 0.05) / (dark + 0.05)


EYES = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is left of linear red, green and blue.  Source: Machado, Oliveira and Fernandes 2009, full severity."""
LEAST = {"day": 4.5, "night": 4.5, "contrast": 7.0}
"""WCAG 2.2, contrast minimum (AA) and enhanced (AAA)."""


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("name", LEAST)
def test_text_stands_out_for_every_eye(name: str, eyes: str) -> None:
    colours = {theme.name: theme.variables for theme in themes()}[name]
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]], eyes) for pair in PAIRS}
    assert min(ratios.values()) >= LEAST[name], ratios


def drawn(of: StretchCoach) -> Iterator[tuple[str, str, str]]:
    """Every piece of text on the screen with its colour and that of its ground."""
    for strip in of.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style and style.color and style.bgcolor and re.search(r"[\w▀▄█▶]", text):
                one, other = style.color.get_truecolor(), style.bgcolor.get_truecolor()
                yield text.strip(), one.hex, other.hex


SCREENS: dict[str, tuple[str, ...]] = {
    "home": (), "next routine": ("down", "left"), "palette": ("ctrl+p", *"ro", "down"), "help": ("question_mark",),
    "settings": ("comma",), "settings, further": ("comma", *["down"] * 9), "about": ("a",), "diary": ("d",),
    "an entry": ("d", "down", "enter"), "mended": ("d", "enter", "e"), "charts": ("d", "g"), "calendar": ("d", "c"),
    "a day": ("d", "c", "enter"), "doctor's page": ("d", "r"), "handing over": ("d", "o"),
    **{each.name: ("d", "o", *["down"] * at, "enter") for at, each in enumerate(OFFERS) if at not in (1, 3)},
}  # fmt: skip


@pytest.mark.parametrize("name", LEAST)
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_every_text_that_is_drawn_stands_out(name: str, keys: tuple[str, ...]) -> None:
    it = app(FakeProgram(theme=name))
    async with it.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            if keys[0] == "d":
                await worked(it)
            await pilot.pause()
        found = list(drawn(it))
    assert len(found) >= 6
    dim = {(text, one, two) for text, one, two in found for eyes in EYES if contrast(one, two, eyes) < LEAST[name]}
    assert not dim


LIST = Question(
    "list_leg", "Any of this?", (Choice("none", "None of these", "0"), Choice("yes", "Yes, some", "y")), "Why.",
    Asked.LIST, (Row("one", "One leg is swollen", ticked=True), Row("two", "A sore vein", unsure=True), Row("c", "No")),
)  # fmt: skip
SCENES = {
    "hold": HOLD, "paused": PAUSED, "open": OPEN, "cramp": RELIEF, "question": ASKING, "today": TODAY,
    "home care": HOME_CARE, "result": RESULT, "figure": replace(HOLD, pose="wall-lunge"),
    "list": replace(ASKING, question=LIST), "aside": replace(RELIEF, aside="Chest pain: call 112."),
}  # fmt: skip


@pytest.mark.parametrize("name", LEAST)
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
async def test_every_text_of_a_session_stands_out(name: str, scene: Scene) -> None:
    it = session(scene, name)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        found = list(drawn(it))
    assert found
    dim = {(text, one, two) for text, one, two in found for eyes in EYES if contrast(one, two, eyes) < LEAST[name]}
    assert not dim


def colours_of(svg: str) -> set[str]:
    """The colours of the text and of what lies behind it."""
    inks = dict(re.findall(r"-(r\d+) \{ fill: (#[0-9a-fA-F]{6})", svg))
    used = {inks[name] for name in re.findall(r'<text class="[^"]*-(r\d+)"', svg) if name in inks}
    return {colour.lower() for colour in (*used, *re.findall(r'<rect fill="(#[0-9a-fA-F]{6})"', svg))} - CHROME


@pytest.mark.parametrize("scene", [HOLD, PAUSED, RELIEF, TODAY])
async def test_nothing_is_bright_at_night(scene: Scene) -> None:
    async with session(scene, "night").run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        found = colours_of(pilot.app.export_screenshot())
    assert found
    for colour in found:
        red, green, blue = Color.parse(colour).rgb
        assert luminance(colour) < 0.35 and red >= green and red >= blue, colour


@pytest.mark.parametrize("key", ["", "question_mark", "comma", "a", "ctrl+p"])
async def test_nothing_is_bright_at_night_on_the_other_screens(key: str) -> None:
    async with app(FakeProgram(theme="night")).run_test(size=(80, 24)) as pilot:
        if key:
            await pilot.press(key)
        await pilot.pause()
        found = colours_of(pilot.app.export_screenshot())
    assert found and all(luminance(colour) < 0.35 for colour in found), found


def rows(of: StretchCoach) -> list[str]:
    return ["".join(segment.text for segment in strip) for strip in of.screen._compositor.render_strips()]


@pytest.mark.parametrize("scene", [HOLD, PAUSED, OPEN])
async def test_without_colour_side_and_state_are_still_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    it = session(scene)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = rows(it)
        for colour in colours_of(it.export_screenshot()):
            assert len(set(Color.parse(colour).rgb)) == 1, f"{colour} is no grey"
    places = [row.index(word) for row in text for word in ("LEFT", "RIGHT") if word in row]
    assert ("PAUSED" in "".join(text)) is scene.paused
    if scene is HOLD:
        assert places and max(places) < 40 and "◀ LEFT" in "".join(text)
    elif scene is PAUSED:
        assert places and min(places) >= 40 and "RIGHT ▶" in "".join(text)
    else:
        assert not places


async def test_a_dimmed_key_is_dim_in_shape_too() -> None:
    it = session(PAUSED)
    async with it.run_test(size=(160, 50)) as pilot:
        await pilot.pause()
        bar = it.screen.query_one(KeyBar)
        assert bar.get_component_rich_style("keybar--key").bold
        assert not bar.get_component_rich_style("keybar--off").bold


def test_the_theme_follows_the_setting_then_the_hour() -> None:
    assert [theme_for("auto", True), theme_for("auto", False)] == ["night", "day"]
    assert [theme_for("contrast", True), theme_for("day", True), theme_for("night", False)] == [
        "contrast",
        "day",
        "night",
    ]


@pytest.mark.parametrize(
    ("setting", "night", "worn"), [("day", True, "night"), ("contrast", True, "contrast"), ("auto", False, "day")]
)
def test_night_from_the_command_line_is_worn(setting: str, night: bool, worn: str) -> None:
    program = FakeProgram(theme=setting)
    program.night = night
    assert app(program).theme == worn


async def test_the_style_sheet_is_read_once_at_the_start_and_anew_for_other_colours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []

    def counted(scope: str, css: str, *args: Any, **more: Any) -> Iterable[RuleSet]:
        read.append(css)
        return parse(scope, css, *args, **more)

    monkeypatch.setattr(stylesheet, "parse", counted)
    it = app(FakeProgram())
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (ours,) = (each.content for (path, _), each in it.stylesheet.source.items() if path.endswith(".tcss"))
        assert read.count(ours) == 1
        before = it.screen.styles.background
        it.theme = "contrast"
        await pilot.pause()
        assert read.count(ours) == 2 and it.screen.styles.background != before
