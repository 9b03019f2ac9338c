"""From answers to facts: parts put together, what an answer implies, numbers as numbers; and what holds of them."""

from collections.abc import Iterable, Mapping

from stretchcoach.core.knowledge import (
    NO,
    NONE,
    NOT_SURE,
    UNKNOWN,
    YES,
    Answers,
    Condition,
    Item,
    Knowledge,
    Line,
    Value,
)

Facts = Mapping[str, Value]
"""By question, answered ones only: text, a number, or the set of options of a question with several."""


def facts(knowledge: Knowledge, answers: Answers) -> Facts:
    """What the answers say, and what they imply; an explicit answer beats an implied one."""
    known: dict[str, Value] = {}
    for key, value in answers.items():
        item = knowledge.by_key.get(key)
        if value != "" and item is not None:
            known[key] = _value(item, value)
    for key in {key.partition(".")[0] for key in answers if "." in key} - known.keys():
        if key in knowledge.by_key:
            whole = _whole(knowledge.by_key[key], answers)
            if whole is not None:
                known[key] = whole
    for item in reversed(knowledge.items):
        if item.implies and item.key in known:
            for answer, told in item.implies:
                if _is(known[item.key], answer):
                    for key, value in told:
                        known.setdefault(key, _value(knowledge.by_key[key], value))
    return known


def _value(item: Item, value: Value) -> Value:
    """Numbers that were chosen as text become numbers, and a single option of several a set."""
    if not isinstance(value, str) or value == NOT_SURE:
        return value
    if item.kind == "number":
        try:
            return float(value)
        except ValueError:
            return NOT_SURE
    if item.kind == "multi":
        return frozenset(() if value == NONE else (value,))
    return value


def _whole(item: Item, answers: Answers) -> Value | None:
    """The answer that the parts make; None while it cannot be told."""
    said = [answers.get(f"{item.key}.{part.name}", "") for part in item.parts]
    found = {option for part, one in zip(item.parts, said, strict=True) if one == YES for option in part.options}
    if found:
        return next(iter(found)) if len(found) == 1 and item.kind != "multi" else frozenset(found)
    if all(one == NO for one in said):
        return frozenset() if item.kind == "multi" else NO if item.kind == "yesno" else NONE
    return NOT_SURE if NOT_SURE in said else None


def holds(condition: Condition, known: Facts) -> bool:
    """Whether the answer is one of the condition's."""
    value = known.get(condition.key)
    return any(_is(value, wanted) for wanted in condition.values)


def _is(value: Value | None, wanted: str) -> bool:
    if wanted == UNKNOWN:
        return value is None or value == NOT_SURE
    if isinstance(value, float | int):
        return _compares(value, wanted)
    if isinstance(value, frozenset):
        return wanted in value or (wanted == NONE and not value) or (wanted == "any" and bool(value))
    return value == wanted


def _compares(number: float, wanted: str) -> bool:
    """``>10``, ``>=3``, ``<4``, ``<=10`` or a number alone."""
    sign = wanted.rstrip("0123456789.")
    if sign == wanted:
        return False
    limit = float(wanted[len(sign) :])
    if sign == ">":
        return number > limit
    if sign == ">=":
        return number >= limit
    if sign == "<":
        return number < limit
    return number <= limit if sign == "<=" else number == limit


def line_holds(line: Line, known: Facts) -> bool:
    """Whether any condition of the line does."""
    return any(holds(condition, known) for condition in line)


def all_hold(lines: Iterable[Line], known: Facts) -> bool:
    """Whether every line does."""
    return all(line_holds(line, known) for line in lines)
