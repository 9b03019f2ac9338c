"""A trial on oneself: stretch, breathing or neither in weeks drawn by lot, to learn which of them helps this person.

The order of the blocks is drawn and sealed at the start, so that nobody can choose a good week for one of them; what
it all says is told when the last block is over, and not before.  It asks once each morning, and stops asking by itself
when cramps get much worse or the safety questions called for help.
"""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from stretchcoach.core.messages import Level
from stretchcoach.diary.entries import Episode, moment, point
from stretchcoach.diary.report.figures import night_of
from stretchcoach.diary.report.phrasing import day
from stretchcoach.machine import private
from stretchcoach.machine.files import json_value, read_text
from stretchcoach.programme import TRIAL_FILE
from stretchcoach.words import programme_lines

MOST = 256 * 1024
"""Bytes of it."""
BLOCKS = {2: 12, 3: 18}
"""How many blocks there are when nobody says otherwise, by how many things are compared."""
LEAST_BLOCKS, MOST_BLOCKS = 2, 30
MOST_CRAMPS = 20
"""In one night."""
UNANSWERED = 3
"""It stops asking after this many unanswered mornings in a row, until it is answered from the command line."""
MORNING, NOON = 5, 12
"""Between these hours it is asked about the night that has passed; later, and before, an evening is meant."""
NEWS = timedelta(weeks=2)
"""How long the home screen tells that it is over."""
MUCH_WORSE, MANY = 2.0, 5
"""A week with so many times the cramps of the weeks before it, and so many more, is much worse."""


class TrialArm(StrEnum):
    """What is done in a block, every evening."""

    STRETCH = "stretch"
    BREATHING = "breathing"
    NEITHER = "neither"


NAMES = {
    TrialArm.STRETCH: programme_lines.THE_STRETCH,
    TrialArm.BREATHING: programme_lines.SLOW_BREATHING,
    TrialArm.NEITHER: "neither",
}
ROUTINES = {TrialArm.STRETCH: "bedtime_calf_hamstring", TrialArm.BREATHING: "bedtime_breathing"}


