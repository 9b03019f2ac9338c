"""The entry point.  In a cramp the first word comes before everything else.

The audio process is started before anything heavy is imported; while it opens the loudspeaker the settings of the
voice are read, the first line is handed over, and only then the command line, the coach and the screen are loaded.
"""

import gc
import os
import sys

from stretchcoach.machine import leaving

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice
    from stretchcoach.ears.client import Ears

SPEAKING = ("cramp", "run")
"""Commands that will need the voice; the app itself does too."""
SILENT = {"--no-voice", "--beeps", "--help", "-h", "--version"}


def main() -> int:
    """Run the program; its exit code."""
    leaving.catch_signals()
    from stretchcoach.machine import streams

    gc.disable()  # what is loaded now stays: looking through it again and again costs a tenth of the start
    streams.harden()
    args = sys.argv[1:]
    completing = "_STRETCHCOACH_COMPLETE" in os.environ
    voice, ears = (None, None) if completing else early_sound(args)
    from stretchcoach.cli import main as run

    code = run(args, voice, ears)
    leaving.leave_if_told(code)
    return code


def early_sound(args: list[str]) -> "tuple[Voice | None, Ears | None]":
    """The voice, speaking its first line already, and the ears, if this is a cramp; None if they can wait."""
    from stretchcoach.program import spelling

    args, _ = spelling.mended(args)
    at = spelling.first(args)
    command = "" if at is None else args[at]
    if SILENT & set(args) or (command not in SPEAKING and command) or _read_aloud(args):
        return None, None
    from stretchcoach.audio import launch

    launch.begin()
    if command != "cramp":
        return None, None
    from stretchcoach.audio.client import Voice
    from stretchcoach.program import first_words

    said = [word == "--listen" for word in args if word in ("--listen", "--no-listen")]
    options, line, hearing = first_words.what_to_say(
        "--night" in args, "--rehearse" in args, said[-1] if said else None
    )
    voice = Voice.start(options, line) if options.speech else None
    if hearing is None:
        return voice, None
    from stretchcoach.ears.client import ears_beside

    return voice, ears_beside(hearing, voice, options.cache)


def _read_aloud(args: list[str]) -> bool:
    """Whether a screen reader reads the lines, and nobody asked for a second voice beside it."""
    from stretchcoach.machine import streams

    if "--voice" in args or ("--plain" not in args and streams.has_screen()):
        return False
    from stretchcoach.machine import screen_reader

    return bool(screen_reader.in_use())


if __name__ == "__main__":
    sys.exit(main())
