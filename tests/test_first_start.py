"""What is asked once: by ear, by one key each, and never in the way of a cramp."""

from datetime import date
from pathlib import Path

import pytest
from tui_fake import FakeProgram, app, worked

from stretchcoach.program import sound_devices
from stretchcoach.program.evening import Evening
from stretchcoach.program.jobs import CrampJob
from stretchcoach.program.program import Program
from stretchcoach.settings.country import likely_country
from stretchcoach.settings.values import VoiceSettings
from stretchcoach.tui.first_start import APART
from stretchcoach.tui.screens.home import HomeScreen
from stretchcoach.tui.widgets.base import Line


@pytest.fixture(autouse=True)
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[VoiceSettings]:
    heard: list[VoiceSettings] = []
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "Europe/London")

    def say(voice: VoiceSettings) -> str:
        heard.append(voice)
        return ""

    monkeypatch.setattr(sound_devices, "say", say)
    return heard


@pytest.mark.parametrize(
    ("zone", "locale", "country"),
    [
        ("Europe/London", "en_US.UTF-8", "UK"), ("Europe/Berlin", "en_US.UTF-8", "EU"), ("Australia/Perth", "", "AU"),
        ("America/New_York", "", "US"), ("America/Sao_Paulo", "en_US.UTF-8", ""), ("Pacific/Auckland", "C", "NZ"),
        ("Etc/UTC", "en_GB.UTF-8", "UK"), ("", "de_AT.UTF-8", "EU"), ("", "C.UTF-8", ""), ("", "", ""),
        ("Asia/Tokyo", "en_US.UTF-8", ""),
    ],
)  # fmt: skip
def test_the_country_is_guessed_by_where_one_is(zone: str, locale: str, country: str) -> None:
    assert likely_country({"LANG": locale}, zone) == country


async def test_three_keys_answer_all_of_it(played: list[VoiceSettings]) -> None:
    program = FakeProgram()
    program.first_start = True
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        asked = it.screen.query_one("#first", Line)
        assert asked.text.startswith("c in a cramp:") and "\nEnter starts" in asked.text
        assert "\nl microphone off: each answer is one key" in asked.text and "are you in the UK?" in asked.text
        await pilot.press("2", "1", "2", "9", "l", "o")
        await worked(it)
        assert "call 999" in asked.text and "microphone on" in asked.text
        await pilot.press("z")
        await pilot.pause()
        assert asked.text == "" and program.begun
        await pilot.press("l")
        assert program.settings.listen.on, "hidden, the keys do nothing"
        await pilot.press("1")
        await worked(it)
    assert [voice.rate for voice in played] == [140, 160, 140], "a key each; nine is none, and hidden it is none either"
    assert program.settings.voice.rate == 140 and program.settings.coach.country == "UK"


async def test_a_cramp_is_one_key_away_all_the_same() -> None:
    program = FakeProgram()
    program.first_start = True
    async with app(program).run_test(size=(60, 20)) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("c")
        await pilot.pause()
    assert program.jobs == [CrampJob()] and program.begun


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_no_key_of_the_first_start_is_cut_off_or_torn_from_what_it_does(size: tuple[int, int]) -> None:
    program = FakeProgram()
    program.first_start = True
    it = app(program)
    async with it.run_test(size=size) as pilot:
        await pilot.pause()
        asked = it.screen.query_one("#first", Line)
        await pilot.pause()
        drawn = asked.fitted().split("\n")
        assert len(drawn) == asked.region.height and all(len(row) <= asked.size.width for row in drawn)
        for part in asked.text.replace("\n", APART).split(APART):
            assert any(part in row for row in drawn), part


def test_it_is_the_first_start_once() -> None:
    assert Program(speech=False, beeps=False).first_start
    Program(speech=False, beeps=False).started()
    assert not Program(speech=False, beeps=False).first_start


async def test_a_digit_that_tells_of_the_night_chooses_no_voice() -> None:
    """A trial was begun from the command line before the app was ever opened."""
    program = FakeProgram()
    program.first_start = True
    program.on_tonight = Evening(line="Your trial, week 1 of 12: neither tonight.", asks=date(2026, 9, 16))
    voice = program.settings.voice
    async with app(program).run_test(size=(80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        screen.look_back()
        await pilot.pause()
        lines = screen.query_one("#first", Line)
        assert lines.text == "" and "Press 0 to 9" in screen.query_one("#troubles", Line).text
        await pilot.press("2")
        await worked(pilot.app)
        assert program.settings.voice == voice
        assert "Hear me" in lines.text, "they are there again"
