"""What a short saying can only mean because of the words in it, in whatever order and whatever else is said.

Each kind has its sets: a saying that has a word of each part of one of them (parts stand apart, ``/`` is a choice,
``_`` joins neighbours) is of that kind, if it is of no other and nothing in it is denied, past or somebody else's.
None of them reassures.
"""

from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.lexicon import free_sayings, sayings, state_sayings, wordings
from stretchcoach.grammar.lexicon.patterns import Words, around, parts_of, set_of, single

_MOST = 8
"""Words of a saying that is read so."""
_STORY = frozenset("was were had did would if when used should might before after until during by at".split())
"""What makes a story of it, or a condition."""
OTHER_THINGS = frozenset(
    "telly tv television radio oven hob heating heater gas tap taps light lights lamp blind blinds curtain curtains"
    " kettle iron fan bed sheet phone dishwasher".split()
)
"""What is turned down as well."""
_OF_OTHERS = frozenset(("and_you", "in_that", "at_that", "you_will", "is_your"))
_SIDE = "leg/calf/foot/side"
_MY = "my/me/it/the/is/in/this/hurts/please/time/only/just"
SETS = {
    "louder": (
        "turn/put voice/volume/sound/it/yourself up|speak/talk/say louder/loudly/loud|speak_up|deaf up"
        "|more_volume|increase/raise/boost volume/sound/voice"
        "|louder please/can/could/bit/little/much/make/it/voice/volume"
    ),
    "quieter": (
        "turn/put/keep/bring/take voice/volume/sound/it/yourself down|quieter"
        "|softer/softly voice/speak/talk/please/more/be"
        "|too_loud/so_loud you/it/that/this/please|loud please/mate/bit|less_loud/less_volume/less_noise"
        "|lower/reduce/decrease/cut/drop volume/sound/voice/tone|voice/volume lower"
        "|quiet please/be|shh please/you/my/the|hush please/you/my/the"
    ),
    "slower": (
        "slower|slow_down|slowly speak/talk/go/please/say/count/more|slow more/please"
        "|too_fast/too_quick/too_quickly you/that/this"
        "|less_fast/less_quickly"
    ),
    "faster": "faster please/can/could/go/talk/speak/bit/count|speed_up|hurry_up|too_slow/too_slowly you/that/this",
    "longer": "more time/seconds give/need/want/add/can/please|longer hold/this/can/please/make",
    "shorter": "shorter it/this/that/can/make/bit|too_long that/this",
    "repeat": ("repeat stretch/exercise|again do stretch/exercise/one/it/that/this/please|once_more do/stretch/please"),
    "say again": (
        "say/tell/read again please/that/it/sorry|what you said|repeat what/sorry/understand/hear|understand repeat"
    ),
    "next": (
        "next one/stretch/exercise go/get/move/please/do/to/can/give/what/okay/now|skip this/it/that/one"
        "/can/please/want"
    ),
    "how": "explain it/this/that/please/again/can/could",
    "back": "go/take/get/return back/previous/first one/stretch/step/exercise/please|previous one/stretch/exercise",
    "pause": "pause please/there/here/can/for|wait second/minute/moment/please|hang/hold on second/minute/moment",
    "resume": "continue please/can/us/ready/okay|carry/go on us/ready/okay/please/then|resume please/can/us/ready/okay",
    "ready": "ready start/go/begin|ready i now/okay/yes/yeah",
    "help": "help me please/someone/somebody/need/god|help need i/some|call/get/ring/phone ambulance/doctor",
    "how long": "how long/much/many left/longer/more/remaining/go|how seconds/minutes",
    "left": f"left {_SIDE}/one {_MY}",
    "right": f"right {_SIDE} {_MY}",
    "both": f"both legs/calves/feet/sides/them {_MY}/hurt/cramp/are",
    "stop": "stop please/now/oh/god/ow/want/need/enough/just/ah/argh/no/okay/hate/hurts/hurting/hurt/pain",
}
"""Commands."""
_CRAMP = "it/that/this/pain/cramp/leg/calf/muscle/knot/spasm/thing"
STATES = {
    "worse": (
        f"worse {_CRAMP}/getting/now/oh/ow/ouch/so/much/even|hurts/hurting {_CRAMP}/so/really/ow/oh/god/much/me/like"
        f"|tighter/stronger/sharper {_CRAMP}/getting|killing_me|painful so/very/more/really/too/it|coming"
        f"/came/come back {_CRAMP}"
        "|agony|excruciating|unbearable"
    ),
    "same": (
        "still_there|still_here|still hurts/tight/cramped/cramping/sore/same/hurting/painful/aching/hard"
        f" {_CRAMP}/yeah/yes/still/bit/really"
        "/very/just|same it/feels/still/just/exactly/about/cramp/pain|nothing changed/happened/happening"
        "/changing/helps/works"
    ),
    sayings.EASING: (
        f"bit/little/slightly/slowly/starting/kind/less/some/somewhat/lot better/easing/easier/loosening"
        f"/relaxing/fading"
        f"/improving/loosen/ease/relax/less/looser/softer {_CRAMP}/feels/feeling/getting/now/much/i|easing|loosening"
    ),
}
"""How the cramp is ..."""
DENIED = (
    "not/never/hardly better/gone/changed/different/shift/shifted/shifting/move/moved/moving/budge/budged/eased/ease"
    "/easing/loosen/loosened/loosening/relax/relaxing/improved/improving/letting"
    f" {_CRAMP}/still/yet/real|no improvement/change/difference/relief/better real/much/any/all/yet/still/noticeable/at"
)
"""... and what is the same because it is denied."""
_ASKS = frozenset("is are has have does do did can will who where what why".split())
_ELLIPTIC = frozenset("still not it that just very now getting".split())
"""*Is still there* has left out what; *is dad still there* asks."""
_WELL = frozenset("gone better over fine okay good stopped away done finished passed".split())
"""What contradicts *worse*, or needs more than key words."""


