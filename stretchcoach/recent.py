"""When the last cramps let go, so that one that comes back within minutes is taken up where it matters.

One small file in the state folder; only the last hour counts.  The entry point reads it before anything heavy is
loaded, so it needs nothing but the standard library.
"""

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

HOUR = 3600.0


def releases(folder: "Path") -> tuple[float, ...]:
    """How many seconds ago cramps let go, the oldest first; nothing if that is not known."""
    file = folder / "releases.json"
    if not file.is_file():
        return ()
    import json

    try:
        kept = json.loads(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return ()
    if not isinstance(kept, list):
        return ()
    ages = (time.time() - moment for moment in kept if isinstance(moment, int | float))
    return tuple(sorted((age for age in ages if 0 <= age <= HOUR), reverse=True))


def keep(folder: "Path") -> None:
    """Note that one has just let go; a folder that cannot be written to costs no more than this note."""
    import json

    now = time.time()
    moments = [now - age for age in releases(folder)] + [now]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f"releases.{os.getpid()}.tmp"
        draft.write_text(json.dumps(moments), encoding="ascii")
        draft.replace(folder / "releases.json")
    except OSError:
        return
