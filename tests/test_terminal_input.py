"""What comes from the terminal: real keys arrive as they were pressed, and nothing else ever looks like one."""

import asyncio
import os
from collections.abc import Iterable
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from stretchcoach.machine.escape_sequences import Tokens
from stretchcoach.plain.stdio import StandardInput
from stretchcoach.tui.terminal.keys import small_key
from stretchcoach.tui.terminal.parser import TerminalParser

LEGACY = {
    b"x": "x", b"X": "x", b" ": "space", b"\r": "enter", b"\t": "tab", b"\x7f": "backspace", b"?": "question_mark",
    b"\x1b[A": "up", b"\x1bOB": "down", b"\x1b[5~": "pageup", b"\x1bOP": "f1", b"\x1b[[B": "f2", b"\x1b[1;5C":
    "ctrl+right", b"\x1b[Z": "shift+tab", b"\x10": "ctrl+p", b"-": "minus", b"+": "plus", b",": "comma", b"7": "7",
    "ｘ".encode(): "x", "Ｙ".encode(): "y", "？".encode(): "question_mark", "３".encode(): "3", "٣".encode(): "3",
    "ч".encode(): "ч", "χ".encode(): "χ", "ס".encode(): "ס", "é".encode(): "é",
}  # fmt: skip
KITTY = {
    b"\x1b[120u": "x", b"\x1b[120;;120u": "x", b"\x1b[120:88;2;88u": "x", b"\x1b[120;65;88u": "x",
    b"\x1b[27u": "escape", b"\x1b[27;129u": "escape", b"\x1b[120;1:1;120u": "x", b"\x1b[120;1:2;120u": "x",
    b"\x1b[1;1:1A": "up",
    b"\x1b[99;5u": "ctrl+c", b"\x1b[13u": "enter", b"\x1b[32;;32u": "space", b"\x1b[57400;129;49u": "1",
    b"\x1b[1095::120;;1095u": "x", b"\x1b[967::120;;967u": "x", b"\x1b[1505::120;;1505u": "x",
    b"\x1b[1089::99;5u": "ctrl+c", b"\x1b[97::113;;97u": "a", b"\x1b[47:63;2;63u": "question_mark",
    b"\x1b[223:63:45;2;63u": "question_mark", b"\x1b[1073::44;;1073u": "б", b"\x1b[27;5;99~": "ctrl+c",
    b"\x1b[120;3u": "alt+x", b"\x1b[0;;121u": "y",
}  # fmt: skip
NUMBERS = ["0", "1", "62", "997", "65535", "99999999999999999999", "-1", "0.5", "-1.25", "NaN", "nan", "inf", "-inf",
           "Infinity", "1e308", "1e+21", "2.5e-3", "", "9" * 5000]  # fmt: skip
number = st.sampled_from(NUMBERS)
text = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x2FFF, exclude_characters="\x7f", exclude_categories=("Cc", "Cs"))
)


@st.composite
def strings(draw: st.DrawFn) -> bytes:
    """A colour, a version, a title, a picture's answer: a string, opened and ended in any of the ways there are."""
    kind = draw(st.sampled_from(["]", "P", "_", "^", "X"]))
    head = draw(
        st.sampled_from(
            [
                "11;rgb:1e1e/2e2e/3e3e",
                "4;7;rgb:ffff/0000/8080",
                "10;?",
                "l",
                "L",
                "52;c;",
                ">|XTerm(379)",
                "1+r544e=787465726d",
                "!|00000000",
                "1$r0m",
                "Gi=31;OK",
                "",
                "8;;http://x.y/gone",
            ]
        )
    )
    opened = draw(st.sampled_from([f"\x1b{kind}".encode(), bytes([ord(kind) + 0x40]), chr(ord(kind) + 0x40).encode()]))
    ended = draw(st.sampled_from([b"\x1b\\", b"\x07", b"\x9c", "\x9c".encode()]))
    return opened + (head + draw(text)).encode() + ended


@st.composite
def reports(draw: st.DrawFn) -> bytes:
    """A report in numbers, sane or not: attributes, modes, cursor, size, theme, focus, mouse."""
    numbers = draw(st.lists(number, min_size=1, max_size=5))
    head, final = draw(st.sampled_from(
        [("?", "c"), (">", "c"), ("=", "c"), ("?", "$y"), ("", "$y"), ("?", "u"), ("?", "n"), ("", "n"), ("?", "S"),
         ("<", "M"), ("<", "m"), ("?997;", "n"), ("48;", "t"), ("8;", "t"), ("", "x"), ("", "t"), ("9;", "R")]
    ))  # fmt: skip
    body = head + ";".join(numbers) + final
    if body.lower().startswith("inf"):
        body = f"?{body}"
    opened = draw(st.sampled_from([b"\x1b[", b"\x9b", "\x9b".encode()]))
    return opened + body.encode()


