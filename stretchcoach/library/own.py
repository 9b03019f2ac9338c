"""The user's own routine files: what a new one begins with, a change that loses nothing, and one line for a chat."""

import base64
import hashlib
import json
import re
import tomllib
import zlib
from pathlib import Path
from typing import Any

from stretchcoach.library.problem import Problem
from stretchcoach.library.reading import MOST_BYTES, parse
from stretchcoach.machine.files import UnreadableError, json_value
from stretchcoach.words import library_faults, routine_fields

BAD = ".bad"
"""What a routine that is not done yet is kept with, beside the good one."""
MARK = "stretchcoach"
MOST_PIECES = 500
"""Into how many a chat breaks a line."""
VERSION = 1
_LINE = re.compile(rf"{MARK}:(\d+):([\w-]{{6}}):([\w-]+)")
_SEEN = (
    b'{"id":"","title":"","purpose":"prevention","position":"standing","format":1,"steps":[{"name":"","say":"'
    b'","short":"","how":"","side":"each","hold":30,"sets":3,"rest":15,"reps":10,"tempo":2,"move":60,"muscle":"calf",'
    b'"cues":[{"at":5,"say":"Breathe out."}],"stop_if":["Sharp pain"],"caution":"","cautions":["Stop if you get '
    b'sharp pain, a calf cramp, dizziness or breathlessness."],"sources":["'
)
"""What nearly every routine holds, so that it need not be in the line.  Of version 1; it may never change."""


def skeleton(name: str) -> str:
    """What a new routine begins with."""
    return routine_fields.SKELETON.format(
        name=name, title=json.dumps(title_of(name) or routine_fields.MY_ROUTINE, ensure_ascii=False)
    )


def title_of(name: str) -> str:
    """The title that a file's name suggests."""
    return name.replace("_", " ").replace("-", " ").strip().capitalize()


def file_of(folder: Path, name: str) -> Path:
    """The file that a routine of that name has; a ``ValueError`` says that it is no name."""
    plain = name.removesuffix(".toml").strip()
    if not plain or plain.startswith(".") or any(letter in plain for letter in '/\\:*?"<>|\0\n'):
        raise ValueError(library_faults.no_routine_name(name))
    return folder / f"{plain}.toml"


def draft_of(path: Path) -> Path:
    """Where what is not done yet is kept."""
    return path.with_name(path.name + BAD)


def packed(name: str, text: str) -> str:
    """A routine file as one line of letters that any chat leaves alone; remarks stay behind."""
    value = json.dumps({"id": name, **tomllib.loads(text)}, ensure_ascii=False, separators=(",", ":"))
    squeezer = zlib.compressobj(9, zdict=_SEEN, wbits=-15)
    data = squeezer.compress(value.encode()) + squeezer.flush()
    return f"{MARK}:{VERSION}:{_sum(data)}:{_letters(data)}"


def holds_line(text: str) -> bool:
    """Whether a text holds such a line, or the beginning of one."""
    return re.search(rf"{MARK}:\d+:", text) is not None


def unpacked(text: str) -> tuple[str, str]:
    """The name and the file of such a line, wherever it stands in ``text``; a chat may have broken it, or quoted it."""
    start = re.search(rf"{MARK}:\d+:", text)
    found = _whole_line(text[start.start() :]) if start else None
    if not found:
        raise UnreadableError(library_faults.NO_WHOLE_LINE)
    if int(found[1]) != VERSION:
        raise UnreadableError(library_faults.newer_form(found[1]))
    data = _bytes(found[3])
    if _sum(data) != found[2]:
        raise UnreadableError(library_faults.LETTERS_CHANGED)
    value = json_value(_inflated(data))
    if not isinstance(value, dict):
        raise UnreadableError(library_faults.HOLDS_NO_ROUTINE)
    name = value.pop("id", "")
    return (name if isinstance(name, str) else ""), _toml(value)


def _whole_line(text: str) -> re.Match[str] | None:
    """The line with which ``text`` begins, put together; what somebody wrote behind it is told by the sum."""
    pieces = re.split(r"[\s>]+", text)
    for count in range(1, min(len(pieces), MOST_PIECES)):
        found = _LINE.match("".join(pieces[:count]))
        if found and _is_whole(found):
            return found
    return _LINE.match("".join(pieces))


def _is_whole(found: re.Match[str]) -> bool:
    try:
        return _sum(_bytes(found[3])) == found[2]
    except UnreadableError:
        return False


def mistakes_in(text: str, path: Path) -> list[Problem]:
    """The mistakes that keep a routine from being used."""
    return [problem for problem in parse(text, str(path))[1] if not problem.warning]


def _toml(value: dict[str, Any]) -> str:
    import tomlkit

    return tomlkit.dumps(value)


def _inflated(data: bytes) -> str:
    opener = zlib.decompressobj(wbits=-15, zdict=_SEEN)
    try:
        text = opener.decompress(data, MOST_BYTES)
        if opener.unconsumed_tail or not opener.eof:
            raise UnreadableError(library_faults.FAR_TOO_LARGE)
        return text.decode()
    except (zlib.error, UnicodeDecodeError):
        raise UnreadableError(library_faults.NOT_UNPACKED) from None


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(letters: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    except ValueError:
        raise UnreadableError(library_faults.LETTERS_CHANGED) from None


def _sum(data: bytes) -> str:
    return _letters(hashlib.sha256(data).digest()[:4])
