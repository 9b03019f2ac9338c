"""Who is left out of the training is left out by name, the same for everybody."""

from training.folds import HELD_OUT, RUNNING, TALK_HELD_OUT, fold_of, held_out


def test_voices_and_talk_that_no_head_may_be_told_of_are_named() -> None:
    assert all(held_out(f"kokoro-{name}") for name in HELD_OUT)
    assert all(held_out(name) for name in TALK_HELD_OUT)
    assert set(RUNNING) < TALK_HELD_OUT
    assert not held_out("kokoro-bf_emma")


def test_people_are_left_out_by_one_head_each() -> None:
    assert not held_out("gsc-0c540988")
    assert {fold_of(f"gsc-{number:08x}", 5) for number in range(100)} == {0, 1, 2, 3, 4}
