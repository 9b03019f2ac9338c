"""Text that others wrote: no letter of it steers a terminal, turns the writing round or hides, whichever way out."""

import json
import os
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from poison import EVIL, poisoned, steering

from stretchcoach.cli import main
from stretchcoach.cli.sessions import app
from stretchcoach.core.visible import hidden, json_visible, visible
from stretchcoach.library import parse


@given(st.text(st.characters(codec=None)))
def test_nothing_steers_or_hides_in_what_is_shown(text: str) -> None:
    shown = visible(text)
    assert steering(shown) == []
    assert hidden(shown) == ""
    assert "\n" not in shown
    assert visible(shown) == shown
    assert bool(hidden(text)) == (shown != text)


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])))
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert visible(text) == text or "\u200b" in text


@pytest.mark.parametrize(
    "text",
    [
        "Wadenkrampf im Fuß",
        "شد عضلة الساق",
        "מתיחה \u200fשוק",
        "👩\u200d🦽 wheel",
        "می\u200cخواهم",
        "ふくらはぎ",
        "e\u0301te\u0301",
    ],
)
def test_every_language_is_left_alone(text: str) -> None:
    assert visible(text) == text
    assert hidden(text) == ""


def test_signs_are_one_letter_each_and_say_what_was_there() -> None:
    assert visible("a\x1b[31m\r\n\x07\x7f") == "a␛[31m␍␊␇␡"
    assert visible("a\x9b31m\u202e\ud83d") == "a�31m��"
    assert visible("one\ntwo\x1b", lines=True) == "one\ntwo␛"
    assert hidden("a\x1b[31m") == "U+001B (escape)"
    assert hidden("a\nb") == "U+000A (line end)"
    assert hidden("a\nb\tc", lines=True) == ""
    assert visible("Z" + "\u0301" * 40) == "Z" + "\u0301" * 4 + "�"


@given(
    st.recursive(st.text(st.characters(codec=None)), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_json_holds_the_same_and_shows_nothing_odd(value: object) -> None:
    text = json_visible(json.dumps(value, ensure_ascii=False, indent=1))
    assert steering(text) == []
    assert json.loads(text) == value


# --- routines -----------------------------------------------------------------------------------------------

HEAD = 'title = "T"\npurpose = "break"\n'
STEP = '[[steps]]\nname = "N"\nsay = "S."\nhold = 5\n'
PLACES = [
    ('title = "{}"\npurpose = "break"\n' + STEP, 1, "title"),
    (HEAD + 'props = ["wall", "{}"]\n' + STEP, 3, "props"),
    (HEAD + 'cautions = ["{}"]\n' + STEP, 3, "cautions"),
    (HEAD + 'audience = "{}"\n' + STEP, 3, "audience"),
    (HEAD + 'evidence = "{}"\n' + STEP, 3, "evidence"),
    (HEAD + 'sports = ["{}"]\n' + STEP, 3, "sports"),
    (HEAD + 'sources = ["{}"]\n' + STEP, 3, "sources"),
    (HEAD + STEP + 'short = "{}"\n', 7, "short"),
    (HEAD + STEP + 'how = "{}"\n', 7, "how"),
    (HEAD + STEP + 'muscle = "{}"\n', 7, "muscle"),
    (HEAD + STEP + 'caution = "{}"\n', 7, "caution"),
    (HEAD + STEP + 'stop_if = ["{}"]\n', 7, "stop_if"),
    (HEAD + STEP + 'cues = [{at = 1, say = "{}"}]\n'.replace("{at", "{{at").replace('"}]', '"}}]'), 7, "say"),
]  # fmt: skip


@pytest.mark.parametrize(
    "letter", ["\\u001b", "\\u0007", "\\u0000", "\\u009b", "\\u007f", "\\u202e", "\\u2028", "\\u200b"]
)
@pytest.mark.parametrize(("text", "line", "key"), PLACES, ids=[row[2] for row in PLACES])
def test_a_routine_with_such_a_letter_is_refused_with_line_and_key(text: str, line: int, key: str, letter: str) -> None:
    routine, problems = parse(text.format(f"a{letter}b"), "x.toml")
    assert routine is None
    assert [(each.line, each.key) for each in problems] == [(line, key)]
    assert "cannot be seen, U+" in problems[0].message


def test_a_text_of_several_lines_is_one_sentence_after_another() -> None:
    routine, problems = parse(HEAD + STEP + 'how = """\nHeel down.\n   Knee straight.\n"""\n', "x.toml")
    assert problems == []
    assert routine
    assert routine.steps[0].how == "Heel down. Knee straight."  # type: ignore[union-attr]


# --- every command ------------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return poisoned(tmp_path / "home")


def commands(group: click.Group = app, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        found.append((*before, name))
        if isinstance(command, click.Group):
            found += commands(command, (*before, name))
    return found


SILENT = ("--plain", "--no-voice", "--speed", "1000")
LOOKS = {"list", "schema", "diary", "programme", "remind", "profile", "config"}
"""Commands that need no word and no device."""
WORDS = [words for words in commands() if words != ("diary", "export")]


def told(command: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> tuple[bytes, bytes]:
    """What it prints.  A library's thread that writes while the file is emptied leaves a hole in it, a zero byte.

    One that the command itself prints comes again.
    """
    for _ in range(2):
        assert main(command) in (0, 1, 2)
        out, err = capfdbinary.readouterr()
        if b"\0" not in out + err:
            break
    return out, err


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_no_command_lets_such_a_letter_through(
    words: tuple[str, ...], home: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is, with an evil word, with an evil option and an evil value; with --json, too."""
    monkeypatch.chdir(home)
    tails = [(EVIL,), (f"--{EVIL}",), ("--speed", EVIL), (EVIL, EVIL, "--json")]
    for tail in [*([(), ("--json",)] if words[0] in LOOKS else []), *tails]:
        out, err = told([*words, *SILENT, *tail], capfdbinary)
        for data in (out, err):
            assert steering(data.replace(b"\r\n", b"\n").decode()) == [], (tail, data)
        assert b"Something went wrong" not in err, (tail, err)
        assert b"Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes")
def test_bytes_that_are_no_utf8_are_told_of(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    latin = os.fsdecode(b"caf\xe9")
    for args in (["show", latin], ["run", f"{latin}.toml"], ["validate", latin], ["ask", "--answers", latin], [latin]):
        assert main([*args, *SILENT]) == 2
        out, err = capfdbinary.readouterr()
        assert "caf" in (out + err).decode()
        assert b"Something went wrong" not in err
