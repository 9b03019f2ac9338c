"""A routine, or a cramp, as a sound file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.routines import fitted, job, planned
from stretchcoach.cli.shared import FlaggedCommand, narrate, options
from stretchcoach.cli.shell import routines

if TYPE_CHECKING:
    from stretchcoach.audio.options import SoundOptions
    from stretchcoach.core.coach import Coach
    from stretchcoach.program.program import Program
    from stretchcoach.recording.score import Score

CRAMP = "cramp"


@click.command(
    "export-audio",
    cls=FlaggedCommand,
    epilog="stretchcoach export-audio warmup_run --out warmup.mp3\nstretchcoach export-audio cramp --out cramp.ogg",
)
@click.argument("name", metavar="NAME|FILE.toml|cramp", shell_complete=routines)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file: .mp3, .ogg or .wav.")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@fitted
@click.pass_context
def export_audio(context: click.Context, /, name: str, out: Path, replace: bool, **how: Any) -> None:
    """A routine as it would be heard, as a sound file to take along.

    With the voice, the beeps and every hold, a chapter for each step and the
    words as lyrics. 'cramp' is the stretch itself, as it goes where nobody
    answers. What waits for you goes on by itself.
    """
    from stretchcoach.program.program import Program
    from stretchcoach.program.sound_options import sound_options
    from stretchcoach.recording.encoding import FORMS, MissingError

    form = FORMS.get(out.suffix.lower())
    if form is None:
        raise click.UsageError(f"{out} needs an ending that says how: .mp3, .ogg or .wav.")
    if os.path.lexists(out) and not replace:
        raise click.UsageError(f"{out} is there already; say --replace to write over it.")
    chosen = options(context)
    program = Program(chosen.speech, chosen.sound)
    coach, title = _cramp(program) if name == CRAMP else _routine(program, name, how)
    try:
        voice = program.settings.voice
        sound = sound_options(voice, voice.volume, str(program.places.phrases), chosen.speech, chosen.sound)
        score = _recorded(sound, coach, title, out, form)
    except MissingError as error:
        raise click.ClickException(str(error)) from error
    minutes, seconds = divmod(round(score.seconds), 60)
    narrate(f"Written to {out}: {minutes}:{seconds:02}, {len(score.chapters)} chapters.")


def _routine(program: "Program", name: str, how: dict[str, Any]) -> tuple["Coach", str]:
    from stretchcoach.core.setup import Played, Setup, coach

    wanted = job(name, **how)
    plan = planned(program, wanted)
    if plan.note:
        narrate(plan.note)
    setup = Setup(Played.ROUTINE, program.settings.voice.rate, gap=float("inf"))
    return coach(setup, plan=plan), wanted.routine.title


def _cramp(program: "Program") -> tuple["Coach", str]:
    from stretchcoach import library
    from stretchcoach.core.setup import Played, Setup, coach
    from stretchcoach.settings import help_words

    words = help_words(program.settings)
    setup = Setup(Played.CRAMP, program.settings.voice.rate, gap=float("inf"), words=words)
    return coach(setup, library.knowledge()), "Calf cramp"


def _recorded(sound: "SoundOptions", coach: "Coach", title: str, out: Path, form: str) -> "Score":
    """Write the file beside its place, and move it there whole."""
    from stretchcoach.recording import encoding, tags
    from stretchcoach.recording.score import Take
    from stretchcoach.recording.voice import speaker

    take = Take(coach, speaker(sound, narrate), sound.volume, sound.beeps)
    draft = out.with_name(f".{os.getpid()}.{out.name}")
    try:
        encoding.write(draft, take.frames(), form)
        try:
            tags.tag(draft, form, title, take.score)
        except encoding.MissingError as error:
            narrate(f"{error} The sound itself is whole.")
        draft.replace(out)
    except OSError as error:
        raise click.UsageError(f"{out}: {(error.strerror or str(error)).lower()}.") from error
    finally:
        draft.unlink(missing_ok=True)
    return take.score


COMMANDS: tuple[click.Command, ...] = (export_audio,)
