"""What a trial on oneself says, by rules that were fixed before it began.

Cramps a known night with one thing against those with another: the ratio of the rates with its exact interval
(Clopper-Pearson, as in ``effect``), widened where the blocks of one kind differ more than chance would have them, and
a permutation test over the blocks: in how many of the orders that could have been drawn the rates would lie as far
apart.  "Fewer" needs both.  Where two things are compared with a third, each has half of the error.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from math import comb, sqrt
from random import Random
from statistics import NormalDist

from msgspec import Struct

from stretchcoach.diary.entries import Episode, RoutineRun
from stretchcoach.diary.report.figures import night_of
from stretchcoach.diary.report.phrasing import capital
from stretchcoach.programme.effect import ERROR, LEAST_CRAMPS, Period, Verdict, interval
from stretchcoach.programme.trial import NAMES, ROUTINES, Trial, TrialArm, intact, nightly_cramps
from stretchcoach.words import programme_lines
from stretchcoach.words.wording import counted

ORDERS = 5_000
"""Most orders that are tried; of more, this many are drawn at random."""
KNOWN = 0.5
"""Part of the nights of each that must be known."""


class TrialBlock(Struct, frozen=True):
    """One block, as far as it went."""

    arm: TrialArm
    first: date
    """The day on which its first night ends."""
    nights: int
    known: int
    cramps: int


class Summary(Struct, frozen=True):
    """All blocks of one kind together."""

    arm: TrialArm
    nights: int
    known: int
    cramps: int
    done: int
    """Nights on which its routine was done."""

    @property
    def period(self) -> Period:
        """Its cramps, and the weeks that its known nights make."""
        return Period(self.cramps, self.known / 7)


class Comparison(Struct, frozen=True):
    """One kind of block against the one that it is compared with."""

    arm: Summary
    against: Summary
    ratio: float | None
    low: float | None
    high: float | None
    """None: without a bound."""
    fewer: float
    """Part of the orders that would have given as low a difference, or a lower one."""
    more: float
    level: float
    """Of the interval, such as 0.95."""
    verdict: Verdict
    why: str = ""
    """Why nothing can be said; else empty."""
    bunched: bool = False
    """The interval is wider because the blocks of one kind differ so much."""


class Result(Struct, frozen=True):
    blocks: tuple[TrialBlock, ...]
    arms: tuple[Summary, ...]
    comparisons: tuple[Comparison, ...]
    complete: bool


def result(trial: Trial, episodes: Sequence[Episode], runs: Sequence[RoutineRun], until: date) -> Result:
    """What it says of the nights that ended on ``until`` or before."""
    blocks = tuple(blocks_of(trial, nightly_cramps(trial, episodes), until))
    arms = tuple(_summary(trial, arm, blocks, runs) for arm in trial.arms)
    complete = until >= trial.end
    error = ERROR / (len(arms) - 1)
    if not intact(trial):
        why = programme_lines.NOT_THE_DRAWN_ORDER
    elif not complete:
        why = programme_lines.ENDED_EARLY
    else:
        why = ""
    return Result(
        blocks, arms, tuple(_compared(trial, arm, arms[-1], blocks, error, why) for arm in arms[:-1]), complete
    )


def blocks_of(trial: Trial, known: dict[date, int], until: date) -> Iterator[TrialBlock]:
    """The blocks that have begun."""
    for number, arm in enumerate(trial.order):
        nights = [each for each in trial.nights(number) if each <= until]
        if nights:
            told = [known[each] for each in nights if each in known]
            yield TrialBlock(arm, nights[0], len(nights), len(told), sum(told))


def _summary(trial: Trial, arm: TrialArm, blocks: Sequence[TrialBlock], runs: Sequence[RoutineRun]) -> Summary:
    ours = [each for each in blocks if each.arm is arm]
    nights = {night_of(each.began) for each in runs if each.removed is None and each.routine == ROUTINES.get(arm)}
    done = sum(1 for each in nights if (at := trial.block(each)) is not None and trial.order[at] is arm)
    return Summary(
        arm,
        sum(each.nights for each in ours),
        sum(each.known for each in ours),
        sum(each.cramps for each in ours),
        done,
    )


def _compared(
    trial: Trial, arm: Summary, against: Summary, blocks: Sequence[TrialBlock], error: float, why: str
) -> Comparison:
    ours = [each for each in blocks if each.arm in (arm.arm, against.arm)]
    exact = interval(against.period, arm.period, error)
    low, high = _widened(arm.period, against.period, exact, ours, error)
    ratio = arm.period.rate / against.period.rate if against.cramps and arm.known else None
    why = why or too_little(arm, against)
    fewer = more = 1.0
    verdict = Verdict.EARLY
    if not why:
        fewer, more = permuted(ours, arm.arm, trial.salt)
        verdict = Verdict.UNCLEAR
        if high is not None and high < 1 and fewer <= error:
            verdict = Verdict.FEWER
        elif low is not None and low > 1 and more <= error:
            verdict = Verdict.MORE
    return Comparison(arm, against, ratio, low, high, fewer, more, 1 - 2 * error, verdict, why, (low, high) != exact)


def _widened(
    arm: Period, against: Period, bounds: tuple[float | None, float | None], blocks: Sequence[TrialBlock], error: float
) -> tuple[float | None, float | None]:
    """The interval for cramps that come in bunches: wider as the blocks of a kind differ among themselves."""
    low, high = bounds
    known = [each for each in blocks if each.known]
    free = len(known) - len({each.arm for each in known})
    apart = unlikeness(known) / free if free > 0 else 1.0
    if apart <= 1 or low is None:
        return bounds
    middle = (arm.cramps + 0.5) / arm.weeks * against.weeks / (against.cramps + 0.5)
    by = sqrt(apart) * student(free, error) / NormalDist().inv_cdf(1 - error)
    return (
        middle * (low / middle) ** by if low else low,
        None if high is None else middle * (high / middle) ** by,
    )


def unlikeness(blocks: Sequence[TrialBlock]) -> float:
    """Pearson's chi-squared of the cramps in the blocks, each beside the rate of its kind."""
    found = 0.0
    for arm in {each.arm for each in blocks}:
        same = [each for each in blocks if each.arm is arm]
        rate = sum(each.cramps for each in same) / sum(each.known for each in same)
        found += sum((each.cramps - rate * each.known) ** 2 / (rate * each.known) for each in same) if rate else 0.0
    return found


