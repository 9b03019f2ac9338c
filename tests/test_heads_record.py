"""The weights say whom they were never told of, so that they can be judged by them."""

from stretchcoach.ears.head import Heads
from training.folds import HELD_OUT, TALK_HELD_OUT, fold_of, held_out


def test_the_weights_name_the_voices_and_the_talk_that_no_head_was_told_of() -> None:
    record = Heads.load().figures["never heard"]
    assert record == {"voices": [f"kokoro-{name}" for name in sorted(HELD_OUT)], "talk": sorted(TALK_HELD_OUT)}
    assert all(held_out(name) for name in record["voices"] + record["talk"])


def test_each_head_names_the_people_that_it_alone_was_not_told_of() -> None:
    heads = Heads.load()
    left = heads.figures["left out by one head"]
    assert isinstance(left, dict)
    assert sorted(left) == [str(number) for number in range(len(heads))]
    for number, people in left.items():
        assert len(people) > 20
        assert {fold_of(person, len(heads)) for person in people} == {int(number)}


def test_recorded_people_are_held_out_by_fold_only() -> None:
    assert not held_out("gsc-0c540988")
    assert held_out("kokoro-bf_alice")
    assert not held_out("kokoro-bf_emma")
