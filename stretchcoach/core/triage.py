"""Questions and what the answers mean: two pure functions, ``next_item`` and ``judge``.

The questions are data (``knowledge/screen.toml``); the rules are the rows of the red-flag table, one line each,
and the highest level that any rule gives is the result.  "Not sure" to a question that could mean an emergency
counts as yes, and a question left open is never taken for an all-clear: rubbing is allowed only when the questions
about clot, injury and a cold foot have been answered "no" (BMC-MASS).  Sources are on the rules.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from stretchcoach.core.messages import Choice, Level, Outcome

YES, NO, NOT_SURE = "yes", "no", "not_sure"
YES_NO = (Choice(YES, "Yes", "y"), Choice(NO, "No", "n"), Choice(NOT_SURE, "Not sure", "u"))

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the screen."""

    key: str
    ask: str
    why: str = ""
    choices: tuple[Choice, ...] = YES_NO
    only_if: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Asked only if one of these answers was given; always, if empty."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpWords:
    """Whom to call and whom to see, in the words of the user's country."""

    emergency_number: str = "your local emergency number"
    same_day_service: str = "a doctor or an urgent care service"
    gp_word: str = "doctor"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the red-flag table."""

    id: str
    level: Level
    when: Callable[[Answers], bool]
    sources: tuple[str, ...]
    advice: str = ""


def _is(key: str, *values: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(key) in values


def _all(*conditions: Callable[[Answers], bool]) -> Callable[[Answers], bool]:
    return lambda answers: all(condition(answers) for condition in conditions)


def _not(condition: Callable[[Answers], bool]) -> Callable[[Answers], bool]:
    return lambda answers: not condition(answers)


def _any(*conditions: Callable[[Answers], bool]) -> Callable[[Answers], bool]:
    return lambda answers: any(condition(answers) for condition in conditions)


_HURT = _is("injury", "knock_fall", "pop_snap", NOT_SURE)
_LEG_CHANGED = _any(_is("leg_changed", YES), _is("leg_compared", YES))
_LEG_UNSURE = _all(_is("leg_changed", NOT_SURE), _not(_is("leg_compared", YES, NO)))
_SAME_LEGS = _all(_is("swelling", "none", "both_legs"), _is("hot_colour", NO))
_FOOT = _is("cold_numb", YES, NOT_SURE)
_FOOT_WELL = _all(_is("cold_pale", NO), _is("numb_weak", NO))
_NUMB = _is("numb_weak", YES, NOT_SURE)
_RUB = _all(
    _is("rf_chest", NO),
    _is("injury", "none"),
    _any(_is("leg_changed", NO), _is("leg_compared", NO)),
    _is("cold_numb", NO),
)
"""What must have been answered before any rubbing.  Source: BMC-MASS."""

RULES: tuple[Rule, ...] = (
    Rule("R1", Level.EMERGENCY, _is("rf_chest", YES, NOT_SURE), ("NHS-DVT", "HEY-VTE")),
    Rule("R2", Level.EMERGENCY, _is("rf_faint_confused", YES, NOT_SURE), ("NHS-HEAT", "RHABDO")),
    Rule("R9", Level.EMERGENCY, _is("deformity", YES, NOT_SURE), ("FRACT",)),
    Rule("R9", Level.EMERGENCY, _all(_HURT, _any(_is("cold_pale", YES), _is("numb_weak", YES))), ("FRACT",)),
    Rule(
        "R5",
        Level.EMERGENCY,
        _all(_is("cold_pale", YES, NOT_SURE), _any(_NUMB, _is("constant_pain", YES))),
        ("ALI",),
    ),
    Rule(
        "R6",
        Level.EMERGENCY,
        _all(
            _is("stretch_effect", "much_worse"), _is("tight_hard", YES, NOT_SURE), _is("constant_pain", YES, NOT_SURE)
        ),
        ("NHS-CS",),
    ),
    Rule("R11", Level.EMERGENCY, _is("urine", "cola"), ("RHABDO",)),
    Rule("R15", Level.EMERGENCY, _all(_is("urine", "hardly_any"), _is("keep_fluids", NO)), ("NHS-DEH",)),
    Rule("R12", Level.EMERGENCY, _is("cooled_30", YES, NOT_SURE), ("NHS-HEAT",)),
    Rule("R3", Level.SAME_DAY, _all(_LEG_CHANGED, _not(_SAME_LEGS)), ("NHS-DVT", "NG158", "NHS-CEL")),
    Rule("R3", Level.SAME_DAY, _all(_LEG_UNSURE, _is("clot_risk", "any", NOT_SURE)), ("NHS-DVT",)),
    Rule(
        "R3",
        Level.SAME_DAY,
        _all(_LEG_CHANGED, _is("constant_pain", YES, NOT_SURE), _is("clot_risk", "any", NOT_SURE)),
        ("NHS-DVT", "RCOG-VTE"),
    ),
    Rule("R5", Level.SAME_DAY, _all(_FOOT, _not(_FOOT_WELL)), ("ALI",)),
    Rule("R7", Level.SAME_DAY, _all(_is("injury", "pop_snap"), _is("can_tiptoe", NO, NOT_SURE)), ("ACH",)),
    Rule("R8", Level.SAME_DAY, _all(_HURT, _is("can_walk4", NO, NOT_SURE)), ("FRACT",)),
    Rule("R27", Level.SAME_DAY, _NUMB, ("MERCK",)),
    Rule("R15", Level.SAME_DAY, _any(_is("urine", "hardly_any"), _is("keep_fluids", NO, NOT_SURE)), ("NHS-DEH",)),
    Rule("R18", Level.SAME_DAY, _is("ill", "fever"), ("NHS-CEL",)),
    Rule("R21", Level.SAME_DAY, _is("lasted", "over_ten_minutes"), ("NHS-LC", "NIDIRECT")),
    Rule("R29", Level.SAME_DAY, _is("stretch_effect", "much_worse"), ("NHS-CS",)),
    Rule(
        "R30",
        Level.ROUTINE,
        _is("swelling", "both_legs"),
        ("NHS-OED",),
        "Both legs swollen is worth showing to a doctor soon.",
    ),
    Rule(
        "RETURN",
        Level.ROUTINE,
        _is("returned", "third_in_an_hour"),
        ("NHS-LC",),
        "It came three times within an hour; that is worth a visit.",
    ),
    Rule("INJURY", Level.ROUTINE, _HURT, ("ACH",), "Rest the leg and do not stretch it today; let it be looked at."),
    Rule(
        "R13",
        Level.SELF_CARE,
        _is("ill", "heat"),
        ("NHS-HEAT",),
        "Lie down in the cool, loosen clothes, wet the skin and drink in sips. "
        "Still ill after half an hour: call {emergency_number}.",
    ),
    Rule(
        "R15",
        Level.SELF_CARE,
        _is("ill", "vomiting"),
        ("NHS-DEH", "MERCK"),
        "Small sips, often. With pregnancy, diabetes, kidney or heart disease, or over sixty-five: "
        "ask for advice today.",
    ),
    Rule("DRINK", Level.SELF_CARE, _is("urine", "dark_yellow"), ("NHS-DEH",), "Dark pee: drink a little, to thirst."),
    Rule(
        "RECHECK",
        Level.SELF_CARE,
        _any(_LEG_UNSURE, _all(_LEG_CHANGED, _SAME_LEGS)),
        ("NHS-DVT",),
        "Look at both calves in an hour. If one is swollen, hot or a different colour, be seen today.",
    ),
)

LINES = {
    Level.EMERGENCY: "Stop stretching. This needs emergency help. Call {emergency_number} now, or have someone call. "
    "Do not drive yourself.",
    Level.SAME_DAY: "Stop stretching and don't rub that leg. Please be seen today: {same_day_service}. "
    "If you get chest pain or trouble breathing, call {emergency_number}.",
    Level.ROUTINE: "This isn't urgent, but please book a visit with your {gp_word} soon.",
    Level.SELF_CARE: "This sounds like an ordinary cramp. Here is what helps, and what to watch for.",
}
OPEN_LINE = "Some questions are still open, so leave rubbing out for now."
UNKNOWN = "I can't tell more while questions are open. Here is what helps, and what to watch for."
"""Said instead of the line of ``SELF_CARE`` where something was left open."""
WATCH = "If one leg swells, gets hot, or changes colour later, be seen that day."


def next_item(items: Sequence[Item], answers: Answers) -> Item | None:
    """The question to ask next; None when all is asked, or an answer already means emergency."""
    if any(rule.level is Level.EMERGENCY and rule.when(answers) for rule in RULES):
        return None
    return next((item for item in items if item.key not in answers and due(item, answers)), None)


def due(item: Item, answers: Answers) -> bool:
    """Whether this question is asked at all, after these answers."""
    return not item.only_if or any(answers.get(key) in values for key, values in item.only_if)


def judge(items: Sequence[Item], answers: Answers, words: HelpWords) -> Outcome:
    """What the answers mean: the highest level of all rules that hold, and what may be done."""
    fired = [rule for rule in RULES if rule.when(answers)]
    level = max((rule.level for rule in fired), default=Level.SELF_CARE)
    left_open = [item.key for item in items if due(item, answers) and not answers.get(item.key)]
    fill = {
        "emergency_number": words.emergency_number,
        "same_day_service": words.same_day_service,
        "gp_word": words.gp_word,
    }
    advice = [rule.advice.format(**fill) for rule in fired if rule.advice and level < Level.SAME_DAY]
    rub = level < Level.SAME_DAY and _RUB(answers)
    if left_open and not rub and level < Level.SAME_DAY:
        advice.append(OPEN_LINE)
    if level < Level.EMERGENCY:
        advice.append(WATCH)
    return Outcome(
        level,
        tuple(dict.fromkeys(rule.id for rule in fired)),
        (UNKNOWN if left_open and level is Level.SELF_CARE else LINES[level]).format(**fill),
        tuple(dict.fromkeys(advice)),
        stretch_allowed=level < Level.SAME_DAY and not _HURT(answers),
        massage_allowed=rub,
        sources=tuple(dict.fromkeys(key for rule in fired for key in rule.sources)),
    )
