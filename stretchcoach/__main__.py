"""The entry point.  In a cramp the first word comes before everything else.

The audio process is started before anything heavy is imported; while it opens the loudspeaker the settings of the
voice are read, the first line is handed over, and only then the command line, the coach and the screen are loaded.
"""

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stretchcoach.audio.client import Voice

SPEAKING = ("cramp", "run")
"""Commands that will need the voice; the app itself does too."""
SILENT = {"--no-voice", "--beeps", "--help", "-h", "--version"}


def main() -> int:
    """Run the program; its exit code."""
    from stretchcoach import streams

    gc.disable()  # what is loaded now stays: looking through it again and again costs a tenth of the start
    streams.tame()
    args = sys.argv[1:]
    voice = early_voice(args)
    from stretchcoach.cli import main as run

    return run(args, voice)


def early_voice(args: list[str]) -> "Voice | None":
    """The voice, speaking its first line already, if this is a cramp; None if it can wait, or is not wanted."""
    command = next((word for word in args if not word.startswith("-")), "")
    if SILENT & set(args) or (command not in SPEAKING and command):
        return None
    from stretchcoach.audio import launch

    launch.begin()
    if command != "cramp":
        return None
    from stretchcoach import early
    from stretchcoach.audio.client import Voice

    options, line = early.read("--night" in args, "--rehearse" in args)
    return Voice.start(options, line) if options.speech else None


if __name__ == "__main__":
    sys.exit(main())
