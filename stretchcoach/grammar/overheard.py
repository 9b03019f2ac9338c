"""What has the words of an answer and is none: it is cut off, asked, thanks, of another time or of other people."""

import re
from collections.abc import Iterator
from functools import cache

from stretchcoach.grammar.cutting.clause_cuts import at_marks
from stretchcoach.grammar.lexicon import manners, sayings, state_sayings, wordings
from stretchcoach.grammar.lexicon.patterns import Words, around, covered, set_of
from stretchcoach.grammar.lexicon.state_words import SURELY

_STATES = frozenset(("gone", "same", "worse", sayings.EASING))
_NO = frozenset(("no", "nah", "nope", "never", "none", "nothing"))
_SORRY = frozenset(("sorry", "excuse", "pardon"))
_ANSWERS = wordings.YES_WORDS | _NO
_SHORTENED = ("'s", "'re", "'ve", "'m", "'ll", "'d")
_ASKS = frozenset("is has have does do did are am was were can could will would how what when where why who".split())
_PAST = frozenset(("was", "were", "had"))
_COMPARED = frozenset(("than", "as", "like", "what", "before"))
_PRESENT = frozenset("is am are has have now still again but it's".split())
_PEOPLE = frozenset(("i", "we", "you", "they", "he", "she"))
_OF_THE_CRAMP = frozenset(
    "it pain cramp leg calf foot muscle feel feels feeling hurt hurts hurting agony worse better cramping cramped tight"
    " tighter tightening loosening looser easing easier helping letting sore stuck relief improvement change"
    " difference still locked spasm knot".split()
)
_THERE = frozenset(
    "there here is was are were been be it they we you i have has had can will a the some that really always".split()
)
"""Of these alone consists what only says that something is somewhere."""
_GOING_ON = frozenset("then so okay well and but just great lovely".split())
"""After *right* these make it a word of whoever goes on talking."""
_BETWEEN = frozenset("uh um er erm well oh and but you know just really like".split())
_AGREED = (
    "that is [so|very] (true|good|nice)|that is (true|a good point) [too]|it is [so|very] true|too true|so true"
    "|(here|there) (it|they|we|you) (is|are)|[so|now] let me (see|think)|[so] i think|right (then|there)"
)
_TAKEN_IN = frozenset("right so okay ah oh then erm mhm all alright good fine great".split())
"""Of these alone consists what only takes in what somebody has said."""
_TOWARDS = re.compile(
    r"\b(to|towards|round|around|along|up|underneath|above|keep|go|turn) (the|my|your) (left|right)\b"
)
"""*Slightly to the left-hand side* is a direction."""
_BUT = frozenset(("but", "although", "except", "however"))
_POINTING = frozenset("the that this my our your his her these those".split())
OUTSIDE = frozenset("rain snow wind storm weather traffic news match game telly film music line queue road".split())
_BEING = frozenset("is are has have gets keeps was were".split())
_WHAT_HURTS = frozenset(
    "it this that pain cramp knot spasm calf leg foot knee ankle toe toes heel thigh arch sole hamstring shin body"
    " hand back"
    " stretch stretching one thing thing other top bottom rest inside outside side feeling everything nothing"
    " something still"
    " i she he we they you there not what who bastard bugger bitch sod devil beast swelling"
    " achilles tendon ligament".split()
)
"""What may be said to ease or to hurt here."""
_OF_THINGS = re.compile(
    r"\b(?:keeps? (?:me|you|us|them|him|her|it|things) (?:going|busy)|(?:hard|harder|easier|easy|tough|better"
    r"|worse) (?:to (?!say|tell|know|touch|bear"
    r"|move|stand|walk|hold|stretch|bend|the touch|me\b)|for (?:me|us|you|people|everybody)\b)|costs?|same (?:type|age"
    r"|kind"
    r"|sort|time"
    r"|way|price|people|age|name|size|amount)|(?:bad|awful|terrible|better|worse) (?:about|for)|going (?:okay|well"
    r"|good|great)"
    r"|(?:getting|get|got|keep) it going|getting going|going? (?:very |that |too )?far|hard (?:though )?because"
    r"|worse shape|(?:one|some) of (?:my|the|our))\b"
    r"|^(?:and |but |so |well |oh |then )*(?:they|people|you can|(?:it seems like |seems like )?every(?:body|one)"
    r"|these|those|things|kids|is not (?:that|it)) (?!hurt"
    r"|are hurting|are cramp|are both)"
)
"""*It's hard to think*, *the same age*, *isn't that awful*: said of anything but a cramp."""
_THOUGHT = frozenset(("think", "believe", "reckon", "guess", "suppose"))
"""*It's gone, I think*."""
_ELSEWHERE = re.compile(
    r"\b(gone|went|passed|moved) (to|into|through|up|down|across)\b|\bas if\b|\b(feel|look|seem|sound)s? like\b"
)
"""What has gone to the foot is there, and what only seems gone may be."""
_NOT_DENIED = re.compile(
    r"\bnot (that|because) (i|it|we|they) \w+ not\b|\b(say|think|believe|deny) (that )?(i|it|there) \w+ not\b"
)
"""*It's not that I don't*: what is denied twice is no *no*."""
_SOME = re.compile(r"\ba (little|bit|tiny bit)\b(?! (different|tired))")
_NOT_ANY = re.compile(r"(^|\b(no|nah) )not (a|one) (little )?bit\b")
"""*No, just a little* is some."""
FAMILY = frozenset(
    "mum mummy mam mom mommy mother dad daddy father nan nana nanny gran granny grandma grandad grandpa auntie aunty"
    " uncle".split()
)
_ANSWERED = frozenset(("yes", "no", "none", "not sure", *wordings.NUMBERS))
_HEY = frozenset("hey oh no yes yeah okay sorry thanks".split())
"""Somebody who is no coach, and what may stand before the name."""
_NAME = re.compile(r"[A-Z][a-z]+$")
_NAMED_AFTER = frozenset(
    "a an the my your his her our in at on to from of for by with and or is was are near called named like about than"
    " this that next last every until since before after i am".split()
)
"""After these a name at the end of a clause is what is spoken of."""
_PLACES = frozenset(("here", "there", "away", "now", "up", "down"))


