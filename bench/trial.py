"""How well a trial on oneself answers: ``python -m bench.trial``.

People are made by the thousand, with a true effect that is known: cramps a night are drawn (Poisson), a tenth of the
mornings stay unanswered, the trial is drawn and judged by the program's own rules.  Printed: how often the interval
holds the true ratio, how often it says "fewer" and "more", by the true ratio, by cramps a week, and by length.  The
last rows have cramps in bunches: weeks that are bad or good by themselves.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from stretchcoach.diary.entries import Episode
from stretchcoach.programme.effect import Verdict
from stretchcoach.programme.trial import Trial, TrialArm, draw
from stretchcoach.programme.trial_result import result

BEGAN = date(2026, 1, 1)
EFFECTS = (1.0, 0.8, 0.6, 0.4, 0.2)
"""True ratios of the rates."""
MISSED = 0.1


def lived(trial: Trial, a_week: float, effect: float, bunched: float, chance: np.random.Generator) -> Trial:
    """The mornings of one person; ``bunched``: how much the weeks differ by themselves (coefficient of variation)."""
    mornings = {}
    for number, arm in enumerate(trial.order):
        week = chance.gamma(1 / bunched**2, bunched**2) if bunched else 1.0
        rate = a_week / 7 * week * (effect if arm is TrialArm.STRETCH else 1.0)
        for each in trial.nights(number):
            if chance.random() >= MISSED:
                mornings[each] = int(chance.poisson(rate))
    return Trial(
        order=trial.order, weeks=trial.weeks, began=trial.began, salt=trial.salt, seal=trial.seal, mornings=mornings
    )


def row(people: int, a_week: float, blocks: int, effect: float, bunched: float, seed: int) -> str:
    """One kind of person, so many times."""
    chance = np.random.default_rng(seed)
    held = judged = 0
    told = dict.fromkeys(Verdict, 0)
    nobody: tuple[Episode, ...] = ()
    for _ in range(people):
        trial = lived(draw((TrialArm.STRETCH, TrialArm.NEITHER), blocks, 1, BEGAN), a_week, effect, bunched, chance)
        (found,) = result(trial, nobody, (), trial.end + timedelta(days=1)).comparisons
        told[found.verdict] += 1
        if found.low is not None or found.high is not None:
            judged += 1
            held += (found.low or 0.0) <= effect <= (found.high or np.inf)
    share = {verdict: 100 * number / people for verdict, number in told.items()}
    return (
        f"{a_week:7g} {blocks:6} {bunched:8g} {effect:6.1f} {100 * held / max(1, judged):8.1f} %"
        f" {share[Verdict.FEWER]:7.1f} % {share[Verdict.MORE]:6.1f} % {share[Verdict.EARLY]:8.1f} %"
    )


def kinds() -> Iterator[tuple[float, int, float, float]]:
    """Cramps a week, weeks, true ratio, bunches: the five effects, then how long it takes, then bunches."""
    for effect in EFFECTS:
        yield 4.0, 12, effect, 0.0
    for effect in (0.6, 0.4, 0.2):
        for a_week in (2.0, 4.0, 7.0):
            for blocks in (8, 12, 16):
                yield a_week, blocks, effect, 0.0
    for effect in EFFECTS:
        yield 4.0, 12, effect, 0.5
        yield 4.0, 12, effect, 0.8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2000, metavar="N", help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print(f"{chosen.people} people of each kind; one morning in ten is not answered.")
    print(" a week  weeks  bunched  true  interval    fewer    more  can't tell")
    for a_week, blocks, effect, bunched in kinds():
        print(row(chosen.people, a_week, blocks, effect, bunched, chosen.seed), flush=True)


if __name__ == "__main__":
    main()
