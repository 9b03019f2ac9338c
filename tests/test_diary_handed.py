"""The commands that hand the diary on: export, import, report, effect, programme, remind."""

import json
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

import pytest
from diaries import cramp, ran

from stretchcoach.cli import main
from stretchcoach.cli.routines import open_shelf
from stretchcoach.core.stretch_words import stretches
from stretchcoach.diary import Diary
from stretchcoach.diary.entries import RoutineRun
from stretchcoach.diary.exchange.exporting import Entries, to_json
from stretchcoach.machine.folders import folders

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def fill(*entries: object) -> None:
    book = Diary.open(folders().diary)
    book.add_all(list(entries))  # type: ignore[arg-type]
    book.close()


def test_out_and_back(tmp_path: Path, capsys: Shown) -> None:
    fill(cramp(3, note="a, b\n=c", side="left"), cramp(2, removed="2026-11-23T00:00:00+01:00"), ran(1))
    for form in ("csv", "json"):
        file = tmp_path / f"all.{form}"
        assert main(["diary", "export", f"--{form}", "--deleted", "--out", str(file)]) == 0
        assert file.stat().st_mode & 0o077 == 0
        capsys.readouterr()
        main(["diary", "export", "--deleted"])
        before = capsys.readouterr().out
        main(["diary", "delete", "--all", "--yes"])
        assert main(["diary", "import", str(file), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["new"], told["replaced"], told["problems"]) == (3, 0, [])
        main(["diary", "export", "--deleted"])
        assert capsys.readouterr().out == before


def test_what_was_deleted_stays_at_home(capsys: Shown) -> None:
    fill(cramp(2, removed="2026-11-23T00:00:00+01:00"))
    for flag in ("--csv", "--json", "--fhir"):
        assert main(["diary", "export", flag]) == 0
        assert cramp(2).id not in capsys.readouterr().out


def test_a_bad_file_changes_nothing(tmp_path: Path, capsys: Shown) -> None:
    fill(cramp(9))
    bad = tmp_path / "bad.json"
    bad.write_text(to_json(Entries((cramp(2), cramp(1, severity=7)))).replace('"severity": 7', '"severty": 7'))
    assert main(["diary", "import", str(bad)]) == 2
    shown = capsys.readouterr()
    assert shown.out == f"{bad}:4: severty: unknown; did you mean severity?\n"
    assert "Nothing was imported" in shown.err
    assert main(["diary", "import", "--json", str(bad)]) == 2
    assert json.loads(capsys.readouterr().out)["problems"][0]["line"] == 4
    main(["diary", "list", "--json"])
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == [cramp(9).id]


def test_a_file_that_is_no_text(tmp_path: Path, capsys: Shown) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"kind,id\n\xff\xfe")
    assert main(["diary", "import", str(bad)]) == 2
    assert capsys.readouterr().out.startswith(f"{bad}:2: kind: ")
    bad.write_bytes(b'{"format": "stretchcoach-diary", "\xff": 1}')
    assert main(["diary", "import", str(bad)]) == 2
    assert capsys.readouterr().out == f"{bad}:1: is not UTF-8; save it as that\n"
    assert main(["diary", "import", str(tmp_path / "none")]) == 2


