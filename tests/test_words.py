"""What people hear and read stands in ``words``, not beside the code that says it."""

import ast
from pathlib import Path

import pytest

import stretchcoach
from bench.house import for_people

ROOT = Path(stretchcoach.__file__).parent
ROOMS = (
    "core", "tui", "plain", "cli", "library", "settings", "profile", "handout", "neighbours",
    "programme", "program", "diary", "writing", "doctor", "recording", "audio", "ears", "machine",
)  # fmt: skip
"""Rooms without a sentence of their own."""
BESIDE = {"font", "strokes", "html_page", "reminders"}
"""Two fonts and a style sheet are pictures, a timer is systemd's."""
DONE = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if path.stem not in BESIDE]


@pytest.mark.parametrize("path", DONE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_stands_beside_the_code(path: Path) -> None:
    assert [*for_people(path)] == []


def test_the_counter_knows_a_sentence_from_a_key_and_from_documentation(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text(
        '"""A module of one."""\nA = "of_a_kind"\n'
        'B: "tuple[A | None, B]" = f"Press {A} to stop."\n"""Said at night."""\n'
        'C: Annotated[str, Meta("In a field\'s type.")]\n'
    )
    assert [*for_people(file)] == ["Press {} to stop.", "In a field's type."]


def test_a_sentence_has_one_name() -> None:
    """No constant elsewhere that only repeats one of ``words/``."""
    again: list[str] = []
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        ours = {
            name.asname or name.name
            for each in ast.walk(tree)
            if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("stretchcoach.words")
            for name in each.names
        }
        again += [
            f"{path.relative_to(ROOT)}: {ast.unparse(each)}"
            for each in tree.body
            if isinstance(each, ast.Assign)
            and isinstance(each.value, ast.Name | ast.Attribute)
            and ast.unparse(each.value).partition(".")[0] in ours
        ]
    assert not again
