"""Which flags the answers raise."""

from stretchcoach.core.facts import Facts, all_hold
from stretchcoach.core.knowledge import Flag, Knowledge


def raised(knowledge: Knowledge, known: Facts) -> list[Flag]:
    """The flags that hold, in the order of the table."""
    return [
        flag
        for flag in knowledge.flags
        if all_hold(flag.when, known, warns(flag)) and not any(all_hold(way, known) for way in flag.unless)
    ]


def warns(flag: Flag) -> bool:
    """Whether *not sure* counts as the sign: for all but habits."""
    return not flag.sure
