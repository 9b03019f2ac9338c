"""A routine, or a cramp, as a sound file or as a page for a phone."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.routines import fitted, job, planned
from stretchcoach.cli.shared import FlaggedCommand, options, tell_beside
from stretchcoach.cli.shell import routines
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.core.coach import Coach
    from stretchcoach.program.program import Program
    from stretchcoach.recording.score import Score, Take

CRAMP = "cramp"


def recorded(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add what to record and where to put it; ``what``: the endings that the file may have."""

    def added(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            click.option("--replace", is_flag=True, help=cli_options.WRITE_OVER),
            click.option("--out", type=click.Path(path_type=Path), required=True, help=cli_options.the_file(what)),
            click.argument("name", metavar="NAME|FILE.toml|cramp", shell_complete=routines),
        ):
            command = option(command)
        return command

    return added


@click.command(
    "export-audio",
    cls=FlaggedCommand,
    epilog="stretchcoach export-audio warmup_run --out warmup.mp3\nstretchcoach export-audio cramp --out cramp.ogg",
)
@recorded(".mp3, .ogg or .wav")
@fitted
@click.pass_context
def export_audio(context: click.Context, /, name: str, out: Path, replace: bool, **how: Any) -> None:
    """Save a routine as a sound file to take along, as it would be heard.

    With the voice, the beeps and every hold, a chapter for each step and the
    words as lyrics. 'cramp' is the stretch itself, as it goes when nobody
    answers. Steps that wait for you go on by themselves.
    """
    from stretchcoach.program.program import Program
    from stretchcoach.recording.encoding import FORMS, MissingError
    from stretchcoach.recording.voice import SilentVoiceError
    from stretchcoach.words.wording import clock

    form = FORMS.get(out.suffix.lower())
    if form is None:
        raise click.UsageError(cli_refusals.no_sound_ending(out))
    _unless_there(out, replace)
    program = Program(options(context).speech, options(context).sound)
    coach, title = _cramp(program) if name == CRAMP else _routine(program, name, how)
    try:
        score = _recorded(_take(program, context, coach, name == CRAMP), title, out, form)
    except (MissingError, SilentVoiceError) as error:
        raise click.ClickException(str(error)) from error
    tell_beside(cli_lines.sound_written(out, clock(round(score.seconds)), len(score.chapters)))


@click.command(
    "export-page",
    cls=FlaggedCommand,
    epilog="stretchcoach export-page warmup_run --out warmup.html\nstretchcoach export-page cramp --out cramp.html",
)
@recorded(".html")
@fitted
@click.pass_context
def export_page(context: click.Context, /, name: str, out: Path, replace: bool, **how: Any) -> None:
    """Save a routine as one page that any phone plays offline.

    Big numbers, the figure, the words and the sound, all in one file that
    loads nothing and sends nothing. Copy it to the phone and open it.
    'cramp' is the stretch itself, with the ten-minute clock.
    """
    from stretchcoach.program.program import Program
    from stretchcoach.program.saving import SHARED, write
    from stretchcoach.recording.encoding import MissingError
    from stretchcoach.recording.voice import SilentVoiceError

    if out.suffix.lower() not in (".html", ".htm"):
        raise click.UsageError(cli_refusals.no_page_ending(out))
    _unless_there(out, replace)
    program = Program(options(context).speech, options(context).sound)
    try:
        text = _cramp_page(program, context) if name == CRAMP else _routine_page(program, context, name, how)
    except (MissingError, SilentVoiceError) as error:
        raise click.ClickException(str(error)) from error
    write(out, text.encode(), SHARED)
    tell_beside(cli_lines.page_written(out, len(text) / 1e6))


def _unless_there(out: Path, replace: bool) -> None:
    if out.is_dir():
        from stretchcoach.words.program_lines import is_a_folder

        raise click.UsageError(is_a_folder(out))
    if os.path.lexists(out) and not replace:
        raise click.UsageError(cli_refusals.say_replace(out))


