"""Numbers and lengths of time in a line of text, English and German, as patterns and as values."""

import re

WORDS = {
    **{word: value for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    **{word: value for value, word in enumerate("zwei drei vier fünf sechs sieben acht neun zehn".split(), 2)},
    "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60,
    "ninety": 90, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "sechzig": 60, "eine": 1, "einen": 1,
}  # fmt: skip
_SPELT = "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = rf"(?>(?<!\d)\d{{1,5}}(?!\d)(?:[.,]\d{{1,3}}(?!\d))?|\b(?:{_SPELT})\b)"
_MOST = r"(?:(?:for )?(?:a )?(?:total|minimum|maximum|max\.?|min\.?) of|up to|at least)"
_BETWEEN = r"between(?= \S+ (?:[a-z]+ )?and )"
ABOUT = rf"(?:(?:{_MOST}|{_BETWEEN}|about|around|approx(?:imately|\.)?|for|ca\.|etwa|bis zu|~)\s*)*"
SECOND = r"(?:seconds?|secs?|sekunden?|sek|s)\b\.?|\""
MINUTE = r"(?:minutes?|minuten?|mins?)\b\.?|'"


def span(name: str, number: str = NUMBER) -> str:
    """A number, or two of them as a range, in groups ``name`` and ``name2``."""
    between = rf"(?<=between )(?={number}\s+and\s+{number})"
    return (
        rf"{ABOUT}(?>(?:(?P<{name}b>{between}))?(?P<{name}>{number})"
        rf"(?:\s*(?:-|to|or|bis|oder|(?({name}b)and|(?!)))\s*(?P<{name}2>{number}))?)"
    )


def length(name: str) -> str:
    """A length of time with its unit, in groups that begin with ``name``."""
    clock = rf"(?P<{name}c>\d{{1,2}}):(?P<{name}d>[0-5]\d)(?!\d)(?:\s*mins?\b)?"
    unit = rf"(?:(?P<{name}s>{SECOND})|(?P<{name}m>{MINUTE})(?:\s*(?:and\s+)?(?P<{name}e>\d{{1,2}})\s*(?:{SECOND}))?)"
    half = rf"(?P<{name}h>half a minute|eine halbe minute|a minute and a half|a minute)\b"
    lower = rf"(?:(?P<{name}u>{SECOND})|(?P<{name}v>{MINUTE}))?"
    between = rf"(?:(?P<{name}b>(?<=between )(?={NUMBER}\s*(?:{SECOND}|{MINUTE})?\s*and\s+{NUMBER})))?"
    joint = rf"(?:-|to|or|bis|oder|(?({name}b)and|(?!)))"
    last = rf"(?P<{name}2>{NUMBER}|a(?=\s+minute\b))"
    first = rf"{between}(?P<{name}1>{NUMBER})(?:\s*{lower}\s*{joint}\s*{last})?"
    return rf"{ABOUT}(?:{clock}|{half}|{first}(?P<{name}k>\s+and\s+a\s+half)?\s*-?\s*{unit})"


HALVES = {"half a minute": 30.0, "eine halbe minute": 30.0, "a minute and a half": 90.0, "a minute": 60.0}


def value(text: str) -> float:
    """A number as a value; a comma before three digits is a thousand's, any other a decimal one."""
    if text == "a":
        return 1.0
    if text in WORDS:
        return float(WORDS[text])
    if re.fullmatch(r"\d{1,3},\d{3}", text):
        text = text.replace(",", "")
    return float(text.replace(",", "."))


def values(found: re.Match[str], name: str) -> tuple[float, float]:
    """The lower and the upper end of a ``span``; the same twice where it is no range."""
    low = value(found[name])
    return low, value(found[f"{name}2"]) if found[f"{name}2"] else low


def seconds(found: re.Match[str], name: str) -> tuple[float, float]:
    """The lower and the upper end of a ``length`` in seconds."""
    if found[f"{name}c"]:
        whole = 60.0 * int(found[f"{name}c"]) + int(found[f"{name}d"])
        return whole, whole
    if found[f"{name}h"]:
        half = HALVES[found[f"{name}h"]]
        return half, half
    low = value(found[f"{name}1"])
    high = value(found[f"{name}2"]) if found[f"{name}2"] else low
    more = 0.5 if found[f"{name}k"] else 0.0
    size = 60.0 if found[f"{name}m"] else 1.0
    below = 1.0 if found[f"{name}u"] else 60.0 if found[f"{name}v"] else size
    rest = float(found[f"{name}e"] or 0)
    return (low + more) * below + (rest if below == size else 0.0), (high + more) * size + rest
