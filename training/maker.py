"""One window: a word as the program will meet it, said a moment ago at whatever level, in whatever room."""

from typing import NamedTuple

import numpy as np
from scipy.signal import lfilter, resample_poly

from stretchcoach.ears.encoder import WINDOW
from training.corpus import RATE, Clip, Sound, word
from training.noises import Noises, Rng, coloured, power
from training.rooms import convolve, response, room

LATEST = 0.5
"""Seconds after the end of a word at which it is looked at for the last time."""


class Window(NamedTuple):
    """One example."""

    sound: Sound
    text: str
    """What was said in it and has just ended; empty: nothing complete."""
    how: str
    """``whole``, ``part`` (the word still goes on or was cut), ``runon`` (speech goes on after it), ``noise``, ..."""
    voice: str
    human: bool
    clean: Sound | None = None
    """The same sound before a noise or talk was laid over it, where that was done."""


def speed(sound: Sound, rng: Rng) -> Sound:
    """Faster or slower by up to a seventh, pitch with it."""
    up = int(rng.integers(88, 115))
    return np.asarray(resample_poly(sound, 100, up), dtype=np.float32)


def tint(sound: Sound, rng: Rng) -> Sound:
    """The sound of another microphone: a tilt, a band, now and then clipping."""
    if rng.random() < 0.5:
        sound = lfilter([1.0, rng.uniform(-0.6, 0.5)], [1.0], sound)
    if rng.random() < 0.2:
        narrow = resample_poly(resample_poly(sound, 1, 2), 2, 1)
        sound = narrow[: len(sound)]
    elif rng.random() < 0.12:
        from scipy.signal import butter

        b, a = butter(2, [rng.uniform(150, 350), rng.uniform(3000, 6500)], "band", fs=RATE)
        sound = lfilter(b, a, sound)
    if rng.random() < 0.06:
        top = np.abs(sound).max() * rng.uniform(0.2, 0.7)
        sound = np.clip(sound, -top, top)
    return np.asarray(sound, dtype=np.float32)


