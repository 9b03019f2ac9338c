"""What the README promises is there."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from textual.binding import Binding

from stretchcoach.cli.sessions import app
from stretchcoach.core.commands import TABLE
from stretchcoach.core.key_presses import OWN
from stretchcoach.library import parse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    import stretchcoach.cli  # noqa: F401  # registers the commands

    assert {"cramp", "run", "list", "show", "plan", "validate", "schema", "doctor", "config"} <= set(app.commands)
    for name in app.commands:
        assert re.search(rf"`(stretchcoach )?{name}\b", README), name


def test_the_first_two_commands_are_the_start_and_the_tests() -> None:
    first, second = re.findall(r"```sh\n(.*?)\n```", README, re.S)[:2]
    assert first.endswith(".venv/bin/stretchcoach") and second.endswith(".venv/bin/pytest -n auto --dist loadgroup")
    assert all("\n" not in command and command.startswith("python3 -m venv .venv") for command in (first, second))


def test_the_routine_in_the_readme_is_valid() -> None:
    (text,) = re.findall(r"```toml\n(.*?)\n```", README, re.S)
    routine, problems = parse(text, "physio.toml")
    assert routine is not None and not problems


SIGNS = {
    "+": "plus",
    "-": "minus",
    "?": "question_mark",
    ",": "comma",
    ".": "full_stop",
    "→": "right",
    "←": "left",
}


def test_the_keys_in_the_readme_are_the_keys() -> None:
    for key in re.findall(r"`(\S)`", README.split("In a cramp:")[1].split("## Hands-free")[0]):
        name = {
            "+": "plus",
            "-": "minus",
            "?": "question_mark",
            ",": "comma",
            ".": "full_stop",
            "→": "right",
            "←": "left",
        }.get(key, key)
        answers = {*OWN.values(), *"123456789"}
        assert name in answers or any(name in entry.keys for entry in TABLE.values()), key


def test_the_keys_of_the_diary_in_the_readme_are_its_keys() -> None:
    from stretchcoach.tui.screens.diary import DiaryScreen
    from stretchcoach.tui.screens.entry import EntryScreen
    from stretchcoach.tui.screens.home import HomeScreen

    bound = [each for screen in (DiaryScreen, EntryScreen, HomeScreen) for each in screen.BINDINGS]
    keys = {key for each in bound if isinstance(each, Binding) for key in each.key.split(",")}
    for key in re.findall(r"`(\S)`", README.split("## The diary")[1].split("\n## ")[0]):
        assert {"/": "slash"}.get(key, key) in keys, key


def test_the_version_is_told_in_one_place() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dynamic"] == ["version"]


def test_what_ci_installs_is_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lock = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
    pinned = {canonicalize_name(name): Version(version) for name, version in re.findall(r"^(\S+?)==(\S+)", lock, re.M)}
    for requirement in map(Requirement, asked):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version and version in requirement.specifier, f"{requirement} is not pinned: make pins"
    assert lock.count("--hash=sha256:") > len(pinned)
