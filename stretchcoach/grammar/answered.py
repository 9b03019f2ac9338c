"""An answer with more after it, *yeah, almost every day*: for where the person is known to be answering.

That is where somebody types; by voice nobody knows whether talk is meant for the coach, so that only ``readings``
count.  A *yes* counts unless something said with it may take it back.  A *no* counts only where each clause after it
denies again, says that all is as usual, or is one of few reasons; anything else is asked again, and so is every *no* to
a question that asks whether there is too little of something.
"""

import re
from functools import cache

from stretchcoach.grammar.cutting.clause_cuts import at_joints, at_marks
from stretchcoach.grammar.cutting.false_starts import said_once
from stretchcoach.grammar.lexicon import manners
from stretchcoach.grammar.lexicon.patterns import LONGEST, Words, covered, set_of, trimmed
from stretchcoach.grammar.lexicon.sayings import UNCLEAR
from stretchcoach.grammar.lexicon.wordings import NOT_WORDS
from stretchcoach.grammar.meaning import plain, tidy
from stretchcoach.grammar.signs.sign_words import signs_among
from stretchcoach.grammar.signs.signs import signs
from stretchcoach.grammar.whole_sayings import strictly

YES, NO, NOT_SURE, AGAIN = "yes", "no", "not sure", "say again"
AFFIRMS = (
    "yes|yeah|yep|uhhuh|uh huh|mhm|mm hmm|sure|sure (do|did|have|am|is|was)|of course|definitely|absolutely|certainly"
    "|indeed|exactly|correct|right|too right|that is (right|true|correct)|most (certainly|definitely)|fraid so"
    "|afraid so|i am afraid so|i (think|guess|suppose|believe|would say|reckon) so|ja|yes indeed|oh yes"
    "|very much so|you bet|surely|precisely|true enough|very true|that is a fact|naturally|obviously"
    "|without [a] doubt|no doubt [about it]|no question [about it]|no two ways about it"
    "|it (looks|seems|appears) (that way|like it)|si|oui|dead right|you are (correct|right there)"
    "|got it in one|more than likely|[oh] for sure"
)
PICKS_UP = (
    "[yes] (i|we|it|they|that|there) [sure|really|certainly|definitely|most certainly|actually|just] (do|did|have|am"
    "|was|are|were|is|does|has) [indeed]|[i (think|guess|suppose|believe)] (i|we|it|they|there) (do|did|have|am"
    "|was|are|is"
    "|does|has)"
)
"""*I do*, *it is*, where nothing else stands in its clause."""
DENIES = (
    "no|nah|nope|no no|no no no|nuhuh|no way|not at all|not really|never|none|nothing|neither|of course not"
    "|certainly not|definitely not|absolutely not|i am afraid not|no not at all|no not really|no never"
    "|no indeed|heck no|truthfully no|gracious no|no way jose"
)
DOUBTS = "not sure|i am not sure|i do not know|no idea|i have no idea|i could not say|i can not say|hard to say"
TAKES_BACK = NOT_WORDS | frozenset(
    "but well except unless only though although however actually if or until till ago once used maybe perhaps"
    " possibly"
    " almost nearly just barely wait unlike instead rather supposed depends wonder meant".split()
)
"""What may take back a *yes*."""
_NOT_NOW = re.compile(
    r"\blast (year|month|summer|winter|autumn|spring|time)\b|\byears? (ago|back)\b|\bas a (kid|child)\b"
)
_ALL_BUT = re.compile(r"\b(?:almost|nearly|just about) (?:every|all|always|daily|constantly)\b")
"""*Almost every day* takes nothing back."""
_OTHERS = frozenset(
    "he she him her his hers mother mum mom mam father dad wife husband son daughter brother sister friend neighbour"
    " neighbor partner aunt uncle nan gran granny grandad boyfriend girlfriend missus".split()
)
_ASKS = re.compile(
    r"^(and |so )?((do|did|have|are|were|is|was|can|could|would|will|does|has) (you|it|that|this|there|he|she|they)"
    r"|what|why|how|where|when|which|who|whose)\b"
)
_MUCH = frozenset(
    "but except only just when whenever sometimes occasionally bit little though although however unless if or until"
    " till yes yeah yep maybe perhaps possibly once twice ago before used much many often too lot lots always every"
    " most usually mostly very quite exactly entirely completely totally necessarily actually well yesterday last"
    " still yet"
    " hardly barely almost nearly first earlier apart besides instead than more less enough either some any_more other"
    " sure certain know remember recall say tell able right wait hang hold sorry mean meant think not_because".split()
)
"""What may take back a *no*, though it denies again."""
_BESIDES = set_of("not really|at all|i do not think so|not that i (know [of]|am aware of|remember|recall|noticed)"
                  "|i have not noticed [it|that|any]|as (always|usual)|i do not (think|believe) so")  # fmt: skip
