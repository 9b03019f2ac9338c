"""Files that somebody tore, mistyped or forged: thousands of them, from a seed, and what the program makes of each.

    python -m bench.file_faults [--seed 1] [--rounds 2000]

Each kind of file is written well, changed at random (bytes, lines, numbers, quotes, nests, steering letters) and handed
to what reads it.  A *fault* is an exception that reaches the user, a problem without its file, a steering letter that
gets through, or more than a second of processor time.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from stretchcoach import library, profile, settings
from stretchcoach.core.plan import Style
from stretchcoach.core.unfold import build
from stretchcoach.core.visible import hidden
from stretchcoach.library import answer_sheets, shipped_folder
from stretchcoach.machine.files import UnreadableError, json_value, read_text
from stretchcoach.program import first_words
from stretchcoach.program import state as recent

SLOW = 1.0
"""Seconds of processor time in which any of them is read."""
LETTERS = ["\x1b]0;x\x07", "\x9b31m", "\u202e", "\x00", "\ufeff", "\\u001b", "\\ud83d", "“", "’", "\t", "\r", "é", "🦵"]
PIECES = [
    "[", "]", "[[", "]]", "{", "}", "=", ":", ",", '"', "'", '"""', "#", "\n", "[[steps]]\n", "[steps]\n", "nan", "inf",
    "-1", "0", "1e999", "9" * 400, "true", "True", "[/]", "[@click=app.quit]", "a.b.c", "[" * 200, "a" + ".a" * 200,
    *LETTERS,
]  # fmt: skip
CONFIG = """[voice]
volume = 70
voice = "en"
rate = 160

[listen]
on = false

[coach]
pace = 1.0

[screen]
theme = "auto"
"""
FACTS = 'age = 58\nsmoker = "no"\nmeds = ["cholesterol"]\npregnancy = "no"\npregnancy_said = "2026-11"\n'
SHEET = '{"rf_chest": "no", "age": 58, "meds": ["cholesterol"], "swelling": "none", "conditions": ["kidney"]}'
STATE = {
    "releases.json": "[1795623276.5, 1795623300.1]",
    "known.json": '["warmup_run", "bedtime_seated"]',
    "waiting.json": '[1795623276.0, {"rf_chest": "no", "ill": ["fever"], "age": 58}]',
}


def mutated(text: str, chance: random.Random) -> bytes:
    """``text`` with one to three changes, half of them of a single letter."""
    data = text
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([0, 1, 1, 3, 20]))
        if chance.random() < 0.5 and data:
            data = data[:at] + chance.choice(data) + data[at + 1 :]
        else:
            data = data[:at] + chance.choice([chance.choice(PIECES), "", data[end : end + 30]]) + data[end:]
    raw = data.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        at = chance.randrange(len(raw) + 1)
        raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
    return raw[: chance.randrange(len(raw) + 1)] if chance.random() < 0.1 else raw


def _lines(problems: list[library.Problem], file: Path) -> str:
    """What is wrong with the problems of a file; empty: nothing."""
    for problem in problems:
        text = str(problem)
        if not text.startswith(f"{file}:") or problem.line < 1:
            return f"no place: {text[:80]}"
        if hidden(text):
            return f"a steering letter: {text[:80]!r}"
    return ""


def routine(file: Path) -> tuple[str, str]:
    """A routine: refused, or unfolded at every pace."""
    found, problems = library.read(file, heard=True)
    if found is None:
        return "refused", _lines(problems, file) or ("" if problems else "refused without a word")
    texts = [found.title, *(getattr(each, "name", "") for each in found.steps)]
    if any(map(hidden, texts)):
        return "taken", "a steering letter got in"
    for pace in (0.5, 10.0):
        build(found, Style(pace=pace))
    return "taken", _lines(problems, file)


def config(file: Path) -> tuple[str, str]:
    """The settings: read forgivingly, and a change is kept or told."""
    read, problems = settings.load(file)
    fault = _lines(problems, file)
    told = settings.save(file, read)
    return ("refused" if problems else "taken"), fault or (f"a steering letter: {told!r}" if hidden(told) else "")


def facts(file: Path) -> tuple[str, str]:
    """The profile."""
    _, problems = profile.load(file)
    return ("refused" if problems else "taken"), _lines(problems, file)


def sheet(file: Path) -> tuple[str, str]:
    """An answer sheet."""
    try:
        value = json_value(read_text(file), finite=False)
    except UnreadableError as error:
        said = error.about(file)
        return "refused", "" if str(file) in said and not hidden(said) else said
    if isinstance(value, dict):
        wrong = answer_sheets.problems(library.knowledge(), value)
        if not wrong:
            answer_sheets.sheet(value)
        return ("refused" if wrong else "taken"), ""
    return "refused", ""


def state(file: Path) -> tuple[str, str]:
    """What is remembered between two runs: broken, it is kept aside."""
    before = file.read_bytes()
    first_words.what_to_say(False, False, None)
    told = recent.faults(file.parent)
    recent.releases(file.parent)
    recent.put_off_answers(file.parent)
    if not told:
        return "taken", ""
    kept = file.with_suffix(".bad")
    lost = not kept.exists() or kept.read_bytes() != before
    kept.unlink(missing_ok=True)
    return "refused", "lost" if lost else ""


def kinds() -> dict[str, list[tuple[str, str, Callable[[Path], tuple[str, str]]]]]:
    """Each kind: names, good texts, and who reads them."""
    shipped = [path.read_text(encoding="utf-8") for path in sorted(shipped_folder().glob("*.toml"))]
    return {
        "routines": [("mine.toml", text, routine) for text in shipped],
        "settings": [("config.toml", CONFIG, config)],
        "profile": [("profile.toml", FACTS, facts)],
        "sheets": [("sheet.json", SHEET, sheet)],
        "state": [(name, text, state) for name, text in STATE.items()],
    }


def campaign(seed: int = 1, rounds: int = 2000) -> tuple[dict[str, Counter[str]], list[str]]:
    """``rounds`` files of each kind: how many were taken and refused, and every fault."""
    chance = random.Random(seed)
    counts: dict[str, Counter[str]] = {}
    faults: list[str] = []
    with TemporaryDirectory() as folder:
        for kind, choices in kinds().items():
            counts[kind] = Counter()
            for number in range(rounds):
                name, text, read = choices[number % len(choices)]
                file = Path(folder) / name
                data = mutated(text, chance)
                file.write_bytes(data)
                began = time.process_time()
                try:
                    outcome, fault = read(file)
                except Exception as error:
                    outcome, fault = "raised", f"{type(error).__name__}: {error}"
                if not fault and time.process_time() - began > SLOW:
                    fault = "slow"
                counts[kind][outcome] += 1
                if fault:
                    faults.append(f"{kind} {number}: {fault} in {data[:200]!r}")
                file.unlink(missing_ok=True)
    return counts, faults


def main() -> int:
    """Run it and print the counts; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2000, help="files of each kind")
    parser.add_argument("--json", action="store_true")
    how = parser.parse_args()
    counts, faults = campaign(how.seed, how.rounds)
    if how.json:
        print(json.dumps({"counts": counts, "faults": faults}))
    else:
        for kind, found in counts.items():
            told = ", ".join(f"{number} {what}" for what, number in sorted(found.items()))
            print(f"{kind:9} {sum(found.values()):6}  {told}")
        print(f"faults    {len(faults):6}")
        for fault in faults[:20]:
            print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
