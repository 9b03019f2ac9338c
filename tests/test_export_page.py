"""A session as a page: nothing from outside, everything by the clock of its sound, played in a real browser."""

import json
import re
import shutil
import time
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stretchcoach.cli import main
from stretchcoach.core.coach import Coach
from stretchcoach.core.plan import Style
from stretchcoach.core.setup import Played, Setup, coach
from stretchcoach.core.unfold import build
from stretchcoach.figure.pose import poses
from stretchcoach.library import knowledge, parse, shelf, shipped_folder
from stretchcoach.pipes.pcm import RATE
from stretchcoach.recording import encoding
from stretchcoach.recording.page import Alarm, Soundtrack, phone_page
from stretchcoach.recording.score import Take
from stretchcoach.recording.unanswered import SECONDS, worded
from stretchcoach.words.first_lines import SAFETY

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
ROUTINE = """\
title = "Two legs"
purpose = "prevention"

[[steps]]
name = "Wall calf stretch"
say = "Heel down. Lean in."
pose = "wall-lunge"
side = "each"
hold = 12

[[steps]]
name = "Heel raises"
say = "Rise, and lower slowly."
pose = "heel-raise"
reps = 4
"""
SHELF = shelf([shipped_folder()]).routines


def quiet(text: str) -> "array[int]":
    """A line as silence of about its length."""
    return array("h", bytes(2 * round(RATE * len(text) / 15)))


def routine(text: str = ROUTINE) -> Coach:
    read, problems = parse(text, "x.toml")
    assert read is not None and not problems
    return coach(Setup(Played.ROUTINE, gap=float("inf")), plan=build(read, Style()))


def cramp() -> Coach:
    return coach(Setup(Played.CRAMP, gap=float("inf")), knowledge())


def taken(of: Coach, file: Path, **more: Any) -> Soundtrack:
    take = Take(of, quiet, 80, True, **more)
    encoding.write_frames(file, take.frames(), "MP3")
    return Soundtrack("left", take.score, file.read_bytes())


@pytest.fixture
def made(tmp_path: Path) -> str:
    track = taken(routine(), tmp_path / "x.mp3")
    return phone_page("Two legs", [track, Soundtrack("right", track.score, track.sound)], "MP3", done="That's all.")


@pytest.fixture
def emergency(tmp_path: Path) -> str:
    track = taken(cramp(), tmp_path / "c.mp3", longest=SECONDS, worded=worded("112"))
    return phone_page(
        "Calf cramp", [track], "MP3", "Chest pain? Call 112.", Alarm(600.0, "Call a doctor now."), "Over."
    )


def data(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_policy_allows_just_what_is_in_it(made: str) -> None:
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (code,) = re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        assert f"{rule} 'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" in made
    assert "default-src 'none'" in made and "unsafe" not in made
    rest = re.sub(r'"sound":"[^"]*"', "", made).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//[a-z]|\bsrc=|\bhref=|@import|url\(|fetch\(|XMLHttp|WebSocket|localStorage", rest)
    assert "@@" not in made and " style=" not in made and not re.search(r"\son[a-z]+=", made)


def test_it_tells_each_line_and_step_at_its_time_and_holds_the_sound_whole(tmp_path: Path) -> None:
    track = taken(routine(), tmp_path / "x.mp3")
    (told,) = data(phone_page("x", [track], "MP3"))["takes"]
    assert [(line["at"], line["text"]) for line in told["lines"]] == [
        (pytest.approx(line.at, abs=1e-3), line.text) for line in track.score.lines
    ]
    assert [step["at"] for step in told["chapters"]] == pytest.approx(
        [step.at for step in track.score.chapters], abs=1e-3
    )
    assert b64decode(told["sound"]) == track.sound
    holds = [
        after["at"] - now["at"]
        for now, after in zip(told["moments"], told["moments"][1:], strict=False)
        if now["timed"] and now["name"] == "Wall calf stretch"
    ]
    assert holds == pytest.approx([12, 12], abs=0.01)


@given(st.text(max_size=30) | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "@@script@@", "\u2028"]))
@settings(max_examples=60)
def test_no_text_of_a_routine_is_read_as_code(text: str) -> None:
    from stretchcoach.recording.score import Moment, Score, ScoreLine

    assume(text not in poses())  # which have a picture
    score = Score([ScoreLine(0.0, text)], [], [], [Moment(0.0, "hold", text, text, text, text)], 1.0)
    made = phone_page(text, [Soundtrack(text, score, b"")], "MP3", text, Alarm(1.0, text), text)
    plain = phone_page("x", [Soundtrack("x", Score(), b"")], "MP3", "x", Alarm(1.0, "x"), "x")
    for tag in ("<script", "</script", "<style", "<svg", "<div", "<!--"):
        assert made.count(tag) == plain.count(tag) + 0
    assert data(made)["takes"][0]["lines"][0]["text"] == text


