"""What people really say, over what really sounds: the harder half of ``python -m bench.ears FOLDER``."""

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stretchcoach.audio.tts import engine
from stretchcoach.core.vocabulary import CONTEXTS, WORDS
from stretchcoach.ears import recordings
from stretchcoach.ears.listener import heard
from stretchcoach.ears.listens import Listens
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from stretchcoach.grammar.meaning import readings
from stretchcoach.pipes.pcm import RATE as VOICE_RATE
from training.noises import power
from training.rooms import response

Sound = NDArray[np.float32]
RATE = 16_000
QUIET = np.zeros(RATE // 2, dtype=np.float32)
"""Half a second before and after what is said."""
SAYINGS = Path(__file__).parent.parent / "tests" / "data" / "sayings.tsv"
ALSO = {
    "worse": {"hurts"}, "repeat": {"repeat", "again"}, "again": {"again", "repeat"}, "next": {"next", "skip"},
    "skip": {"skip", "next"}, "stop": {"stop", "quit"},
    "start": {"start", "resume"}, "resume": {"resume", "start"}, "same": {"same", "hurts"}, "unclear": {"?"},
    "bed": {"bed", "lying"}, "gone": {"gone", "easing"}, "hurts": {"hurts"},
}  # fmt: skip
"""Labels that are right for a meaning, where it is not the meaning itself."""
ANSWERS = ("yes", "no", "unsure")
KNOWLEDGE = Path(__file__).parent.parent / "stretchcoach" / "knowledge"
RUNNING = ("read", "audiobook", "dialogue", "meeting", "call", "radio", "informal", "short speech")
"""Words in the kind of a recording in which people talk on and on; the rest are single words, prompts and shouts."""


def rows(table: Path) -> Iterator[dict[str, str]]:
    """The lines of a table with a header."""
    with table.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def poisson(count: int, hours: float) -> tuple[float, float]:
    """The exact interval of 95 % around a count, an hour."""

    def below(mean: float, most: int) -> float:
        return sum(math.exp(-mean) * mean**n / math.factorial(n) for n in range(most + 1))

    def where(true: Callable[[float], bool]) -> float:
        low, high = 0.0, 10.0 * (count + 5)
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if true(middle) else (low, middle)
        return low / hours

    least = where(lambda mean: 1 - below(mean, count - 1) < 0.025) if count else 0.0
    return least, where(lambda mean: below(mean, count) > 0.025)


def spoken(folder: Path | None) -> Iterator[tuple[str, str, Sound]]:
    """Meaning, words and sound of each saying: from ``folder`` (index.tsv: file, meaning, saying), or said here."""
    if folder is not None:
        with (folder / "index.tsv").open(encoding="utf-8") as lines:
            for file, meaning, saying, *_ in csv.reader(lines, delimiter="\t"):
                yield meaning, saying, recordings.samples_of(str(folder / file))
        return
    voice = engine("natural")
    for line in SAYINGS.read_text(encoding="utf-8").splitlines():
        meaning, saying = line.split("\t")
        sound = np.asarray(voice.render(saying, "", 160), dtype=np.float32)
        yield meaning, saying, np.concatenate([QUIET, narrow(sound), QUIET])


def other_words(most: int, folder: Path | None) -> Iterator[tuple[str, Sound]]:
    """Words that nothing here understands, each by itself: those of our own texts, or recordings named by them."""
    if folder:
        files = {file.stem: file for file in sorted(folder.iterdir())}
        for word in _spread(files, most):
            sound = recordings.samples_of(str(files[word]))
            yield word, np.concatenate([QUIET, sound / max(1e-6, float(np.abs(sound).max())) / 2, QUIET])
        return
    voice = engine("espeak")
    texts = " ".join(file.read_text(encoding="utf-8") for file in sorted(KNOWLEDGE.glob("*.toml")))
    for number, word in enumerate(_spread(re.findall("[a-z]+", texts.lower()), most)):
        accent = ("en-us", "en-gb", "en-gb-scotland")[number % 3]
        yield word, np.concatenate([QUIET, narrow(np.asarray(voice.render(word, accent, 150), np.float32)), QUIET])


def _spread(words: Iterable[str], most: int) -> list[str]:
    """About so many of those that are none of ours."""
    ours = set(" ".join(word.phrase for word in WORDS).split())
    others = [word for word in sorted({*words} - ours) if re.fullmatch("[a-z]{3,}", word) and not readings(word)]
    return others[:: max(1, len(others) // most)]


def narrow(sound: Sound) -> Sound:
    """What a voice has made, at 16 kHz and between -1 and 1."""
    count = round(len(sound) * RATE / VOICE_RATE)
    spectrum = np.fft.rfft(sound / 32768)[: count // 2 + 1]
    return np.asarray(np.fft.irfft(spectrum, count) * count / len(sound), dtype=np.float32)


def tables(folder: Path) -> Iterator[tuple[Path, dict[str, str], int]]:
    """Every recording of other talk with its row, and the half it belongs to: 0 to choose by, 1 to report, blind."""
    for table in sorted(folder.glob("*/other.tsv")):
        for number, line in enumerate(rows(table)):
            yield table.parent / line["file"], line, number % 2


def context(meaning: str) -> str:
    """Where a saying is said."""
    if meaning in NUMBERS:
        return "number"
    return "yesno" if meaning in ANSWERS else "cramp"


def sayings(listener: Listens, said: Iterable[tuple[str, str, Sound]]) -> dict[str, Counter[str]]:
    """Right, wrong and asked again for all sayings, for *stop* with words around it, and for what is denied."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for meaning, saying, sound in said:
        listener.arm(CONTEXTS[context(meaning)] | CONTEXTS["session"] if meaning else CONTEXTS["all"])
        got = {one.label for one in heard(listener, sound) if one.label}
        right = ALSO.get(meaning, {meaning})
        kinds = ["sayings" if meaning else "other talk"]
        kinds += ["stop, in a saying"] if meaning == "stop" and " " in saying else []
        kinds += ["not gone, not better"] if meaning == "same" and ("n't" in saying or "not" in saying) else []
        for kind in kinds:
            found[kind]["n"] += 1
            found[kind]["right"] += bool(got & right) if meaning else not got
            found[kind]["asked again"] += got == {"?"}
            found[kind]["wrong"] += bool(got - right - {"?"})
            found[kind]["gone"] += "gone" in got
    return found


def talked_over(said: Sound, others: list[Sound], softer: float, rng: np.random.Generator) -> Sound:
    """A saying while one of the others talks on, so many decibels softer, from three seconds before it on."""
    others = [one for one in others if len(one) > 12 * RATE]
    padded = np.concatenate([np.zeros(3 * RATE), said, np.zeros(RATE)])
    one = others[rng.integers(len(others))]
    at = int(rng.integers(len(one) - len(padded)))
    talk = one[at : at + len(padded)]
    usual = float(np.sqrt(np.mean(one**2)))
    return np.asarray(padded + talk * (power(said) / usual * 10 ** (-softer / 20)), dtype=np.float32)


def conditions(others: list[Sound], rng: np.random.Generator) -> dict[str, Callable[[Sound, float], Sound]]:
    """What is done to a clip, by name; the second argument is how loud its word is."""
    others = [one for one in others if len(one) > 5 * RATE]

    def talk() -> Sound:
        while True:
            one = others[rng.integers(len(others))]
            at = int(rng.integers(len(one) - 4 * RATE))
            cut = one[at : at + 4 * RATE]
            loud = float(np.sqrt(np.mean(cut**2)))
            if loud > np.sqrt(np.mean(one**2)) / 3:  # a pause, made as loud as talk, is hiss
                return np.asarray(cut / loud, dtype=np.float32)

    def babble() -> Sound:
        return np.asarray(np.sum([talk() for _ in range(8)], axis=0) / 8**0.5, dtype=np.float32)

    def over(clip: Sound, loud: float, noise: Sound, ratio: float) -> Sound:
        padded = np.concatenate([np.zeros(RATE), clip, np.zeros(RATE)])
        mixed = padded + np.resize(noise, len(padded)) * loud * 10 ** (-ratio / 20)
        return np.asarray(mixed, dtype=np.float32)

    def far(clip: Sound, _: float) -> Sound:
        wet = np.convolve(clip, response(rng, 1.0, 0.5))
        return np.asarray(wet / np.abs(wet).max() * 0.1 + rng.standard_normal(len(wet)) * 4e-4, dtype=np.float32)

    def soft(clip: Sound, _: float) -> Sound:
        hiss = rng.standard_normal(len(clip)) * 1e-5
        return np.asarray(np.round((clip / np.abs(clip).max() * 10**-2.5 + hiss) * 32768) / 32768, dtype=np.float32)

    return {
        "a television, 20 dB": lambda clip, loud: over(clip, loud, talk(), 20),
        "a television, 10 dB": lambda clip, loud: over(clip, loud, talk(), 10),
        "eight talkers, 10 dB": lambda clip, loud: over(clip, loud, babble(), 10),
        "far away, echo of 0.5 s": far,
        "peak at -50 dBFS": soft,
    }
