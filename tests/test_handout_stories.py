"""Stories, captions and long pages: kinds of sheets that are read as anybody would, and what next to them is asked."""

import time

from stretchcoach.handout import read


def test_a_line_of_many_words_is_read_at_once() -> None:
    began = time.process_time()
    read(f"- {'Heel slides ' * 12}10 reps\n- {'knee bends ' * 40}10 reps")
    assert time.process_time() - began < 1
