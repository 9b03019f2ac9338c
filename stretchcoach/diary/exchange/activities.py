"""What somebody was doing, as people name it: ``asleep``, ``in bed``, ``running``, ``at my desk``."""

import functools

ACTIVITIES = {
    "lying": "lying asleep sleeping slept sleep bed resting napping nap dozing liegen schlafend schlaf bett",
    "sitting": "sitting sat desk seated driving car chair sofa couch sitzen schreibtisch",
    "standing": "standing stood stehen",
    "walking": "walking walked walk hiking hike gehen wandern",
    "exercising": "exercising exercise exercised running run jogging jog cycling cycle biking swimming swim football"
    " gym sport sports training workout laufen joggen radfahren schwimmen",
}
FILL = frozenset("in on at the a my was i while down to going when im".split())
ACTIVITY_OF = {word: activity for activity, words in ACTIVITIES.items() for word in words.split()}
LONG = 64


@functools.lru_cache(1024)
def activity_named(raw: str) -> str | None:
    """The one activity that a text names; None where it names none, or something else besides."""
    if len(raw) > LONG:
        return None
    words = [word for word in raw.casefold().replace("_", " ").replace("'", "").split() if word not in FILL]
    found = {ACTIVITY_OF.get(word) for word in words}
    return found.pop() if len(found) == 1 else None
