"""What a saying can mean: one grammar for what is heard and what is typed.

``readings`` turns a saying into phrases of the vocabulary, the likeliest first; what each means at the moment is for
``phrases.understand``.  All words of a saying must be accounted for, or it means nothing.  *Not*, *still* and *any
more* turn what is said about the cramp, so that nothing with such a word in it is ever *gone*; where a saying is in
doubt or contradicts itself its reading is ``UNCLEAR``, and it is asked again.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from stretchcoach.core import sayings, short_forms

UNCLEAR = "?"
"""The reading of what has to be asked again."""
OW = "ow"
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
EASING = "a bit better"
_NOT_WORDS = frozenset("not no never neither none nor nothing without hardly barely nah nope cannot".split())
_QUESTION = re.compile(r"(is|has|does|do|did|are|was|will|can|why|when|where|who) (it|that|this|the|my|i|you|we) ")
_LONGEST = 7
_A_WHILE = "(a|one) (moment|second|minute|bit|while|break|rest)"
_ECHO = 9
"""Words from which on a saying is more than an answer."""
Words = tuple[str, ...]


def tidy(text: str) -> str:
    """Lower case, one space between words, no punctuation but apostrophes."""
    return " ".join(re.findall(r"[\w']+", text.lower().replace("\u2019", "'")))


@lru_cache(512)
def readings(text: str) -> tuple[str, ...]:
    """Phrases of the vocabulary that ``text`` can stand for, the likeliest first; empty: it means nothing here."""
    words = plain(text)
    found = [*_stops(words), *_whole(words), *_numbers(words), *_sides(words), *_states(words), *_told(words)]
    return tuple(dict.fromkeys(found))


@lru_cache(512)
def plain(text: str) -> Words:
    """The words of a saying, short forms opened, digits spelled, one spelling for each."""
    opened: list[str] = []
    for word in tidy(_figures(text)).split():
        whole = short_forms.SHORT_FORMS.get(word) or re.sub(r"n't$", " not", word)
        opened += re.sub(r"'s$", " is", whole).replace("'", "").split()
    return tuple(part for word in opened for part in _spelled(word).split())


def _figures(text: str) -> str:
    """*7/10* is seven out of ten, and 6.5 the next higher number."""
    text = re.sub(r"\b(\d+)\s*/\s*10\b", r"\1 out of 10", text)
    return re.sub(r"\b(\d)[.,][1-9]\b", lambda found: str(int(found[1]) + 1), text)


def _spelled(word: str) -> str:
    if word.isdecimal() and int(word) < len(NUMBERS):
        return NUMBERS[int(word)]
    known = _known()
    for form in (word, re.sub(r"(.)\1{2,}", r"\1\1", word), re.sub(r"(.)\1+", r"\1", word)):
        if form in short_forms.SPELLINGS:
            return short_forms.SPELLINGS[form]
        if form in known:
            return form
    return word


# --- patterns ----------------------------------------------------------------------------------------------


def expanded(pattern: str) -> list[Words]:
    """Everything that a pattern of ``sayings`` stands for."""
    found, _ = _options(re.findall(r"[\w']+|[|()\[\]]", pattern), 0)
    return found


def _options(signs: list[str], at: int) -> tuple[list[Words], int]:
    """The choices up to the bracket that closes them, and where it stands."""
    found: list[Words] = []
    now: list[Words] = [()]
    while at < len(signs) and signs[at] not in ")]":
        sign = signs[at]
        if sign == "|":
            found, now = found + now, [()]
        elif sign in "([":
            inner, at = _options(signs, at + 1)
            inner = [*inner, ()] if sign == "[" else inner
            now = [first + last for first in now for last in inner]
        else:
            now = [(*first, sign) for first in now]
        at += 1
    return found + now, at


@cache
def _said() -> dict[Words, tuple[str, ...]]:
    """Every pattern of ``SAID`` in full, with its phrases."""
    found: dict[Words, tuple[str, ...]] = {}
    for phrase, pattern in sayings.SAID.items():
        for words in expanded(pattern):
            found[words] = (*found.get(words, ()), phrase)
    return found


@cache
def _set(pattern: str) -> frozenset[Words]:
    return frozenset(expanded(pattern))


@cache
def _known() -> frozenset[str]:
    """Every single word that stands in the data."""
    lists = (sayings.STOP, sayings.FILLERS, sayings.PAIN, sayings.ABOUT, sayings.ASKING, sayings.NUMBER_FRAME)
    words = {word for phrase in _said() for word in phrase}
    words |= {word for one in (*lists, *sayings.STATES.values()) for phrase in expanded(one) for word in phrase}
    return frozenset(words | set(NUMBERS) | _NOT_WORDS)


# --- stop, commands and answers ----------------------------------------------------------------------------


def _around() -> frozenset[Words]:
    return _set(f"{sayings.FILLERS}|{sayings.PAIN}|{sayings.ASKING}|{sayings.AFTER}")


def _stops(words: Words) -> Iterator[str]:
    """*Stop*, whatever pain, politeness and answers stand around it; not where it is denied."""
    said = _set(sayings.STOP)
    if not any(part in said for size in range(1, _LONGEST) for part in _parts(words, size)):
        return
    text = " ".join(words)
    if re.search(
        r"\b(not|never|without|do not want to|not want to|need not) (to )?(stop|quit|cancel|exit|end|halt)", text
    ):
        yield UNCLEAR
        return
    if re.search(r"\bno more (pain|cramp|cramping|spasm|spasms|hurting)\b", text):
        yield UNCLEAR
        return
    state = [phrase for name in ("hurts", "worse", "same") for phrase in _set(sayings.STATES[name])]
    rest = {*_around(), *said, *state, *_set(f"{sayings.ABOUT}|{sayings.WHEN}|{sayings.DEGREE}|{sayings.STILL}")}
    rest |= _set("no|yes|wait|no no|that hurts|hold on|help|not|hang on|hello|yes yes|yeah|do not")
    if "stop" in words:
        answers = (phrase for name in ("gone", "better", "easing", "well") for phrase in _set(sayings.STATES[name]))
        rest |= {*answers, *_set(f"left|right|both|for {_A_WHILE}|i need {_A_WHILE}")}
    if _covered(words, frozenset(rest)):
        yield "stop"


def _whole(words: Words) -> Iterator[str]:
    """A command or an answer, with what people put around it."""
    for inner in bare(words):
        if inner in _said():
            yield from _said()[inner]
            if "yet" in inner:
                yield "same"
            return
    yield from _twice(words)
    if words and _covered(words, _set(sayings.PAIN)) and set(words) & {"ow", "ouch", "argh", "ah"}:
        yield OW


@cache
def _wordings(phrase: str) -> frozenset[Words]:
    """What is said for a phrase, and what people put around it."""
    return _set(sayings.SAID[phrase]) | _around()


def _twice(words: Words) -> Iterator[str]:
    """One thing said in two ways, *wait please, I need a moment*."""
    parts = (part for size in range(1, _LONGEST) for part in _parts(words, size))
    for phrase in dict.fromkeys(phrase for part in parts for phrase in _said().get(part, ())):
        if _covered(words, _wordings(phrase)):
            yield phrase


def bare(words: Words) -> Iterator[Words]:
    """The saying, and what is left of it as fillers and polite words fall away at either end, and what is repeated."""
    around = _around()
    seen: set[Words] = set()
    plainer = tuple(word for word in words if (word,) not in _set(sayings.FILLERS))
    waiting = [words, plainer]
    while waiting:
        now = waiting.pop(0)
        if now in seen or not now:
            continue
        seen.add(now)
        yield now
        for size in range(min(_LONGEST, len(now) - 1), 0, -1):
            if now[:size] in around or (size == 1 and now[0] in ("no", "yes", "yeah", "right") and len(now) > 1):
                waiting.append(now[size:])
            if now[-size:] in around or (size == 1 and now[-1] in ("no", "yes", "yeah")):
                waiting.append(now[:-size])
        half = len(now) // 2
        if half and now[:half] * (len(now) // half) == now:
            waiting.append(now[:half])
        for size in range(1, len(now) // 2 + 1):
            if len(now) % size == 0 and now[:size] * (len(now) // size) == now:
                waiting.append(now[:size])


def _numbers(words: Words) -> Iterator[str]:
    """A number from zero to ten; of several the highest."""
    if any(word in _NOT_WORDS for word in words):
        return
    frame = words
    if frame[-3:] == ("out", "of", "ten"):
        frame = frame[:-3]
    elif frame[-2:] == ("of", "ten"):
        frame = frame[:-2]
    said = [NUMBERS.index(word) for word in frame if word in NUMBERS]
    if said and _covered(frame, _around() | _set(f"{sayings.NUMBER_FRAME}|{'|'.join(NUMBERS)}")):
        yield NUMBERS[max(said)]


def _sides(words: Words) -> Iterator[str]:
    """Two sides, or yes and no, in one breath: which of them is asked again."""
    sides, answers = {"left", "right"} & set(words), {"yes", "no"} & set(words)
    loose = _set(f"{sayings.FILLERS}|the|one|leg|no|not|wait|my|it is|is|it|or|yes|left|right|maybe|i|do not")
    corrected = sides and {"no", "not"} & set(words)
    if (len(sides) == 2 or corrected or len(answers) == 2) and _covered(words, loose):
        yield UNCLEAR


def _told(words: Words) -> Iterator[str]:
    """An answer that repeats the question, *yes it is swollen*, or takes itself back, *a little, I'm not sure*."""
    for size in range(1, _LONGEST):
        for ends, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            if rest and "not sure" in _said().get(ends, ()) and any(_said().keys() & {*bare(rest)}):
                yield "not sure"
                return
    answer, told = words[:1], words[1:3]
    echoed = len(words) in range(4, _ECHO) and not {"but", "or", "stop", "if", "maybe"} & set(words)
    if not echoed or told not in _set(sayings.ECHO):
        return
    if answer in _set("yes|yeah|yep") and not _NOT_WORDS & set(words):
        yield "yes"
    elif answer in _set("no|nah") and words[3] in ("not", "never", "no"):
        yield "no"


