"""``ask``: what answers mean, from a sheet or one question at a time."""

import sys
from typing import TYPE_CHECKING, Any

import click

from stretchcoach.cli.shared import FlaggedCommand, json_flag, print_json, tell_beside
from stretchcoach.core.visible import visible
from stretchcoach.words import cli_lines, cli_options, cli_refusals

if TYPE_CHECKING:
    from stretchcoach.core.knowledge import Answers, Item, Knowledge
    from stretchcoach.core.messages import Outcome
    from stretchcoach.core.triage import HelpWords

MISREAD = 2
MOST = 16 * 1024 * 1024
"""Bytes of the sheets in one file."""
SHOWN = 200
"""Most characters of one complaint; a sheet may hold anything."""


@click.command(
    cls=FlaggedCommand,
    epilog="stretchcoach ask\nstretchcoach ask --pending\nstretchcoach ask --answers sheet.json --json",
)
@click.option("--answers", type=click.Path(), metavar="FILE", help=cli_options.SHEET)
@click.option("--pending", is_flag=True, help=cli_options.PENDING)
@json_flag
@click.pass_context
def ask(context: click.Context, answers: str | None, pending: bool, as_json: bool) -> int:
    """Ask what may have brought on the cramp, and whether it needs more than stretching.

    No diagnosis: it follows published lists, and no clinician has reviewed it yet.
    """
    if answers is not None:
        return _judge(_read(answers), as_json)
    if as_json:
        raise click.UsageError(cli_refusals.JSON_NEEDS_SHEET)
    return _interview(context, pending)


def _interview(context: click.Context, pending: bool) -> int:
    from stretchcoach.cli.sessions import play
    from stretchcoach.machine.folders import folders
    from stretchcoach.program import put_off
    from stretchcoach.program.jobs import AskJob

    if pending and put_off.waiting(folders()) is None:
        tell_beside(cli_lines.NO_QUESTIONS_WAIT)
        return 0
    return play(context, AskJob(pending))


def _read(file: str) -> object:
    """The JSON value in a file."""
    from stretchcoach.machine.files import UnreadableError, decoded, json_value, missing, read_text

    try:
        if file != "-":
            return json_value(read_text(file, MOST), finite=False)
        if len(raw := sys.stdin.buffer.read(MOST + 1)) > MOST:
            raise UnreadableError(cli_refusals.too_large(MOST // 1024 // 1024))
        return json_value(decoded(raw), finite=False)
    except FileNotFoundError:
        fault = cli_refusals.no_such_file(file, missing(file))
    except OSError as error:
        fault = cli_refusals.cannot_be_read(file, (error.strerror or str(error)).lower())
    except UnreadableError as error:
        fault = error.about(cli_refusals.STANDARD_INPUT if file == "-" else file)
    tell_beside(fault)
    raise click.exceptions.Exit(MISREAD)


def _judge(value: object, as_json: bool) -> int:
    """All sheets, or none if one of them cannot be read."""
    from stretchcoach.library import knowledge
    from stretchcoach.library.answer_sheets import problems, sheet
    from stretchcoach.machine.folders import folders
    from stretchcoach.settings import load
    from stretchcoach.settings.values import help_words

    known = knowledge()
    raw = value if isinstance(value, list) else [value]
    faults = [
        cli_refusals.in_sheet(number, fault)
        for number, one in enumerate(raw, 1)
        for fault in (problems(known, one) if isinstance(one, dict) else [cli_refusals.NO_OBJECT])
    ]
    for fault in faults:
        tell_beside(visible(fault if len(fault) <= SHOWN else f"{fault[:SHOWN]}..."))
    if faults:
        return MISREAD
    settings, _ = load(folders().settings)
    told = [_told(known, sheet(one), help_words(settings)) for one in raw if isinstance(one, dict)]
    if as_json:
        print_json([_data(known, *one) for one in told] if isinstance(value, list) else _data(known, *told[0]))
    else:
        for outcome, following in told:
            _show(outcome, following)
    return 0


def _told(known: "Knowledge", answers: "Answers", words: "HelpWords") -> "tuple[Outcome, Item | None]":
    from stretchcoach.core.next_question import next_item
    from stretchcoach.core.triage import judge

    return judge(known, answers, words), next_item(known, answers, known.interview)


def _data(known: "Knowledge", outcome: "Outcome", following: "Item | None") -> dict[str, Any]:
    """The contract of ``--json``."""
    from stretchcoach.library.answer_sheets import wanted

    return {
        "level": outcome.level.name,
        "rules": outcome.rules,
        "causes": [
            {"id": cause.id, "name": cause.name, "because": cause.because, "evidence": cause.evidence}
            for cause in outcome.causes
        ],
        "stretch_allowed": outcome.stretch_allowed,
        "massage_allowed": outcome.massage_allowed,
        "advice": _advice(outcome),
        "because": outcome.because,
        "next_question": following.key if following else None,
        "next": wanted(known, following) if following else None,
    }


def _advice(outcome: "Outcome") -> list[str]:
    """The line of the level, what the flags say, and what helps against the causes."""
    helps = (line for cause in outcome.causes for line in cause.helps)
    return list(dict.fromkeys((outcome.line, *outcome.advice, *helps)))


def _show(outcome: "Outcome", following: "Item | None") -> None:
    """The same in words."""
    from stretchcoach.words.wording import LEVELS

    click.echo(f"{LEVELS[outcome.level]}. {outcome.line}")
    if outcome.causes:
        click.echo(cli_lines.PLAYED_A_PART)
    for cause in outcome.causes:
        click.echo(cli_lines.cause(cause.name, cause.evidence, cause.why))
        for line in cause.helps:
            click.echo(f"    - {line}")
        if cause.routine:
            click.echo(cli_lines.stretches_that_fit(cause.routine))
    for line in outcome.advice:
        click.echo(f"- {line}")
    if following:
        click.echo(cli_lines.asked_next(following.ask))
        for mark in following.marks:
            click.echo(f"    {mark.label}")


COMMANDS: tuple[click.Command, ...] = (ask,)
