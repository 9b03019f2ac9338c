"""A whole routine that is pasted in the place of a sheet: a file of another timer, a shared line, a routine file."""

import re

from msgspec import Struct

from stretchcoach.handout.routine_text import text_of_steps
from stretchcoach.library import own
from stretchcoach.machine.files import UnreadableError, json_value
from stretchcoach.words import cli_lines, writing_screens


class Whole(Struct, frozen=True):
    """A routine that needs no reading."""

    text: str = ""
    """Its file; empty where it cannot be used."""
    told: tuple[str, ...] = ()
    """What it is and what of it was lost, or why it cannot be used."""


def is_json(text: str) -> bool:
    """Whether a text is JSON rather than a sheet, whose lines may begin with ``[ ]``; what is JSON to its end is."""
    return re.match(r"\s*(?:\{|\[\s*(?:\{|\]\s*$))", text) is not None or _is_list(text)


def _is_list(text: str) -> bool:
    try:
        return text.lstrip().startswith("[") and isinstance(json_value(text), list)
    except UnreadableError:
        return False


def whole(text: str) -> Whole | None:
    """The routine that a text is; None where it is a sheet."""
    try:
        if own.holds_line(text):
            return Whole(own.unpacked(text)[1], (writing_screens.A_SHARED_ROUTINE,))
        if is_json(text):
            return _of_another(text)
    except UnreadableError as error:
        return Whole(told=(error.about(writing_screens.WHAT_WAS_PASTED),))
    is_file = re.search(r"^format *= *\d", text, re.MULTILINE) and re.search(r"^\[\[steps\]\]", text, re.MULTILINE)
    return Whole(text, (writing_screens.A_ROUTINE_FILE,)) if is_file else None


def _of_another(text: str) -> Whole:
    from stretchcoach.neighbours import taken

    format_, found = taken(text)
    first = found[0]
    head, source = cli_lines.made_of(format_.app), cli_lines.from_app(format_.app)
    file = text_of_steps(first.title, first.steps, source, remarks=(head, *first.lost))
    more = (writing_screens.first_of(len(found)),) if len(found) > 1 else ()
    return Whole(file, (cli_lines.from_titled(format_.app, first.title) if first.title else source, *more, *first.lost))
