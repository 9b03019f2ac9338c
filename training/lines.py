"""Speaks the fixed lines into the package: ``python -m training.lines``; ``--check`` only says what is not up to date.

Each sentence is rendered by the natural voice as a session would render it, brought to the common loudness, and
written as Ogg Vorbis under the key of the cache.  ``lines.tsv`` keeps what each file says and how its numbers were
read, so that one made for other words, another rate or another reading is known as stale
(``tests/test_fixed_lines.py``).
"""

import argparse
from array import array
from pathlib import Path

from stretchcoach.audio import packaged, tts
from stretchcoach.audio.dials import HEART
from stretchcoach.audio.pronunciation import spoken
from stretchcoach.pipes import pcm
from stretchcoach.program import fixed_lines

FOLDER = Path(packaged.FOLDER)
LIST = FOLDER / "lines.tsv"
SMALLER = 0.85
"""0 is Vorbis at its best, 1 at its smallest; this gives about 40 kbit/s."""


def rows() -> dict[str, str]:
    """For each file that must be there, its line in the list."""
    found = {}
    for text, rate, soft in fixed_lines.packaged_sentences():
        name = Path(packaged.file_of(text, rate, soft)).name
        found[name] = f"{name}\t{rate}\t{'night' if soft else 'day'}\t{text}\t{spoken(text)}"
    return found


def listed() -> dict[str, str]:
    """The list as it lies there."""
    lines = LIST.read_text(encoding="utf-8").splitlines() if LIST.exists() else []
    return {line.partition("\t")[0]: line for line in lines}


def stale() -> tuple[list[str], list[str]]:
    """The rows whose file is missing or was made for something else; the files that nothing needs."""
    wanted, known = rows(), listed()
    there = {file.name for file in FOLDER.glob("*.ogg")}
    missing = [row for name, row in wanted.items() if name not in there or known.get(name) != row]
    return missing, sorted(there - wanted.keys())


def write(file: Path, sound: "array[int]") -> None:
    """One sentence as Ogg Vorbis."""
    import soundfile

    with soundfile.SoundFile(str(file), "w", pcm.RATE, 1, "VORBIS", format="OGG", compression_level=SMALLER) as target:
        target.buffer_write(sound.tobytes(), dtype="int16")


def main() -> None:
    """Make what is missing, take away what nothing needs, and write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is missing or stale")
    parser.add_argument("--all", action="store_true", help="make those anew that are there")
    wished = parser.parse_args()
    missing, spare = stale()
    if wished.check:
        print("\n".join([*missing, *(f"not needed: {name}" for name in spare)]) or "All lines are there.")
        parser.exit(1 if missing or spare else 0)
    FOLDER.mkdir(exist_ok=True)
    for name in spare:
        (FOLDER / name).unlink()
    engine = tts.engine("natural")
    everything = rows()
    for row in everything.values() if wished.all else missing:
        name, rate, tone, text, _ = row.split("\t")
        write(FOLDER / name, engine.render(spoken(text), HEART, int(rate), tone == "night"))
    LIST.write_text("".join(f"{row}\n" for row in sorted(everything.values(), key=lambda row: row.split("\t")[1:])))
    files = list(FOLDER.glob("*.ogg"))
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
