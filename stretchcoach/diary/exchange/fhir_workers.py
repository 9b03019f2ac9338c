"""A long diary is written by several processes, for one alone takes longer than anybody waits.

A process is handed entries and gives back text, through its standard input and output: a length, then MessagePack.
It has answered before it is asked again, so that neither ever waits for the other to read.
"""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import IO

import msgspec

from stretchcoach.diary.entries import Episode
from stretchcoach.diary.exchange.fhir_questionnaire import Kinds
from stretchcoach.diary.exchange.fhir_resources import Piece, ResourceWriter

CRAMPS = 500
"""Cramps of one piece."""
SHORT = 20
"""So many pieces are written before a process would have started."""
BESIDE = 2
"""Processes beside this one, where there is more than one core; more would wait for the diary to be read."""
LENGTH = 8
"""Bytes that tell how long a message is."""


def written(episodes: Iterable[Episode], kinds: Kinds, short: int = SHORT) -> Iterator[Piece]:
    """The resources of all these cramps, in their order."""
    every = iter(episodes)
    batches = iter(lambda: list(islice(every, CRAMPS)), [])
    writer = ResourceWriter(kinds)
    yield from map(writer.piece, islice(batches, short))
    if (os.cpu_count() or 1) > 1 and (first := next(batches, None)):
        yield writer.piece(first)
        yield from _shared(batches, [Worker(kinds) for _ in range(BESIDE)], writer.piece)
    yield from map(writer.piece, batches)


def _shared(
    batches: Iterator[list[Episode]], idle: "list[Worker]", alone: Callable[[list[Episode]], Piece]
) -> Iterator[Piece]:
    """The same, by processes in turns; a batch whose process fails is written here."""
    busy: deque[tuple[Worker, list[Episode]]] = deque()

    def answered() -> Piece:
        worker, batch = busy.popleft()
        piece = worker.answer()
        if piece is None:
            worker.end()
            return alone(batch)
        idle.append(worker)
        return piece

    try:
        for batch in batches:
            while busy and not idle:
                yield answered()
            if idle:
                idle[0].ask(batch)
                busy.append((idle.pop(0), batch))
            else:
                yield alone(batch)
        while busy:
            yield answered()
    finally:
        for worker in (*idle, *(worker for worker, _ in busy)):
            worker.end()


class Worker:
    """A process that writes resources; it ends when its input does."""

    def __init__(self, kinds: Kinds) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.ask(kinds)

    def ask(self, value: Kinds | list[Episode]) -> None:
        """Hand it the questions, and then a batch; that it has died is told by its answer."""
        assert self._popen.stdin is not None
        with suppress(OSError):
            _sent(self._popen.stdin, msgspec.msgpack.encode(value))

    def answer(self) -> Piece | None:
        """What it made of the batch; None where it has failed."""
        assert self._popen.stdout is not None
        ids, text = _received(self._popen.stdout), _received(self._popen.stdout)
        return None if ids is None or text is None else (ids, text)

    def end(self) -> None:
        """It has nothing to lose."""
        self._popen.kill()
        with self._popen, suppress(OSError):  # what it did not read goes nowhere
            assert self._popen.stdin is not None
            self._popen.stdin.close()


def _sent(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(LENGTH, "little") + message)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    """The next message; None where there is none, or not all of it."""
    head = stream.read(LENGTH)
    size = int.from_bytes(head, "little")
    message = stream.read(size) if len(head) == LENGTH else b""
    return message if head and len(message) == size else None


def main() -> None:
    """The process: first the questions, then batch after batch."""
    stream, answers = sys.stdin.buffer, sys.stdout.buffer
    kinds = _received(stream)
    if kinds is None:
        return
    writer = ResourceWriter(msgspec.msgpack.decode(kinds, type=Kinds))
    decode = msgspec.msgpack.Decoder(list[Episode]).decode
    while (batch := _received(stream)) is not None:
        for part in writer.piece(decode(batch)):
            _sent(answers, part)


if __name__ == "__main__":
    main()
