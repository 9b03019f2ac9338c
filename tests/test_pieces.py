"""A phrase is asked of the decoder in the pieces that it would write."""

from stretchcoach.core.vocabulary import WORDS
from stretchcoach.ears.pieces import Pieces


def test_every_phrase_is_spelled_by_its_pieces() -> None:
    pieces = Pieces()
    for word in WORDS:
        numbers = pieces.numbers(word.phrase)
        assert pieces.text(numbers) == f"{word.phrase[:1].upper()}{word.phrase[1:]}."
        assert len(numbers) <= len(word.phrase)
