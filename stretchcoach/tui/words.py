"""The words on the screens that are not the coach's own: pure functions of the Scene."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil

from stretchcoach.core.messages import Command, Kind, Level, Outcome, Question, Scene
from stretchcoach.program.cut_short import CutShort
from stretchcoach.words import screens, wording
from stretchcoach.words.wording import clock, counted

SHAPES = {Level.EMERGENCY: "■", Level.SAME_DAY: "▲", Level.ROUTINE: "●", Level.SELF_CARE: "○"}
LEVELS: dict[Level, tuple[str, str]] = {level: (shape, wording.LEVELS[level]) for level, shape in SHAPES.items()}
"""A shape and a name for each level: told apart without colour."""
ASKING = (("s", "Save", True), ("d", "Discard", True), ("g", "Go on", True))
"""The keys for that."""
KEYS = {
    "space": "space", "enter": "enter", "escape": "esc", "plus": "+", "equals_sign": "=", "minus": "-",
    "comma": ",", "full_stop": ".", "question_mark": "?", "slash": "/", "ctrl+s": "ctrl+s",
    "ctrl+c": "^c", "exclamation_mark": "!", "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
SENTENCE = 20
"""Letters of a part of a line that still tells something where its end is missing."""
LOW = 24
"""Rows of a screen; on a lower one nothing is told in a row of its own while a question is open."""
HIGH = 38
"""Rows of a screen from which on things are set apart, and buttons are taller."""
LIMIT = 600.0
"""Seconds after which a cramp that goes on needs help today."""


def key_cap(name: str) -> str:
    """A key as it is printed on the keyboard."""
    return KEYS.get(name, name.upper() if name.startswith("f") and name[1:].isdigit() else name)


def result_headline(outcome: Outcome) -> tuple[str, str]:
    """The shape and the words that stand above a result; an open question never reassures."""
    return ("◇", wording.UNFINISHED) if wording.unfinished(outcome) else LEVELS[outcome.level]


def how_long(scene: Scene) -> str:
    """How long the cramp has lasted; from the tenth minute on what to do about it."""
    if scene.clock >= LIMIT and Command.GONE in scene.allowed:
        return screens.get_help(clock(scene.clock))
    gone = not scene.done and Command.GONE not in scene.allowed
    return screens.lasted(clock(scene.clock)) if gone or scene.done else clock(scene.clock)


def figure(scene: Scene) -> str:
    """The large figure: the seconds, or the repetition; what to press, where the step waits for that."""
    if scene.kind is Kind.WAIT and not scene.paused:
        return screens.READY
    if scene.up is not None:
        return "" if scene.relief else _figure(int(scene.up))
    if scene.kind in (Kind.TALK, Kind.ASK, Kind.DONE):
        return ""
    if scene.kind is Kind.REPS and scene.rep:
        return str(scene.rep)  # as the voice counts
    if scene.left is not None:
        return _figure(ceil(scene.left))
    return _figure(ceil(scene.seconds)) if scene.seconds else ""


def _figure(seconds: int) -> str:
    return str(max(0, seconds)) if seconds < 60 else clock(seconds)


def phase(scene: Scene) -> str:
    """What is going on, in a word or two."""
    if scene.paused:
        return screens.PAUSED
    if scene.relief:
        return scene.name
    if scene.rep_hold_left is not None:
        return screens.hold_left(ceil(scene.rep_hold_left))
    return screens.PHASES[scene.kind]


def turn_counts(scene: Scene) -> str:
    """Round, set and repetition, where there is more than one."""
    parts = [screens.round_of(scene.round, scene.rounds)] if scene.rounds > 1 else []
    parts += [screens.set_of(scene.set, scene.sets)] if scene.sets > 1 else []
    if scene.rep:
        parts.append(screens.repetition_of(scene.rep, scene.reps) if scene.reps else screens.repetition(scene.rep))
    elif scene.reps:
        parts.append(screens.repetitions(scene.reps))
    if scene.rep_hold and scene.reps:
        parts.append(screens.hold_each(ceil(scene.rep_hold)))
    return " · ".join(parts)


def upcoming(scene: Scene) -> str:
    """What comes next; what one is getting ready for stands above already."""
    told = scene.kind is Kind.PREPARE and scene.step
    return screens.coming_next(scene.next) if scene.next and not told else ""


def lasts(scene: Scene) -> str:
    """How long this step lasts."""
    if scene.up is not None:
        return "" if scene.relief else screens.AS_LONG_AS_YOU_NEED
    if scene.kind in (Kind.TALK, Kind.ASK, Kind.DONE):
        return ""
    return counted(ceil(scene.seconds), "second") if scene.seconds else ""


def rounds(scene: Scene) -> str:
    """The round of a cramp."""
    return screens.cramp_round(scene.step, scene.steps) if scene.steps else ""


def steps(scene: Scene) -> str:
    """Which stretch of how many."""
    return screens.step_of(scene.step, scene.steps) if scene.steps and scene.step else ""


def question_number(question: Question) -> str:
    """The how manieth question is open."""
    return screens.of_about(question.number, question.about) if question.number and question.about else ""


def progress_bar(fraction: float, width: int) -> str:
    """A line of which the first part is heavy: readable without colour."""
    full = round(max(0.0, min(1.0, fraction)) * width)
    return "━" * full + "─" * (width - full)


def shortened(text: str, width: int) -> str:
    """As much of ``text`` as fits, in whole words, with a sign that there is more."""
    if len(text) <= width or width < 2:
        return text
    kept = text[: width - 1]
    if text[width - 1] != " ":
        kept = kept.rpartition(" ")[0] or kept
    return kept.rstrip(" ·,") + "…"


def in_parts(parts: Sequence[str], width: int) -> str:
    """The parts, as many as fit; one that has no room is left out whole, unless it is long enough to be a sentence."""
    text = " · ".join(parts)
    if len(text) <= width:
        return text
    many = next(many for many in range(len(parts), -1, -1) if len(" · ".join(parts[:many])) < width or not many)
    whole = " · ".join(parts[:many])
    if not many or len(parts[many]) >= SENTENCE:
        return shortened(text, width)
    return f"{whole}…"


def offered(found: CutShort, now: datetime) -> str:
    """What was cut short, and the keys for it, in one line."""
    when = datetime.fromisoformat(found.when)
    day = "today" if when.date() == now.date() else f"{when:%a} {when.day} {when:%b}"
    keys = "g to carry on, e to end it" if found.job else "e to end it"
    return f"{found.name}, cut short {day} {when:%H:%M}: {keys}."
