"""A handout read as a whole: for every line what was understood of it, or the question that it leaves."""

from collections.abc import Mapping

from msgspec.structs import replace

from stretchcoach.core.routine import Group, Stretch
from stretchcoach.handout import keywords
from stretchcoach.handout.another import another_inside, directs_besides, half_measured, overlooked, told_of_all
from stretchcoach.handout.answers import AS_NOTE, AS_READ, NOTE, answered, guessed, renamed, tells_of_others
from stretchcoach.handout.asides import asides
from stretchcoach.handout.case import Case
from stretchcoach.handout.certainty import doubt
from stretchcoach.handout.dose import Atom, DoseKind, measured
from stretchcoach.handout.doubts_of_measure import of_several, outside
from stretchcoach.handout.exercises import Block, Outline, leaves_the_list, outlined
from stretchcoach.handout.feet import Ends
from stretchcoach.handout.leading import asked_of, leaders
from stretchcoach.handout.lexicon import BODY, is_named, words
from stretchcoach.handout.lines import MEASURES, HandoutLine, Role, lined, name_before
from stretchcoach.handout.measures import UnclearError
from stretchcoach.handout.readings import Handout, Read, ReadStep, purpose_of, rested
from stretchcoach.handout.residue import residue
from stretchcoach.handout.rounds import Where, adjoins, how_many, placed
from stretchcoach.handout.segments import cut
from stretchcoach.handout.steps import (
    MOST_NAME,
    Made,
    called,
    exercise_name,
    rest,
    sided,
    step_of,
    takes_usual,
)  # fmt: skip
from stretchcoach.handout.unclear import not_understood
from stretchcoach.words import handout_doubts, handout_questions
from stretchcoach.words.wording import counted

MANY_PERIODS = 2
_LISTED = frozenset({Role.ITEM, Role.HEAD, Role.DOSE, Role.OFTEN})


def read(text: str, answers: Mapping[int, str] | None = None) -> Handout:
    """Read a handout; ``answers`` are those to earlier questions, by the number of the line."""
    return _Reader(lined(text), answers or {}).handout()


