"""What may be asked for in a routine at the moment."""

from stretchcoach.core.messages import Command, Kind
from stretchcoach.core.plan import Plan, may_change

ALWAYS = frozenset({Command.STOP, Command.UNWELL, Command.AGAIN, Command.LOUDER, Command.QUIETER, Command.HELP})
PLAYING = frozenset(
    {Command.NEXT, Command.BACK, Command.REPEAT, Command.HOW, Command.SLOWER, Command.FASTER, Command.TIME}
)


def allowed_now(plan: Plan, index: int, paused: bool, done: bool, stopped: bool) -> frozenset[Command]:
    """The commands that mean something in step ``index``; one that was stopped can be carried on."""
    if done:
        return frozenset({Command.RESUME}) if stopped else frozenset()
    step = plan.steps[index]
    extra = {Command.RESUME if paused else Command.PAUSE}
    if step.kind in (Kind.WAIT, Kind.OPEN) and not paused:
        extra.add(Command.READY if step.kind is Kind.WAIT else Command.GONE)
        extra.discard(Command.PAUSE)
    if may_change(plan, index):
        extra |= {Command.LONGER, Command.SHORTER} if step.kind is not Kind.REPS else set()
    return ALWAYS | PLAYING | extra
