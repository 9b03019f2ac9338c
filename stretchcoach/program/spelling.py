"""A command line typed at three in the morning: whatever begins with *cramp* is the cramp.  Imports next to nothing."""

SIDES = {"l": "left", "r": "right", "b": "both", "o": "both"}
VALUED = ("--speed", "--trace")
SPEEDS = (0.01, 1000.0)
"""The slowest clock and the fastest."""
WITHOUT = "--rehearse --plain --voice --no-voice --beeps --listen --no-listen --night --help -h --version"
FLAGS = frozenset((*WITHOUT.split(), *VALUED))
SAID = frozenset("now please leg my the in help calf foot".split())
"""Words beside a side that tell nothing, and are no slip."""


def mended(args: list[str]) -> tuple[list[str], list[str]]:
    """The command line as it was meant, and a line for everything that was left out."""
    at = first(args)
    if at is None:
        return args, []
    word = args[at].lower()
    if word == "help":
        return [*args[:at], *args[at + 1 :], "--help"], []
    if word != "c" and not word.startswith("cramp"):
        return args, []
    kept, words, strange = _sorted([*args[:at], *args[at + 1 :]])
    sides = {side for each in words if (side := side_of(each))}
    unknown = [each for each in words if not side_of(each) and each.lower() not in SAID]
    named = [] if not sides else ["both"] if len(sides) > 1 else [*sides]
    meant, lost = ["cramp", *named, *kept], [*unknown, *strange]
    if not lost:
        return meant, []
    from stretchcoach.words.program_lines import left_out_of_cramp  # only where needed: the first word waits for it

    return meant, [left_out_of_cramp(each[:40]) for each in lost]


def first(args: list[str]) -> int | None:
    """Where the command stands: the first word that is no flag and no flag's value."""
    valued = False
    for index, word in enumerate(args):
        if not valued and not word.startswith("-"):
            return index
        valued = word in VALUED and not valued
    return None


def side_of(word: str) -> str:
    """``l``, ``L``, ``rigth`` and ``Left`` as a side; nothing where it is none."""
    word = word.lower().strip("-,.!")
    if word in SIDES:
        return SIDES[word]
    for side in ("left", "right", "both"):
        if (side.startswith(word) and len(word) > 1) or sorted(word) == sorted(side):
            return side
    if len(word) < 3:
        return ""
    from stretchcoach.machine.nearest import closest  # only where needed: the first word waits for it

    return closest(word, ("left", "right", "both"), 0.7)


def _sorted(args: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Flags with their values, words, and what looks like a flag and is none, or lacks its value."""
    kept: list[str] = []
    words: list[str] = []
    strange: list[str] = []
    valued = ""
    for word in args:
        flag = word.partition("=")[0].lower()
        if valued and flag not in FLAGS:
            if _can_be(valued, word):
                kept += [valued, word]
            else:
                strange.append(f"{valued} {word}")
            valued = ""
            continue
        strange += [valued] if valued else []
        valued = flag if word.lower() in VALUED else ""
        if flag in FLAGS and (valued or _can_be(flag, word[len(flag) + 1 :])):
            kept += [] if valued else [flag + word[len(flag) :]]
        elif flag in FLAGS or (word.startswith("-") and not side_of(word)):
            strange.append(word)
        else:
            words.append(word)
    return kept, words, [*strange, valued] if valued else strange


def _can_be(flag: str, value: str) -> bool:
    """Whether the flag can have that value: what cannot be read is left out, as any slip is."""
    if flag != "--speed":
        return True
    try:
        return SPEEDS[0] <= float(value.replace(",", ".", 1)) <= SPEEDS[1]
    except ValueError:
        return False