def calls_somebody(text: str) -> bool:
    """*Can you turn it down, Liam, I'm on a call*: whether somebody is named to whom it is said."""
    return any(_names(text, answers=False))


def _names(text: str, answers: bool) -> Iterator[bool]:
    """Of each clause, whether it is a name or ends with one; in an answer, *yes, Lipitor*, only one of the family's."""
    for at, part in enumerate(at_marks(text)):
        said = part.split()
        name = said[-1].strip("\"'()?!")
        alone = len(said) == 1 or (len(said) == 2 and said[0].lower() in _HEY)
        called = at if alone else len(said) > 1 and said[-2].lower() not in _NAMED_AFTER
        strange = called and _NAME.match(name) and name.lower() not in wordings.known() | _cries()
        yield (alone and name.lower() in FAMILY) or bool(strange and not answers)


@cache
def _cries() -> frozenset[str]:
    return frozenset(word for words in around() | _courtesies() for word in words)


def sifted(text: str, words: Words, found: list[str]) -> list[str]:
    """What is left of the readings of a saying, with *UNCLEAR* where what would reassure is in doubt."""
    if not found or (_courteous(words) and not (found == ["say again"] and _SORRY & {*words})):
        return []
    if any(_names(text, answers=bool(_ANSWERED & {*found}))):
        return [each for each in found if each == "stop" and each in words]
    readings = [each for each in found if not _is_none(each, text, words)]
    if {"yes", "not sure"} & {*readings} and _agreeing(words):
        readings = [each for each in readings if each not in ("yes", "not sure")]
    if text.rstrip()[-1:] == "?":
        asks = bool(_ASKS & {*words[:1]})
        readings = [_unless_asked(each, words, asks) for each in readings]
    if {"gone", "yes"} <= {*readings} and wordings.YES_WORDS & {*words}:
        readings = [*(each for each in readings if each != "yes"), sayings.UNCLEAR]
    murmured = "nuhuh" in words and not _NO & {*words}
    told = " ".join(words)
    gone, no = _gone_in_doubt(words), murmured or bool(_NOT_DENIED.search(told) or _SOME.search(_NOT_ANY.sub("", told)))
    doubted = {"gone": gone, "no": no}
    return [sayings.UNCLEAR if doubted.get(each) else each for each in readings if each]


def _gone_in_doubt(words: Words) -> bool:
    """*It was gone*, *they've gone*, *it's let go but I feel it*, *gone, oh no*."""
    return bool(
        _ELSEWHERE.search(" ".join(words))
        or "they" in words
        or _was(words)
        or _BUT & {*words[1:]}
        or any(word in _THOUGHT and words[max(at - 2, 0) : at] != ("let", "me") for at, word in enumerate(words))
        or words[-2:] == ("oh", "no")
    )


def _is_none(reading: str, text: str, words: Words) -> bool:
    """Whether this reading is none, whatever the others are."""
    if reading in ("yes", "no"):
        return not (wordings.YES_WORDS if reading == "yes" else _NO) & {*words} and _cut_off(text)
    if reading in ("gone", "say again"):
        way = "better way" in " ".join(words)
        return way or _somebody_did(words) if reading == "gone" else "huh" in words and bool(_ANSWERS & {*words})
    if reading in ("left", "right"):
        return _goes_on(words) or bool(_TOWARDS.search(" ".join(words)))
    if reading == "stop":
        return bool(_PAST & {*words}) and not {"stop", "have"} & {*words}
    if reading in ("same", "worse", sayings.EASING):
        pitied = words[-2:] == ("too", "bad") and "not" not in words
        return (
            _of_another(words)
            or of_things(words)
            or pitied
            or _past(words)
            or _of_people(words)
            or (reading == "same" and _only_there(words))
        )
    return False


