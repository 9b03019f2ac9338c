"""What is measured can be found: every bench stands under ``make bench``."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ELSEWHERE = {"ears", "listening", "film"}
"""The first two need recordings and are named in the rule itself; the film is a picture."""


def test_every_bench_is_under_make() -> None:
    listed = re.search(r"^BENCHES = (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    runnable = {
        path.stem for path in (ROOT / "bench").glob("*.py") if '__name__ == "__main__"' in path.read_text("utf-8")
    }
    assert listed and set(listed[1].split()) == runnable - ELSEWHERE
