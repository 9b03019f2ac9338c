"""Synthetic voices saying the vocabulary, other words and sentences: for the words that nobody has recorded.

``python -m training.voices OUT`` needs espeak-ng, flite and festival (with the voices kal, ked and slt-hts) on the
path and the packages hibari-tts and wordfreq; an engine that is missing is left out and named.  hibari has one voice
only, so it is also played faster and slower, pitch and throat with it, as other people.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

from stretchcoach.core.vocabulary import WORDS

Sound = np.ndarray
RATE = 16000
ACCENTS = "en-us en-gb en-gb-scotland en-gb-x-rp en-029 en-gb-x-gbclan en-gb-x-gbcwmd en-us-nyc".split()
VARIANTS = "m1 m2 m3 m4 m5 m6 m7 m8 f1 f2 f3 f4 f5 klatt klatt2 klatt4 Andy Annie max steph belinda robosoft".split()
NEAR = """stomp top shop
step drop stopped stops pose paws pass pauses necks text nest neck bag pack beg black bank write
light night bright lift laugh less loft known know now knee new note yet yesterday yard guest heal held hell
kelp alp gun going john dawn begun some sane sale name game verse purse words nurse first order lower quite
quiet quick kite slow fast father master boat bought boss most camp crab ramp clamp star stark art part smart
sex sick fix shrew free tree heaven eleven fight find wine line ate late hate won want tune too hero poor door
sure tent then hen pen nice mine power shower hour far car for fork forth faith thighs spoke skin skill skull
scale school ship sip kip rest resumed rest repeal reap deep beat heat meet feet peter reading red ready-made
bread greedy steady setter letter butter bitter wetter matter louis powder softly after laughter shelter
shoulder folder older colder lauder quarter water guitar gate wait-list weight wade way ways weigh hey hay say
same-day hold on-line holding go-cart goat ghost gold goal coal cold call cone gown down town brown crown house
how-to who cow hat hut cap cup cop carry marry berry very fairy ferry exits exist accept except expert quitter
kit kick quilt bath booth boots bow bowl bold bought beth bet bit but standing-by stand hand bend head dead dad
did dead-end chest cheer share where there fair hair care dare snack snake map nap lap lab knob rock sock lock
clock clog cloth close cloak maybe-not baby lady shady never ever fewer beaver normally formal nominal cooler
color collar solar tomato morrow sorrow borrow heats eat each beach reach peach sit city fitting sitting-room
visit visual marvin sheila happy wow bird dog cat learn follow forward backward on off up go goes gone-by gun-
shot done john on one-way""".split()
PHRASES = """go away|come on|thank you|not now|what's that|stop sign|bus stop|next week|next time|come back|right now
all right|that's right|left over|no way|no thanks|yes please|oh no|i know|you know|good night|good morning|how are you
how much|what time|time out|one more|two more|help yourself|turn left here|right here|who is it|never mind|of course
wait for me|let's go|go home|go to bed|in the bed|my back|back then|next door|the next day|the same thing|some help
a better one|feel better|stop by|pause for|carry me|hold this|hold it|louder music|a quiet night|time for bed|ten days
seven days|at six|for two|three of us|it's cold|it's me|it's late|it was|that hurts him|worse than that|left handed
both of them|a start|get ready|ready meal|let it be|sit down|stand up|come here|look at that|what is it|i do not
i see|oh yes|yes but|no but|no one|nothing else|maybe later|not really|don't worry|don't move|don't go
i don't think so"""
SENTENCES = """I told him to stop doing that every day.|Turn right at the light and then go straight on.
We will be back next week if the weather holds.|No one knows how long the train will be.
She said yes before he could finish the question.|Can you help your sister with her homework tonight?
The last bus was at ten past seven.|He paused for a moment and then went on reading.
I left both of my bags at the station.|It is better to wait until the water is gone.
The doctor says that it gets worse in the morning.|They started again after the break, slower than before.
There were three or four people in front of us.|The film is about a girl who finds an old map.
Put the milk back into the fridge, please.|And now the news at six, with the weather for the weekend.
My leg hurts when I walk up the stairs too fast.|You can pay by card or with cash, both is fine."""


def tidy_pcm(path: Path) -> Sound:
    """A rendered file as 16 kHz floats."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return np.asarray(resample_poly(sound.mean(axis=1), RATE, rate) if rate != RATE else sound.mean(axis=1))


def by_command(*command: str) -> Callable[[str], Sound]:
    """An engine that is a program; ``{out}`` and ``{text}`` are filled in, and ``{text}`` may be standard input."""

    def say(text: str) -> Sound:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "x.wav"
            filled = [part.format(out=out, text=text) for part in command]
            subprocess.run(filled, check=True, capture_output=True, input=text.encode())
            return tidy_pcm(out)

    return say


def espeak(rng: np.random.Generator, count: int) -> Iterator[tuple[str, Callable[[str], Sound]]]:
    """Accents, variants, pitches and speeds of espeak-ng."""
    for number in range(count):
        accent, variant = ACCENTS[number % len(ACCENTS)], VARIANTS[number % len(VARIANTS)]
        told = ["-v", f"{accent}+{variant}", "-p", str(rng.integers(20, 80)), "-s", str(rng.integers(120, 210))]
        yield f"espeak{number}", by_command("espeak-ng", *told, "-w", "{out}", "{text}")


def flite() -> Iterator[tuple[str, Callable[[str], Sound]]]:
    """The voices that flite has inside, at three speeds."""
    for voice in ("slt", "rms", "awb", "kal16"):
        for stretch in ("0.85", "1.0", "1.25"):
            told = ["-voice", voice, "--setf", f"duration_stretch={stretch}", "-t", "{text}", "-o", "{out}"]
            yield f"flite-{voice}", by_command("flite", *told)


def festival() -> Iterator[tuple[str, Callable[[str], Sound]]]:
    """Festival's English voices."""
    for voice in ("kal_diphone", "ked_diphone", "cmu_us_slt_arctic_hts"):
        yield f"festival-{voice}", by_command("text2wave", "-eval", f"(voice_{voice})", "-o", "{out}")


