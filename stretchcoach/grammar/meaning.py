"""What a saying can mean: one grammar for what is heard and what is typed.

``readings`` turns a saying into phrases of the vocabulary, the likeliest first; what each means at the moment is for
``phrases.understand``.  All words of a saying must be accounted for, or it means nothing.  *Not*, *still* and *any
more* turn what is said about the cramp, so that nothing with such a word in it is ever *gone*; where a saying is in
doubt or contradicts itself its reading is ``UNCLEAR``, and it is asked again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from stretchcoach.grammar.answers.concluded import concluded
from stretchcoach.grammar.answers.how_much import number_at_last
from stretchcoach.grammar.answers.number_at_large import numbers_at_large
from stretchcoach.grammar.answers.undecided import undecided
from stretchcoach.grammar.asked_in_clauses import in_clauses
from stretchcoach.grammar.cutting import second_thoughts
from stretchcoach.grammar.cutting.by_the_way import without_asides
from stretchcoach.grammar.cutting.clause_cuts import at_marks
from stretchcoach.grammar.cutting.false_starts import said_once
from stretchcoach.grammar.cutting.misheard import as_meant
from stretchcoach.grammar.cutting.unsaid import with_i
from stretchcoach.grammar.lexicon import sayings, short_forms, wordings
from stretchcoach.grammar.lexicon.patterns import Words, around, covered, set_of
from stretchcoach.grammar.lexicon.typing_slips import slips
from stretchcoach.grammar.lexicon.wordings import NOT_WORDS, NUMBERS
from stretchcoach.grammar.not_caught import not_caught
from stretchcoach.grammar.overheard import of_things, sifted
from stretchcoach.grammar.signs.sign_words import signs_among
from stretchcoach.grammar.states.clauses import told_in_clauses
from stretchcoach.grammar.weighed import weighed
from stretchcoach.grammar.whole_sayings import strictly

_NO_ADVERBS = wordings.NOT_WORDS | {
    "only",
    "early",
    "nearly",
    "family",
    "scarcely",
    "rarely",
    "likely",
    "supply",
    "fly",
    "telly",
}
_NOT_BY_ADVERBS = frozenset(
    ("gone", "same", "worse", sayings.EASING, sayings.OW, sayings.UNCLEAR, "left", "right", "no")
)
"""What is not read by leaving adverbs out: ``free_states`` knows where they may stand."""
_REASSURING = frozenset(("gone", "no", "none"))
"""What is never read out of a saying in which anything is unknown."""
_REPORTED = frozenset("said told asked says tell he him they them his her their but or if".split())
"""Words of what others say, or of a condition."""
_UNDENIED = frozenset(("not sure", "yes"))
"""Answers beside which a *not* denies nothing."""
_BESIDE_AN_ASIDE = frozenset(NUMBERS[2:]) | frozenset(
    "yes/not sure/left/right/both/pause/resume/next/back/repeat/slower/faster/louder/quieter/how long".split("/")
)
_TOLD_BETTER = frozenset((sayings.UNCLEAR, "same", "shorter", "pause", *NUMBERS))
"""What a state that is told in a sentence comes before."""
_COMPARED = "worse|better|looser|easier|softer|weaker|milder|tighter"
_NO_CHANGE = re.compile(rf"\bno ({_COMPARED})\b")
"""*No, worse* is *nah worse* here: without a mark nothing has changed."""
_BESIDE_A_PLACE = frozenset(("help", "stop", "how long", "back"))
_ASKED_FOR = frozenset("pause resume next back repeat slower faster louder quieter".split()) | {"say again", "how long"}
"""What is asked for whatever else is said: *the one before was better, go back*."""
_WELL = frozenset("gone better fine okay good over stopped away passed".split())
_TOLD_MORE = "most|every|not|always|when|since|only|mostly|usually|i have|i had|i get|i take|i did|i am on"
"""How somebody goes on who has answered yes."""
_ELLIPTIC = frozenset("is was are were am have has had do does did can could that there so it".split())
_OF_OTHERS = frozenset(("you", "he", "she", "they"))
_TIMED, _NAMES_A_THING = (
    frozenset(("how long",)) | frozenset(NUMBERS),
    frozenset("that the your his her their years".split()),
)
"""*Slow down, you'll choke*, *is it nearly over, that match*: clauses about something else."""
_CLAUSES, _ASIDE = 3, 7
"""Clauses that a saying is cut into, and words of one that is only said beside the answer."""
_CUT = 10
"""Words up to which every cut of a saying into two is tried."""


