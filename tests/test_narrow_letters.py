"""A terminal whose encoding lacks the letters of the screen: what stands in their place can be read."""

import os
import string
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as some

from stretchcoach.machine.narrow_letters import sign_for
from stretchcoach.tui.widgets.blocks import text_lines

LETTERS = string.ascii_uppercase + string.digits.replace("0", "")  # O and 0 are drawn alike


@given(some.characters())
def test_each_letter_has_one_sign_that_any_terminal_has(letter: str) -> None:
    sign = sign_for(letter)
    assert len(sign) == 1 and sign.isascii() and sign.isprintable()


def test_letters_that_are_drawn_stay_apart() -> None:
    drawn = {tuple("".join(map(sign_for, line)) for line in text_lines(each, 80, 9) or ()) for each in LETTERS}
    assert len(drawn) == len(LETTERS), "each looks like itself"


def test_accents_are_left_out_and_dashes_and_quotes_are_plain() -> None:
    assert "".join(map(sign_for, "“Dehnübung” – 13½ min · 3 × 30 s… » ok")) == '"Dehnubung" - 13+ min - 3 x 30 s. > ok'


def test_what_is_printed_on_such_a_terminal_is_signs_and_no_row_of_question_marks() -> None:
    program = "import sys; from stretchcoach.machine import streams; streams.harden(); print('▄█▀ ½ ● é ─ 漢')"
    for encoding, told in (("ascii", b'_#" + * e - ?'), ("latin-1", b'_#" \xbd * \xe9 - ?')):
        environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        assert done.stdout.strip() == told
