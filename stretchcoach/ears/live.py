"""The ears by themselves, for trying out: what is understood, one after the other."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue

from stretchcoach.core.messages import Event, Heard, Microphone, MicState, Notice
from stretchcoach.core.vocabulary import WORDS
from stretchcoach.ears.client import Ears
from stretchcoach.ears.options import EarOptions
from stretchcoach.words.ear_notices import OPEN

_LABELS = {word.phrase: word.label for word in WORDS}


def listen(
    options: EarOptions,
    armed: frozenset[str],
    tell: Callable[[str], None],
) -> Iterator[tuple[str, str, float, float]]:
    """Label, phrase, beginning and end of each word on the clock, until the consumer has had enough."""
    events: SimpleQueue[Event] = SimpleQueue()
    ears = Ears.start(options)
    try:
        ears.arm(armed)
        ears.listen(events.put)
        while True:
            event = events.get()
            if isinstance(event, Heard):
                yield _LABELS[event.text], event.text, event.began, event.ended
            elif isinstance(event, Notice):
                tell(event.text)
            elif isinstance(event, Microphone) and event.state is MicState.LISTENING:
                tell(OPEN)
    finally:
        ears.close()
