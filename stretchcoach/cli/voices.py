"""The voices, loudspeakers and microphones that can be chosen."""

from typing import TYPE_CHECKING

import click
from msgspec.structs import asdict, replace

from stretchcoach.cli.shared import FlaggedCommand, json_flag, print_json, print_line, tell_beside
from stretchcoach.machine.nearest import did_you_mean
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.program.sound_devices import DeviceChoice, SoundDevices
    from stretchcoach.settings import Settings

TRIED = 5
"""As many are played one after the other at most."""


EXAMPLES = "stretchcoach voices\nstretchcoach voices scotland --play\nstretchcoach voices --devices"


@click.command(cls=FlaggedCommand, epilog=EXAMPLES)
@click.argument("word", required=False, default="english")
@click.option("--play", is_flag=True, help=cli_options.PLAY_EACH)
@click.option("--use", is_flag=True, help=cli_options.USE_IT)
@click.option("--devices", is_flag=True, help=cli_options.LIST_DEVICES)
@json_flag
@click.pass_context
def voices(context: click.Context, word: str, play: bool, use: bool, devices: bool, as_json: bool) -> None:
    """List the voices whose name contains WORD; the English ones if you give none, and '' lists all."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.program import sound_devices
    from stretchcoach.settings import load

    settings = load(folders().settings)[0]
    found = sound_devices.sound_devices(settings)
    if devices:
        _devices(found.loudspeakers, sound_devices.microphones(), as_json)
        return
    picked = _picked(found, word)
    if as_json:
        print_json([asdict(each) for each in picked])
    else:
        for each in picked:
            print_line(f"{'*' if each.value == settings.voice.voice else ' '} {each.value:24} {each.name}")
    trouble = _use(settings, picked) if use else ""
    if play and not trouble:
        trouble = _play(settings, picked[:TRIED])
    if trouble:
        tell_beside(trouble)
        context.exit(1)


def _devices(loudspeakers: "tuple[DeviceChoice, ...]", microphones: "tuple[DeviceChoice, ...]", as_json: bool) -> None:
    rows = [("loudspeaker", each.name) for each in loudspeakers] + [("microphone", each.name) for each in microphones]
    if as_json:
        print_json([{"kind": kind, "name": name} for kind, name in rows])
        return
    for kind, name in rows:
        print_line(f"{kind:12} {name}")
    if not rows:
        tell_beside(cli_lines.NO_DEVICES)


def _picked(found: "SoundDevices", word: str) -> "list[DeviceChoice]":
    picked = [each for each in found.voices if word.casefold() in f"{each.value} {each.name}".casefold()]
    if not found.voices:
        raise click.ClickException(found.fault or cli_refusals.NO_VOICE)
    if not picked:
        raise click.UsageError(
            cli_refusals.no_voice_called(word, did_you_mean(word, [each.name for each in found.voices]))
        )
    return picked


def _use(settings: "Settings", picked: "list[DeviceChoice]") -> str:
    """Keep the one voice that is left; why it could not be kept, or nothing."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.settings import save

    if len(picked) > 1:
        raise click.UsageError(cli_refusals.voices_left(len(picked)))
    chosen = replace(settings.voice, voice=picked[0].value)
    trouble = save(folders().settings, replace(settings, voice=chosen))
    if not trouble:
        tell_beside(cli_lines.speaks_now(picked[0].name))
    return trouble


def _play(settings: "Settings", picked: "list[DeviceChoice]") -> str:
    """Let each say one line; why it could not be heard, or nothing."""
    from stretchcoach.program import sound_devices

    for each in picked:
        tell_beside(f"{each.name} ...")
        trouble = sound_devices.say(replace(settings.voice, voice=each.value))
        if trouble:
            return trouble
    return ""


COMMANDS: tuple[click.Command, ...] = (voices,)
