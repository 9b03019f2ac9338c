"""What has changed between two Scenes, in lines: one an event, each readable by itself."""

from collections.abc import Iterator

from stretchcoach.core.messages import Asked, Kind, Outcome, Question, Scene
from stretchcoach.plain.typed import unmarked
from stretchcoach.words.plain_lines import (
    CARRYING_ON,
    EARS,
    IN_A_CRAMP,
    IN_A_ROUTINE,
    PAUSED,
    PHASES,
    SESSION_OVER,
    TO_TYPE,
    TYPE_AN_ANSWER,
    TYPE_NUMBERS,
    advice_is,
    answer_one_of,
    answer_with,
    coach_says,
    helps,
    holding_each,
    notice,
    played_a_part,
    position_is,
    question_is,
    set_is,
    so_many_times,
    sources_are,
    type_one_of,
)
from stretchcoach.words.routine import HOLD, careful
from stretchcoach.words.wording import counted, ended, headline, leg, number, sentence

EACH = 5
NAMED = (Kind.PREPARE, Kind.MOVE, Kind.WAIT)


def hint(scene: Scene) -> str:
    """What can be typed, for somebody who does it for the first time."""
    if scene.talk:
        return TYPE_AN_ANSWER
    words = IN_A_CRAMP if scene.relief else IN_A_ROUTINE
    return type_one_of(words)


def narrate(old: Scene, new: Scene) -> Iterator[str]:
    """The lines that lead from one Scene to the next."""
    if new.notice and new.notice != old.notice:
        text = " ".join(fresh(tuple(old.notice.split()), tuple(new.notice.split())))
        if text and text not in old.notice:
            yield notice(text)
    if new.microphone is not old.microphone:
        yield EARS[new.microphone]
    if new.paused is not old.paused:
        yield PAUSED if new.paused else CARRYING_ON
    if _place(new) != _place(old) and new.kind in PHASES:
        yield phase_line(new)
    if new.aside and new.aside != old.aside and not new.relief:
        yield careful(new.aside)
    spoken = fresh(old.captions, new.captions)
    outcome = new.outcome if new.outcome != old.outcome else None
    if outcome:
        yield level_line(outcome, spoken)
    yield from _spoken_lines(spoken, old, new)
    if outcome:
        yield from result_lines(outcome)
    if new.pose and (new.pose, new.side) != (old.pose, old.side) and not new.done:
        yield from position(new)
    if new.question and new.question != old.question:
        yield from question_lines(new.question, spoken)
    if new.done and not old.done:
        yield SESSION_OVER if new.relief else ended(new)


def _spoken_lines(spoken: tuple[str, ...], old: Scene, new: Scene) -> Iterator[str]:
    printed = old.question.text if old.question else None
    for line in spoken:
        if line != printed and not _counts_on(line, new) and not _printed_already(line, new):
            yield coach_says(TO_TYPE.get(line, line))


def position(scene: Scene) -> Iterator[str]:
    """What the figure would show, in a sentence."""
    from stretchcoach.figure.pose import poses

    if pose := poses().get(scene.pose):
        yield position_is(pose.describe(scene.side, sore=scene.relief))


def phase_line(scene: Scene) -> str:
    """``Hold, left leg, 30 seconds, set 1 of 2.``"""
    if scene.relief and scene.kind is Kind.OPEN:
        return sentence(scene.instruction)
    words = [PHASES[scene.kind]]
    if scene.kind in NAMED and scene.name:
        words[0] = scene.name if scene.relief and scene.kind is Kind.MOVE else f"{words[0]}: {scene.name}"
    words.append(leg(scene.side))
    if scene.reps and scene.kind is Kind.REPS:
        words.append(so_many_times(scene.reps))
        if scene.rep_hold:
            words.append(holding_each(counted(round(scene.rep_hold), "second")))
    elif scene.seconds:
        words.append(counted(round(scene.seconds), "second"))
    if scene.sets > 1 and scene.set:
        words.append(set_is(scene.set, scene.sets))
    if scene.steps and scene.kind is Kind.PREPARE:
        words.append(f"{'round' if scene.relief else 'stretch'} {scene.step} of {scene.steps}")
    return sentence(", ".join(filter(None, words)))


def question_lines(question: Question, spoken: tuple[str, ...] = ()) -> Iterator[str]:
    """A question and how to answer it; its text is left out if it has just been spoken."""
    if not any(question.text in line for line in spoken):
        yield question_is(question.text)
    yield from (f"{number}. {row.label}" for number, row in enumerate(question.rows, 1))
    if question.kind is Asked.LIST:
        yield TYPE_NUMBERS
        return
    *others, last = [f"{unmarked(choice).lower()} ({choice.key})" for choice in question.choices] or [""]
    yield answer_one_of(", ".join(others), last) if others else answer_with(last)


def level_line(outcome: Outcome, spoken: tuple[str, ...] = ()) -> str:
    """How urgent it is, and what to do first; that is left out where the coach says it in the next line."""
    line = "" if any(outcome.line in said for said in spoken) else f" {outcome.line}"
    return f"{headline(outcome)}.{line}"


def result_lines(outcome: Outcome) -> Iterator[str]:
    """What comes after whom to call: the reason, what to do until help is there, and what may have played a part."""
    for advice in outcome.advice:
        yield advice_is(advice)
    for cause in outcome.causes:
        yield played_a_part(cause.name, cause.why)
        yield from (helps(line) for line in cause.helps)
    keys = dict.fromkeys([*outcome.sources, *(key for cause in outcome.causes for key in cause.sources)])
    if outcome.causes:
        yield sources_are(", ".join(keys))


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
