"""Dialects and slips of the fingers: more is understood, and none of it is an all-clear out of doubt."""

import pytest

from stretchcoach.grammar.lexicon import dialect_sayings, typing_slips
from stretchcoach.grammar.lexicon.patterns import expanded
from stretchcoach.grammar.lexicon.wordings import known
from stretchcoach.grammar.meaning import readings

GONE = [" ".join(words) for words in expanded(dialect_sayings.STATES["gone"])]
REASSURES = {"gone", "no", "none"}


@pytest.mark.parametrize("said", GONE)
@pytest.mark.parametrize(
    "frame", ["it is not {}", "it has not {} yet", "maybe it is {}", "it is {} I hope", "she is {}"]
)
def test_gone_in_a_dialect_is_never_read_where_it_is_denied_doubted_or_of_her(frame: str, said: str) -> None:
    assert not REASSURES & set(readings(frame.format(said)))


def test_a_slip_is_no_word_of_its_own() -> None:
    words = {"spot", "tow", "won", "now", "wore", "seen", "tree", *known()}
    assert [slip for slip in typing_slips.slips() if slip in words] == []


@pytest.mark.parametrize(("typed", "meant"), [("sotp", "stop"), ("its wrose", "worse"), ("not goen yet", "same")])
def test_a_slip_is_read_as_what_was_meant(typed: str, meant: str) -> None:
    assert meant in readings(typed)