# --- how the cramp is --------------------------------------------------------------------------------------


@cache
def _roles() -> dict[Words, str]:
    """What each phrase does in a saying about the cramp."""
    found: dict[Words, str] = {}
    told = {**sayings.STATES, "not": sayings.NOT, "still": sayings.STILL, "doubt": sayings.DOUBT}
    told |= {"partly": sayings.PARTLY, "about": f"{sayings.ABOUT}|pain|yes|yeah|yep"}
    told |= {"loose": f"{sayings.WHEN}|{sayings.DEGREE}|{sayings.PAIN}|{sayings.FILLERS}"}
    for role, pattern in told.items():
        for words in expanded(pattern):
            found.setdefault(words, role)
    return found


def _states(words: Words) -> Iterator[str]:
    """*Gone*, *a bit better*, *same* or *worse*; what is said twice is said."""
    half = len(words) // 2
    if half and words == words[:half] * 2:
        words = words[:half]
    if words[:1] == ("there",) and words[1:2] in _set("it|that|the|my|now|yes"):
        words = words[1:]
    text = " ".join(words)
    alone = _set(sayings.NOT_ALONE)
    if not words or words in alone or any(inner in alone for inner in bare(words)):
        return
    parts = _covered(words, frozenset(_roles()))
    if not parts:
        return
    roles = _denied([_roles()[part] for part in parts], parts)
    states = {role for role in roles if role in sayings.STATES}
    turned = roles.count("not")
    if not states:
        if turned and "pain" in words:
            yield UNCLEAR
        elif "still" in roles and "about" in roles and not {"not", "doubt"} & set(roles):
            yield "same"
        return
    if _QUESTION.match(f"{text} "):
        return
    about = any(part[0] in ("it", "that", "the", "my", "this", "leg") or part == ("now",) for part in parts)
    if "still" in roles and ("going",) in parts and "not" not in roles:
        yield "same"
        return
    if states == {"well"} and not about:
        yield UNCLEAR
        return
    doubt = {"doubt"} & set(roles) or turned > 1 or {("no", "longer"), ("any", "more")} & set(parts)
    weighed = UNCLEAR if doubt else _turned(states) if turned else _weighed(states, set(roles))
    if weighed:
        yield weighed


