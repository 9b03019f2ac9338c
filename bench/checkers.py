"""Figures with their intervals, and the published ones of 22 symptom checkers (``data/README.md``)."""

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.messages import Level

FILE = Path(__file__).parent / "data" / "symptom_checkers.csv"
LEVELS = ("Self-care", "Non-Emergency", "Emergency")
"""The three levels of the published cases, the least urgent first."""
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    def __str__(self) -> str:
        if not self.of:
            return "none"
        low, high = wilson(self.hits, self.of)
        return f"{self.hits}/{self.of} {self.hits / self.of:.0%} ({low:.0%}-{high:.0%})"


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % score interval."""
    share, half = hits / of, Z * Z / (2 * of)
    wide = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    return max(0.0, (share + half - wide) / (1 + 2 * half)), min(1.0, (share + half + wide) / (1 + 2 * half))


def grouped(level: Level) -> str:
    """Our level in the three of the published cases, where "see a doctor at once" counts as an emergency."""
    return LEVELS[min(level, 2)]


Advice = tuple[str, str]
"""What was expected, and what was advised; empty if there was no advice."""


def published() -> dict[str, list[Advice]]:
    """Every piece of advice, by app."""
    found: dict[str, list[Advice]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column, advised in (
                *zip(("self_care", "non_emergency", "emergency"), LEVELS, strict=True),
                ("no_advice", ""),
            ):
                found.setdefault(row["app"], []).extend([(row["expected"], advised)] * int(row[column]))
    return found


def figures(advice: Iterable[Advice]) -> dict[str, Share]:
    """The figures of Kopka et al. 2023 (doi 10.1177/20552076231194929)."""
    cases = list(advice)
    given = [(LEVELS.index(expected), LEVELS.index(advised)) for expected, advised in cases if advised]
    wrong = [one for one in given if one[0] != one[1]]
    return {
        "right": Share(len(given) - len(wrong), len(given)),
        **{
            f"right, {name}": Share(
                sum(e == a for e, a in given if LEVELS[e] == name), sum(LEVELS[e] == name for e, _ in given)
            )
            for name in reversed(LEVELS)
        },
        "safe (at the level or above)": Share(sum(a >= e for e, a in given), len(given)),
        "over-triage among the wrong": Share(sum(a > e for e, a in wrong), len(wrong)),
        "advice given at all": Share(len(given), len(cases)),
    }
