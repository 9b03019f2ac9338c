"""The one table of commands: keys, labels, spoken words and help all come from here."""

from collections.abc import Collection

from msgspec import Struct

from stretchcoach.core.messages import Command
from stretchcoach.words.commands import COMMANDS


class CommandEntry(Struct, frozen=True):
    """How a command is reached."""

    keys: tuple[str, ...]
    """Key names as Textual spells them; the first one is shown in the footer."""
    label: str
    """Footer, button and palette."""
    phrases: tuple[str, ...]
    """What may be said or typed; the first one is the name of the command."""
    help: str
    """One sentence for the help screen."""


KEYS: dict[Command, tuple[str, ...]] = {
    Command.PAUSE: ("space", "p"),
    Command.RESUME: ("space", "p"),
    Command.NEXT: ("n", "right", "enter"),
    Command.BACK: ("b", "left"),
    Command.REPEAT: ("r",),
    Command.AGAIN: ("a",),
    Command.HOW: ("h",),
    Command.LONGER: ("plus", "equals_sign"),
    Command.SHORTER: ("minus",),
    Command.SLOWER: ("comma",),
    Command.FASTER: ("full_stop",),
    Command.LOUDER: ("up",),
    Command.QUIETER: ("down",),
    Command.TIME: ("t",),
    Command.READY: ("enter", "space"),
    Command.GONE: ("g",),
    Command.SAME: ("s",),
    Command.WORSE: ("w",),
    Command.LEFT: ("l",),
    Command.RIGHT: ("r",),
    Command.BOTH: ("o",),
    Command.YES: ("y",),
    Command.ALARM: ("exclamation_mark",),
    Command.UNWELL: ("exclamation_mark",),
    Command.LATER: ("t",),
    Command.STOP: ("x", "escape"),
    Command.HELP: ("question_mark", "f1"),
}
"""In the order in which they are shown."""
TABLE = {command: CommandEntry(keys, *COMMANDS[command]) for command, keys in KEYS.items()}


ASKING: dict[Command, tuple[str, ...]] = {
    Command.STOP: TABLE[Command.STOP].keys,
    Command.NEXT: ("right",),
    Command.BACK: ("left",),
    Command.HOW: ("question_mark",),
    Command.PAUSE: ("space",),
    Command.RESUME: ("space",),
    Command.AGAIN: ("a",),
    Command.GONE: ("g",),
    Command.WORSE: ("w",),
    Command.ALARM: ("exclamation_mark",),
    Command.LOUDER: ("up",),
    Command.QUIETER: ("down",),
    Command.SLOWER: ("comma",),
    Command.FASTER: ("full_stop",),
    Command.HELP: ("f1",),
}
"""The keys while a question is open: none that an answer may have (``key_presses.keyed``)."""
AFTERWARDS = Command.GONE
"""As long as this is allowed it cramps, and the space bar must do nothing."""


def keys_of(command: Command, relief: bool = False, asking: bool = False) -> tuple[str, ...]:
    """The keys of ``command``; the space bar, which is hit in the dark, does not pause a cramp."""
    if asking:
        return ASKING.get(command, ())
    keys = TABLE[command].keys
    return tuple(key for key in keys if key != "space") if relief and command is Command.PAUSE else keys


def command_for_key(
    key: str, allowed: Collection[Command], relief: bool = False, asking: bool = False
) -> Command | None:
    """The command that ``key`` stands for among those that mean something now."""
    cramping = relief and AFTERWARDS in allowed
    return next((each for each in TABLE if each in allowed and key in keys_of(each, cramping, asking)), None)
