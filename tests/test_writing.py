"""Writing a routine: whatever is done, the file stays valid, keeps its remarks, and changes only where it was meant."""

import random
import re
import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.routine import Group
from stretchcoach.library import parse, shipped_folder, tables
from stretchcoach.words.writing_screens import NOT_CHANGEABLE
from stretchcoach.writing.draft import NEW, Draft, Place, draft_from, new
from stretchcoach.writing.fields import FormField, Shape, fields_of
from stretchcoach.writing.toml_values import RefusedError

SHIPPED = {file.stem: file.read_text(encoding="utf-8") for file in sorted(shipped_folder().glob("*.toml"))}
MINE = """\
# My own sheet.
format = 1
title = "Knee [left]"  # as the physio calls it
purpose = "prevention"
cautions = [
  # from the letter
  "Stop if it hurts.",  # always
  "Not on stairs.",
]

# 3: Calf stretch 3 x 30 s
[[steps]]
name = "Calf"
say = "Lean in."   # short and kind
hold = 30
sets = 3
rest = "1m"
cues = [{ at = 15, say = "Breathe out." }, { at = -5, sound = "half" }]
# sits well here

# Perhaps later:
# [[steps]]
# name = "Jump"

# ASK 7: as often as you like
[[steps]]
repeat = 2  # rounds
rest = 20

# inner
[[steps.stretches]]
name = "March"
say = "March."
move = 60
[[steps.stretches]]
name = "Raise"
say = '''Rise.
Lower.'''
reps = 10
tempo = 3

[[steps.stretches.cues]]
at = 3
say = "Slowly."

# the end
[[steps]]
name = "Sit"
say = "Sit."
until = "ready" # no hurry
# bye"""


def draft(text: str = MINE) -> Draft:
    return draft_from(text, "mine")


def field(kind: type[tables.Table], key: str) -> FormField:
    return next(each for each in fields_of(kind) if each.key == key)


def remarks(text: str) -> list[str]:
    return sorted(re.findall(r"#[^\r\n]*", text))


STRETCH = {key.key: key for key in fields_of(tables.Stretch)}


# --- one change ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*SHIPPED.values(), MINE, NEW], ids=[*SHIPPED, "mine", "new"])
def test_a_file_that_is_opened_and_left_alone_is_the_same_to_the_letter(text: str) -> None:
    it = draft(text)
    for place in ((), *it.places()):
        for each in it.fields(place):
            for index, value in enumerate(it.values(place, each)):
                it = it.set_item(place, each, index, value) if each.several else it.set(place, each, value)
    assert it.text == text


def test_every_key_of_the_format_is_a_field() -> None:
    for table in (tables.Routine, tables.Group, tables.Stretch):
        keys = {each.key for each in fields_of(table)}
        assert keys == set(table.__struct_fields__) - {"steps", "stretches", "format"}
        assert all(each.label and each.description for each in fields_of(table))


@pytest.mark.parametrize(
    ("key", "typed", "line"),
    [
        ("hold", "45", "hold = 45"),
        ("hold", "22,5", "hold = 22.5"),
        ("hold", "1 min 30 s", 'hold = "1m30s"'),
        ("hold", "0:45", 'hold = "0m45s"'),
        ("rest", "15 sec", 'rest = "15s"'),
        ("name", 'A "wall"', 'name = "A \\"wall\\""'),
        ("side", "each", 'side = "each"'),
        ("optional", "true", "optional = true"),
        ("pose", "wall-lunge", 'pose = "wall-lunge"'),
        ("sets", "04", "sets = 4"),
        ("setup", "3", "setup = 3"),
    ],
)
def test_a_changed_field_changes_its_own_line_alone(key: str, typed: str, line: str) -> None:
    before = draft()
    after = before.set((0,), STRETCH[key], typed)
    old, fresh = before.text.split("\n"), after.text.split("\n")
    assert any(each.startswith(line) for each in fresh)
    assert all(each.startswith(f"{key} =") for each in Counter(old) - Counter(fresh) + (Counter(fresh) - Counter(old)))
    assert len(fresh) - len(old) == (key not in before.table((0,)))
    assert remarks(after.text) == remarks(before.text)


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("hold", "abc", "seconds above 0"),
        ("hold", "0", "seconds above 0"),
        ("hold", "9" * 9, "seconds above 0"),
        ("hold", "9" * 5000, "seconds above 0"),
        ("hold", "", "is missing"),
        ("hold", "10", "outside the step"),
        ("sets", "2.5", "whole number"),
        ("sets", "many", "whole number"),
        ("name", "", "cannot be empty"),
        ("name", "x" * 81, "1 to 80"),
        ("say", "\x1b[31mred", "cannot be seen"),
        ("side", "both", "one leg after the other"),
        ("sets", "20", ""),
    ],
)
def test_what_the_format_refuses_is_said_in_words_and_not_done(key: str, typed: str, told: str) -> None:
    it = draft()
    if not told:
        assert it.set((0,), STRETCH[key], typed).routine.steps != it.routine.steps
        return
    with pytest.raises(RefusedError, match=told) as refused:
        it.set((0,), STRETCH[key], typed)
    assert str(refused.value).startswith((STRETCH[key].subject, "It holds", "A cue"))


