"""Figures of the heads on recordings whose voices they never heard.

``python -m training.judge HEADS LOOKS [--names commands commands_noise10 other]``: each recording is run through the
spotter with the head that left out its voice, the looks being those the program would take.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears.head import Head, Heads
from stretchcoach.ears.spotter import LABELS, Spotter
from training.folds import fold_of

NUMBERS = set("zero one two three four five six seven eight nine ten".split())


def context(text: str) -> str:
    """The context in which a word is measured."""
    label = LABELS.get(text, "")
    if label in NUMBERS:
        return "number"
    return "yesno" if label in ("yes", "no", "unsure") else "session"


def load(folder: Path) -> dict[int, Heads]:
    """Heads by fold."""
    found = {}
    for path in sorted(folder.glob("fold*.npz")):
        raw = np.load(path)
        about = json.loads(bytes(raw["about"]).decode())
        head = Head({name: raw[name] for name in raw.files if name != "about"})
        found[about["fold"]] = Heads([head], tuple(about["phrases"]), {})
    return found


def run(spotter: Spotter, looks: list[tuple[float, int, int, int, np.ndarray]]) -> list[tuple[float, str, float]]:
    """The words taken in one recording: time, label, probability."""
    taken: list[tuple[float, str, float]] = []
    for time, fallen, began, length, chances in looks:
        at = round(time * 50)
        if spotter.due(at, fallen, began):
            verdict = spotter.look(chances, at, fallen, length)
            if verdict.taken:
                taken.append((time, verdict.label, verdict.probability))
    return taken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("heads", type=Path)
    parser.add_argument("looks", type=Path)
    parser.add_argument("--names", nargs="*", default=["commands", "commands_noise10", "other"])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    told = parser.parse_args()
    heads = load(told.heads)
    figures: dict[str, object] = {}
    for name in told.names:
        facts = np.load(told.looks / f"{name}.npz")
        clips, rows = facts["clips"], facts["facts"]
        vectors = np.load(told.looks / f"{name}.vectors.npy", mmap_mode="r")
        by_clip: dict[int, list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            by_clip[int(row[0])].append(at)
        count: Counter[str] = Counter()
        per: dict[str, Counter[str]] = defaultdict(Counter)
        seconds = 0.0
        for number, (text, voice, path, long) in enumerate(clips):
            fold = fold_of(voice, told.folds)
            if fold not in heads:
                continue
            one = heads[fold]
            looks = [
                (
                    rows[at][1],
                    int(rows[at][2]),
                    int(rows[at][3]),
                    int(rows[at][3] - rows[at][4]),
                    one.probabilities(vectors[at].astype(np.float32)),
                )
                for at in by_clip[number]
            ]
            label = LABELS.get(text, "")
            seconds += float(long)
            for where in [context(text)] if name != "other" else ["session", "yesno", "number", "all"]:
                spotter = Spotter(one.phrases)
                armed = CONTEXTS[where]
                spotter.arm(armed)
                taken = run(spotter, looks)
                if name == "other":
                    for time, what, sure in taken:
                        per[where][what] += 1
                        if told.mistakes and where in ("session", "yesno"):
                            print(f"  {where} {what} {path} at {time:.1f} {sure:.2f}")
                    continue
                got = [what for _, what, _ in taken]
                kind = "command" if label in armed and text != "go" else "other" if not label else "skip"
                if text == "go":
                    kind = "go"
                right = label in got
                wrong = any(what != label for what in got)
                count[kind] += 1
                count[f"{kind} right"] += right and kind == "command"
                count[f"{kind} wrong"] += wrong
                per[text or "_"]["n"] += 1
                per[text or "_"]["right"] += right
                for what in got:
                    if what != label:
                        per[text]["-> " + what] += 1
                        if told.mistakes:
                            print("  ", text, "->", what, path)
                if told.mistakes and kind == "command" and not right:
                    print("   missed", text, path)
        if name == "other":
            figures[name] = {
                "hours": round(seconds / 3600, 2),
                **{f"false, {where}": sum(found.values()) for where, found in per.items()},
                "false stop, session": per["session"]["stop"],
            }
            print(name, f"{seconds / 3600:.2f} h", {where: dict(found) for where, found in per.items()})
            continue
        share = {kind: count[kind] for kind in ("command", "other", "go")}
        figures[name] = {
            "words": share["command"],
            "right": round(count["command right"] / max(1, share["command"]), 3),
            "wrong": round(count["command wrong"] / max(1, share["command"]), 3),
            "other words": share["other"],
            "other words taken": round(count["other wrong"] / max(1, share["other"]), 3),
        }
        print(
            name,
            share,
            f"right {count['command right'] / max(1, share['command']):.3f}",
            f"wrong {count['command wrong'] / max(1, share['command']):.3f}",
            f"others taken {count['other wrong'] / max(1, share['other']):.3f}",
            f"go taken {count['go wrong'] / max(1, share['go']):.3f}",
        )
        worst = sorted(per.items(), key=lambda item: item[1]["right"] / item[1]["n"])
        print("   ", {text: dict(found) for text, found in worst if LABELS.get(text) and found["right"] < found["n"]})
        print("   ", {text: dict(found) for text, found in per.items() if not LABELS.get(text) and len(found) > 2})
    if told.json:
        told.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
