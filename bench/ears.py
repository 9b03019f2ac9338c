"""How well the ears understand: ``python -m bench.ears FOLDER [--only sayings hard ...]``.

FOLDER holds ``commands/human.tsv`` and ``commands/synth.tsv`` (file, label, speaker), ``noise/noise.tsv`` (file, kind)
and one or more ``*/other.tsv`` (file, kind), talk that is for somebody else.  Every figure is taken on the same path
that the microphone takes, beside SpeechRecognition's sphinx with our phrases as its grammar, in the same run.
``--unheard`` asks, for each speaker, only the head that was trained without that voice; for recordings that nobody
trained on leave it out.  ``--sayings`` is a folder of rendered sayings (index.tsv: file, meaning, saying); without it
they are spoken here, by the natural voice.  ``--dictionary`` is a folder of recorded words (badger.mp3).
Shares come with Wilson's interval of 95 %, rates with the exact one.  Thresholds were chosen on every second recording
of other talk, so the other half of the running talk is printed by itself: it is blind.
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bench.checkers import wilson
from bench.coaching import Coaching
from bench.hard import (
    RUNNING,
    conditions,
    other_words,
    poisson,
    rows,
    sayings,
    spoken,
    tables,
    talked_over,
)
from stretchcoach.core.vocabulary import CONTEXTS, LABELS, STOP
from stretchcoach.ears import recordings
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.decoder import Decoder
from stretchcoach.ears.encoder import Encoder
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.engines import recogniser
from stretchcoach.ears.head import Heads
from stretchcoach.ears.listener import Listener, heard, make_listener
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.reference import Reference
from stretchcoach.ears.reports import HeardUtterance
from stretchcoach.ears.second_pass import SecondPass
from stretchcoach.ears.text import TextListener
from stretchcoach.ears.transcriber import Transcriber
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NUMBERS
from training.folds import fold_of
from training.noises import power
from training.rooms import Tape, echo, room, stumbling

Sound = NDArray[np.float32]
Clip = tuple[str, str, Sound]
"""Label, speaker and sound of a recording."""


class Engine(Protocol):
    """Listeners to be measured."""

    def __call__(self, speaker: str, /) -> Listens:
        """The one for a speaker, or a file."""

    def judges(self, speaker: str, /) -> bool:
        """Whether it can be measured by that speaker."""


PARTS = ["clean", "sayings", "hard", "noisy", "other", "words", "echo", "own"]
RATE = 16000
OTHER = "_oov_"


def context_of(label: str) -> str:
    """The context in which a word is measured."""
    return "number" if label in NUMBERS else "yesno" if label in ("yes", "no", "unsure") else "session"


class Clips:
    """Words with what they are, loaded once."""

    missed: Counter[str] = Counter()

    def __init__(self, folder: Path, table: str) -> None:
        self.clips = [
            (row["label"], row["speaker"], recordings.samples_of(str(folder / "commands" / row["file"])))
            for row in rows(folder / "commands" / table)
            if row["label"] in LABELS or row["label"] == OTHER
        ]

    def measure(self, make: Engine, change: Callable[[Sound], Sound] = lambda sound: sound) -> Counter[str]:
        """Right, wrong, others taken, and seconds."""
        count: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        for label, speaker, sound in judged(self.clips, make):
            listener = make(speaker)
            listener.arm(CONTEXTS[context_of(label)])
            begun = time.perf_counter()
            got = [one.label for one in heard(listener, change(sound)) if one.label]
            count["ms"] += round(1000 * (time.perf_counter() - begun))
            count["files"] += 1
            if label == OTHER:
                count["others"] += 1
                count["others taken"] += bool(got)
                continue
            count["commands"] += 1
            count["right"] += label in got
            count["wrong"] += any(one != label for one in got)
            missed[label] += label not in got
        self.missed = missed
        return count


def judged(clips: list[Clip], make: Engine) -> list[Clip]:
    """Those by whose speakers it can be measured."""
    return [clip for clip in clips if make.judges(clip[1])]


class Always:
    """The same listener for everybody."""

    def __init__(self, listener: Listens) -> None:
        self._listener = listener

    def __call__(self, _: str) -> Listens:
        return self._listener

    def judges(self, _: str) -> bool:
        return True


class Unheard:
    """For each speaker the head that was trained without that voice; speakers whom all heads know are left out."""

    def __init__(self) -> None:
        encoder, heads = Encoder(), Heads.load()
        transcriber = Transcriber(lambda: Decoder(encoder), waits=True)
        self._listeners = {
            fold: SecondPass(Listener(ClosedSet(encoder, heads.only(place)), transcriber=transcriber))
            for place, fold in enumerate(heads.folds)
        }

    def __call__(self, speaker: str) -> Listens:
        return self._listeners.get(fold_of(speaker), next(iter(self._listeners.values())))

    def judges(self, speaker: str) -> bool:
        return fold_of(speaker) in self._listeners


def share(count: Counter[str], what: str, of: str) -> str:
    """A part in per cent, with the numbers."""
    low, high = wilson(count[what], max(1, count[of]))
    part = 100 * count[what] / max(1, count[of])
    return f"{part:.1f} % ({100 * low:.0f}-{100 * high:.0f}; {count[what]} of {count[of]})"


def clean(folder: Path, engines: dict[str, Engine]) -> None:
    """Words in a quiet room, spoken by people and by synthetic voices."""
    for table in ("human.tsv", "synth.tsv"):
        clips = Clips(folder, table)
        for name, make in engines.items():
            count = clips.measure(make)
            row(f"{table[:-4]} clips, {name}", f"right {share(count, 'right', 'commands')}")
            row("", f"wrong {share(count, 'wrong', 'commands')}, others taken {share(count, 'others taken', 'others')}")
            row("", f"{count['ms'] / count['files']:.0f} ms a file; missed {dict(clips.missed.most_common(8))}")


def noisy(folder: Path, engines: dict[str, Engine]) -> None:
    """The same at 10 dB of household noise or music; the last third of each recording, on which nothing was trained."""
    kinds: dict[str, list[Sound]] = defaultdict(list)
    for line in rows(folder / "noise" / "noise.tsv"):
        sound = recordings.samples_of(str(folder / "noise" / line["file"]))
        kinds[line["kind"]].append(sound[len(sound) * 2 // 3 :])
    clips = Clips(folder, "human.tsv")
    for kind in ("household", "music", "babble"):
        for name, make in engines.items():
            rng = np.random.default_rng(4)

            def change(sound: Sound, rng: np.random.Generator = rng, kind: str = kind) -> Sound:
                noise = kinds[kind][rng.integers(len(kinds[kind]))]
                at = int(rng.integers(max(1, len(noise) - len(sound))))
                cut = np.resize(noise[at : at + len(sound)], len(sound))
                cut = cut / np.sqrt(np.mean(cut**2) + 1e-12)
                return np.asarray(sound + cut * power(sound) * 10 ** (-10 / 20), dtype=np.float32)

            count = clips.measure(make, change)
            row(
                f"10 dB {kind}, {name}",
                f"right {share(count, 'right', 'commands')}, wrong {share(count, 'wrong', 'commands')}, "
                f"others taken {share(count, 'others taken', 'others')}",
            )


TOLD = "other"
"""The talk that the shipped heads were told of."""
TALKED_IN = ("session", "cramp", "yesno", "number")
OVER_US = ("session", "cramp")
"""Where the coach talks on while commands are armed."""


def other(folder: Path, engines: dict[str, Engine]) -> None:
    """Speech that is not for us: false commands an hour, running talk and the rest, and each half by itself."""
    for name, make in engines.items():
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        hours: Counter[str] = Counter()
        for file, line, half in tables(folder):
            sound = recordings.samples_of(str(file))
            running = any(word in line["kind"] for word in RUNNING)
            groups = ["all", "running talk" if running else "single words, prompts, shouts"]
            groups += [f"running talk, {('first', 'other')[half]} half"] if running else []
            groups += ["running talk that no head has heard"] if running and file.parent.name != TOLD else []
            hours.update(dict.fromkeys(groups, len(sound) / RATE / 3600))
            for context in TALKED_IN:
                listener = make(line["file"])
                listener.arm(CONTEXTS[context])
                labels = Counter(one.label for one in heard(listener, sound) if one.label not in ("", UNCLEAR))
                for group in groups:
                    found[context, group].update(labels)
        for context in TALKED_IN:
            for group in sorted(hours):
                labels, long = found[context, group], hours[group]
                row(f"false, {context}, {name}", f"{hourly(labels.total(), long)}, {group}, {long:.2f} h")
                row("", f"stop {hourly(labels[STOP], long)}; {dict(labels.most_common(6))}")


def hourly(count: int, hours: float) -> str:
    """A rate with its exact interval."""
    low, high = poisson(count, hours)
    return f"{count / hours:.1f} an hour ({low:.1f}-{high:.1f})"


def dictionary(engines: dict[str, Engine], most: int, folder: Path | None) -> None:
    """Words that are none of ours, one by one: those of our own texts by three accents of espeak, or recordings."""
    for name, make in engines.items():
        count: Counter[str] = Counter()
        taken: Counter[str] = Counter()
        for word, sound in other_words(most, folder):
            listener = make("")
            listener.arm(CONTEXTS["session"])
            got = any(one.label not in ("", UNCLEAR) for one in heard(listener, sound))
            count.update({"words": 1, "taken": int(got)})
            taken.update([word] * got)
        row(
            f"dictionary words, session, {name}",
            f"taken {share(count, 'taken', 'words')}; {dict(taken.most_common(8))}",
        )


def hard(folder: Path, engines: dict[str, Engine], limit: int) -> None:
    """Single words over a television, over eight people, from far away, into a soft microphone."""
    others = unheard_talk(folder)
    clips = [clip for clip in Clips(folder, "human.tsv").clips if clip[0] != OTHER][:: max(1, 260 // limit)]
    for name, make in engines.items():
        for condition, change in conditions(others, np.random.default_rng(9)).items():
            count: Counter[str] = Counter()
            for label, speaker, sound in judged(clips, make):
                listener = make(speaker)
                listener.arm(CONTEXTS[context_of(label)])
                got = [one.label for one in heard(listener, change(sound, power(sound))) if one.label]
                count["n"] += 1
                count["right"] += label in got
                count["wrong"] += any(one not in (label, UNCLEAR) for one in got)
            row(f"{condition}, {name}", f"right {share(count, 'right', 'n')}, wrong {share(count, 'wrong', 'n')}")


def said(engines: dict[str, Engine], folder: Path | None, speech: Path) -> None:
    """Whole sayings, in a quiet room and while somebody else talks on."""
    others, clips = unheard_talk(speech), list(spoken(folder))
    for place, softer in (("", 0.0), ("over a television, 20 dB", 20.0), ("over a television, 10 dB", 10.0)):
        rng = np.random.default_rng(11)
        told = [
            (meaning, saying, talked_over(sound, others, softer, rng) if place else sound)
            for meaning, saying, sound in clips
        ]
        for name, make in engines.items():
            for kind, count in sayings(make(""), told).items():
                judged_as = f"right {share(count, 'right', 'n')}, wrong {share(count, 'wrong', 'n')}"
                asked = f"asked again {count['asked again']}, taken for gone {count['gone']}"
                row(", ".join(filter(None, (kind, place, name))), f"{judged_as}, {asked}")


def unheard_talk(folder: Path) -> list[Sound]:
    """Talk that nothing was trained over; all that there is, where there is none of it."""
    never: Any = Heads.load().figures
    found = [file for file, _, _ in tables(folder)]
    unheard = [file for file in found if file.name in never["never heard"]["talk"]]
    return [recordings.samples_of(str(file)) for file in unheard or found]


def heard_before() -> None:
    """Whom the shipped heads know, and whom they do not."""
    known: Any = Heads.load().figures
    row("the heads have heard", "the people, voices and talk of training/README.md, but for these:")
    row("never heard by any head", ", ".join([*known["never heard"]["voices"], *known["never heard"]["talk"]]))
    for fold, people in known["left out by one head"].items():
        row(f"never heard by the head of fold {fold}", f"{len(people)} people: {', '.join(people)}")


def over_the_coach(folder: Path, make: Engine, coach: Coaching, trials: int) -> None:
    """A word over the coach's voice, its echo 6 dB softer, as loud, or 6 dB louder, in a room nobody knows.

    And as loud, where the device has stumbled until half a second before the word.
    """
    words = [each for each in judged(Clips(folder, "human.tsv").clips, make) if each[0] != OTHER]
    for loud, stumbles in ((-6, False), (0, False), (6, False), (0, True)):
        count: Counter[str] = Counter()
        rng = np.random.default_rng(loud + 10)
        for number in range(trials):
            stops = [each for each in words if each[0] == STOP]
            label, speaker, word = stops[number // 2 % len(stops)] if number % 2 else words[rng.integers(len(words))]
            at = int(rng.uniform(6, 8) * RATE)
            if number % 5 == 0:
                minute = coach.minute()
            begin = number % 5 * 12 * RATE
            played = minute[begin : begin + 10 * RATE]
            back = echo(played, rng)
            if stumbles:
                back = stumbling(back, rng, at / RATE - 0.5)
            word = room(word, rng)
            near = np.zeros_like(back)
            near[at : at + len(word)] = word / power(word) * 0.05
            back *= 0.05 / power(back) * 10 ** (loud / 20)
            microphone = back + near + rng.standard_normal(len(back)).astype(np.float32) * 3e-4
            listener = make(speaker)
            listener.finish()
            listener.arm(CONTEXTS["session"] | CONTEXTS[context_of(label)])
            got = [
                one.label
                for one in through(listener, np.asarray(microphone, dtype=np.float32), played)
                if at / RATE - 0.3 < one.ended < at / RATE + 1.6
            ]
            kind = "stop" if label == STOP else "any"
            count[kind] += 1
            count[f"{kind} heard"] += label in got
            count["wrong"] += any(one != label for one in got)
        total = count["stop"] + count["any"]
        row(
            f"over the coach, echo {loud:+d} dB{', stumbling' if stumbles else ''}",
            f"stop {share(count, 'stop heard', 'stop')}, any word {share(count, 'any heard', 'any')}, "
            f"wrong {100 * count['wrong'] / total:.1f} %",
        )


def own_voice(make: Engine, coach: Coaching, minutes: float) -> None:
    """The coach alone: nothing of it may become a command; answers are never taken while it speaks (core/coach.py)."""
    rng = np.random.default_rng(5)
    found: Counter[str] = Counter()
    for minute in range(round(minutes)):
        played = coach.minute()
        back = echo(played, rng)
        loud = 0.05 * 10 ** (rng.uniform(-12, 6) / 20)
        back = back / power(back) * loud + rng.standard_normal(len(back)).astype(np.float32) * 3e-4
        listener = make("")
        listener.finish()
        listener.arm(CONTEXTS[OVER_US[minute % len(OVER_US)]])
        found.update(one.label for one in through(listener, np.asarray(back, dtype=np.float32), played))
    row("own voice", f"{found.total()} commands in {round(minutes)} min of talk; {dict(found)}")


def through(listener: Listens, microphone: Sound, played: Sound) -> list[HeardUtterance]:
    """The words found while our own voice is known."""
    reference = Reference(Tape(played))
    found: list[HeardUtterance] = []
    for at in range(0, len(microphone) - BLOCK + 1, BLOCK):
        mine = reference.block(at / RATE, BLOCK, listener.drift)
        reports = listener.feed(microphone[at : at + BLOCK], at / RATE, mine)
        found += [one for one in reports if isinstance(one, HeardUtterance) and one.label]
    return found


def row(what: str, figure: str) -> None:
    """One line of the table."""
    print(f"{what:34} {figure}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--sayings", type=Path)
    parser.add_argument("--limit", type=int, default=260, help="clips under each hard condition")
    parser.add_argument("--words", type=int, default=1800, help="dictionary words")
    parser.add_argument("--dictionary", type=Path, help="recordings of single words, named by them")
    parser.add_argument("--unheard", action="store_true")
    parser.add_argument("--no-sphinx", action="store_true")
    parser.add_argument("--trials", type=int, default=120)
    parser.add_argument("--minutes", type=float, default=60)
    told = parser.parse_args()
    ours: Engine = Unheard() if told.unheard else Always(make_listener(waits=True))
    engines: dict[str, Engine] = {"ours": ours}
    if not told.no_sphinx and find_spec("pocketsphinx") is None:
        row("sphinx with grammar", "not installed here: pip install pocketsphinx")
    elif not told.no_sphinx:
        engines["sphinx with grammar"] = Always(TextListener(recogniser("sphinx")))
    heard_before()
    if "sayings" in told.only:
        said(engines, told.sayings, told.folder)
    if "hard" in told.only:
        hard(told.folder, engines, told.limit)
    if "clean" in told.only:
        clean(told.folder, engines)
    if "noisy" in told.only:
        noisy(told.folder, engines)
    if "other" in told.only:
        other(told.folder, engines)
    if "words" in told.only:
        dictionary(engines, told.words, told.dictionary)
    if "echo" in told.only or "own" in told.only:
        coach = Coaching(np.random.default_rng(3))
        if "echo" in told.only:
            over_the_coach(told.folder, ours, coach, told.trials)
        if "own" in told.only:
            own_voice(ours, coach, told.minutes)


if __name__ == "__main__":
    main()
