"""Answer sheets for tests: the calm answer to every question, and sheets of any answers at all."""

from hypothesis import strategies as st
from parts import KNOWN, REASSURING

from stretchcoach.core.knowledge import Item, Value

NUMBERS = {"age": 40.0, "duration_min": 3.0, "freq_week": 0.0, "drinks_week": 0.0, "cups_today": 6.0}
FINER = dict.fromkeys(("cold_since", "swelling_since", "numb_since", "colour_since", "weak_since"), "months_or_more")
CALM: dict[str, Value] = {
    **{item.key: "no" for item in KNOWN.items if item.kind == "yesno"},
    **{item.key: "none" for item in KNOWN.items if item.kind == "choice"},
    **{item.key: frozenset[str]() for item in KNOWN.items if item.kind == "multi"},
    **{item.key: NUMBERS.get(item.key, 0.0) for item in KNOWN.items if item.kind == "number"},
    **{key: value for key, value in REASSURING.items() if KNOWN.by_key[key].kind != "list"},
    **{mark.key: mark.calm for item in KNOWN.items for mark in item.marks if "." not in mark.key},
    "age": 40.0,
    "duration_min": 3.0,
    "leg_changed": "no",
    "injury": "none",
    **dict.fromkeys(("walk4_now", "tiptoe_now", "both_swell_explained", "colour_bruise", "scant_usual"), "yes"),
    **dict.fromkeys(("sugar_helped", "pains_usual", "effort_1_2_days"), "yes"),
    **FINER,
    "both_legs_how": "tired",
    "stretch_effect": "eases",
    "pregnancy": "no",
    "walk_pain": "no",
    "activity": "exercising",
    "exercise_24h": "harder",
    "warmed_up": "yes",
    "side": "left",
}
"""The answer that reassures most; of a finer question, the one that takes a flag back."""
SEEN = ("opening_flag", "returned")
"""Noted by the clock of a cramp, never asked."""
ASKED = [item.key for item in KNOWN.items if item.key not in SEEN and item.kind != "list"]


def answers(item: Item) -> "st.SearchStrategy[Value]":
    """Any answer to a question."""
    if item.kind == "number":
        return st.sampled_from([0.0, 3.0, 11.0, 17.0, 40.0, 66.0, "not_sure"])
    if item.kind == "multi":
        some = st.frozensets(st.sampled_from([option for option in item.options if option != "any"]), max_size=3)
        return some | st.just("not_sure")
    return st.sampled_from([*item.options, *(choice.value for choice in item.choices)])


SHEETS = st.fixed_dictionaries({}, optional={key: answers(KNOWN.by_key[key]) for key in ASKED})
"""Any answers at all, consistent or not."""
FEW = st.lists(st.sampled_from(ASKED), max_size=6, unique=True).flatmap(
    lambda keys: st.fixed_dictionaries({key: answers(KNOWN.by_key[key]) for key in keys})
)
"""A few answers, the rest of the sheet being calm."""