Sets = tuple[tuple[frozenset[str], ...], ...]


@cache
def _sets(pattern: str) -> Sets:
    return tuple(tuple(frozenset(part.split("/")) for part in one.split()) for one in pattern.split("|"))


def _has(said: set[str], pattern: str) -> bool:
    return any(all(part & said for part in one) for one in _sets(pattern))


@cache
def _barred() -> frozenset[str]:
    return single(free_sayings.SOMEBODY_ELSE) | _STORY | single(state_sayings.DOUBT) | {"or", "but", "will"}


def by_key_words(words: Words) -> Iterator[str]:
    """The one kind whose words are in it."""
    said = {*words, *map("_".join, parts_of(words, 2))}
    if len(words) > _MOST or (_barred() | OTHER_THINGS) & said or _OF_OTHERS & said:
        return
    if wordings.NOT_WORDS & said:
        if _has(said, DENIED) and not {"i", "you", "we", "do"} & said:
            yield "same"
        return
    of_it = words[0] not in _ASKS or {*words[1:2]} <= _ELLIPTIC
    states = [state for state, pattern in STATES.items() if of_it and _has(said, pattern)]
    found = [phrase for phrase, pattern in SETS.items() if _has(said, pattern)]
    if "stop" in found and not asked_for(words):
        return
    if "stop" in found or len(found) == 1:
        yield "stop" if "stop" in found else found[0]
    elif not found and states and not ("a bit better" not in states and _WELL & said) and "you" not in said:
        yield states[0] if sayings.EASING not in states else sayings.EASING if len(states) == 1 else sayings.UNCLEAR


def asked_for(words: Words) -> bool:
    """Whether *stop* is what is asked for: no noun, and not what somebody else does or leaves."""
    at = words.index("stop")
    before, after = words[:at], words[at + 1 :]
    if {"a", "an", "the", "what", "which", "this", "that"} & {*before[-3:]}:
        return False
    begins = {words for words in set_of(free_sayings.OPENING) | around() if len(words) <= len(before)}
    if before and before[0] not in ("no", "nah") and not any(before[: len(each)] == each for each in begins):
        return False
    wanted = before[-1:] == ("to",) and {"want", "need", "like"} & {*before}
    surely = after[:1] in (("now",), ("please",))
    if before and before[-1] in single(free_sayings.BEFORE_A_NOUN) and not wanted and not surely:
        return False
    return not after or not (after[0].endswith("ing") or after[0] in single(free_sayings.AFTER_A_NOUN))