FIXED = [b"\x1b[I", b"\x1b[O", b"\x1b[?62;22c", b"\x1b[>41;379;0c", b"\x1bP!|7E565445\x1b\\", b"\x1b[?1u", b"\x1b[0n",
         b"\x1b[24;80R", b"\x1b[?24;80;1R", b"\x1b[?997;1n", b"\x1b[48;24;80;480;800t", b"\x1b[120;1:3u",
         b"\x1b[27;1:3u", b"\x1b[1;1:3A", b"\x1b[9999999999u", b"\x1b[1114112u", b"\x1b[55296u",
         b"\x1b[120;99999u", b"\x1b[120;1:77u",
         b"\x1b[57441;2u", b"\x1b[3u", b"\x1b[<64;NaN;NaNM", b"\x1b[32;10;10M", b"\x1b[M #!", b"\x1b(B", b"\x1b[201~",
         b"\x1b[12;34;56z", b"\x1b[3;5;1u", b"\x1b[;;7u", b"\xff", b"\xc3", b"\xf0\x9f\x98",
         b"\xed\xa0\x80"]  # fmt: skip
replies = st.one_of(strings(), reports(), st.sampled_from(FIXED))
pressed = st.sampled_from(list((LEGACY | KITTY).items()))


def told(messages: Iterable[Message]) -> list[str]:
    """What a session would notice of it."""
    names = []
    for message in messages:
        if isinstance(message, events.Key):
            names.append(message.key)
        elif isinstance(message, events.Paste):
            names.append(f"pasted {message.text}")
        elif not isinstance(message, events.MouseEvent | TerminalSupportsSynchronizedOutput):
            pytest.fail(repr(message))
    return names


def read(pieces: Iterable[bytes], gap: float = 0.01) -> list[str]:
    """Everything that is told, a piece every ``gap`` seconds, and a while after the last."""
    parser, now, found = TerminalParser(), 0.0, list[Message]()
    for piece in pieces:
        found += parser.feed(piece, now)
        now += gap
        found += parser.expire(now)
    return told(found + parser.expire(now + 2))


def cut(data: bytes, random: Random) -> list[bytes]:
    places = sorted(random.choices(range(len(data) + 1), k=random.randint(0, 6)))
    return [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]


@pytest.mark.parametrize(("sent", "key"), (LEGACY | KITTY).items())
def test_a_key_is_a_key_in_one_piece_or_in_many(sent: bytes, key: str) -> None:
    assert read([sent]) == [key]
    assert read([bytes([byte]) for byte in sent]) == [key]


@pytest.mark.parametrize("sent", FIXED)
def test_what_is_no_key_is_swallowed_in_one_piece_or_in_many(sent: bytes) -> None:
    assert read([sent]) == []
    assert read([bytes([byte]) for byte in sent]) == []
    for place in range(1, len(sent)):
        assert read([sent[:place], sent[place:]], 0.1) == [], place


@given(st.lists(st.tuples(replies, pressed)), st.randoms(use_true_random=False))
def test_replies_yield_nothing_and_the_keys_between_them_arrive(
    parts: list[tuple[bytes, tuple[bytes, str]]], random: Random
) -> None:
    pieces = [piece for reply, (sent, _) in parts for piece in [*cut(reply, random), sent]]
    assert read(pieces) == [key for _, (_, key) in parts]


@given(st.lists(st.tuples(replies, pressed), max_size=3))
def test_also_when_all_comes_at_once(parts: list[tuple[bytes, tuple[bytes, str]]]) -> None:
    whole = [(reply, key) for reply, key in parts if reply not in FIXED[-4:]]
    assert read([b"".join(reply + sent for reply, (sent, _) in whole)]) == [key for _, (_, key) in whole]


@given(st.lists(st.binary(max_size=40)), st.floats(0, 2))
def test_any_bytes_at_any_time_break_nothing_and_lock_nobody_out(pieces: list[bytes], gap: float) -> None:
    parser, now = TerminalParser(), 0.0
    for piece in pieces:
        told(parser.feed(piece, now))
        now += gap
        told(parser.expire(now))
    told(parser.expire(now + 2))
    assert parser.deadline is None
    assert told(parser.feed(b"x", now + 4)) == ["x"]


def test_every_short_string_of_bytes_breaks_nothing() -> None:
    tokens = Tokens()
    for head in (b"", b"\x1b", b"\x1b[", b"\x1b[<", b"\x1b[1;", b"\x1b]", b"\x9b", b"\x1bO", b"\x1b[200~"):
        for tail in product(range(256), repeat=1 + (head == b"\x1b")):
            tokens.feed(head + bytes(tail), 0.0)
            tokens.expire(5.0)
            assert tokens.deadline is None


