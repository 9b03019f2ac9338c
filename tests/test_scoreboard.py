"""The scoreboard of the talk: its figures, its patients, and what it compares with."""

import json
from pathlib import Path

import pytest

from bench.checkers import LEVELS, Share, figures, grouped, published, wilson
from bench.patients import NOT_SURE, Story, judge, otherwise, played_down, read, sit, told_before, unsure, unsure_once
from bench.talk import acceptable, over, scoreboard, under
from stretchcoach.core.messages import Level

STORIES = Path(__file__).parent / "data" / "stories.json"


@pytest.fixture(scope="module")
def told() -> list[Story]:
    return read(STORIES)[0]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662), (7, 7, 0.6457, 1.0)],
)
def test_wilson_agrees_with_published_values(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-4)


def test_a_share_of_nothing_has_no_interval() -> None:
    assert str(Share(0, 0)) == "none" and str(Share(1, 2)) == "1/2 50% (9%-91%)"


def test_the_published_advice_adds_up_to_what_its_authors_counted() -> None:
    apps = published()
    assert len(apps) == 22 and all(len(advice) == 45 for advice in apps.values())
    assert sum(bool(advised) for advice in apps.values() for _, advised in advice) == 796
    for level in LEVELS:
        assert sum(expected == level for advice in apps.values() for expected, _ in advice) == 22 * 15


def test_the_figures_of_a_case_by_hand() -> None:
    home, visit, emergency = LEVELS
    found = figures([(emergency, visit), (emergency, emergency), (home, visit), (visit, visit), (home, "")])
    assert found["right"] == Share(2, 4)
    assert found["right, Emergency"] == Share(1, 2) and found["right, Self-care"] == Share(0, 1)
    assert found["safe (at the level or above)"] == Share(3, 4)
    assert found["over-triage among the wrong"] == Share(1, 2) and found["advice given at all"] == Share(4, 5)


def test_our_two_urgent_levels_are_one_of_theirs() -> None:
    assert [grouped(level) for level in Level] == ["Self-care", "Non-Emergency", "Emergency", "Emergency"]


def test_a_patient_answers_what_is_asked_and_nothing_else(told: list[Story]) -> None:
    first, *_ = sit(told[:1])
    assert first.asked[0] == "list_now" and {"rf_chest", "one_sided"} <= first.answered.keys()
    assert all(first.answered[key] == first.story.answers[key] for key in first.answered if key not in first.unknown)
    assert json.loads(json.dumps(judge([first.answered])[0])) == first.result


def test_the_same_talk_in_step_with_others_or_alone(told: list[Story]) -> None:
    together = sit(told[:4])
    assert [sit([sat.story])[0] for sat in together] == together


def test_the_same_people_otherwise(told: list[Story]) -> None:
    sat = sit(told[-1:])[0]
    assert {change.answers.get(key) for _, change in unsure_once([sat]) for key in sat.answered} >= {NOT_SURE}
    assert all(
        sum(change.answers.get(key) != sat.story.answers.get(key) for key in change.answers) <= 1
        for _, change in unsure_once([sat])
    )
    nothing = unsure(sat).answers
    assert nothing["age"] == sat.story.answers["age"] and nothing["rf_chest"] == NOT_SURE
    half = told_before(sat, 1)
    assert half == told_before(sat, 1) and half.items() <= sat.answered.items()
    brown = otherwise(sat.story, "brown", {"urine": "cola", "rf_chest": "yes"})
    assert played_down(brown).answers["urine"] == "dark_yellow" and played_down(brown).answers["rf_chest"] == NOT_SURE


def test_a_level_is_under_over_or_acceptable(told: list[Story]) -> None:
    assert all(under(sat) + over(sat) + acceptable(sat) == 1 for sat in sit(told))


def test_another_file_can_be_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(STORIES.read_text("utf-8"))
    few = {
        **data,
        "stories": data["stories"][:2],
        "variants": [one for one in data["variants"] if one["id"] == "E03"][:1],
    }
    (tmp_path / "few.json").write_text(json.dumps(few), "utf-8")
    scoreboard(tmp_path / "few.json")
    shown = capsys.readouterr().out
    assert "== 2 stories sat through" in shown and "ANOTHER SET OF CASES" in shown
