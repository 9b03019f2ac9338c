"""How the cramp is, told in a sentence: a state among asides, reasons, hopes and what was once.

*You said it'd go and it hasn't*, *it was easing but now it's come back twice as bad*.  What would reassure is read only
where every clause is known and none denies, doubts or limits it; beside unknown clauses only what does not reassure is.
"""

import re
from collections.abc import Callable, Iterator

from stretchcoach.grammar.lexicon import free_sayings, sayings, wordings
from stretchcoach.grammar.lexicon.patterns import Words, single
from stretchcoach.grammar.lexicon.state_words import EASED, EASING, LEAVING, RISING, SURELY
from stretchcoach.grammar.states.told_clauses import cried_out, telling, tells
from stretchcoach.grammar.states.told_idioms import SLIGHT
from stretchcoach.grammar.states.told_patterns import ABSENT, ASIDE, ELLIPTIC, HOPED, LEFTOVER, NAY, QUERY, TAG

_MOST, _LONGEST, _PIECE = 8, 30, 14
"""Clauses, words of a saying, and words of a clause that is cut further."""
_JOINS = frozenset("and but so because then or though although cause yet".split())
_LEADS_ON = frozenset("where what how when why who whom which if whether that like as than think know say not".split())
"""After these a clause has not begun of itself."""
_ANSWERS = frozenset("no nah nope yes yeah yep well oh ah ooh aah mind okay".split())
_BEGINS = frozenset(
    "it this that the my i you we there is not no nah nope yes yeah nothing has still maybe now all more oh ah what can"
    " thank thanks sorry only quite just god christ exactly if or nearly almost mind each every since"
    " mother jesus holy lord praise".split()
)
_NEVER_BESIDE = frozenset(
    "if unless whether would could should will tomorrow yesterday last week once always never when used might told"
    " found people rain weather".split()
)
"""With one of these an unknown clause makes what is told beside it conditional, or of another time."""
_ASKS = frozenset("is has have does do did are am was were can could will would how what when where why who".split())
_STATES = frozenset(("gone", "same", "worse", sayings.EASING, sayings.UNCLEAR))
_LIMITS = wordings.NOT_WORDS | frozenset(
    "still yet only nearly almost mostly maybe perhaps possibly probably might may could would should if unless think"
    " guess suppose hope believe reckon seems seem but except though although or until till partly half bit practically"
    " virtually was were had".split()
)
"""What keeps a saying from ever being *gone*."""
_SPLIT = re.compile(r"[,.;:!?\u2013\u2014]+\s*|\s-+\s")


def told(text: str, plain: Callable[[str], Words]) -> str:
    """The state, ``UNCLEAR`` where it is in doubt, or nothing; ``plain`` gives the words of a part of the text."""
    if len(text.split()) > _LONGEST or not telling() & {*plain(text)}:
        return ""
    if cried_out(plain(text)):
        return "worse"
    parts = [words for part in _SPLIT.split(text) if (words := plain(part))]
    clauses = [clause for words in parts for clause in _clauses(words)]
    if not clauses or len(clauses) > _MOST or _asks(text, clauses):
        return ""
    kinds = [tells(words) for words in clauses]
    unknown = [words for words, kind in zip(clauses, kinds, strict=True) if not kind]
    if unknown and not _beside(unknown, clauses, kinds):
        return ""
    aside = [words for words, kind in zip(clauses, kinds, strict=True) if kind == ASIDE]
    limits = _LIMITS & {*plain(text)} - ({"was", "were"} & {*sum(aside, ())})
    return _together(kinds, bool(unknown), limited=bool(limits))


def _asks(text: str, clauses: list[Words]) -> bool:
    return text.rstrip()[-1:] == "?" and clauses[-1][0] in _ASKS and tells(clauses[-1]) not in (sayings.UNCLEAR, ASIDE)


def _clauses(words: Words) -> Iterator[Words]:
    """The clauses of a part of the text: whole, at what joins them, or in two where each half is known."""
    if tells(words):
        yield words
        return
    if words[0] in _JOINS | _ANSWERS and len(words) > 1:
        if words[0] in ("no", "nah"):
            if len(found := _by_words(words)) > 1:
                yield from found
                return
            yield words[:1]
        yield from _clauses(words[1:])
        return
    at = next((at for at, word in enumerate(words) if at and word in _JOINS and at + 1 < len(words)), 0)
    if at:
        yield from _clauses(words[:at])
        yield from _clauses(words[at + 1 :])
        return
    yield from _by_words(words)


def _by_words(words: Words) -> tuple[Words, ...]:
    """*It's not gone it's still there*: where nothing joins them, each of them known, or all but the first or last."""
    if len(words) > _LONGEST or not telling() & {*words}:
        return (words,)
    cuts = [at for at in range(1, len(words)) if words[at] in _BEGINS]
    if found := _known(words, cuts, _MOST):
        return found
    for at in cuts:
        if (
            at > 1
            and words[at - 1] not in _LEADS_ON
            and words[at] != "that"
            and len(words) - at > 2
            and (found := _known(words[at:], [cut - at for cut in cuts if cut > at], 2))
        ):
            return (words[:at], *found) if _surely(found) else (words,)
    for at in reversed(cuts):
        if at > 2 and tells(words[:at]) in _STATES and _surely((words[:at],)):
            return words[:at], words[at:]
    return (words,)


