"""Ways to go as a measure: ``Walking lunges 2 x 20 m``, ``Heel walks 10 steps``; in a sentence they are asked about.

Beside a name of what goes somewhere a distance is how much of it is done; anywhere else (*stand 2 metres from the
wall*) it is none, and is left for ``other_numbers``.
"""

import re

from stretchcoach.handout.atoms import GAP, Atom, DoseKind, Maker
from stretchcoach.handout.numbers import value

_UNIT = r"(?:met(?:re|er)s?|yards?|yds?|yrds?|m)\b"
_LONG = r"\d{1,4}(?:\s*-\s*\d{1,4})?\s*-?\s*"
_GOES = re.compile(
    r"\b(?:\w*walk\w*|jog\w*|run\w*|sprint\w*|skip\w*|\w*lunges?|march\w*|shuffl\w*|carioca|karaoke|grapevines?|bound\w*"
    r"|high[- ]knee|walk-?overs?|(?:quick|fast) feet|fast legs?|strides?|accelerations?|backpedal\w*|drills?"
    r"|hops?|hopping|crawl\w*|high knees|knee hugs?|(?:butt|heel)[ -]?(?:kick|flick)\w*|kick\w*|carry|carries"
    r"|swim\w*|crawls?)\b"
)
"""What goes somewhere."""
_TIMED = re.compile(r"\b(?:(?<!toe )(?<!heel )(?<!duck )(?<!crab )walk(?:s|ing)?(?! lunges?)|jog\w*|run\w*|swim\w*)\b")
"""What is done for minutes as often as for metres."""
_TOLD = re.compile(
    r"^\W*(?:walk|take|step|travel|go|continue|cover|move|stand|start|then|now|repeat)\b(?! *(?:lunges?|-))"
)
"""How an instruction begins."""
MOST_WORDS = 8
SURELY_METRES = 100.0
"""Nobody jogs for so many minutes on a sheet of exercises."""
FEWEST_ALONE = 50.0
"""Metres of what has a single word for a name: ``Sprint 10 yards`` is a part of a drill as often as one of its own."""
_PART = re.compile(r"\b(?:left|right|forwards?|backwards?|laterally|out|back|to)$")
"""Words of a way that is a part of a longer one."""
_BARE = re.compile(r"(?:jog|run|sprint|walk|march|skip|hop|swim|shuffle|lunge|bound)(?:s|ning|ging|ping|ing)?")
FEWEST_STEPS = 5
"""Fewer are taken to get into position."""
_BEHIND = re.compile(
    rf"[\s,;:.)({GAP}]*(?:$|[,;)(]|(?:on )?each\b|per\b|x\b|/|rest\b|with\b|slow|then rest\b|\w+ing\b)"
)


def _named(found: re.Match[str]) -> str:
    """The name before a match; empty where that is none, or where the sentence goes on."""
    before = found.string[: found.start()].strip(f" ,;:-({GAP}")
    plain = before and len(before.split()) <= MOST_WORDS and not _TOLD.match(before)
    return before if plain and _GOES.search(before) and _BEHIND.match(found.string, found.end()) else ""


def _ends(text: str) -> tuple[float, float]:
    """The least and the most of a way."""
    low, *most = (value(number) for number in re.findall(r"\d+", text))
    return low, (most or [low])[0]


def _far(found: re.Match[str]) -> tuple[Atom, ...] | None:
    text = found["far"].strip()
    low, most = _ends(text)
    name, alone = _named(found), not found.string[: found.start()].strip(" ,;:-(")
    behind = re.match(r"[^.;\d]{0,40}", found.string[found.end() :])
    led = alone and bool(behind and _GOES.search(behind[0])) and bool(re.match(r" +[a-z]", found.string[found.end() :]))
    minutes = not (found["n"] or found["o"]) and low < SURELY_METRES
    if text.endswith("m") and ((alone and not led) or (not name and not led)):
        return None
    if text.endswith("m") and minutes and _TIMED.search(name or (behind[0] if behind else "")):
        return None
    if re.search(rf"\d ?(?:{_UNIT}).*\b(?:and|then)\b", name):
        return (Atom(DoseKind.UNCLEAR, text=text),)
    if name and (_PART.search(name) or (_BARE.fullmatch(name) and low < FEWEST_ALONE)):
        return None
    if not name and not led and not (alone and _BEHIND.match(found.string, found.end())):
        return None
    times = float(found["n"] or found["o"] or 0)
    sets = (Atom(DoseKind.SETS, times, times, found[0]),) if times else ()
    unit = "yards" if "y" in text else "metres"
    said = re.sub(r"[\s-]*(?:m|y)[a-z]*$", f" {unit}", text)
    return (*sets, Atom(DoseKind.DISTANCE, low, most, said))


def _steps(found: re.Match[str]) -> tuple[Atom, ...] | None:
    low, most = _ends(found["far"])
    name = _named(found)
    if name and low >= FEWEST_STEPS and not _PART.search(name):
        return (Atom(DoseKind.REPS, low, most, found[0]),)
    told = re.search(
        r"\b(?:walk|take|march|shuffle|travel|go|continue|hop|lunge|skip)\w*\b[^.;,]*$", found.string[: found.start()]
    )
    return (Atom(DoseKind.UNCLEAR, text=found[0]),) if told and low >= FEWEST_STEPS else None


DISTANCES: tuple[tuple[str, Maker], ...] = (
    (
        rf"(?:\b(?P<n>\d{{1,2}})\s*(?:x|sets? of|times)\s*)?(?<![\d/.,])\b(?:over\s+)?(?P<far>{_LONG}{_UNIT})"
        r"(?!\s*(?:/|from|away|apart|high|wide|of|long|behind|in front))(?:[\s-]*x\s*(?P<o>\d{1,2})\b)?",
        _far,
    ),
    (rf"\b(?P<far>{_LONG}(?:steps|paces|strides))\b(?!\s*(?:away|apart|from|back))", _steps),
)
