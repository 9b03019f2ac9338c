"""Dates and times as people and spreadsheets write them, made ISO 8601.

A date alone stays a date.  ``03/04/2026`` can be two days; the others of its column tell which, or the person does.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from stretchcoach.diary.entries import here, point, stamp
from stretchcoach.words import diary_imports

OURS = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?")
"""What is kept as it stands."""
ISO = re.compile(r"\d{4}-?(\d\d-?\d\d|W\d\d-?\d)(?!\d)")
YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})\.?(?!\d)")
NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)\.?")
YEAR = r"(\d{4}|\d\d)(?![\d:])"
NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?[ /-]?(?:of |de )?([^\W\d_]{{3,10}})\.?,?[ /-]?(?:of |de )?{YEAR}", re.IGNORECASE
)
NAME_FIRST = re.compile(rf"([^\W\d_]{{3,10}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? {YEAR}", re.IGNORECASE)
WEEKDAY = re.compile(r"^[^\W\d_]{2,10}[.,]{0,2} +(?=\d)")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(?:[:.](\d\d)(?:[.,]\d+)?)?\s*(?:(a|p)\.?m\.?|uhr|h)?", re.IGNORECASE)
BEFORE_CLOCK = re.compile(r"^(?:[~@]|(?:at|around|about|approx\.?|ca\.?|um|gegen|kl\.?)(?![^\W\d_]))\s*", re.IGNORECASE)
SPAN = re.compile(r"(?<![T\d:])\d{1,2}:\d\d\s*-\s*\d\d:\d\d$")
"""A begin and an end, or a time and how far it is behind UTC."""
MONTHS = tuple(
    names.split()
    for names in (
        "january januar jänner janvier enero gennaio januari janeiro",
        "february februar feber février fevrier febrero febbraio februari fevereiro",
        "march märz maerz mrz mars marzo maart mrt março",
        "april avril abril aprile",
        "may mai mayo maggio mei maio",
        "june juni juin junio giugno junho",
        "july juli juillet julio luglio julho",
        "august août aout agosto augustus augusti",
        "september septembre septiembre settembre setembro",
        "october oktober octobre octubre ottobre outubro",
        "november novembre noviembre novembro",
        "december dezember décembre decembre diciembre dicembre dezembro",
    )
)
"""The names of the months in the languages of Western Europe; what begins only one of them may stand for it."""
MIDNIGHT = re.compile(r"[T ](0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? am)$", re.IGNORECASE)
CENTURY = 2000
LATELY = 10
"""Years within which a diary is likely to lie."""
SERIAL = range(25_569, 73_051)
"""Days since 30 December 1899 as spreadsheets count them: 1970 to 2099."""
ORDERS = ("day", "month")


class DateError(ValueError):
    """The text is no date; what is wrong with it."""


def order_of(texts: Iterable[str]) -> str:
    """Which number comes first in the dates of a column: ``day``, ``month``, or nothing where none of them tells."""
    found = {told for text in texts if (told := _told(text))}
    return found.pop() if len(found) == 1 else ""


def _told(text: str) -> str:
    match = NUMBERS.match(WEEKDAY.sub("", text.strip()))
    if not match or match[2] == ".":
        return ""
    first, second = int(match[1]), int(match[3])
    return "day" if first > 12 else "month" if second > 12 else ""


def example_of(texts: Iterable[str], order: str) -> str:
    """One that is read by that order, best one that can be read no other way; empty where none is."""
    found = ""
    for text in texts:
        match = NUMBERS.match(WEEKDAY.sub("", text.strip()))
        if order and match and match[2] != "." and _told(text) in ("", order):
            found = found or text.strip()
            if _told(text) == order:
                return text.strip()
    return found


def at_midnight(texts: Iterable[str]) -> bool:
    """Whether every time of a column is midnight, as a spreadsheet writes dates that have none."""
    tails = [MIDNIGHT.search(text.strip()) for text in texts]
    return bool(tails) and all(tails)


def when(text: str, order: str = "", clock: str = "") -> str:
    """The ISO 8601 text of a date, with the time that may follow it, or stand in another cell (``clock``)."""
    whole = " ".join(text.split())
    if OURS.fullmatch(whole) and not clock:
        return _right(whole)
    try:
        made = _iso(whole, clock) or _written(whole, order, clock)
    except (ValueError, OverflowError, OSError) as error:
        raise error if isinstance(error, DateError) else DateError(diary_imports.NO_SUCH_TIME) from None
    return _right(made)


def _right(made: str) -> str:
    try:
        point(made)
    except (ValueError, OverflowError, OSError):
        raise DateError(diary_imports.NO_SUCH_TIME_OR_FAR) from None
    return made


def _iso(text: str, clock: str) -> str:
    """What Python takes for ISO 8601; empty where it is something else.  UTC becomes local time."""
    if not ISO.match(text):
        return ""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if SPAN.search(text):
        raise DateError(diary_imports.no_time_of_day_in(text.split(" ", 1)[-1]))
    alone = not re.search(r"[T ]\d", text)
    if alone:
        return joined(found.date(), clock)
    if clock:
        raise DateError(diary_imports.ANOTHER_TIME)
    if found.tzinfo is None:
        found = here(found)
    elif text[-1] in "Zz":
        found = found.astimezone()
    return stamp(found)


def _written(text: str, order: str, clock: str) -> str:
    day, rest = _day(text if NAME_FIRST.match(text) else WEEKDAY.sub("", text), order)
    rest = rest.lstrip(", T")
    if rest and clock:
        raise DateError(diary_imports.ANOTHER_TIME)
    return joined(day, rest or clock)


def _day(text: str, order: str) -> tuple[date, str]:
    """The day, and what comes after it."""
    if match := YEAR_FIRST.match(text):
        return date(int(match[1]), int(match[3]), int(match[4])), text[match.end() :]
    if match := NUMBERS.match(text):
        return _numbers(match, order), text[match.end() :]
    if match := NAMED.match(text):
        return date(_year(match[3]), _month(match[2]), int(match[1])), text[match.end() :]
    if match := NAME_FIRST.match(text):
        return date(_year(match[3]), _month(match[1]), int(match[2])), text[match.end() :]
    if re.fullmatch(r"\d{5}([.,]\d+)?", text) and int(text[:5]) in SERIAL:
        return _serial(float(text.replace(",", ".")))
    raise DateError(diary_imports.NO_DATE)


def _numbers(match: re.Match[str], order: str) -> date:
    first, second = int(match[1]), int(match[3])
    year = _year(match[4])
    this = date.today().year
    known = this - (1 if match[2] == "-" else LATELY)
    if len(match[4]) == 2 and year < known and this - LATELY <= _year(match[1]) <= this:
        raise DateError(diary_imports.YEAR_FIRST_OR_LAST)
    told = "day" if match[2] == "." else _told(match[0])
    if order and told and told != order:
        raise DateError(diary_imports.not_that_order(order))
    order = told or ("day" if first == second else order)
    if not order:
        raise DateError(diary_imports.TWO_DAYS)
    return date(year, second, first) if order == "day" else date(year, first, second)


def _year(text: str) -> int:
    return int(text) + (CENTURY if len(text) < 4 else 0)


def _month(name: str) -> int:
    found = [number for number, names in enumerate(MONTHS, 1) if any(each.startswith(name.lower()) for each in names)]
    if len(found) != 1:
        raise DateError(diary_imports.no_month(name))
    return found[0]


def _serial(number: float) -> tuple[date, str]:
    found = datetime(1899, 12, 30) + timedelta(days=number)
    found = (found + timedelta(milliseconds=500)).replace(microsecond=0)
    return found.date(), "" if number == int(number) else f"{found:%H:%M:%S}"


def joined(day: date, clock: str) -> str:
    """The day with its time, in the time zone of here; the day alone where there is none."""
    if not clock.strip():
        return day.isoformat()
    bare = BEFORE_CLOCK.sub("", clock.strip())
    if SPAN.fullmatch(bare):
        raise DateError(diary_imports.no_time_of_day_in(clock))
    offset = re.search(r"\s*(Z|[+-]\d\d:?\d\d)$", bare, re.IGNORECASE)
    if offset:
        bare = bare[: offset.start()]
    hour = _hour(bare, clock)
    found = datetime.combine(day, hour)
    if offset and offset[1] not in "Zz":
        return stamp(datetime.fromisoformat(found.isoformat() + offset[1]))
    return stamp(datetime.fromisoformat(found.isoformat() + "+00:00").astimezone() if offset else here(found))


def time_of_day(text: str) -> time:
    """``21:30``, ``9.30 pm``, ``9pm``, ``at 21h``."""
    return _hour(BEFORE_CLOCK.sub("", text.strip()), text)


def _hour(bare: str, whole: str) -> time:
    match = CLOCK.fullmatch(bare)
    if not match or not (match[2] or match[4] or "h" in bare.lower()):
        raise DateError(diary_imports.no_time_of_day_in(whole))
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[4] and not 1 <= hour <= 12:
        raise DateError(diary_imports.no_time_of_day_in(whole))
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise DateError(diary_imports.no_time_of_day_in(whole)) from None
