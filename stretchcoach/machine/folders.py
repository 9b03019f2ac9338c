"""Where things are kept: the platform's own folders, or all of them below ``STRETCHCOACH_HOME``."""

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

from stretchcoach.machine import private

NAME = "stretchcoach"


class FileKind(NamedTuple):
    """A kind of file that the program leaves behind."""

    folder: str
    pattern: str
    what: str
    session: bool = True
    """It tells of sessions, and ``diary delete --all`` takes it away; the rest are settings."""


KEPT = (
    FileKind("config", "config.toml", "your settings", session=False),
    FileKind(
        "config", ".config.toml-*", "a draft of the settings, if the machine went off while they were written", False
    ),
    FileKind(
        "data",
        "routines/*",
        "routines of your own, and beside them, ending in .bad, what is not saved yet",
        session=False,
    ),
    FileKind(
        "data",
        "sheet.pasted*",
        "an exercise sheet in the paste box that was not made a routine yet, also when the program ends or dies",
    ),
    FileKind("data", "profile.toml", "what you need not be asked again; `profile delete` takes it away", session=False),
    FileKind("data", ".profile.toml-*", "a draft of it, if the machine went off while it was written"),
    FileKind("data", "diary.db", "the diary; it stays, emptied", session=False),
    FileKind("data", "diary.db-*", "what SQLite keeps beside it while it is open", session=False),
    FileKind("data", "diary.version*", "the diary as it was before a new version of the program changed its form"),
    FileKind("data", "diary.corrupt-*", "a damaged diary"),
    FileKind("data", "diary.kept-*", "a session that could not be written into the diary yet"),
    FileKind("data", "diary.running-*", "the mark of a session that goes on; it holds nothing"),
    FileKind("data", "ears.learnt*", "how you say some words, as numbers; `listen forget` takes it away"),
    FileKind("data", "programme.*", "the six weeks of the bedtime stretch, also if they could not be read"),
    FileKind(
        "data", "trial.*", "a trial of your own: what is compared, the order drawn, and what you said each morning"
    ),
    FileKind(
        "state",
        "*.json*",
        "when cramps let go, which routines are known, what was put off, and what was last used and where it lies",
    ),
    FileKind("state", "*.bad", "one of those that could not be read"),
    FileKind("cache", "phrases/*", "spoken lines as sound, so that they need not be made again"),
)
"""Every file there can be, but those that a command is told to write (exports, reports, reminders)."""


class Folders(NamedTuple):
    """The four folders; whoever writes into one makes it first."""

    config: Path
    data: Path
    cache: Path
    state: Path
    notice: str = ""
    """Why these are not the usual folders; may be empty."""

    @property
    def settings(self) -> Path:
        return self.config / "config.toml"

    @property
    def profile(self) -> Path:
        """The facts that users have given about themselves."""
        return self.data / "profile.toml"

    @property
    def routines(self) -> Path:
        """The user's own routines."""
        return self.data / "routines"

    @property
    def pasted(self) -> Path:
        """An exercise sheet that nobody was done with."""
        return self.data / "sheet.pasted"

    @property
    def learnt(self) -> Path:
        """How the user says some words."""
        return self.data / "ears.learnt"

    @property
    def diary(self) -> Path:
        return self.data / "diary.db"

    def of_sessions(self) -> list[Path]:
        """The files there are that tell of sessions, beside the diary itself."""
        return [file for kind in KEPT if kind.session for file in getattr(self, kind.folder).glob(kind.pattern)]

    @property
    def phrases(self) -> Path:
        """Spoken lines that were rendered before."""
        return self.cache / "phrases"


def folders() -> Folders:
    """This user's folders; nothing is made or touched, except where there is no home folder."""
    chosen = os.environ.get("STRETCHCOACH_HOME", "")
    if chosen:
        return _chosen(chosen)
    if not has_home():
        from stretchcoach.words.machine_notices import NO_HOME

        return below(makeshift(), NO_HOME)
    from platformdirs import PlatformDirs

    places = PlatformDirs(NAME, appauthor=False)
    return Folders(places.user_config_path, places.user_data_path, places.user_cache_path, places.user_state_path)


def _chosen(name: str) -> Folders:
    """All folders below the one that was asked for."""
    try:
        return below(Path(name).expanduser().absolute())
    except RuntimeError:
        from stretchcoach.words.machine_notices import no_such_user

        return below(makeshift(), no_such_user(name))


def below(home: Path, notice: str = "") -> Folders:
    """All folders below one."""
    return Folders(home / "config", home / "data", home / "cache", home / "state", notice)


def has_home() -> bool:
    """Whether there is a home folder to keep things in."""
    try:
        return Path.home().is_dir()
    except (RuntimeError, OSError):
        return False


def makeshift() -> Path:
    """A private folder that this user finds again until the machine is restarted."""
    import tempfile

    getuid = getattr(os, "getuid", None)
    place = Path(tempfile.gettempdir()) / f"{NAME}-{getuid() if getuid else 'home'}"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        if place.is_symlink() or (getuid and place.stat().st_uid != getuid()):
            return Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
    except OSError:
        return place
    return place


def obstacle(folder: Path) -> str:
    """Why nothing can be written into ``folder``, or an empty string; makes the folder if it is missing."""
    import tempfile

    try:
        private.folder(folder)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"room for a note")
            probe.flush()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def misplaced(places: Folders) -> str:
    """Where routines lie that are not looked at, since they lie beside the settings; or an empty string."""
    for folder in (places.config / "routines", places.config):
        with contextlib.suppress(OSError):
            stray = [each.name for each in folder.glob("*.toml") if each != places.settings]
            if stray and folder != places.routines:
                from stretchcoach.words.machine_notices import not_looked_at

                return not_looked_at(folder / min(stray), places.routines)
    return ""


def night_hour(hour: int) -> bool:
    """Whether it is night by the clock: from 22 to 6."""
    return hour >= 22 or hour < 6
