"""``listen``: the ears learn how one person says the words that voices differ in most."""

import os

import click

from stretchcoach.cli.shared import FlaggedCommand, FlaggedGroup, tell_beside
from stretchcoach.words import cli_lines, cli_refusals


@click.group(
    cls=FlaggedGroup,
    epilog="stretchcoach listen learn\nstretchcoach listen learn pause back\nstretchcoach listen forget",
)
def listen() -> None:
    """Teach the program your voice, or have it forget it."""


@listen.command(cls=FlaggedCommand, epilog="stretchcoach listen learn\nstretchcoach listen learn pause both")
@click.argument("words", nargs=-1, metavar="[WORD...]")
def learn(words: tuple[str, ...]) -> int:
    """Say each word three times; without WORD the five that are missed most.

    After an update that changed the recogniser, the words you had taught it are asked for once more.

    What is kept are numbers made of the sound, in one file that only you can read; no sound is kept.
    """
    from stretchcoach.core.vocabulary import WORDS
    from stretchcoach.ears.availability import USUAL, standing
    from stretchcoach.ears.errors import RecogniserError
    from stretchcoach.ears.learnt import WEAK, Learnt
    from stretchcoach.machine.folders import folders
    from stretchcoach.settings import load

    places = folders()
    before = Learnt.load(places.learnt)
    known = [word.phrase for word in WORDS]
    lapsed = tuple(word for word in before.lapsed if word in known)
    wanted = tuple(dict.fromkeys((*map(str.lower, words), *lapsed))) or WEAK
    for word in wanted:
        if word not in known:
            raise click.UsageError(cli_refusals.no_such_word(word))
    try:
        if standing(USUAL)[0] != USUAL:
            raise click.ClickException(cli_refusals.OWN_EARS_ONLY)
    except RecogniserError as fault:
        raise click.ClickException(str(fault)) from None
    from stretchcoach.ears.capture import MicrophoneError
    from stretchcoach.ears.lesson import learn as lessons

    settings, _ = load(places.settings)
    try:
        found = lessons(wanted, before, settings.listen.device, tell_beside)
    except (MicrophoneError, TimeoutError) as fault:
        raise click.ClickException(cli_refusals.nothing_learnt(fault)) from None
    found.save(places.learnt)
    tell_beside(cli_lines.learnt(", ".join(wanted)))
    return 0


@listen.command(cls=FlaggedCommand)
def forget() -> None:
    """Forget how you say your words."""
    from stretchcoach.machine.folders import folders

    file = folders().learnt
    if os.path.lexists(file):
        file.unlink()
        tell_beside(cli_lines.FORGOTTEN)
    else:
        tell_beside(cli_lines.NOTHING_HAD_BEEN_LEARNT)


COMMANDS: tuple[click.Command, ...] = (listen,)
