"""What each fact of the profile means, and why one could not be kept or deleted."""

YEARS_WANTED = "a number of years from 0 to 120"
MONTH_WANTED = 'a month, as "2026-11"'
UNDER_18 = "under 18"
FROM_18 = "18 to 49"
FROM_50 = "50 to 60"
FROM_61 = "61 to 65"
OVER_65 = "over 65"
AGE = "Your age in years."
PREGNANCY = "Pregnant, or a baby in the last six weeks."
PREGNANCY_SAID = "The month in which that was said."
MEDS = "Kinds of medicine that you take."
CONDITIONS = "Long-lasting conditions that you have."
SMOKER = "Whether you smoke."
NONE_ALONE = "; say none alone for none of them"
MONTH_MISSING = 'needs pregnancy_said, the month in which it was said, as "2026-11"'
THE_PROFILE = "The profile"


def one_value(key: str, number: int) -> str:
    return f"{key} takes one value, not {number}."


def not_in_profile(key: str, hint: str, keys: str) -> str:
    return f"{key} is not in the profile{hint}; it holds {keys}."


def not_deleted(path: object, why: str) -> str:
    return f"{path} could not be deleted: {why}."


def link_to_itself(path: object) -> str:
    return f"{path} could not be deleted: it is a link that leads to itself."
