"""How a trial on oneself stands at a moment, in words; what it says is told when it is over, and not before."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from stretchcoach.diary.entries import moment
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.file.excerpts import TRIAL_BEFORE
from stretchcoach.diary.report.figures import night_of
from stretchcoach.diary.report.phrasing import capital, day
from stretchcoach.programme import trial as keeping
from stretchcoach.programme.trial import NAMES, ROUTINES, Trial, TrialArm
from stretchcoach.programme.trial_result import WITH, Result, as_dict, findings, lines, result
from stretchcoach.words import programme_lines
from stretchcoach.words.wording import counted

FEW = 4.0
"""Cramps a week below which a trial of a dozen weeks mostly cannot tell; ``python -m bench.trial``."""


class Standing(Struct, frozen=True):
    """A trial, the diary, and the moment."""

    trial: Trial
    entries: Entries
    now: datetime

    @property
    def running(self) -> bool:
        """Whether there are nights or a last morning left."""
        return keeping.running(self.trial, self.now)

    @property
    def rests(self) -> str:
        """Why it offers and asks nothing for now; may be empty."""
        return keeping.worse(self.trial, self.entries.episodes, self.now) if self.running else ""

    @property
    def tonight(self) -> TrialArm | None:
        """What is on this evening; None where the trial is over, or rests."""
        return keeping.tonight(self.trial, self.now) if self.running and not self.rests else None

    @property
    def asks(self) -> date | None:
        """The night that the person may be asked about now."""
        return keeping.asks(self.trial, self.entries.episodes, self.now) if self.running else None

    @property
    def found(self) -> Result:
        """What it says, as far as it went."""
        until = self.trial.stopped - timedelta(days=1) if self.trial.stopped else keeping.over(self.now)
        return result(self.trial, self.entries.episodes, self.entries.runs, min(until, self.trial.end))

    def opening(self) -> list[str]:
        """What is told when it begins: how long, the seal, and whether it can answer at all."""
        names = " against ".join(NAMES[arm] for arm in self.trial.arms)
        weeks = counted(len(self.trial.order) * self.trial.weeks, "week")
        told = [
            programme_lines.trial_of(weeks, names, self.trial.seal[:12]),
            programme_lines.TOLD_AT_THE_END,
        ]
        since = self.now - timedelta(weeks=TRIAL_BEFORE)
        recent = sum(each.removed is None and moment(each.began) >= since.timestamp() for each in self.entries.episodes)
        if recent < FEW * TRIAL_BEFORE:
            told.append(programme_lines.few_cramps(TRIAL_BEFORE, counted(recent, "cramp"), FEW))
        return [*told, programme_lines.AS_YOU_WOULD_ANYWAY]

    def lines(self) -> list[str]:
        """Where it is, what is on tonight, and what is asked; the result once it is over."""
        if not keeping.intact(self.trial):
            return [
                programme_lines.NOT_THE_ORDER,
                *lines(self.found),
            ]
        if not self.running:
            over = (
                programme_lines.TRIAL_OVER
                if self.trial.stopped is None
                else programme_lines.stopped_on(_on(self.trial.stopped))
            )
            return [over, *lines(self.found), programme_lines.sealed_as(self.trial.seal[:12])]
        if self.rests:
            return [
                self.rests,
                programme_lines.TRIAL_RESTS,
            ]
        return [self.evening(), *self._morning()]

    def evening(self) -> str:
        """The week, and what is on."""
        arm = self.tonight
        if arm is None:
            return programme_lines.LAST_NIGHT_LEFT
        done = programme_lines.ITS_DONE if self._done(arm) else ""
        how = f" stretchcoach run {ROUTINES[arm]}" if arm in ROUTINES and not done else ""
        return programme_lines.week_and_tonight(capital(self._week()), NAMES[arm], done, how)

    def offer(self) -> tuple[str, str] | None:
        """What is on this evening: a routine, or none, and a line for the home screen; None once done, or at rest."""
        arm = self.tonight
        if arm is None or self._done(arm) or not keeping.intact(self.trial):
            return None
        return ROUTINES.get(arm, ""), programme_lines.your_trial(self._week(), NAMES[arm])

    def news(self) -> str:
        """That there is something to read, for the home screen: it rests, or is over."""
        if self.running:
            return programme_lines.WHY_IT_RESTS if self.rests else ""
        return programme_lines.TRIAL_HAS_AN_ANSWER

    def for_doctor(self) -> tuple[str, ...]:
        """What it came to, with the cramps of every block, for a page; empty while it runs."""
        if self.running:
            return ()
        found = self.found
        cramps = {
            each.arm: [str(block.cramps) for block in found.blocks if block.arm is each.arm] for each in found.arms
        }
        blocks = [programme_lines.in_each_block(WITH[arm], ", ".join(each)) for arm, each in cramps.items() if each]
        apart = [programme_lines.TOLD_IN_THE_MORNING] if self.trial.mornings else []
        return (*findings(found), *blocks, *apart, programme_lines.BY_LOT)

    def as_dict(self) -> dict[str, object]:
        """The standing as plain values; the order only where it is no secret any more."""
        trial = self.trial
        return {
            "compared": [arm.value for arm in trial.arms],
            "began": trial.began.isoformat(),
            "ends": trial.end.isoformat(),
            "blocks": len(trial.order),
            "weeks": trial.weeks,
            "running": self.running,
            "rests": self.rests,
            "tonight": self.tonight.value if self.tonight else None,
            "asks": self.asks.isoformat() if self.asks else None,
            "seal": trial.seal,
            "intact": keeping.intact(trial),
            "order": None if self.running else [arm.value for arm in trial.order],
            "salt": None if self.running else trial.salt,
            "result": None if self.running else as_dict(self.found),
        }

    def _done(self, arm: TrialArm) -> bool:
        """Whether this evening's routine was done."""
        ours, here = ROUTINES.get(arm), keeping.evening(self.trial, self.now)
        return any(
            each.routine == ours and each.removed is None and night_of(each.began) == here for each in self.entries.runs
        )

    def _week(self) -> str:
        first = ((keeping.evening(self.trial, self.now) - self.trial.began).days - 1) // 7
        return programme_lines.week_of(first + 1, len(self.trial.order) * self.trial.weeks)

    def _morning(self) -> list[str]:
        known = keeping.nightly_cramps(self.trial, self.entries.episodes)
        over = keeping.over(self.now)
        told = [of for of in self.trial.mornings if of <= self.now.date()]  # one that was told counts from then on
        nights = (max([over, *told]) - self.trial.began).days
        gone = [self.trial.began + timedelta(days=each + 1) for each in range(nights)]
        so_far = (
            [programme_lines.known_so_far(sum(each in known for each in gone), counted(len(gone), "night"))]
            if gone
            else []
        )
        return [
            *so_far,
            programme_lines.EACH_MORNING,
            programme_lines.told_when_over(_on(self.trial.end)),
        ]


def _on(when: date) -> str:
    return f"{day(datetime(when.year, when.month, when.day))} {when.year}"