def test_fhir_is_a_bundle(capsys: Shown) -> None:
    fill(cramp(2, severity=7))
    assert main(["diary", "export", "--fhir"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "collection"


def test_report(tmp_path: Path, capsys: Shown, home: Path) -> None:
    assert main(["diary", "report"]) == 0
    assert "The diary is empty." in capsys.readouterr().out
    assert main(["diary", "report", "--json"]) == 0
    assert {"title", "rows", "pattern", "sections"} <= json.loads(capsys.readouterr().out).keys()
    pdf, html = tmp_path / "a.pdf", tmp_path / "a.html"
    assert main(["diary", "report", "--pdf", str(pdf), "--html", str(html), "--weeks", "4", "12", "--name", "X Y"]) == 0
    assert capsys.readouterr().out == ""
    assert pdf.read_bytes().startswith(b"%PDF") and "Last 12 weeks" in html.read_text()
    assert "X Y" in html.read_text()


def test_effect(capsys: Shown) -> None:
    assert main(["diary", "effect"]) == 2
    assert "was not run yet" in capsys.readouterr().err
    assert main(["diary", "effect", "bedtime_seatd"]) == 2
    assert "Did you mean 'bedtime_seated'?" in capsys.readouterr().err
    fill(cramp(3), ran(2))
    assert main(["diary", "effect"]) == 0
    assert "too early to tell" in capsys.readouterr().out
    assert main(["diary", "effect", "--json", "--since", "2026-01-01"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"routine", "before", "after", "ratio", "interval", "verdict", "caveats"} <= told.keys()
    assert main(["diary", "effect", "--since", "2199-01-01"]) == 2


def test_programme(capsys: Shown) -> None:
    assert main(["programme", "bedtime", "status"]) == 0
    assert "hasn't been started" in capsys.readouterr().err
    assert main(["programme", "bedtime", "stop"]) == 2
    assert main(["programme", "bedtime", "start", "--routine", "bedtime_seated"]) == 0
    assert "stretchcoach run bedtime_seated" in capsys.readouterr().out
    assert main(["programme", "bedtime", "start"]) == 2
    assert main(["programme", "bedtime", "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["day"] == 1
    main(["remind"])
    assert "stretchcoach run bedtime_seated" in capsys.readouterr().out
    assert main(["programme", "bedtime", "stop"]) == 0
    assert "stopped on day 1" in capsys.readouterr().out
    assert main(["diary", "delete", "--all", "--yes"]) == 0
    assert main(["programme", "bedtime", "status"]) == 0
    assert "hasn't been started" in capsys.readouterr().err


def test_remind(tmp_path: Path, capsys: Shown) -> None:
    file = tmp_path / "bed.ics"
    assert main(["remind", "--at", "22:15", "--days", "7", "--ics", str(file)]) == 0
    assert "COUNT=7" in file.read_text() and "T221500" in file.read_text()
    assert main(["remind", "--cron"]) == 0
    assert capsys.readouterr().out.startswith("30 21 * * * ")
    assert main(["remind", "--cron", "--systemd"]) == 2
    assert main(["remind", "--at", "25:00"]) == 2


def test_the_exercises_that_were_done_are_one_more_page_on_request(tmp_path: Path, capsys: Shown) -> None:
    now = datetime.now().astimezone()
    at = [(now - timedelta(days=days)).isoformat(timespec="seconds") for days in (1, 2, 3, 4, 5, 80)]
    done = [
        "bedtime_calf_hamstring",
        "bedtime_calf_hamstring",
        "warmup_run",
        "gone_since",
        "warmup_cycle",
        "warmup_cycle",
    ]
    each = zip(at, done, strict=True)
    fill(*(RoutineRun(began=began, routine=name, finished=name != "warmup_cycle") for began, name in each))
    files = [tmp_path / name for name in ("short.html", "long.html", "short.pdf", "long.pdf")]
    for file in files:
        more = ["--exercises"] * file.name.startswith("long")
        assert main(["diary", "report", f"--{file.suffix[1:]}", str(file), *more]) == 0
    short, long = (file.read_text() for file in files[:2])
    assert "<svg" not in short and "Bedtime calf" not in short
    shelf = open_shelf().routines
    for name, times in (("bedtime_calf_hamstring", "2 times"), ("warmup_run", "1 time")):
        section = long[long.index(f"<h2>{shelf[name].title}</h2>") :].split("</section>")[0]
        assert f"Done {times} in the last 6 weeks." in section
        for stretch in stretches(shelf[name]):
            assert f"<strong>{escape(stretch.name)}</strong>" in section
        assert section.count("<svg") == len(list(stretches(shelf[name])))
    assert shelf["warmup_cycle"].title not in long, "what was broken off, or is long ago, was not practised"
    pages = [file.read_bytes().count(b"/Type /Page\n") for file in files[2:]]
    assert pages[0] == 1 < pages[1] and capsys.readouterr().err.count("\n") == 4, "where each file is, and nothing else"
