"""The recogniser as the ears process and ``stretchcoach hear`` use it: 20 ms of sound in, reports out."""

import time
from collections import deque

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.vocabulary import STOP
from stretchcoach.ears import second_opinion, text_alone
from stretchcoach.ears.alternatives import read_as
from stretchcoach.ears.clip import RATE, Clip
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.decoder import Decoder, Said
from stretchcoach.ears.decoder import there as decoder_there
from stretchcoach.ears.echo import Canceller
from stretchcoach.ears.encoder import WINDOW
from stretchcoach.ears.endpoints import BLOCK, BREATH, LAST, LONGEST, WordEnds
from stretchcoach.ears.guess import Guess
from stretchcoach.ears.listens import Listens
from stretchcoach.ears.over_talk import understood_over_talk
from stretchcoach.ears.own_voice import OwnVoice
from stretchcoach.ears.reports import HeardUtterance, Loudness, Report
from stretchcoach.ears.second_pass import SecondPass
from stretchcoach.ears.sound_alikes import of_stop
from stretchcoach.ears.spotter import Candidate, Spotter
from stretchcoach.ears.stop_opinion import START, stop_hinted
from stretchcoach.ears.transcriber import Transcriber
from stretchcoach.ears.unread import ASK, TELL, Unread

Sound = NDArray[np.float32]
SECONDS = BLOCK / RATE
"""Length of a block."""
_METER = 5
_SHORTEST = 4
_LEAD = 6
"""Blocks before an utterance that belong to it."""
_CANDIDATES = 5
_WORDS = (20, 26)
"""Blocks that a last word may be long; it is looked at by itself, as the head has learnt words, ..."""
_SAYING = 30
"""... where an utterance is longer than this."""
_STOP_AFTER = 0.60
"""*Stop* right after another word, "gone, no, stop", is looked for by itself and taken from here on."""
_PATIENCE = 5.0
"""Seconds in which the last words of a file are written down."""
_CUT = 8
"""Blocks before the core of a word that belong to it: a soft consonant."""
_ADJACENT = 5
"""A word was said alone if its utterance began at most this many blocks before it."""


