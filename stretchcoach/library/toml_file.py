"""A TOML file that is the user's as well as the program's: a fault has a line, and a change is whole or not at all."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stretchcoach.library.check import Fault
from stretchcoach.library.problem import Problem
from stretchcoach.library.toml import parsed
from stretchcoach.library.toml_lines import lines_of, nearest_line
from stretchcoach.machine import private
from stretchcoach.machine.files import UnreadableError, read_text
from stretchcoach.words import library_faults

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def tables_of(path: Path) -> tuple[str, dict[str, Any], list[Problem]]:
    """The text of the file and its tables; both are empty where there is no file, or none that can be read."""
    try:
        text = read_text(path)
        return text, parsed(text), []
    except FileNotFoundError:
        return "", {}, []
    except UnreadableError as error:
        what = library_faults.NOT_VALID_TOML if error.key == "toml" else ""
        return "", {}, [Problem(str(path), max(1, error.line), error.key, what + error.message)]


def placed(path: Path, text: str, faults: Iterable[Fault]) -> list[Problem]:
    """The faults with the lines on which they are, in their order."""
    places = lines_of(text)
    problems = [
        Problem(str(path), nearest_line(places, fault.path), ".".join(map(str, fault.path)), fault.message)
        for fault in faults
    ]
    return sorted(problems, key=lambda problem: problem.line)


def amend(path: Path, change: Callable[["TOMLDocument"], None], what: str, see: str, mode: int = 0) -> str:
    """Change the file and none of the user's own words in it; an empty string, or why ``what`` could not be kept.

    ``see`` is the command that names its mistakes; a ``mode`` of 0 is the one it has.
    """
    import tomlkit.exceptions

    try:
        document = _document(path)
        change(document)
        file = path.resolve()
        mode = mode or (file.stat().st_mode & 0o777 if file.exists() else private.FILE)
        private.replace(file, document.as_string().encode(), mode, sync=True)
    except OSError as error:
        return library_faults.not_kept_in(what, path, reason(error))
    except UnreadableError as error:
        if not error.line:
            return library_faults.not_kept_in_it(what, path, error.message)
        return library_faults.not_kept_for_mistake(what, path, see)
    except (ValueError, TypeError, RuntimeError, tomlkit.exceptions.TOMLKitError):
        return library_faults.not_kept_for_mistake(what, path, see)
    return ""


def reason(error: OSError) -> str:
    """What went wrong, in the words of the system."""
    return (error.strerror or str(error)).lower()


def _document(path: Path) -> "TOMLDocument":
    import tomlkit

    try:
        text = read_text(path)
        parsed(text)  # what tomlkit takes minutes over is refused at once
        return tomlkit.parse(text)
    except FileNotFoundError:
        return tomlkit.document()