def tidy(text: str) -> str:
    """Lower case, one space between words, no punctuation but apostrophes."""
    return " ".join(re.findall(r"[\w']+", text.lower().replace("\u2019", "'")))


@lru_cache(512)
def readings(text: str) -> tuple[str, ...]:
    """Phrases of the vocabulary that ``text`` can stand for, the likeliest first; empty: it means nothing here."""
    found = as_said(text)
    whole = with_i(text, plain(text)) if not found else ""
    return tuple(dict.fromkeys(map(_in_doubt, as_said(whole)))) if whole else found


def as_said(text: str) -> tuple[str, ...]:
    """The same without putting back an *I* that was left unsaid."""
    words = plain(text)
    found = [*_accounted_for(text)]
    waits = found == ["pause"] and "pause" not in strictly(words)
    if not found or waits or (found == ["ask me tomorrow"] and "ask" not in words):
        told = _told_among(text)
        found = told if not found or (told and waits) or "stop" in told else found
    if "not sure" in found and {"same", "worse", sayings.EASING} & {*found}:
        found = ["not sure", sayings.UNCLEAR]
    return tuple(dict.fromkeys((*signs_among(words), *found)))


@lru_cache(64)
def told_by_phrases_alone(text: str) -> bool:
    """Whether only a phrase in it has a meaning, and not all its words: somebody may talk to anybody."""
    return not _accounted_for(text) and bool(_told_among(text)) and not any(signs_among(plain(text)))


def _told_among(text: str) -> list[str]:
    """What a phrase or a number tells, whatever stands around it."""
    from stretchcoach.grammar.telling import told_by_phrases

    return [*told_by_phrases(text, plain)] or [*numbers_at_large([*map(plain, at_marks(text))])]


@lru_cache(64)
def _accounted_for(text: str) -> tuple[str, ...]:
    """The phrases with every word, clause or aside accounted for."""
    from stretchcoach.grammar.answers.told_places import placed  # their patterns are compiled once something is read
    from stretchcoach.grammar.states.told_states import told

    words = plain(text)
    once = said_once(words)
    found = _understood(text, words, loosely=once == words or "stop" in words)
    if not {*found} - {sayings.UNCLEAR}:
        plainer = without_asides(words)
        alone = without_asides(said_once(plainer)) if plainer != words else once
        if alone != words:
            again = [each for each in _understood(text, alone) if each != sayings.OW]
            if plainer == words:
                found = [each for each in again if each not in _REASSURING] or found
            else:
                found = [*map(_in_doubt, again)] or found
    if not {*found} - _TOLD_BETTER and (state := told(text, plain)):
        state = sayings.UNCLEAR if {sayings.UNCLEAR, "pause"} & {*found} and state == "gone" else state
        if "same" in found and (state == sayings.UNCLEAR or _NO_CHANGE.search(" ".join(words))):
            state = "same"
        kept = sifted(text, words, [state]) if state == "gone" else [] if of_things(words) else [state]
        found = [*kept, *(each for each in found if each != sayings.UNCLEAR)]
    place = placed(text, plain) if not found or found[0] in _BESIDE_A_PLACE else ""
    if sayings.EASING in found and _NO_CHANGE.search(" ".join(words)):
        found = ["same"]
    return tuple(weighed(words, found, place) if found else filter(None, (place or concluded(words),)))


def _understood(text: str, words: Words, loosely: bool = True) -> list[str]:
    """What ``words`` mean; where they will be read once more without a false start, only if all are accounted for."""
    said, sure = second_thoughts.without(words)
    found = _in_passing(said) if said != words else []
    found = sifted(
        text,
        words,
        found or _read(text, words, loosely),
    )
    if {sayings.UNCLEAR} <= {*found} <= {sayings.UNCLEAR, "same", "worse"} and (agreed := _agreed(words)):
        found = [agreed]
    return found if sure else [*map(_in_doubt, found)]