def student(free: int, error: float) -> float:
    """Student's t with ``error`` above it, by Hill's series from the normal one: to 4 % at 2 degrees, 1 % at 4."""
    z = NormalDist().inv_cdf(1 - error)
    return (
        z
        + (z**3 + z) / (4 * free)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * free**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * free**3)
    )


def too_little(arm: Summary, against: Summary) -> str:
    """Why nothing can be said, by how much is known; may be empty."""
    for each in (arm, against):
        if each.known < KNOWN * each.nights:
            return programme_lines.only_known(each.known, counted(each.nights, "night"), each.arm)
    if arm.cramps + against.cramps < LEAST_CRAMPS:
        return programme_lines.only_in_those_weeks(counted(arm.cramps + against.cramps, "cramp"))
    return ""


def permuted(blocks: Sequence[TrialBlock], arm: TrialArm, seed: str) -> tuple[float, float]:
    """In which parts of all orders the rate would be as low beside the other, or lower, and as high, or higher.

    ``seed``: where there are too many orders, for those that are drawn.
    """
    cramps, known = [each.cramps for each in blocks], [each.known for each in blocks]
    every = range(len(blocks))
    ours = tuple(at for at in every if blocks[at].arm is arm)
    total, nights = sum(cramps), sum(known)
    seen = _apart(ours, cramps, known, total, nights)
    orders: Iterator[Sequence[int]] = combinations(every, len(ours))
    if comb(len(blocks), len(ours)) > ORDERS:
        chance = Random(seed)
        orders = iter([ours, *(chance.sample(every, len(ours)) for _ in range(ORDERS - 1))])
    found = [_apart(order, cramps, known, total, nights) for order in orders]
    return sum(each <= seen for each in found) / len(found), sum(each >= seen for each in found) / len(found)


def _apart(order: Sequence[int], cramps: Sequence[int], known: Sequence[int], total: int, nights: int) -> float:
    """The difference of the two rates, up to a factor; rounded, so that what is equal is found equal."""
    ours = sum(known[at] for at in order)
    if not 0 < ours < nights:
        return 0.0
    more = sum(cramps[at] for at in order) * nights - ours * total
    return round(more / (ours * (nights - ours)), 9)


