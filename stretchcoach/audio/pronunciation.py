"""The text step before a voice: numbers, units and short forms as one says them.

Telephone numbers go digit by digit; every other number is a word (by num2words, loaded when the first one comes, on the
thread that renders).  What no voice can say is left out, and ``unspeakable`` names it for whoever checks a routine.
"""

import re

KNOWN = frozenset({"000", "111", "112", "113", "115", "911", "988", "999", "1122", "116117"})
"""Short numbers that are rung for help."""
_RING = r"(?:call|ring|dial|phone|telephone|text|number|nhs|ambulance|emergency)"
_ONE = {
    "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour",
    "hrs": "hour", "mm": "millimetre", "cm": "centimetre", "m": "metre", "km": "kilometre", "g": "gram",
    "kg": "kilogram", "mg": "milligram", "ml": "millilitre", "l": "litre", "lb": "pound", "lbs": "pound", "oz": "ounce",
    "ft": "foot", "yd": "yard", "rep": "repetition", "reps": "repetition", '"': "second", "″": "second",
    "'": "minute", "′": "minute", "°": "degree", "°c": "degree", "bpm": "beat a minute",
}  # fmt: skip
"""A unit after a number.  Two strokes are seconds and one is minutes, as exercise sheets write them."""
_MANY = {"foot": "feet", "beat a minute": "beats a minute"}
_SHORT = (
    (r"\bw/o\b", "without"), (r"\bw/", "with "), (r"\bapprox(?:\.|\b)", "about"), (r"\be\.g\.", "for example"),
    (r"\bi\.e\.", "that is"), (r"\bvs\b\.?", "versus"), (r"\betc\.?(?=\s|$)", "and so on"),
    (r"\breps\b", "repetitions"), (r"\bsecs\b", "seconds"), (r"\bmins\b", "minutes"),
    (r"[~≈]\s*(?=\d)", "about "), (r"\s*&\s*", " and "),
    (r"(?<=\d)\s*[x×*]\s*(?=\d)", " times "), (r"(?<=\d)\s*[x×]\b", " times"), (r"\s*(?:→|->|=>)\s*", ", then "),
    (r"(\d\s*(?:x|[a-z]*s|min|times)?)\s*/\s*(?=(?:side|leg|arm|foot|hand|day|week|night)s?\b)", r"\1 per "),
    (r"(?<=[a-z])/(?=[a-z])", " or "), (r"(?<=\d)\s*\+\s*(?=\d)", " plus "), (r"\s*=\s*", " equals "),
    ("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4"), ("⅓", " 1/3"), ("⅔", " 2/3"),
)  # fmt: skip
_UNITS = "|".join(sorted(map(re.escape, _ONE), key=len, reverse=True))
_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+[.,]\d+|\d+"
_SAYABLE = r"A-Za-zÀ-ɏ0-9 \n.,;:!?'’‘“”\"()\-–—…%/"


def spoken(text: str) -> str:
    """``text`` as it is to be said; without digits, short forms and signs it comes back as it is."""
    if not re.search(rf"[^{_SAYABLE}]|[0-9/%\"]|\b(?:approx|e\.g|i\.e|vs|etc|reps|secs|mins)\b", text):
        return text
    text = _telephones(text)
    for short, long in _SHORT:
        text = re.sub(short, long, text, flags=re.IGNORECASE)
    text = re.sub(r"\b(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm|min|h)?\b", _time, text, flags=re.IGNORECASE)
    text = re.sub(r"\b(\d{1,2}) ?([ap])(?:m\b|\.m\.(?= (?-i:[a-z]))|\.m\b)", r"\1 \2 m", text, flags=re.IGNORECASE)
    text = re.sub(
        rf"(?<![\d/])(?:(\d+) +)?(\d+)/(\d+)(?![\d/])(?:\s*({_UNITS})(?![a-z]))?", _fraction, text, flags=re.IGNORECASE
    )
    text = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", lambda found: _words(found[1], "ordinal"), text)
    text = re.sub(r"(?<=\d)\s*[-–—]\s*(?=\d)", " to ", text)
    text = re.sub(rf"({_NUMBER})\s*(?:({_UNITS})(?![a-z])|(%))?", _measure, text, flags=re.IGNORECASE)
    text = re.sub(rf"[^{_SAYABLE}]|[\"“”]", " ", text)
    return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"[ \n]+", " ", text)).strip()


