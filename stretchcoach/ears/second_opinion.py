"""The second opinion: what the head takes for a word is believed at once, or only when the decoder has read it as well.

*Stop* is believed almost at once; a word by itself, after a moment of quiet, when it is nearly certain.  Anything else
waits for the words of the whole utterance, a tenth of a second or two: they may bear it out, mean something else ("it's
not gone"), or nothing, and then only a word that is likely enough by itself counts.  Sayings that the head does not
know are understood by their words alone.
"""

from typing import NamedTuple

import numpy as np

from stretchcoach.core.grammar import NUMBERS, plain
from stretchcoach.core.sayings import UNCLEAR
from stretchcoach.core.vocabulary import STOP, labelled
from stretchcoach.ears.decoder import Said

CROWDED, NUMBERS_CROWDED = 0.25, 0.18
"""Part of the last six seconds from which on talk is running: a television, a book that is read, people at table.  Less
is enough for numbers: *for* and *to* are in every sentence, and who is asked for a number has just been silent."""
CERTAIN = 0.85
"""Probability at which a word after quiet needs no second opinion ..."""
ALWAYS_ASKED = frozenset({"gone"})
"""... but for these: half a sentence can turn them."""
PLAINLY, TURNED = ("gone", "it's gone", "much better"), ("not gone", "it's not gone", "not better")
"""Of *gone* and of what sounds like it and is the contrary the decoder tells how likely they are.  It is asked again
where one of the latter comes so near (a logarithm) to the text, *that's better* for *not better*; ..."""
NEAR_TEXT, NEAR_PLAINLY, NEAR_NOTHING = 8.5, 5.5, 3.0
"""... to a text that is one of the former; or, where the text means nothing, to the likeliest of the former."""
NOT_GONE, MAYBE_GONE = "not gone", "maybe it's gone"
STOP_CERTAIN, STOP_DOUBTED, STOP_LIKELY = 0.60, 0.50, -8.0
"""*Stop* is believed at once from the first on; where it is less than the second (*start*, as some say it), or comes
out of the middle of running talk, the decoder must find it this likely."""
START, START_TRACE, STOP_AGREED = "start", 0.02, -5.0
"""A trace of *start* beside a *stop* that is not nearly certain: some say *start* so.  Then the decoder must have read
*stop*, or find it this likely, and about as likely as its text."""
PLAIN, BY_LIKELIHOOD, AT_MOST = 0.13, -0.05, 0.65
"""Where the decoder wrote something else, a word counts that the head finds as probable as this, and more so the less
likely the decoder finds it (a logarithm): 0.28 at -3, 0.58 at -9.  The last is enough in a sentence that goes on."""
ANOTHER = 0.78
"""No more than this is asked of it: *sugar* is 0.74 *shorter* to the head, at -12."""
FIRM, APART = 0.55, 5.0
"""A word that stands so many decibels above the talk before it needs no more: what the decoder writes is the talk."""
AMID, CLEARLY = 0.60, -3.0
"""A word in the middle of talk, a television's perhaps, counts where both find it this likely, ..."""
BEYOND_DOUBT = 0.80
"""... or the head alone this probable."""
COUNTED, BY_COUNTED = 0.05, -0.02
"""The same for numbers, of which there is nothing to fear: 0.15 at -5, 0.25 at -10."""
RUNNING = frozenset("and but then or with as when because".split())
"""Who begins like this goes on with a sentence, and was not speaking to us."""
MURMURED = frozenset("mhm hmm uh huh um er ah oh".split())
"""What the decoder also makes of noise."""
NEGATIONS, DENIED_AMONG, DENIED_HINTED = frozenset({"not", "never", "no"}), 5, 0.15
"""*It isn't long* is *it isn't gone*, where the head heard *gone*."""
_UNLIKELY = -10.0
_BLURRED = 3
"""A word is not believed in an utterance of more words than this."""
NEAR, NEARER = -5.5, 4.5
"""A saying that sounds like what was written counts if it is this likely, and the text itself not so much more; ..."""
GONE_NEAR, GONE_NEARER = -4.0, 2.5
"""... *gone* if it is likelier; ..."""
SINGLE_NEARER, SINGLE_HINTED = 1.5, 0.30
"""... and a single word only if the head nearly took it as well: *worst* is not *worse*."""
STOP_AMONG, STOP_HINTED = 5, 0.10
STOP_SPELLED = frozenset({"stop", "stops"})
STOPPED, STOPPED_UNSURE = "stopped", -1.0
"""*Stop that* may be written "stopped that", where the decoder is no surer than this; *he kindly stopped for me* is."""
STOP_LAST, STOP_LAST_SPELLED = 0.40, 0.30
"""*Stop* as the last word of a short saying, looked at by itself, counts at the first, whatever was written,
"Haste up", and at the second where it was."""
STOP_NEAR, STOP_NEARER, STOP_TRACE = -8.0, 6.0, 0.05
"""*Stop* in a saying that sounds like the text may be so much less likely, if there is a trace of it in the sound."""
WRITTEN = -3.7
"""Several words that were written down count if all of them together are this likely, or the head heard them too: of
noise the decoder makes *I don't know* as well, at less."""
HINTED = 0.10
"""A single word that the decoder read counts if the head gave it this at least."""
SINGLE = frozenset("enough cancel ouch ow argh sure never nah sometimes definitely absolutely certainly".split())
"""Single words that the head does not know and the decoder may be believed in."""