def _known(words: Words, cuts: list[int], most: int) -> tuple[Words, ...]:
    """The fewest clauses, each of them known; none where there are no such."""
    if tells(words):
        return (words,)
    for at in reversed(cuts if most > 1 else []):
        if tells(words[:at]) and (rest := _known(words[at:], [cut - at for cut in cuts if cut > at], most - 1)):
            return (words[:at], *rest)
    return ()


def _surely(clauses: tuple[Words, ...]) -> bool:
    """Whether one of them tells a state, and surely of the cramp."""
    return any(
        tells(words) in _STATES and (SURELY.search(" ".join(words)) or _PLAINLY.search(" ".join(words)))
        for words in clauses
    )


def _beside(unknown: list[Words], clauses: list[Words], kinds: list[str]) -> bool:
    """Whether what is unknown is only said beside a state that is surely of the cramp."""
    others = single(free_sayings.SOMEBODY_ELSE) - {"said", "thought", "guess"} | _NEVER_BESIDE
    if any(others & {*words} or len(words) > _PIECE or words[0] in _ASKS for words in unknown):
        return False
    if any(words[0] in _ANOTHER and not SURELY.search(" ".join(words)) for words in unknown):
        return False
    if any(_GENERIC.match(" ".join(words)) for words in unknown):
        return False
    told_of = [" ".join(words) for words, kind in zip(clauses, kinds, strict=True) if kind in _STATES]
    return len(unknown) <= 2 and any(SURELY.search(each) or _PLAINLY.search(each) for each in told_of)


_ANOTHER = frozenset("the our your those these a an their every each some no".split())
"""With these begins what is told of another thing."""
_GENERIC = re.compile(r"(?:you know )?(?:you|we|people|they|things) (?:have|need|can|get|want|just|go|know|would)\b")
"""*You have to water it*: of anybody."""
_PLAINLY = re.compile(
    r"\b(?:worse|hurts|hurting|cramping|painful|unbearable|excruciating|agony|budge|shifting|happening|difference"
    r"|release"
    r"|gone away|better|still there|let up|improvement|relief|nothing (?:changes|helps|works)|starting to|harder|gone"
    r"|stopped|vanished|getting (?:lighter|softer|looser)|tighter|still (?:tight|hard|cramped|sore)|throbs|stings"
    r"|smarts"
    rf"|{LEAVING}|{EASED}|{EASING}|{RISING}|let go|it (?:will|does|has|is) not)\b"
)
"""What is said of a cramp and hardly of anything else."""


def _together(kinds: list[str], unknown: bool, limited: bool) -> str:
    """What they tell together: of what was once and what is now, what is now."""
    states = [kind for kind in kinds if kind in _STATES]
    told_, rest = {*states}, {*kinds}
    if QUERY in rest and told_ & {"gone", sayings.EASING}:
        return sayings.UNCLEAR
    if HOPED in rest and not told_:
        return "same" if ELLIPTIC in rest else sayings.UNCLEAR
    if ELLIPTIC in rest:
        return _denied(told_)
    if {LEFTOVER, SLIGHT} & rest:
        return "" if unknown else _left_over(told_, rest)
    if ABSENT in rest:
        return "" if unknown else sayings.UNCLEAR if told_ <= {"gone", sayings.EASING} else ""
    return _weighed(told_, unknown, limited or bool({TAG, NAY, QUERY, HOPED} & rest))


def _left_over(told_: set[str], rest: set[str]) -> str:
    """*Gone, just a bit tender* is not all gone; a little alone tells nothing."""
    most = {"gone", sayings.EASING} | ({"same"} if LEFTOVER in rest else set())
    alone = LEFTOVER not in rest and not told_ and ABSENT not in rest
    return sayings.EASING if told_ <= most and not alone else ""


def _weighed(told_: set[str], unknown: bool, limited: bool) -> str:
    if not told_ or sayings.UNCLEAR in told_:
        return sayings.UNCLEAR if told_ and not unknown else ""
    if "gone" in told_:
        surely = told_ == {"gone"} and not unknown and not limited
        return "gone" if surely else sayings.UNCLEAR
    if told_ == {sayings.EASING, "worse"}:
        return sayings.UNCLEAR
    if sayings.EASING in told_:
        return sayings.EASING
    return "worse" if "worse" in told_ else "same"


def _denied(told_: set[str]) -> str:
    """*It's gone, no, it hasn't* contradicts itself; *it's better, no it isn't* too."""
    if told_ <= {"same"} and told_:
        return "same"
    return sayings.UNCLEAR if told_ else ""