def test_a_refusal_quotes_what_was_typed_as_it_was_typed() -> None:
    with pytest.raises(RefusedError, match='not "Not on a Slope"'):
        draft().set((0,), STRETCH["setup"], "Not on a Slope")


def test_the_lists_are_changed_one_by_one_and_keep_their_remarks() -> None:
    cautions = field(tables.Routine, "cautions")
    it = draft().set_item((), cautions, 2, "Rest first.")
    assert '  "Not on stairs.",\n  "Rest first.",\n]' in it.text
    it = it.set_item((), cautions, 0, "Stop at once.")
    assert '  "Stop at once.",  # always' in it.text
    for _ in range(3):
        it = it.set_item((), cautions, 0, "")
    assert it.routine.cautions == () and remarks(it.text) == remarks(MINE)


def test_cues_are_a_second_and_words_or_a_sound() -> None:
    cues = STRETCH["cues"]
    it = draft()
    assert it.values((0,), cues) == ("15 Breathe out.", "-5 (half)")
    it = it.set_item((0,), cues, 2, "20 s: Nearly there.").set_item((0,), cues, 1, "")
    step = it.step((0,))
    assert not isinstance(step, Group) and [(cue.at, cue.say) for cue in step.cues] == [
        (15, "Breathe out."),
        (20, "Nearly there."),
    ]
    with pytest.raises(RefusedError, match="a second and its words"):
        it.set_item((0,), cues, 2, "Breathe")
    with pytest.raises(RefusedError, match="outside the step"):
        it.set_item((0,), cues, 2, "31 Too late.")


@pytest.mark.parametrize(
    ("typed", "at", "say"),
    [
        ("15 slowly lower", 15, "slowly lower"),
        ("5 move the hips", 5, "move the hips"),
        ("-5 sound good", -5, "sound good"),
        ("10 m", 10, "m"),
        ("20 secs nearly", 20, "nearly"),
        ("0 min 5 s breathe", 5, "breathe"),
        ("0m5s: breathe", 5, "breathe"),
    ],
)
def test_only_a_unit_belongs_to_the_second_of_a_cue(typed: str, at: float, say: str) -> None:
    step = draft(MINE).set_item((0,), STRETCH["cues"], 2, typed).step((0,))
    assert not isinstance(step, Group) and (at, say) in [(cue.at, cue.say) for cue in step.cues]


def test_cues_in_tables_of_their_own_are_changed_and_remarks_stay() -> None:
    cues = STRETCH["cues"]
    it = draft(MINE.replace('say = "Slowly."', 'say = "Slowly."  # and kindly'))
    more = it.set_item((1, 1), cues, 1, "5 Up.").set_item((1, 1), cues, 0, "4 Very slowly.")
    assert more.values((1, 1), cues) == ("4 Very slowly.", "5 Up.")
    assert 'say = "Very slowly."  # and kindly' in more.text and "# the end\n[[steps]]" in more.text
    assert more.text.count("[[steps.stretches.cues]]") == 2 and "cues = [{ at = 15" in more.text
    sound = more.set_item((1, 1), cues, 0, "4 (half)")
    assert sound.values((1, 1), cues) == ("4 (half)", "5 Up.") and "# and kindly" in sound.text
    less = more.set_item((1, 1), cues, 1, "").set_item((1, 1), cues, 0, "")
    assert less.values((1, 1), cues) == () and "# the end\n[[steps]]" in less.text
    with pytest.raises(RefusedError, match="a second and its words"):
        it.set_item((1, 1), cues, 1, "Up")


