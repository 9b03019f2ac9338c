"""Questions that were put off: what was answered of them before, from the state folder or else from the diary."""

import time
from typing import TYPE_CHECKING

from stretchcoach.program import state

if TYPE_CHECKING:
    from stretchcoach.core.knowledge import Value
    from stretchcoach.diary.entries import Said
    from stretchcoach.machine.folders import Folders


def waiting(places: "Folders") -> "dict[str, Value] | None":
    """The answers given before the rest was put off; None where nothing waits, or only since too long ago."""
    kept = state.put_off_answers(places.state)
    if kept is not None:
        return _readable(kept)
    if not places.diary.is_file():
        return None
    from stretchcoach.diary import Diary, DiaryError
    from stretchcoach.diary.entries import moment

    diary = Diary.open(places.diary)
    try:
        entry = diary.pending()
    except DiaryError:
        return None
    finally:
        diary.close()
    if entry is None or not 0 <= time.time() - moment(entry.began) <= state.FRESH:
        return None
    return {key: _value(value) for key, value in entry.answers.items() if value is not None}


def _readable(kept: "dict[str, Value]") -> "dict[str, Value]":
    """The answers that can still be read; the other questions are asked again."""
    from stretchcoach.library import knowledge
    from stretchcoach.library.answer_sheets import problems

    known = knowledge()
    plain = {key: sorted(value) if isinstance(value, frozenset) else value for key, value in kept.items()}
    return {key: value for key, value in kept.items() if not problems(known, {key: plain[key]})}


def _value(said: "Said") -> "Value":
    """An answer of the diary as the core knows it."""
    if isinstance(said, list):
        return frozenset(said)
    return ("yes" if said else "no") if isinstance(said, bool) else said if said is not None else ""
