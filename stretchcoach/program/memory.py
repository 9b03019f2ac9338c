"""What a session leaves behind for the next one."""

from collections.abc import Mapping
from datetime import datetime

from stretchcoach import library, profile
from stretchcoach.core.knowledge import Value
from stretchcoach.core.messages import Fact
from stretchcoach.core.record import Answered, Judged, PutOff, Released, RoutineDone
from stretchcoach.machine.folders import Folders
from stretchcoach.program import put_off, state

STILL_TRUE = frozenset({"injury", "duration_min", "stretch_effect", "lasted", "returned"})
"""Safety answers that were about the cramp itself; the others are asked again after a night."""


class Memory:
    """The answers of the session that runs, and the small facts that outlive it."""

    def __init__(self, places: Folders) -> None:
        self._places = places
        self._answers: dict[str, Value] = {}
        self._later = False

    def begin(self, known: Mapping[str, Value]) -> None:
        """A session with questions; ``known``: answers that need not be asked for."""
        self._answers, self._later = dict(known), False

    def take(self, fact: Fact) -> None:
        """A fact of the session that runs."""
        match fact:
            case Released():
                state.note_release(self._places.state)
            case Answered(key=key, value=value) if value:
                self._answers[key] = str(value)
            case PutOff():
                self._later = True
                state.put_off(self._places.state, self._answered())
            case Judged(causes=causes) if causes is not None and not self._later:
                state.clear_put_off(self._places.state)
            case RoutineDone(routine=routine):
                state.note_finished(self._places.state, routine)
            case _:
                pass

    def still_true(self) -> dict[str, Value]:
        """What was answered before the rest was put off, and still holds."""
        kept = put_off.waiting(self._places) or {}
        return {key: value for key, value in kept.items() if _still_true(key)}

    def _answered(self) -> dict[str, Value]:
        """The answers to questions of the knowledge, their parts included."""
        known = library.knowledge().by_key
        return {key: value for key, value in self._answers.items() if key.partition(".")[0] in known}


def _still_true(key: str) -> bool:
    item = library.knowledge().by_key.get(key.partition(".")[0])
    return item is not None and (item.topic != "safety" or item.key in STILL_TRUE)


def keep_profile(places: Folders, before: profile.Profile, facts: profile.Profile) -> str:
    """Write what the user told, into its file and with its date into the diary; why that cannot be, or nothing."""
    from stretchcoach.diary import profile_changes

    kept, fresh = profile.facts_of(before), profile.facts_of(facts)
    lost = [key for key, value in kept.items() if value is not None and fresh[key] is None]
    troubles = (
        profile.save(places.profile, facts),
        profile_changes.take_out(places.diary, lost),
        profile_changes.note(places.diary, kept, fresh, datetime.now().astimezone()),
    )
    return next(filter(None, troubles), "")


def drop_profile(places: Folders) -> str:
    """Take it out of both; why it is still on the disk, or nothing."""
    from stretchcoach.diary import profile_changes

    return profile.delete(places.profile) or profile_changes.take_out(places.diary, profile.KEYS)
