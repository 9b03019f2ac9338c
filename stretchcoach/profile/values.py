"""The facts of the profile, as typed values, and which questions they answer."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from stretchcoach.library.check import check
from stretchcoach.library.tables import Table
from stretchcoach.machine.nearest import guess

Pregnancy = Literal["no", "pregnant", "postpartum_6w", "not_applicable"]
Medicine = Literal[
    "sugar", "cholesterol", "water_tablet", "long_inhaler", "iron_drip", "hormone_or_bone", "quinine", "blood_thinner",
    "other_old", "other_new",
]  # fmt: skip
Condition = Literal[
    "diabetes", "kidney", "dialysis", "liver", "thyroid", "nerve", "back", "arteries", "heart", "irregular_heart",
]  # fmt: skip
Years = Annotated[float, Meta(ge=0, le=120, extra={"want": "a number of years from 0 to 120"})]
Month = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", extra={"want": 'a month, as "2026-11"'})]
OPTIONS: dict[str, tuple[str, ...]] = {"meds": get_args(Medicine), "conditions": get_args(Condition)}
"""Of the facts that may hold several things at once, or none."""
AGES = (
    (18, 12, "under 18"), (50, 30, "18 to 49"), (61, 55, "50 to 60"), (66, 63, "61 to 65"), (121, 70, "over 65"),
)  # fmt: skip
"""Bands: the age at which the next one begins, the one that stands for all of it, and its name."""
LASTS = {"pregnant": 9, "postpartum_6w": 2, "no": 1}
"""Months after which the pregnancy is asked for again; six weeks may fall into three calendar months, and a *no* is
not to be relied on for long.  *Does not apply* stays."""


class Profile(Table, frozen=True):
    """What the user has told; None is *ask me*, and an empty list is a real *none of these*."""

    age: Annotated[Years | None, Meta(description="Your age in years.")] = None
    pregnancy: Annotated[Pregnancy | None, Meta(description="Pregnant, or a baby in the last six weeks.")] = None
    pregnancy_said: Annotated[Month | None, Meta(description="The month in which that was said.")] = None
    meds: Annotated[tuple[Medicine, ...] | None, Meta(description="Kinds of medicine that you take.")] = None
    conditions: Annotated[tuple[Condition, ...] | None, Meta(description="Long-lasting conditions that you have.")] = (
        None
    )
    smoker: Annotated[Literal["yes", "no"] | None, Meta(description="Whether you smoke.")] = None


KEYS = ("age", "pregnancy", "meds", "conditions", "smoker")
"""What may be told; ``pregnancy_said`` comes by itself."""


def facts_of(profile: Profile) -> dict[str, str | float | tuple[str, ...] | None]:
    """Every fact as it was told, by key."""
    return {key: getattr(profile, key) for key in KEYS}


def answers(profile: Profile, today: date) -> dict[str, str | float | frozenset[str]]:
    """The questions that need not be asked, by key, with their answers."""
    facts: dict[str, str | float | frozenset[str] | None] = {
        "age": profile.age,
        "pregnancy": profile.pregnancy if pregnancy_is_recent(profile, today) else None,
        "meds": None if profile.meds is None else frozenset(profile.meds),
        "conditions": None if profile.conditions is None else frozenset(profile.conditions),
        "smoker": profile.smoker,
    }
    return {key: value for key, value in facts.items() if value is not None}


def pregnancy_is_recent(profile: Profile, today: date) -> bool:
    """Whether what was said of a pregnancy is fresh enough; what is undated, or of the future, is not."""
    if profile.pregnancy is None or profile.pregnancy_said is None:
        return False
    year, month = map(int, profile.pregnancy_said.split("-"))
    months = (today.year - year) * 12 + today.month - month
    return months >= 0 and months < LASTS.get(profile.pregnancy, months + 1)


def with_fact(profile: Profile, key: str, words: Sequence[str], today: date) -> tuple[Profile, str]:
    """The profile with one more fact, and nothing; or the profile as it is, and what is wrong with the words."""
    if key not in KEYS:
        return profile, stranger(key)
    several = key in OPTIONS
    if not words or (len(words) > 1 and not several):
        return profile, f"{key} takes one value, not {len(words)}."
    raw = [] if several and list(words) == ["none"] else list(words) if several else _typed(key, words[0])
    checked = check({key: raw}, Profile)
    if checked.faults:
        return profile, f"{key} {checked.faults[0].message}{'; say none alone for none of them' if several else ''}."
    said = {"pregnancy_said": f"{today:%Y-%m}"} if key == "pregnancy" else {}
    return msgspec.structs.replace(profile, **{key: checked.values[key]}, **said), ""


def without_fact(profile: Profile, key: str) -> Profile:
    """The profile without a fact."""
    return msgspec.structs.replace(profile, **dict.fromkeys(fields(key)))


def fields(key: str) -> tuple[str, ...]:
    """What is kept of a fact."""
    return ("pregnancy", "pregnancy_said") if key == "pregnancy" else (key,)


def stranger(key: str) -> str:
    """What to say to a name that is no fact of the profile."""
    return f"{key} is not in the profile{guess(key, KEYS)}; it holds {', '.join(KEYS)}."


def _typed(key: str, word: str) -> str | float:
    if key == "age":
        for number in (int, float):
            try:
                return number(word)
            except ValueError:
                continue
    return word
