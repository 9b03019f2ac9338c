"""All routines that can be found, those of the person's own folder first."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from stretchcoach.core.fitting import shortest
from stretchcoach.core.plan import Style
from stretchcoach.core.routine import Routine
from stretchcoach.library.problem import Problem
from stretchcoach.machine.nearest import near_names
from stretchcoach.words import library_faults

PURPOSES = ("warm-up", "cool-down", "break", "prevention", "relief")
"""In the order in which they are listed."""
FEWEST = 3
"""Letters of a title that are enough to mean it."""


class Shelf(Struct, frozen=True):
    """Routines by id, and what was wrong with the files beside them."""

    routines: Mapping[str, Routine]
    problems: tuple[Problem, ...] = ()
    own: frozenset[str] = frozenset()
    """Ids of those that do not come with the program."""

    def find(self, name: str) -> Routine | None:
        """The routine with this id or title, or the beginning of one.

        Capitals, spaces, hyphens and underscores make no difference.
        """
        if name in self.routines:
            return self.routines[name]
        wanted = _plain(name)
        named = [r for r in self.routines.values() if wanted in (_plain(r.id), _plain(r.title))]
        return next(iter(named), None) or self._meant(wanted)

    def clear(self, name: str) -> Routine | None:
        """The routine that ``find`` gives, where ``name`` stops at the end of a word: ``football``, and not ``foo``."""
        routine, wanted = self.find(name), _words(name)
        if routine is None or _plain(name) in (_plain(routine.id), _plain(routine.title)):
            return routine
        whole = any(_words(text)[: len(wanted)] == wanted for text in (routine.id, routine.title))
        return routine if whole else None

    def _meant(self, wanted: str) -> Routine | None:
        """The only routine whose title or id begins with these letters; of several the only one of the person's own."""
        found = [
            r for r in self.routines.values() if _plain(r.title).startswith(wanted) or _plain(r.id).startswith(wanted)
        ]
        mine = [r for r in found if r.id in self.own]
        few = found if len(found) == 1 else mine
        return few[0] if len(few) == 1 and len(wanted) >= FEWEST else None

    def near(self, name: str, most: int = 3) -> list[str]:
        """The ids most like ``name``, the nearest first, for a name that is not found."""
        plain = {_plain(id_): id_ for id_ in self.routines}
        wanted = _plain(name)
        close = near_names(wanted, plain, most, 0.6)
        close += [id_ for id_ in plain if wanted and wanted in id_ and id_ not in close]
        return [plain[id_] for id_ in close[:most]]

    def pick(self, use: str = "", position: str = "", minutes: float | None = None) -> list[Routine]:
        """Those for a sport or purpose, in a position, of at most so many minutes, or that can be shortened to them."""
        return [
            routine
            for routine in self.routines.values()
            if (not use or suits(routine, use))
            and (not position or routine.position == position.strip().lower())
            and (minutes is None or routine.minutes <= minutes or shortest(routine, Style()) <= 60 * minutes)
        ]

    def uses(self) -> list[str]:
        """Every sport and purpose that ``pick`` knows."""
        return sorted({use for r in self.routines.values() for use in (r.purpose, *r.sports)})


def suits(routine: Routine, use: str) -> bool:
    """Whether it is for this sport or purpose; ``running`` finds ``run`` and ``warmup`` finds ``warm-up``."""
    wanted = _plain(use)
    known = [_plain(word) for word in (routine.purpose, *routine.sports)]
    return wanted in known or any(len(word) > 2 and wanted.startswith(word) for word in known)


def shelf(folders: Sequence[Path]) -> Shelf:
    """Read every ``*.toml`` in these folders; the first folder that has an id wins, unless its file is broken."""
    from stretchcoach.library.reading import read

    found: dict[str, Routine] = {}
    own: set[str] = set()
    problems: list[Problem] = []
    for folder in folders:
        paths, trouble = _files(folder)
        problems += trouble
        for path in paths:
            routine, faults = read(path)
            problems += faults
            if routine is not None and routine.id not in found:
                found[routine.id] = routine
                own |= {routine.id} if folder != shipped_folder() else set()
    ranked = {r.id: r for r in sorted(found.values(), key=_rank)}
    return Shelf(MappingProxyType(ranked), tuple(problems), frozenset(own))


def shipped_folder() -> Path:
    """The routines that come with the program: inside the installed package, or beside it in a source tree."""
    package = Path(__file__).parent.parent
    inside = package / "routines"
    return inside if inside.is_dir() else package.parent / "routines"


def _files(folder: Path) -> tuple[Iterable[Path], list[Problem]]:
    """The routine files of a folder; one that is not there yet is no problem."""
    try:
        return sorted(p for p in folder.iterdir() if p.suffix == ".toml" and not p.name.startswith(".")), []
    except FileNotFoundError:
        return (), []
    except OSError as error:
        return (), [Problem(str(folder), 1, "file", library_faults.file_not_read(error.strerror))]


def _rank(routine: Routine) -> tuple[int, float, str]:
    return PURPOSES.index(routine.purpose), routine.minutes, routine.title


def _words(name: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
