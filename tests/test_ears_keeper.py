"""A microphone that is missing, dies, comes back or is muted: one plain sentence each, and never an exception."""

from collections.abc import Iterator
from queue import Empty

import pytest

from stretchcoach.ears.capture import MicrophoneError, Piece
from stretchcoach.ears.keeper import BACK, LOST, MISSING, MUTE, STILL, Keeper


def piece(arrived: float, data: bytes = b"\1\0") -> Piece:
    made = Piece(data)
    made.arrived = arrived
    return made


class Fake:
    """A microphone that does what the script says, one life after the other."""

    lives: Iterator[list[Piece | type[Exception] | None] | None]

    def __init__(self, name: str) -> None:
        self.backend = "fake"

    def __enter__(self) -> "Fake":
        life = next(type(self).lives)
        if life is None:
            raise MicrophoneError("pulseaudio: not there")
        self._left = iter(life)
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, timeout: float) -> Piece | None:
        assert timeout > 1
        for one in self._left:
            if isinstance(one, type):
                raise one
            return one
        raise Empty


def keep(monkeypatch: pytest.MonkeyPatch, *lives: list[Piece | type[Exception] | None] | None) -> list[tuple[str, str]]:
    """What is told while the microphone lives these lives."""
    monkeypatch.setattr("stretchcoach.ears.keeper.clock.now", lambda: 100.0)
    told: list[tuple[str, str]] = []
    fake = type("Scripted", (Fake,), {"lives": iter(lives)})
    pieces = Keeper("", lambda state, text: told.append((state, text)), fake).pieces()
    with pytest.raises(RuntimeError):  # a generator's way of saying that the script is over
        while True:
            next(pieces)
    return told


def test_a_missing_microphone_is_told_once_however_often_it_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep(monkeypatch, None, None, None) == [("trouble", MISSING)]


def test_one_that_opens_but_never_delivers_is_missing_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keep(monkeypatch, [Empty]) == [("trouble", MISSING)]


@pytest.mark.parametrize("end", [None, Empty])
def test_one_that_goes_away_and_comes_back_is_told_twice(
    monkeypatch: pytest.MonkeyPatch, end: type[Exception] | None
) -> None:
    told = keep(monkeypatch, [piece(100.0), end], None, [piece(105.0), piece(105.02)])
    assert told == [("listening", ""), ("trouble", LOST), ("listening", BACK), ("trouble", LOST)]


def test_digital_silence_for_long_is_a_muted_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [piece(100.0 + n, b"\0\0") for n in range(int(STILL) + 3)]
    assert keep(monkeypatch, [*pieces])[:2] == [("listening", ""), ("listening", MUTE)]


def test_a_quiet_room_is_not_a_muted_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [piece(100.0 + n, b"\1\0\0\0") for n in range(int(STILL) + 3)]
    assert ("listening", MUTE) not in keep(monkeypatch, [*pieces])