def unspeakable(text: str) -> list[str]:
    """The signs in ``text`` that no voice can say, each once, in order."""
    known = "".join(short for short, _ in _SHORT if len(short) == 1) + "~≈&×*→=+°″′>"
    return list(dict.fromkeys(re.findall(rf"[^{_SAYABLE}{re.escape(known)}]", text)))


def _telephones(text: str) -> str:
    """Numbers to be rung, digit by digit: after *call*, well-known ones near it, and what begins with 0 or +."""
    near = re.search(rf"\b{_RING}\b", text, re.IGNORECASE)

    def digits(found: re.Match[str]) -> str:
        whole = found[0]
        bare = re.sub(r"\D", "", whole)
        told = re.search(rf"\b{_RING}\b[\s:]*(?:\w+ ){{0,2}}(?:\d[\d ]* or )?$", text[: found.start()], re.IGNORECASE)
        rung = told or (near and bare in KNOWN) or (len(bare) > 4 and whole[0] in "+0")
        if len(bare) < 3 or not rung:
            return whole
        return ("plus " if whole[0] == "+" else "") + " ".join(_words(digit) for digit in bare)

    return re.sub(r"\+?\d(?:[ -]?\d)*(?![\d.,:/x×]*\d)", digits, text)


def _time(found: re.Match[str]) -> str:
    """``7:30 am``; ``1:30 min`` is a length."""
    hours, minutes, kind = int(found[1]), int(found[2]), (found[3] or "").lower()
    if kind == "min":
        return f"{_count(hours, 'minute')} {_count(minutes, 'second')}" if minutes else _count(hours, "minute")
    past = "o'clock" if not minutes else f"oh {_words(str(minutes))}" if minutes < 10 else _words(str(minutes))
    said = f"{_words(str(hours))} {past}"
    half = " ".join(kind)
    if half and not minutes:
        return f"{_words(str(hours))} {half}"
    return f"{said} {half}".rstrip()


def _fraction(found: re.Match[str]) -> str:
    whole, top, under = found[1], int(found[2]), int(found[3])
    name = {2: "half", 4: "quarter"}.get(under) or _words(str(under), "ordinal")
    part = f"{'a' if whole and top == 1 else _words(str(top))} {name if top == 1 else _plural(name)}"
    unit = _ONE[found[4].lower()] if found[4] else ""
    if whole:
        return f"{_words(whole)} and {part} {_plural(unit) if unit else ''}".rstrip()
    return f"{part} of {'an' if unit[0] in 'aeiou' or unit == 'hour' else 'a'} {unit}" if unit else part


def _measure(found: re.Match[str]) -> str:
    number, unit = found[1], (found[2] or "").lower()
    said = _words(number)
    if found[3]:
        return f"{said} percent"
    if not unit:
        return said + (" " if found[0][-1:].isspace() else "")
    name = _ONE[unit]
    return f"{said} {name if number == '1' else _plural(name)}"


def _plural(name: str) -> str:
    return _MANY.get(name, "halves" if name == "half" else f"{name}s")


def _count(value: int, noun: str) -> str:
    return f"{_words(str(value))} {noun if value == 1 else _plural(noun)}"


def _words(number: str, kind: str = "cardinal") -> str:
    """A number as words.  Only a comma before three digits is a thousand's; any other is a decimal point."""
    from num2words import num2words

    plain = number.replace(",", "") if re.fullmatch(r"\d+(,\d{3})+(\.\d+)?", number) else number.replace(",", ".")
    if len(plain) > 15:
        return " ".join(num2words(int(digit)) for digit in plain if digit.isdigit())
    return str(num2words(plain, to=kind)).replace(",", "")
