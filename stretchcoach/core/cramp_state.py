"""What is known of the cramp that is coached, and the acts that only say or note something.

The acts that lead on to a question, a phase or the end are ``Cramp``'s, which is this and more.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from stretchcoach.core import essentials, record, relief_stages, verdict
from stretchcoach.core.asking import Asking
from stretchcoach.core.cramp_clock import CrampClock
from stretchcoach.core.interview import Interview
from stretchcoach.core.knowledge import YES, Answers, Value
from stretchcoach.core.messages import Outcome, Priority, Question, Side, Ticks
from stretchcoach.core.mouth import Mouth
from stretchcoach.core.narration import Narration
from stretchcoach.core.protocol import Progress
from stretchcoach.words.cramp import HEARD, LET_BE, TEN_LINES, clock_ran
from stretchcoach.words.first_lines import AGAIN_HERE, SAFETY


class Taking(Struct, frozen=True):
    """What an act works with."""

    before: Progress
    now: float
    value: str = ""
    ticks: Ticks | None = None


class CrampState:
    """One cramp as far as it has come."""

    def __init__(
        self,
        mouth: Mouth,
        asking: Asking,
        side: Side,
        progress: Progress,
        earlier: Sequence[float],
        listening: bool,
        gap: float,
    ) -> None:
        self.mouth = mouth
        self.asking = asking
        self.side = side
        self.progress = progress
        self.narration = Narration(mouth, listening)
        self.clock: CrampClock | None = None
        self.outcome: Outcome | None = None
        self.talk: Interview | None = None
        self.notice = ""
        self.last = 0.0
        """When the last event came."""
        self.gap = gap
        self.still_until = math.inf
        self._earlier = tuple(earlier)
        self._tapped: dict[str, Value] = {}

    def seconds(self, now: float) -> float:
        """Seconds this cramp has lasted: from the first word until it let go, pauses and sleep counted."""
        return self.clock.seconds(now) if self.clock else 0.0

    def resume(self, now: float) -> None:
        """Go on from a pause."""
        self.last = max(self.last, now)
        self.narration.go_on(now)
        self.mouth.say(self.narration.stage.instruction, Priority.ACTION, now)

    @property
    def tap(self) -> Question | None:
        """The next of the three taps that is not told."""
        return essentials.missing(self._tapped, self.side)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return relief_stages.question(self.progress, self.asking, self.tap)

    # --- what is said and noted on the way -------------------------------------------------------------------

    def _note_outcome(self, now: float) -> None:
        self.mouth.log(record.Judged(now, *verdict.noted(self.outcome)))

    def _note_answers(self, answers: Answers, now: float) -> None:
        for key, value in answers.items():
            self.mouth.log(record.Answered(now, key, str(value) or None))

    def _forget_outcome(self, _: Taking) -> None:
        self.outcome = None

    def _hush(self, taking: Taking) -> None:
        self.mouth.hush(taking.now)

    def _wake(self, taking: Taking) -> None:
        if self.narration.paused:
            self.resume(taking.now)
        self._hush(taking)

    def _clear_notice(self, _: Taking) -> None:
        self.notice = ""

    def _tell_slept(self, taking: Taking) -> None:
        self.notice = clock_ran(taking.value)

    def _note_round(self, taking: Taking) -> None:
        before = taking.before
        self.mouth.log(record.RoundDone(taking.now, before.round, before.position))

    def _note_stop(self, taking: Taking) -> None:
        self.mouth.log(record.Stopped(taking.now, taking.before.phase.name))

    def _note_release(self, taking: Taking) -> None:
        if self.clock:
            self.clock.let_go(taking.now)
        at = taking.before
        self.mouth.log(record.Released(taking.now, round(self.seconds(taking.now)), at.position, at.reliever))

    def _note_worse(self, taking: Taking) -> None:
        self.mouth.log(record.Worsened(taking.now, self.progress.worse))

    def _note_answer(self, taking: Taking) -> None:
        asked = relief_stages.question(taking.before, self.asking, self.tap)
        self.mouth.log(record.Answered(taking.now, asked.key if asked else "", taking.value))

    def _note_put_off(self, taking: Taking) -> None:
        self.mouth.log(record.PutOff(taking.now))

    def _flag(self, taking: Taking) -> None:
        """The number at once, then which of the things it is."""
        self.asking.answers[verdict.FLAG] = YES
        self.mouth.log(record.Answered(taking.now, verdict.FLAG, YES))

    def _come_back(self, taking: Taking) -> None:
        """It is there again: the first hold at once, no safety line, a new clock."""
        self.outcome = self.talk = None
        self.asking.answers.pop("stretch_effect", None)
        if self.clock:
            if self.clock.come_back(taking.now):
                self.asking.answers["returned"] = "third_in_an_hour"
            self.mouth.log(record.Returned(taking.now, len(self.clock.releases)))
        self.mouth.say(AGAIN_HERE, Priority.ACTION, taking.now)

    def _let_be(self, taking: Taking) -> None:
        self.mouth.say(LET_BE, Priority.ACTION, taking.now)

    def _much_worse(self, _: Taking) -> None:
        self.asking.answers["stretch_effect"] = "much_worse"

    def _repeat_safety(self, taking: Taking) -> None:
        self.mouth.say(HEARD[SAFETY] if self.narration.listening else SAFETY, Priority.ACTION, taking.now)

    def _tell_ten(self, taking: Taking) -> None:
        for line in TEN_LINES:
            self.mouth.say(
                line.format(same_day_service=self.asking.words.same_day_service), Priority.SAFETY, taking.now
            )