class Guess(NamedTuple):
    """What the head took for a word."""

    label: str
    phrase: str
    probability: float
    alone: bool
    """Nothing was said right before it."""
    amid: bool = False
    """The talk around it is too long to have been said to us."""
    crowd: float = 0.0
    """Part of the last seconds in which somebody talked about as loudly."""

    apart: float = 0.0
    """Decibels by which it stands out of what was said right before it."""
    start: float = 0.0
    """How likely it is *start*, in the same look."""

    @property
    def crowded(self) -> bool:
        """It comes out of running talk, and is most likely a piece of it."""
        return self.crowd > (NUMBERS_CROWDED if self.label in NUMBERS else CROWDED)

    @property
    def amidst(self) -> bool:
        """It comes out of the middle of such talk, with no pause before it."""
        return self.crowded and not self.alone

    @property
    def firm(self) -> bool:
        """It stands out of talk, and may be believed whatever the decoder makes of that."""
        over = not self.alone and self.apart >= APART and not self.crowded
        return over and self.probability >= FIRM and self.label not in ALWAYS_ASKED


def asked(guess: Guess) -> tuple[str, ...]:
    """The phrases of which the decoder shall tell how likely they are."""
    also = (*PLAINLY, *TURNED) if guess.label in ALWAYS_ASKED else ()
    return (guess.phrase, *(phrase for phrase in also if phrase != guess.phrase))


def at_once(guess: Guess) -> bool:
    """Whether no second opinion is needed."""
    if guess.label == STOP:
        return guess.probability >= (CERTAIN if guess.amidst or guess.start >= START_TRACE else STOP_CERTAIN)
    quiet = guess.alone and not guess.crowded
    return quiet and guess.probability >= CERTAIN and guess.label not in ALWAYS_ASKED


def without_decoder(guess: Guess) -> bool:
    """Whether the head may be believed where nobody else can be asked."""
    return guess.label == STOP or (guess.alone and not guess.crowded and guess.probability >= 0.4)