class Listener:
    """The closed set of phrases, asked for a word while it is being said."""

    def __init__(self, recogniser: ClosedSet, headphones: bool = False, transcriber: Transcriber | None = None) -> None:
        """``transcriber``: who reads utterances; None: the heads are alone."""
        self._recogniser = recogniser
        self._transcriber = transcriber
        self._labels = frozenset({STOP})
        self._headphones = headphones
        self._spotter = Spotter(recogniser.phrases)
        self.restart()

    def restart(self, canceller: Canceller | None = None) -> None:
        """Forget what was heard, and take our own voice out with this one, or a new one."""
        self._spotter.restart()
        self._moments = WordEnds()
        self._own = OwnVoice(self._recogniser, self._spotter.share, canceller)
        self._window = np.zeros(WINDOW, dtype=np.float32)
        self._kept: deque[Sound] = deque(maxlen=LONGEST + 2 * _LEAD + LAST)
        self._open: Unread | None = None
        self._reported = -(10**6)
        self._heard = -(10**6)
        """The block in which the last reported word ended."""
        self._took = -(10**6)
        """The block in which the last accepted word ended."""
        self._hints: deque[tuple[int, Sound]] = deque(maxlen=24)
        self._at = 0
        self._began = 0.0
        self._told = True

    @property
    def drift(self) -> float:
        """Part by which what our loudspeaker played is to be read faster for the next block."""
        return self._own.drift

    def follow(self, canceller: Canceller) -> None:
        """Take our own voice out with this one from now on."""
        self._own.follow(canceller)

    def arm(self, labels: frozenset[str]) -> None:
        """Only these act from now on; all are scored."""
        self._labels = labels
        self._spotter.arm(labels)

    def feed(self, block: Sound, began: float, played: Sound | None) -> list[Report]:
        """20 ms of sound, the clock time of its first sample, and what our loudspeaker played (None: nothing)."""
        if self._headphones:
            played = None
        self._at, self._began = self._at + 1, began
        clean = self._own.taken_out(block, played, self._at)
        self._window = np.concatenate([self._window[BLOCK:], clean])
        look = self._moments.feed(clean, ours=self._at <= self._own.until)
        reports: list[Report] = self._own.talked_over(played is not None)
        if self._at % _METER == 0:
            reports.append(Loudness(10 * float(np.log10(np.mean(block * block) + 1e-10)), self._moments.active))
        self._kept.append(clean)
        if look:
            reports += self._look()
        return reports + self._opinions()

    def finish(self) -> list[Report]:
        """The sound is over; what is still to be told, and all is forgotten."""
        silence = np.zeros(BLOCK, dtype=np.float32)
        reports = [one for _ in range(LAST + 4) for one in self.feed(silence, self._began + SECONDS, None)]
        end = time.monotonic() + _PATIENCE
        while self._open and self._transcriber and self._transcriber.able and time.monotonic() < end:
            time.sleep(0.01)
            reports += self._opinions(over=True)
        self.restart()
        return reports

    def _look(self) -> list[Report]:
        fallen = self._moments.fallen
        if fallen in (0, 2):
            self._told = False
        began, ended = self._moments.bounds
        self._spotter.forget(self._at)
        over = self._own.during(began)
        verdict = self._verdict(fallen, began, None if over else began - ended)
        if verdict is None:
            self._told = True
            return []
        times = self._began + SECONDS * (1 - began), self._began + SECONDS * (1 - ended)
        if verdict.taken:
            self._told, self._took = True, self._at - ended
            if over and self._own.may_have_said(verdict.label, verdict.probability, began, ended):
                return []
            told = self._at - ended <= self._reported
            if told or (not over and not self._believed(verdict, began, times)):
                return []
            self._reported, self._heard = self._at, self._at - ended
            clear = not over or self._own.settled
            return [HeardUtterance(verdict.label, verdict.phrase, *times, clear, self._candidates(self._at - began))]
        if fallen == LAST and not self._told and began - ended >= _SHORTEST:
            self._told = True
            return [HeardUtterance("", "", *times, not over, self._candidates(self._at - began))]
        return []

    def _verdict(self, fallen: int, began: int, length: int | None) -> Candidate | None:
        """What the head makes of this moment; None: right after a word it tells nothing new but that *stop* follows."""
        due = self._spotter.due(self._at, fallen, began)
        if not due and (not fallen or self._spotter.last == STOP):
            return None
        chances = self._recogniser.recognize_closed_set(Clip(self._untold(due)), show_all=True)
        if not due and self._spotter.share(chances, STOP) < _STOP_AFTER:
            return None
        self._hints.append((self._at, chances))
        if due:
            return self._spotter.look(chances, self._at, fallen, length)
        return self._spotter.take(chances, STOP, self._at)

    def _untold(self, due: bool) -> Sound:
        """What is looked at, without the last word that was told of: a sound that follows it is not that word again.

        Not ``due``: without the last word that was taken, though nobody may have been told of it yet.
        """
        fresh = (self._at - (self._heard if due else max(self._heard, self._took))) * BLOCK
        if fresh >= WINDOW:
            return self._window
        window = self._window.copy()
        window[: WINDOW - fresh] = 0
        return window

    # --- the second opinion ------------------------------------------------------------------------------

    def _believed(self, verdict: Candidate, began: int, times: tuple[float, float]) -> bool:
        """Whether a word counts at once; if not, the decoder is asked."""
        alone = self._moments.utterance[0] - began <= _ADJACENT
        amid = self._moments.utterance[0] > BREATH
        start = self._spotter.shares(self._hints[-1][1]).get(START, 0.0)
        around = self._moments.crowd(began), self._moments.apart(began), start, self._moments.over()
        guess = Guess(verdict.label, verdict.phrase, verdict.probability, alone, amid, *around)
        if self._transcriber is None or not self._transcriber.able:
            believed = second_opinion.without_decoder(guess)
            if not believed:
                self._refuse(guess)
            return believed
        if second_opinion.at_once(guess):
            return True
        if guess.label == STOP and not alone:
            by_itself = self._stop_last(self._window, self._moments.bounds[1])
            guess = guess._replace(probability=max(guess.probability, by_itself))
        self._ask(guess, times)
        return False

    def _ask(self, guess: Guess | None, times: tuple[float, float]) -> None:
        """Have the utterance so far written down."""
        if self._transcriber is None:
            return
        word = self._moments.bounds
        began, ended = word if guess and guess.amid else self._moments.saying
        sound = np.concatenate(list(self._kept)[-(began + _LEAD) :])
        almost = "" if guess else self._almost(self._at - began)
        asked = second_opinion.phrases_asked(guess) if guess else (almost,) if almost else ()
        last = min(len(sound), (word[0] + _LEAD) * BLOCK) if guess and len(asked) == 1 else 0
        ticket = self._transcriber.ask(sound, *asked, last=last)
        crowd = self._moments.crowd(began, saying=True), self._moments.above(began)
        stop_last = self._stop_last(sound, ended) if guess is None and began - ended > _SAYING else 0.0
        bounds, now = (self._at - began, self._at - ended), (self._at, self._moments.peak)
        self._open = Unread(ticket, guess, *bounds, times, *now, *crowd, stop_last, almost)
        if guess and guess.worth_cutting:
            self._open = self._open._replace(core=self._at - self._moments.core)
        elif guess is None and self._moments.talk_under:
            loud = self._moments.loud[0]
            cut = began <= loud or not self._moments.fallen
            self._open = self._open._replace(core=self._at - loud if began > loud else 0, cut=cut)

    def _almost(self, began: int) -> str:
        """The phrase that the head nearly took since block ``began``."""
        label = text_alone.nearly_taken(self._hints_since(began), self._labels)
        looks = [chances for at, chances in self._hints if at >= began]
        return self._spotter.phrase(np.array(looks), label) if label else ""

    def _stop_last(self, sound: Sound, ended: int) -> float:
        """How likely the last word is *stop* with silence before it: after other words the head finds less of it."""
        judge = self._recogniser.recognize_closed_set
        words = [Clip(sound[-(ended + long) * BLOCK :]) for long in _WORDS]
        return max(self._spotter.share(judge(word, show_all=True), STOP) for word in words)

    def _opinions(self, over: bool = False) -> list[Report]:
        """Ask about what has just been said, and tell what the decoder made of it; ``over``: nothing more will come."""
        if self._transcriber is None:
            return []
        passed = self._moments.passed
        if self._open and not passed and self._open.goes_on(self._moments):
            self._open = None
        elif passed == ASK and self._open is None and self._worth_asking():
            began, ended = self._moments.saying
            self._ask(None, (self._began + SECONDS * (1 - began), self._began + SECONDS * (1 - ended)))
        for ticket, said in self._transcriber.done():
            if self._open and ticket == self._open.ticket:
                self._open = self._open._replace(said=said)
        waiting = self._open
        if waiting is None or waiting.said is None or not (over or waiting.over(self._at, passed)):
            return []
        self._open = None
        said = read_as(waiting.said, self._labels)
        return self._told_by(waiting, said, BREATH if over else passed)

    def _ask_by_itself(self, waiting: Unread, said: Said) -> None:
        """Have the word or saying written down without the talk before it."""
        sound = list(self._kept)[-(self._at - waiting.core + _CUT) :]
        asked = second_opinion.phrases_asked(waiting.guess) if waiting.guess else ()
        self._ask_again(waiting._replace(whole=said), sound, asked)

    def _ask_for_stop(self, waiting: Unread) -> None:
        """Have the same words read once more, and asked how likely the ways to say *stop* are."""
        sound = list(self._kept)[-(self._at - waiting.began + _LEAD) :][: waiting.at - waiting.began + _LEAD]
        self._ask_again(waiting._replace(stop_asked=True), sound, of_stop())

    def _ask_again(self, waiting: Unread, sound: list[Sound], asked: tuple[str, ...]) -> None:
        if self._transcriber is not None:
            ticket = self._transcriber.ask(np.concatenate(sound), *asked)
            self._open = waiting._replace(ticket=ticket, said=None)

    def _worth_asking(self) -> bool:
        began, ended = self._moments.saying
        start = self._at - began
        return _SHORTEST < began - ended <= LONGEST and self._reported < start and self._own.until < start

    def _told_by(self, waiting: Unread, said: Said, passed: int) -> list[Report]:
        """``passed``: blocks in which nobody at all has gone on since."""
        if waiting.guess and waiting.whole:
            label, phrase = second_opinion.by_itself(waiting.guess, waiting.whole, said, self._labels)
        elif waiting.guess:
            label, phrase = second_opinion.settled(waiting.guess, said, self._labels)
            if not label and waiting.core:
                self._ask_by_itself(waiting, said)
                return []
        else:
            hints = self._hints_since(waiting.began)
            around = waiting.crowd, waiting.stop_last, waiting.almost, waiting.above
            if passed >= TELL and not waiting.cut and not waiting.whole:
                label, phrase = text_alone.understood(said, self._labels, hints, *around)
            else:
                label, phrase = understood_over_talk(said, self._labels, waiting.crowd, waiting.above)
            if not label and waiting.core and not waiting.whole:
                self._ask_by_itself(waiting, said)
                return []
            if not label and not waiting.stop_asked and stop_hinted(said, hints.get(STOP, 0.0), waiting.crowd):
                self._ask_for_stop(waiting)
                return []
        if waiting.may_go_on(label, self._at, passed):
            self._open = waiting
            return []
        if not label and waiting.guess:
            self._refuse(waiting.guess)
        if not label or waiting.ended <= self._reported:
            return []
        self._told, self._reported, self._heard = True, self._at, waiting.ended
        return [HeardUtterance(label, phrase, *waiting.times, True, self._candidates(waiting.began))]

    def _refuse(self, guess: Guess) -> None:
        self._spotter.refuse(guess.label, guess.probability, self._at)

    def _hints_since(self, began: int) -> dict[str, float]:
        """How likely the head found each label at best since block ``began``."""
        looks = [chances for at, chances in self._hints if at >= began]
        return self._spotter.shares(np.array(looks)) if looks else {}

    def _candidates(self, began: int) -> tuple[tuple[str, float], ...]:
        hints = sorted(self._hints_since(began).items(), key=lambda hint: -hint[1])
        return tuple(hints[:_CANDIDATES])


def make_listener(headphones: bool = False, waits: bool = False, learnt: str = "") -> Listens:
    """Load the model: about 0.2 seconds, and the decoder, once it is needed.  ``waits``: a file is listened to."""
    recogniser = ClosedSet.load(learnt)
    transcriber = Transcriber(lambda: Decoder(recogniser.encoder), waits) if decoder_there() else None
    listener = Listener(recogniser, headphones, transcriber)
    return listener if headphones else SecondPass(listener)


def heard(listener: Listens, sound: Sound) -> list[HeardUtterance]:
    """Every utterance in a recording of 16 kHz, with its times in seconds, as the microphone would deliver it."""
    reports: list[Report] = []
    whole = sound[: len(sound) // BLOCK * BLOCK]
    for number, block in enumerate(whole.reshape(-1, BLOCK)):
        reports += listener.feed(block, number * SECONDS, None)
    return [report for report in reports + listener.finish() if isinstance(report, HeardUtterance)]