def test_a_step_is_measured_in_one_way() -> None:
    it = draft().set_item((0,), STRETCH["cues"], 1, "").set_item((0,), STRETCH["cues"], 0, "")
    it = it.measure((0,), "reps")
    assert "reps = 10\nsets = 3" in it.text and it.measured((0,)) == "reps"
    assert {"tempo", "reps"} <= {each.key for each in it.fields((0,))}
    assert "move" not in {each.key for each in it.fields((0,))}
    held = it.set((0,), STRETCH["hold"], "5")
    assert "hold = 5\nreps = 10" in held.text and held.measured((0,)) == "reps"
    assert "hold = 5\nsets" in held.measure((0,), "hold").text and "hold" not in held.measure((0,), "move").table((0,))
    assert 'until = "ready"\nsets' in it.measure((0,), "until").text


# --- steps ---------------------------------------------------------------------------------------------------


def test_a_step_that_moves_takes_its_remarks_along_and_the_others_stay() -> None:
    it, place = draft().move((0,), 1)
    assert place == (1,)
    assert it.text.index("# ASK 7") < it.text.index("# Perhaps later") < it.text.index("# 3: Calf")
    assert "# sits well here\n\n# the end" in it.text
    back, _ = it.move(place, -1)
    assert back.text == MINE


def test_a_step_that_is_taken_out_leaves_what_is_set_off_from_it() -> None:
    it, place = draft().remove((0,))
    assert place == (0,) and "# Perhaps later:\n# [[steps]]" in it.text and "Calf stretch" not in it.text
    with pytest.raises(RefusedError, match="needs a step"):
        new().remove((0,))
    one, _ = it.remove((0, 0))
    with pytest.raises(RefusedError, match="last of its group"):
        one.remove((0, 0))


def test_a_group_is_made_grows_and_is_left_again() -> None:
    it, _ = new().add((0,))
    it, place = it.group((0,))
    assert place == (0, 0)
    it, place = it.group((1,))
    assert place == (0, 1) and len(it.routine.steps) == 1
    it, place = it.leave(place)
    assert place == (1,)
    it, place = it.leave((0, 0))
    assert place == (0,) and not any(isinstance(step, Group) for step in it.routine.steps)
    with pytest.raises(RefusedError, match="first of the routine"):
        it.move((0,), -1)


def test_a_group_with_a_name_comes_again_by_its_name_and_stays_above() -> None:
    it, place = draft(NAMED).double((0,))
    assert place == (1,) and it.text.count('group = "Calves"') == 3 and len(list(it.places())) == 5
    assert it.values((1,), field(tables.Group, "repeat")) == ("",)
    with pytest.raises(RefusedError, match="no group above is called"):
        draft(NAMED).remove((0,))
    with pytest.raises(RefusedError, match="no group above is called"):
        it.move((0,), 1)[0].set((0,), field(tables.Group, "group"), "Feet")


@pytest.mark.parametrize(
    "text",
    [
        'title = "a"\npurpose = "break"\nsteps = [{ name = "a", say = "b", hold = 3 }]\n',
        'title = "a"\npurpose = "break"\n[[steps]]\nrepeat = 2\nstretches = [{ name = "a", say = "b", hold = 3 }]\n',
    ],
)
def test_a_file_that_is_written_on_one_line_is_refused_in_words(text: str) -> None:
    with pytest.raises(RefusedError, match="cannot be changed here"):
        draft(text)


def test_a_file_with_a_mistake_is_not_opened() -> None:
    with pytest.raises(RefusedError, match="It has a mistake"):
        draft(NEW.replace("hold", "hodl"))


# --- anything ------------------------------------------------------------------------------------------------


