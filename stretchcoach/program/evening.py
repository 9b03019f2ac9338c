"""What a programme or a trial has for the home screen: this evening's routine, and the question of the morning."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stretchcoach.words import program_lines
from stretchcoach.words.wording import counted

if TYPE_CHECKING:
    from stretchcoach.program.browser import DiaryBrowser


class Evening(NamedTuple):
    """What is to be shown; nothing where no programme runs."""

    routine: str = ""
    """Its id; empty: there is nothing to begin."""
    line: str = ""
    asks: date | None = None
    """The night that is asked about this morning."""
    news: bool = False
    """There is something to read of a trial."""


def evening(folder: Path, browser: "Callable[[], DiaryBrowser]") -> Evening:
    """What there is now; a diary that cannot be read offers nothing."""
    from stretchcoach import programme

    if not any((folder / name).is_file() for name in (programme.SIX_WEEKS_FILE, programme.TRIAL_FILE)):
        return Evening()
    from stretchcoach.program.browser import DiaryError

    try:
        diary = browser()
        comparing = diary.trial(folder)
        if comparing and comparing.running and not comparing.rests:
            return Evening(*(comparing.offer() or ("", "")), comparing.asks)
        if offer := diary.tonight(folder):
            return Evening(*offer)
        news = comparing.news() if comparing else ""
        return Evening(line=news, news=bool(news))
    except (DiaryError, OSError):
        return Evening()


def note_night(folder: Path, of: date, cramps: int) -> str:
    """Keep what the person said of a night; what was kept, or why it could not be, in words."""
    from stretchcoach.programme import trial

    there = trial.load(folder)
    if there is None:
        return ""
    try:
        trial.save(folder, trial.with_answer(there, of, cramps))
    except OSError as error:
        return program_lines.not_kept((error.strerror or str(error)).lower())
    return program_lines.last_night(counted(cramps, "cramp"))
