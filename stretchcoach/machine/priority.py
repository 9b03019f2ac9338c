"""Who comes first where several programs want the processor; asked for, and done without where it is not granted.

Imported before the first word, so nothing is imported here that takes time.
"""

import os


def set_priority(nice: int) -> None:
    """Come before or after others: this thread, and those it starts from now on."""
    if hasattr(os, "setpriority"):
        try:
            os.setpriority(os.PRIO_PROCESS, 0, nice)
        except OSError:
            return


def in_time() -> None:
    """Let this thread run as soon as it has something to do, as the sound server's own does, but behind that.

    Threads and processes that it starts are usual ones again.  With four programs that want two processors a device
    was given its sound up to a quarter of a second late without this.
    """
    if hasattr(os, "SCHED_RR"):
        try:
            lowest = os.sched_param(os.sched_get_priority_min(os.SCHED_RR))
            os.sched_setscheduler(0, os.SCHED_RR | os.SCHED_RESET_ON_FORK, lowest)
        except OSError:
            return
