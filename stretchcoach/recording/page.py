"""A session as one page that any phone plays offline: the sound inside, and what a screen would show, by its clock.

The page loads nothing and sends nothing: its content policy allows the two pieces of code that are in it, by their
sums, and sound that it made itself; a browser would refuse anything else.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from msgspec import Struct

from stretchcoach import __version__
from stretchcoach.core.messages import Kind, Side
from stretchcoach.figure.pose import poses
from stretchcoach.figure.svg import svg
from stretchcoach.recording.score import Moment, Score
from stretchcoach.words import recording_lines

TIMED = {Kind.HOLD.value, Kind.MOVE.value, Kind.REPS.value, Kind.REST.value}
"""Steps that show the seconds that are left."""
TYPES = {"MP3": "audio/mpeg", "OGG": "audio/ogg", "WAV": "audio/wav"}


class Soundtrack(Struct, frozen=True):
    """One way in which it is heard."""

    side: str
    """The side that begins; empty where there are no sides."""
    score: Score
    sound: bytes


class Alarm(Struct, frozen=True):
    """What is shown this many seconds after the first key, wherever the sound is."""

    after: float
    text: str


def phone_page(
    title: str,
    takes: Sequence[Soundtrack],
    form: str,
    first: str = "",
    alarm: Alarm | None = None,
    done: str = recording_lines.DONE,
) -> str:
    """The page; ``form``: of the sound; ``first``: a line on top from the start; ``done``: the last word."""
    style, script = _file("page.css"), _file("page.js")
    data = {
        "takes": [_take(each) for each in takes],
        "type": TYPES[form],
        "alarm": {"after": alarm.after, "text": alarm.text} if alarm else None,
        "done": done,
    }
    parts = {
        "policy": policy(style, script),
        "version": __version__,
        "title": escape(title),
        "style": style,
        "first": f'<p class="first">{escape(first)}</p>' if first else "",
        "figures": _figures([moment for each in takes for moment in each.score.moments]),
        "begin": escape(recording_lines.PRESS_START),
        "footer": escape(recording_lines.NO_DEVICE),
        "script": script,
        "data": _quoted(data),
    }
    text = _file("page.html")
    for name, part in parts.items():
        text = text.replace(f"@@{name}@@", part)
    return text


def policy(style: str, script: str) -> str:
    """What the page may do: run what is in it, and play what it holds."""
    of = (b64encode(sha256(each.encode()).digest()).decode() for each in (style, script))
    style_sum, script_sum = of
    return (
        f"default-src 'none'; style-src 'sha256-{style_sum}'; script-src 'sha256-{script_sum}'; media-src blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _take(track: Soundtrack) -> dict[str, object]:
    score = track.score
    return {
        "side": track.side.capitalize(),
        "seconds": round(score.seconds, 3),
        "moments": [
            {
                "at": round(each.at, 3),
                "name": each.name,
                "where": each.where,
                "timed": each.kind in TIMED,
                "figure": _key(each),
            }
            for each in score.moments
        ],
        "lines": [{"at": round(each.at, 3), "text": each.text} for each in score.lines],
        "chapters": [{"at": round(each.at, 3)} for each in score.chapters],
        "sound": b64encode(track.sound).decode(),
    }


def _key(moment: Moment) -> str:
    return f"{moment.pose} {moment.side}" if moment.pose in poses() else ""


def _figures(moments: Sequence[Moment]) -> str:
    """Every figure that is shown, each once, out of sight until its time comes."""
    drawn = {key: moment for moment in moments if (key := _key(moment))}
    sides = {side.value: side for side in Side}
    return "".join(
        f'<div data-figure="{escape(key)}" hidden>{svg(poses()[each.pose], sides.get(each.side, Side.RIGHT))}</div>'
        for key, each in drawn.items()
    )


def _quoted(value: object) -> str:
    """JSON that cannot end the element in which it stands."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _file(name: str) -> str:
    return (files(__package__) / "pages" / name).read_text(encoding="utf-8")