class Trial(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One trial, as it lies in the data folder."""

    order: tuple[TrialArm, ...]
    weeks: int
    """Weeks in a block."""
    began: date
    """The first night begins on the evening of this day."""
    salt: str
    seal: str
    mornings: dict[date, int] = {}
    """Cramps of a night, by the day on which it ended, as the person said."""
    stopped: date | None = None
    resumed: date | None = None
    """When the person last chose to go on although cramps had got worse."""

    @property
    def arms(self) -> tuple[TrialArm, ...]:
        """What is compared; what the others are compared with comes last."""
        return tuple(arm for arm in TrialArm if arm in self.order)

    @property
    def length(self) -> int:
        """Nights in a block."""
        return 7 * self.weeks

    @property
    def end(self) -> date:
        """The day on which the last night ends."""
        return self.began + timedelta(days=len(self.order) * self.length)

    def nights(self, block: int) -> list[date]:
        """The nights of a block, by the day on which each ends."""
        return [self.began + timedelta(days=block * self.length + each + 1) for each in range(self.length)]

    def block(self, of: date) -> int | None:
        """The block that a night belongs to; None where it belongs to none."""
        number = (of - self.began).days - 1
        return number // self.length if 0 <= number < len(self.order) * self.length else None


def draw(arms: Sequence[TrialArm], blocks: int, weeks: int, began: date) -> Trial:
    """A new trial from the evening of ``began`` on; every order with as many blocks of each is as likely.

    Raises:
        ValueError: the blocks cannot be shared out, or there is nothing to compare.
    """
    chosen = tuple(arm for arm in TrialArm if arm in arms)
    if len(chosen) < 2:
        raise ValueError(programme_lines.AT_LEAST_TWO)
    if blocks % len(chosen) or not LEAST_BLOCKS <= blocks <= MOST_BLOCKS:
        raise ValueError(programme_lines.unequal_blocks(len(chosen), blocks))
    order = list(chosen) * (blocks // len(chosen))
    secrets.SystemRandom().shuffle(order)
    salt = secrets.token_hex(16)
    return Trial(order=tuple(order), weeks=weeks, began=began, salt=salt, seal=sealed(order, weeks, began, salt))


def sealed(order: Sequence[TrialArm], weeks: int, began: date, salt: str) -> str:
    """What the order was drawn as, without telling it: another order cannot have the same."""
    return sha256("\n".join([*order, str(weeks), began.isoformat(), salt]).encode()).hexdigest()


def intact(trial: Trial) -> bool:
    """Whether the order is still the one that was drawn."""
    return trial.seal == sealed(trial.order, trial.weeks, trial.began, trial.salt)


def load(folder: Path) -> Trial | None:
    """The trial that was begun last; None if there is none, or its file cannot be read."""
    try:
        return trial_from(json_value(read_text(folder / TRIAL_FILE, MOST)))
    except (OSError, ValueError):
        return None


def trial_from(value: object) -> Trial | None:
    """The trial that a value read from the file stands for; None where it stands for none."""
    try:
        found = msgspec.convert(value, Trial, str_keys=True)
    except (ValueError, OverflowError):
        return None
    of_its_kind = found.weeks in (1, 2) and LEAST_BLOCKS <= len(found.order) <= MOST_BLOCKS and len(found.arms) > 1
    countable = all(0 <= each <= MOST_CRAMPS for each in found.mornings.values())
    return found if of_its_kind and countable and date.min.year + 1 < found.began.year < date.max.year - 2 else None


def save(folder: Path, trial: Trial) -> None:
    """Keep it; a crash in between leaves what was there."""
    private.replace(folder / TRIAL_FILE, msgspec.json.encode(trial))


def running(trial: Trial, now: datetime) -> bool:
    """Whether there are nights left in it, or a last morning."""
    return trial.stopped is None and over(now) < trial.end


def lately(trial: Trial, now: datetime) -> bool:
    """Whether it runs, or ran to an end so lately that the home screen tells of it."""
    return trial.stopped is None and over(now) - trial.end <= NEWS


def in_the_way(folder: Path, now: datetime) -> str:
    """Why no programme of the evenings can begin; empty where no trial runs."""
    there = load(folder)
    if there is None or not running(there, now):
        return ""
    return programme_lines.TRIAL_DECIDES


def coming(now: datetime) -> date:
    """The day on which the night ends that this evening belongs to; by day the coming evening is meant."""
    return (now + timedelta(hours=24 - MORNING)).date()


def evening(trial: Trial, now: datetime) -> date:
    """The same for a trial: what is begun in the small hours, as after a cramp, has its first evening before it."""
    return max(coming(now), trial.began + timedelta(days=1))


def over(now: datetime) -> date:
    """The day on which the last night ended that is over."""
    return (now - timedelta(hours=NOON)).date()


def slept_through(now: datetime) -> date:
    """The day on which the last night ended that can be told of: one that lasts, in the small hours, can not."""
    return (now - timedelta(hours=MORNING)).date()


def tonight(trial: Trial, now: datetime) -> TrialArm | None:
    """What is done this evening; None where no night of the trial comes."""
    block = trial.block(evening(trial, now))
    return None if block is None else trial.order[block]


def with_answer(trial: Trial, of: date, cramps: int) -> Trial:
    """The trial with one more morning's answer; a later one takes the place of an earlier."""
    return replace(trial, mornings={**trial.mornings, of: cramps})


def nightly_cramps(trial: Trial, episodes: Sequence[Episode]) -> dict[date, int]:
    """Cramps of every known night: as was said in the morning, or what is in the diary where that is more."""
    found = dict(trial.mornings)
    written: dict[date, int] = {}
    for each in episodes:
        if each.removed is None:
            of = night_of(each.began)
            written[of] = written.get(of, 0) + 1
    for of, number in written.items():
        found[of] = max(number, found.get(of, 0))
    return {of: number for of, number in found.items() if trial.block(of) is not None}


def asks(trial: Trial, episodes: Sequence[Episode], now: datetime) -> date | None:
    """The night that the person may be asked about this morning; None where nothing is to be asked."""
    of = now.date()
    if trial.stopped or not MORNING <= now.hour < NOON or trial.block(of) is None or of in trial.mornings:
        return None
    if not intact(trial) or worse(trial, episodes, now):
        return None
    before = [of - timedelta(days=each + 1) for each in range(UNANSWERED)]
    unanswered = all(trial.block(each) is not None and each not in trial.mornings for each in before)
    return None if unanswered else of


def worse(trial: Trial, episodes: Sequence[Episode], now: datetime) -> str:
    """Why the trial rests: help was called for, or cramps have become much more frequent; may be empty."""
    since = trial.resumed or trial.began
    urgent = [
        each
        for each in episodes
        if each.removed is None and each.level in _URGENT and since <= point(each.began).date() <= now.date()
    ]
    if urgent:
        last = max(urgent, key=lambda each: moment(each.began))
        return programme_lines.called_for_help(day(point(last.began)))
    known = {of: number for of, number in nightly_cramps(trial, episodes).items() if of <= now.date()}
    week = [number for of, number in known.items() if max(since, now.date() - timedelta(days=7)) < of]
    before = [number for of, number in known.items() if of <= now.date() - timedelta(days=7)]
    usual = 7 * sum(before) / len(before) if before else 0.0
    if len(before) >= 7 and sum(week) >= usual * MUCH_WORSE and sum(week) >= usual + MANY:
        return programme_lines.twice_as_many(sum(week))
    return ""


_URGENT = frozenset(level.name for level in Level if level >= Level.SAME_DAY)