def hibari() -> Iterator[tuple[str, Callable[[str], Sound]]]:
    """hibari's voice with throats of other lengths."""
    import hibari as engine

    model = engine.Hibari(voice="heart")

    def voice(throat: float, pace: float, seed: int) -> Callable[[str], Sound]:
        def say(text: str) -> Sound:
            wave = model(text, speed=pace / throat, seed=seed)
            return np.asarray(resample_poly(wave, RATE, round(model.sample_rate * throat)), dtype=np.float32)

        return say

    for number in range(16):
        throat = 0.78 + 0.5 * number / 15
        yield f"hibari{number}", voice(throat, (0.8, 1.0, 1.15, 1.35)[number % 4], number)


def keep(folder: Path, name: str, text: str, say: Callable[[str], Sound]) -> Path | None:
    """Render one text; None where the engine cannot."""
    path = folder / f"{name}__{'_'.join(text.lower().split())[:40].replace('/', '')}.flac"
    if not path.exists():
        try:
            sound = say(text)
        except (subprocess.CalledProcessError, OSError, ValueError, IndexError):
            return None
        if len(sound) < 1000 or not np.isfinite(sound).all() or np.abs(sound).max() < 1e-3:
            return None
        soundfile.write(path, np.clip(sound / np.abs(sound).max() * 0.7, -1, 1), RATE)
    return path


def texts(rng: np.random.Generator) -> tuple[list[str], list[str], list[str]]:
    """The vocabulary, other words, and sentences."""
    from wordfreq import top_n_list

    said = [word.phrase for word in WORDS]
    common = [word for word in top_n_list("en", 1400) if len(word) > 2 and word.isalpha()]
    others = [word.replace("-", " ") for word in NEAR] + PHRASES.replace("\n", "|").split("|")
    others = sorted({*others, *common} - set(said))
    return said, [str(word) for word in rng.permutation(others)], SENTENCES.replace("\n", "|").split("|")


def sentences_of(path: Path, rng: np.random.Generator) -> list[str]:
    """The sentences of a plain text, in any order: talk for the background, and what is not for us."""
    found = re.split(r"(?<=[.?!])\s+", re.sub(r"\s+", " ", path.read_text(encoding="utf-8", errors="ignore")))
    found = [one for one in found if 25 < len(one) < 160 and re.fullmatch(r"[A-Z][A-Za-z ,.;:?!'-]+", one)]
    return [found[number] for number in rng.permutation(len(found))]


def main() -> None:
    """Render everything that is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--engines", nargs="*", default=["hibari", "flite", "festival", "espeak"])
    parser.add_argument("--share", type=float, default=0.12, help="part of the other words that each voice says")
    parser.add_argument(
        "--sentences", type=Path, help="a plain text of which each voice reads 25 sentences, and nothing else"
    )
    parser.add_argument("--voices", type=int, default=100, help="so many voices of each engine at most")
    told = parser.parse_args()
    rng = np.random.default_rng(7)
    said, others, sentences = texts(rng)
    if told.sentences:
        said, others, sentences = [], [], sentences_of(told.sentences, rng)
    programs = {"flite": "flite", "festival": "text2wave", "espeak": "espeak-ng"}
    for engine in told.engines:
        if engine in programs and not shutil.which(programs[engine]):
            print(f"{engine} is not installed; its voices are left out")
            continue
        folder = told.out / engine
        folder.mkdir(parents=True, exist_ok=True)
        lines = []
        makers: dict[str, Callable[[], Iterator[tuple[str, Callable[[str], Sound]]]]] = {
            "hibari": hibari,
            "flite": flite,
            "festival": festival,
            "espeak": lambda: espeak(rng, 30),
        }
        for number, (voice, say) in enumerate(islice(makers[engine](), told.voices)):
            few = rng.choice(others, int(len(others) * told.share * (2 if engine == "hibari" else 1)), replace=False)
            wanted = [(text, "word") for text in said] + [(str(text), "other") for text in few]
            wanted += [(text, "sentence") for text in rng.choice(sentences, 25 if told.sentences else 5, replace=False)]
            for text, kind in wanted:
                path = keep(folder, f"{voice}-{number}", text, say)
                if path:
                    lines.append("\t".join((str(path.resolve()), text, voice, kind)))
            print(voice, len(lines), flush=True)
        (told.out / f"{engine}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
