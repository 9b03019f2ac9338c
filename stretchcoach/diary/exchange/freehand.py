"""Cells as people write them in lists of their own: words for pain, lengths of time, yes and no.

Whatever is not wholly understood is left as it stands, for the check of the entry to name it.
"""

import functools
import math
import re

from stretchcoach.diary.exchange.cells import FALSE, TRUE, UNITS, UNSURE

LONG = 64
TEN = 10
WORDED_SCALES = frozenset({"severity", "pain_after"})
"""A sleep that was bad is no number."""
NOTHING = frozenset("- – — -- --- . .. ... / n/a na n.a. k.a. k/a".split())
"""What people put into a cell for which they have nothing."""
PAIN = {
    0: "none no nil zero keine kein ohne null",
    2: "mild slight light low weak minor leicht leichte leichter gering schwach",
    5: "moderate medium mid middling average mittel mäßig mässig maessig mittelstark mittelschwer",
    8: "severe strong bad high intense heavy stark starke starker schwer heftig",
    9: "extreme horrible terrible awful agony agonising agonizing schrecklich furchtbar extrem",
    10: "unbearable worst excruciating unerträglich maximal",
}
"""The words by score: the middle of what is usual for mild (1 to 3), moderate (4 to 6) and severe (7 to 10)."""
SCORE_OF = {word: score for score, words in PAIN.items() for word in words.split()}
VERY = frozenset("very really extremely sehr".split())
STRONGER = {2: 1, 8: 9, 9: 10}
"""What ``very`` makes of a score."""
FILL = frozenset("pain pains schmerz schmerzen quite fairly pretty rather ziemlich possible".split())
COUNT = (
    "zero one two three four five six seven eight nine ten".split(),
    "null eins zwei drei vier fünf sechs sieben acht neun zehn".split(),
)
NUMBER_OF = {word: number for words in COUNT for number, word in enumerate(words)}
SIGNS = {"+": 2, "++": 5, "+++": 8, "*": 2, "**": 5, "***": 8}
ABOUT = re.compile(r"^(?:~|≈|ca\.?|circa|about|around|approx\.?|approximately|roughly|etwa|ungefähr)\s*")
OF_TEN = re.compile(r"\s*(?:/|out of|of|von|auf|sur)\s*(?:10|ten|zehn)$")
SPAN = re.compile(r"\s*[-–—]\s*|\s+(?:to|or|bis|oder)\s+")
PLAIN = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?")
CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d+)?")
PART = re.compile(r"(\d{1,5}(?:[.,]\d{1,6})?)\s*([^\W\d_]*)\.?\s*(?:(?:and|und|,)\s*)?")
WORDED = {
    **{word: str(number) for word, number in NUMBER_OF.items() if number > 1},
    **dict.fromkeys(("a", "an", "one", "eine", "einer"), "1"),
    **dict.fromkeys(("half a", "half an", "half", "halbe", "eine halbe"), "0.5"),
}
"""Numbers before a unit."""
AMOUNT = re.compile(rf"\b({'|'.join(sorted(WORDED, key=len, reverse=True))})\b(?=\s+[^\W\d_])")
YES = TRUE | frozenset("yep yeah yup t on sí si sì woke ✓ ✔ ☑ ✅ 1.0 1,0".split())
NO = FALSE | frozenset("nope nah f off ✗ ✘ ☐ ❌ 0.0 0,0".split())
MAYBE = UNSURE | {
    "maybe", "perhaps", "possibly", "vielleicht", "not sure", "not_sure", "don't know", "dont know", "don't remember",
    "can't remember", "cannot remember", "weiß nicht", "weiss nicht",
}  # fmt: skip


def is_no_answer(raw: str, number: bool) -> bool:
    """Whether a cell says that there is nothing to say."""
    said = raw.strip().casefold()
    return said in NOTHING or (number and (said in MAYBE or set(said) == {"?"}))


