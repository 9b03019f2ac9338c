"""What every command has in common: the flags that are accepted everywhere, help pages, and hints for typos."""

import sys
from collections.abc import Callable
from typing import Any

import click
from msgspec import Struct

from stretchcoach import __version__
from stretchcoach.cli.bytes_typed import whole_text
from stretchcoach.cli.kinds import Number
from stretchcoach.cli.late_commands import LateCommands
from stretchcoach.core.visible import json_visible, visible
from stretchcoach.machine.nearest import closest, did_you_mean
from stretchcoach.program.spelling import SPEEDS
from stretchcoach.words import cli_options, cli_refusals
from stretchcoach.words.machine_notices import meant_perhaps


class Options(Struct, frozen=True):
    """The flags that are accepted before and after every command."""

    plain: bool = False
    voice: bool | None = None
    """None: not said."""
    beeps: bool = False
    listen: bool | None = None
    """None: not said."""
    night: bool = False
    speed: float = 1.0
    trace: str = ""
    """File for all that happens; empty: none."""

    @property
    def speech(self) -> bool:
        """Whether anything is to be spoken."""
        return self.voice is not False and not self.beeps

    @property
    def sound(self) -> bool:
        """Whether there is any sound."""
        return self.speech or self.beeps


def options(context: click.Context) -> Options:
    """The shared flags that were given, wherever they stood."""
    return Options(**_given(context))


