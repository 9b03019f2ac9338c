"""The judging of answer sheets and the talk itself, beside published figures: ``python -m bench.triage``.

The sheets (``vignettes.json``) were labelled by a researcher who wrote the tables too, so full marks say that the rules
agree with the tables, and nothing about people, speech or medicine.  The stories were written before the rules were
read, and are sat through question by question; no clinician has checked them either.  ``--stories FILE`` takes others.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.talk import scoreboard
from stretchcoach.core.causes import likely
from stretchcoach.core.facts import facts
from stretchcoach.core.knowledge import Answers, Knowledge
from stretchcoach.core.messages import Level, Outcome
from stretchcoach.core.triage import HelpWords, judge
from stretchcoach.library import knowledge
from stretchcoach.library.answer_sheets import problems, sheet

Case = tuple[dict[str, Any], Outcome]
Test = Callable[[dict[str, Any], Outcome], bool]
DATA = Path(__file__).parents[1] / "tests" / "data"
PUBLISHED = {
    "emergency kept": "Semigran 80 % (emergent), Hill 63 %",
    "red flag sent home": "ODISSEE 1.9 % below, SMASS < 0.12 %",
    "safe (Gilbert: at most one below)": "GPs 97.0 %, Symptomate 97.8 %, Ada 97.0 %",
    "exact level": "Semigran 57 %, Hill 49 %, ODISSEE 85.6 %",
    "over every accepted level": "ODISSEE 12.5 %",
    "self-care kept": "Semigran 33 %, Hill 40 %",
    "cause in the first three": "Gilbert: GPs 82.1 %, Ada 70.5 %",
    "cause named first": "Semigran 34 %, Hill 36 %",
}


def level(case: dict[str, Any]) -> Level:
    """What is expected."""
    return Level[case["expected_level"]]


def accepted(case: dict[str, Any]) -> list[Level]:
    """What is accepted as well."""
    return [Level[name] for name in case.get("acceptable_levels", [case["expected_level"]])]


def row(name: str, cases: Sequence[Case], test: Test) -> None:
    """One line of the table, and the cases that failed."""
    failed = [case["id"] for case, outcome in cases if not test(case, outcome)]
    share = f"{len(cases) - len(failed)} of {len(cases)}" + (f" ({1 - len(failed) / len(cases):.0%})" if cases else "")
    print(f"{name:36} {share:18} {PUBLISHED.get(name, ''):42} {' '.join(failed)}")


def named(count: int) -> Test:
    """Whether the first expected cause is among the first ``count``."""
    return lambda case, outcome: case["expected_top_causes"][0] in [cause.id for cause in outcome.causes[:count]]


def table(cases: Sequence[Case]) -> None:
    """All figures."""
    urgent = [one for one in cases if level(one[0]) >= Level.SAME_DAY]
    mild = [one for one in cases if level(one[0]) < Level.SAME_DAY and one[0]["check_cause"]]
    print(f"{'figure':36} {'here':18} {'published, other cases':42} failed")
    row("emergency kept", [c for c in cases if level(c[0]) is Level.EMERGENCY], lambda _, o: o.level is Level.EMERGENCY)
    row("red flag not sent home", urgent, lambda _, o: o.level >= Level.SAME_DAY)
    row("safe (Gilbert: at most one below)", cases, lambda c, o: o.level >= level(c) - 1)
    row("never below", cases, lambda c, o: o.level >= level(c))
    row("exact level", cases, lambda c, o: o.level is level(c))
    row("not over every accepted level", cases, lambda c, o: o.level <= max(accepted(c)))
    row("self-care kept", [c for c in cases if level(c[0]) is Level.SELF_CARE], lambda _, o: o.level is Level.SELF_CARE)
    row("cause in the first three", mild, named(3))
    row("cause named first", mild, named(1))
    row("stretching as expected", cases, lambda c, o: o.stretch_allowed is c["stretch_allowed"])
    row("rubbing as expected", cases, lambda c, o: o.massage_allowed is c["massage_allowed"])


def seconds(known: Knowledge, sheets: Sequence[Answers]) -> list[float]:
    """How long each sheet takes, the best of five."""
    words = HelpWords()
    best = [float("inf")] * len(sheets)
    for _ in range(5):
        for number, answers in enumerate(sheets):
            begun = time.perf_counter()
            judge(known, answers, words)
            best[number] = min(best[number], time.perf_counter() - begun)
    return best


def sheets_table(file: Path, causes: bool) -> None:
    """The vignettes, judged as whole sheets."""
    begun = time.perf_counter()
    known = knowledge()
    loading = time.perf_counter() - begun
    listed = json.loads(file.read_text(encoding="utf-8"))["vignettes"]
    assert not [one for case in listed for one in problems(known, case["answers"])]
    sheets = [sheet(case["answers"]) for case in listed]
    cases = [(case, judge(known, answers, HelpWords())) for case, answers in zip(listed, sheets, strict=True)]
    print(f"== {len(cases)} answer sheets, judged whole")
    table(cases)
    taken = sorted(seconds(known, sheets))
    print(f"a sheet: median {taken[len(taken) // 2] * 1e3:.2f} ms, slowest {taken[-1] * 1e3:.2f} ms")
    print(f"loading: {loading * 1e3:.0f} ms, {len(known.items)} questions, {len(known.flags)} flags")
    if causes:
        for (case, outcome), answers in zip(cases, sheets, strict=True):
            found = [cause.id for cause in likely(known, facts(known, answers))]
            print(case["id"], case["expected_level"], outcome.level.name, " ".join(outcome.rules), found)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vignettes", type=Path, default=DATA / "vignettes.json", help="answer sheets, judged whole")
    parser.add_argument("--stories", type=Path, default=DATA / "stories.json", help="stories, sat through")
    parser.add_argument("--talk", action="store_true", help="the stories only")
    parser.add_argument("--causes", action="store_true", help="also list level, flags and causes of each sheet")
    chosen = parser.parse_args()
    if not chosen.talk:
        sheets_table(chosen.vignettes, chosen.causes)
    scoreboard(chosen.stories)


if __name__ == "__main__":
    main()
