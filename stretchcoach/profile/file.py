"""The profile's file: for the owner's eyes only, and gone when the owner says so."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stretchcoach.library.check import Fault, check
from stretchcoach.library.problem import Problem
from stretchcoach.library.toml_file import amend, placed, reason, tables_of
from stretchcoach.profile.values import Profile, fields
from stretchcoach.words import profile_fields

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

PRIVATE = 0o600


def load(path: Path) -> tuple[Profile, list[Problem]]:
    """What is known; a fact with any mistake in it is unknown as a whole, and a problem tells why."""
    text, table, problems = tables_of(path)
    checked = check(table, Profile)
    faults = list(checked.faults)
    if "pregnancy" in table and "pregnancy_said" not in table:
        faults.append(Fault(("pregnancy",), profile_fields.MONTH_MISSING))
    bad = {fault.path[0] for fault in checked.faults}
    good = {key: value for key, value in checked.values.items() if key not in bad}
    return Profile(**good), [*problems, *placed(path, text, faults)]


def save(path: Path, profile: Profile) -> str:
    """Write what differs from the file into it; an empty string, or why it could not be kept."""

    def change(document: "TOMLDocument") -> None:
        now, _ = load(path)
        for key in profile.__struct_fields__:
            value = getattr(profile, key)
            if value == getattr(now, key):
                continue
            if value is None:
                document.pop(key, None)
            else:
                document[key] = _plain(value)

    return _amend(path, change)


def clear_fact(path: Path, key: str) -> str:
    """Take a fact out of the file, right or wrong; an empty string, or why it is still there."""

    def change(document: "TOMLDocument") -> None:
        for name in fields(key):
            document.pop(name, None)

    return _amend(path, change) if path.exists() else ""


def delete(path: Path) -> str:
    """Take the file away, and what an interrupted write may have left; an empty string, or why it is still there."""
    try:
        real = path.resolve()
        for each in (*real.parent.glob(f".{real.name}-*"), real, path):
            if os.path.lexists(each):  # on a disk that cannot be written the system refuses even where nothing is
                each.unlink(missing_ok=True)
    except NotADirectoryError:
        return ""
    except OSError as error:
        return profile_fields.not_deleted(path, reason(error))
    except RuntimeError:
        return profile_fields.link_to_itself(path)
    return ""


def _amend(path: Path, change: "Callable[[TOMLDocument], None]") -> str:
    return amend(path, change, profile_fields.THE_PROFILE, "profile show", PRIVATE)


def _plain(value: Any) -> Any:
    """As TOML has it: lists, and whole years without a point."""
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value
