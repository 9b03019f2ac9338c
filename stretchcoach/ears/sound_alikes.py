"""Sayings that sound about like what was written down: *please stop*, where the decoder wrote "Please, stopper"."""

import re
from collections import Counter, defaultdict
from functools import cache

from stretchcoach.grammar.lexicon import sayings, state_sayings
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.meaning import plain

ALIKE = 0.55
"""Part of the letter pairs that two texts must share."""
MOST = 3
_SPOKEN = {
    "it is": "it's", "that is": "that's", "i am": "I'm", "do not": "don't", "does not": "doesn't", "can not": "can't",
    "is not": "isn't", "let us": "let's", "i have": "I've", "what is": "what's", "you are": "you're",
    "has not": "hasn't", "have not": "haven't", "did not": "didn't", "there is": "there's", "will not": "won't",
}  # fmt: skip
_FRAGMENT = re.compile(r"(it|that|there|i|we|he|she|they|you) (is|has|do|does|did|am|are|have|was|can|could|would)")
"""What is an answer where it is said so, and sounds like too much else."""
_STATED = "{0}|it is {0}|it is not {0}|not {0}|still {0}|it is still {0}|it {0}|it still {0}|the cramp is {0}"
_ASKED = "{0}|please {0}|{0} please|okay {0}|{0} now|just {0}|oh god {0}|ow {0}|ow ow ow {0}|can you {0}|i said {0}"
_STOPPING = f"{_ASKED}|no {{0}}|hey {{0}}|will you {{0}}|I (want|need) to {{0}}|I want you to {{0}}|it hurts {{0}}"


@cache
def of_stop() -> tuple[str, ...]:
    """*Stop* as people say it among other words."""
    ways = (" ".join(words) for words in expanded(_STOPPING.format("stop")) if len(words) > 1)
    return tuple(dict.fromkeys(map(_written, ways)))


@cache
def _all() -> tuple[str, ...]:
    """Sayings as they are written, each once."""
    patterns = [*sayings.SAID.values(), sayings.STOP]
    patterns += [_STOPPING.format("stop")]
    patterns += [_ASKED.format(word) for word in ("pause", "wait", "next", "go on", "go back", "help")]
    patterns += [_STATED.format(f"({pattern})") for name, pattern in state_sayings.STATES.items() if name != "budge"]
    texts = (" ".join(words) for pattern in patterns for words in expanded(pattern))
    return tuple(dict.fromkeys(_written(text) for text in texts if len(text) > 2 and not _FRAGMENT.fullmatch(text)))


def _written(text: str) -> str:
    for long, short in _SPOKEN.items():
        text = re.sub(rf"\b{long}\b", short, text)
    return re.sub(r"\bi\b", "I", text)


def _pairs(text: str) -> set[str]:
    joined = f" {' '.join(plain(text))} "
    return {joined[at : at + 2] for at in range(len(joined) - 1)}


def alike(one: str, other: str) -> float:
    """Part of the letter pairs that two texts share, from 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second))


@cache
def _index() -> tuple[dict[str, list[int]], list[int]]:
    """Which sayings hold each pair of letters, and how many pairs each holds."""
    where: dict[str, list[int]] = defaultdict(list)
    sizes = []
    for number, text in enumerate(_all()):
        pairs = _pairs(text)
        sizes.append(len(pairs))
        for pair in pairs:
            where[pair].append(number)
    return where, sizes


def sounds_like(text: str) -> list[str]:
    """The few sayings that share most with ``text``, the nearest first."""
    pairs = _pairs(text)
    where, sizes = _index()
    shared = Counter(number for pair in pairs for number in where.get(pair, ()))
    likeness = {number: 2 * count / (sizes[number] + len(pairs)) for number, count in shared.items()}
    best = sorted((number for number, alike in likeness.items() if alike >= ALIKE), key=lambda n: (-likeness[n], n))
    return [_all()[number] for number in best[:MOST]]
