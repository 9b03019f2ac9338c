"""Every shipped routine: kind to the microphone, short enough to be heard, sourced, and equal for both legs."""

import re
from collections.abc import Iterator

import pytest

from stretchcoach.core.commands import TABLE
from stretchcoach.core.messages import Command
from stretchcoach.core.plan import Style
from stretchcoach.core.routine import Routine, Sides, Stretch
from stretchcoach.core.unfold import build
from stretchcoach.library import shelf, shipped_folder, sources
from stretchcoach.library.rules import EVERYDAY, walk
from stretchcoach.library.source_list import KNOWLEDGE

SHIPPED = shelf([shipped_folder()])
ROUTINES = list(SHIPPED.routines.values())
EACH = pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)

IDS = """cramp_now cramp_now_standing cramp_aftercare bedtime_calf_hamstring bedtime_seated calf_flex_daily
warmup_general_6min warmup_run warmup_cycle warmup_strength warmup_football warmup_walk_gentle cooldown_calf
break_90s preg_evening seated_ankle_calf bedtime_breathing"""

SECONDS = {
    "cramp_now": 138,
    "cramp_now_standing": 120,
    "bedtime_breathing": 320,
    "cramp_aftercare": 180,
    "bedtime_calf_hamstring": 120,
    "bedtime_seated": 60,
    "calf_flex_daily": 360,
    "warmup_general_6min": 270,
    "warmup_run": 531,
    "warmup_cycle": 470,
    "warmup_strength": 427,
    "warmup_football": 959,
    "warmup_walk_gentle": 308,
    "cooldown_calf": 420,
    "break_90s": 70,
    "preg_evening": 326,
    "seated_ankle_calf": 240,
}
"""Seconds of work, rests and set-up left out, as the protocols prescribe them."""

ANSWERS = ("yes", "no", "not sure")
SIDES = (Command.LEFT, Command.RIGHT)
HEARD = [
    phrase
    for command, entry in TABLE.items()
    if command not in SIDES
    for phrase in entry.phrases
    if phrase not in EVERYDAY
]
LIMITS = {"title": 9, "name": 8, "say": 14, "short": 6, "how": 30, "cue": 8}
"""Most words of each kind of line."""


def stretches(routine: Routine) -> list[Stretch]:
    return [stretch for _, stretch, _ in walk(routine)]


def spoken(routine: Routine) -> Iterator[tuple[str, str]]:
    """Every line that may reach the loudspeaker, and what kind of line it is."""
    yield "title", routine.title
    for stretch in stretches(routine):
        yield from (("name", stretch.name), ("say", stretch.say), ("short", stretch.short), ("how", stretch.how))
        yield from (("cue", cue.say) for cue in stretch.cues)


def words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower())


def worked(stretch: Stretch) -> float:
    return (stretch.seconds or 0.0) * stretch.sets * (2 if stretch.side in (Sides.EACH, Sides.ALTERNATE) else 1)


def test_all_seventeen_are_shipped_without_a_problem() -> None:
    assert set(SHIPPED.routines) == set(IDS.split())
    assert SHIPPED.problems == ()


def test_the_seconds_of_work_are_those_of_the_sources() -> None:
    assert {r.id: round(sum(map(worked, stretches(r)))) for r in ROUTINES} == SECONDS


@EACH
def test_no_spoken_line_holds_a_word_the_microphone_listens_for(routine: Routine) -> None:
    for _, line in spoken(routine):
        padded = f" {' '.join(words(line))} "
        assert [phrase for phrase in (*HEARD, *ANSWERS) if f" {phrase} " in padded] == [], line


@EACH
def test_spoken_lines_are_short_whole_and_without_digits(routine: Routine) -> None:
    for kind, line in spoken(routine):
        assert 0 < len(words(line)) <= LIMITS[kind], (kind, line)
        assert not re.search(r"\d", line), line
        assert line == line.strip() and "  " not in line, line
        assert line[0].isupper(), line
        assert (line[-1] in ".?") == (kind not in ("title", "name")), line


