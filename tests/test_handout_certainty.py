"""Sheets of many forms, made of parts whose meaning is known: what is taken without a question is what was meant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from textwrap import wrap

import pytest

from stretchcoach.core.routine import Group, Sides, Stretch
from stretchcoach.handout import Handout, read, spread

KNOWN = [
    "Calf stretch", "Heel raises", "Bridge", "Side plank", "Wall squats", "Ankle circles", "Hamstring stretch",
    "Step-ups", "Knee bends", "Toe taps", "Clamshell", "Leg swings", "Quad stretch", "Hip rotations", "Tandem stand",
    "Straight leg raise",
]  # fmt: skip
ODD = ["The Heron", "Garden gate", "Number nine", "Rainbow", "Slow Tuesday", "Postman", "Kettle", "Harbour view"]
"""Names that nobody can know for an exercise."""
INSTRUCTIONS = [
    "Stand behind a chair and hold on to it.", "Sit tall with both feet on the floor.", "Lift the heel slowly.",
    "Lie on your back with your knees bent.", "Keep your back straight.", "Lower it again without a jerk.",
    "Bend the front knee until you feel a pull.", "Push through the heel.", "Breathe out as you lift.",
    "Place your hands on the wall.", "Slide the foot towards you.", "Look straight ahead.",
]  # fmt: skip
NOTES = [
    "Stop if the pain gets worse.", "You should feel it at the back of the leg.", "Do not hold your breath.",
    "If it is easy, go on to 3 sets of 20.", "Once you can do 25 of them, add a weight.", "Good shoes help.",
]  # fmt: skip
SECTIONS = [
    "Warm-up",
    "Strength exercises",
    "Stretches",
    "Balance training",
    "Part two",
    "Evening routine",
    "Tips",
    "Phase 2",
]
INTROS = [
    "These exercises help the ankle after a sprain.", "Your exercises", "Please do them twice a day.",
    "Ask your physiotherapist about anything that is not clear.", "Knee programme\n\nDo these daily.",
]  # fmt: skip
LABELS = ["Starting position", "Movement", "How to do it", "Why", "Set-up"]
FOR_ALL = [
    "Do {reps} repetitions of each exercise.",
    "Repeat each exercise {reps} times.",
    "{reps} reps each, all exercises.",
]


@dataclass(frozen=True)
class Meant:
    """What an exercise is: ``hold`` with ``reps`` is so many holds."""

    name: str
    reps: int
    hold: int
    sets: int
    each: bool
    line: int = 0


@dataclass
class Paper:
    """A sheet as it grows, and what is meant by it."""

    lines: list[str]
    meant: list[Meant]


def meant(random: Random, names: list[str]) -> Meant:
    hold = random.choice([0, 0, 3, 5, 15, 30])
    sets = random.choice([1, 1, 2, 3]) if not hold else 1
    return Meant(
        names.pop(),
        random.choice([1, 2, 3, 6, 8, 10, 12] if hold else [6, 8, 10, 12, 15]),
        hold,
        sets,
        random.random() < 0.3,
    )


def sides(random: Random, it: Meant) -> str:
    return random.choice([" each side", " on each leg", " per side", ", both sides"]) if it.each else ""


def short(random: Random, it: Meant) -> str:
    """``3 x 10 reps each leg``."""
    if it.hold and it.reps == 1:
        dose = random.choice([f"hold {it.hold} seconds", f"{it.hold} sec hold", f"hold for {it.hold} s"])
    elif it.hold:
        dose = random.choice(
            [
                f"{it.reps} x {it.hold} sec hold",
                f"hold {it.hold} s, {it.reps} times",
                f"hold {it.hold} seconds, {it.reps} reps",
            ]
        )
    elif it.sets > 1:
        dose = random.choice(
            [f"{it.sets} x {it.reps}", f"{it.sets} sets of {it.reps}", f"{it.sets} sets, {it.reps} reps"]
        )
    else:
        dose = random.choice([f"{it.reps} reps", f"x {it.reps}", f"{it.reps} times"])
    return dose + sides(random, it)


def told(random: Random, it: Meant) -> list[str]:
    """The dose in sentences."""
    said = [f"Hold for {it.hold} seconds."] if it.hold else []
    if not it.hold and it.sets > 1:
        said += [f"Do {it.sets} sets of {it.reps}."]
    elif it.reps > 1:
        said += [random.choice([f"Repeat {it.reps} times.", f"Do this {it.reps} times.", f"Repetitions: {it.reps}"])]
    return said + (
        [random.choice(["Repeat on the other side.", "Then change legs.", "Do the same on the other leg."])]
        if it.each
        else []
    )


def fields(it: Meant) -> list[str]:
    said = [f"Hold: {it.hold} seconds"] if it.hold else []
    said += [f"Sets: {it.sets}"] if it.sets > 1 else []
    return said + ([f"Repetitions: {it.reps}"] if it.reps > 1 else []) + (["Sides: both sides"] if it.each else [])


def some(random: Random, least: int = 0) -> list[str]:
    return random.sample(INSTRUCTIONS, random.randint(least, 3))


def _line(random: Random, it: Meant) -> list[str]:
    return [f"{random.choice([' - ', ': ', ', ', ' '])}{short(random, it)}"]


def _dose_first(random: Random, it: Meant) -> list[str]:
    return ["", short(random, it), *(f"- {each}" for each in some(random))]


def _paragraph(random: Random, it: Meant) -> list[str]:
    return [f": {' '.join([*some(random, 1), *told(random, it)])}"]


def _below(random: Random, it: Meant) -> list[str]:
    return ["", *some(random, 1), *told(random, it)]


def _bullets(random: Random, it: Meant) -> list[str]:
    return ["", *(f"- {each}" for each in [*some(random, 1), *told(random, it)])]


def _fields(random: Random, it: Meant) -> list[str]:
    said = fields(it)
    random.shuffle(said)
    return ["", f"Position: {random.choice(INSTRUCTIONS)}", f"Action: {random.choice(INSTRUCTIONS)}", *said]


def _labels(random: Random, it: Meant) -> list[str]:
    first, second = random.sample(LABELS, 2)
    return ["", first, *some(random, 1), second, *some(random, 1), " ".join(told(random, it))]


def _apart(random: Random, it: Meant) -> list[str]:
    return ["", "", *some(random, 1), "", *told(random, it)]


def _unnamed(random: Random, it: Meant) -> list[str]:
    return [" ".join([random.choice(INSTRUCTIONS), *some(random), *told(random, it)])]


Form = Callable[[Random, Meant], list[str]]
FORMS: list[Form] = [_line, _dose_first, _paragraph, _below, _bullets, _fields, _labels, _apart, _unnamed]


def exercise(random: Random, it: Meant, form: Form, mark: str) -> list[str]:
    first, *others = form(random, it)
    return [f"{mark}{'' if form is _unnamed else it.name}{first}", *others]


def paper(random: Random) -> Paper:
    """A sheet of one form, or a mixed one."""
    names = random.sample(KNOWN, 6) + random.sample(ODD, 2)
    random.shuffle(names)
    made = Paper([], [])
    if random.random() < 0.5:
        made.lines += [*random.choice(INTROS).split("\n"), *([""] * random.randint(0, 1))]
    forms = random.sample(FORMS, random.choice([1, 1, 1, 2, 3]))
    marks, blank = random.choice(["", "", "n", "-", "•"]), random.random() < 0.5
    for number in range(1, random.randint(3, 6)):
        if random.random() < 0.15:
            made.lines += [random.choice(SECTIONS), *([""] * random.randint(0, 1))]
        it = meant(random, names)
        mark = f"{number}. " if marks == "n" else f"{marks} ".lstrip()
        made.meant.append(Meant(it.name, it.reps, it.hold, it.sets, it.each, len(made.lines) + 1))
        made.lines += exercise(random, it, random.choice(forms), mark)
        if random.random() < 0.2:
            made.lines.append(random.choice(NOTES))
        made.lines += [""] * blank
    return made


def of_all(random: Random) -> Paper:
    """A list of names with one dose for all of them, above or below; some have one of their own."""
    names = random.sample(KNOWN, 6)
    reps = random.choice([8, 10, 12])
    said = random.choice(FOR_ALL).format(reps=reps)
    made = Paper([said] if random.random() < 0.5 else [], [])
    for number in range(1, random.randint(3, 6)):
        it = meant(random, names)
        own = random.random() < 0.3
        made.meant.append(
            Meant(it.name, it.reps, it.hold, it.sets, it.each, len(made.lines) + 1)
            if own else Meant(it.name, reps, 0, 1, False, len(made.lines) + 1)
        )  # fmt: skip
        made.lines.append(f"{number}. {it.name}" + (f" {short(random, it)}" if own else ""))
    made.lines += [] if said in made.lines else [said]
    return made


def table(random: Random) -> Paper:
    """A table with a head."""
    names = random.sample(KNOWN, 6)
    columns = random.sample(["Sets", "Reps", "Hold (sec)", "Notes"], 4)
    made = Paper([f"| Exercise | {' | '.join(columns)} |", "|---|---|---|---|---|"], [])
    for _ in range(random.randint(2, 5)):
        it = meant(random, names)
        cells = {"Sets": str(it.sets), "Reps": str(it.reps), "Hold (sec)": str(it.hold or "-"), "Notes": "slow"}
        made.meant.append(Meant(it.name, it.reps, it.hold, it.sets, False, len(made.lines) + 1))
        made.lines.append(f"| {it.name} | {' | '.join(cells[column] for column in columns)} |")
    return made


def run_together(random: Random) -> Paper:
    """Numbered exercises that a page has run together in one paragraph."""
    made = Paper([], [])
    names = random.sample(KNOWN, 6)
    for number in range(1, random.randint(4, 6)):
        it = meant(random, names)
        made.meant.append(Meant(it.name, it.reps, it.hold, it.sets, it.each, number))
        made.lines.append(f"{number}. {it.name}{_paragraph(random, it)[0].rstrip('.')}.")
    made.lines = spread(random.choice([" ", ""]).join(made.lines)).split("\n")
    return made


def wrapped(random: Random) -> Paper:
    """A sheet whose lines are broken where a page ends."""
    whole, width = paper(random), random.choice([46, 60, 72])
    starts = [1]
    made = Paper([], [])
    for line in whole.lines:
        made.lines += wrap(line, width, break_on_hyphens=False) or [""]
        starts.append(len(made.lines) + 1)
    made.meant += [replace(it, line=starts[it.line - 1]) for it in whole.meant]
    return made


def played(handout: Handout) -> Iterator[tuple[int, Stretch, int]]:
    for each in handout.steps:
        inner = each.step.stretches if isinstance(each.step, Group) else (each.step,)
        yield from ((each.line, one, each.step.repeat if isinstance(each.step, Group) else 1) for one in inner)


def amount(step: Stretch, rounds: int) -> tuple[int, float, int, bool]:
    """Repetitions or holds, seconds of each, sets, and whether on each side."""
    each = step.side is Sides.EACH
    if step.reps is None:
        return step.sets * rounds, step.hold or step.move or 0, 1, each
    if step.hold:
        return step.sets * rounds * step.reps, step.hold, 1, each
    return step.reps, 0, step.sets * rounds, each


def wrong(made: Paper) -> list[str]:
    """What was taken in silence and is not what was meant, or was dropped in silence."""
    handout = read("\n".join(made.lines))
    ends = [each.line for each in made.meant[1:]] + [len(made.lines) + 1]
    found: dict[int, int] = {}
    told: list[str] = []
    for line, step, rounds in played(handout):
        at = next((place for place, end in enumerate(ends) if made.meant[place].line <= line < end), None)
        if at is None or at in found:
            told.append(f"line {line}: {step.name} was meant by nothing")
            continue
        found[at] = line
        it = made.meant[at]
        held = it.reps * (it.sets if it.hold else 1), float(it.hold), 1 if it.hold else it.sets, it.each
        if amount(step, rounds) != held:
            told.append(f"line {line}: {step.name} {amount(step, rounds)} is {held}")
        unnamed = it.name not in made.lines[it.line - 1]
        if not unnamed and it.name.lower() not in step.name.lower():
            told.append(f"line {line}: {step.name} is {it.name}")
    asked = {each.number for each in handout.asked} | {each.number for each in handout.reads if each.waits}
    for place, it in enumerate(made.meant):
        if place not in found and not asked & set(range(it.line, ends[place])):
            told.append(f"line {it.line}: {it.name} was lost")
    return told


def unsettled(made: Paper) -> list[str]:
    """What is still asked, and offers an answer, once every offered answer was taken."""
    text, answers = "\n".join(made.lines), dict[int, str]()
    for _ in range(2 * len(made.lines)):
        if not (open_ := [each for each in read(text, answers).asked if each.guess and each.number not in answers]):
            break
        answers[open_[0].number] = open_[0].guess
    return [f"line {each.number}: {each.guess}" for each in read(text, answers).asked if each.number in answers]


@pytest.mark.parametrize(
    "kind",
    [paper, of_all, table, run_together, wrapped],
    ids=["paper", "of all", "table", "run together", "wrapped"],
)
def test_nothing_of_a_sheet_is_guessed_or_lost_in_silence(kind: Callable[[Random], Paper]) -> None:
    for seed in range(40):
        made = kind(Random(seed))
        assert not (told := wrong(made)), (seed, told, "\n".join(made.lines))


def test_the_answer_that_is_offered_settles_its_question() -> None:
    for seed in range(10):
        made = paper(Random(1000 + seed))
        assert not (told := unsettled(made)), (seed, told, "\n".join(made.lines))
