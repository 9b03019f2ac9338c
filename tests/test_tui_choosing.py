"""Voices, loudspeakers and microphones are chosen from lists, and tried by ear."""

from pathlib import Path

import pytest
from textual.widgets import OptionList
from tui_fake import FakeProgram, app, worked

from stretchcoach.program import sound_devices
from stretchcoach.program.sound_devices import DeviceChoice, SoundDevices
from stretchcoach.settings.values import VoiceSettings
from stretchcoach.tui.app import StretchCoach
from stretchcoach.tui.screens.chooser import ChooserScreen
from stretchcoach.tui.screens.settings import SettingsScreen
from stretchcoach.tui.widgets.base import Line

VOICES = (
    DeviceChoice("gmw/en", "English"),
    DeviceChoice("gmw/en-US", "English (America)"),
    DeviceChoice("gmw/de", "German [bold]"),
)


@pytest.fixture(autouse=True)
def tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[VoiceSettings]:
    played: list[VoiceSettings] = []
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    monkeypatch.setattr(
        sound_devices, "sound_devices", lambda _: SoundDevices(VOICES, (DeviceChoice("Headset", "Headset"),))
    )
    monkeypatch.setattr(sound_devices, "microphones", lambda: ())

    def say(voice: VoiceSettings) -> str:
        played.append(voice)
        return "" if voice.voice else "There is no sound."

    monkeypatch.setattr(sound_devices, "say", say)
    return played


async def opened(it: StretchCoach, row: str, pilot: object) -> None:
    it.screen.query_one(row).focus()
    await pilot.press("enter")  # type: ignore[attr-defined]
    await worked(it)
    await pilot.pause()  # type: ignore[attr-defined]
    assert isinstance(it.screen, ChooserScreen)


async def test_a_voice_is_heard_and_kept(tried: list[VoiceSettings]) -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await opened(it, "#voice-voice", pilot)
        await pilot.press("space")
        await worked(it)
        assert it.screen.query_one("#told", Line).text == "There is no sound."
        await pilot.press("down", "down", "space")
        await worked(it)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(it.screen, SettingsScreen)
    assert [voice.voice for voice in tried] == ["", "gmw/en-US"]
    assert program.settings.voice.voice == "gmw/en-US"


async def test_letters_narrow_the_list_and_escape_keeps_what_was() -> None:
    program = FakeProgram()
    it = app(program)
    async with it.run_test(size=(60, 20)) as pilot:
        await pilot.press("comma")
        await opened(it, "#voice-voice", pilot)
        await pilot.press("slash", *"ger")
        await pilot.pause()
        assert it.screen.query_one(OptionList).option_count == 1
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(it.screen, SettingsScreen)
    assert program.settings.voice.voice == ""


async def test_what_is_not_there_is_said() -> None:
    it = app()
    async with it.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await opened(it, "#listen-device", pilot)
        assert it.screen.query_one("#told", Line).text == "Nothing was found."