def settled(guess: Guess, said: Said, armed: frozenset[str]) -> tuple[str, str]:
    """Label and phrase of what counts when the decoder has read the utterance in which the head took a word."""
    likely = dict(said.others).get(guess.phrase, _UNLIKELY)
    head = guess.label, guess.phrase
    meant = labelled(said.text, armed), said.text
    if guess.label == STOP:
        meant = meant if meant[0] else _near(said, armed)
        if guess.start >= START_TRACE and meant[0] not in (STOP, START) and not _agreed(said, guess.phrase):
            return (UNCLEAR, said.text) if UNCLEAR in armed else ("", "")
        return _stopped(guess, said, meant)
    same = meant[0] == guess.label
    firm = guess.firm and (same or not meant[0])
    if guess.amid or guess.crowded:
        enough = guess.amid or same or guess.probability >= CERTAIN
        return head if firm or (enough and _clear(guess, likely)) else ("", "")
    doubt = guess.label in ALWAYS_ASKED and meant[0] in ("", guess.label) and _doubted(said, same)
    return (labelled(doubt, armed), doubt) if doubt else _weighed(guess, said, armed, meant)


def _weighed(guess: Guess, said: Said, armed: frozenset[str], meant: tuple[str, str]) -> tuple[str, str]:
    """What counts where there is no talk around: ``meant`` is what the text means."""
    likely = dict(said.others).get(guess.phrase, _UNLIKELY)
    head, same = (guess.label, guess.phrase), meant[0] == guess.label
    firm = guess.firm and (same or not meant[0])
    if _running(said):
        return head if firm or (same and guess.probability >= AT_MOST) else ("", "")
    if not meant[0]:
        meant = _near(said, armed)
        same = meant[0] == guess.label
        if meant[0] and not same and guess.probability >= AT_MOST and _as_likely(guess, said, meant[1]):
            return head
    if not meant[0] or same:
        return head if same or firm or _borne_out(guess, likely, len(plain(said.text))) else ("", "")
    several = len(plain(meant[1])) > 1
    if several and said.whole < WRITTEN and meant[0] not in (STOP, UNCLEAR):
        return head if likely > said.whole and guess.label not in ALWAYS_ASKED else ("", "")
    return meant if several or said.probability > guess.probability else ("", "")


def _as_likely(guess: Guess, said: Said, other: str) -> bool:
    """What the head surely heard is about as likely to the decoder as the saying that is near to its text."""
    likely = dict(said.others)
    ours = (guess.phrase, *(PLAINLY if guess.label in ALWAYS_ASKED else ()))
    return max(likely.get(phrase, -np.inf) for phrase in ours) >= likely[other] - NEAR_NOTHING


def _stopped(guess: Guess, said: Said, meant: tuple[str, str]) -> tuple[str, str]:
    """*Stop* stands, but for a piece of running talk, and where it was clearly something else."""
    likely = dict(said.others).get(guess.phrase, _UNLIKELY)
    doubtful = guess.amid and guess.probability < STOP_CERTAIN
    if likely < STOP_LIKELY and meant[0] != STOP:
        written = not said.text or any(word.startswith(STOP) for word in plain(said.text))
        unheard = guess.probability < STOP_DOUBTED and not written and not meant[0]
        doubtful = doubtful or guess.amidst or unheard
    if doubtful:
        return "", ""
    stands = _running(said) or not meant[0] or likely > said.whole - 1
    return (guess.label, guess.phrase) if stands else meant


def _agreed(said: Said, phrase: str) -> bool:
    """The decoder finds the phrase likely, and about as likely as what it wrote."""
    return dict(said.others).get(phrase, _UNLIKELY) >= max(STOP_AGREED, said.whole - NEAR_NOTHING)


def _doubted(said: Said, same: bool) -> str:
    """What is to be understood where the head heard *gone* and it may be denied; ``same``: the text means *gone*."""
    if _denied(said.text):
        return NOT_GONE
    likely = dict(said.others)
    plainly, turned = (max(likely.get(phrase, -np.inf) for phrase in some) for some in (PLAINLY, TURNED))
    near = NEAR_TEXT if plainly < said.whole - 1 else NEAR_PLAINLY
    doubtful = turned >= (said.whole - near if same else plainly - NEAR_NOTHING) > -np.inf
    return MAYBE_GONE if doubtful else ""


def _denied(text: str) -> bool:
    """A short text with a *not* in it, whatever the rest."""
    words = plain(text)
    return len(words) <= DENIED_AMONG and not NEGATIONS.isdisjoint(words)


