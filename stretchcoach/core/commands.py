"""The one table of commands: keys, labels, spoken words and help all come from here."""

from collections.abc import Collection
from dataclasses import dataclass

from stretchcoach.core.messages import Command


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """How a command is reached."""

    keys: tuple[str, ...]
    """Key names as Textual spells them; the first one is shown in the footer."""
    label: str
    """Footer, button and palette."""
    phrases: tuple[str, ...]
    """What may be said or typed; the first one is the name of the command."""
    help: str
    """One sentence for the help screen."""


C = Command
TABLE: dict[Command, CommandEntry] = {
    C.PAUSE: CommandEntry(("space", "p"), "Pause", ("pause", "hold on", "wait"), "Pauses until you carry on."),
    C.RESUME: CommandEntry(
        ("space", "p"),
        "Resume",
        ("resume", "go on", "carry on", "continue", "keep going"),
        "Carries on after a count of three.",
    ),
    C.NEXT: CommandEntry(
        ("n", "right", "enter"), "Next", ("next", "skip", "next one", "skip it"), "Moves on to the following stretch."
    ),
    C.BACK: CommandEntry(("b", "left"), "Back", ("back", "go back", "previous"), "Goes back one stretch."),
    C.REPEAT: CommandEntry(
        ("r",),
        "Repeat",
        ("repeat", "repeat that", "once more", "do it again"),
        "Starts this stretch again.",
    ),
    C.AGAIN: CommandEntry(
        ("a",),
        "Say again",
        ("again", "say again", "say that again", "say it again"),
        "Says the last line once more.",
    ),
    C.HOW: CommandEntry(
        ("h",),
        "How",
        ("how", "show me how", "tell me how", "explain", "why do you ask"),
        "Explains the stretch in full.",
    ),
    C.LONGER: CommandEntry(
        ("plus", "equals_sign"), "Longer", ("longer", "more time"), "Adds ten seconds to this step."
    ),
    C.SHORTER: CommandEntry(("minus",), "Shorter", ("shorter", "less time"), "Takes ten seconds off this step."),
    C.SLOWER: CommandEntry(
        ("comma",), "Slower", ("slower", "slow down"), "Speaks more slowly, and allows more time for each repetition."
    ),
    C.FASTER: CommandEntry(
        ("full_stop",), "Faster", ("faster", "speed up"), "Speaks faster, and allows less time for each repetition."
    ),
    C.LOUDER: CommandEntry(("up",), "Louder", ("louder", "speak up", "volume up"), "Turns the voice up."),
    C.QUIETER: CommandEntry(("down",), "Quieter", ("quieter", "softer", "volume down"), "Turns the voice down."),
    C.TIME: CommandEntry(
        ("t",), "How long", ("time", "how long", "time left", "how much longer"), "Says how much time is left."
    ),
    C.READY: CommandEntry(
        ("enter", "space"),
        "Ready",
        ("ready", "i'm ready", "start", "begin"),
        "Starts the step that is waiting for you.",
    ),
    C.GONE: CommandEntry(
        ("g",), "Gone", ("gone", "it's gone", "better", "much better", "it let go"), "The cramp has gone."
    ),
    C.SAME: CommandEntry(
        ("s",),
        "Same",
        ("same", "the same", "still hurts", "no change", "still there", "a bit better"),
        "The cramp hasn't gone yet; saying nothing means the same.",
    ),
    C.WORSE: CommandEntry(
        ("w",), "Worse", ("worse", "it's worse", "it hurts", "it's back"), "It hurts more, or has come back."
    ),
    C.LEFT: CommandEntry(("l",), "Left", ("left", "left leg"), "It is the left leg."),
    C.RIGHT: CommandEntry(("r",), "Right", ("right", "right leg"), "It is the right leg."),
    C.BOTH: CommandEntry(("o",), "Both", ("both", "both legs"), "It is both legs."),
    C.YES: CommandEntry(("y",), "Yes", ("yes",), "Yes, it may be more than a cramp: right after the first lines."),
    C.ALARM: CommandEntry(
        ("exclamation_mark",),
        "Emergency",
        ("my chest",),
        "Says what to do if it may be more than a cramp.",
    ),
    C.LATER: CommandEntry(
        ("t",),
        "Tomorrow",
        ("ask me tomorrow",),
        "Leaves the questions for the morning, once the cramp is gone.",
    ),
    C.STOP: CommandEntry(
        ("x", "escape"),
        "Stop",
        ("stop", "stop stop stop", "stop it", "quit", "exit"),
        "Ends the stretch straight away, whenever you say it.",
    ),
    C.HELP: CommandEntry(
        ("question_mark", "f1"), "Help", ("help", "help me", "what can i say"), "Lists what you can do now."
    ),
}
del C


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