def _read(text: str, words: Words, loosely: bool) -> list[str]:
    if not_caught(text, words):
        return ["say again"]
    if undecided(words):
        return [sayings.UNCLEAR]
    found = strictly(words)
    if not found or found == ["pause"]:
        found = _in_clauses(text) or found
    return found or (loosely and (_loosely(words) or _by_clauses(text))) or []


def _in_clauses(text: str) -> list[str]:
    """What one clause asks for or counts, whatever is told beside it."""
    return in_clauses([words for words in map(plain, at_marks(text)) if words])


def _by_clauses(text: str) -> list[str]:
    """*Nine easy, maybe more*, *she's down, carry on please*: one clause, and beside it what somebody says of it."""
    clauses = [plain(part) for part in re.split(r"[,.;:!]+\s+", text)]
    clauses = [words for words in clauses if words and not covered(words, around())]
    if not 1 < len(clauses) <= _CLAUSES or sum(map(len, clauses)) > _CUT or _REPORTED & {*sum(clauses, ())}:
        return []
    told = [strictly(words) for words in clauses]
    common = [each for each in max(told, key=bool) if all(each in one for one in told if one)]
    if not common or (common[0] in _REASSURING and (not all(told) or common[0] == "gone")):
        return []
    silent = [words for words, one in zip(clauses, told, strict=True) if not one]
    if common[0] in NUMBERS and {*NUMBERS} & {*sum(silent, ())}:
        return []
    barred = NOT_WORDS | _WELL if common[0] not in _UNDENIED | _ASKED_FOR else frozenset()
    aside = all(len(words) <= _ASIDE for words in silent) and not barred & {*sum(silent, ())}
    if any(
        words[0] in _OF_OTHERS or "ago" in words or (common[0] in _TIMED and words[0] in _NAMES_A_THING)
        for words in silent
    ):
        return []
    known = not silent or (common[0] in _BESIDE_AN_ASIDE and not _too_little(clauses, told, common[0]))
    return common[:1] if aside and known else []


def _too_little(clauses: list[Words], told: list[list[str]], said: str) -> bool:
    """*It is, you know, a hassle*, *yes, my name is Ann*, *right, let me see*, *Montreal, four*: it is no answer."""
    if said in NUMBERS and not told[0]:
        return True
    if said != "yes":
        return ("right",) in clauses
    first = clauses[0]
    surely = bool(wordings.YES_WORDS & {*first}) or not _ELLIPTIC & {*first}
    more = clauses[1][:1] in set_of(_TOLD_MORE) or clauses[1][:2] in set_of(_TOLD_MORE)
    return not (told[0] and surely and more)


def _agreed(words: Words) -> str:
    """*It's not gone, it's still there*: what both halves of it say; it never reassures."""
    for at in range(1, len(words) if len(words) <= _CUT else 0):
        first = {*strictly(words[:at])}
        second = {*strictly(words[at:])} if first & {"same", "worse"} else set()
        if len(both := first & second & {"same", "worse"}) == 1 and not {"gone", sayings.UNCLEAR} & (first | second):
            return both.pop()
    told = {*told_in_clauses(words)} if "but" in words else set()
    return told.pop() if told <= {"same", "worse"} and told else ""


def _in_passing(words: Words) -> list[str]:
    """What is left where something was said before or after it; *that's plenty, though* is not said to us."""
    return [each for each in strictly(words) if each != "one" and (each != "stop" or "stop" in words)]


def _in_doubt(phrase: str) -> str:
    """What reassures is asked again."""
    return sayings.UNCLEAR if phrase in _REASSURING else phrase


def _loosely(words: Words) -> list[str]:
    """With words in it that nobody knows, or an adverb that changes little, *yes, totally*: it never reassures."""
    from stretchcoach.grammar.free_words import freely

    found = [*freely(words)]
    fewer = tuple(word for word in words if not word.endswith("ly") or word in _NO_ADVERBS)
    if not found and fewer != words and (len(fewer) > 1 or set(fewer) <= {*wordings.YES_WORDS, "stop", *NUMBERS}):
        found = [*freely(fewer)] or [each for each in strictly(fewer) if each not in _NOT_BY_ADVERBS]
        found = [each for each in found if each not in ("yes", "stop") or {*wordings.YES_WORDS, "stop"} & set(fewer)]
    found = found or [*_in_two(words)] or [*told_in_clauses(words)] or [*number_at_last(words)]
    return [each for each in found if each not in _REASSURING]


