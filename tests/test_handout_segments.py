"""Sheets cut into exercises as a whole: a regular one is read unasked, an irregular one never in silence."""

from collections.abc import Callable
from random import Random

import pytest
from test_handout_certainty import (
    INSTRUCTIONS,
    KNOWN,
    ODD,
    Meant,
    Paper,
    amount,
    fields,
    meant,
    paper,
    played,
    some,
    told,
    wrong,
)

from stretchcoach.handout import read

Layout = Callable[[Random, Meant, int], list[str]]


def headed(random: Random, it: Meant, number: int) -> list[str]:
    """A heading for each, its steps as bullets, the measure at the end."""
    return [f"## {it.name}", *(f"- {each}" for each in [*some(random, 1)[:1], " ".join(told(random, it))]), ""]


def numbered(random: Random, it: Meant, number: int) -> list[str]:
    """A numbered name, a paragraph below it."""
    return [f"{number}. {it.name}", " ".join([*some(random, 1)[:1], *told(random, it)]), ""]


def named(random: Random, it: Meant, number: int) -> list[str]:
    """A name alone, instructions and measure below it on lines of their own."""
    return [it.name, *some(random, 1)[:1], *told(random, it), ""]


def listed(random: Random, it: Meant, number: int) -> list[str]:
    """A bullet for each name, fields below it."""
    return [f"- {it.name}", f"Instructions: {random.choice(INSTRUCTIONS)}", *fields(it), "Muscles worked: calf"]


LAYOUTS: list[Layout] = [headed, numbered, named, listed]


def sheet(random: Random, layouts: list[Layout], odd: int = 1) -> Paper:
    """A sheet whose exercises have one of these forms each; some have names that nobody can know."""
    names = random.sample(KNOWN, 4) + random.sample(ODD, odd)
    random.shuffle(names)
    made = Paper([], [])
    for number in range(1, len(names) + 1):
        it = meant(random, names)
        made.meant.append(Meant(it.name, it.reps, it.hold, it.sets, it.each, len(made.lines) + 1))
        made.lines += random.choice(layouts)(random, it, number)
    return made


@pytest.mark.parametrize("layout", LAYOUTS, ids=[each.__name__ for each in LAYOUTS])
def test_a_regular_sheet_is_read_and_hardly_asked_about(layout: Layout) -> None:
    exercises = asked = 0
    for seed in range(30):
        made = sheet(Random(seed), [layout])
        assert not (lost := wrong(made)), (seed, lost, "\n".join(made.lines))
        exercises += len(made.meant)
        asked += len(read("\n".join(made.lines)).asked)
    assert asked <= 0.1 * exercises


def test_a_sheet_of_several_forms_is_never_read_wrongly_in_silence() -> None:
    for seed in range(60):
        made = sheet(Random(seed), LAYOUTS)
        assert not (lost := wrong(made)), (seed, lost, "\n".join(made.lines))


def test_shuffled_lines_are_never_lost() -> None:
    for seed in range(60):
        random = Random(seed)
        lines = (sheet(random, LAYOUTS) if seed % 2 else paper(random)).lines
        random.shuffle(lines)
        handout = read("\n".join(lines))
        told_of = {each.number for each in handout.reads}
        assert told_of == {number for number, line in enumerate(lines, 1) if line.strip()}
        assert all(each.told or each.question or each.waits for each in handout.reads)


@pytest.mark.parametrize(
    "text",
    [
        "Heel raises\nLift the heels. Repeat 9 times.\nKnee bends\nBridge\nPush the hips up. Repeat 8 times.",
        "Heel raises 9 reps\nMarch in place: Lift the knees.\nBridge 8 reps\nPush the hips up.",
        "1. Heel raises\nRepeat 9 times.\nStand on one leg. Lift the knee. Repeat 7 times.\n2. Bridge\nRepeat 8 times.",
        "Heel raises\nLift the heels.\nRepeat 9 times.\nLie on your back and bend the knees.",
        "## Stretches\n- Calf stretch\n- Quad stretch\n- Repeat 3 times.\n## Strength\n- Bridge\n- Repeat 9 times.",
        "1. Heel raises 9 reps\n2. Bridge\nPush the hips up. Hold for 8 seconds.\nHold for 20 seconds.",
    ],
    ids=["a name without a measure", "a name set off","two in a part", "one told behind", "sections", "two lengths"],
)  # fmt: skip
def test_a_sheet_with_a_part_that_may_be_two_is_asked_about(text: str) -> None:
    assert read(text).asked


def test_a_part_ends_at_a_heading_and_the_last_one_is_no_longer_than_the_others() -> None:
    text = "1. Heel raises\nLift the heels. Repeat 9 times.\n2. Bridge\nPush the hips up. Repeat 8 times.\n\n"
    handout = read(f"{text}Aftercare\nLeg swings - 12 reps")
    assert {step.name: amount(step, rounds) for _, step, rounds in played(handout)} == {
        "Heel raises": (9, 0, 1, False),
        "Bridge": (8, 0, 1, False),
        "Leg swings": (12, 0, 1, False),
    }
    assert [each.number for each in handout.asked] in ([], [6])


def test_an_exercise_told_beside_what_is_said_of_all_is_asked_about() -> None:
    text = (
        "Perform the following exercises twice a day. In a sitting position, stretch the arm out. "
        "With the other hand push the palm back. Hold the position for 30 seconds.\n"
        "Wrist curls\nRest the forearm on a table. Repeat 9 times."
    )
    assert 1 in {each.number for each in read(text).asked}
