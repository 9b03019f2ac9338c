"""``python -m stretchcoach.cramp_table docs/cramp.md``: the protocol of a cramp, drawn from the table that plays it."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from stretchcoach.core.phase import Phase
from stretchcoach.core.protocol import EVERYWHERE, Always, Happening, Transition
from stretchcoach.core.protocol_table import OVER, ROWS

HEAD = """\
# The cramp, phase by phase

Drawn from `stretchcoach/core/protocol_table.py` by `python -m stretchcoach.cramp_table docs/cramp.md`.

## When nothing is said

Every phase has its seconds; when they are over, and nobody has said anything, this is what follows. *Gone* leads to
the gentle hold from everywhere, *stop* to the questions.
"""
TABLE_HEAD = """
## Everything that can happen

In each phase the first row whose condition holds is taken; where there is none, nothing happens. Standing still is no
phase: the seconds of any of them wait.
"""


def main(argv: list[str]) -> int:
    if len(argv) != 1:
        sys.stderr.write("Give one file: python -m stretchcoach.cramp_table cramp.md\n")
        return 2
    Path(argv[0]).write_text(cramp_page(), encoding="utf-8")
    return 0


def cramp_page() -> str:
    """The whole page, in Markdown."""
    return "\n".join([HEAD, *_picture(), TABLE_HEAD, *_table()]) + "\n"


def _picture() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for phase in Phase:
        yield f'    state "{phase.value}" as {phase.name}'
    yield "    [*] --> OPENING"
    yield "    [*] --> TEACH: practice"
    for row in ROWS:
        if row.on is Happening.TIME:
            yield from _arrows(row)
    for row in ROWS:
        if row.on in (Happening.CLEAR, Happening.CLEAR_NO_RUB, Happening.TO_TELL, Happening.TOLD):
            yield from _arrows(row, row.on.value)
    yield "```"


def _arrows(row: Transition, label: str = "") -> Iterator[str]:
    """An arrow for each phase of a row that leads somewhere."""
    targets = ["[*]"] if row.end else _targets(row.to)
    told = ", ".join(part for part in (label, row.when) if part)
    for phase in _in_order(row.where):
        for target in targets:
            yield f"    {phase.name} --> {target}" + (f": {told.replace(':', ',')}" if told else "")


def _targets(to: Phase | Always) -> list[str]:
    if to is Always.HOLD:
        return [Phase.HOLD.name, Phase.VARIANT.name]
    return [to.name] if isinstance(to, Phase) else []


def _in_order(phases: Iterable[Phase]) -> list[Phase]:
    return [phase for phase in Phase if phase in phases]


def _table() -> Iterator[str]:
    yield "| what happens | in which phase | if | leads to | what is done | what changes |"
    yield "|---|---|---|---|---|---|"
    for row in sorted(ROWS, key=lambda row: list(Happening).index(row.on)):
        yield _line(row, _where(row.where))
    yield _line(OVER, "after the end")


def _line(row: Transition, where: str) -> str:
    leads = f"the end: {row.end.value}" if row.end else row.to.value
    done = ", ".join(act.name.lower().replace("_", " ") for act in row.acts)
    return f"| {row.on.value} | {where} | {row.when} | {leads} | {done} | {row.change} |"


def _where(phases: frozenset[Phase]) -> str:
    if phases == EVERYWHERE:
        return "any"
    if len(phases) > len(Phase) / 2:
        return "any but " + ", ".join(phase.value for phase in _in_order(EVERYWHERE - phases))
    return "; ".join(phase.value for phase in _in_order(phases))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