def _routine_page(program: "Program", context: click.Context, name: str, how: dict[str, Any]) -> str:
    """Where there are sides, with both orders of them; the one that was asked for comes first."""
    from stretchcoach.core.messages import Side
    from stretchcoach.recording.page import Soundtrack, phone_page

    sides = (Side.RIGHT, Side.LEFT) if how["side"] == "right" else (Side.LEFT, Side.RIGHT)
    orders = [{**how, "side": side.value} for side in sides]
    first, other = (planned(program, job(name, **order)).steps for order in orders)
    tracks: list[Soundtrack] = []
    for side, order in list(zip(sides, orders, strict=True))[: 1 if first == other else 2]:
        coach, title = _routine(program, name, order)
        tracks.append(Soundtrack(side.value, *_heard(program, context, coach)))
    return phone_page(title, tracks, "MP3", done=cli_lines.WELL_DONE)


def _cramp_page(program: "Program", context: click.Context) -> str:
    from stretchcoach.core.cramp_clock import TEN_MINUTES
    from stretchcoach.core.script import ten
    from stretchcoach.recording.page import Alarm, Soundtrack, phone_page
    from stretchcoach.settings import help_words
    from stretchcoach.words.recording_lines import CALL_NOW

    words = help_words(program.settings)
    coach, title = _cramp(program)
    track = Soundtrack("", *_heard(program, context, coach, cramp=True))
    alarm = Alarm(TEN_MINUTES, ten(words.same_day_service, words.call_today).instruction)
    return phone_page(title, [track], "MP3", CALL_NOW.format(number=words.emergency_number), alarm, alarm.text)


def _heard(program: "Program", context: click.Context, coach: "Coach", cramp: bool = False) -> tuple["Score", bytes]:
    """One take, and its sound as MP3."""
    from stretchcoach.recording import encoding

    take = _take(program, context, coach, cramp)
    sound = encoding.in_memory(take.frames(), "MP3")
    return take.score, sound


def _take(program: "Program", context: click.Context, coach: "Coach", cramp: bool) -> "Take":
    from stretchcoach.program.sound_options import sound_options
    from stretchcoach.recording.score import LONGEST, Take
    from stretchcoach.recording.unanswered import SECONDS, worded
    from stretchcoach.recording.voice import speaker
    from stretchcoach.settings import help_words

    voice, chosen = program.settings.voice, options(context)
    sound = sound_options(voice, voice.volume, str(program.places.phrases), chosen.speech, chosen.sound)
    speak = speaker(sound, tell_beside)
    if not cramp:
        return Take(coach, speak, sound.volume, sound.beeps, LONGEST)
    said = worded(help_words(program.settings).emergency_number)
    return Take(coach, speak, sound.volume, sound.beeps, SECONDS, said)


def _routine(program: "Program", name: str, how: dict[str, Any]) -> tuple["Coach", str]:
    from stretchcoach.core.setup import Played, Setup, coach

    wanted = job(name, **how)
    plan = planned(program, wanted)
    if plan.note:
        tell_beside(plan.note)
    setup = Setup(Played.ROUTINE, program.settings.voice.rate, gap=float("inf"))
    return coach(setup, plan=plan), wanted.routine.title


def _cramp(program: "Program") -> tuple["Coach", str]:
    from stretchcoach import library
    from stretchcoach.core.setup import Played, Setup, coach
    from stretchcoach.settings import help_words

    words = help_words(program.settings)
    setup = Setup(Played.CRAMP, program.settings.voice.rate, gap=float("inf"), words=words)
    return coach(setup, library.knowledge()), cli_lines.CALF_CRAMP


def _recorded(take: "Take", title: str, out: Path, form: str) -> "Score":
    """Write the file beside its place, and move it there whole."""
    from stretchcoach.machine.private import named
    from stretchcoach.recording import encoding, tags

    draft = out.with_name(f".{os.getpid()}.{out.name}")
    try:
        with named(out):
            encoding.write_frames(draft, take.frames(), form)
            try:
                tags.tag(draft, form, title, take.score)
            except encoding.MissingError as error:
                tell_beside(cli_refusals.sound_is_whole(error))
            draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return take.score


COMMANDS: tuple[click.Command, ...] = (export_audio, export_page)
