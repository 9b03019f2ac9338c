"""The command that keeps, shows and forgets the profile."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.shared import FlaggedCommand, FlaggedGroup, json_flag, print_json, tell_beside
from stretchcoach.words import cli_lines, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.profile import Profile

EXAMPLES = """\
stretchcoach profile set age 58
stretchcoach profile set meds cholesterol water_tablet
stretchcoach profile set conditions none
stretchcoach profile delete"""


@click.group(cls=FlaggedGroup, invoke_without_command=True, epilog=EXAMPLES)
@json_flag
@click.pass_context
def profile(context: click.Context, as_json: bool) -> None:
    """Facts about you, so that you needn't be asked again: age, pregnancy, medicines, conditions, smoking.

    All of it is optional, and it never leaves this machine.
    """
    if context.invoked_subcommand is None:
        _show(context, as_json)
    elif as_json and context.invoked_subcommand != "show":
        context.fail(cli_refusals.JSON_SHOWS_PROFILE)


@profile.command(cls=FlaggedCommand)
@json_flag
@click.pass_context
def show(context: click.Context, as_json: bool) -> None:
    """Print what is known, and what will be asked."""
    _show(context, as_json or bool(context.parent and context.parent.params.get("as_json")))


@profile.command(name="set", cls=FlaggedCommand, epilog=EXAMPLES)
@click.argument("key")
@click.argument("values", metavar="VALUE...", nargs=-1, required=True)
@click.pass_context
def set_(context: click.Context, key: str, values: tuple[str, ...]) -> None:
    """Set a fact. For meds and conditions you can give several values, or none."""
    from datetime import date

    from stretchcoach.machine.folders import folders
    from stretchcoach.profile import with_fact
    from stretchcoach.program.memory import keep_profile

    known, _ = _loaded()
    words = [value if key == "age" else value.lower().replace("-", "_") for value in values]
    new, wrong = with_fact(known, key, words, date.today())
    if wrong:
        context.fail(wrong)
    _must(keep_profile(folders(), known, new))
    tell_beside(cli_lines.kept(_place(), key, _words(new, key)))


@profile.command(cls=FlaggedCommand)
@click.argument("key")
@click.pass_context
def clear(context: click.Context, key: str) -> None:
    """Forget one fact; it will be asked again."""
    from stretchcoach.diary import profile_changes
    from stretchcoach.machine.folders import folders
    from stretchcoach.profile import KEYS, clear_fact
    from stretchcoach.profile.values import stranger

    if key not in KEYS:
        context.fail(stranger(key))
    _must(clear_fact(_place(), key))
    _must(profile_changes.take_out(folders().diary, [key]))
    tell_beside(cli_lines.forgotten(key))


@profile.command(cls=FlaggedCommand)
def delete() -> None:
    """Forget all of it, at once and without a question."""
    from stretchcoach.machine.folders import folders
    from stretchcoach.profile import KEYS, load
    from stretchcoach.program.memory import drop_profile

    place = _place()
    there = place.exists()
    known, problems = load(place)
    _must(drop_profile(folders()))
    held = [key for key in KEYS if getattr(known, key) is not None]
    held += [cli_lines.UNREADABLE_PART] if problems else []
    tell_beside(f"Deleted {place}: {', '.join(held) or 'no facts'}." if there else cli_lines.NOTHING_TO_DELETE)


@profile.command(cls=FlaggedCommand)
def path() -> None:
    """Print where the profile is, or would be."""
    from stretchcoach.machine.folders import folders

    if notice := folders().notice:
        tell_beside(notice)
    click.echo(_place())


def _place() -> Path:
    from stretchcoach.machine.folders import folders

    return folders().profile


def _loaded() -> "tuple[Profile, bool]":
    """What is known, and whether the file could be read; what is wrong with it is told."""
    from stretchcoach.profile import load

    known, problems = load(_place())
    for problem in problems:
        tell_beside(str(problem))
    return known, not any(problem.of_whole for problem in problems)


def _show(context: click.Context, as_json: bool) -> None:
    import msgspec

    from stretchcoach.profile import KEYS

    known, readable = _loaded()
    if as_json:
        values: dict[str, Any] = msgspec.to_builtins(known)
        print_json(values)
    for key in () if as_json else KEYS:
        click.echo(f"{key:<11} {_words(known, key)}")
    context.exit(0 if readable else 1)


def _words(known: "Profile", key: str) -> str:
    """A fact in words."""
    from datetime import date

    from stretchcoach.profile.values import pregnancy_is_recent

    value = getattr(known, key)
    if value is None:
        return cli_lines.NOT_TOLD
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if key == "pregnancy":
        old = "" if pregnancy_is_recent(known, date.today()) else cli_lines.ASKED_AGAIN
        return f"{value} (said {known.pregnancy_said or 'at no known time'}{old})"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _must(trouble: str) -> None:
    if trouble:
        raise click.ClickException(trouble)


COMMANDS: tuple[click.Command, ...] = (profile,)
