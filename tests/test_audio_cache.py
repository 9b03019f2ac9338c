"""Phrases on disk: kept, bounded, and harmless when anything is wrong with them."""

import os
import stat
from array import array
from pathlib import Path

import pytest

from stretchcoach.audio.cache import Cache, key

SOUND = array("h", range(-500, 500))
NAME = key("espeak", "", 160, "Hold.")


def test_what_is_put_comes_back_from_another_process(tmp_path: Path) -> None:
    Cache(str(tmp_path / "phrases")).put(NAME, SOUND)
    assert Cache(str(tmp_path / "phrases")).get(NAME) == SOUND


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    Cache(str(tmp_path / "phrases")).put(NAME, SOUND)
    (file,) = (tmp_path / "phrases").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_every_part_of_the_key_counts_and_the_name_tells_nothing() -> None:
    keys = {
        key("espeak", "", 160, "Hold."),
        key("natural", "", 160, "Hold."),
        key("espeak", "en-us", 160, "Hold."),
        key("espeak", "", 170, "Hold."),
        key("espeak", "", 160, "Hold"),
        key("espeak", "1", 60, "Hold."),
    }
    assert len(keys) == 6
    assert all(name.isalnum() and len(name) == 32 for name in keys)


@pytest.mark.parametrize("damage", ["empty", "short", "head", "body", "odd", "folder"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    cache = Cache(str(tmp_path))
    cache.put(NAME, SOUND)
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    broken = {
        "empty": b"",
        "short": data[:-100],
        "head": b"X" + data[1:],
        "body": data[:-1] + bytes([data[-1] ^ 1]),
        "odd": data + b"1",
    }
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(broken[damage])
    assert cache.get(NAME) is None


def test_a_folder_that_cannot_be_made_leaves_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(str(tmp_path / "file" / "phrases"))
    cache.put(NAME, SOUND)
    assert cache.get(NAME) == SOUND
    assert cache.fault


def test_a_full_disk_leaves_memory_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    cache = Cache(str(tmp_path))
    monkeypatch.setattr(os, "replace", full)
    cache.put(NAME, SOUND)
    assert cache.get(NAME) == SOUND
    assert cache.fault == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_memory_is_bounded() -> None:
    cache = Cache("")
    minute = array("h", bytes(2_000_000))
    for number in range(20):
        cache.put(str(number), minute)
    kept = [number for number in range(20) if cache.get(str(number)) is not None]
    assert kept == list(range(12, 20))


def test_the_phrases_not_used_for_longest_go_first(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path), limit=5 * 2016)
    for number in range(50):
        cache.put(f"{number:02}", SOUND)
        os.utime(tmp_path / f"{number:02}.pcm", (1000 + number, 1000 + number))
    (tmp_path / "killed.pcm.1.part").write_bytes(b"half")
    os.utime(tmp_path / "killed.pcm.1.part", (1000, 1000))
    assert cache.get("03") == SOUND, "and being used counts"
    cache.put("new", SOUND)
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["03", "47", "48", "49", "new"]


def test_a_foreign_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    cache = Cache(str(tmp_path), limit=0)
    cache.put(NAME, SOUND)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