def test_a_cramp_asks_for_no_key_where_there_is_none() -> None:
    take = Take(cramp(), quiet, 80, True, SECONDS, worded("112"))
    for _ in take.frames():
        pass
    lines = [line.text for line in take.score.lines]
    assert not [line for line in lines if re.search(r"Press [A-Z]\b|I.ll ask", line)]
    assert [line for line in lines if line.endswith("?")] == []
    assert SAFETY not in lines and any("Call 112 now" in line for line in lines[:3])
    assert any("ten minutes" in line for line in lines)
    assert 600 < take.score.seconds <= SECONDS + 1


@pytest.mark.parametrize("wrong", ["x.htm.gz", "x", "x.pdf"])
def test_another_ending_is_refused(wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export-page", "break_90s", "--out", str(tmp_path / wrong)]) == 2
    assert "needs the ending .html" in capsys.readouterr().err


def test_it_is_written_once_and_over_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    (tmp_path / "two_legs.toml").write_text(ROUTINE, encoding="utf-8")
    file = tmp_path / "x.html"
    call = ["export-page", str(tmp_path / "two_legs.toml"), "--out", str(file), "--no-voice"]
    assert main(call) == 0 and main(call) == 2 and main([*call, "--replace"]) == 0
    takes = data(file.read_text(encoding="utf-8"))["takes"]
    assert [each["side"] for each in takes] == ["Left", "Right"]
    assert [each["moments"][0]["where"] for each in takes] != [] and takes[0]["lines"] != takes[1]["lines"]


# --- in a browser ---------------------------------------------------------------------------------------------


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], "Page"]]:
    """Opens a page on a phone without a network; whatever it asks for, or complains of, fails the test."""
    if BROWSER is None:
        pytest.skip("needs chromium")
    from playwright.sync_api import sync_playwright

    wrong: list[str] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=BROWSER, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
        )
        context = browser.new_context(offline=True, viewport={"width": 390, "height": 844})

        def open_page(text: str) -> "Page":
            file = tmp_path / "page.html"
            file.write_text(text, encoding="utf-8")
            found = context.new_page()
            found.on("console", lambda message: wrong.append(message.text))
            found.on("pageerror", lambda error: wrong.append(str(error)))
            found.on("request", lambda request: wrong.append(request.url) if "http" in request.url[:5] else None)
            found.goto(file.as_uri())
            return found

        yield open_page
        browser.close()
    assert wrong == []


