"""What is made of the diary, by typed lines."""

from collections.abc import Sequence
from pathlib import Path

from stretchcoach.core.routine import Routine
from stretchcoach.program.paperwork import DiaryError, Paperwork, ThereError
from stretchcoach.words.plain_lines import (
    DELETE_ONE,
    ENDINGS,
    HELP,
    deletes_all,
    import_takes,
    no_routine,
    type_to_replace,
)

WHOLE = 10_000
"""Letters that a line may have: sentences are not broken."""
REPLACE, YES = "replace", "yes"
FORMS = {".pdf": "pdf", ".html": "html", ".htm": "html", ".txt": "txt"}
TABLES = {".csv": "csv", ".json": "json"}


def answer_lines(typed: str, paperwork: Paperwork) -> Sequence[str] | None:
    """The lines that answer what was typed; None where it is about something else.  It may take a while."""
    first, _, rest = typed.strip().partition(" ")
    act = {
        "papers": _papers, "report": _report, "export": _export, "import": _import, "effect": _effect,
        "bedtime": _bedtime, "remind": _remind, "delete": _delete,
    }.get(first.lower())  # fmt: skip
    if act is None:
        return None
    try:
        return act(rest.strip(), paperwork)
    except ThereError as error:
        return (type_to_replace(error, REPLACE),)
    except DiaryError as error:
        return (str(error),)


def _papers(_: str, __: Paperwork) -> Sequence[str]:
    return HELP


def _report(rest: str, paperwork: Paperwork) -> Sequence[str]:
    if not rest:
        return [line for line in paperwork.report(width=WHOLE, told=True).splitlines() if line.strip(" =")]
    file, over = _ending(rest, REPLACE)
    form = FORMS.get(Path(file).suffix.lower())
    if form is None:
        return (ENDINGS,)
    return (f"Saved: {paperwork.save_report(file, form, over=over)}",)


def _export(rest: str, paperwork: Paperwork) -> Sequence[str]:
    file, over = _ending(rest, REPLACE)
    fhir = file.lower().startswith("fhir ")
    file = file[5:].strip() if fhir else file
    form = "fhir" if fhir else TABLES.get(Path(file).suffix.lower())
    if not file or form is None:
        return (HELP[1],)
    return (f"Saved: {paperwork.save_export(file, form, over)}",)


def _import(rest: str, paperwork: Paperwork) -> Sequence[str]:
    file, sure = _ending(rest, YES)
    look = paperwork.look(file)
    if not look.usable:
        return look.lines
    return (paperwork.take(look),) if sure else (*look.lines, import_takes(file, YES))


def _effect(rest: str, paperwork: Paperwork) -> Sequence[str]:
    routine = _named(rest, paperwork)
    return [line for line in paperwork.effect(routine) if line] if routine else (_unknown(rest),)


def _bedtime(rest: str, paperwork: Paperwork) -> Sequence[str]:
    what, _, name = rest.partition(" ")
    if what.lower() == "start":
        routine = _named(name, paperwork)
        return paperwork.start(routine, "type {}.") if routine else (_unknown(name),)
    return paperwork.stop() if what.lower() == "stop" else paperwork.programme("type {}.")


def _remind(rest: str, paperwork: Paperwork) -> Sequence[str]:
    file, over = _ending(rest, REPLACE)
    before, _, last = file.rpartition(" ")
    file, at = (before, last) if before and ":" in last else (file, "21:30")
    return (f"Saved: {paperwork.save_reminder(file, 'calendar', at, over=over)}",)


def _delete(rest: str, paperwork: Paperwork) -> Sequence[str]:
    words = rest.lower().split()
    if words == ["all", YES]:
        return paperwork.delete_all()
    if words[:1] == ["all"]:
        return (deletes_all(YES),)
    return (HELP[-1], DELETE_ONE)


def _named(name: str, paperwork: Paperwork) -> Routine | None:
    """The routine that is meant; the bedtime stretch, if none is named."""
    return paperwork.find(name.strip()) if name.strip() else next(iter(paperwork.routines()), None)


def _unknown(name: str) -> str:
    return no_routine(name[:40])


def _ending(text: str, word: str) -> tuple[str, bool]:
    """The text without that word at its end, and whether it stood there."""
    before, _, last = text.rpartition(" ")
    return (before.strip(), True) if before and last.lower() == word else (text, False)
