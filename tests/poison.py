"""Text that means harm, and a home folder in which everything that can hold a text holds it."""

import json
import unicodedata
from pathlib import Path

from stretchcoach.diary import Diary, Episode, RoutineRun

HEAD = 'title = "T"\npurpose = "break"\n'
STEP = '[[steps]]\nname = "N"\nsay = "S."\nhold = 5\n'
EVIL = (
    "X\x1b]0;PWN\x07\x1b[2J\x1b]52;c;ZXZpbA==\x07\x9b31m\x9d0;T\x9c\x7f\u202eturned\u2066\u2028\u200b"
    " [red]R[/red] [@click=app.quit]Q[/] {0} %s"
)
ALLOWED = {0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0xAD}
"""Format letters that right-to-left writing, emoji and hyphenation need."""


def steering(text: str) -> list[str]:
    """The letters of a text that may not reach a screen; line ends may."""
    return [
        f"U+{ord(each):04X}"
        for each in text
        if each != "\n" and (unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") or _formats(each))
    ]


def _formats(letter: str) -> bool:
    return letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff"


def poisoned(place: Path) -> Path:
    """Make that home."""
    quoted = json.dumps(EVIL)
    for folder in ("config", "data/routines", "state", "cache"):
        (place / folder).mkdir(parents=True)
    name = f"evil{EVIL.replace('/', '')}"
    (place / "data/routines" / f"{name}.toml").write_text(HEAD + f"\n{json.dumps(name)} = 1\n" + STEP)
    (place / "data/routines/markup.toml").write_text(HEAD.replace('"T"', '"Calf [/] [red]"') + STEP)
    (place / "data/routines/title.toml").write_text(f"title = {quoted}\n")
    (place / "config/config.toml").write_text(f"{quoted} = 1\n[voice]\nvoice = {quoted}\nengine = {quoted}\n")
    (place / "data/profile.toml").write_text(f"{quoted} = 1\nsmoker = {quoted}\nmeds = [{quoted}]\n")
    (place / "data/programme.json").write_text(json.dumps({"routine": EVIL, "began": "2026-11-20T03:00:00+00:00"}))
    (place / "state/known.json").write_text(json.dumps([EVIL]))
    (place / "state/waiting.json").write_text(json.dumps([1.0, {EVIL: EVIL}]))
    diary = Diary.open(place / "data/diary.db")
    diary.add(
        Episode(began="2026-11-20T03:00:00+00:00", note=EVIL, answers={EVIL: EVIL, "ill": [EVIL]}, level="ROUTINE",
                causes=(EVIL,), rules=(EVIL,), posture=EVIL, doing=EVIL, closed="added", minutes=3.0)
    )  # fmt: skip
    diary.add(RoutineRun(began="2026-11-21T03:00:00+00:00", routine=EVIL))
    diary.close()
    return place