def _given(context: click.Context) -> dict[str, Any]:
    given: dict[str, Any] = context.find_root().ensure_object(dict)
    return given


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep a flag that was given; the nearest to the end of the line wins."""
    if context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE:
        _given(context)[parameter.name or ""] = value


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from stretchcoach.cli.shell import installed

        for line in (f"stretchcoach {__version__}", *installed()):
            click.echo(line)
        context.exit()


def _shared() -> list[click.Parameter]:
    def flag(*names: str, **more: Any) -> click.Option:
        return click.Option(names, **{"callback": _keep, "expose_value": False, "is_flag": True, **more})

    return [
        flag("--plain", help=cli_options.PLAIN),
        flag(
            "--voice/--no-voice",
            default=None,
            help=cli_options.VOICE,
        ),
        flag("--beeps", help=cli_options.BEEPS),
        flag("--listen/--no-listen", default=None, help=cli_options.LISTEN),
        flag("--night", help=cli_options.NIGHT),
        flag(
            "--speed",
            is_flag=None,
            type=Number(*SPEEDS),
            metavar="N",
            help=cli_options.SPEED,
        ),
        flag(
            "--trace",
            is_flag=None,
            type=click.Path(dir_okay=False),
            metavar="FILE",
            help=cli_options.TRACE,
        ),
        flag("--version", is_eager=True, callback=_version, help=cli_options.VERSION),
    ]


class _Page:
    """A help page with the command's own options first and the shared ones after; a slip names an option near it."""

    shared: list[click.Parameter]

    def parse_args(self: Any, context: click.Context, args: list[str]) -> list[str]:
        """The dashes that all options have make none of them like another."""
        try:
            left: list[str] = super().parse_args(context, args)  # type: ignore[misc]
        except click.NoSuchOption as error:
            names = [name for each in self.get_params(context) for name in (*each.opts, *each.secondary_opts)]
            known = {name.lstrip("-"): name for name in names}
            near = closest(error.option_name.lstrip("-"), known)
            hint = meant_perhaps(known[near]) if near else cli_refusals.help_lists_them(context.command_path)
            raise click.UsageError(cli_refusals.no_option(error.option_name, hint), context) from None
        return left

    def format_options(self: Any, context: click.Context, formatter: click.HelpFormatter) -> None:
        own: list[tuple[str, str]] = []
        everywhere: list[tuple[str, str]] = []
        for parameter in self.get_params(context):
            record = parameter.get_help_record(context)
            if record and isinstance(parameter, click.Option):
                (everywhere if parameter in self.shared or "--help" in parameter.opts else own).append(record)
        for title, records in ((cli_options.OPTIONS, own), (cli_options.EVERYWHERE, everywhere)):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def format_epilog(self: Any, _: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            with formatter.section(cli_options.EXAMPLES):
                for line in self.epilog.splitlines():
                    formatter.write_text(line)


HELP = {"help_option_names": ["--help", "-h"]}


class FlaggedCommand(_Page, click.Command):
    """A command that also takes the shared flags."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"context_settings": HELP, **more})
        self.shared = _shared()
        self.params.extend(self.shared)

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Texts come in whole letters, whatever was typed."""
        left = super().parse_args(context, args)
        for parameter in self.params:
            value = context.params.get(parameter.name or "")
            if parameter.type is click.STRING and isinstance(value, str):
                context.params[parameter.name or ""] = whole_text(value)
            elif parameter.type is click.STRING and isinstance(value, tuple):
                context.params[parameter.name or ""] = tuple(map(whole_text, value))
        return left


class FlaggedGroup(_Page, click.Group):
    """A command with commands of its own, which names the nearest one after a typo."""

    command_class = FlaggedCommand

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"context_settings": HELP, **more})
        self.commands = self._late = LateCommands()
        self.shared = _shared()
        self.params.extend(self.shared)

    def later(self, module: str, *names: str) -> None:
        """Add the commands of a module, which is loaded when one of them is wanted."""
        self._late.later(module, *names)

    def list_commands(self, _: click.Context) -> list[str]:
        """In the order in which they were added: what is needed most comes first."""
        return list(self.commands)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Each with the whole of its first sentence: half of one tells nobody what a command does."""
        told = [(name, (command.help or "").partition("\n\n")[0]) for name, command in self.commands.items()]
        with formatter.section(cli_options.COMMANDS):
            formatter.write_dl([(name, " ".join(text.split())) for name, text in told])

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_commands(context, formatter)
        super().format_options(context, formatter)

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Without a command, what commands there are."""
        if not args and self.no_args_is_help and not context.resilient_parsing:
            click.echo(context.get_help(), err=True)
            context.exit(2)
        return super().parse_args(context, args)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.get_command(context, args[0]) is not None or context.resilient_parsing  # a shell only asks
        if not known and not args[0].startswith("-"):
            flags = {name.lstrip("-"): name for flag in self.shared for name in flag.opts}
            hint = _routines(args[0]) or did_you_mean(args[0], self.list_commands(context))
            if not hint and (flag := closest(args[0], flags)):
                hint = meant_perhaps(flags[flag])
            context.fail(cli_refusals.no_command(args[0], hint or cli_refusals.help_lists_them(context.command_path)))
        return super().resolve_command(context, args)


def _routines(word: str) -> str:
    """The routines that are called so, in part; nothing where none is."""
    from stretchcoach import library

    bare = word.lower().replace("-", "").replace("_", "").replace(" ", "")
    names = [each for each in library.shelf([library.shipped_folder()]).routines if bare in each.replace("_", "")]
    calls = ", ".join(f"stretchcoach run {each}" for each in names)
    return cli_refusals.there_are_routines(calls) if len(bare) > 2 and calls else ""


def json_flag(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help=cli_options.PRINT_JSON)(command)


def print_json(value: object) -> None:
    """One JSON value on stdout."""
    click.echo(json_text(value, indent=2), file=sys.stdout)


def json_text(value: object, indent: int | None = None) -> str:
    """JSON in which no letter steers the terminal that it is printed on."""
    import json

    return json_visible(json.dumps(value, indent=indent, ensure_ascii=False))


def print_line(text: str) -> None:
    """One line of data on stdout, whatever is in it."""
    click.echo(visible(text), file=sys.stdout)


def tell_beside(text: str) -> None:
    """Say something beside the data, on stderr."""
    click.echo(visible(text, lines=True), file=sys.stderr)
