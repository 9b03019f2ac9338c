"""What a command is called, what may be said for it, and what it does."""

from typing import NamedTuple

from stretchcoach.core.messages import Command


class CommandWords(NamedTuple):
    """How a command is called, by whom it is read and by whom it is spoken."""

    label: str
    """Footer, button and palette."""
    phrases: tuple[str, ...]
    """What may be said or typed; the first one is the name of the command."""
    help: str
    """One sentence for the help screen."""


COMMANDS = {
    Command.PAUSE: CommandWords("Pause", ("pause", "hold on", "wait"), "Pauses until you carry on."),
    Command.RESUME: CommandWords(
        "Resume", ("resume", "go on", "carry on", "continue", "keep going"), "Carries on after a count of three."
    ),
    Command.NEXT: CommandWords("Next", ("next", "skip", "next one", "skip it"), "Moves on to the following stretch."),
    Command.BACK: CommandWords("Back", ("back", "go back", "previous"), "Goes back one stretch."),
    Command.REPEAT: CommandWords(
        "Repeat", ("repeat", "repeat that", "once more", "do it again"), "Starts this stretch again."
    ),
    Command.AGAIN: CommandWords(
        "Say again", ("again", "say again", "say that again", "say it again"), "Says the last line once more."
    ),
    Command.HOW: CommandWords(
        "How", ("how", "show me how", "tell me how", "explain", "why do you ask"), "Explains the stretch in full."
    ),
    Command.LONGER: CommandWords("Longer", ("longer", "more time"), "Adds ten seconds to this step."),
    Command.SHORTER: CommandWords("Shorter", ("shorter", "less time"), "Takes ten seconds off this step."),
    Command.SLOWER: CommandWords(
        "Slower", ("slower", "slow down"), "Speaks more slowly, and allows more time for each repetition."
    ),
    Command.FASTER: CommandWords(
        "Faster", ("faster", "speed up"), "Speaks faster, and allows less time for each repetition."
    ),
    Command.LOUDER: CommandWords("Louder", ("louder", "speak up", "volume up"), "Turns the voice up."),
    Command.QUIETER: CommandWords("Quieter", ("quieter", "softer", "volume down"), "Turns the voice down."),
    Command.TIME: CommandWords(
        "How long", ("time", "how long", "time left", "how much longer"), "Says how much time is left."
    ),
    Command.READY: CommandWords(
        "Ready", ("ready", "i'm ready", "start", "begin"), "Starts the step that is waiting for you."
    ),
    Command.GONE: CommandWords(
        "Gone", ("gone", "it's gone", "better", "much better", "it let go"), "The cramp has gone."
    ),
    Command.SAME: CommandWords(
        "Same",
        ("same", "the same", "still hurts", "no change", "still there", "a bit better"),
        "The cramp hasn't gone yet; saying nothing means the same.",
    ),
    Command.WORSE: CommandWords(
        "Worse", ("worse", "it's worse", "it hurts", "it's back"), "It hurts more, or has come back."
    ),
    Command.LEFT: CommandWords("Left", ("left", "left leg"), "It is the left leg."),
    Command.RIGHT: CommandWords("Right", ("right", "right leg"), "It is the right leg."),
    Command.BOTH: CommandWords("Both", ("both", "both legs"), "It is both legs."),
    Command.YES: CommandWords("Yes", ("yes",), "Yes, it may be more than a cramp: right after the first lines."),
    Command.ALARM: CommandWords("Emergency", ("my chest",), "Says what to do if it may be more than a cramp."),
    Command.UNWELL: CommandWords(
        "Feel unwell", ("i feel unwell", "i don't feel well"), "Ends the routine, and says when to call for help."
    ),
    Command.LATER: CommandWords(
        "Tomorrow", ("ask me tomorrow",), "Leaves the questions for the morning, once the cramp is gone."
    ),
    Command.STOP: CommandWords(
        "Stop",
        ("stop", "stop stop stop", "stop it", "quit", "exit"),
        "Ends the stretch straight away, whenever you say it.",
    ),
    Command.HELP: CommandWords("Help", ("help", "help me", "what can i say"), "Lists what you can do now."),
}

SPOKEN = {
    "space": "the space bar", "enter": "Enter", "question_mark": "the question mark", "left": "the left arrow",
    "right": "the right arrow", "plus": "plus", "minus": "minus", "+": "plus",
}  # fmt: skip
"""Keys that are not called as they are spelled."""
DOES = {
    Command.PAUSE: "pauses",
    Command.RESUME: "carries on",
    Command.READY: "starts",
    Command.GONE: "is gone",
    Command.SAME: "is the same",
    Command.WORSE: "is worse",
    Command.NEXT: "is next",
    Command.BACK: "goes back",
    Command.REPEAT: "starts it again",
    Command.HOW: "explains",
    Command.TIME: "tells the time left",
    Command.LATER: "leaves the questions for the morning",
    Command.STOP: "stops",
}
"""In the order in which they are told; what else there is stands at the foot of the screen."""
ASKED = {Command.NEXT: "skips", Command.HOW: "tells why"}
AT_A_QUESTION = {
    Command.NEXT: CommandWords("Skip", ("skip",), "Leaves the question open."),
    Command.BACK: CommandWords("Back", ("back",), "Goes back to the question before."),
    Command.HOW: CommandWords("Why?", ("why",), "Tells why it is asked."),
}
"""What commands are called while a question is open, where that is something else."""
TICKING = ("a number ticks", "Enter is done", "0 is none of these")
"""How a list is answered by keys."""
NUMBER_ANSWERS = "a number is your answer"
TICKED = ("yes", "no", "not sure")
"""What may be said to each row of a list."""


def you_can_say(phrases: str) -> str:
    return f"You can say {phrases}. The keys work too."


def key_is(key: str, label: str) -> str:
    return f"{key} is {label}"
