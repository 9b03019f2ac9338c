"""A reminder that other programs keep: a calendar entry, a systemd timer, a cron line.  Nothing of ours stays running."""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from stretchcoach.diary.survey import HOUSE

TITLE = "Bedtime stretch"


def calendar(routine: str, title: str, first: date, at: time, days: int, stamp: datetime) -> str:
    """An iCalendar file: every day at the same time by the clock of wherever you are, with an alarm."""
    from icalendar import Alarm, Calendar, Event

    event = Event()
    event.add("uid", f"{name(routine, first, at)}@stretchcoach")
    event.add("dtstamp", stamp)
    event.add("dtstart", datetime.combine(first, at))
    event.add("duration", timedelta(minutes=5))
    event.add("rrule", {"freq": "daily", "count": days})
    event.add("summary", title)
    event.add("description", f"stretchcoach run {routine}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    book = Calendar()
    book.add("prodid", "-//stretchcoach//reminder//EN")
    book.add("version", "2.0")
    book.add_component(event)
    return book.to_ical().decode()


def name(routine: str, first: date, at: time) -> UUID:
    """Always the same for the same reminder, so that a calendar takes it in once."""
    return uuid5(HOUSE, f"{routine} {first} {at}")


def systemd(routine: str, title: str, first: date, at: time, days: int) -> str:
    """A timer and a service for the user's own systemd; they show a notice."""
    command = f"systemd-run --user --unit=stretchcoach-bedtime --on-calendar='*-*-* {at:%H:%M}:00'"
    return f"""\
# ~/.config/systemd/user/stretchcoach-bedtime.service
[Unit]
Description={title}
ConditionPathExists=%t

[Service]
Type=oneshot
ExecStart=/bin/sh -c 'test "$(date +%%Y%%m%%d)" -ge {first:%Y%m%d} && test "$(date +%%Y%%m%%d)" -lt \
{last(first, days):%Y%m%d} && notify-send "{title}" "stretchcoach run {routine}" || true'

# ~/.config/systemd/user/stretchcoach-bedtime.timer
[Unit]
Description={title}, every evening

[Timer]
OnCalendar=*-*-* {at:%H:%M}:00

[Install]
WantedBy=timers.target

# then: systemctl --user daemon-reload && systemctl --user enable --now stretchcoach-bedtime.timer
# or for this login alone: {command} notify-send "{title}" "stretchcoach run {routine}"
"""


def cron(routine: str, title: str, first: date, at: time, days: int) -> str:
    """A line for ``crontab -e``; a percent sign would end the command there, so each has a backslash."""
    today = r'"$(date +\%Y\%m\%d)"'
    return (
        f"{at.minute} {at.hour} * * * test {today} -ge {first:%Y%m%d} && test {today} -lt {last(first, days):%Y%m%d} && "
        f'DISPLAY=:0 notify-send "{title}" "stretchcoach run {routine}"\n'
    )


def last(first: date, days: int) -> date:
    """The day after the last reminder."""
    return first + timedelta(days)
