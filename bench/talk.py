"""The talk's own score on stories, on the same patients otherwise, and beside 22 symptom checkers."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.checkers import Share, figures, grouped, published
from bench.patients import Sat, played_down, read, sit, strangers, told_before, unsure, unsure_once
from stretchcoach.core.messages import Level

SEEDS = range(3)


def scoreboard(file: Path) -> None:
    """All of it."""
    stories, others = read(file)
    told = sit(stories)
    varied = sit(others)
    print(f"\n== {len(told)} stories sat through, the product choosing the questions")
    score("as told", told)
    score("one other honest answer", varied)
    questions(told)
    if stray := strangers([*told, *varied]):
        print(f"asked, but in no story (answered no): {', '.join(sorted(stray))}")
    perturbed(told)
    beside(told, varied)


# --- the score -----------------------------------------------------------------------------------------------


def share(sats: Sequence[Sat], test: Callable[[Sat], bool]) -> Share:
    """Of how many it holds."""
    return Share(sum(map(test, sats)), len(sats))


def score(name: str, sats: Sequence[Sat]) -> None:
    """One block of figures, and the talks that failed."""
    danger = [sat for sat in sats if sat.story.danger]
    mild = [sat for sat in sats if sat.story.causes and not sat.story.danger]
    print(f"-- {name}")
    row("exact level", share(sats, lambda sat: sat.level is sat.story.expected))
    row("acceptable level", share(sats, acceptable))
    row("under-triage", share(sats, under))
    row("over-triage", share(sats, over))
    row("red flags below SAME_DAY", share(danger, lambda sat: sat.level < Level.SAME_DAY))
    row("rubbing wrongly allowed", share([sat for sat in sats if sat.story.rub is False], wrong_rub))
    row("stretching wrongly allowed", share([sat for sat in sats if sat.story.stretch is False], wrong_stretch))
    row("a right cause among the first two", share(mild, lambda sat: bool({*sat.causes[:2]} & {*sat.story.causes})))
    for sat in sats:
        faults = [fault.__name__ for fault in (under, over, wrong_rub, wrong_stretch) if fault(sat)]
        if faults:
            wanted, rules = sat.story.expected.name, " ".join(sat.result["rules"])
            print(f"   {sat.story.what}: {sat.level.name} for {wanted}; {', '.join(faults)}; {rules or 'no rule'}")


def row(name: str, value: object) -> None:
    """One line."""
    print(f"{name:36} {value}")


def acceptable(sat: Sat) -> bool:
    """At a level that is accepted."""
    return sat.level in sat.story.accepted


def under(sat: Sat) -> bool:
    """Below every accepted level."""
    return sat.level < min(sat.story.accepted)


def over(sat: Sat) -> bool:
    """Above every accepted level."""
    return sat.level > max(sat.story.accepted)


def wrong_rub(sat: Sat) -> bool:
    """Rubbing allowed where it must not be."""
    return sat.story.rub is False and bool(sat.result["massage_allowed"])


def wrong_stretch(sat: Sat) -> bool:
    """Stretching allowed where it must not be, and no urgent advice instead."""
    return sat.story.stretch is False and sat.level < Level.SAME_DAY and bool(sat.result["stretch_allowed"])


def questions(sats: Sequence[Sat]) -> None:
    """How many were asked, by level; a list to tick is one."""
    print("-- questions asked, by expected level")
    for level in reversed(Level):
        counts = [len(sat.asked) for sat in sats if sat.story.expected is level]
        if counts:
            row(level.name, f"median {statistics.median(counts):g}, most {max(counts)}")


# --- the same patients, otherwise ----------------------------------------------------------------------------


def perturbed(told: Sequence[Sat]) -> None:
    """What becomes of the level when the same person is less sure, says it in another order, or plays it down."""
    print("-- the same people, otherwise")
    pairs = unsure_once(told)
    once = list(zip([sat for sat, _ in pairs], sit([story for _, story in pairs]), strict=True))
    lower = [pair for pair in once if pair[1].level < pair[0].level]
    row('one answer "not sure": level lower', Share(len(lower), len(once)))
    row("  of these, a red flag sinks below SAME_DAY", Share(*lost(once)))
    row("  of these, rubbing newly allowed", Share(sum(newly(*pair) for pair in once), len(once)))
    nothing = list(zip(told, sit([unsure(sat) for sat in told]), strict=True))
    row('everything "not sure": red flag sinks', Share(*lost(nothing)))
    row("  of these, rubbing newly allowed", Share(sum(newly(*pair) for pair in nothing), len(nothing)))
    firsts = [(sat, told_before(sat, seed)) for seed in SEEDS for sat in told]
    again = sit([sat.story for sat, _ in firsts], [said for _, said in firsts])
    ordered = list(zip([sat for sat, _ in firsts], again, strict=True))
    row("half of it told before, in any order", Share(sum(a.level is b.level for a, b in ordered), len(ordered)))
    row("  of these, a red flag sinks below SAME_DAY", Share(*lost(ordered)))
    relative = list(zip(told, sit([played_down(sat.story) for sat in told]), strict=True))
    row("played down: red flag sinks", Share(*lost(relative)))
    for name, pairs_ in (
        ("lower when unsure", lower),
        ("other order", unlike(ordered)),
        ("played down", fell(relative)),
    ):
        for sat, other in pairs_:
            print(f"   {name}: {other.story.what}: {sat.level.name}, then {other.level.name}")


Pair = tuple[Sat, Sat]


def lost(pairs: Iterable[Pair]) -> tuple[int, int]:
    """Red flags that now end below ``SAME_DAY``, of those that did not before."""
    danger = [other for sat, other in pairs if sat.story.danger and sat.level >= Level.SAME_DAY]
    return sum(other.level < Level.SAME_DAY for other in danger), len(danger)


def newly(sat: Sat, other: Sat) -> bool:
    """Whether rubbing is allowed that was not."""
    return bool(other.result["massage_allowed"]) and not sat.result["massage_allowed"]


def unlike(pairs: Iterable[Pair]) -> list[Pair]:
    """Those whose level is another."""
    return [pair for pair in pairs if pair[0].level is not pair[1].level]


def fell(pairs: Iterable[Pair]) -> list[Pair]:
    """Red flags that end below ``SAME_DAY`` and did not before."""
    return [pair for pair in pairs if pair[0].story.danger and pair[1].level < Level.SAME_DAY <= pair[0].level]


# --- beside others -------------------------------------------------------------------------------------------


def beside(told: Sequence[Sat], varied: Sequence[Sat]) -> None:
    """The published figures of symptom checkers, and ours in the same terms."""
    apps = published()
    pooled = figures(advice for listed in apps.values() for advice in listed)
    each = [figures(listed) for listed in apps.values()]
    ours, other = (figures((grouped(s.story.expected), grouped(s.level)) for s in sats) for sats in (told, varied))
    print(f"\n== beside {len(apps)} symptom checkers on 45 general vignettes (Schmieding 2022): ANOTHER SET OF CASES,")
    print("   one complaint here, all of medicine there; it places our figures and proves no advantage")
    head = f"{'figure, 95 % interval':30} {'as told':22} {'one other answer':22} {'all apps pooled':22}"
    print(f"{head} apps, least to best")
    for name, value in pooled.items():
        parts = sorted(one[name].hits / one[name].of for one in each if one[name].of)
        spread = f"{parts[0]:.0%}, median {statistics.median(parts):.0%}, {parts[-1]:.0%}"
        print(f"{name:30} {ours[name]!s:22} {other[name]!s:22} {value!s:22} {spread}")