def _in_two(words: Words) -> Iterator[str]:
    """Two sayings in one breath, of which one wants *stop*, or both mean the same."""
    from stretchcoach.grammar.key_words import asked_for

    for at in range(1, len(words) if len(words) <= _CUT else 0):
        first = strictly(words[:at])
        second = strictly(words[at:]) if first else []
        if second and "stop" in words and "stop" in (*first, *second) and asked_for(words):
            yield "stop"
            return
        if second and {*first} | {*second} == {"ready", "resume"}:
            yield second[0]
            return
        if common := [each for each in first if each in second]:
            yield common[0]
            return


@lru_cache(512)
def plain(text: str) -> Words:
    """The words of a saying, short forms opened, digits spelled, one spelling for each."""
    opened: list[str] = []
    for word in as_meant(tidy(_figures(text))).split():
        whole = short_forms.SHORT_FORMS.get(word) or re.sub(r"n't$", " not", word)
        whole = re.sub(r"^(you|he|she|we|they|who)'d$", r"\1 would", whole)
        opened += re.sub(r"'s$", " is", whole).replace("'", "").split()
    said = tuple(part for word in opened for part in _spelled(word).split())
    said = said[1:] if said[:1] == ("why",) and said[1:2] in (("yes",), ("no",), ("of",), ("certainly",)) else said
    return tuple(_base(word) if said[at - 1 : at] == ("mind",) else word for at, word in enumerate(said))


def _base(word: str) -> str:
    """*Would you mind slowing down* asks to slow down."""
    stem = word.removesuffix("ing")
    forms = (stem, f"{stem}e", stem[:-1]) if stem != word else ()
    return next((form for form in forms if form in wordings.known()), word)


def _figures(text: str) -> str:
    """*7/10* is seven out of ten, 6.5 the next higher number, *no, worse* and *well I never* no denials."""
    text = re.sub(rf"(?i)\bno\s*[,.!;:\u2013\u2014-]+\s+(?=(?:{_COMPARED})\b)", "nah ", text)
    text = re.sub(
        r"(?i)(?<!believe )(?<!trust )\bme (?=(left|right(?! (?:away|now|then|here|there|so)\b)|leg|legs|calf|calves"
        r"|foot|feet|toes|chest)\b)",
        "my ",
        text,
    )
    text = re.sub(r"(?i)\bnae (?=\w)", "not ", text)
    text = re.sub(r"(?i)(?<=\bis|'s) no (?=(as|so|that|gone|going|shifting|easing|moving|\w+ing)\b)", " not ", text)
    text = re.sub(r"(?i)\bthe noo\b", "right now", text)
    text = re.sub(r"(?i)(?<=\w )ye\b", "you", re.sub(r"(?i)\blet's us\b", "let's", text))
    text = re.sub(r"(?i)\bwell,? i never\s*[,.!;]", "wow,", text)
    text = re.sub(r"(?i)\b(uh|um|mm|eh|hm)[ -]+hu[hm]+\b", "uhhuh", text)
    text = re.sub(r"(?i)\b(hu[hn]+[ -]uh|n?uh-uh|nuh uh|mm-mm)\b(?!-)", "nuhuh", text)
    text = re.sub(r"\b(\d+)\s*/\s*10\b", r"\1 out of 10", text)
    return re.sub(r"\b(\d)[.,][1-9]\b", lambda found: str(int(found[1]) + 1), text)


def _spelled(word: str) -> str:
    if word.isdecimal() and len(word) < 3 and int(word) < len(NUMBERS):  # int refuses thousands of digits
        return NUMBERS[int(word)]
    known = wordings.known()
    for form in (word, re.sub(r"(.)\1{2,}", r"\1\1", word), re.sub(r"(.)\1+", r"\1", word)):
        if form in short_forms.SPELLINGS:
            return short_forms.SPELLINGS[form]
        if form in known:
            return form
    if word in slips():
        return slips()[word]
    if word.removesuffix("ish") in NUMBERS:
        return word.removesuffix("ish")
    return f"{word}g" if word.endswith("in") and f"{word}g" in known else word