# --- in words -----------------------------------------------------------------------------------------------


def sentence(found: Comparison) -> str:
    """The one honest sentence."""
    name, other = found.arm.arm, found.against.arm
    if found.verdict is Verdict.EARLY:
        return programme_lines.cannot_tell(capital(NAMES[name]), NAMES[other], found.why)
    rates = programme_lines.rates_with(found.arm.period.rate, WITH[name], found.against.period.rate, WITH[other])
    high = programme_lines.NO_UPPER_LIMIT if found.high is None else f"{found.high:.2f}"
    ratio = programme_lines.NO_RATIO if found.ratio is None else programme_lines.ratio(found.ratio)
    bounds = programme_lines.with_interval(ratio, 100 * found.level, found.low or 0, high)
    if found.bunched:
        bounds += programme_lines.IN_BUNCHES
    told = {
        Verdict.FEWER: programme_lines.fewer_by_chance(_of(found.fewer)),
        Verdict.MORE: programme_lines.more_by_chance(_of(found.more)),
    }.get(found.verdict, programme_lines.CHANCE_ALONE)
    return f"{rates} ({bounds}): {told}."


WITH = {
    TrialArm.STRETCH: programme_lines.WITH_THE_STRETCH,
    TrialArm.BREATHING: programme_lines.WITH_THE_BREATHING,
    TrialArm.NEITHER: programme_lines.WITH_NEITHER,
}


def _of(part: float) -> str:
    """A small part in words: 1 in 200."""
    return f"1 in {max(1, int(1 / part))}"


def lines(found: Result) -> list[str]:
    """The whole result in plain lines: what it says, the blocks, and what it cannot say."""
    return [*findings(found), *chart(found), programme_lines.FOR_YOU_ALONE]


def findings(found: Result) -> list[str]:
    """The sentences, what is not known, and how often each was done."""
    told = [sentence(each) for each in found.comparisons]
    missing = [f"{each.nights - each.known} {WITH[each.arm]}" for each in found.arms if each.nights - each.known]
    if missing:
        number = sum(each.nights - each.known for each in found.arms)
        told.append(programme_lines.nights_not_known(counted(number, "night"), ", ".join(missing)))
    told += [
        programme_lines.was_done(capital(NAMES[each.arm]), each.done, counted(each.nights, "night"))
        for each in found.arms
        if each.arm in ROUTINES and each.nights
    ]
    return told


def chart(found: Result, width: int = 30) -> list[str]:
    """A bar a block, with what was done in it."""
    most = max((each.cramps for each in found.blocks), default=0)
    scale = min(1.0, width / most) if most else 1.0
    name = max(len(each.arm) for each in found.arms)
    told = []
    for each in found.blocks:
        unknown = each.nights - each.known
        rest = programme_lines.so_many_not_known(unknown) if unknown else ""
        bar = "#" * round(each.cramps * scale)
        told.append(
            f"{each.first.day:2} {each.first:%b}  {each.arm:{name}}  {bar}{' ' if bar else ''}{each.cramps}{rest}"
        )
    return told


def as_dict(found: Result) -> dict[str, object]:
    """The result as plain values."""
    return {
        "complete": found.complete,
        "blocks": [
            {"arm": each.arm.value, "first": each.first.isoformat(), "nights": each.nights, "known": each.known,
             "cramps": each.cramps}
            for each in found.blocks
        ],
        "arms": [
            {"arm": each.arm.value, "nights": each.nights, "known": each.known, "cramps": each.cramps,
             "done": each.done, "a_week": round(each.period.rate, 2)}
            for each in found.arms
        ],
        "comparisons": [
            {
                "arm": each.arm.arm.value, "against": each.against.arm.value, "ratio": each.ratio,
                "interval": [each.low, each.high], "level": each.level, "orders_as_low": each.fewer,
                "orders_as_high": each.more, "verdict": each.verdict.value, "why": each.why,
            }
            for each in found.comparisons
        ],
        "caveat": programme_lines.FOR_YOU_ALONE,
    }  # fmt: skip
