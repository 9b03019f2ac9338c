"""A handout as a routine file: every step with the line it comes from, and what is still open as a remark."""

import json
import re
from collections.abc import Iterable, Iterator

from stretchcoach.core.routine import Group, Sides, Stretch
from stretchcoach.core.visible import visible
from stretchcoach.handout.readings import Handout, Read, purpose_of
from stretchcoach.words import handout_questions
from stretchcoach.words.wording import join

MOST_TEXT, MOST_NAME = 600, 80
_PLAIN = Stretch("", "")


def text_of(handout: Handout, title: str, position: str = "") -> str:
    """The routine file; without a single step there is none, and it is empty."""
    if not handout.steps:
        return ""
    lines = [handout_questions.MADE_OF_A_SHEET, *([handout_questions.ASK_MARKS] if handout.asked else []), "format = 1"]
    lines += [
        _pair("title", _clean(title)[:MOST_NAME].strip() or handout_questions.MY_EXERCISES),
        _pair("purpose", handout.purpose),
    ]
    if position:
        lines.append(_pair("position", position))
    lines += _about(handout)
    return "\n".join([*lines, *_steps(handout), ""])


def text_of_steps(
    title: str, steps: Iterable[Stretch | Group], source: str, position: str = "", remarks: Iterable[str] = ()
) -> str:
    """The routine file of steps that come from another program; the remarks stand above them."""
    lines = [*(f"# {_clean(remark)}" for remark in remarks), "format = 1"]
    lines.append(_pair("title", _clean(title)[:MOST_NAME].strip() or handout_questions.MY_EXERCISES))
    lines += [_pair("purpose", purpose_of(title)), *([_pair("evidence", _clean(source))] if source else [])]
    lines += [_pair("position", position)] if position else []
    for step in steps:
        lines += ["", *_entry(step)]
    return "\n".join([*lines, ""])


def _about(handout: Handout) -> Iterator[str]:
    often = join(
        handout_questions.FROM_A_SHEET,
        *(handout_questions.how_often_line(_clean(text)) for text in dict.fromkeys(handout.often)),
    )
    yield _pair("evidence", _cut(often))
    if notes := [_cut(note) for note in map(_clean, handout.notes) if re.search(r"[^\W_]", note)]:
        yield "cautions = ["
        yield from (f"  {_quoted(note)}," for note in notes)
        yield "]"


def _steps(handout: Handout) -> Iterator[str]:
    """The steps in order, with the open lines where they stand."""
    steps = list(handout.steps)
    reads = {read.number: read for read in handout.reads}
    told: set[int] = set()
    for read in handout.reads:
        if read.question:
            yield ""
            yield from _open(read, handout.reads)
        while steps and steps[0].line <= read.number:
            first = steps.pop(0)
            yield ""
            if first.line not in told and first.line in reads:
                yield f"# {first.line}: {_clean(reads[first.line].text)}"
            told.add(first.line)
            yield from _entry(first.step)
    for left in steps:
        yield ""
        yield from _entry(left.step)


def _open(read: Read, reads: Iterable[Read]) -> Iterator[str]:
    yield f"# ASK {read.number}: {_clean(read.text)}"
    yield f"#   {_clean(read.question)}"
    yield from (f"# {each.number}: {_clean(each.text)}" for each in reads if each.waits == read.number)


def _entry(step: Stretch | Group) -> Iterator[str]:
    yield "[[steps]]"
    if isinstance(step, Stretch):
        yield from _stretch(step)
        return
    if step.name:
        yield _pair("group", _clean(step.name)[:MOST_NAME].strip() or handout_questions.GROUP)
    if step.repeat > 1 or not step.name or step.again:
        yield f"repeat = {step.repeat}"
    if step.rest:
        yield f"rest = {step.rest:g}"
    if step.again:
        return
    for stretch in step.stretches:
        yield ""
        yield "[[steps.stretches]]"
        yield from _stretch(stretch)


def _stretch(stretch: Stretch) -> Iterator[str]:
    yield _pair("name", _clean(stretch.name)[:MOST_NAME].strip() or handout_questions.EXERCISE)
    yield _pair("say", _cut(_clean(stretch.say)) or handout_questions.GO_ON)
    for key in ("short", "how", "caution"):
        if text := _cut(_clean(getattr(stretch, key))):
            yield _pair(key, text)
    if stretch.side is not Sides.NONE:
        yield _pair("side", stretch.side.value)
    for key in ("hold", "move", "reps", "tempo", "sets", "rest", "setup"):
        value = getattr(stretch, key)
        if value is not None and value != getattr(_PLAIN, key):
            yield f"{key} = {round(value, 3):.10g}"
    if stretch.until is not None:
        yield _pair("until", stretch.until.value)
        yield f"wait = {stretch.wait:g}"


def _pair(key: str, text: str) -> str:
    return f"{key} = {_quoted(text)}"


def _quoted(text: str) -> str:
    """A basic string of TOML: those of JSON are, once what cannot be seen is gone."""
    return json.dumps(text, ensure_ascii=False)


def _clean(text: str) -> str:
    """One line without a letter that cannot be seen."""
    return re.sub(r"\s+", " ", visible(re.sub(r"\s+", " ", text)).replace("\ufffd", "")).strip()


def _cut(text: str) -> str:
    return text if len(text) <= MOST_TEXT else f"{text[: MOST_TEXT - 1].rstrip()}…"


def name_for_file(words: Iterable[str]) -> str:
    """A name that a file can have, of the first of these that has a letter in it."""
    for text in words:
        plain = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:40].strip("_")
        if plain:
            return plain
    return "handout"
