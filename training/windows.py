"""From recordings to training windows: placed, disturbed, encoded.

``python -m training.windows OUT --speech FOLDER [--made FOLDER ...] --part PART`` (human, made, hard, television, echo,
sentences, noise) writes ``OUT/<part>.npz`` (labels) and ``OUT/<part>.f16`` (float16 vectors of the frozen encoder, one
window each).  ``lower.py`` takes the same words and writes what upper layers are trained by.
"""

import argparse
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.encoder import VECTOR, WINDOW, level
from stretchcoach.ears.endpoints import BLOCK, WordEnds
from stretchcoach.ears.reference import Reference
from training.corpus import FRAMES, RATE, Clip, Sound, load, made, recorded, talk
from training.folds import held_out
from training.maker import LATEST, Maker, Window, speed
from training.noises import Noises, Rng, power
from training.original import Original
from training.rooms import Tape, echo


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


def examples(part: str, speech: Path, folders: list[Path], people: bool, rng: Rng, times: float) -> Iterator[Window]:
    """The windows of one part; ``people``: their words, and of ``folders`` only the talk in the background."""
    noises = Noises(speech)
    found = [clip for folder in folders for clip in made(folder) if not held_out(clip.voice)]
    clips = [c for c in (recorded(speech) if people or not folders else found) if c.kind != "sentence"]
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


def arguments(about: str | None) -> argparse.ArgumentParser:
    """What says which windows are wanted."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--made", type=Path, nargs="*", default=[])
    parser.add_argument("--human", action="store_true", help="words of people, and of --made the talk only")
    parser.add_argument("--part", required=True)
    parser.add_argument("--name")
    parser.add_argument("--times", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, help="so many windows at most")
    return parser


def wanted(told: argparse.Namespace) -> Iterator[Window]:
    """The windows that were asked for."""
    rng = np.random.default_rng(told.seed)
    return islice(examples(told.part, told.speech, told.made, told.human, rng, told.times), told.most)


def write_labels(table: Path, windows: Iterable[Window]) -> None:
    """What is known of each window, without its sound."""
    rows = list(windows)
    fields: dict[str, Any] = {
        key: np.array([getattr(one, key) for one in rows]) for key in ("text", "how", "voice", "human")
    }
    np.savez(table, **fields)


def main() -> None:
    """Write one part."""
    told = arguments(__doc__).parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    original = Original()
    name = told.name or told.part
    kept: list[Window] = []
    with (told.out / f"{name}.f16").open("wb") as out:
        for one in wanted(told):
            vectors = original.vectors(level(one.sound))
            assert vectors.shape == (FRAMES, VECTOR)
            out.write(vectors.astype(np.float16).tobytes())
            kept.append(one._replace(sound=np.zeros(0, dtype=np.float32), clean=None))
            if len(kept) % 2000 == 0:
                print(name, len(kept), flush=True)
    write_labels(told.out / f"{name}.npz", kept)


if __name__ == "__main__":
    main()
