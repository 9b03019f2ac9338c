"""A saying without marks cut into clauses where the words show one: *hang on go back I never did it right*."""

from collections.abc import Iterator

from stretchcoach.grammar.lexicon.patterns import Words

_HEADS = frozenset(
    "can could will would please let just hold hang wait stop skip go say tell speak turn move slow give make start"
    " begin what how are is take pause carry keep continue repeat try quieter louder slower faster finish"
    " end onto take switch cut come not bear one call ask help are".split()
)
"""How what is asked for begins ..."""
_GOVERNED = frozenset(
    "a an the this that these those my your his her our their to not never can could will would shall should may might"
    " must do does did have has had am is are was were and or but than at of for with in on if when where what which"
    " who how why i we you they he she it them us me be let so because while till until as since before time one"
    " thing more how please really just see know wonder say said rather some any no every".split()
)
"""... and the words that govern the next one: no clause begins after them."""
_JOINS = frozenset("and but so because while since".split())
_HOLDS_ON = _GOVERNED - frozenset("this that one thing more please me us them it just in on".split()) - _JOINS
"""After these no subject of a new clause stands."""
_BEING = frozenset("is are was has have keeps hurts will had does can".split())
_OF_ME = frozenset(
    "am have had was will can could would do did need want never missed think got thought just still really".split()
)
_OF_OTHERS = frozenset("are is was will have has would were need said do did keep keeps sound talk speak go".split())
_SUBJECTS: dict[str, frozenset[str]] = {
    "i": _OF_ME,
    "we": _OF_ME | {"are"},
    "you": _OF_OTHERS,
    "they": _OF_OTHERS,
    "he": _OF_OTHERS,
    "she": _OF_OTHERS | {"sorts", "looks", "knows"},
    "who": frozenset(("knows",)),
    "it": frozenset("is has was will hurts does goes".split()),
    "there": frozenset(("is", "are", "was")),
    "that": frozenset(("is", "was", "hurts")),
    "this": frozenset(("is", "was", "hurts")),
}
_TAKES_A_THING = frozenset(
    (verb,) for verb in "skip hold take turn move start begin make give pause repeat switch cut call finish end".split()
)
"""*Skip the starter and have the main*: what follows is no subject."""
_NAMED = frozenset("my the a somebody someone everybody everyone".split())
_QUESTIONS = frozenset("what how is are".split())
_STATES = frozenset("worse better easing gone same hurts tighter looser".split())
"""Beside these a command is in doubt."""
_ENDED = frozenset((("that", "one"), ("this", "one"), ("last", "one"), ("hang", "on"), ("hold", "on")))
_DONE = frozenset("done did finished".split())
_OPENING = frozenset("okay right yes yeah no sorry please whoa easy oh well not ready never".split())
"""How what is no clause begins, *done that*, before what is asked for."""
MOST = 22
"""Words of a saying that is cut so."""


def cuts(clauses: list[Words]) -> Iterator[list[Words]]:
    """The clauses cut where a subject and its verb stand, and then also where what is asked for may begin."""
    if sum(map(len, clauses)) > MOST:
        return
    parts = [part for clause in clauses for part in _at(clause, _subjects(clause))]
    if len(parts) > len(clauses):
        yield parts
    for at, part in enumerate(parts):
        for head in range(1, len(part) - 1):
            if _asks_from(part, head) and not _STATES & {*part}:
                yield [*parts[:at], part[:head], part[head:], *parts[at + 1 :]]


def _asks_from(words: Words, at: int) -> bool:
    """Whether something may be asked for from here on; *some cases go on* is a subject with its verb."""
    before = words[max(at - 2, 0) : at]
    governed = before[-1] in _GOVERNED and before not in _ENDED and words[0] not in _DONE
    if words[at] in _QUESTIONS:
        return words[at] in _HEADS and _begins(words, 0) and (not governed or before[-1] in ("in", "on"))
    return words[at] in _HEADS and not governed and (_begins(words, 0) or words[0] in _HEADS | _DONE | _OPENING)


def _subjects(words: Words) -> list[int]:
    return [at for at in range(1, len(words) - 1) if _begins(words, at) and words[at - 1] not in _HOLDS_ON]


def _begins(words: Words, at: int) -> bool:
    word = words[at]
    if word in _SUBJECTS:
        return words[at + 1] in _SUBJECTS[word]
    if words[at - 1 : at] in _TAKES_A_THING:
        return False
    return word in _NAMED and bool(_BEING & {*words[at + 1 : at + 4]}) and not {*words[at + 1 : at + 2]} & _BEING


def _at(words: Words, places: list[int]) -> Iterator[Words]:
    places = [at - 1 if at > 1 and words[at - 1] in _JOINS else at for at in places]
    for begin, end in zip([0, *places], [*places, len(words)], strict=True):
        if begin < end:
            yield words[begin:end]