def _running(said: Said) -> bool:
    words = plain(said.text)
    return len(words) > 1 and words[0] in RUNNING


def _borne_out(guess: Guess, likely: float, words: int) -> bool:
    """The decoder wrote something else, but the word may be it."""
    if guess.label in NUMBERS:
        return guess.probability >= COUNTED + BY_COUNTED * likely
    if words > _BLURRED or not guess.alone:
        return _clear(guess, likely)
    return guess.probability >= min(ANOTHER, PLAIN + BY_LIKELIHOOD * likely)


def _clear(guess: Guess, likely: float) -> bool:
    """A word that may be believed whatever else is being said."""
    surely = guess.probability >= BEYOND_DOUBT or (likely >= CLEARLY and guess.probability >= AMID)
    return surely and guess.label not in ALWAYS_ASKED


def _near(said: Said, armed: frozenset[str]) -> tuple[str, str]:
    """The likeliest saying that sounds like the text, where it is likely enough."""
    phrase, likely = max(said.others, key=lambda other: other[1], default=("", 0.0))
    label = labelled(phrase, armed)
    least, most = (GONE_NEAR, GONE_NEARER) if label in ALWAYS_ASKED else (NEAR, NEARER)
    most = most if len(plain(phrase)) > 1 else SINGLE_NEARER
    near = label and likely >= least and said.whole - likely <= most
    return (label, phrase) if near else ("", "")


def _stop_in(said: Said, hint: float, stop_last: float) -> bool:
    """*Stop* in a short saying that is written down half right, and half heard: *I said stop*, "I sit stop"."""
    words = plain(said.text)
    if len(words) > STOP_AMONG or "not" in words:
        return False
    if stop_last >= STOP_LAST:
        return True
    for phrase, likely in said.others if hint >= STOP_TRACE else ():
        saying = len(plain(phrase)) > 1 and labelled(phrase, frozenset({STOP}))
        if saying and likely >= max(STOP_NEAR, said.whole - STOP_NEARER):
            return True
    if STOP in words and hint >= STOP_TRACE and said.whole >= WRITTEN:
        return True
    heard = hint >= STOP_HINTED or stop_last >= STOP_LAST_SPELLED
    spelled = not STOP_SPELLED.isdisjoint(words) or (STOPPED in words and said.whole <= STOPPED_UNSURE)
    return heard and spelled


def understood(
    said: Said, armed: frozenset[str], hints: dict[str, float], crowd: float = 0.0, stop_last: float = 0.0
) -> tuple[str, str]:
    """Label and phrase of an utterance in which the head took nothing.

    ``hints``: how likely it found each label; ``stop_last``: how likely the last word is *stop*, by itself.
    """
    label, phrase = labelled(said.text, armed), said.text
    hinted, stops = HINTED, label == STOP
    if not label:
        if crowd <= CROWDED and _stop_in(said, hints.get(STOP, 0.0), stop_last):
            return STOP, STOP
        (label, phrase), hinted = _near(said, armed), SINGLE_HINTED
        if label == "start" and hints.get(STOP, 0.0) > hints.get("start", 0.0):
            return "", ""
        if not label and crowd <= CROWDED and hints.get("gone", 0.0) >= DENIED_HINTED and _denied(said.text):
            label, phrase = labelled(NOT_GONE, armed), NOT_GONE
    if not stops and crowd > (NUMBERS_CROWDED if label in NUMBERS else CROWDED):
        return "", ""
    words = tuple(word for word in plain(phrase) if word not in MURMURED) or plain(phrase)[:1]
    # *Here's* is two words, but one that was heard: a saying has several in the text as well.
    spelled_out = len(words) > 1 and (stops or len(said.text.split()) > 1)
    made_up = spelled_out and said.whole < WRITTEN and label != STOP and hints.get(label, 0.0) < HINTED
    if _running(said) or made_up:
        return "", ""
    if label and (spelled_out or words[0] in SINGLE or hints.get(label, 0.0) >= hinted):
        return label, phrase
    return "", ""
