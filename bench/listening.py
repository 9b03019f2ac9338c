"""The ears as a process, with a virtual microphone: ``python -m bench.listening FOLDER``.

How long from the end of a word until it is understood, how soon after the launch somebody listens, what it costs in
silence and in speech, and how much memory it takes.  FOLDER as in ``bench.ears``.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from queue import SimpleQueue

import numpy as np
from soundlab import Lab, lab

from bench.ears import row
from bench.hard import rows
from stretchcoach.core.messages import Event, Heard, Microphone, MicState
from stretchcoach.core.vocabulary import LABELS, WORDS
from stretchcoach.ears.client import Ears
from stretchcoach.ears.options import EarOptions
from stretchcoach.machine import clock

LABEL = {word.phrase: word.label for word in WORDS}
TICKS = os.sysconf("SC_CLK_TCK")


def cpu(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> float:
    """Megabytes of memory in use."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmRSS"))


def opened(events: "SimpleQueue[tuple[float, Event]]") -> float:
    """When somebody listens."""
    while True:
        when, event = events.get(timeout=10)
        if event == Microphone(MicState.LISTENING):
            return when


def starts() -> None:
    """Launch to listening, five times."""
    taken = []
    for _ in range(5):
        events: SimpleQueue[tuple[float, Event]] = SimpleQueue()
        begun = clock.now()
        ears = Ears.start(EarOptions())
        ears.listen(lambda event, events=events: events.put((clock.now(), event)))  # type: ignore[misc]
        taken.append(opened(events) - begun)
        ears.close()
    row("launch to listening", f"median {statistics.median(taken):.2f} s, worst {max(taken):.2f} s")


def latencies(made: Lab, folder: Path, count: int) -> None:
    """Words played into the microphone, and what the process spends on them."""
    events: SimpleQueue[tuple[float, Event]] = SimpleQueue()
    ears = Ears.start(EarOptions())
    ears.arm(frozenset(LABELS))
    ears.listen(lambda event: events.put((clock.now(), event)))
    opened(events)
    time.sleep(2)
    before = cpu(ears.pid)
    time.sleep(10)
    row("processor, silence", f"{10 * (cpu(ears.pid) - before):.1f} % of a core")
    clips = [line for line in rows(folder / "commands" / "human.tsv") if line["label"] in LABELS]
    chosen = np.random.default_rng(3).permutation(len(clips))[:count]
    late, right = [], 0
    before, begun = cpu(ears.pid), clock.now()
    for number in chosen:
        made.say(folder / "commands" / clips[number]["file"])
        time.sleep(0.7)
        while not events.empty():
            when, event = events.get()
            if isinstance(event, Heard):
                right += LABEL.get(event.text) == clips[number]["label"]
                late.append(when - event.ended)
    share = (cpu(ears.pid) - before) / (clock.now() - begun)
    late.sort()
    row("processor, one word after another", f"{100 * share:.0f} % of a core")
    row("memory", f"{memory(ears.pid):.0f} MB")
    figures = f"median {1000 * statistics.median(late):.0f} ms, p95 {1000 * late[int(0.95 * len(late))]:.0f} ms"
    row("end of word to command", f"{figures}; {right} of {count} right with everything armed")
    speech = next(line for line in rows(folder / "other" / "other.tsv"))
    before, begun = cpu(ears.pid), clock.now()
    player = os.spawnlpe(
        os.P_NOWAIT, "paplay", "paplay", "--device=mic", str(folder / "other" / speech["file"]), made.full_env
    )
    time.sleep(20)
    row(
        "processor, speech without a pause", f"{100 * (cpu(ears.pid) - before) / (clock.now() - begun):.0f} % of a core"
    )
    os.kill(player, 15)
    ears.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=60)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, lab(Path(place) / "run") as made:
        made.microphone()
        awake = ["parec", "--latency-msec=4", "--device=ear", "/dev/null"]
        reader = subprocess.Popen(awake, env=made.full_env)  # a null sink that nobody reads from delivers late
        time.sleep(2)
        starts()
        latencies(made, told.folder, told.words)
        reader.kill()
        reader.wait()


if __name__ == "__main__":
    main()
