"""Plays a trace again and tells where today's coach does something else: ``python -m stretchcoach.replay FILE``."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import Struct

from stretchcoach import library
from stretchcoach.core.coach import Coach
from stretchcoach.core.messages import Command, Effect, Event
from stretchcoach.core.plan import Plan, Style
from stretchcoach.core.plan import Step as PlanStep
from stretchcoach.core.record import NAMES
from stretchcoach.core.routine import Routine
from stretchcoach.core.setup import Setup, coach
from stretchcoach.core.visible import visible
from stretchcoach.machine.files import UnreadableError, json_value, read_text
from stretchcoach.program.trace import FORMAT

EVENTS = {kind.__name__: kind for kind in get_args(Event)}
EFFECTS = {kind.__name__: kind for kind in (*get_args(Effect), *NAMES)}
MOST = 256 * 1024 * 1024
"""Bytes of a trace; an hour has about one million."""


class TracedStep(Struct):
    """An event at its time, and its effects."""

    event: Event
    at: float
    effects: list[Effect] = []


class Session(Struct):
    """One session of a trace."""

    setup: Setup
    plan: Plan | None
    steps: list[TracedStep] = []

    def coach(self) -> Coach:
        """A coach as it was at the start."""
        return coach(self.setup, plan=self.plan) if self.plan else coach(self.setup, library.knowledge())


class Difference(Struct, frozen=True):
    """Where the coach does something else than it did."""

    step: TracedStep
    now: list[Effect]

    def __str__(self) -> str:
        """The event, and both lists of effects."""
        lines = [f"at {self.step.at:.3f}: {self.step.event}"]
        lines += [f"  - {effect}" for effect in self.step.effects if effect not in self.now]
        lines += [f"  + {effect}" for effect in self.now if effect not in self.step.effects]
        if len(lines) == 1:
            lines.append("  the same effects, in another order or another number")
        return "\n".join(map(visible, lines))


def sessions(text: str) -> list[Session]:
    """The sessions of a trace; a last line that was not written to its end is left out."""
    found: list[Session] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        try:
            _take(json_value(line), found) if line.strip() else None
        except (UnreadableError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            if number == len(lines) and found:
                del found[-1].steps[-1:]
                break
            why = error.message if isinstance(error, UnreadableError) else "is no line of a trace"
            raise UnreadableError(why, number) from None
    if not found:
        raise UnreadableError("holds no session")
    return found


def _take(line: Any, found: list[Session]) -> None:
    if "trace" in line:
        if line["trace"] != FORMAT:
            raise UnreadableError("was written by another version")
        found.append(Session(msgspec.convert(line["setup"], Setup), _plan(line["plan"])))
    elif "event" in line:
        found[-1].steps.append(TracedStep(_event(line), float(line["now"])))
    elif "effect" in line:
        found[-1].steps[-1].effects.append(msgspec.convert(line, EFFECTS[line["effect"]]))


def _plan(told: Any) -> Plan | None:
    if told is None:
        return None
    fields = told["routine"].items()
    plain: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in fields}
    steps = msgspec.convert(told["steps"], tuple[PlanStep, ...])
    return Plan(Routine(**plain), msgspec.convert(told["style"], Style), steps, told["note"])


def _event(line: dict[str, Any]) -> Event:
    if line["event"] == "Command":
        return Command(line["command"])
    event: Event = msgspec.convert(line, EVENTS[line["event"]])
    return event


def difference(session: Session) -> Difference | None:
    """The first step at which the coach does something else; what follows from it would only hide it."""
    made = session.coach()
    for step in session.steps:
        now = made.send(step.event, step.at)
        if now != step.effects:
            return Difference(step, now)
    return None


def told(name: str) -> tuple[int, list[str]]:
    """What playing a file comes to: 0 where nothing differs and 1 where something does, with a line a session."""
    code, lines = 0, []
    for number, session in enumerate(sessions(read_text(Path(name), MOST)), 1):
        found = difference(session)
        code = 1 if found else code
        head = f"{visible(name)}, session {number}, {session.setup.played.value}, {len(session.steps)} events"
        lines.append(f"{head}: {found or 'no difference'}")
    return code, lines


def main(files: Iterable[str]) -> int:
    """Play every file; 0 where nothing differs, 1 where something does, 2 where a file cannot be read."""
    worst = 0
    for name in files:
        try:
            code, lines = told(name)
        except UnreadableError as error:
            code, lines = 2, [error.about(name)]
        except OSError as error:
            code, lines = 2, [f"{visible(name)}: {error.strerror}."]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        worst = max(worst, code)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
