"""What is typed into a form, as TOML; and a value of the file, as it stands in a form."""

import json
import re
from typing import Any

from stretchcoach.core.messages import Sound
from stretchcoach.core.visible import hidden
from stretchcoach.words import writing_screens
from stretchcoach.writing.fields import FormField, Shape

_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)
_UNITS = ((re.compile(r"(?<=\d)(?:hours?|hrs?)"), "h"), (re.compile(r"(?<=\d)min(?:ute)?s?"), "m"),
          (re.compile(r"(?<=\d)sec(?:ond)?s?"), "s"))  # fmt: skip
_SPAN = re.compile(r"(?:[\d.]+[hms])+", re.ASCII)
_S, _M = r"\s?(?:s|secs?|seconds?)", r"\s?(?:m|mins?|minutes?)"
_CUE = re.compile(rf"(?P<at>[+-]?[\d.,]+(?:{_S}|{_M}(?:\s?\d+{_S})?)?)\s*:?\s+(?P<what>.*\S)", re.ASCII)
_SOUND = re.compile(r"\((\w+)\)")


class RefusedError(ValueError):
    """Why a change is not made, in words for the person."""


def literal(field: FormField, typed: str) -> str:
    """The TOML of what was typed; whether it is allowed is for the format to say."""
    text = one_line(typed)
    if field.shape is Shape.CUE:
        return _cue(text)
    if field.shape is Shape.FLAG:
        return "true" if text in ("true", "on", "yes") else "false"
    if field.shape is Shape.SECONDS:
        return _seconds(text)
    return _number(text) or quoted(text) if field.shape is Shape.NUMBER else quoted(text)


def one_line(typed: str) -> str:
    """One line, with nothing in it that cannot be seen."""
    text = " ".join(typed.split())
    if odd := hidden(text):
        raise RefusedError(writing_screens.holds_invisible(odd))
    return text


def shown(field: FormField, value: Any) -> str:
    """A value of the file as it stands in the form."""
    if value is None:
        return ""
    if field.shape is Shape.CUE:
        return _shown_cue(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}" if abs(value) < 10**6 else str(value)
    return " ".join(str(value).split())


def _shown_cue(value: dict[str, Any]) -> str:
    at = value.get("at", "")
    said = f"({value['sound']})" if "sound" in value else " ".join(str(value.get("say", "")).split())
    return f"{at:g} {said}" if isinstance(at, int | float) else f"{at} {said}"


def quoted(text: str) -> str:
    """A basic string of TOML: those of JSON are, once nothing in it is hidden."""
    return json.dumps(text, ensure_ascii=False)


def _number(text: str) -> str:
    """A number as TOML writes it, or nothing; the comma of much of Europe is a point."""
    if not _NUMBER.fullmatch(text):
        return ""
    whole, _, part = text.replace(",", ".").lstrip("+").partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-").lstrip("0") or "0"
    return f"{sign}{digits}.{part}" if part else f"{sign}{digits}"


def _seconds(text: str) -> str:
    """A number stays one; ``1 min 30 s`` becomes ``"1m30s"``, a colon is minutes and seconds, all else stays."""
    if number := _number(text):
        return number
    if found := re.fullmatch(r"(\d{1,3}):(\d\d)", text, re.ASCII):
        return quoted(f"{int(found[1])}m{int(found[2])}s")
    short = text.lower().replace(" ", "").replace(",", ".")
    for pattern, unit in _UNITS:
        short = pattern.sub(unit, short)
    return quoted(short if _SPAN.fullmatch(short) else text)


def _cue(text: str) -> str:
    found = _CUE.fullmatch(text)
    if not found:
        raise RefusedError(writing_screens.HOW_A_CUE_IS_WRITTEN)
    sound = _SOUND.fullmatch(found["what"])
    if sound and sound[1] in {each.value for each in Sound}:
        return f"{{ at = {_seconds(found['at'])}, sound = {quoted(sound[1])} }}"
    return f"{{ at = {_seconds(found['at'])}, say = {quoted(found['what'])} }}"
