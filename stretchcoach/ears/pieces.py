"""The pieces of words that the decoder writes, of which each has a number."""

import itertools
import re
from importlib.resources import files


class Pieces:
    """All of them, in the order in which the tokenizer learnt them."""

    def __init__(self) -> None:
        self._all = _unpacked(files("stretchcoach.ears").joinpath("model/tokenizer.bin").read_bytes())
        self._number = {piece: number for number, piece in enumerate(self._all)}

    def numbers(self, phrase: str) -> list[int]:
        """A phrase as the decoder writes it where nothing else is said, *Hold on.* for *hold on*, in pieces."""
        text = f"{phrase[:1].upper()}{phrase[1:]}."
        pieces = [sign.encode() for sign in "\u2581" + text.replace(" ", "\u2581")]
        while True:
            pairs = enumerate(itertools.pairwise(pieces))
            ranked = [(self._number.get(first + second, len(self._all)), at) for at, (first, second) in pairs]
            number, at = min(ranked, default=(len(self._all), 0))
            if number == len(self._all):
                return [self._number[piece] for piece in pieces]
            pieces[at : at + 2] = [self._all[number]]

    def text(self, numbers: list[int]) -> str:
        """What these pieces spell."""
        spelled = b"".join(
            bytes([int(piece[3:-1], 16)]) if re.fullmatch(rb"<0x[0-9A-F]{2}>", piece) else piece
            for piece in (self._all[number] for number in numbers)
        )
        return spelled.decode("utf-8", "ignore").replace("\u2581", " ").strip()


def _unpacked(raw: bytes) -> list[bytes]:
    """Each piece has its length before it, in one byte, or in two where the first is 128 or more."""
    found: list[bytes] = []
    at = 0
    while at < len(raw):
        length, at = raw[at], at + 1
        if length >= 128:
            length, at = raw[at] * 128 + length - 128, at + 1
        found.append(raw[at : at + length])
        at += length
    return found
