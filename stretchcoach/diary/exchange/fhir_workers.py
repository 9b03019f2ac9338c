"""A long diary is written by several processes, for one alone takes longer than anybody waits.

Each reads its own part of the file: it is told where a span of cramps begins and ends, and gives back their text,
through its standard input and output: a length, then MessagePack or the text.
"""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import IO, Any

import msgspec

from stretchcoach.diary.entries import Episode
from stretchcoach.diary.exchange.exporting import THERE, EntrySource
from stretchcoach.diary.exchange.fhir_questionnaire import Kinds
from stretchcoach.diary.exchange.fhir_resources import Piece, ResourceWriter
from stretchcoach.diary.file.queries import OLDEST
from stretchcoach.diary.file.store import Diary

CRAMPS = 50
"""Cramps of one piece; at some 4.5 kB each, four pieces fit into the pipe, and their memory is used again."""
PIPE = 1 << 20
"""Bytes a process can answer before it is read (Linux), so that it goes on while others are read."""
SHORT = 200
"""So many pieces are written before processes would have started."""
BESIDE = 2
"""Processes beside this one, where there is more than one core; more would wait for the file to be written."""
AHEAD = 8
"""Spans each of them has been handed and not been read of."""
LENGTH = 8
"""Bytes that tell how long a message is."""
Key = tuple[Any, str]
"""The moment and the id of a cramp; cramps are in the order of it."""
Span = tuple[Key, Key | None]
"""The first cramp of a piece, and the first after it; None at the end."""
Odd = list[tuple[str, str]]
"""Damaged entries: the id, and what is wrong."""


def cramps_written(entries: EntrySource, kinds: Kinds) -> Iterator[Piece]:
    """The resources of all cramps that were not deleted, oldest first."""
    writer = ResourceWriter(kinds)
    if entries.file and (os.cpu_count() or 1) > 1 and is_long(entries.file):
        yield from _shared(entries.file, kinds, writer)
        return
    cramps = (cramp for cramp in entries.episodes if cramp.removed is None)
    while some := list(islice(cramps, CRAMPS)):
        yield writer.piece(some)


def is_long(diary: Diary) -> bool:
    """Whether it is worth starting processes; never where a cramp has lost its id, and with it its place."""
    if diary.rows("SELECT 1 FROM episode WHERE id IS NULL LIMIT 1"):
        return False
    return bool(diary.rows(f"SELECT 1 FROM episode WHERE {THERE} LIMIT 1 OFFSET ?", [SHORT * CRAMPS]))


def spans_of(diary: Diary) -> Iterator[Span]:
    """The diary in spans of ``CRAMPS`` cramps, each looked up when it is wanted: no process waits for all of them."""
    select = (
        f"SELECT moment, id FROM episode WHERE {THERE} AND (moment, id) > (?, ?) ORDER BY {OLDEST} LIMIT 1 OFFSET ?"
    )
    firsts: list[Key] = diary.rows(f"SELECT moment, id FROM episode WHERE {THERE} ORDER BY {OLDEST} LIMIT 1")
    while firsts:
        first = firsts[0]
        firsts = diary.rows(select, [*first, CRAMPS - 1])
        yield first, firsts[0] if firsts else None


def cramps_of(diary: Diary, span: Span) -> Iterator[Episode]:
    """The cramps of a span."""
    begin, end = span
    before, values = ("", []) if end is None else (" AND (moment, id) < (?, ?)", [*end])
    return diary.each(Episode, f"{THERE} AND (moment, id) >= (?, ?){before}", [*begin, *values], OLDEST)


def _shared(diary: Diary, kinds: Kinds, writer: ResourceWriter) -> Iterator[Piece]:
    """By processes in turns; a span whose process fails is written here."""
    workers = [Worker(diary.path, kinds) for _ in range(BESIDE)]
    ahead = zip(cycle(workers), spans_of(diary), strict=False)
    asked: deque[tuple[Worker, Span]] = deque()

    def ask(most: int) -> None:
        for worker, span in islice(ahead, most):
            worker.ask(span)
            asked.append((worker, span))

    try:
        ask(AHEAD * BESIDE)
        while asked:
            worker, span = asked.popleft()
            answer = worker.answer()
            ask(1)
            if answer is None:
                yield writer.piece(list(cramps_of(diary, span)))
                continue
            piece, odd = answer
            for key, what in odd:
                diary.odd(key, what)
            yield piece
    finally:
        for worker in workers:
            worker.end()


class Worker:
    """A process that writes resources; it ends when its input does."""

    def __init__(self, path: Path, kinds: Kinds) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, "-m", __name__, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=PIPE,
        )
        self.ask(kinds)

    def ask(self, value: Kinds | Span) -> None:
        """Hand it the questions, and then a span; that it has died is told by its answer."""
        assert self._popen.stdin is not None
        with suppress(OSError):
            _sent(self._popen.stdin, msgspec.msgpack.encode(value))

    def answer(self) -> tuple[Piece, Odd] | None:
        """What it made of the span it was handed first; None where it has failed."""
        assert self._popen.stdout is not None
        ids, text, odd = (_received(self._popen.stdout) for _ in range(3))
        if ids is None or text is None or odd is None:
            return None
        return (ids, text), msgspec.msgpack.decode(odd, type=Odd)

    def end(self) -> None:
        """It has nothing to lose."""
        self._popen.kill()
        with self._popen, suppress(OSError):  # what it did not read goes nowhere
            assert self._popen.stdin is not None
            self._popen.stdin.close()


def _sent(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(LENGTH, "little"))
    stream.write(message)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    """The next message; None if it is missing or incomplete."""
    head = stream.read(LENGTH)
    size = int.from_bytes(head, "little")
    message = stream.read(size) if len(head) == LENGTH else b""
    return message if head and len(message) == size else None


class SharedDiary(Diary):
    """A diary that another process reads as well; that process tells of what is damaged in it."""

    def __init__(self, path: Path) -> None:
        self.damaged: Odd = []
        super().__init__(path)

    def odd(self, key: str, what: str) -> None:
        """Kept for the other process."""
        self.damaged.append((key, what))


def main() -> None:
    """The process: first the questions, then span after span."""
    stream, answers = sys.stdin.buffer, sys.stdout.buffer
    kinds = _received(stream)
    if kinds is None:
        return
    writer = ResourceWriter(msgspec.msgpack.decode(kinds, type=Kinds))
    diary = SharedDiary(Path(sys.argv[1]))
    while diary.kept and (span := _received(stream)) is not None:
        piece = writer.piece(list(cramps_of(diary, msgspec.msgpack.decode(span, type=Span))))
        for part in (*piece, msgspec.msgpack.encode(diary.damaged)):
            _sent(answers, part)
        diary.damaged.clear()


if __name__ == "__main__":
    main()