def _unless_asked(reading: str, words: Words, asks: bool) -> str:
    """*Is it gone?* tells nothing, *gone?* is asked again, and *did you?* is no *yes*."""
    if reading in _STATES:
        return "" if asks else sayings.UNCLEAR
    if reading in ("no", "none"):
        return sayings.UNCLEAR
    return "" if reading == "yes" and not wordings.YES_WORDS & {*words} else reading


@cache
def _courtesies() -> frozenset[Words]:
    return set_of(manners.COURTESIES)


def _courteous(words: Words) -> bool:
    """*Oh, I'm sorry*, *thank you very much*: nothing but manners."""
    return bool(_courtesies() & {*covered(words, around() | _courtesies())})


def _cut_off(text: str) -> bool:
    """*So it's, uh*, *it's great*: no answer ends with a verb that is shortened."""
    told = re.findall(r"[\w']+", text.lower().replace("\u2019", "'"))
    size = 1
    while size:
        size = next((size for size in (3, 2, 1) if len(told) > size and tuple(told[-size:]) in around()), 0)
        told = told[: len(told) - size]
    return bool(told) and told[-1].endswith(_SHORTENED)


def _only_there(words: Words) -> bool:
    """*Here it is*, *there there is*; *here's* may be misspelt, and *it's here* is the cramp."""
    words = words[1:] if words[:1] in (("yes",), ("yeah",), ("no",)) else words
    return len(words) > 2 and {*words} <= _THERE and words[0] != "it"


def of_things(words: Words) -> bool:
    """Whether it is said of anything but a cramp."""
    return bool(_OF_THINGS.search(" ".join(words)))


def _of_another(words: Words) -> bool:
    """*Rain's easing off*, *the situation is getting worse*: of a thing that is no leg and no pain."""
    told = tuple(word for word in words if (word,) not in around())
    told = told[1:] if told[:1] and told[0] in _POINTING else told
    if len(told) > 2 and told[0] in OUTSIDE and told[1] in _BEING:
        return True
    if len(told) < 3 or told[1] not in _BEING or told[0] in _WHAT_HURTS or told[0].endswith("ly"):
        return False
    return told[0] not in wordings.known() and not SURELY.search(" ".join(words))


def _past(words: Words) -> bool:
    """*It was awful* is told of another time; *better than it was* is not."""
    return _was(words) and not _PRESENT & {*words}


def _was(words: Words) -> bool:
    """Whether a *was* stands in it that compares nothing."""
    at = next((at for at, word in enumerate(words) if word in _PAST), 0)
    return at > 0 and not _COMPARED & {*words[:at]}


def _of_people(words: Words) -> bool:
    """*I'm here*, *I will come back*, *they did the same thing*: of somebody, and nothing in it of a cramp."""
    first = next((word for word in words if (word,) not in around() and word not in ("yes", "yeah", "no")), "")
    return first in _PEOPLE and not _OF_THE_CRAMP & {*words}


def _somebody_did(words: Words) -> bool:
    """*I worked*, *they stopped*: not the cramp."""
    told = [word for word in words if (word,) not in around()]
    return len(told) > 1 and told[0] in _PEOPLE and (told[1],) in set_of(state_sayings.STATES["gone"])


def _agreeing(words: Words) -> bool:
    """*Right, okay*, *that's true*, *I do too*, *let me see*: whoever says so goes along with talk, or thinks."""
    told = tuple(word for word in words if word not in _BETWEEN)
    if told in set_of(_AGREED) or (told[-1:] == ("too",) and not wordings.YES_WORDS & {*words}):
        return True
    return "right" in told and {*told} <= _TAKEN_IN and len(words) > 1


def _goes_on(words: Words) -> bool:
    """*Right then*, *oh right*, *right here*: no side."""
    if "right" not in words:
        return False
    at = words.index("right")
    after = {*words[at + 1 : at + 2]}
    begun = at == 0 or words[:at] in (("oh",), ("ah",))
    rest = {word for word in words[at + 1 :] if (word,) not in around()}
    acknowledged = begun and not rest and bool(_GOING_ON & {*words[at + 1 :]} or at)
    taken_in = {*words} <= _TAKEN_IN | {*_BETWEEN, "sorry"} and bool({"okay", "so", "then", "ah", "oh"} & {*words})
    return acknowledged or taken_in or bool(after & _PLACES and not {"side", "leg", "one", "calf", "foot"} & {*words})
