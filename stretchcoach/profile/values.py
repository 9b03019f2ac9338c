"""The facts of the profile, as typed values, and which questions they answer."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, get_args

from msgspec import Meta
from msgspec.structs import replace

from stretchcoach.library.check import check
from stretchcoach.library.tables import Table
from stretchcoach.machine.nearest import guess
from stretchcoach.words import profile_fields

Pregnancy = Literal["no", "pregnant", "postpartum_6w", "not_applicable"]
Medicine = Literal[
    "sugar", "cholesterol", "water_tablet", "long_inhaler", "iron_drip", "hormone_or_bone", "quinine", "blood_thinner",
    "other_old", "other_new",
]  # fmt: skip
Condition = Literal[
    "diabetes", "kidney", "dialysis", "liver", "thyroid", "nerve", "back", "arteries", "heart", "irregular_heart",
]  # fmt: skip
Years = Annotated[float, Meta(ge=0, le=120, extra={"want": profile_fields.YEARS_WANTED})]
Month = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", extra={"want": profile_fields.MONTH_WANTED})]
OPTIONS: dict[str, tuple[str, ...]] = {"meds": get_args(Medicine), "conditions": get_args(Condition)}
"""Of the facts that may hold several things at once, or none."""
AGES = (
    (18, 12, profile_fields.UNDER_18),
    (50, 30, profile_fields.FROM_18),
    (61, 55, profile_fields.FROM_50),
    (66, 63, profile_fields.FROM_61),
    (121, 70, profile_fields.OVER_65),
)
"""Bands: the age at which the next one begins, the one that stands for all of it, and its name."""
LASTS = {"pregnant": 9, "postpartum_6w": 2, "no": 1}
"""Months after which the pregnancy is asked for again; six weeks may fall into three calendar months, and a *no* is
not to be relied on for long.  *Does not apply* stays."""


class Profile(Table, frozen=True):
    """What the user has told; None is *ask me*, and an empty list is a real *none of these*."""

    age: Annotated[Years | None, Meta(description=profile_fields.AGE)] = None
    pregnancy: Annotated[Pregnancy | None, Meta(description=profile_fields.PREGNANCY)] = None
    pregnancy_said: Annotated[Month | None, Meta(description=profile_fields.PREGNANCY_SAID)] = None
    meds: Annotated[tuple[Medicine, ...] | None, Meta(description=profile_fields.MEDS)] = None
    conditions: Annotated[tuple[Condition, ...] | None, Meta(description=profile_fields.CONDITIONS)] = None
    smoker: Annotated[Literal["yes", "no"] | None, Meta(description=profile_fields.SMOKER)] = None


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
        return profile, profile_fields.one_value(key, len(words))
    raw = [] if several and list(words) == ["none"] else list(words) if several else _typed(key, words[0])
    checked = check({key: raw}, Profile)
    if checked.faults:
        return profile, f"{key} {checked.faults[0].message}{profile_fields.NONE_ALONE if several else ''}."
    said = {"pregnancy_said": f"{today:%Y-%m}"} if key == "pregnancy" else {}
    return replace(profile, **{key: checked.values[key]}, **said), ""


def without_fact(profile: Profile, key: str) -> Profile:
    """The profile without a fact."""
    return replace(profile, **dict.fromkeys(fields(key)))


def fields(key: str) -> tuple[str, ...]:
    """What is kept of a fact."""
    return ("pregnancy", "pregnancy_said") if key == "pregnancy" else (key,)


def stranger(key: str) -> str:
    """What to say to a name that is no fact of the profile."""
    return profile_fields.not_in_profile(key, guess(key, KEYS), ", ".join(KEYS))


def _typed(key: str, word: str) -> str | float:
    if key == "age":
        for number in (int, float):
            try:
                return number(word)
            except ValueError:
                continue
    return word
