"""Heads beside each other on voices that they never heard, in the same run, by the way that the microphone takes.

``python -m training.judge SPEECH HEADS [HEADS ...] --made DATA --kept FOLDER``: each HEADS is a ``heads.npz`` or a
folder of ``fold<N>.npz``; where a ``words.ort`` lies beside them, they stand on that, else on the frozen encoder.  A
person is judged by the head alone that left out that person, and not at all if there is none; voices and talk that no
head was told of (``folds.py``), by all heads together.  The decoder's second opinion counts as it does in the program.
What the encoder and the decoder made of the sounds is kept in FOLDER, so that other heads can be judged soon after.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from bench.checkers import wilson
from bench.hard import conditions, poisson
from stretchcoach.ears.spotter import LABELS
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from training.corpus import RATE, Sound, load, made, recorded, talk
from training.folds import RUNNING, held_out
from training.jury import Case, Jury, Remembering, context
from training.noises import Noises, power

QUIET = np.zeros(RATE // 2, dtype=np.float32)
WHERE = ("session", "cramp", "yesno", "number")


def people(speech: Path, most: int, words: bool) -> list[Case]:
    """Recorded commands, or other words, so many evenly out of all."""
    clips = [clip for clip in recorded(speech) if bool(LABELS.get(clip.text)) == words and clip.text != "go"]
    clips = clips[:: max(1, len(clips) // most)]
    return [Case(clip.text, LABELS.get(clip.text, ""), clip.voice, True, load(clip.path)) for clip in clips]


def voices(folder: Path, words: bool) -> list[Case]:
    """What the voices said that no head was told of."""
    clips = [clip for clip in made(folder) if held_out(clip.voice) and bool(LABELS.get(clip.text)) == words]
    return [
        Case(clip.text, LABELS.get(clip.text, ""), clip.voice, False, np.concatenate([QUIET, load(clip.path), QUIET]))
        for clip in clips
    ]


def over(cases: list[Case], noises: Noises, kind: str) -> list[Case]:
    """The same at 10 dB of a kind of noise, of which nothing was used to train."""
    rng = np.random.default_rng(4)
    names = [name for name in noises.names if noises.kinds[name] == kind]

    def one(sound: Sound) -> Sound:
        cut = noises.files[names[rng.integers(len(names))]]
        at = int(rng.integers(max(1, len(cut) - len(sound))))
        noise = np.resize(cut[at : at + len(sound)], len(sound))
        return np.asarray(sound + noise * (power(sound) / np.sqrt(np.mean(noise**2) + 1e-12) * 10**-0.5), np.float32)

    return [case._replace(sound=one(case.sound)) for case in cases]


def sets(told: argparse.Namespace) -> Iterator[tuple[str, list[Case]]]:
    """All sets of single words by name."""
    commands = people(told.speech, told.hard, True)
    yield "people, clean", people(told.speech, told.clean, True)
    yield "people, other words", people(told.speech, told.clean // 2, False)
    if told.made:
        yield "voices", voices(told.made, True)
        yield "voices, other words", voices(told.made, False)
    noises = Noises(told.speech, keep=(0.66, 1.0))
    for kind in ("household", "music"):
        yield f"{kind}, 10 dB", over(commands, noises, kind)
    running = [load(clip.path) for clip in talk(told.speech, kept=True) if clip.voice in RUNNING]
    for name, change in conditions(running, np.random.default_rng(9)).items():
        yield name, [case._replace(sound=change(case.sound, power(case.sound))) for case in commands]


def share(count: int, of: int) -> str:
    """A part with its interval."""
    low, high = wilson(count, max(1, of))
    return f"{count / max(1, of):.3f} ({low:.2f}-{high:.2f})"


def words(name: str, cases: list[Case], jury: Jury, who: str) -> dict[str, object]:
    """One set by some heads: printed, and as figures."""
    count: Counter[str] = Counter()
    per: dict[str, Counter[str]] = defaultdict(Counter)
    for case in filter(jury.judges, cases):
        got = jury.got(case, context(case.label))
        mine = per[case.text]
        wrong = [what for what in got if what not in (case.label, UNCLEAR)]
        for what in ["n", *["right"] * (case.label in got), *{f"-> {what}" for what in wrong}]:
            mine[what] += 1
        count["n"] += 1
        count["right"] += case.label in got
        count["wrong"] += bool(wrong)
    told = f"right {share(count['right'], count['n'])} " if cases and cases[0].label else ""
    print(f"{name:24} {who:12} n {count['n']} {told}wrong {share(count['wrong'], count['n'])}", flush=True)
    failed = {text: dict(mine) for text, mine in per.items() if mine["right"] < mine["n"] or len(mine) > 2}
    print("   ", {text: mine for text, mine in failed.items() if LABELS.get(text) or len(mine) > 1})
    return dict(count)


def false(clips: list[tuple[str, Sound]], jury: Jury, who: str) -> dict[str, object]:
    """What was taken for a command in talk that no head was told of."""
    found: dict[str, object] = {}
    for where in WHERE:
        taken: Counter[str] = Counter()
        files: Counter[str] = Counter()
        for name, sound in clips:
            got = jury.got(Case("", "", name, False, sound), where)
            taken.update(got)
            files[name] += len(got)
        for kind, some in (("running", RUNNING), ("all", {name for name, _ in clips})):
            hours = sum(len(sound) for name, sound in clips if name in some) / RATE / 3600
            total = sum(files[name] for name in some)
            low, high = poisson(total, hours)
            found[f"{where}, {kind}"] = {"hours": round(hours, 2), "taken": total}
            told = f"{total / hours:.1f} ({low:.1f}-{high:.1f}) an hour, {total} in {hours:.2f} h"
            print(f"{where + ', ' + kind:24} {who:12} {told}", flush=True)
        print("   ", dict(taken))
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("speech", type=Path)
    parser.add_argument("heads", type=Path, nargs="+")
    parser.add_argument("--made", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--only", nargs="*", help="the sets whose names begin so; talk: what is not for us")
    parser.add_argument("--clean", type=int, default=500, help="clean clips of people")
    parser.add_argument("--hard", type=int, default=150, help="clips of people under each condition")
    parser.add_argument("--minutes", type=float, default=10, help="of each recording of talk")
    parser.add_argument("--json", type=Path, help="write the figures of the last heads there as well")
    told = parser.parse_args()
    figures: dict[str, object] = {}

    def judge(name: str, by: Callable[[Jury, str], dict[str, object]]) -> None:
        shared = Remembering(told.kept and told.kept / f"{name.replace(' ', '_')}.pickle")
        for path in told.heads:
            figures[name] = by(Jury(path, shared), path.stem)
        shared.keep()

    def wanted(name: str) -> bool:
        return not told.only or name.startswith(tuple(told.only))

    for name, cases in sets(told):
        if wanted(name):
            judge(name, lambda jury, who, name=name, cases=cases: words(name, cases, jury, who))  # type: ignore[misc]
    clips = [(clip.voice, load(clip.path)[: int(told.minutes * 60 * RATE)]) for clip in talk(told.speech, kept=True)]
    if wanted("talk"):
        judge("talk", lambda jury, who: false(clips, jury, who))
    if told.json:
        told.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
