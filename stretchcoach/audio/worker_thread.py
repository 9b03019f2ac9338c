"""One thread's work: jobs that others hand it, and things to do at a time."""

from _queue import Empty, SimpleQueue

from stretchcoach.machine import clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Job = Callable[[], None]


class WorkerThread:
    """Runs jobs one after the other; ``post`` may be called from any thread, the rest from the jobs alone."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._timers: list[tuple[float, Job, bool]] = []

    def post(self, job: "Job") -> None:
        """Do this as soon as what came before is done."""
        self._jobs.put(job)

    def at(self, when: float, job: "Job", audible: bool = False) -> None:
        """Do this at a time of the clock; what is ``audible`` can be forgotten together."""
        self._timers.append((when, job, audible))

    @property
    def audible(self) -> bool:
        """Whether something to be heard is still to come."""
        return any(timer[2] for timer in self._timers)

    def forget_audible(self) -> None:
        """Drop what was to be heard."""
        self._timers = [timer for timer in self._timers if not timer[2]]

    def step(self) -> None:
        """Wait for a job or a time, and do what is due."""
        wait = max(0.0, min(timer[0] for timer in self._timers) - clock.now()) if self._timers else None
        try:
            job = self._jobs.get(timeout=wait)
        except Empty:
            self._fire()
            return
        job()
        self._fire()

    def _fire(self) -> None:
        now = clock.now()
        due = sorted((timer for timer in self._timers if timer[0] <= now), key=lambda timer: timer[0])
        self._timers = [timer for timer in self._timers if timer[0] > now]
        for _, job, _ in due:
            job()
