"""What is learnt of a voice: kept for its owner alone, weighed against the heads, and forgotten."""

import stat
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import numpy as np
import pytest
from numpy.typing import NDArray

from stretchcoach.cli import main
from stretchcoach.core.vocabulary import CONTEXTS
from stretchcoach.ears import lesson, recordings
from stretchcoach.ears.capture import MicrophoneError, Piece, Stream
from stretchcoach.ears.closed_set import ClosedSet
from stretchcoach.ears.encoder import Encoder
from stretchcoach.ears.endpoints import BLOCK
from stretchcoach.ears.head import Heads
from stretchcoach.ears.learnt import SURE, Learnt, Missed
from stretchcoach.ears.lesson import Lesson
from stretchcoach.ears.listener import Listener, heard
from stretchcoach.ears.process import EarsWorker
from stretchcoach.machine.folders import folders
from stretchcoach.words.ear_notices import LAPSED

Sound = NDArray[np.float32]
SPEECH = Path(__file__).parent / "speech"
QUIET = np.random.default_rng(2).standard_normal(16_000).astype(np.float32) * 3e-4


def clip(name: str) -> Sound:
    return recordings.samples_of(str(SPEECH / f"{name}.wav"))


def padded(name: str) -> Sound:
    """A word in a room, not in a vacuum."""
    return np.concatenate([QUIET[::-1], clip(name), QUIET[::-1]])


@pytest.fixture(scope="module")
def parts() -> tuple[Encoder, Heads]:
    return Encoder(), Heads.load()