@given(st.one_of(st.just(b""), replies), st.integers(0, 200), st.floats(0.4, 0.9))
def test_esc_alone_is_esc_soon_whatever_is_still_under_way(reply: bytes, place: int, later: float) -> None:
    parser = TerminalParser()
    parser.feed(reply[:place], 0.0)
    parser.expire(later)
    found = parser.feed(b"\x1b", later)
    assert parser.deadline is None or parser.deadline <= later + 0.31
    assert "escape" in told(found + parser.expire(later + 0.31))


@given(replies, st.integers(0, 200))
def test_ctrl_c_is_heard_whatever_is_still_under_way(reply: bytes, place: int) -> None:
    parser = TerminalParser()
    parser.feed(reply[:place], 0.0)
    assert told(parser.feed(b"\x03", 0.01)) == ["ctrl+c"]


@given(
    st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "Cc", "Cf"), exclude_characters="\x1b\x9b\0\x03")),
    st.randoms(use_true_random=False),
)
def test_a_paste_is_one_text_and_no_key(pasted: str, random: Random) -> None:
    sent = b"\x1b[200~" + pasted.encode() + b"\x1b[201~"
    assert read([*cut(sent, random), b"x"]) == [f"pasted {pasted}", "x"]


def test_a_report_may_begin_with_what_looks_like_one() -> None:
    assert read([b"\x1b[Infinity;Infinity;0M", b"x", b"\x1b[I", b"n"]) == ["x", "n"]


def test_a_paste_without_marks_is_known_by_its_pace() -> None:
    assert read([b"yes no x\r"]) == ["pasted yes no x\r"]
    assert read([b"y", b"e", b"s", b"x"]) == ["y", "e", "s", "x"]
    assert read([b"xxxxxx"]) == ["x"] * 6, "a key that is held"


def test_a_paste_that_never_ends_is_over_after_a_second() -> None:
    parser = TerminalParser()
    assert told(parser.feed(b"\x1b[200~sto", 0.0)) == []
    assert told(parser.expire(1.1)) == ["pasted sto"]
    assert told(parser.feed(b"x", 1.2)) == ["x"]


def test_the_rest_of_a_reply_whose_esc_came_alone_is_no_key() -> None:
    for rest in (b"]11;rgb:1e1e/2e2e/3e3e\x1b\\", b"[?62;22c", b"P>|XTerm(379)\x1b\\", b"[A"):
        parser = TerminalParser()
        parser.feed(b"\x1b", 0.0)
        assert told(parser.expire(0.2)) == ["escape"]
        assert told(parser.feed(rest, 0.5)) in ([], ["up"])


def test_keys_in_one_read_have_one_time_and_keys_apart_do_not() -> None:
    parser = TerminalParser()
    first, second = parser.feed(b"xy", 0.0)
    assert second.time - first.time < 0.05


def test_the_letter_that_was_typed_is_kept_for_the_fields_of_a_form() -> None:
    for sent, letter in (
        (b"X", "X"),
        ("ｘ".encode(), "ｘ"),
        (b"\x1b[1095::120;;1095u", "ч"),
        (b"\x1b[120:88;2;88u", "X"),
    ):
        (key,) = TerminalParser().feed(sent, 0.0)
        assert isinstance(key, events.Key)
        assert (key.key, key.character) == ("x", letter)


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [("X", "X", "x"), ("x", "ч", "x"), ("ч", "ч", "ч"), ("ｘ", "ｘ", "x"),
     ("fullwidth_question_mark", "？", "question_mark"),
     ("escape", None, "escape"), ("ctrl+c", "\x03", "ctrl+c"), ("shift+tab", None, "shift+tab"), ("٣", "٣", "3")],
)  # fmt: skip
def test_a_key_is_what_stands_on_it(key: str, character: str | None, name: str) -> None:
    assert small_key(key, character) == name


def test_mouse_reports_with_whole_numbers_arrive() -> None:
    (down, up, wheel) = TerminalParser().feed(b"\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<65;1;1M", 0.0)
    assert isinstance(down, events.MouseDown)
    assert (down.x, down.y) == (9, 4)
    assert isinstance(up, events.MouseUp)
    assert isinstance(wheel, events.MouseScrollDown)


@pytest.mark.parametrize(
    ("sent", "line"),
    [(b"stop\r", "stop"), (b"\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\stop", "stop"), (b"\x1b[?62;22cgo\x1b[A on", "go on"),
     (b"sto\xffp", "sto\ufffdp"), ("größer".encode(), "größer"), (b"\x1b[<32;NaN;NaNM", ""), (b"\x00\x07", "")],
)  # fmt: skip
def test_a_typed_line_holds_what_was_typed_and_nothing_else(sent: bytes, line: str) -> None:
    reading, writing = os.pipe()
    os.write(writing, sent + b"\n")
    os.close(writing)

    async def all_of_it() -> list[str | None]:
        lines = StandardInput(reading)
        lines.start()
        return [await lines.line(), await lines.line()]

    assert asyncio.run(all_of_it()) == [line, None]
    os.close(reading)