class _Reader:
    def __init__(self, lines: list[HandoutLine], answers: Mapping[int, str]) -> None:
        given = {number: renamed(answer) for number, answer in answers.items()}
        self._called = {number: name for number, (name, _) in given.items() if name}
        self._answers = {number: rest.strip().lower() for number, (_, rest) in given.items()}
        last = max((line.number for line in lines if line.role is not Role.BLANK), default=0)
        self._lines = [self._as_answered(line, line.number == last) for line in asides(lines)]
        self._reads: dict[int, Read] = {}
        self._steps: list[ReadStep] = []
        self._title = ""
        self._cut = cut(self._lines)
        self._outline = outlined(self._lines, self._apart(), self._cut)
        told = [atom for line in self._outline.usual for atom in told_of_all(line, self._answers)]
        self._usual = [atom for atom in told if not _of_each_exercise(atom)]
        self._outside = outside(self._outline)
        self._several = of_several(self._outline)
        self._ends = Ends(self._outline)
        self._leaders = leaders(self._outline.blocks)
        self._periods = sum(
            bool(keywords.PERIOD.match(block.opener.body.lower())) and block.kind == "heading"
            for block in self._outline.blocks
        )

    def handout(self) -> Handout:
        """Everything there is, line by line."""
        outline = self._outline
        group = 0
        leading: tuple[HandoutLine, int] | None = None
        for number, block in enumerate(outline.blocks, 1):
            if block.kind == "heading":
                self._grouped(leading, group)
                leading, group = None, len(self._steps)
                self._heading(block, last=number == len(outline.blocks))
            elif block.kind == "rounds":
                leading, group = self._rounds(block, leading, group)
            elif block.kind == "rest":
                self._rest(block, number)
            else:
                if leading and leaves_the_list(outline.blocks[number - 2], block):
                    self._grouped(leading, group)
                    leading, group = None, len(self._steps)
                self._exercise(block, number)
        self._grouped(leading, group)
        self._around(outline)
        kept = [self._reads[line.number] for line in self._lines if line.role is not Role.BLANK]
        notes = [line.body for line in outline.notes]
        often = [line.body for line in outline.often]
        steps = tuple(self._spread())
        return Handout(tuple(kept), steps, self._title, purpose_of(self._title), tuple(often), tuple(notes))

    def _as_answered(self, line: HandoutLine, last: bool) -> HandoutLine:
        """What an answer makes of a line: a note, or an exercise."""
        answer = self._answers.get(line.number, "")
        if line.role is not Role.BLANK and answer in AS_NOTE:
            return replace(line, role=Role.NOTE)
        if (half_measured(line) or (last and line.role is Role.HEAD)) and measured(answer)[0]:
            return replace(line, role=Role.ITEM)
        return line

    def _apart(self) -> frozenset[int]:
        """The lines that somebody has given a measure to, and that are no exercise by themselves."""
        plain = outlined(self._lines)
        inside = [line for block in plain.blocks if block.kind == "exercise" for line in (*block.lines, *block.notes)]
        others = [
            *plain.notes,
            *(line for block in plain.blocks for line in (*block.lines, *block.notes) if block.kind != "exercise"),
        ]
        return frozenset(
            line.number
            for line in (*inside, *others)
            if {atom.kind for atom in measured(self._answers.get(line.number, ""))[0]} & MEASURES
        )

    def _tell(self, line: HandoutLine, told: str, question: str = "", waits: int = 0, guess: str = "") -> None:
        self._reads[line.number] = Read(line.number, line.raw.strip(), line.role.value, told, question, waits, guess)

    def _heading(self, block: Block, last: bool) -> None:
        """``last``: nothing follows that it could head."""
        body = block.opener.body.rstrip(": ")
        period = self._periods >= MANY_PERIODS and keywords.PERIOD.match(body.lower())
        if period and not self._answers.get(block.opener.number):
            self._tell(block.opener, handout_questions.A_HEADING, handout_questions.ALL_ONE_ROUTINE)
        elif last or half_measured(block.opener) or self._stands_between(block.opener) or self._vanishes(block):
            guess = "heading" if self._vanishes(block) else ""
            self._tell(block.opener, "", handout_questions.HOW_MUCH, guess=guess)
        elif not self._title and not self._steps and len(body) <= MOST_NAME:
            self._title = body
            self._tell(block.opener, handout_questions.THE_TITLE)
        else:
            self._tell(block.opener, handout_questions.A_HEADING)
        for line in block.lines:
            odd = bool(line.atoms or line.strange) and not self._answers.get(line.number)
            self._tell(
                line,
                "" if odd else handout_questions.PART_OF_THE_HEADING,
                handout_questions.WHICH_EXERCISE if odd else "",
            )
        for line in block.notes:
            self._tell(line, handout_questions.A_NOTE)

    def _vanishes(self, block: Block) -> bool:
        """Whether a heading would be an exercise anywhere else, or with what is said of all."""
        told = bool(block.notes or block.lines) and bool(self._usual) and bool(BODY & set(words(block.opener.body)))
        return (is_named(block.opener.body) or told) and not self._answers.get(block.opener.number)

    def _stands_between(self, line: HandoutLine) -> bool:
        """Whether a few words stand right between exercises of one line each, as one of them would."""
        if line.mark == "head" or line.body.endswith(":") or keywords.WHOLE.search(line.body.lower()):
            return False
        beside = [each for each in self._lines if abs(each.number - line.number) == 1]
        return len(beside) == 2 and all(each.role in _LISTED or each.set_off for each in beside)

    def _exercise(self, block: Block, number: int) -> None:
        opener = block.opener
        name = exercise_name(block, number)
        leader = self._leaders.get(opener.number)
        usual = leader.atoms if leader else self._usual
        if block in self._leaders.values() and not self._answers.get(opener.number):
            self._tell(opener, handout_questions.HEADING_WITH_MEASURE)
            self._belong(block, name, 0)
            return
        settled = opener.number in self._cut.certain
        within = None if settled else another_inside(block, self._answers)
        if within and not self._answers.get(opener.number):
            self._divided(block, within, name)
            return
        said = self._said_of(block)
        sure = said in AS_READ or (bool(said) and said == guessed(block, name, usual).lower())
        question = told = ""
        try:
            made = self._made(block, name, said, sure, usual, settled)
            name = next((self._called[line.number] for line in block.all if line.number in self._called), name)
            case = Case(
                block, name, made.measure, self._outline, number - 1, self._outside, self._several, self._ends, settled
            )
            question = "" if said else asked_of(leader, name) if leader else doubt(case)
            told = "" if question else f"{name}: {made.told}{self._whence(block, said, leader)}"
            steps = (sided(called(step, made.name, name)) for step in made.steps)
            self._steps += [] if question else [ReadStep(opener.number, step) for step in steps]
        except UnclearError as unclear:
            question = str(unclear)
            if question == handout_questions.HOW_MUCH and DoseKind.OPEN in block.kinds:
                question = handout_questions.no_number(handout_questions.HOW_MUCH)
        self._tell(opener, told, question, guess=self._guess(self._ends.with_foot(block), name, question, usual))
        self._belong(block, name, opener.number if question else 0)

    def _whence(self, block: Block, said: str, leader: Block | None) -> str:
        """From which line a measure comes that an exercise has not got itself."""
        usual = [leader.opener] if leader else self._outline.usual
        lines = [] if said or not takes_usual(block) else usual
        return "".join(handout_questions.said_in(line.number) for line in lines[:1])

    def _guess(self, block: Block, name: str, question: str, usual: list[Atom]) -> str:
        """The answer that is offered to a question: as it was read, on each side where that is asked."""
        if question == handout_questions.EXERCISE_OR_NOT and tells_of_others(block):
            return NOTE
        if not block.measured and any(line.strange for line in block.all):
            return ""
        guess = guessed(block, name, usual) if question and not question.endswith(handout_questions.WHICH_ONE) else ""
        sides = guess and question.endswith(handout_doubts.EACH_SIDE) and "side" not in guess
        return f"{guess}, {handout_questions.EACH_SIDE}" if sides else guess

    def _said_of(self, block: Block) -> str:
        """The answer for an exercise; that a line is a part of it is none."""
        given = {line.number: self._answers.get(line.number, "") for line in block.all}
        own = given[block.opener.number]
        return own or next((said for said in given.values() if said and said not in AS_READ), "")

    def _made(self, block: Block, name: str, said: str, sure: bool, usual: list[Atom], settled: bool) -> Made:
        """The step of a block, as it was read where somebody is sure of that, else with what was answered."""
        if sure:
            try:
                return step_of(block, name, usual, (), None, sure=True)
            except UnclearError:
                pass
        answer = answered(said)
        return step_of(block, name, usual, answer.atoms, answer.held, settled=settled)

    def _divided(self, block: Block, within: HandoutLine, name: str) -> None:
        """An exercise in whose lines another may begin waits until that is known."""
        self._tell(block.opener, handout_doubts.as_far_as(name, within.number), waits=within.number)
        self._belong(block, name, within.number)
        self._tell(within, "", handout_doubts.part_or_own(name), guess=handout_doubts.PART_OF_IT)

    def _belong(self, block: Block, name: str, waits: int) -> None:
        for line in block.lines:
            part = handout_questions.how_much_of if line.role is Role.DOSE else handout_questions.an_instruction_of
            self._tell(line, part(name), waits=waits)
        for line in block.notes:
            self._tell(line, handout_questions.a_note_on(name), waits=waits)

    def _rest(self, block: Block, number: int) -> None:
        seconds = block.atoms[0].value
        above = self._outline.blocks[number - 2] if number > 1 else None
        after = above is not None and bool(self._steps) and self._steps[-1].line >= above.opener.number
        if not after and not self._answers.get(block.opener.number):
            self._tell(block.opener, "", handout_questions.WHICH_EXERCISE, guess=NOTE)
        elif 1 <= seconds <= 3600:
            self._steps.append(ReadStep(block.opener.number, rest(seconds)))
            self._tell(block.opener, handout_questions.a_rest_of(seconds))
        else:
            self._tell(block.opener, "", handout_questions.rest_not_right(seconds))

    def _rounds(
        self, block: Block, leading: tuple[HandoutLine, int] | None, group: int
    ) -> tuple[tuple[HandoutLine, int] | None, int]:
        """A number of rounds: for what stands above it if it says *repeat* or adjoins it, else for what follows."""
        line = block.opener
        answer = self._answers.get(line.number, "")
        question, rounds = how_many(block, bool(answer))
        where = placed(block, self._outline, answer)
        if question or rounds == 1:
            self._tell(line, "" if question else handout_questions.ONE_ROUND, question)
            return leading, group
        if where is Where.ABOVE and leading is None and len(self._steps) > group:
            self._group(line, rounds, group)
            return None, len(self._steps)
        if where is Where.EITHER or (where is Where.ABOVE and leading is None and adjoins(block, self._outline)):
            self._tell(line, "", handout_questions.WHICH_REPEATED, guess=handout_questions.THOSE_ABOVE)
            return leading, group
        self._grouped(leading, group)
        return (line, rounds), len(self._steps)

    def _grouped(self, leading: tuple[HandoutLine, int] | None, start: int) -> None:
        if leading:
            self._group(*leading, start)

    def _group(self, line: HandoutLine, rounds: int, start: int) -> None:
        """The steps from ``start`` on become a group; a group in it cannot be said."""
        inner = self._steps[start:]
        stretches = tuple(each.step for each in inner if isinstance(each.step, Stretch))
        if not stretches or len(stretches) < len(inner):
            self._tell(line, "", handout_questions.WHICH_REPEATED)
            return
        self._steps[start:] = [ReadStep(inner[0].line, Group(rounds, stretches))]
        self._tell(line, handout_questions.rounds_of(rounds, counted(len(stretches), "exercise")))

    def _around(self, outline: Outline) -> None:
        """The lines that belong to no exercise."""
        for line in (*outline.often, *outline.notes):
            often = line in outline.often
            lost = not often or any(each.note and each.kinds & MEASURES for each in line.sentences)
            asks = lost and overlooked(line) and not self._answers.get(line.number)
            told = "" if asks else handout_questions.HOW_OFTEN if often else handout_questions.A_NOTE
            self._tell(line, told, handout_questions.EXERCISE_OR_NOT if asks else "", guess=NOTE if asks else "")
        for line in outline.usual:
            unclear = next(
                (
                    left
                    for each in line.sentences
                    if each.measures and (left := residue(keywords.GLOBAL.sub("", each.left), True))
                ),
                "",
            )
            answered = bool(self._answers.get(line.number))
            if not answered and directs_besides(line):
                self._tell(line, "", handout_questions.EXERCISE_OR_NOT, guess=NOTE)
                continue
            if not answered and line.role is Role.ITEM and is_named(name_before(line.sentences[0])):
                self._tell(line, "", handout_doubts.ONE_OR_ALL)
                continue
            odd = "" if answered else unclear
            self._tell(
                line, "" if odd else handout_questions.FOR_EVERY_EXERCISE, not_understood(odd, line) if odd else ""
            )
        for line in outline.between:
            self._tell(line, handout_questions.A_REST_BETWEEN)
        for line in outline.homeless:
            self._tell(line, "", handout_questions.WHICH_EXERCISE)
        for line in self._lines:
            if line.role is Role.SKIPPED:
                self._tell(line, handout_questions.NO_WORDS)
            elif line.role is Role.JOINED:
                self._tell(line, handout_questions.GOES_ON)
            elif line.role is Role.LONG:
                self._tell(line, "", handout_questions.TOO_LONG_A_LINE)
            elif line.role is not Role.BLANK and line.number not in self._reads:
                self._tell(line, "", handout_questions.WHAT_IS_THIS)

    def _spread(self) -> list[ReadStep]:
        """The steps with the rests that are meant for all of them."""
        for line in self._outline.between:
            atom = next(atom for atom in line.atoms if atom.kind is DoseKind.REST)
            if not 1 <= atom.value <= 3600:
                self._tell(line, "", handout_questions.rest_not_right(atom.value))
            elif atom.note == "exercises":
                self._steps = [each for step in self._steps for each in (step, ReadStep(step.line, rest(atom.value)))][
                    :-1
                ]
            else:
                self._steps = [rested(step, atom.value) for step in self._steps]
        return self._steps


def _of_each_exercise(atom: Atom) -> bool:
    """What belongs to no single exercise: how often a day, and the *each* of ``10 reps each, all exercises``."""
    return atom.kind is DoseKind.OFTEN or (atom.kind is DoseKind.EACH and atom.note == "bare")
