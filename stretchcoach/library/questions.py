"""What the coach knows, read from ``knowledge/questions.toml``, ``flags.toml`` and ``causes.toml``."""

import functools
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
import tomli

from stretchcoach.core.knowledge import (
    LIST,
    YES_NO,
    Cause,
    Condition,
    Flag,
    Item,
    Knowledge,
    Line,
    Part,
    Sign,
    Value,
    Weight,
)
from stretchcoach.core.messages import Choice, Level
from stretchcoach.library.source_list import KNOWLEDGE

Answered = dict[str, tuple[str, ...]]
"""A line as the files have it: keys, and the answers for which each holds."""
Told = dict[str, dict[str, str | tuple[str, ...]]]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Some = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class ContentEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry carries."""

    sources: Some
    reviewed: Day


class PartEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a question as the file has it."""

    name: str
    ask: str
    options: Some


class SignEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of a list as the file has it."""

    key: str
    label: str
    value: str = "yes"
    calm: str = "no"
    short: bool = False


class QuestionEntry(ContentEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question as the file has it."""

    key: str
    ask: str
    why: str
    kind: Literal["yesno", "choice", "number", "multi", "list"] = "yesno"
    topic: Literal["safety", "profile", "cause", "diary"] = "safety"
    options: tuple[str, ...] = ()
    choices: dict[str, str] = {}
    parts: tuple[PartEntry, ...] = ()
    marks: Annotated[tuple[SignEntry, ...], msgspec.Meta(max_length=9)] = ()
    also: tuple[str, ...] = ()
    said: str = ""
    only_if: Answered = {}
    told_by: tuple[str, ...] = ()
    implies: Told = {}


class FlagEntry(ContentEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A flag as the file has it."""

    id: str
    level: Literal["EMERGENCY", "SAME_DAY", "ROUTINE", "SELF_CARE"]
    when: Annotated[tuple[Answered, ...], msgspec.Meta(min_length=1)]
    unless: tuple[Answered, ...] = ()
    or_unless: tuple[Answered, ...] = ()
    aid: str = ""
    advice: str = ""
    bars_stretch: bool = False
    bars_massage: bool = False
    sure: bool = False
    ends_session: bool = True


class PointsEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an answer adds, as the file has it."""

    points: int
    when: tuple[Answered, ...]


class CauseEntry(ContentEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A cause as the file has it."""

    id: str
    name: str
    evidence: Literal["A", "B", "C"]
    why: str
    helps: Some
    moves: tuple[str, ...] = ()
    never: Some
    points: Annotated[tuple[PointsEntry, ...], msgspec.Meta(min_length=1)]
    routine: str = ""
    claims: tuple[str, ...] = ()


class QuestionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``questions.toml``."""

    screen: Some
    interview: Some
    question: list[QuestionEntry]


class FlagFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``flags.toml``."""

    rub: Annotated[tuple[Answered, ...], msgspec.Meta(min_length=1)]
    flag: list[FlagEntry]


class CauseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``causes.toml``."""

    cause: list[CauseEntry]


@functools.cache
def knowledge() -> Knowledge:
    """Questions, flags and causes."""
    asked = msgspec.convert(_raw("questions"), QuestionFile)
    flags = msgspec.convert(_raw("flags"), FlagFile)
    causes = msgspec.convert(_raw("causes"), CauseFile)
    return Knowledge(
        tuple(map(_item, asked.question)),
        tuple(map(_flag, flags.flag)),
        tuple(map(_cause, causes.cause)),
        asked.screen,
        asked.interview,
        _lines(flags.rub),
    )


def _raw(name: str) -> dict[str, Any]:
    """What a file of ours says; ``tomli`` is compiled, and takes a third of the time of ``tomllib``."""
    return tomli.loads((KNOWLEDGE / f"{name}.toml").read_text(encoding="utf-8"))


def _line(entry: Mapping[str, tuple[str, ...]]) -> Line:
    return tuple(Condition(key, values) for key, values in entry.items())


def _lines(entries: tuple[Mapping[str, tuple[str, ...]], ...]) -> tuple[Line, ...]:
    return tuple(map(_line, entries))


def _item(entry: QuestionEntry) -> Item:
    choices = tuple(_choice(value, label) for value, label in entry.choices.items())
    choices = choices or (LIST if entry.kind == "list" else YES_NO)
    values = tuple(choice.value for choice in choices if choice.value != "not_sure")
    return Item(
        entry.key,
        entry.ask,
        entry.why,
        entry.kind,
        entry.options or values,
        choices,
        _line(entry.only_if),
        entry.told_by,
        tuple(
            (answer, tuple((key, _value(told)) for key, told in tells.items()))
            for answer, tells in entry.implies.items()
        ),
        tuple(Part(part.name, part.ask, part.options) for part in entry.parts),
        tuple(Sign(mark.key, mark.label, mark.value, mark.calm, mark.short) for mark in entry.marks),
        entry.also,
        entry.said,
        entry.topic,
        entry.sources,
        entry.reviewed,
    )


def _value(told: str | tuple[str, ...]) -> Value:
    return told if isinstance(told, str) else frozenset(told)


def _choice(value: str, label: str) -> Choice:
    marked = re.search(r"\[(.)\]", label)
    return Choice(value, label.replace("[", "").replace("]", ""), marked[1].lower() if marked else label[0].lower())


def _flag(entry: FlagEntry) -> Flag:
    return Flag(
        entry.id,
        Level[entry.level],
        _lines(entry.when),
        tuple(_lines(way) for way in (entry.unless, entry.or_unless) if way),
        entry.aid,
        entry.advice,
        entry.bars_stretch,
        entry.bars_massage,
        entry.sure,
        entry.ends_session,
        entry.sources,
        entry.reviewed,
    )


def _cause(entry: CauseEntry) -> Cause:
    return Cause(
        entry.id,
        entry.name,
        entry.evidence,
        tuple(Weight(_lines(points.when), points.points) for points in entry.points),
        entry.why,
        entry.helps,
        entry.moves,
        entry.routine,
        entry.never,
        entry.claims,
        entry.sources,
        entry.reviewed,
    )
