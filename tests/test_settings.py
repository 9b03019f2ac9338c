"""Settings: read forgivingly, written carefully, explained in words."""

import errno
import os
import pwd
import stat
import tomllib
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest

from stretchcoach.machine.folders import folders, obstacle
from stretchcoach.settings import Settings, help_words, load, save, schema

MINE = """\
# my own words
[voice]  # loud
volume = 30   # the neighbours
rate = 150

[coach]
country = "NZ"
"""


def change(settings: Settings, section: str, **values: object) -> Settings:
    table = msgspec.structs.replace(getattr(settings, section), **values)
    return msgspec.structs.replace(settings, **{section: table})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_no_file_means_defaults(file: Path) -> None:
    assert load(file) == (Settings(), [])


def test_what_the_file_says_counts(file: Path) -> None:
    settings, problems = load(written(file, MINE))
    assert not problems
    assert (settings.voice.volume, settings.voice.rate, settings.coach.country) == (30, 150, "NZ")
    assert settings.voice.beeps is True


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ("volume = 300", "voice.volume", "must be a whole number from 0 to 100, not 300"),
        ("volume = true", "voice.volume", "not true"),
        ('rate = "fast"', "voice.rate", 'from 120 to 450, not "fast"'),
        ('engine = "espek"', "voice.engine", "did you mean espeak?"),
        ("voise = 1", "voice.voise", "did you mean voice?"),
        ("speech = 1", "voice.speech", "must be true or false, not 1"),
        ("device = 5", "voice.device", "must be a text"),
    ],
)
def test_a_bad_value_is_named_and_the_rest_counts(file: Path, line: str, key: str, words: str) -> None:
    settings, problems = load(written(file, f"# one\n[voice]\nnight_volume = 20\n{line}\n[coach]\npace = 2\n"))
    assert [(problem.line, problem.key) for problem in problems] == [(4, key)]
    assert words in str(problems[0])
    assert str(problems[0]).startswith(f"{file}:4: {key}: ")
    assert settings == change(change(Settings(), "voice", night_volume=20), "coach", pace=2.0)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[scren]\n", 1, "did you mean screen?"),
        ("\nvoice = 3\n", 2, "must be a table"),
        ("[voice]\n\nvolume = \n", 3, "not valid TOML"),
        ("[coach]\npace = nan\n", 2, "from 0.5 to 10, not nan"),
        ("[coach]\ncoach.pace = 1\n", 2, "is no setting of [coach]"),
    ],
)
def test_a_broken_file_is_explained_and_never_raises(file: Path, text: str, line: int, words: str) -> None:
    settings, problems = load(written(file, text))
    assert settings == Settings()
    assert [problem.line for problem in problems] == [line]
    assert words in problems[0].message


def test_bytes_and_folders_are_no_settings(file: Path, tmp_path: Path) -> None:
    written(file, "").write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in load(file)[1][0].message
    assert load(tmp_path)[1][0].message == "is a folder, not a file"


def test_saving_keeps_every_word_of_the_user(file: Path) -> None:
    settings, _ = load(written(file, MINE))
    assert save(file, change(change(settings, "voice", rate=170), "screen", theme="night")) == ""
    text = file.read_text(encoding="utf-8")
    for kept in ("# my own words", "[voice]  # loud", "volume = 30   # the neighbours", 'country = "NZ"'):
        assert kept in text
    again, problems = load(file)
    assert (again.voice.rate, again.screen.theme, problems) == (170, "night", [])
    assert tomllib.loads(text)["screen"] == {"theme": "night"}


def test_saving_leaves_a_mistake_for_the_user_to_mend(file: Path) -> None:
    settings, _ = load(written(file, "[voice]\nvolume = 300\n"))
    assert save(file, change(settings, "voice", beeps=False)) == ""
    assert file.read_text(encoding="utf-8") == "[voice]\nvolume = 300\nbeeps = false\n"


def test_a_file_that_is_no_toml_is_not_overwritten(file: Path) -> None:
    written(file, "[voice\n")
    assert "has a mistake" in save(file, change(Settings(), "voice", beeps=False))
    assert file.read_text(encoding="utf-8") == "[voice\n"


def test_saving_keeps_the_mode_and_leaves_nothing_beside(file: Path) -> None:
    written(file, MINE).chmod(0o640)
    save(file, change(Settings(), "voice", rate=130))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_saving_follows_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE, encoding="utf-8")
    file.parent.mkdir()
    file.symlink_to(real)
    save(file, change(Settings(), "voice", rate=130))
    assert file.is_symlink()
    assert "rate = 130" in real.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["/dev/null/x/config.toml", "/proc/nope/config.toml"])
def test_a_place_that_cannot_be_written_is_told(place: str) -> None:
    told = save(Path(place), change(Settings(), "voice", rate=130))
    assert told.startswith(f"The settings could not be saved in {place}: ")


def test_a_full_disk_is_told_and_the_file_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(file, MINE)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert "no space left on device" in save(file, change(load(file)[0], "voice", rate=170))
    assert file.read_text(encoding="utf-8") == MINE
    assert list(file.parent.iterdir()) == [file]


def test_the_schema_says_what_the_reader_says() -> None:
    judge = jsonschema.Draft202012Validator(schema())
    judge.check_schema(schema())
    assert judge.is_valid(tomllib.loads(MINE))
    for wrong in ("[voice]\nvolume = 300", "[voice]\nvoise = 1", "[scren]", '[coach]\ncountry = "XX"'):
        assert not judge.is_valid(tomllib.loads(wrong))


def test_every_setting_is_described() -> None:
    for table in schema()["$defs"].values():
        for name, about in table.get("properties", {}).items():
            assert about.get("description") or "$ref" in str(about), name


@pytest.mark.parametrize(
    ("country", "number"),
    [("UK", "999"), ("EU", "112"), ("US", "911"), ("AU", "000"), ("NZ", "111"), ("", "112, 911 or 999")],
)
def test_the_country_sets_the_emergency_number(country: str, number: str) -> None:
    words = help_words(change(Settings(), "coach", country=country))
    assert words.emergency_number == number
    assert words.same_day_service
    assert words.gp_word in ("GP", "doctor")


def test_a_number_of_the_users_own_comes_first() -> None:
    assert help_words(change(Settings(), "coach", country="UK", emergency_number="110")).emergency_number == "110"


def test_all_folders_lie_below_the_home_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRETCHCOACH_HOME", str(tmp_path / "here"))
    places = folders()
    for folder in (places.settings, places.routines, places.phrases, places.state):
        assert folder.is_relative_to(tmp_path / "here")
    assert places.notice == ""
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_folder_a_private_one_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STRETCHCOACH_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    def nobody(_: int) -> None:
        raise KeyError("no such user")

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    places = folders()
    assert "no home folder" in places.notice
    assert places.config.is_relative_to(tmp_path)
    assert obstacle(places.config) == ""
    assert stat.S_IMODE(places.config.parent.stat().st_mode) == 0o700
    assert folders() == places


def test_an_obstacle_is_named(tmp_path: Path) -> None:
    assert obstacle(tmp_path / "new") == ""
    (tmp_path / "file").write_text("")
    assert obstacle(tmp_path / "file" / "below").lower() == "not a directory"
