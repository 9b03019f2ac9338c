"""What was typed in letters of another encoding, as text: such an argument holds bytes that are no letters."""

import os
import re

BYTES = re.compile("[\ud800-\udfff]+")
"""How Python keeps the bytes of an argument that are no letters in the encoding of here."""


def whole_text(argument: str) -> str:
    """The same in whole letters; what names a file stays, for that is its name."""
    if not BYTES.search(argument) or os.path.exists(argument):  # noqa: PTH110
        return argument
    return BYTES.sub(lambda match: _letters(match[0]), argument)


def _letters(kept: str) -> str:
    data = kept.encode("utf-8", "surrogateescape") if all("\udc80" <= each <= "\udcff" for each in kept) else b"?"
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
