"""What our pyttsx3 drivers have in common: they render at once and leave the playing, and its events, to a player.

The stock Linux driver plays by ``os.system("aplay ...")`` and cannot be stopped.  Ours are used like this::

    driver.use(player)                                      # player(sound, tell)
    engine = pyttsx3.init(voices.register("espeak"))
    engine.say("Hold.")                                     # renders; the player calls tell("started-utterance") ...

A driver is free again as soon as the phrase is rendered, so phrases can be rendered ahead.
"""

import time
from array import array

from stretchcoach.pipes import pcm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    Tell = Callable[..., None]
    Player = Callable[[array[int], Tell], None]

_player: "Player | None" = None


def use(player: "Player") -> None:
    """From now on rendered phrases go to this player, with a function that tells pyttsx3 what is heard."""
    global _player  # noqa: PLW0603
    _player = player


class Driver:
    """The part of pyttsx3's driver interface that does not depend on the voice."""

    def __init__(self, proxy: "Any") -> None:
        self._proxy = proxy
        self._loops = self._ended = False

    def render(self, text: str) -> "array[int]":
        """The sound of a text."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Render a phrase and hand it to the player."""
        proxy, name = self._proxy, self._proxy._name

        def tell(topic: str, **facts: object) -> None:
            proxy.notify(topic, name=name, **facts)

        sound = self.render(text)
        if _player is None:
            raise RuntimeError("nobody plays: call use() first")
        _player(sound, tell)

    def save_to_file(self, text: str, filename: str) -> None:
        """Render a phrase into a WAV file."""
        import wave

        with wave.open(filename, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(pcm.RATE)
            file.writeframes(pcm.data(self.render(text)))

    def stop(self) -> None:
        """A phrase is rendered in a few milliseconds; stopping its sound is up to the player."""

    def destroy(self) -> None:
        """The libraries stay loaded: espeak-ng cannot be started twice."""

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3 names it
        """Do what is queued until ``endLoop``; with nothing queued pyttsx3 calls that one first."""
        self._loops, self._ended = not self._ended, False
        self._proxy.setBusy(False)
        while self._loops:
            time.sleep(0.005)

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3 names it
        """Leave ``startLoop``."""
        self._loops, self._ended = False, not self._loops

    def iterate(self) -> "Iterator[None]":
        """For a caller with its own event loop: everything is done at the call."""
        while True:
            self._proxy.setBusy(False)
            yield