@functools.lru_cache(1024)
def pain(raw: str, most: int = 10, words: bool = True) -> int | None:
    """A score of 0 to 10 in words or numbers, the higher of two; None where it is not wholly understood.

    ``most``: of how many a number is; ``entry_text``: whether words such as *bad* tell it.
    """
    said = " ".join(raw.casefold().split())
    if len(said) > LONG or said in SIGNS:
        return SIGNS.get(said) if words else None
    said = ABOUT.sub("", said).rstrip("!")
    said = OF_TEN.sub("", said) if most == TEN else said
    if said.endswith("%") and PLAIN.fullmatch(part := said[:-1].strip()):
        return _rounded(_number(part) / 10)
    scores = [_score(part, most) for part in SPAN.split(said)]
    if not words and any(word in SCORE_OF for word in re.split(r"\W+", said)):
        return None
    if len(scores) == 1 and scores[0] is None:
        scores = [_worded(part) for part in said.split("/")]
    known = [each for each in scores if each is not None]
    return max(known) if known and len(known) == len(scores) <= 2 else None


def _score(said: str, most: int) -> int | None:
    if not PLAIN.fullmatch(said) and said not in NUMBER_OF:
        return _worded(said)
    number = float(NUMBER_OF[said]) if said in NUMBER_OF else _number(said)
    return _rounded(number) if most == TEN else _rounded(number * TEN / most) if number <= most else None


def _rounded(value: float) -> int | None:
    """A whole number, halves up; what is above ten only where it is whole, for it is told of as it stands."""
    return math.floor(value + 0.5) if value <= 10 or value == int(value) else None


def _worded(said: str) -> int | None:
    words = [word for word in said.split() if word not in FILL]
    very = words[:1] if words and words[0] in VERY else []
    if len(words) != len(very) + 1 or words[-1] not in SCORE_OF:
        return None
    score = SCORE_OF[words[-1]]
    return STRONGER.get(score) if very else score


@functools.lru_cache(1024)
def length_in(raw: str, hours: bool = False) -> float | None:
    """Seconds of a length of time that names its unit, the middle of two; None where it is not wholly understood.

    ``2:30`` is minutes and seconds, or, with ``hours``, hours and minutes.
    """
    said = " ".join(raw.casefold().split())
    if len(said) > LONG:
        return None
    said = re.sub(r"(\d?)\s*½", lambda match: f"{match[1] or '0'}.5", ABOUT.sub("", said))
    said = re.sub(r"''|[\"″”]", "s ", re.sub(r"['′’](?!')", "m ", said)).strip()
    if match := CLOCK.fullmatch(said):
        first, second, third = (int(each or 0) for each in match.groups())
        if match[1] and second > 59:
            return None
        return float(3600 * first + 60 * second + third) * (60 if hours and not match[1] else 1)
    said = AMOUNT.sub(lambda match: WORDED[match[1]], said)
    ends = SPAN.split(said)
    if (
        len(ends) == 2
        and PLAIN.fullmatch(ends[0])
        and (last := re.fullmatch(PLAIN.pattern + r"\s*([^\W\d_]+)\.?", ends[1]))
    ):
        ends[0] += f" {last[1]}"
    seconds = [_parts(each) for each in ends]
    known = [each for each in seconds if each is not None]
    return sum(known) / len(known) if known and len(known) == len(seconds) <= 2 else None


def _parts(said: str) -> float | None:
    """``1 h 20 min``; a number without a unit at the end is of the next smaller one."""
    whole, place, unit = 0.0, 0, 0
    while place < len(said):
        match = PART.match(said, place)
        if not match:
            return None
        size = UNITS.get(match[2], 0) if match[2] else unit // 60
        if not size or (unit and size >= unit) or (not match[2] and match.end() < len(said)):
            return None
        whole += _number(match[1]) * size
        place, unit = match.end(), size
    return whole if unit else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def sure(raw: str) -> str | None:
    """Yes, no or not sure; None where it is something else."""
    said = " ".join(raw.casefold().replace("’", "'").split()).rstrip(".!")
    for words, answer in ((YES, "yes"), (NO, "no"), (MAYBE, "not_sure")):
        if said in words:
            return answer
    return None
