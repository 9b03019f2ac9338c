"""The source list: where every claim of the content comes from."""

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec
import tomli

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One text that a claim rests on."""

    key: str
    title: str
    address: str
    """Where it was found; empty for a text that was not found itself."""
    also: tuple[str, ...] = ()
    """Further addresses."""
    mark: Literal["seen", "memory"]
    """``seen``: the text at the address was read; ``memory``: not checked yet."""
    note: str = ""
    """What the mark leaves out, such as a text of which only a part was read."""


@functools.cache
def sources() -> Mapping[str, Source]:
    """Every source by its key."""
    raw = tomli.loads((KNOWLEDGE / "sources.toml").read_text(encoding="utf-8"))
    listed = ({"key": key, **entry} for key, entry in raw.items())
    return MappingProxyType({source["key"]: msgspec.convert(source, Source) for source in listed})
