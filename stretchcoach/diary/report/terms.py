"""What is known about questions, answers and rules, as the report and the export need it."""

import functools
import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from stretchcoach.core.knowledge import Item
from stretchcoach.core.messages import Choice
from stretchcoach.diary.entries import ACTIVITIES, PLACES, POSTURES, RELIEVERS, SIDES, WOKE, Episode, Said
from stretchcoach.diary.report.phrasing import spaced
from stretchcoach.library.source_list import KNOWLEDGE
from stretchcoach.words.report_lines import (
    DID_IT_WAKE_YOU,
    DOING,
    IN_WHICH_POSITION,
    PAIN_AFTERWARDS,
    PAIN_AT_WORST,
    SLEEP_DISTURBED,
    WHAT_RELIEVED_IT,
    WHERE,
    WHICH_LEG,
)

FIELDS = {
    "side": (WHICH_LEG, SIDES),
    "place": (WHERE, PLACES),
    "severity": (PAIN_AT_WORST, ()),
    "pain_after": (PAIN_AFTERWARDS, ()),
    "sleep": (SLEEP_DISTURBED, ()),
    "woke": (DID_IT_WAKE_YOU, WOKE),
    "doing": (DOING, ACTIVITIES),
    "posture": (IN_WHICH_POSITION, POSTURES),
    "relieved_by": (WHAT_RELIEVED_IT, RELIEVERS),
}
"""Parts of an entry that are answers too, with their questions."""


class Words(Struct, frozen=True):
    """Short words for the page that a doctor reads."""

    safety: Mapping[str, str]
    reassuring: Mapping[str, list[str]]
    triggers: Mapping[str, str]
    relief: Mapping[str, str]
    profile: Mapping[str, Any]

    def safety_of(self, key: str) -> str:
        """A safety question as a thing."""
        whole, _, part = key.partition(".")
        return self.safety.get(whole, spaced(whole)) + (f" ({spaced(part)})" if part else "")

    def answer(self, value: Said) -> str:
        """An answer in words."""
        if isinstance(value, list):
            return ", ".join(map(self.answer, value)) or "none"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if value is None or value == "":
            return "left open"
        if isinstance(value, float | int):
            return f"{value:g}"
        return str(self.profile["answers"].get(value, spaced(value)))


@functools.cache
def report_words() -> Words:
    """The words, read from ``knowledge/report.toml``."""
    return Words(**tomllib.loads((KNOWLEDGE / "report.toml").read_text(encoding="utf-8")))


@functools.cache
def codes() -> Mapping[str, Mapping[str, str]]:
    """Codes of terminologies; none, where their file was left out."""
    file = KNOWLEDGE / "codes.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


@functools.cache
def questions() -> Mapping[str, Item]:
    """Every question that the program asks, by its key, those of the entry itself among them."""
    from stretchcoach import library

    own = {
        key: Item(key, ask, kind="choice" if options else "number", options=options, choices=labels(options))
        for key, (ask, options) in FIELDS.items()
    }
    return {**library.knowledge().by_key, **own}


def labels(options: tuple[str, ...]) -> tuple[Choice, ...]:
    """Options as choices."""
    return tuple(Choice(each, spaced(each), "") for each in options)


ALWAYS = ("rf_chest", "rf_faint_confused", "one_sided", "swelling", "hot_colour", "cold_pale", "urine")
"""Of the signs that are asked after every cramp, those that a doctor wants to see denied."""


def always_asked() -> tuple[str, ...]:
    """The same, as far as the knowledge has them."""
    from stretchcoach import library

    return tuple(key for key in ALWAYS if key in library.knowledge().by_key)


@functools.cache
def rule_sources() -> Mapping[str, tuple[str, ...]]:
    """The sources of every rule that gives a level."""
    from stretchcoach import library

    found: dict[str, tuple[str, ...]] = {}
    for flag in library.knowledge().flags:
        found[flag.id] = tuple(dict.fromkeys((*found.get(flag.id, ()), *flag.sources)))
    return found


def answers_said(episode: Episode) -> dict[str, Said]:
    """All that was said of a cramp, by question; the entry's own parts among it where they are known."""
    own = {key: value for key in FIELDS if (value := getattr(episode, key)) is not None}
    return {**own, **episode.answers}
