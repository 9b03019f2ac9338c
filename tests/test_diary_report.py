"""The doctor's page: honest with little, one page with much, and nobody named unless asked for."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from diaries import NOW, cramp, diaries, ran
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.diary.entries import Episode, ProfileChange
from stretchcoach.diary.exchange.exporting import Entries
from stretchcoach.diary.report import pdf_page, terms
from stretchcoach.diary.report.because import because
from stretchcoach.diary.report.html_page import report_page
from stretchcoach.diary.report.report import Report, as_text, make_report
from stretchcoach.library import knowledge, sources

CALM = {"rf_chest": "no", "rf_faint_confused": "no", "injury": "none", "leg_changed": "no", "cold_numb": "no"}


def night(days: float, **more: object) -> Episode:
    """A cramp at three in the morning, so many days ago."""
    told = {"side": "left", "place": "calf", "severity": 7, "minutes": 4.0, "woke": "yes", "answers": CALM, **more}
    return cramp(days + 0.25, **told)


def full(count: int = 60) -> Entries:
    """As much as a page may have to hold: every cramp with a raised level and many answers."""
    answers = {**CALM, "leg_changed": "yes", "swelling": "one_leg", "hot_colour": "yes", "clot_risk": "any"}
    answers |= {"sweat_heavy": "yes", "exercise_24h": "harder", "warmed_up": "no", "posture_long": "yes", "ill": "heat"}
    answers |= {"skipped_meals": "yes", "new_shoes_floor": "yes", "poor_intake": "yes", "urine": "dark_yellow"}
    rules = tuple(terms.rule_sources())
    relief = ("toes_up", "wall", "towel", "standing", "massage", "rest", "other")
    cramps = [
        night(n * 41 / count, answers=answers, level="SAME_DAY", rules=rules, relieved_by=relief[n % 7],
              relieved_after=30.0 + n, doing="lying", posture="toes_down")
        for n in range(count)
    ]  # fmt: skip
    everything = ["sugar", "cholesterol", "water_tablet", "long_inhaler", "iron_drip", "hormone_or_bone", "quinine"]
    conditions = ["diabetes", "kidney", "liver", "thyroid", "nerve", "back", "arteries", "heart"]
    changes = [
        ProfileChange(id=f"{n:032x}", at=NOW.isoformat(), key=key, value=value)
        for n, (key, value) in enumerate([("meds", everything), ("conditions", conditions)])
    ]
    return Entries(tuple(cramps), tuple(ran(day) for day in range(1, 40)), tuple(changes))


def section(made: Report, heading: str) -> str:
    return " ".join(next(each.lines for each in made.sections if each.heading == heading))


def cell(made: Report, row: str) -> tuple[str, ...]:
    return next(each[1:] for each in made.rows if each[0] == row)


def test_the_table() -> None:
    entries = Entries(
        (night(1), night(3, severity=9), night(20, severity=None, woke="no"), night(60)),
        (ran(1.5), ran(2.5), ran(30), ran(2, "warmup_run"), ran(4, finished=False)),
    )
    made = make_report(entries, NOW, other=frozenset({"warmup_run"}))
    assert made.columns == ("", "Last 2 weeks", "Last 6 weeks")
    assert cell(made, "Cramps") == ("2", "3")
    assert cell(made, "Cramps a week") == ("1.0", "0.5")
    assert cell(made, "Worst pain, 0 to 10") == ("9", "9")
    assert cell(made, "Mean pain, 0 to 10") == ("8.0", "8.0 (2 of 3)")
    assert cell(made, "Cramping, all together") == ("8 min", "12 min")
    assert cell(made, "Longest cramp") == ("4 min", "4 min")
    assert cell(made, "Nights with disturbed sleep") == ("2", "2")
    assert cell(made, "Nights with stretching done") == ("2", "3")


@pytest.mark.parametrize(
    ("cramps", "told"),
    [
        ([], "No cramps were recorded in this period."),
        ([1], "Only 1 cramp written down: too few for a pattern."),
        ([1, 9], "Only 2 cramps written down: too few for a pattern."),
        ([n * 1.75 for n in range(1, 25)], "Mostly nights, left calf, about 4 a week."),
        ([1, 2, 3], "Mostly nights, left calf, 3 in 3 days."),
        ([1, 8, 15, 22], "Mostly nights, left calf, about one a week."),
    ],
)
def test_the_pattern_in_one_sentence(cramps: list[float], told: str) -> None:
    assert make_report(Entries(tuple(map(night, cramps))), NOW).pattern == told


def test_the_long_ones_are_named() -> None:
    entries = Entries((night(1, minutes=12.2), night(3), night(9, minutes=75.0), night(10, minutes=10.0)))
    made = make_report(entries, NOW)
    assert cell(made, "Longest cramp") == ("1 h 15 min", "1 h 15 min")
    assert made.sections[0].heading == "Longer than ten minutes"
    assert made.sections[0].lines == ("23 November, 03:00: 12 min 12 s", "15 November, 03:00: 1 h 15 min")
    assert "Longer than ten minutes" not in as_text(make_report(Entries((night(1),)), NOW))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([5, *(n / 2 for n in range(30, 84))], "Falling: 14 to 0.5 a week."),
        ([*(n / 4 for n in range(1, 50)), 20, 27, 34, 41], "Rising: 1 to 24 a week."),
        ([float(n) for n in range(1, 42)], "Steady over these weeks."),
        ([1.0, 2.0, 3.0], ""),
        ([30.0, 38.0], ""),
        ([], ""),
    ],
)
def test_the_trend_in_words(days: list[float], told: str) -> None:
    assert make_report(Entries(tuple(map(night, days))), NOW).trend == told


@settings(max_examples=60, deadline=None)
@given(diaries)
def test_every_cramp_of_the_weeks_is_in_one_bar(entries: Entries) -> None:
    made = make_report(entries, NOW)
    assert sum(count for _, count in made.weeks) == int(cell(made, "Cramps")[1])


def test_each_cramp_and_its_note_are_there_on_request_alone() -> None:
    dayless = msgspec.structs.replace(cramp(4, note=""), began="2026-11-20")
    entries = Entries((night(1, note="salty soup before"), dayless))
    bare, dated = (as_text(make_report(entries, NOW, dates=dates)) for dates in (False, True))
    noted = as_text(make_report(entries, NOW, notes=True))
    assert "Each cramp" not in bare and "salty" not in bare + dated
    assert "23 November, 03:00, left calf, pain 7, 4 min" in dated and "20 November" in dated
    assert "4 min. Salty soup before" in noted


def test_the_pdf_says_to_a_screen_reader_what_is_what() -> None:
    document = pdf_page.drawn_page(make_report(full(20), NOW), NOW)
    document.set_compression(False)
    made = bytes(document.output())
    kinds = [kind.decode() for kind in re.findall(rb"/S /(H1|H2|P|Table|Figure)\b", made)]
    assert kinds.count("H1") == kinds.count("Table") == kinds.count("Figure") == 1
    assert kinds.count("H2") >= 5 and kinds.count("P") > 8
    assert b"/Marked true" in made and b"/Lang" in made
    assert made.count(b" BDC") == made.count(b"EMC") == len(kinds)


def test_no_pattern_is_made_up() -> None:
    mixed = [night(n, side=("left", "right", "not_sure")[n % 3], place=None, woke=None) for n in range(1, 30)]
    by_day = [cramp(n, side="both", place="calf") for n in range(1, 30)]
    assert make_report(Entries(tuple(mixed)), NOW).pattern == "Mostly nights, about 7 a week."
    assert make_report(Entries(tuple(by_day)), NOW).pattern == "Mostly days, both calves, about 7 a week."
    assert make_report(Entries(tuple(mixed + by_day)), NOW).pattern.startswith("By night and by day")


def test_a_short_diary_says_so() -> None:
    made = make_report(Entries((night(9), night(2))), NOW)
    assert "begins on 15 November 2026, so the longest column covers only 9 days" in made.subtitle
    assert "The diary is empty." in make_report(Entries(), NOW).subtitle
    assert cell(make_report(Entries((night(2),)), NOW), "Cramps a week") == ("too early", "too early")


def test_safety_answers_have_times_rules_levels_and_sources() -> None:
    told = {**CALM, "leg_changed": "not_sure", "urine": ""}
    entries = Entries((night(2, level="SAME_DAY", rules=("R3",), answers=told), night(1)))
    made = section(make_report(entries, NOW), "Safety answers")
    assert "22 November, 03:00: one leg swollen, hot or discoloured: not sure; advised to get help today." in made
    assert "These rules are based on NHS-DVT" in made
    assert set(re.findall(r"[A-Z]{2,}[-A-Z0-9]*\d*", made.split("These rules are based on ")[1].split(".")[0])) <= set(
        sources()
    )
    assert "No problem reported when asked about: chest pain or trouble breathing; faint or confused" in made
    missing = section(make_report(entries, NOW), "Not asked")
    assert "colour of urine" in missing.lower() and "face, speech or one side" in missing.lower()
    assert "Sometimes not answered: colour of urine." in missing


@pytest.mark.parametrize(
    ("level", "rule", "more", "told"),
    [
        ("SAME_DAY", "R3", {"answers": {"swelling": "one_leg"}}, ("Because you said: one leg is swollen.",)),
        ("SAME_DAY", "R21", {"minutes": 12.5}, ("Because you said: the cramp lasted more than ten minutes.",)),
        ("EMERGENCY", "R1", {"answers": {"rf_chest": "not_sure"}},
         ("Because you were not sure about: chest pain or trouble breathing.",)),
        ("SAME_DAY", "R3", {"answers": {}}, ()),
        ("SAME_DAY", "a rule of long ago", {"answers": {"swelling": "one_leg"}}, ()),
    ],
)  # fmt: skip
def test_the_reason_is_what_was_said(level: str, rule: str, more: dict[str, object], told: tuple[str, ...]) -> None:
    assert because(knowledge(), night(1, level=level, rules=(rule,), **more)) == told


KEYS = st.sampled_from(sorted(knowledge().by_key)) | st.sampled_from(sorted(terms.report_words().safety))
WORDS = st.sampled_from(["yes", "no", "not_sure", "", "a{b}"]) | st.lists(st.sampled_from(["yes", "wound", "cola"]))
ODD = st.dictionaries(KEYS, st.none() | st.booleans() | st.floats() | WORDS, max_size=8)
RULES = st.lists(st.sampled_from(sorted({flag.id for flag in knowledge().flags})), max_size=4).map(tuple)


@settings(max_examples=150, deadline=None)
@given(ODD, RULES, st.sampled_from(["EMERGENCY", "SAME_DAY", "ROUTINE", "SELF_CARE"]))
def test_no_name_of_a_rule_or_level_reaches_a_person(
    answers: dict[str, Any], rules: tuple[str, ...], level: str
) -> None:
    entry = night(1, answers=answers, rules=rules, level=level)
    made = make_report(Entries((entry,)), NOW)
    sources = r"These rules are based on [^.]*\."
    for text in (as_text(made), report_page(made), *because(knowledge(), entry)):
        shown = re.sub(sources, "", " ".join(text.split()))
        assert not re.search(r"\b[A-Z]+_[A-Z]+\b|\b(R\d+|SELF_CARE|SAME_DAY|ROUTINE)\b|[0-9a-f]{32}", shown), shown
        assert not any(re.search(rf"\b{flag.id}\b", shown) for flag in knowledge().flags)


def test_the_highest_level_comes_first_and_the_rest_is_counted() -> None:
    entries = full(20)
    urgent = night(40, level="EMERGENCY", rules=("R1",), answers={"rf_chest": "yes"})
    lines = make_report(Entries((*entries.episodes, urgent)), NOW, most=3).sections[3].lines
    assert "advised to call the emergency number" in lines[0] and "chest pain or trouble breathing: yes" in lines[0]
    assert lines[3] == "And 18 more cramps with such answers; the export has them."


def test_what_was_said_last_counts_and_what_was_never_asked_is_told() -> None:
    old = ProfileChange(id="1" * 32, at="2026-01-01T00:00:00+01:00", key="meds", value=["quinine"])
    entries = Entries((night(3, answers={"meds": ["sugar", "other_new"]}),), (), (old,))
    made = section(make_report(entries, NOW), "Medicines and conditions, as reported")
    assert made == "Medicine classes: blood-sugar medicine, others, new (said 21 November). Not asked: conditions."
    assert section(make_report(Entries((night(3),)), NOW), "Medicines and conditions, as reported").endswith(
        "Not asked: medicine classes, conditions."
    )


def test_what_was_deleted_is_gone_and_no_note_is_handed_on() -> None:
    gone = night(1, removed=NOW.isoformat(), answers={"rf_chest": "yes"}, note="secret")
    text = as_text(make_report(Entries((gone, night(2, note="secret"))), NOW))
    assert "secret" not in text and "chest pain or trouble breathing: yes" not in text


def test_it_names_nobody_unless_told_to_and_says_what_it_is() -> None:
    assert make_report(full(), NOW).title == "Calf cramp diary"
    text = as_text(make_report(full(), NOW, name="Ms Ünal"))
    assert text.startswith("Calf cramp diary: Ms Ünal\n")
    assert "the person's own record" in " ".join(text.split()) and "not a diagnosis" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("width", [54, 60, 76, 80, 120])
@pytest.mark.parametrize("entries", [Entries(), full(6), full(600)], ids=["empty", "six", "six hundred"])
def test_the_text_fits_its_window(entries: Entries, width: int) -> None:
    assert max(map(len, as_text(make_report(entries, NOW, dates=True), width).splitlines())) <= width


@settings(max_examples=40, deadline=None)
@given(diaries)
def test_whatever_the_diary_holds(entries: Entries) -> None:
    made = make_report(entries, NOW)
    assert as_text(made)
    Tags().feed(report_page(made))


class Tags(HTMLParser):
    """Every tag is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_needs_nothing_else_and_takes_any_name() -> None:
    text = report_page(make_report(full(), NOW, name="<script>alert('x')</script>"))
    assert "<script" not in text and "http" not in text and "url(" not in text
    tags = Tags()
    tags.feed(text)
    assert tags.open == []


