"""Headings that say how much the list below them is: ``Hip exercises, 2 sets of 10``, and names without a measure."""

from stretchcoach.handout.exercises import Block
from stretchcoach.handout.lexicon import is_named, is_section
from stretchcoach.handout.lines import Role, name_before
from stretchcoach.words import handout_doubts

MOST_QUOTED = 60
FEWEST = 2
"""Names below a heading that make it one."""


def leaders(blocks: list[Block]) -> dict[int, Block]:
    """By the number of the line that an exercise begins on: the heading whose measure may be meant for it, too."""
    found: dict[int, Block] = {}
    for place, block in enumerate(blocks):
        if not _heads(block):
            continue
        led: list[Block] = []
        for below in blocks[place + 1 :]:
            if below.kind != "exercise" or below.opener.mark not in ("bullet", "number"):
                break
            led.append(below)
        bare = [below for below in led if not below.measured and below.opener.role is Role.HEAD]
        if len(bare) >= FEWEST:
            found |= {below.opener.number: block for below in bare}
    return found


def _heads(block: Block) -> bool:
    """Whether an exercise has a measure on one line, and the name of a section."""
    opener = block.opener
    plain = block.kind == "exercise" and not block.lines and opener.mark not in ("bullet", "number") and block.measured
    return plain and (is_section(name_before(opener.sentences[0])) or opener.body.endswith(":"))


def asked_of(leader: Block, name: str) -> str:
    """Whether what a heading says is for what stands below it; for an exercise in a list right below it, it is."""
    if is_named(name) and is_section(name_before(leader.opener.sentences[0])):
        return ""
    return handout_doubts.for_this_too(leader.opener.number, leader.opener.body[:MOST_QUOTED])
