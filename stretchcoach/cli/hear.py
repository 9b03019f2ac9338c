"""``hear``: what the recogniser understands, from the microphone or from files."""

import os
from typing import TYPE_CHECKING

import click

from stretchcoach.cli.kinds import OneOf
from stretchcoach.cli.shared import FlaggedCommand, json_text, print_line, tell_beside
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.ears.reports import HeardUtterance

CONTEXTS = ("session", "cramp", "yesno", "number")


@click.command(
    cls=FlaggedCommand, epilog="stretchcoach hear\nstretchcoach hear stop.wav --json\nstretchcoach hear --commands"
)
@click.argument("files", nargs=-1, type=click.Path(), metavar="[FILE...]")
@click.option("--context", type=OneOf(CONTEXTS), help=cli_options.WHICH_WORDS)
@click.option("--commands", is_flag=True, help=cli_options.LIST_WORDS)
@click.option("--json", "as_json", is_flag=True, help=cli_options.JSON_LINES)
@click.option("--candidates", is_flag=True, help=cli_options.CANDIDATES)
def hear(files: tuple[str, ...], **how: bool | str | None) -> int:
    """Show what is understood: from the microphone, or from recordings (wav, flac, ogg, mp3).

    Files take exactly the same path as the microphone. Nothing is recorded or sent.
    """
    from stretchcoach.core.vocabulary import CONTEXTS as LABELS
    from stretchcoach.ears.errors import RecogniserError

    as_json = bool(how["as_json"])
    if how["commands"]:
        return _list(as_json)
    armed = LABELS[str(how["context"] or "all")]
    try:
        return _files(files, armed, as_json, bool(how["candidates"])) if files else _live(armed, as_json)
    except RecogniserError as fault:
        raise click.ClickException(str(fault)) from None


def _list(as_json: bool) -> int:
    """The labels, and what may be said for each."""
    from stretchcoach.core.vocabulary import LABELS, WORDS

    if as_json:
        click.echo(json_text(LABELS))
        return 0
    for label in LABELS:
        click.echo(f"{label:12} {', '.join(word.phrase for word in WORDS if word.label == label)}")
    return 0


def _files(files: tuple[str, ...], armed: frozenset[str], as_json: bool, candidates: bool) -> int:
    from stretchcoach.ears.availability import standing
    from stretchcoach.machine.files import missing
    from stretchcoach.machine.folders import folders
    from stretchcoach.machine.threads import one_thread
    from stretchcoach.settings import load

    settings, _ = load(folders().settings)
    standing(settings.listen.engine)
    one_thread()
    from stretchcoach.ears import learnt, recordings
    from stretchcoach.ears.engines import make_ears
    from stretchcoach.ears.listener import heard
    from stretchcoach.words.ear_notices import LAPSED

    listener = None
    failed = 0
    for file in files:
        if not os.path.lexists(file):
            tell_beside(cli_refusals.no_such_file(f"{file}:", missing(file)))
            failed = 2
            continue
        try:
            sound = recordings.samples_of(file)
        except recordings.RecordingError as fault:
            tell_beside(str(fault))
            failed = 2
            continue
        if listener is None:
            if learnt.Learnt.load(folders().learnt).lapsed:
                tell_beside(LAPSED)
            listener, _ = make_ears(settings.listen.engine, waits=True, learnt=str(folders().learnt))
            listener.arm(armed)
        _show(file, heard(listener, sound), as_json, candidates)
    return failed


def _utterance(one: "HeardUtterance", candidates: bool) -> dict[str, object]:
    """The contract of ``--json``; what would be asked again is no command."""
    from stretchcoach.grammar.lexicon.sayings import UNCLEAR

    unclear = one.label == UNCLEAR
    told: dict[str, object] = {
        "text": one.phrase,
        "command": None if unclear else one.label or None,
        "begin": round(max(0.0, one.began), 3),
        "end": round(one.ended, 3),
    }
    if unclear:
        told["ask_again"] = True
    if candidates:
        told["candidates"] = [{"label": label, "score": round(score, 3)} for label, score in one.candidates]
    return told


def _show(file: str, found: "list[HeardUtterance]", as_json: bool, candidates: bool) -> None:
    if as_json:
        click.echo(json_text({"file": file, "heard": [_utterance(one, candidates) for one in found]}))
        return
    said = [f"{one.label or cli_lines.ANOTHER_WORD} at {max(0.0, one.began):.2f} s" for one in found]
    print_line(f"{file}: {', '.join(said) or 'nothing'}")


def _live(armed: frozenset[str], as_json: bool) -> int:
    """Until Ctrl-C."""
    from stretchcoach.ears.live import listen
    from stretchcoach.ears.reports import HeardUtterance
    from stretchcoach.machine.folders import folders
    from stretchcoach.program.sound_options import ear_options
    from stretchcoach.settings import load

    settings, _ = load(folders().settings)
    tell_beside(cli_lines.LISTENING)
    for label, phrase, began, ended in listen(ear_options(settings), armed, tell_beside):
        if as_json:
            click.echo(json_text(_utterance(HeardUtterance(label, phrase, began, ended, True), False)))
        else:
            click.echo(f"{label}  ({phrase}, {1000 * (ended - began):.0f} ms)")
    return 0


COMMANDS: tuple[click.Command, ...] = (hear,)
