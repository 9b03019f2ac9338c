"""The routines that were begun lately, each as it was the last time, and as its file is today."""

from collections.abc import Mapping
from pathlib import Path

from stretchcoach import library
from stretchcoach.core.routine import Routine
from stretchcoach.program import state
from stretchcoach.program.jobs import RoutineJob, from_facts


def begun_lately(folder: Path, shelf: Mapping[str, Routine]) -> list[RoutineJob]:
    """Those that can be begun again, the latest first; one from a file of its own is read from there."""
    jobs = (
        from_facts(facts, library.read(Path(facts["file"]))[0] if facts.get("file") else shelf.get(facts["routine"]))
        for facts in state.last_begun(folder)
    )
    return [job for job in jobs if job is not None]
