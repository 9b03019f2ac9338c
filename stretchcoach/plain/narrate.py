"""What has changed between two Scenes, in lines: one an event, each readable by itself."""

from collections.abc import Iterator

from stretchcoach.core.messages import Asked, Kind, MicState, Outcome, Question, Scene
from stretchcoach.core.wording import counted, ended, headline, leg, number, sentence
from stretchcoach.plain.typed import unmarked
from stretchcoach.words.cramp import ALWAYS, CHECK_FIRST, WORDS
from stretchcoach.words.first_lines import SAFETY
from stretchcoach.words.routine import HOLD, SLEPT

PHASES = {
    Kind.PREPARE: "Get ready",
    Kind.HOLD: "Hold",
    Kind.MOVE: "Move",
    Kind.REPS: "Repetitions",
    Kind.REST: "Rest",
    Kind.SWITCH: "Change sides",
    Kind.WAIT: "Waiting until you are ready",
    Kind.OPEN: "Hold until it eases",
}
EARS = {
    MicState.OFF: "The microphone is off.",
    MicState.STARTING: "Turning the microphone on.",
    MicState.LISTENING: "The microphone is open: you can speak your answers.",
    MicState.TROUBLE: "The microphone isn't working. You can still type.",
}
TO_TYPE = {
    SAFETY: SAFETY.replace("Press X", "Type x and Enter"),
    CHECK_FIRST: "Gone, same or worse? Type g, s or w, and Enter.",
    WORDS: "Type g for gone, s same, w worse, and Enter.",
    ALWAYS: "Type x and Enter at any point to end it.",
    SLEPT: "We were interrupted, so I've paused. Type resume and Enter to pick up from here.",
}
"""Lines that name a key, as they are true where a line is typed."""
EACH = 5
NAMED = (Kind.PREPARE, Kind.MOVE, Kind.WAIT)


def hint(scene: Scene) -> str:
    """What can be typed, for somebody who does it for the first time."""
    if scene.talk:
        return (
            "Type an answer, or back, skip, why, tomorrow or stop, and Enter. "
            "If you type nothing, the question stays unanswered."
        )
    words = "gone, same, worse, stop or help" if scene.relief else "pause, next, back, stop or help"
    return f"Type {words}, and Enter. Typing nothing is fine too."


def narrate(old: Scene, new: Scene) -> Iterator[str]:
    """The lines that lead from one Scene to the next."""
    if new.notice and new.notice != old.notice:
        text = " ".join(fresh(tuple(old.notice.split()), tuple(new.notice.split())))
        if text and text not in old.notice:
            yield f"Notice: {text}"
    if new.microphone is not old.microphone:
        yield EARS[new.microphone]
    if new.paused is not old.paused:
        yield "Paused. Type resume and Enter to carry on." if new.paused else "Carrying on."
    if _place(new) != _place(old) and new.kind in PHASES:
        yield phase_line(new)
    if new.aside and new.aside != old.aside and not new.relief:
        yield f"Careful: {new.aside}"
    spoken = fresh(old.captions, new.captions)
    if new.outcome and new.outcome != old.outcome:
        yield from result_lines(new.outcome, spoken)
    printed = old.question.text if old.question else None
    for line in spoken:
        if line != printed and not _counts_on(line, new) and not _printed_already(line, new):
            yield f"Coach: {TO_TYPE.get(line, line)}"
    if new.pose and (new.pose, new.side) != (old.pose, old.side) and not new.done:
        yield from position(new)
    if new.question and new.question != old.question:
        yield from question_lines(new.question, spoken)
    if new.done and not old.done:
        yield "The session is over." if new.relief else ended(new)


def position(scene: Scene) -> Iterator[str]:
    """What the figure would show, in a sentence."""
    from stretchcoach.figure.pose import poses

    if pose := poses().get(scene.pose):
        yield f"Position: {pose.describe(scene.side, sore=scene.relief)}"


def phase_line(scene: Scene) -> str:
    """``Hold, left leg, 30 seconds, set 1 of 2.``"""
    if scene.relief and scene.kind is Kind.OPEN:
        return sentence(scene.instruction)
    words = [PHASES[scene.kind]]
    if scene.kind in NAMED and scene.name:
        words[0] += f": {scene.name}"
    words.append(leg(scene.side))
    if scene.reps and scene.kind is Kind.REPS:
        words.append(f"{scene.reps} times")
        if scene.rep_hold:
            words.append(f"holding {counted(round(scene.rep_hold), 'second')} each time")
    elif scene.seconds:
        words.append(counted(round(scene.seconds), "second"))
    if scene.sets > 1 and scene.set:
        words.append(f"set {scene.set} of {scene.sets}")
    if scene.steps and scene.kind is Kind.PREPARE:
        words.append(f"{'round' if scene.relief else 'stretch'} {scene.step} of {scene.steps}")
    return sentence(", ".join(filter(None, words)))


def question_lines(question: Question, spoken: tuple[str, ...] = ()) -> Iterator[str]:
    """A question and how to answer it; its text is left out if it has just been spoken."""
    if not any(question.text in line for line in spoken):
        yield f"Question: {question.text}"
    yield from (f"{number}. {row.label}" for number, row in enumerate(question.rows, 1))
    if question.kind is Asked.LIST:
        yield "Type the number of each that is so, such as 1 3. Put ? after one you're not sure of. 0: none of these."
        return
    *others, last = [f"{unmarked(choice).lower()} ({choice.key})" for choice in question.choices] or [""]
    yield f"Answer {', '.join(others)} or {last}." if others else f"Answer {last}."


def result_lines(outcome: Outcome, spoken: tuple[str, ...] = ()) -> Iterator[str]:
    """The outcome, its level first."""
    line = "" if any(outcome.line in said for said in spoken) else f" {outcome.line}"
    yield f"{headline(outcome)}.{line}"
    for advice in outcome.advice:
        yield f"Advice: {advice}"
    for cause in outcome.causes:
        yield f"May have played a part: {cause.name}. {cause.why}"
        yield from (f"Helps: {line}" for line in cause.helps)
    keys = dict.fromkeys([*outcome.sources, *(key for cause in outcome.causes for key in cause.sources)])
    if outcome.causes:
        yield f"Sources: {', '.join(keys)}."


def fresh(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The captions that were added to ``old``, of which only the last few are kept."""
    for kept in range(min(len(old), len(new)), 0, -1):
        if old[-kept:] == new[:kept]:
            return new[kept:]
    return new


def _printed_already(line: str, scene: Scene) -> bool:
    """The rows of a list, read out, and advice: both stand in lines of their own."""
    rows = {row.label for row in scene.question.rows} if scene.question else set()
    advice = scene.outcome.advice if scene.outcome else ()
    return line in advice or (bool(rows) and set(line.rstrip(".").split("; ")) <= rows)


_COUNTED = {sentence(number(value)): value for value in range(1, 100)}


def _counts_on(line: str, scene: Scene) -> bool:
    """A repetition that is counted aloud, of which each fifth is printed, or the hold in it, which is told before."""
    return scene.kind is Kind.REPS and (line == HOLD or bool(_COUNTED.get(line, 0) % EACH))


def _place(scene: Scene) -> tuple[object, ...]:
    return scene.kind, scene.name, scene.side, scene.step, scene.set
