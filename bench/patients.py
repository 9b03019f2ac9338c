"""Patients from stories, and the product's own talk with them.

A patient answers what ``ask --answers - --json`` names as the very next question, until none is left.  The answers come
from the story; a question that the story knows nothing of is answered as somebody without that sign would.
"""

import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from stretchcoach.cli.sessions import app
from stretchcoach.core.messages import Level

Said = dict[str, str]
NOT_SURE = "not_sure"
NUMBERS = ("freq_week", "drinks_week", "cups_today", "preg_weeks", "duration_min", "age", "age_years")
ENOUGH = 90
"""No talk may ask more."""
PLAYED_DOWN: Mapping[tuple[str, str], str] = {
    ("rf_chest", "yes"): NOT_SURE,
    ("rf_faint_confused", "yes"): NOT_SURE,
    ("near_faint", "yes"): NOT_SURE,
    ("constant_pain", "yes"): NOT_SURE,
    ("pain_stays_now", "yes"): NOT_SURE,
    ("numb_weak", "yes"): NOT_SURE,
    ("stretch_effect", "much_worse"): "same",
    ("urine", "cola"): "dark_yellow",
    ("urine", "hardly_any"): NOT_SURE,
    ("vomit_diarrhoea", "heavy"): "some",
    ("vomit_much", "yes"): "no",
    ("both_legs_how", "no_strength"): "tired",
    ("both_legs_how", "no_feeling"): "tired",
    ("weak_since", "hours_days"): "weeks",
    ("other_signs", "yes"): NOT_SURE,
}
"""What a relative says who was there and does not want to make a fuss."""


@dataclass(frozen=True, slots=True)
class Story:
    """A patient, and what should come of it."""

    id: str
    expected: Level
    accepted: frozenset[Level]
    causes: tuple[str, ...]
    rub: bool | None
    stretch: bool | None
    answers: Said = field(hash=False)
    what: str = ""

    @property
    def danger(self) -> bool:
        """Whether a clinician must see this person today at the latest."""
        return min(self.expected, *self.accepted) >= Level.SAME_DAY


@dataclass(frozen=True, slots=True)
class Sat:
    """One talk sat to its end."""

    story: Story
    result: Mapping[str, Any]
    asked: tuple[str, ...]
    """The keys, in the order of the talk; a list to tick counts once, by its own key."""
    answered: Said
    unknown: tuple[str, ...]
    """The questions that the story knows nothing of."""

    @property
    def level(self) -> Level:
        """What the person was told."""
        return Level[self.result["level"]]

    @property
    def causes(self) -> list[str]:
        """What may have played a part, likeliest first."""
        return [cause["id"] for cause in self.result["causes"]]


def read(file: Path) -> tuple[list[Story], list[Story]]:
    """The stories as told, and each with one other honest answer."""
    data = json.loads(file.read_text(encoding="utf-8"))
    told = {raw["id"]: _story(raw, data["well"]) for raw in data["stories"]}
    raws = {raw["id"]: raw for raw in data["stories"]}
    others = [
        _story(raws[one["id"]] | one, data["well"] | {}, one["change"], one["what"])
        for one in data["variants"]
        if one.get("tellable", True)
    ]
    return list(told.values()), others


def _story(raw: Mapping[str, Any], well: Said, change: Said | None = None, what: str = "") -> Story:
    return Story(
        raw["id"],
        Level[raw["expected_level"]],
        frozenset(Level[name] for name in raw["acceptable_levels"]),
        tuple(raw.get("expected_cause_ids", ())),
        raw.get("massage_should_be_allowed"),
        raw.get("stretch_should_be_allowed"),
        well | raw["answers"] | (change or {}),
        what or raw["id"],
    )


