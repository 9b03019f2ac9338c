"""The ears by themselves, for trying out: what is understood, one after the other."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue

from stretchcoach.core.messages import Event, Heard, Microphone, MicState, Notice
from stretchcoach.core.vocabulary import labelled
from stretchcoach.ears.client import Ears
from stretchcoach.ears.options import EarOptions
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.words.ear_notices import OPEN


def listen(
    options: EarOptions,
    armed: frozenset[str],
    tell: Callable[[str], None],
) -> Iterator[tuple[str, str, float, float]]:
    """Label, phrase, beginning and end of each word or saying on the clock, until the consumer has had enough."""
    events: SimpleQueue[Event] = SimpleQueue()
    ears = Ears.start(options)
    try:
        ears.arm(armed)
        ears.listen(events.put)
        while True:
            event = events.get()
            if isinstance(event, Heard):
                label = UNCLEAR if event.text == UNCLEAR else labelled(event.text, armed)
                yield label, event.text, event.began, event.ended
            elif isinstance(event, Notice):
                tell(event.text)
            elif isinstance(event, Microphone) and event.state is MicState.LISTENING:
                tell(OPEN)
    finally:
        ears.close()