def taught(parts: tuple[Encoder, Heads], name: str, times: int = 3) -> Lesson:
    made = Lesson(*parts)
    whole = np.concatenate([part for _ in range(times) for part in (QUIET, clip(name), QUIET)])
    for block in whole[: len(whole) // BLOCK * BLOCK].reshape(-1, BLOCK):
        made.feed(block)
    return made


def test_three_repetitions_are_three_and_are_known_again(parts: tuple[Encoder, Heads]) -> None:
    made = taught(parts, "up-5f01c798")
    assert made.count == 3
    learnt = Learnt({"both": made.rows})
    listener = Listener(ClosedSet(*parts, learnt))
    listener.arm(CONTEXTS["session"])
    assert [one.label for one in heard(listener, padded("up-5f01c798"))] == ["both"], (
        "the word is what it was taught as"
    )
    assert "both" not in [one.label for one in heard(listener, padded("left-022cd682"))]


def test_what_is_not_the_same_word_is_no_repetition(parts: tuple[Encoder, Heads]) -> None:
    made = taught(parts, "up-5f01c798", 1)
    other = np.concatenate([QUIET, clip("seven-37e8db82"), QUIET])
    assert not any(made.feed(block) for block in other[: len(other) // BLOCK * BLOCK].reshape(-1, BLOCK))


def test_probabilities_are_bent_towards_what_was_learnt_and_still_sum_to_one() -> None:
    row = np.array([1.0, 2.0, 3.0], dtype=np.float32)
    learnt = Learnt({"pause": row[None]})
    chances = np.array([0.2, 0.5, 0.3], dtype=np.float32)
    bent = learnt.weighed(chances, row * 7, ("pause", "next", ""))
    assert bent[0] == pytest.approx(SURE) and bent.sum() == pytest.approx(1.0)
    assert learnt.weighed(chances, -row, ("pause", "next", "")) is chances
    assert learnt.weighed(chances, np.ones(5, dtype=np.float32), ("pause",)) is chances, "of other heads"


def test_the_file_is_its_owners_alone_and_a_damaged_one_is_nothing(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "ears.learnt"
    Learnt({"i'm ready": np.ones((2, 4), dtype=np.float32)}).save(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Learnt.load(file).words["i'm ready"].shape == (2, 4)
    file.write_bytes(b"PK\3\4 not really")
    assert Learnt.load(file).words == {}
    assert Learnt.load(tmp_path / "none").words == {}


def test_what_was_learnt_with_other_heads_judges_nothing_and_is_asked_for_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    monkeypatch.setattr(lesson, "MicrophoneSource", Speaker)
    with monkeypatch.context() as before:
        before.setattr("stretchcoach.ears.learnt.heads_version", lambda: "heads of last year")
        assert main(["listen", "learn", "next"]) == 0
        assert set(Learnt.load(folders().learnt).words) == {"next"}
    stale = Learnt.load(folders().learnt)
    assert not stale.words and stale.lapsed == ("next",)
    capsys.readouterr()
    assert main(["hear", str(SPEECH / "stop-0fa1e7a9.wav")]) == 0
    assert LAPSED in capsys.readouterr().err
    told: list[tuple[object, ...]] = []
    ears = EarsWorker(lambda *fields: told.append(fields))
    ears.obey(["set", "learnt", str(folders().learnt)])
    ears._load()
    assert told == [("state", "starting", LAPSED)]
    assert main(["listen", "learn"]) == 0
    fresh = Learnt.load(folders().learnt)
    assert set(fresh.words) == {"next"} and not fresh.lapsed, "the words that had been taught, and no others"


def test_a_file_that_names_no_heads_was_made_with_others(tmp_path: Path) -> None:
    file = tmp_path / "ears.learnt"
    with file.open("wb") as out:
        np.savez(out, back=np.ones((2, 4), dtype=np.float16))
    assert Learnt.load(file).lapsed == ("back",) and not Learnt.load(file).words


class Speaker:
    """A microphone into which one word is said over and over."""

    said = "up-5f01c798"

    def __init__(self, name: str) -> None:
        pieces: SimpleQueue[Piece | None] = SimpleQueue()
        for piece in self._talk():
            pieces.put(piece)
        self.stream = Stream(pieces)

    def __enter__(self) -> "Speaker":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def _talk(self) -> Iterator[Piece | None]:
        whole = np.concatenate([QUIET, clip(self.said), QUIET]) if self.said else np.tile(QUIET, 30)
        raw = (whole * 32767).astype("<i2").tobytes()
        for _ in range(8 if self.said else 1):
            for at in range(0, len(raw), 600):
                yield Piece.at(raw[at : at + 600], 0.0)
        yield None


def test_listen_learn_asks_keeps_and_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))
    monkeypatch.setattr(lesson, "MicrophoneSource", Speaker)
    assert main(["listen", "learn", "both", "pause"]) == 0
    shown = capsys.readouterr().err
    assert "Say: both (1 of 3)" in shown and "Say: pause (3 of 3)" in shown and "Learnt: both, pause." in shown
    assert set(Learnt.load(folders().learnt).words) == {"both", "pause"}
    assert folders().learnt in folders().of_sessions(), "diary delete --all takes it away"
    assert main(["listen", "forget"]) == 0
    assert not folders().learnt.exists()


@pytest.mark.parametrize("why", ["nobody", "missing"])
def test_where_nobody_speaks_nothing_is_kept_and_one_line_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], why: str
) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path))

    def missing(name: str) -> Speaker:
        raise MicrophoneError("pulseaudio: not there")

    monkeypatch.setattr(Speaker, "said", "")
    monkeypatch.setattr(lesson, "MicrophoneSource", Speaker if why == "nobody" else missing)
    assert main(["listen", "learn"]) == 1
    assert "Nothing was learnt: " in capsys.readouterr().err
    assert not folders().learnt.exists()


def test_a_word_that_cannot_be_said_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["listen", "learn", "banana"]) == 2
    assert "'banana' is not a word" in capsys.readouterr().err


def test_learning_is_offered_once_when_a_word_was_missed_twice() -> None:
    missed, armed = Missed(), frozenset({"back", "pause"})
    assert not missed.again((("back", 0.2),), armed, 10.0)
    assert not missed.again((("pause", 0.2),), armed, 12.0), "another word"
    assert not missed.again((("gone", 0.9), ("back", 0.05)), armed, 14.0), "nothing like a word that counts"
    assert missed.again((("back", 0.3),), armed, 20.0)
    assert not missed.again((("back", 0.3),), armed, 21.0), "once is enough"
    late = Missed()
    assert not any(late.again((("back", 0.3),), armed, 40.0 * n) for n in range(5))
