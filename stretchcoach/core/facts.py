"""Turns answers into facts (parts merged, implications applied, numbers parsed) and evaluates conditions on them."""

from collections.abc import Iterable, Mapping

from stretchcoach.core.knowledge import (
    NO,
    NONE,
    NOT_SURE,
    UNASKED,
    UNKNOWN,
    YES,
    Answers,
    Condition,
    Item,
    Knowledge,
    Line,
    Part,
    Value,
)

Facts = Mapping[str, Value]
"""By question, answered ones only: text, a number, or the set of options of a question with several."""


def facts(knowledge: Knowledge, answers: Answers) -> Facts:
    """What the answers say, and what they imply; an explicit answer beats an implied one."""
    known: dict[str, Value] = {}
    for key, value in answers.items():
        item = knowledge.by_key.get(key)
        if value != "" and item is not None and item.kind != "list":
            known[key] = _value(item, value)
    _lists(knowledge, answers, known)
    for key in {key.partition(".")[0] for key in known if "." in key}:
        whole = _whole(knowledge.by_key[key], known)
        if whole is not None:
            known[key] = whole
    for item in reversed(knowledge.items):
        if item.implies and item.key in known:
            for answer, told in item.implies:
                if _is(known[item.key], answer):
                    for key, value in told:
                        known.setdefault(key, _value(knowledge.by_key[key], value))
    return known


def _lists(knowledge: Knowledge, answers: Answers, known: dict[str, Value]) -> None:
    """*None of these* says no to each row that has no answer of its own."""
    for key, value in answers.items():
        item = knowledge.by_key.get(key)
        if item is not None and item.kind == "list" and value == NONE:
            for mark in item.marks:
                known.setdefault(mark.key, _value(knowledge.by_key[mark.key], mark.calm))


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


def _whole(item: Item, known: Facts) -> Value | None:
    """The answer that the parts make, with what was said of the whole; None while it cannot be told.

    A *yes* in a part always counts, whatever the whole says; what one is not sure of is kept as ``?option``.
    """
    said = [(part, known.get(f"{item.key}.{part.name}", "")) for part in item.parts]
    found = {option for part, one in said if one == YES for option in part.options}
    told = known.get(item.key)
    if isinstance(told, frozenset):
        found |= told
    elif isinstance(told, str) and told not in (NO, NONE, NOT_SURE):
        found.add(told)
    unsure = {f"?{option}" for part, one in said if one == NOT_SURE for option in part.options if option not in found}
    if item.kind == "yesno":
        return YES if YES in found else NOT_SURE if unsure or told == NOT_SURE else _rest(item, said, told)
    if found or unsure:
        only = next(iter(found | unsure)) if len(found | unsure) == 1 else ""
        return only if only and item.kind == "choice" and not unsure else frozenset(found | unsure)
    return _rest(item, said, told)


def _rest(item: Item, said: list[tuple[Part, Value]], told: Value | None) -> Value | None:
    """What was said of the whole, or *no* where every part is."""
    if told is not None or not all(one == NO for _, one in said):
        return told
    return frozenset() if item.kind == "multi" else NO if item.kind == "yesno" else NONE


def holds(condition: Condition, known: Facts, doubt: bool = False) -> bool:
    """Whether the answer is one of the condition's; ``doubt``: *not sure* is taken for it."""
    value = known.get(condition.key)
    if value is None:
        return UNKNOWN in condition.values or UNASKED in condition.values
    if isinstance(value, str):
        unsure = value == NOT_SURE and (doubt or UNKNOWN in condition.values)
        return unsure or value in condition.values
    if doubt and isinstance(value, frozenset):
        maybe = {option[1:] for option in value if option.startswith("?")}
        if maybe & set(condition.values) or (maybe and "any" in condition.values):
            return True
    return any(_is(value, wanted) for wanted in condition.values)


def _is(value: Value, wanted: str) -> bool:
    if isinstance(value, float | int):
        return _compares(value, wanted)
    return _among(value, wanted) if isinstance(value, frozenset) else value == wanted


def _among(options: frozenset[str], wanted: str) -> bool:
    """``any``: one that is sure; ``none``: not even one that is not."""
    if wanted == NOT_SURE:
        return any(option.startswith("?") for option in options)
    if wanted == "any":
        return any(not option.startswith("?") for option in options)
    return wanted in options or (wanted == NONE and not options)


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


def line_holds(line: Line, known: Facts, doubt: bool = False) -> bool:
    """Whether any condition of the line does."""
    return any(holds(condition, known, doubt) for condition in line)


def all_hold(lines: Iterable[Line], known: Facts, doubt: bool = False) -> bool:
    """Whether every line does."""
    return all(line_holds(line, known, doubt) for line in lines)
