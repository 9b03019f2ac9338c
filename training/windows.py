"""From recordings to training windows: placed, disturbed, encoded.

``python -m training.windows OUT --speech FOLDER [--made FOLDER] --part PART`` (human, made, hard, television, echo,
sentences, noise) writes ``OUT/<part>.npz`` (labels) and ``OUT/<part>.f16`` (float16 vectors of the frozen encoder, one
window each).
A window looks as the program will meet it: the word has ended a moment ago, at whatever level, in whatever room.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.signal import lfilter, resample_poly

from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.encoder import VECTOR, WINDOW, Encoder
from stretchcoach.ears.endpoints import BLOCK, WordEnds
from stretchcoach.ears.reference import Reference
from training.corpus import RATE, Clip, Sound, load, made, recorded, talk, word
from training.folds import held_out
from training.noises import Noises, Rng, coloured, power
from training.rooms import Tape, convolve, echo, response, room

FRAMES = 52
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
        return Window(self.disturb(window, loud), clip.text, "whole", clip.voice, clip.human)

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
        return Window(self.disturb(window, loud), clip.text, "part", clip.voice, clip.human)

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
        return Window(self.disturb(window, loud), clip.text, "runon", clip.voice, clip.human)

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


def spoken(rng: Rng, lines: list[Sound], seconds: float) -> Sound:
    """The coach talking, with the pauses between its lines."""
    out: list[Sound] = []
    while sum(map(len, out)) < seconds * RATE:
        line = lines[rng.integers(len(lines))]
        out += [line / (np.abs(line).max() + 1e-6) * 0.5, np.zeros(int(rng.uniform(0.1, 1.2) * RATE), dtype=np.float32)]
    return np.asarray(np.concatenate(out)[: int(seconds * RATE)], dtype=np.float32)


def cancelled(microphone: Sound, played: Sound) -> Sound:
    """What the canceller leaves of it."""
    canceller, reference = Canceller(), Reference(Tape(played))
    out = np.zeros_like(microphone)
    for at in range(0, len(out) - BLOCK + 1, BLOCK):
        mine = reference.block(at / RATE, BLOCK, canceller.drift)
        out[at : at + BLOCK] = canceller.clean(microphone[at : at + BLOCK], mine)
    return out


def over_the_coach(maker: Maker, clips: list[Clip], sounds: list[Sound], lines: list[Sound]) -> Iterator[Window]:
    """Twelve seconds of coaching with four words said over it, at an echo of -9 to 9 dB, and what else there was."""
    rng = maker.rng
    played = spoken(rng, lines, 12.8)
    back = echo(played, rng)
    back *= 0.03 / power(back)
    silence = 10 ** (-rng.uniform(20, 45) / 20) * 0.03
    microphone = back + maker.noises.cut(rng, len(back), babble=False) * silence
    said = []
    for at in (1.2, 4.0, 7.0, 10.0):
        number = int(rng.integers(len(clips)))
        sound, first, last = maker.said(sounds[number], False)
        begin = int((at + rng.uniform(0, 1.0)) * RATE)
        sound = sound * (0.03 / power(sound[first:last]) * 10 ** (rng.uniform(-9, 9) / 20))
        sound = sound[: len(back) - begin]
        microphone[begin : begin + len(sound)] += sound
        said.append((clips[number], begin + first, begin + last))
    out = np.concatenate([np.zeros(WINDOW, dtype=np.float32), cancelled(microphone.astype(np.float32), played)])
    for clip, _, end in said:
        for _ in range(2):
            now = min(end + int(rng.uniform(0.03, LATEST) * RATE), len(microphone))
            yield Window(out[now : now + WINDOW], clip.text, "echo", clip.voice, clip.human)
    for now in rng.integers(RATE, len(microphone), 40)[:6]:
        if all(now < begin + 800 or now > end + RATE for _, begin, end in said):
            yield Window(out[now : now + WINDOW], "", "residue", "", True)


def people_talking(speech: Path, found: list[Clip]) -> Sound:
    """All talk that there is to learn from, one after the other, equally loud."""
    clips = [*talk(speech), *(clip for clip in found if clip.kind == "sentence")]
    return np.concatenate([each * np.float32(0.05 / power(each)) for each in (load(clip.path) for clip in clips)])


def looked(stream: Sound, voice: str, rng: Rng, most: int) -> Iterator[Window]:
    """Windows of a long recording at the moments at which the program would look."""
    moments = WordEnds()
    padded = np.concatenate([np.zeros(WINDOW, dtype=np.float32), stream])
    ends = [at + BLOCK for at in range(0, len(stream) - BLOCK, BLOCK) if moments.feed(stream[at : at + BLOCK])]
    for end in rng.permutation(ends)[:most]:
        yield Window(padded[end : end + WINDOW], "", "sentence", voice, True)


def examples(part: str, speech: Path, folder: Path | None, people: bool, rng: Rng, times: float) -> Iterator[Window]:
    """The windows of one part; ``people``: their words, and of ``folder`` only the talk in the background."""
    noises = Noises(speech)
    found = [c for c in (made(folder) if folder else ()) if not held_out(c.voice)]
    clips = [c for c in (recorded(speech) if people or not folder else found) if c.kind != "sentence"]
    if part in ("human", "made", "hard"):
        sounds = [load(clip.path) for clip in clips]
        before = [sounds[i] for i in rng.permutation(len(sounds))[:400]]
        television = people_talking(speech, found) if part == "hard" else None
        maker = Maker(noises, before, rng, television, part == "hard")
        for clip, sound in zip(clips, sounds, strict=True):
            if len(sound) < 2000 or np.abs(sound).max() < 1e-3:
                continue
            for _ in range(int(times) + (rng.random() < times % 1)):
                yield maker.whole(clip, sound)
            for make in (maker.part, maker.runon):
                if rng.random() < times / 6:
                    yield make(clip, sound)
            if television is not None and rng.random() < times / 8:
                yield maker.talk_only()
    elif part == "television":
        television = people_talking(speech, found)
        before = [television[at : at + 2 * RATE] for at in rng.integers(len(television) - 2 * RATE, size=20)]
        maker = Maker(noises, before, rng, television)
        human = list(recorded(speech))
        for clip in human + [clip for clip in clips if clip.kind == "word"][:: max(1, round(2 / times))]:
            sound = load(clip.path)
            if len(sound) > 2000 and np.abs(sound).max() > 1e-3:
                for _ in range(int(times) if clip.human else 1):
                    yield maker.whole(clip, sound)
    elif part == "echo":
        human = list(recorded(speech))
        lines = [load(clip.path) for clip in clips[:: max(1, len(clips) // 1500)]]
        clips = human + [clip for clip in clips if clip.kind == "word"]
        chosen = [clips[i] for i in np.concatenate([rng.permutation(len(human)), rng.integers(len(clips), size=2000)])]
        sounds = [load(clip.path) for clip in chosen]
        usable = [i for i, sound in enumerate(sounds) if len(sound) > 2000 and np.abs(sound).max() > 1e-3]
        maker = Maker(noises, sounds[:400], rng)
        for _ in range(int(times)):
            yield from over_the_coach(maker, [chosen[i] for i in usable], [sounds[i] for i in usable], lines)
    elif part == "sentences":
        streams = [(load(clip.path), clip.voice) for clip in talk(speech)]
        streams += [(load(c.path), c.voice) for c in found if c.kind == "sentence"]
        for stream, voice in streams:
            most = int(len(stream) / RATE * 4 * min(times, 1))
            for turn in range(max(1, int(times))):
                noisy = stream if turn == 0 else speed(stream, rng)
                if turn and len(noisy) > 3 * WINDOW:
                    noise = np.resize(noises.cut(rng, 5 * WINDOW), len(noisy))
                    noisy = noisy + noise * power(noisy) * 10 ** (-rng.uniform(5, 30) / 20)
                yield from looked(np.asarray(noisy, dtype=np.float32), voice, rng, most)
    else:
        maker = Maker(noises, [], rng)
        for _ in range(int(times)):
            yield maker.noise()


def main() -> None:
    """Write one part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--made", type=Path)
    parser.add_argument("--human", action="store_true", help="words of people, and of --made the talk only")
    parser.add_argument("--part", required=True)
    parser.add_argument("--name")
    parser.add_argument("--times", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    encoder = Encoder()
    name = told.name or told.part
    kept: list[Window] = []
    with (told.out / f"{name}.f16").open("wb") as out:
        for one in examples(
            told.part, told.speech, told.made, told.human, np.random.default_rng(told.seed), told.times
        ):
            vectors = encoder.vectors(one.sound)
            assert vectors.shape == (FRAMES, VECTOR)
            out.write(vectors.astype(np.float16).tobytes())
            kept.append(one._replace(sound=np.zeros(0, dtype=np.float32)))
            if len(kept) % 2000 == 0:
                print(name, len(kept), flush=True)
    fields: dict[str, Any] = {
        key: np.array([getattr(one, key) for one in kept]) for key in ("text", "how", "voice", "human")
    }
    np.savez(told.out / f"{name}.npz", **fields)


if __name__ == "__main__":
    main()