def sit(stories: Sequence[Story], before: Sequence[Said] | None = None) -> list[Sat]:
    """The talk with each of them, all in step.  ``before``: what each has told of their own accord."""
    given: list[Said] = [dict(one) for one in before] if before else [{} for _ in stories]
    asked: list[list[str]] = [[] for _ in stories]
    unknown: list[list[str]] = [[] for _ in stories]
    ended: dict[int, Mapping[str, Any]] = {}
    while left := [number for number in range(len(stories)) if number not in ended]:
        for number, result in zip(left, judge([given[one] for one in left]), strict=True):
            following = result["next_question"]
            if not following or len(asked[number]) == ENOUGH:
                ended[number] = result
                continue
            asked[number].append(following)
            for key, choices in _items(result):
                given[number][key], known = _reply(stories[number], key, choices)
                unknown[number] += [] if known else [key]
    return [
        Sat(story, ended[number], tuple(asked[number]), given[number], tuple(unknown[number]))
        for number, story in enumerate(stories)
    ]


def _items(result: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """What the next question wants to know: itself, or each line of a list to tick."""
    question = result.get("next") or {"key": result["next_question"]}
    for item in question.get("items") or [question]:
        yield item["key"], [str(choice) for choice in item.get("choices") or ()]


def _reply(story: Story, key: str, choices: Sequence[str]) -> tuple[str, bool]:
    """What this patient says, and whether the story knew."""
    answer = story.answers.get(key)
    if answer is not None and (not choices or key in NUMBERS or answer in (*choices, NOT_SURE)):
        return answer, True
    return next((one for one in ("no", "none") if not choices or one in choices), NOT_SURE), False


def judge(sheets: Sequence[Said]) -> list[Mapping[str, Any]]:
    """What ``ask --answers - --json`` says of each."""
    with tempfile.TemporaryDirectory() as home:
        ran = CliRunner(env={"STRETCHCOACH_HOME": home}).invoke(
            app, ["ask", "--answers", "-", "--json"], input=json.dumps([_sheet(one) for one in sheets])
        )
    if ran.exit_code:
        raise SystemExit(f"ask failed: {ran.stderr[:2000] or ran.exception!r}")
    results: list[Mapping[str, Any]] = json.loads(ran.stdout)
    return results


def _sheet(said: Said) -> dict[str, str | float]:
    return {
        key: float(value) if key in NUMBERS and value.replace(".", "", 1).isdigit() else value
        for key, value in said.items()
    }


# --- the same patients, otherwise ----------------------------------------------------------------------------


def otherwise(story: Story, what: str, change: Mapping[str, str]) -> Story:
    """The same person with other answers."""
    return Story(
        story.id,
        story.expected,
        story.accepted,
        story.causes,
        story.rub,
        story.stretch,
        story.answers | dict(change),
        f"{story.id} {what}",
    )


def unsure_once(told: Sequence[Sat]) -> list[tuple[Sat, Story]]:
    """Each answer that was given in a talk, one at a time, as "not sure"."""
    return [
        (sat, otherwise(sat.story, f"{key} not sure", {key: NOT_SURE}))
        for sat in told
        for key, value in sat.answered.items()
        if value != NOT_SURE
    ]


def unsure(sat: Sat) -> Story:
    """Somebody who is sure of nothing but who they are."""
    kept = ("age", "pregnancy", "preg_weeks")
    keys = {*sat.story.answers, *sat.answered}
    return otherwise(sat.story, "all not sure", {key: NOT_SURE for key in keys if key not in kept})


def played_down(story: Story) -> Story:
    """As a relative tells it."""
    change = {key: PLAYED_DOWN[key, value] for key, value in story.answers.items() if (key, value) in PLAYED_DOWN}
    return otherwise(story, "played down", change)


def told_before(sat: Sat, seed: int) -> Said:
    """Half of what the talk asked, told of one's own accord and in another order."""
    dice = random.Random(f"{sat.story.what} {seed}")
    keys = sorted(sat.answered)
    return {key: sat.answered[key] for key in dice.sample(keys, len(keys) // 2)}


def strangers(sats: Sequence[Sat]) -> Counter[str]:
    """The questions that stories knew nothing of, and how often."""
    return Counter(key for sat in sats for key in sat.unknown)