def _denied(roles: list[str], parts: list[Words]) -> list[str]:
    """A *no* that answers, *ow, no, it's worse*, turns nothing: it denies what was thought, or is a cry."""
    first = last = next((at for at, part in enumerate(parts) if part not in _around()), 0)
    while parts[last : last + 1] and parts[last] in _set("no|nah"):
        last += 1
    after = parts[last][:1] if last < len(parts) else ()
    if last > first and after in _set(sayings.AFTER_NO):
        return [*roles[:first], *["denied"] * (last - first), *roles[last:]]
    return roles


def _turned(states: set[str]) -> str:
    """What is not so: not gone, not better and not worse are *same*; better but not gone is that."""
    if "gone" in states and states & {"easing", "better"}:
        return EASING
    return "same" if states <= {"gone", "better", "well", "easing", "budge"} or states == {"worse"} else UNCLEAR


def _weighed(states: set[str], roles: set[str]) -> str:
    """One state out of what was said, ``UNCLEAR``, or nothing."""
    if "budge" in states:
        return ""
    still = "still" in roles
    if states & {"easing", "better"} and (still or "same" in states or "easing" in states):
        return EASING if not states & {"worse", "gone", "well"} else UNCLEAR
    if states <= {"gone", "better", "well"}:
        return UNCLEAR if still or "denied" in roles else EASING if "partly" in roles else "gone"
    if states <= {"same", "hurts", "worse"}:
        if "worse" in states:
            return "worse"
        return "same" if still or states != {"hurts"} else "worse"
    return UNCLEAR


def _parts(words: Words, size: int) -> Iterator[Words]:
    for at in range(len(words) - size + 1):
        yield words[at : at + size]


def _covered(words: Words, phrases: frozenset[Words]) -> list[Words]:
    """The words cut into ``phrases``, the longest first; empty where they cannot be."""
    rest: dict[int, list[Words] | None] = {len(words): []}
    for at in range(len(words) - 1, -1, -1):
        rest[at] = None
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            after = rest[at + size]
            if after is not None and words[at : at + size] in phrases:
                rest[at] = [words[at : at + size], *after]
                break
    return rest[0] or []