_DENIES_AGAIN = re.compile(
    r"^(?:(?:i|we|it|they|there|that) (?:have|has|had|do|does|did|am|are|is|was|were|would) (?:really |certainly "
    r"|definitely |honestly )?(?:not|never)\b|(?:i|we) (?:have )?never\b|never\b|not\b|none of\b|nothing\b"
    r"|no (?!more\b|doubt\b|question\b|longer\b))"
)
_REASONS = re.compile(
    r"^(?:(?:i|we) (?:live|always|drink|eat|keep|take good)\b.*\b(?:my|plenty|lots|same|fine|alone|well)\b"
    r"|(?:i|we) have been (?:doing|eating|drinking) (?:just |exactly )?(?:the same|as usual|as always)\b"
    r"|(?:i|we) have been (?:at home|in bed|sitting|sat|resting|indoors)\b"
    r"|nothing (?:has )?(?:changed|happened|new)\b|i am (?:fine|grand|perfectly well|as fit as a fiddle)$)"
)
_OF_THEMSELVES = re.compile(
    r"^(?:i|we) (?:still |also |usually )?(?:am (?:at|from|a|an|retired|single|married)|are (?:from|at)|live|work|stay"
    r"|like|prefer|love|go|play|read|watch|own)\b(?!.*\b(?:it|this|that|them|days?|weeks?|months?|years?|nights?"
    r"|since)\b)"
)
"""*No, I work from home*: who somebody is and does, which is no reason for a *yes*."""
_BODILY = frozenset(
    "pain pains painful hurt hurts hurting sore ache aches aching swollen swelling swells numb numbness tingle"
    " tingling"
    " blood bleeding bled chest heart breath breathe breathing dizzy faint fainted fall fell fallen knock knocked"
    " bruise bruised hot cold red white blue dark weak weaker stiff tight hard cramp cramps cramping leg legs calf"
    " calves foot"
    " feet toe toes ankle knee thigh skin wee pee peeing urine fever sick vomit vomiting pregnant diabetes diabetic"
    " tablet tablets pill pills medicine medicines medication wine beer whisky whiskey gin vodka pint pints alcohol"
    " operation surgery hospital doctor clot cancer plaster cast flight flew worse feel feels feeling".split()
)
"""What a mere reason has none of."""
_TOO_LITTLE = re.compile(
    r"\b(less|fewer|hardly|missing|without|stopped|stop|hard to tell|unable|can you|keep|feel well|do you feel)\b"
)
"""Questions to which *no* may mean that there is too little of something, or *yes* that all is well."""
_WELL = re.compile(r"\b(can you|feel well)\b")
_MOST, _LONGEST = 40, 14
"""Words of an answer, and of a clause after *no*."""
_FEW = 4
"""Words of a short question about one that was not caught."""
_CUT_OFF = re.compile(r"['\u2019](?:s|re|ve|m|ll|d)\s*$", re.IGNORECASE)
"""*It's, uh*: a clause that was broken off."""
_SURELY = frozenset("yes yeah yep uhhuh no nah nope ja".split())
"""Words after which anything may follow without a pause."""
_TWICE = re.compile(r"\b(can|could|so|that|because|without|until)\b")
"""*I haven't been able to because* ...: two things in one clause."""
_SHORT_WORD = 3
"""Letters up to which a word of the question may come again in a reason."""


def answered(text: str, asked: str = "", several: bool = False) -> str:
    """``YES``, ``NO``, ``NOT_SURE``, ``AGAIN`` or ``UNCLEAR``; empty where it begins like no answer.

    ``asked``: the question, in its words; ``several``: it asks for any of several things, so that no reason for a *no*
    leaves it certain.
    """
    if _echoes(text):
        return AGAIN
    clauses = _clauses(text)
    told = bool(clauses) and sum(map(len, clauses)) <= _MOST
    found, rest = _begins(clauses) if told else ("", [])
    return found if not found or _stands(found, text, rest, tidy(asked), several) else UNCLEAR