class Maker:
    """Turns clips into windows."""

    def __init__(
        self, noises: Noises, before: list[Sound], rng: Rng, television: Sound | None = None, hard: bool = False
    ) -> None:
        """``television``: people who talk on in the background of every word; ``hard``: of half of them, one or eight,
        and the others come from the far end of a room or are drowned in noise."""
        self.hard = hard
        self.noises = noises
        self.before = before
        self.rng = rng
        self.television = television

    def said(self, clip: Sound, raw: bool) -> tuple[Sound, int, int]:
        """A clip at another speed in another room, and where its word lies."""
        rng = self.rng
        sound = speed(clip, rng) if rng.random() < 0.7 else clip
        first, last = word(sound)
        if not raw and last - first > 1600:
            lead, tail = int(rng.integers(0, 2400)), int(rng.integers(0, 3200))
            begin, end = max(0, first - lead), min(len(sound), last + tail)
            sound, first, last = sound[begin:end], first - begin, last - begin
            fade = int(min(rng.choice([8, 160]), len(sound) // 4))
            sound = sound.copy()
            sound[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)
            sound[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
        if self.hard and rng.random() < 0.3:
            sound = convolve(sound, response(rng, rng.uniform(0.7, 1.5), rng.uniform(0.3, 0.9)))
        elif rng.random() < 0.4:
            wet = room(sound, rng)
            sound = wet[: len(sound)]
        return tint(sound, rng), first, last

    def place(self, sound: Sound, end: int, back: int) -> Sound:
        """A window in which sample ``end`` of the sound lies ``back`` samples before now."""
        window = np.zeros(WINDOW, dtype=np.float32)
        at = WINDOW - back - end
        lo, hi = max(0, at), min(WINDOW, at + len(sound))
        window[lo:hi] = sound[lo - at : hi - at]
        return window

    def disturb(self, window: Sound, loud: float) -> Sound:
        """Noise at 2 to 40 dB below the word, and the level of anybody."""
        rng = self.rng
        if self.television is not None and not (self.hard and rng.random() < 0.5):
            many = 8 if self.hard and rng.random() < 0.35 else 1
            begins = rng.integers(len(self.television) - WINDOW, size=many)
            others = np.sum([self.television[at : at + WINDOW] for at in begins], axis=0)
            least = 6 if many == 1 else 4
            window = window + others * (loud / (power(others) + 1e-6) * 10 ** (-rng.uniform(least, 22) / 20))
        elif rng.random() < 0.85:
            ratio = rng.uniform(3, 40) if rng.random() < 0.5 else rng.uniform(3, 14)
            window = window + self.noises.cut(rng) * (loud * 10 ** (-ratio / 20))
        return np.asarray(window * 10 ** (rng.uniform(-25, 5) / 20), dtype=np.float32)

    def whole(self, clip: Clip, sound: Sound) -> Window:
        """The word has just ended."""
        rng = self.rng
        heard, first, last = self.said(sound, rng.random() < 0.35)
        loud = power(heard[first:last])
        window = self.place(heard, last, int(rng.uniform(0.03, LATEST) * RATE))
        if rng.random() < 0.2:
            other = self.before[rng.integers(len(self.before))]
            _, ended = word(other)
            begin = WINDOW - int(LATEST * RATE) - (last - first) - int(rng.uniform(0.1, 0.4) * RATE)
            piece = other[:ended][-max(begin, 0) :] if begin > 1600 else other[:0]
            gain = loud / (power(piece) + 1e-6) * 10 ** (rng.uniform(-12, 3) / 20) if len(piece) else 0
            window[begin - len(piece) : begin] += piece * gain if len(piece) else 0
        return Window(self.disturb(window, loud), clip.text, "whole", clip.voice, clip.human, window)

    def part(self, clip: Clip, sound: Sound) -> Window:
        """The word still goes on, or only its end is in the window."""
        rng = self.rng
        heard, first, last = self.said(sound, False)
        loud = power(heard[first:last])
        cut = first + int((last - first) * rng.uniform(0.25, 0.72))
        if rng.random() < 0.7:
            window = self.place(heard[:cut], cut, int(rng.uniform(0, 0.15) * RATE))
        else:
            window = self.place(heard[cut:], last - cut, int(rng.uniform(0.05, 0.35) * RATE))
        return Window(self.disturb(window, loud), clip.text, "part", clip.voice, clip.human, window)

    def runon(self, clip: Clip, sound: Sound) -> Window:
        """Somebody goes on speaking right after the word, or spoke right before it."""
        rng = self.rng
        heard, first, last = self.said(sound, False)
        loud = power(heard[first:last])
        other = self.before[rng.integers(len(self.before))]
        begin, end = word(other)
        piece = other[begin:end] * (loud / (power(other[begin:end]) + 1e-6) * 10 ** (rng.uniform(-5, 5) / 20))
        gap = np.zeros(int(rng.uniform(0, 0.06) * RATE), dtype=np.float32)
        if rng.random() < 0.6:
            cut = int(len(piece) * rng.uniform(0.3, 1))
            both = np.concatenate([heard[first:last], gap, piece[:cut]])
        else:
            both = np.concatenate([piece, gap[: len(gap) // 2], heard[first:last]])
        window = self.place(both, len(both), int(rng.uniform(0, 0.3) * RATE))
        return Window(self.disturb(window, loud), clip.text, "runon", clip.voice, clip.human, window)

    def talk_only(self) -> Window:
        """A television or a company, and no word for us."""
        assert self.television is not None
        many = 8 if self.rng.random() < 0.4 else 1
        begins = self.rng.integers(len(self.television) - WINDOW, size=many)
        window = np.sum([self.television[at : at + WINDOW] for at in begins], axis=0)
        quieter = np.asarray(window * 10 ** (self.rng.uniform(-25, 5) / 20), dtype=np.float32)
        return Window(quieter, "", "talk", "", True)

    def noise(self) -> Window:
        """Nobody speaks; bangs and clicks."""
        rng = self.rng
        window = self.noises.cut(rng, babble=False)
        shape = np.interp(np.arange(WINDOW), np.linspace(0, WINDOW, 9), 10 ** (rng.uniform(-30, 0, 9) / 20))
        if rng.random() < 0.6:
            window = np.asarray(window * shape, dtype=np.float32)
        if rng.random() < 0.5:
            for _ in range(rng.integers(1, 4)):
                at, long = rng.integers(WINDOW - 3000), int(rng.integers(80, 3000))
                decay = np.exp(-np.arange(long) / (long / 5))
                window[at : at + long] += decay * coloured(rng, long) * rng.uniform(1, 8)
        return Window(np.asarray(window, dtype=np.float32), "", "noise", "", True)
