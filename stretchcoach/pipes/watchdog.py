"""Watches over a process of ours: one that is stopped or hangs is ended, so that another can take its place.

It is asked for a sign of life a few times a second.  Where this program itself was held up, because it was stopped or
the machine is busy, nothing is concluded from a missing answer.
"""

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stretchcoach.pipes.child import ChildProcess

STEP = 0.4
"""Seconds between two questions."""
MISSED = 5
"""So many in a row without an answer, each asked on time: two seconds."""
SLOW_START = 30
"""As many for one that has not answered yet: it may still be loading."""


def watch(process: "ChildProcess", question: bytes) -> None:
    """Ask until the process is hung up on, or has to be ended; whoever reads its events sees that it is gone."""
    missed = 0
    while not process.hung_up:
        answers = process.answers
        process.send(question)
        due = time.monotonic() + STEP
        time.sleep(STEP)
        if time.monotonic() - due > STEP / 2 or process.answers != answers:
            missed = 0
            continue
        missed += 1
        if missed >= (MISSED if process.answers else SLOW_START):
            process.kill()
            return