class Writer:
    """Does anything that can be done, by lot."""

    def __init__(self, seed: int, text: str) -> None:
        self.by = random.Random(seed)
        self.it = draft(text)

    def place(self) -> Place:
        return self.by.choice([(), *self.it.places()])

    def typed(self, one: FormField) -> str:
        if one.choices:
            return self.by.choice([*one.choices, "nonsense"])
        if one.shape is Shape.CUE:
            return self.by.choice(["", "1 Breathe.", "-2 (half)", "3", "4000 Late.", "0:01 Go, # now", "2 s Up, down."])
        if one.shape is Shape.FLAG:
            return self.by.choice(["true", "false", ""])
        if one.shape in (Shape.SECONDS, Shape.NUMBER):
            return self.by.choice(
                ["", "3", "30", "2,5", "1m30s", "-4", "1e9", "0", "x", "9" * 12, "0x10", "inf", "nan"]
            )
        return self.by.choice(["", "Up.", 'a "b" \\ [c] # d', "ünï 𝒳", "\x00", "a\u202eb", "x" * 700, "[[steps]]", " "])

    def step(self) -> Draft:
        place = self.place()
        if self.by.random() < 0.5:
            one = self.by.choice(fields_of(self.it.kind(place)))
            if one.several:
                return self.it.set_item(
                    place, one, self.by.randint(0, len(self.it.values(place, one))), self.typed(one)
                )
            return self.it.set(place, one, self.typed(one))
        what = self.by.choice(["add", "double", "remove", "earlier", "later", "group", "leave", "measure"])
        if what == "add" or not place:
            return self.it.add(place)[0]
        if what == "measure":
            return self.it.measure(place, self.by.choice(tables.MEASURES))
        by = {"earlier": -1, "later": 1}.get(what)
        changed, left = self.it.move(place, by) if by else getattr(self.it, what)(place)
        assert isinstance(changed, Draft) and changed.step(left)
        return changed


NAMED = """\
title = "A B A C"
purpose = "break"

# the calves
[[steps]]
group = "Calves"  # twice today

[[steps.stretches]]
name = "Raise"
say = "Up and down."
reps = 10
hold = 5  # at the top

[[steps]]
name = "March"
say = "March."
move = 60

[[steps]]
group = "Calves" # as above
repeat = 2
"""
TEXTS = {**SHIPPED, "mine": MINE, "windows": MINE.replace("\n", "\r\n"), "new": NEW, "named": NAMED}


@pytest.mark.parametrize("name", TEXTS)
def test_whatever_is_done_is_refused_in_words_or_valid_and_keeps_the_remarks(name: str) -> None:
    text = TEXTS[name]
    done = 0
    for seed in range(2):
        writer = Writer(seed, text)
        for _ in range(25):
            before = writer.it
            try:
                after = writer.step()
            except RefusedError as refused:
                assert str(refused).endswith((".", "?")) and len(str(refused)) > 10
                continue
            done += 1
            routine, problems = parse(after.text, "mine")
            assert routine == after.routine and not [each for each in problems if not each.warning]
            assert tomllib.loads(after.text) == after.raw
            gone = set(remarks(before.text)) - set(remarks(after.text))
            fewer = len(list(after.places())) < len(list(before.places()))
            assert not gone or fewer, gone
            assert after.text.count("\n") == after.text.count("\r\n") or "\r" not in text
            writer.it = after
    assert done > 15


def test_few_files_have_to_be_opened_in_an_editor() -> None:
    """Of what people can do with the shipped routines next to nothing ends there."""
    refused = 0
    for name, text in SHIPPED.items():
        writer = Writer(len(name), text)
        for _ in range(15):
            try:
                writer.it = writer.step()
            except RefusedError as error:
                refused += str(error) == NOT_CHANGEABLE
    assert refused <= len(SHIPPED)


@given(st.text(max_size=60))
def test_any_words_come_back_as_they_were_typed(typed: str) -> None:
    it = new()
    try:
        after = it.set((0,), STRETCH["say"], typed)
    except RefusedError:
        return
    assert after.values((0,), STRETCH["say"]) == (" ".join(typed.split()),)
