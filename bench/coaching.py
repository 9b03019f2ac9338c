"""The coach's own voice as a microphone may get it: all its lines, by both voices, at several paces."""

import numpy as np
from numpy.typing import NDArray

from bench.hard import narrow
from stretchcoach.audio.tts import engine
from stretchcoach.core.plan import Style
from stretchcoach.core.unfold import build
from stretchcoach.library import knowledge, shelf, shipped_folder
from stretchcoach.program.fixed_lines import cramp_lines

Sound = NDArray[np.float32]
RATE = 16_000
PACES = (140, 160, 190)
"""Words a minute."""


def coach_lines() -> list[str]:
    """All that the coach says: cramp, questions and the routines that come with the program."""
    routines = shelf([shipped_folder()]).routines.values()
    planned = (line for routine in routines for line in build(routine, Style()).lines())
    return sorted({*cramp_lines(), *(row.ask for row in knowledge().by_key.values()), *planned})


class Coaching:
    """Lines in any order, at 16 kHz, each voice in turn."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng, self._lines = rng, coach_lines()
        self._voices = [engine("natural"), engine("espeak")]
        self._said: dict[tuple[str, int, int], Sound] = {}
        self._turn = 0

    def minute(self) -> Sound:
        """The next one, by one voice at one pace."""
        self._turn += 1
        who, pace = self._turn % len(self._voices), int(self._rng.choice(PACES))
        parts: list[Sound] = []
        while sum(map(len, parts)) < 60 * RATE:
            line = self._lines[self._rng.integers(len(self._lines))]
            parts += [self._line(line, who, pace), np.zeros(int(self._rng.uniform(0.2, 2) * RATE), np.float32)]
        return np.concatenate(parts)[: 60 * RATE]

    def _line(self, line: str, who: int, pace: int) -> Sound:
        if (line, who, pace) not in self._said:
            sound = np.asarray(self._voices[who].render(line, "", pace), np.float32)
            self._said[line, who, pace] = narrow(sound)
        return self._said[line, who, pace]
