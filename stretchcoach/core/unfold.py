"""Routine to Plan: sides, sets and groups become bouts, each led in by a preparation, a rest or a change of side."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from stretchcoach.core.cues import Bout, placed_cues
from stretchcoach.core.messages import Kind, Side, Sound
from stretchcoach.core.plan import CueLevel, Plan, Step, Style
from stretchcoach.core.routine import Group, Routine, Sides, Stretch, Until
from stretchcoach.words import routine as words
from stretchcoach.words.routine import NOT_TODAY
from stretchcoach.words.wording import about, count, duration, join, leg, listed, number

LEAD_IN = 5.0
"""Seconds before the first stretch."""
SETUP = 3.0
"""Seconds of set-up where the routine names none."""
SIDE_CHANGE = 5.0
LEADS = (Kind.TALK, Kind.PREPARE, Kind.SWITCH, Kind.REST)


def build(routine: Routine, style: Style) -> Plan:
    """Unfold ``routine``; same arguments, same plan."""
    steps = _unfolded(routine, style)
    return Plan(routine, style, (*_finished(steps, style),))


def plan_seconds(routine: Routine, style: Style) -> float:
    """What ``build(routine, style).seconds`` is, in a tenth of the time: no cue is placed for it."""
    return sum(step.estimate(style.rate) for step in _unfolded(routine, style))


def _unfolded(routine: Routine, style: Style) -> list[Step]:
    """The steps without their cues; the first tells what is coming."""
    unfolder = _Unfolder(style, style.explain and routine.purpose != "relief")
    unfolder.opening(routine)
    for entry in routine.steps:
        if isinstance(entry, Group):
            unfolder.group(entry)
        else:
            unfolder.stretch(entry)
    first, *others = unfolder.steps
    if first.kind is not Kind.TALK or not first.intro:
        return unfolder.steps

    def told(length: str) -> list[Step]:
        intro = join(routine.title, words.about_length(length), _props(routine), _not_today(routine))
        return [replace(first, intro=intro), *others]

    length = sum(step.estimate(style.rate) for step in told(words.SO_MANY_MINUTES))
    return told(about(length))


class _Turn(Struct, frozen=True):
    """One bout of a stretch: which side, which set."""

    side: Side
    set: int


class _Unfolder:
    def __init__(self, style: Style, explain: bool) -> None:
        self.style = style
        self._between = style.pace * style.between
        self._explain = explain
        self.steps: list[Step] = []
        self._stretches = 0
        self._units = 0
        self._seen: set[str] = set()
        self._round = self._rounds = 0
        self._round_told = True

    def opening(self, routine: Routine) -> None:
        """Step 0: what is coming, and when to leave it for today."""
        self._add(routine.title, Bout(Kind.TALK, seconds=0.0), self._spoken(routine.title), routine.title)

    def group(self, group: Group) -> None:
        self._rounds = group.repeat if group.repeat > 1 else 0
        for round_ in range(group.repeat):
            if round_ and group.rest:
                rest = Bout(Kind.REST, seconds=group.rest * self._between)
                self._add(words.REST, rest, self._spoken(words.REST_SAID), words.REST_SAID)
            self._round, self._round_told = (round_ + 1, False) if self._rounds else (0, True)
            for stretch in group.stretches:
                self.stretch(stretch)
        self._round, self._rounds, self._round_told = 0, 0, True

    def stretch(self, stretch: Stretch) -> None:
        if stretch.after_screen or (stretch.optional and not self.style.optional):
            return
        self._stretches += 1
        known = stretch.name in self._seen
        self._seen.add(stretch.name)
        before: _Turn | None = None
        for turn in _turns(stretch, self.style):
            if before is None or turn.side is not before.side:
                self._units += 1
            if stretch.until is Until.READY:
                self._wait(stretch, turn, self._first_intro(stretch, turn, known))
            else:
                self._lead(stretch, turn, before, known)
                self._work(stretch, turn)
            before = turn

    def _wait(self, stretch: Stretch, turn: _Turn, intro: str) -> None:
        bout = Bout(Kind.WAIT, turn.side)
        self._add(stretch.name, bout, intro, stretch.say, stretch)

    def _lead(self, stretch: Stretch, turn: _Turn, before: _Turn | None, known: bool) -> None:
        if before is None:
            usual = SETUP if self._units > 1 else LEAD_IN
            seconds = usual if stretch.setup is None else stretch.setup
            bout, intro = (
                Bout(Kind.PREPARE, turn.side, seconds * self._between),
                self._first_intro(stretch, turn, known),
            )
        elif turn.side is not before.side:
            bout = Bout(Kind.SWITCH, turn.side, SIDE_CHANGE * self._between)
            intro = self._spoken(
                words.now_the(leg(turn.side)), _which(stretch, turn), talk=stretch.short or stretch.say
            )
        elif stretch.rest:
            reminder = stretch.short or stretch.say
            bout = Bout(Kind.REST, turn.side, stretch.rest * self._between, reminder=reminder)
            intro = self._spoken(words.REST_FIRST, talk=words.then(_which(stretch, turn)))
        else:
            bout, intro = Bout(Kind.PREPARE, turn.side, SETUP * self._between), self._spoken(_which(stretch, turn))
        bout = replace(bout, set=turn.set, sets=stretch.sets, last_sound=Sound.GO)
        self._add(stretch.name, bout, intro, stretch.say, stretch)

    def _work(self, stretch: Stretch, turn: _Turn) -> None:
        pace = self.style.pace
        kind, seconds, tempo = Kind.OPEN, None, 0.0
        held = 0.0
        if stretch.reps is not None:
            kind, held = Kind.REPS, (stretch.hold or 0.0) * pace
            tempo = stretch.tempo * pace + held
            seconds = tempo * stretch.reps
        elif stretch.hold is not None:
            kind, seconds = Kind.HOLD, stretch.hold * pace
        elif stretch.move is not None:
            kind, seconds = Kind.MOVE, stretch.move * pace
        own = tuple(replace(cue, at=cue.at * pace) if cue.at >= 0 else cue for cue in stretch.cues)
        bout = Bout(
            kind,
            turn.side,
            seconds,
            turn.set,
            stretch.sets,
            stretch.reps or 0,
            tempo,
            held,
            own,
            number=len(self.steps),
        )
        self._add(stretch.name, bout, "", stretch.say, stretch)

    def _first_intro(self, stretch: Stretch, turn: _Turn, known: bool) -> str:
        talk = stretch.say
        if known:
            talk = stretch.short or stretch.say
        elif self.style.cues is CueLevel.FULL:
            talk = join(stretch.say, stretch.how if self._explain else "", _dose(stretch, self.style.pace))
        return self._spoken(self._which_round(), stretch.name, leg(turn.side), talk=talk)

    def _which_round(self) -> str:
        """Said before the first stretch of a round."""
        told, self._round_told = self._round_told, True
        if told:
            return ""
        last = self._round == self._rounds
        return words.LAST_ROUND if last else words.round_of(number(self._round), number(self._rounds))

    def _spoken(self, *names: str, talk: str = "") -> str:
        """``names`` are said from level ``NAMES`` on, ``talk`` above it."""
        if self.style.cues is CueLevel.BEEPS:
            return ""
        return join(*names) if self.style.cues is CueLevel.NAMES else join(*names, talk)

    def _add(self, name: str, bout: Bout, intro: str, instruction: str, stretch: Stretch | None = None) -> None:
        self.steps.append(
            Step(
                len(self.steps),
                name,
                bout,
                intro,
                instruction=instruction,
                pose=stretch.pose if stretch else "",
                how=stretch.how if stretch else "",
                care=stretch.care if stretch else "",
                stretch=self._stretches,
                round=self._round,
                rounds=self._rounds,
                unit=self._units,
                limit=stretch.wait if stretch and bout.kind is Kind.WAIT else None,
            )
        )


def _props(routine: Routine) -> str:
    if not routine.props:
        return ""
    return words.youll_need(listed([*map(_article, routine.props)]))


def _article(thing: str) -> str:
    """``a wall``, ``an elastic band``, ``weights``."""
    if thing.endswith("s") or thing.startswith(("a ", "an ", "the ", "some ")):
        return thing
    return f"{'an' if thing[0].lower() in 'aeiou' else 'a'} {thing}"


def _not_today(routine: Routine) -> str:
    return NOT_TODAY if routine.purpose in ("warm-up", "cool-down") else ""


def _turns(stretch: Stretch, style: Style) -> Iterator[_Turn]:
    other = Side.RIGHT if style.first is Side.LEFT else Side.LEFT
    sides = {
        Sides.LEFT: (Side.LEFT,),
        Sides.RIGHT: (Side.RIGHT,),
        Sides.EACH: (style.first, other),
        Sides.ALTERNATE: (style.first, other),
        Sides.CRAMPING: (style.sore,),
    }.get(stretch.side, (Side.NONE,))
    sets = range(1, stretch.sets + 1)
    if stretch.side is Sides.ALTERNATE:
        return (_Turn(side, number_) for number_ in sets for side in sides)
    return (_Turn(side, number_) for side in sides for number_ in sets)


def _which(stretch: Stretch, turn: _Turn) -> str:
    if stretch.sets == 1:
        return ""
    if turn.set == stretch.sets:
        return words.LAST_SET
    return words.set_of(number(turn.set), number(stretch.sets))


def _dose(stretch: Stretch, pace: float) -> str:
    sets = f"{count(stretch.sets, 'set')} of " if stretch.sets > 1 else ""
    if stretch.reps is not None:
        times = f"{number(stretch.reps)} times" if stretch.reps > 1 else "once"
        each = " on each side" if stretch.side in (Sides.EACH, Sides.ALTERNATE) else ""
        held = f", holding for {duration(stretch.hold * pace)} each time" if stretch.hold is not None else ""
        return f"{sets}{number(stretch.reps)}{each}{held}" if sets else f"{times}{each}{held}"
    length = stretch.hold if stretch.hold is not None else stretch.move
    return "" if length is None else f"{sets}{duration(length * pace)}"


def _finished(steps: list[Step], style: Style) -> Iterator[Step]:
    """The same steps knowing what follows them, with their cues placed."""
    for step, follower, after in zip(steps, [*steps[1:], None], _done_after(steps), strict=True):
        bout = step.bout
        if after is None:
            name = "" if bout.kind in LEADS else words.THE_END
        elif after.stretch != step.stretch:
            name = after.name
        elif after.bout.side is not bout.side:
            name = leg(after.bout.side).capitalize()
        else:
            name = words.set_number(number(after.bout.set)) if after.bout.sets > 1 else after.name
        new = after is not None and after.stretch != step.stretch and step.kind not in LEADS
        bout = replace(bout, next=name, announce=new, last_sound=_last_sound(bout, follower))
        yield replace(step, bout=bout, cues=placed_cues(bout, style.cues.value, style.encourage))


def _done_after(steps: list[Step]) -> list[Step | None]:
    """For each step the next one in which something is done."""
    found: list[Step | None] = []
    after: Step | None = None
    for step in reversed(steps):
        found.append(after)
        after = after if step.kind in LEADS else step
    return found[::-1]


def _last_sound(bout: Bout, follower: Step | None) -> Sound:
    if bout.kind in LEADS:
        return Sound.GO
    if follower is None:
        return Sound.DONE
    return Sound.SWITCH if follower.kind is Kind.SWITCH else Sound.END
