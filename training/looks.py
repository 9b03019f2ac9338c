"""What the program would look at in the recordings to report on, encoded once so that any head can be judged at once.

``python -m training.looks OUT --speech FOLDER --name clean|noise10|other`` writes every window that ``WordEnds`` asks
for while the recordings run through 20 ms at a time, with the file, the voice, the word and the time.
"""

import argparse
from pathlib import Path

import numpy as np

from stretchcoach.ears.encoder import WINDOW, Encoder
from stretchcoach.ears.endpoints import BLOCK, WordEnds
from training.corpus import Clip, Sound, load, made, recorded, rows
from training.windows import Noises, power

AFTER = 8000
"""Samples of silence after a file, as the program adds them."""


def stream(sound: Sound, encoder: Encoder) -> list[tuple[float, int, int, int, np.ndarray]]:
    """Time, look number after the fall, bounds and vectors of every look."""
    moments = WordEnds()
    whole = np.concatenate([sound, np.zeros(AFTER, dtype=np.float32)])
    padded = np.concatenate([np.zeros(WINDOW, dtype=np.float32), whole])
    found = []
    for at in range(0, len(whole) - BLOCK + 1, BLOCK):
        if moments.feed(whole[at : at + BLOCK]):
            end = at + BLOCK
            began, ended = moments.bounds
            vectors = encoder.vectors(padded[end : end + WINDOW]).astype(np.float16)
            found.append((end / 16000, moments.fallen, began, ended, vectors))
    return found


def recordings(name: str, speech: Path, folder: Path | None) -> list[tuple[Clip, Sound]]:
    """The clips of one set, with noise where it is asked for."""
    rng = np.random.default_rng(11)
    if name == "other":
        return [
            (Clip(Path(row["file"]), "", row["file"], True, "other"), load(speech / "other" / row["file"]))
            for row in rows(speech / "other" / "other.tsv")
        ]
    clips = list(made(folder)) if folder else list(recorded(speech))
    if "commands" in name:
        clips = [clip for clip in clips if "commands" in clip.path.parts]
    noises = Noises(speech, keep=(0.66, 1.0))
    noises.names = [one for one in noises.names if "babble" not in one and "pink" not in one]
    out = []
    for clip in clips:
        sound = load(clip.path)
        if "noise" in name:
            files = noises.names[rng.integers(len(noises.names))]
            noise = noises.files[files]
            at = rng.integers(len(noise) - len(sound)) if len(noise) > len(sound) else 0
            cut = np.resize(noise[at : at + len(sound)], len(sound))
            sound = sound + cut * power(sound) / np.sqrt(np.mean(cut**2)) * 10 ** (-10 / 20)
        out.append((clip, np.asarray(sound, dtype=np.float32)))
    return out


def main() -> None:
    """Write one set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--made", type=Path)
    parser.add_argument("--name", required=True)
    told = parser.parse_args()
    encoder = Encoder()
    facts, vectors, clips = [], [], []
    for number, (clip, sound) in enumerate(recordings(told.name, told.speech, told.made)):
        clips.append((clip.text, clip.voice, str(clip.path), len(sound) / 16000))
        for time, fallen, began, ended, row in stream(sound, encoder):
            facts.append((number, time, fallen, began, ended))
            vectors.append(row)
    told.out.mkdir(parents=True, exist_ok=True)
    np.save(told.out / f"{told.name}.vectors.npy", np.array(vectors))
    np.savez(told.out / f"{told.name}.npz", facts=np.array(facts), clips=np.array(clips))
    print(told.name, len(clips), "recordings", len(facts), "looks")


if __name__ == "__main__":
    main()