def _echoes(text: str) -> bool:
    """*Detroit what?*, *sorry, who?*: what was not caught is asked for by one word."""
    words = _trimmed(plain(text)) or plain(text)
    return text.rstrip().endswith("?") and 0 < len(words) <= _FEW and words[-1] in ("what", "who", "where")


def _stands(found: str, text: str, rest: list[Words], question: str, several: bool) -> bool:
    """Whether nothing beside the answer takes it back."""
    if _asks_back(text, rest):
        return False
    if found == NOT_SURE:
        return all(_begins([clause])[0] not in (YES, NO) for clause in rest)
    if found == YES:
        return not _taken_back(rest) and not (rest and _WELL.search(question))
    sign = [*signs_among(sum(rest, ())), *(sign for clause in rest for sign in (*signs_among(clause), *signs(clause)))]
    doubt = sign or (rest and _TOO_LITTLE.search(question))
    return not doubt and all(_leaves_no(clause, question, several) for clause in rest)


def _clauses(text: str) -> list[Words]:
    """Without hesitation and false starts, nor what is nothing but manners."""
    found: list[Words] = []
    parts = [part for part in at_marks(text) if not _CUT_OFF.search(part)]
    for words in (_trimmed(said_once(plain(part))) for part in parts):
        if found and words[: len(found[-1])] == found[-1]:
            found.pop()
        if words:
            found.append(words)
    return found


def _trimmed(words: Words) -> Words:
    """Without manners, names and cries at either end."""
    return trimmed(words, _loose())


@cache
def _loose() -> frozenset[Words]:
    kept = set_of(f"{AFFIRMS}|{DENIES}|actually|but|just|i believe|i suppose|fraid so|hell no|well i will be")
    return (set_of(f"{manners.FILLERS}|{manners.NAMES}|{manners.PAIN}|maam") | {("well",)}) - kept


def _begins(clauses: list[Words]) -> tuple[str, list[Words]]:
    """The answer with which it begins, or that stands alone after what is told; and the clauses beside it."""
    first, rest = clauses[0], clauses[1:]
    for answer, heads in ((YES, AFFIRMS), (NO, DENIES), (NOT_SURE, DOUBTS)):
        size = next((size for size in range(min(LONGEST, len(first)), 0, -1) if first[:size] in set_of(heads)), 0)
        if size == len(first) or (size and (first[0] in _SURELY or answer == NOT_SURE)):
            return answer, [*([first[size:]] if first[size:] else []), *rest]
    if first in set_of(PICKS_UP):
        return YES, rest
    if first[0] != "yes" and NO in strictly(first) and YES not in strictly(first):
        return NO, rest
    last = [clause for clause in rest if clause in set_of("yes|yeah|yep|yes indeed|uhhuh")]
    return (YES, [clause for clause in clauses if clause not in last]) if last else ("", [])


def _asks_back(text: str, clauses: list[Words]) -> bool:
    return "?" in text or any(_ASKS.search(" ".join(clause)) for clause in clauses)


def _taken_back(clauses: list[Words]) -> bool:
    told = _ALL_BUT.sub("always", " , ".join(map(" ".join, clauses)))
    words = {*told.split()}
    return bool(words & (TAKES_BACK | _OTHERS) or _NOT_NOW.search(told))


def _leaves_no(words: Words, question: str, several: bool) -> bool:
    """Whether a clause after *no* leaves it as it is."""
    if words in set_of(DENIES) or words in _BESIDES or covered(words, _loose()):
        return True
    if len(words) > _LONGEST or {*words} & _OTHERS or sum(word in NOT_WORDS for word in words) > 1:
        return False
    clauses = at_joints(words, frozenset(("and", "so", "because")))
    if len(clauses) > 1:
        return all(_leaves_no(clause, question, several) for clause in clauses)
    if NO in strictly(words) and YES not in strictly(words):
        return True
    return not _MUCH & {*words} and (_denies_again(words) or _only_why(words, question, several))


def _denies_again(words: Words) -> bool:
    told = " ".join(words)
    return bool(_DENIES_AGAIN.search(told)) and not _TWICE.search(told)


def _only_why(words: Words, question: str, several: bool) -> bool:
    """A reason with nothing in it that was asked for, nor of how a body is."""
    told = " ".join(words)
    shared = {word for word in words if len(word) > _SHORT_WORD} & {*question.split()}
    if shared or _BODILY & {*words} or NOT_WORDS & {*words[1:]}:
        return False
    return bool(_REASONS.search(told) or (not several and _OF_THEMSELVES.search(told)))