def until(told: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.audio
def test_it_plays_to_its_end_and_every_key_and_button_does_what_it_says(
    made: str, opened: Callable[[str], "Page"]
) -> None:
    shown = opened(made)
    told = data(made)["takes"][0]
    assert shown.inner_text("#play") == "Start" and shown.inner_text("#side") == "Right side first"
    shown.keyboard.press("n")
    assert shown.evaluate("audio.currentTime") == pytest.approx(told["chapters"][1]["at"], abs=0.1)
    shown.keyboard.press(" ")
    until(lambda: bool(shown.evaluate("audio.currentTime > 1")))
    assert shown.inner_text("#play") == "Pause" and shown.inner_text("#caption") == told["lines"][1]["text"]
    shown.click("#play")
    assert shown.evaluate("audio.paused")
    until(lambda: shown.inner_text("#play") == "Go on")  # the browser tells of it a moment later
    hold = next(at for at in told["moments"] if at["timed"])
    shown.evaluate(f"audio.currentTime = {hold['at'] + 5}")
    until(lambda: shown.inner_text("#count") == "7")
    assert shown.inner_text("#name") == "Wall calf stretch" and shown.locator("#figures > div:visible").count() == 1
    shown.keyboard.press("s")
    assert shown.inner_text("#side") == "Left side first"
    shown.keyboard.press("d")
    assert shown.get_attribute("#dark", "aria-pressed") == "true"
    shown.evaluate("play(); audio.playbackRate = 16")
    until(lambda: bool(shown.evaluate("audio.ended")))
    assert shown.inner_text("#name") == "That's all." and shown.inner_text("#play") == "Again"


@pytest.mark.audio
def test_a_hidden_tab_loses_no_time(made: str, opened: Callable[[str], "Page"]) -> None:
    shown = opened(made)
    shown.click("#play")
    shown.evaluate("audio.playbackRate = 4")
    other = shown.context.new_page()
    other.bring_to_front()
    began = float(shown.evaluate("audio.currentTime"))
    until(lambda: float(shown.evaluate("audio.currentTime")) > began + 12)
    shown.bring_to_front()
    at = float(shown.evaluate("audio.currentTime"))
    told = data(made)["takes"][0]["lines"]
    near = [line["text"] for line in told if line["at"] <= at + 4][-3:]
    assert shown.inner_text("#caption") in near


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("which", ["made", "emergency"])
def test_nothing_stands_in_the_way_of_anybody(
    which: str, dark: bool, request: pytest.FixtureRequest, opened: Callable[[str], "Page"]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = opened(request.getfixturevalue(which))
    if dark:
        shown.click("#dark")
    for at in (None, 12.0):
        if at:
            shown.evaluate(f"began = Date.now() - 601e3; audio.src = sound(0); audio.currentTime = {at}; show()")
        found = Axe().run(shown).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [(844, 390), (568, 320), (320, 568), (390, 844), (1280, 720)])
@pytest.mark.parametrize("which", ["made", "emergency"])
def test_what_counts_is_seen_without_scrolling_however_the_phone_lies(
    which: str, size: tuple[int, int], request: pytest.FixtureRequest, opened: Callable[[str], "Page"]
) -> None:
    shown = opened(request.getfixturevalue(which))
    shown.set_viewport_size({"width": size[0], "height": size[1]})
    shown.evaluate("audio.src = sound(0); audio.currentTime = 12; began = Date.now() - 601e3; show()")
    until(lambda: shown.inner_text("#count") != "")
    boxes = {each: shown.locator(each).bounding_box() for each in ("h1", "#figures", "#name", "#count", "#play", "nav")}
    if which == "emergency":
        boxes |= {each: shown.locator(each).bounding_box() for each in (".first", "#clock", "#alarm")}
    for name, box in boxes.items():
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= size[1], (name, box)
    figure, count = boxes["#figures"], boxes["#count"]
    assert figure and count
    beside, below = figure["x"] + figure["width"] <= count["x"] + 1, figure["y"] + figure["height"] <= count["y"] + 1
    assert beside if size[0] > 2 * size[1] else below or beside


def test_the_ten_minutes_go_on_while_the_sound_stands_still(emergency: str, opened: Callable[[str], "Page"]) -> None:
    shown = opened(emergency)
    assert shown.inner_text(".first") == "Chest pain? Call 112." and not shown.is_visible("#alarm")
    shown.evaluate("began = Date.now() - 599e3; show()")
    assert not shown.is_visible("#alarm") and shown.inner_text("#clock") == "9:59 since it began"
    shown.evaluate("began = Date.now() - 600e3; show()")
    assert shown.inner_text("#alarm") == "Call a doctor now."
