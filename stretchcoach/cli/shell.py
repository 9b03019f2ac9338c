"""What a shell and a system want of a program: completion, a manual page, and what stays when it goes."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from stretchcoach.cli.kinds import OneOf
from stretchcoach.cli.shared import FlaggedCommand, print_line, tell_beside
from stretchcoach.words import cli_lines
from stretchcoach.words.wording import counted

VARIABLE = "_STRETCHCOACH_COMPLETE"
"""Set by the shell when it asks what could be typed next."""
SHELLS = ["bash", "zsh", "fish"]
WHERE = {
    "bash": cli_lines.KEEP_BASH,
    "zsh": cli_lines.KEEP_ZSH,
    "fish": cli_lines.KEEP_FISH,
}


@click.command(cls=FlaggedCommand, epilog='eval "$(stretchcoach completion bash)"')
@click.argument("shell", type=OneOf(SHELLS))
def completion(shell: str) -> None:
    """Print what lets your shell complete commands, options and routines."""
    from click.shell_completion import get_completion_class

    from stretchcoach.cli.sessions import app

    kind = get_completion_class(shell)
    assert kind is not None
    source = kind(app, {}, "stretchcoach", VARIABLE).source()
    click.echo(source.replace('string split ","', 'string split --max 1 ","'), nl=False)  # a description has commas too
    tell_beside(WHERE[shell])


def complete(instruction: str) -> int:
    """Answer the shell; the exit code."""
    from click.shell_completion import shell_complete

    from stretchcoach.cli.sessions import app

    return shell_complete(app, {}, "stretchcoach", VARIABLE, instruction)


@click.command(cls=FlaggedCommand, epilog="stretchcoach man | man -l -")
def man() -> None:
    """Print the manual page, for man(1)."""
    from stretchcoach.cli.sessions import app

    for line in _page(app):
        click.echo(line)


def _page(app: click.Group) -> Iterator[str]:
    from stretchcoach import __version__

    yield f'.TH STRETCHCOACH 1 "" "stretchcoach {__version__}" "{cli_lines.USER_COMMANDS}"'
    yield ".SH NAME"
    yield f"stretchcoach \\- {_roff((app.help or '').splitlines()[0])}"
    yield ".SH SYNOPSIS"
    yield ".B stretchcoach"
    yield "[OPTIONS] [COMMAND [ARGUMENTS]...]"
    yield ".SH COMMANDS"
    with click.Context(app, info_name="stretchcoach") as context:
        yield from _commands(app, context, "")
        yield ".SH OPTIONS ACCEPTED EVERYWHERE"
        for parameter in app.get_params(context):
            yield from _option(parameter, context)
    yield ".SH EXIT STATUS"
    yield cli_lines.EXIT_STATUS


def _commands(group: click.Group, context: click.Context, before: str) -> Iterator[str]:
    """Every command with its options; those of a group after it."""
    shared = {name for parameter in group.get_params(context) for name in parameter.opts}
    for name, command in group.commands.items():
        if command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield ".TP"
        pieces = " ".join(command.collect_usage_pieces(inner)).removeprefix("[OPTIONS]").strip()
        yield f".B {_roff(f'{before}{name}')}" + (f" {_roff(pieces)}" if pieces else "")
        yield _roff(" ".join((command.help or "").split()))
        own = [
            each for each in command.get_params(inner) if not shared & set(each.opts) and isinstance(each, click.Option)
        ]
        if own and not isinstance(command, click.Group):
            yield ".RS"
            for parameter in own:
                yield from _option(parameter, inner)
            yield ".RE"
        if isinstance(command, click.Group):
            yield from _commands(command, inner, f"{before}{name} ")


def _option(parameter: click.Parameter, context: click.Context) -> Iterator[str]:
    record = parameter.get_help_record(context)
    if record and isinstance(parameter, click.Option):
        yield ".TP"
        yield f".B {_roff(record[0])}"
        yield _roff(record[1]) or "."


def _roff(text: str) -> str:
    """Text in which nothing is a request of roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


@click.command(cls=FlaggedCommand)
def uninstall() -> None:
    """Tell you how to remove the program, and which files stay behind. Removes nothing itself."""
    from stretchcoach.machine.folders import KEPT, folders

    places = folders()
    print_line(cli_lines.to_remove(_removal()))
    print_line(cli_lines.WHAT_STAYS)
    total = 0
    for name in ("data", "config", "state", "cache"):
        folder = getattr(places, name)
        kinds = [(kind, list(folder.glob(kind.pattern))) for kind in KEPT if kind.folder == name]
        found = [(kind, files) for kind, files in kinds if files]
        total += sum(len(files) for _, files in found)
        print_line(f"{folder}{'' if found else cli_lines.FOLDER_EMPTY}")
        for kind, files in found:
            print_line(f"  {kind.pattern:20} {counted(len(files), 'file')}: {kind.what}")
    if total:
        tell_beside(cli_lines.TAKE_ALONG)
        tell_beside(cli_lines.DELETE_ALL_LEAVES)


def _removal() -> str:
    """The command that removes it, for the way in which it was installed."""
    from pathlib import Path

    place = Path(sys.prefix)
    if "pipx" in place.parts:
        return "pipx uninstall stretchcoach"
    if "uv" in place.parts and "tools" in place.parts:
        return "uv tool uninstall stretchcoach"
    return cli_lines.by_pip(sys.executable, place)


def installed() -> Iterator[str]:
    """What ``--version`` tells below the version: Python, and what there is of voices, ears and files."""
    import platform

    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    for what, names in PARTS.items():
        found = {name: _release(name) for name in names}
        missing = [name for name, release in found.items() if not release]
        told = ", ".join(f"{name} {release}" for name, release in found.items() if release)
        extra = cli_lines.not_installed(", ".join(missing)) if missing else ""
        yield f"{what}: {', '.join(filter(None, (told, extra)))}"
    yield f"speaking: {_speaking()}"


def _speaking() -> str:
    from stretchcoach.machine.folders import folders
    from stretchcoach.program.sound_options import tried
    from stretchcoach.settings import load

    voice = load(folders().settings)[0].voice
    chosen = tried(voice, voice.volume)
    return cli_lines.voice_chosen(chosen.engine, chosen.voice or "default voice", chosen.rate)


PARTS: dict[str, tuple[str, ...]] = {
    "screen": ("textual",),
    "voice": ("pyttsx3", "espeakng-loader", "miniaudio"),
    "natural voice": ("hibari-tts",),
    "listening": ("SpeechRecognition", "onnxruntime", "numpy"),
    "sound files": ("soundfile", "mutagen"),
}
"""The packages that each ability rests on."""


def _release(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def routines(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[Any]:
    """The routines that begin as typed, for the shell."""
    from click.shell_completion import CompletionItem

    from stretchcoach.cli.routines import open_shelf

    shelf = open_shelf()
    found = [each for each in shelf.routines.values() if each.id.startswith(typed)]
    return [CompletionItem(each.id, help=each.title) for each in found] or [CompletionItem(typed, type="file")]


COMMANDS: tuple[click.Command, ...] = (completion, man, uninstall)
