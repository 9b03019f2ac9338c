"""No promise that the evidence forbids, in anything that is read or heard.

Stretching is not shown to prevent injuries, to speed recovery or to correct posture (DELPHI25); the trial of vitamin K2
has a notice of retraction and replacement, so nothing may rest on it (K2-24).
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchcoach.library import sources

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "stretchcoach"
HURT = r"(?:injur\w*|strains?|sprains?|tears?|sore\w*)"
FORBIDDEN = re.compile(
    rf"""
      \b(?:prevent\w*|avoid\w*|protect\w*|guard\w*|shield\w*|safe)\s+(?:\w+\s+){{0,4}}{HURT}
    | \b(?:fewer|less|reduc\w+|lower\w*|cut\w*|risk\sof)\s+(?:\w+\s+){{0,4}}{HURT}
    | \b{HURT}\s+(?:prevention|protection)
    | \b(?:speed|help|aid|boost|quick|fast|improv)\w*\s+(?:\w+\s+){{0,3}}recover\w*
    | \brecover\w*\s+(?:\w+\s+){{0,2}}(?:faster|sooner|quicker|better)
    | \b(?:correct|improv|better|fix|straighten|good\s+for)\w*\s+(?:\w+\s+){{0,3}}posture
    | \bposture\s+(?:correction|gets\s+better|improves)
    | \bflush\w*\s+(?:\w+\s+){{0,3}}(?:legs?|muscles?|out|acid)
    | \blactic
    | \b(?:keeps?|stops?)\s+(?:\w+\s+){{0,3}}from\s+cramping
    | \bprevent\w*\s+(?:\w+\s+){{0,3}}cramps?
    | \bvitamin\s*k|\bk2\b|\bmenaquinone
    """,
    re.VERBOSE | re.IGNORECASE,
)
DENIAL = re.compile(r"\b(?:not shown|not proven|no promise|promises nothing|nothing is promised)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def promises(text: str) -> list[str]:
    """The parts of a text that promise what must not be promised."""
    return [
        part for part in SENTENCE.split(" ".join(text.split())) if FORBIDDEN.search(part) and not DENIAL.search(part)
    ]


def texts(value: object, key: str = "") -> Iterator[str]:
    """Every text in a TOML value, but for names of things, addresses, and what must never be said."""
    if isinstance(value, str) and key not in ("key", "id", "address", "routine"):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != "never":
                yield from texts(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, key)


def strings(source: str) -> Iterator[str]:
    """Every string in Python code, the documentation left out."""
    tree = ast.parse(source)
    docs = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs
    )


CONTENT = sorted([*ROOT.glob("routines/*.toml"), *(PACKAGE / "knowledge").glob("*.toml")])
HEARD = {"sayings.py", "state_sayings.py", "phrases.py", "vocabulary.py"}
"""What people may say to the program, which promises nothing by it."""
CODE = sorted(file for file in PACKAGE.rglob("*.py") if file.name not in HEARD)


@pytest.mark.parametrize(
    "text",
    [
        "This prevents injuries.",
        "Stretching helps you avoid a muscle strain.",
        "Teams had 30 percent fewer injuries.",
        "It lowers your risk of injury.",
        "Good injury prevention.",
        "It speeds recovery.",
        "You will recover faster.",
        "A stretch that corrects bad posture.",
        "Flushes the legs of lactic acid.",
        "It keeps the calf from cramping.",
        "Vitamin K2 may help.",
        "Not proven for sleep. But it prevents calf strains.",
    ],
)
def test_a_promise_is_found(text: str) -> None:
    assert promises(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stretching is not shown to prevent injuries.",
        "Rest until it has recovered.",
        "Note the posture that came before a cramp.",
        "A fresh injury needs a doctor.",
        "Avoid the position that brought it on.",
    ],
)
def test_an_honest_sentence_is_left_alone(text: str) -> None:
    assert not promises(text)


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_no_content_promises_what_must_not_be_promised(file: Path) -> None:
    content = tomllib.loads(file.read_text("utf-8"))
    if file.stem == "sources":
        content = {}
    assert [found for text in texts(content) for found in promises(text)] == []


def test_no_line_in_the_code_promises_it_either() -> None:
    found = [(file.name, one) for file in CODE for text in strings(file.read_text("utf-8")) for one in promises(text)]
    assert found == []


def test_the_readme_promises_nothing() -> None:
    assert promises((ROOT / "README.md").read_text("utf-8")) == []


def test_what_was_retracted_is_listed_as_such_and_carries_nothing() -> None:
    assert "retraction" in (PACKAGE / "knowledge" / "sources.toml").read_text("utf-8").split("[K2-24]")[1]
    assert "K2-24" in sources()
    citing = [file.name for file in CONTENT if file.stem != "sources" and "K2-24" in file.read_text("utf-8")]
    assert citing == []
