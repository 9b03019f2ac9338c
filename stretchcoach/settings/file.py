"""The settings file: read forgivingly, written without losing a word of the user's own."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stretchcoach.library.check import Fault, check
from stretchcoach.library.problem import Problem
from stretchcoach.library.tables import Table
from stretchcoach.library.toml_file import amend, placed, tables_of
from stretchcoach.machine.nearest import guess
from stretchcoach.settings.values import CoachSettings, ListenSettings, ScreenSettings, Settings, VoiceSettings
from stretchcoach.words import setting_fields

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

SECTIONS: dict[str, type[Table]] = {
    "voice": VoiceSettings,
    "listen": ListenSettings,
    "coach": CoachSettings,
    "screen": ScreenSettings,
}


def load(path: Path) -> tuple[Settings, list[Problem]]:
    """What the file says; every value that cannot be used is the default, and a problem tells why."""
    text, tables, problems = tables_of(path)
    sections: dict[str, Any] = {}
    faults = [_unknown((name,), "section", SECTIONS) for name in tables if name not in SECTIONS]
    for name in SECTIONS.keys() & tables.keys():
        sections[name], found = _section(name, tables[name])
        faults += found
    return Settings(**sections), [*problems, *placed(path, text, faults)]


def save(path: Path, settings: Settings) -> str:
    """Write what differs from the file into it; an empty string, or why it could not be kept."""

    def change(document: "TOMLDocument") -> None:
        now, _ = load(path)
        for section in settings.__struct_fields__:
            old, new = getattr(now, section), getattr(settings, section)
            for key in new.__struct_fields__:
                if getattr(old, key) != getattr(new, key):
                    document.setdefault(section, {})[key] = getattr(new, key)

    return amend(path, change, setting_fields.THE_SETTINGS, "config validate")


def _section(name: str, table: object) -> tuple[Table, list[Fault]]:
    """The section's good values, the default for every other, and what is wrong with those."""
    kind = SECTIONS[name]
    checked = check(table, kind, (name,))
    bad = {fault.path for fault in checked.faults}
    good = {key: value for key, value in checked.values.items() if (name, key) not in bad}
    known = kind.__struct_fields__
    faults = [
        _unknown(fault.path, setting_fields.setting_of(name), known)
        if fault.path[1:] and fault.path[1] not in known
        else fault
        for fault in checked.faults
    ]
    return kind(**good), faults


def _unknown(path: tuple[str | int, ...], what: str, known: Iterable[str]) -> Fault:
    return Fault(path, setting_fields.is_no(what, guess(str(path[-1]), known)))
