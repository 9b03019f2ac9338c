"""The facts of the profile that can be told on the settings screen."""

from dataclasses import dataclass
from datetime import date
from typing import get_type_hints

from stretchcoach.profile.values import AGES, OPTIONS, Profile, with_fact, without_fact
from stretchcoach.tui.forms.settings import Listed, Value

ASK, NONE = "", "none"


@dataclass(frozen=True, slots=True)
class ProfileField(Listed):
    """One fact; with an ``option``, whether that one is among several. The empty text is a fact that is not told."""

    key: str
    label: str
    values: tuple[Value, ...]
    names: tuple[str, ...]
    option: str = ""

    @property
    def id(self) -> str:
        """A name for its widget."""
        return f"about-{self.key}-{self.option}" if self.option else f"about-{self.key}"

    def get(self, profile: Profile) -> Value:
        """Its value, as the screen has it."""
        value = getattr(profile, self.key)
        if self.option:
            return self.option in (value or ())
        if value is None:
            return ASK
        if self.key in OPTIONS:
            return f"{len(value)} of these" if value else NONE
        if self.key == "age":
            return next(str(typical) for below, typical, _ in AGES if value < below)
        return str(value)

    def put(self, profile: Profile, value: Value, today: date) -> Profile:
        """The profile with another value of it."""
        if value == ASK:
            return without_fact(profile, self.key)
        words = [str(value)]
        if self.option:
            held = getattr(profile, self.key) or ()
            words = [each for each in OPTIONS[self.key] if (value if each == self.option else each in held)] or [NONE]
        return with_fact(profile, self.key, words, today)[0]

    def shown(self, profile: Profile) -> bool:
        """Whether it is shown: options only below a fact that is given."""
        return not self.option or getattr(profile, self.key) is not None

    @property
    def description(self) -> str:
        """Its one sentence, as the profile itself gives it."""
        (meta,) = get_type_hints(Profile, include_extras=True)[self.key].__metadata__
        return str(meta.description)


_LABELS = {
    "sugar": "blood-sugar medicine", "cholesterol": "cholesterol tablet", "water_tablet": "water tablet",
    "long_inhaler": "long-acting inhaler", "iron_drip": "iron drip", "hormone_or_bone": "hormone or bone",
    "quinine": "quinine", "blood_thinner": "blood thinner", "other_old": "another, taken for a long time",
    "other_new": "another, new", "diabetes": "diabetes", "kidney": "kidney disease", "dialysis": "dialysis",
    "liver": "liver disease", "thyroid": "thyroid trouble", "nerve": "nerve trouble", "back": "back trouble",
    "arteries": "artery trouble", "heart": "heart trouble", "irregular_heart": "irregular heartbeat",
}  # fmt: skip


def _one(key: str, label: str, **named: str) -> ProfileField:
    return ProfileField(key, label, (ASK, *named), ("ask me", *named.values()))


def _several(key: str, label: str) -> tuple[ProfileField, ...]:
    options = (ProfileField(key, f"· {_LABELS[each]}", (True, False), ("yes", "no"), each) for each in OPTIONS[key])
    return ProfileField(key, label, (ASK, NONE), ("ask me", "none of these")), *options


FACTS: tuple[ProfileField, ...] = (
    _one("age", "Age", **{str(typical): name for _, typical, name in AGES}),
    _one("pregnancy", "Pregnancy", no="no", pregnant="pregnant", postpartum_6w="a baby in the last six weeks",
         not_applicable="does not apply"),
    *_several("meds", "Medicines"),
    *_several("conditions", "Conditions"),
    _one("smoker", "Smoking", yes="yes", no="no"),
)  # fmt: skip
"""In the order of the screen."""
