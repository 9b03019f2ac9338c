"""A reminder that other programs keep: a calendar entry, a systemd timer, a cron line.  Nothing of ours runs on."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from stretchcoach.diary.exchange.fhir_questionnaire import HOUSE
from stretchcoach.words import programme_lines

SESSION = "DISPLAY=:0 XDG_RUNTIME_DIR=/run/user/$(id -u) DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus"
"""What a notice needs to find the screen, and cron does not tell."""
SAFE = re.compile(r"[A-Za-z0-9_.-]+")


def calendar(routine: str, first: date, at: time, days: int, stamp: datetime, zone: str = "") -> str:
    """An iCalendar file: every day at the same time by the clock of wherever you are, with an alarm.

    ``zone``: the time zone of here by its name, for a calendar that cannot do without one.
    """
    from icalendar import Alarm, Calendar, Event, Timezone

    event = Event()
    event.add("uid", f"{name(routine, first, at)}@stretchcoach")
    event.add("dtstamp", stamp)
    event.add("dtstart", datetime.combine(first, at))
    event.add("duration", timedelta(minutes=5))
    event.add("rrule", {"freq": "daily", "count": days})
    event.add("summary", programme_lines.BEDTIME_STRETCH)
    event.add("description", f"stretchcoach run {routine}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", programme_lines.BEDTIME_STRETCH)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    book = Calendar()
    book.add("prodid", "-//stretchcoach//reminder//EN")
    book.add("version", "2.0")
    if zone:
        book.add("x-wr-timezone", zone)
        book.add_component(Timezone.from_tzid(zone, first_date=first, last_date=first + timedelta(days)))
    book.add_component(event)
    return str(book.to_ical(), "utf-8")


def zone_here(
    environment: Mapping[str, str] = os.environ, link: Path = Path("/etc/localtime"), file: Path = Path("/etc/timezone")
) -> str:
    """The name of this machine's time zone, such as Europe/Berlin; empty where it has none that is known."""
    from zoneinfo import ZoneInfo

    told = environment.get("TZ", "").lstrip(":")
    guesses = [told.rpartition("zoneinfo/")[2]]
    if not told or told == str(link):
        with suppress(OSError):
            guesses.append(str(link.resolve()).partition("zoneinfo/")[2])
        with suppress(OSError, UnicodeDecodeError):
            guesses.append(file.read_text(encoding="utf-8").strip())
    for guess in filter(None, guesses):
        with suppress(ValueError, OSError, LookupError):
            return ZoneInfo(guess).key
    return ""


def name(routine: str, first: date, at: time) -> UUID:
    """Always the same for the same reminder, so that a calendar takes it in once."""
    return uuid5(HOUSE, f"{routine} {first} {at}")


def systemd(routine: str, first: date, at: time, days: int) -> str:
    """A timer and a service for the user's own systemd; they show a notice."""
    today = '"$(date +%%Y%%m%%d)"'
    return f"""\
# ~/.config/systemd/user/stretchcoach-bedtime.service
[Unit]
Description={programme_lines.BEDTIME_STRETCH}

[Service]
Type=oneshot
ExecStart=/bin/sh -c '{within(today, first, days)} || exit 0; {notice_command(routine)}'

# ~/.config/systemd/user/stretchcoach-bedtime.timer
[Unit]
Description={programme_lines.every_evening(programme_lines.BEDTIME_STRETCH)}

[Timer]
OnCalendar=*-*-* {at:%H:%M}:00

[Install]
WantedBy=timers.target

# then: systemctl --user daemon-reload && systemctl --user enable --now stretchcoach-bedtime.timer
"""


def cron(routine: str, first: date, at: time, days: int) -> str:
    """A line for ``crontab -e``; a percent sign would end the command there, so each has a backslash."""
    today = r'"$(date +\%Y\%m\%d)"'
    return f"{at.minute} {at.hour} * * * {within(today, first, days)} && {SESSION} {notice_command(routine)}\n"


def within(today: str, first: date, days: int) -> str:
    """A test of the shell: whether it is one of the days."""
    return f"test {today} -ge {first:%Y%m%d} -a {today} -lt {first + timedelta(days):%Y%m%d}"


def notice_command(routine: str) -> str:
    """A command that shows what to do; a name that means something to a shell stays out of it."""
    told = f"stretchcoach run {routine}" if SAFE.fullmatch(routine) else programme_lines.TIME_FOR_IT
    return f'notify-send "{programme_lines.BEDTIME_STRETCH}" "{told}"'