@pytest.mark.parametrize("entries", [Entries(), full(60), full(600)], ids=["empty", "sixty", "six hundred"])
@pytest.mark.parametrize("name", ["", "Łucja Иванова"])
def test_the_pdf_is_one_page(entries: Entries, name: str) -> None:
    made = pdf_page.pdf(lambda most: make_report(entries, NOW, name=name, most=most), NOW)
    assert made.startswith(b"%PDF-") and len(re.findall(rb"/Type /Page\b", made)) == 1


def test_the_pdf_is_large_and_always_the_same() -> None:
    document = pdf_page.drawn_page(make_report(full(3), NOW), NOW)
    document.set_compression(False)
    sizes = {float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", bytes(document.output()))}
    assert sizes and min(sizes) >= 12
    again = [pdf_page.pdf(lambda most: make_report(full(), NOW, most=most), NOW) for _ in range(2)]
    assert again[0] == again[1]


def test_a_machine_without_fonts_still_gets_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "FONTS", ())
    assert pdf_page.pdf(lambda most: make_report(full(), NOW, name="Иванова", most=most), NOW).startswith(b"%PDF-")


def test_every_question_of_the_safety_screen_has_its_words() -> None:
    words = terms.report_words()
    assert {item.key for item in knowledge().items if item.topic == "safety"} - {"duration_min"} <= words.safety.keys()
    assert {key.partition(".")[0] for key in words.triggers} <= {item.key for item in knowledge().items}
    assert words.reassuring.keys() <= words.safety.keys()


def test_a_night_ends_at_noon() -> None:
    from stretchcoach.diary.report.figures import night_of as of

    evening, morning = NOW.replace(hour=23), NOW.replace(hour=3) + timedelta(days=1)
    assert of(evening.isoformat()) == of(morning.isoformat()) != of(NOW.replace(hour=3).isoformat())