@EACH
def test_a_routine_tells_whom_it_suits_and_where_it_comes_from(routine: Routine) -> None:
    assert routine.audience and routine.evidence and routine.cautions and routine.sports
    keys = {*routine.sources, *(key for stretch in stretches(routine) for key in stretch.sources)}
    assert routine.sources and keys <= sources().keys()


@EACH
def test_static_stretches_name_their_muscle_and_strength_does_not(routine: Routine) -> None:
    for stretch in stretches(routine):
        if stretch.hold is not None:
            assert bool(stretch.muscle) is not stretch.strength, stretch.name
        else:
            assert not stretch.muscle and not stretch.strength, stretch.name


@EACH
def test_long_stretches_remind_of_the_breath(routine: Routine) -> None:
    for stretch in stretches(routine):
        if (stretch.hold or 0) >= 20 and not stretch.strength and routine.id != "cramp_now":
            assert any("breath" in cue.say.lower() for cue in stretch.cues), stretch.name


@EACH
def test_no_side_is_stretched_alone(routine: Routine) -> None:
    assert not [s.name for s in stretches(routine) if s.side in (Sides.LEFT, Sides.RIGHT)]


def test_a_cramp_is_coached_with_the_seconds_of_the_protocol() -> None:
    cramp = stretches(SHIPPED.routines["cramp_now"])
    assert [stretch.hold or stretch.move for stretch in cramp] == [6, 6, 6, 30, 10, 30, 10, 30, 10]
    assert {stretch.setup for stretch in cramp} == {0}
    assert [[cue.at for cue in stretch.cues] for stretch in cramp if stretch.hold] == [[10, 20, 28]] * 3


def test_alternating_legs_rest_while_the_other_works() -> None:
    alternating = [s for r in ROUTINES for s in stretches(r) if s.side is Sides.ALTERNATE]
    assert len(alternating) == 3
    assert {(s.hold, s.sets, s.rest) for s in alternating} == {(10, 3, 0)}


def test_rubbing_walking_and_standing_up_can_be_left_out() -> None:
    others = [r for r in ROUTINES if r.purpose != "warm-up"]
    optional = {(r.id, s.name) for r in others for s in stretches(r) if s.optional}
    assert optional == {
        ("cramp_aftercare", "Gentle rub towards the knee"),
        ("cramp_aftercare", "Easy walk"),
        ("cramp_aftercare", "Heel walk near a wall"),
        ("seated_ankle_calf", "Sit to stand"),
    }


def test_a_warm_up_can_be_shortened_but_keeps_what_raises_the_pulse() -> None:
    for routine in ROUTINES:
        if routine.purpose == "warm-up":
            kept = [stretch for stretch in stretches(routine) if not stretch.optional]
            assert kept[0] is stretches(routine)[0] and len(kept) >= 3, routine.id


def test_all_sources_have_a_title_and_all_seen_ones_an_address() -> None:
    assert len(sources()) >= 99
    for source in sources().values():
        assert source.title and len(source.title) < 70, source.key
        assert all(a.startswith(("https://", "http://")) for a in (source.address, *source.also) if a), source.key
        assert source.address or source.key in ("CKS", "SEED", "SCT", "FA-BASIC"), source.key


def test_the_source_list_says_that_nobody_has_reviewed_the_content() -> None:
    listed = (KNOWLEDGE / "sources.toml").read_text(encoding="utf-8")
    assert "NOT been reviewed by a clinician" in listed


def test_no_plain_run_advises_rubbing() -> None:
    """It belongs behind the safety questions, which only the coaching of a cramp asks."""
    rubbed = {stretch.name for routine in ROUTINES for stretch in stretches(routine) if stretch.after_screen}
    assert rubbed == {"Gentle rub towards the knee"}
    for routine in ROUTINES:
        lines = list(build(routine, Style()).lines())
        assert not any(word in line.lower() for line in lines for word in ("rub", "massage")), routine.id
