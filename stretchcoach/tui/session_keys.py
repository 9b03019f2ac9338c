"""The keys that stand at the foot of a session, by what is going on."""

from stretchcoach.core.commands import TABLE, keys_of
from stretchcoach.core.messages import Asked, Command, Scene
from stretchcoach.tui.widgets.keybar import Item
from stretchcoach.words import screens

C = Command
ROUTINE_KEYS = (
    C.HELP, C.NEXT, C.BACK, C.REPEAT, C.HOW, C.AGAIN, C.TIME, C.LONGER, C.SHORTER, C.LOUDER, C.QUIETER,
    C.SLOWER, C.FASTER,
)  # fmt: skip
RELIEF_KEYS = (C.HELP, C.LEFT, C.RIGHT, C.AGAIN, C.HOW, C.LOUDER, C.QUIETER)
CALM_KEYS = (C.LATER, C.HELP, C.NEXT, C.WORSE, C.AGAIN, C.HOW, C.LOUDER, C.QUIETER, C.LEFT, C.RIGHT)
ASKING_KEYS = (C.NEXT, C.BACK, C.HOW, C.GONE, C.WORSE, C.AGAIN, C.LOUDER, C.QUIETER)
del C
ASKED_FIRST = frozenset(ASKING_KEYS[:3])
"""What stands before the pause."""
ASKING_LABELS = {Command.NEXT: "Skip", Command.HOW: "Why?"}
"""What these are called while a question is open."""
PAUSING = TABLE[Command.PAUSE].keys[-1]
"""The key that pauses a cramp, and takes it up again."""
LEAVE_AT_ONCE = ("ctrl+c", "Quit", True)


def fits(scene: Scene) -> str:
    """The routine that fits the likeliest cause that has one; empty where nothing may be stretched."""
    outcome = scene.outcome
    if outcome is None or not outcome.stretch_allowed:
        return ""
    return next((cause.routine for cause in outcome.causes if cause.routine), "")


def keys_for(scene: Scene, again: bool = False) -> tuple[Item, ...]:
    """The keys at the foot; ``again``: the same can be started once more."""
    if scene.done:
        more: list[Item] = [("g", "Carry on", True)] if scene.stopped else []
        more += [("a", "Again", True)] if again else []
        more += [("r", screens.START_THE_SUGGESTED_STRETCHES, True)] if fits(scene) else []
        more += [("left", "Back", True)] if Command.BACK in scene.allowed else []
        more += [("s", "Sources", True)] if scene.outcome else []
        more += [("c", screens.A_CRAMP_AGAIN, True)] if scene.relief else []
        return (("enter", "Home", True), *more, ("up", "Up", True), ("down", "Down", True))
    asking = scene.question is not None
    pause = Command.RESUME if scene.paused else Command.PAUSE
    if Command.READY in scene.allowed:
        pause = Command.READY
    calm = scene.relief and Command.GONE not in scene.allowed
    others: tuple[Command, ...] = (
        ASKING_KEYS if asking else CALM_KEYS if calm else RELIEF_KEYS if scene.relief else ROUTINE_KEYS
    )
    if asking or scene.relief:
        others = tuple(each for each in others if each in scene.allowed)
    order = (pause, *others)
    if asking:  # why it is asked comes before a pause, which nobody needs for a question that waits
        first = tuple(each for each in others if each in ASKED_FIRST)
        order = (*first, pause, *(each for each in others if each not in first))
    labels, cramping = ASKING_LABELS if asking else {}, scene.relief and not calm and not asking
    items = [
        (
            PAUSING if cramping and each is Command.RESUME else keys[0],
            labels.get(each, TABLE[each].label),
            each in scene.allowed,
        )
        for each in order
        if (keys := keys_of(each, cramping, asking))
    ]
    if asking:
        listed = scene.question is not None and scene.question.kind is Asked.LIST
        items = [*([("enter", "Done", True)] if listed else []), *items]
    stop = ("escape", TABLE[Command.STOP].label, Command.STOP in scene.allowed)
    return (*items[: 3 if asking else 1], stop, LEAVE_AT_ONCE, *items[3 if asking else 1 :])
