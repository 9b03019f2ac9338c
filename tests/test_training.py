"""What leads to the weights keeps apart which head is whose, and what was said from what was laid over it."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from stretchcoach.ears.encoder import WINDOW
from training import ship
from training.corpus import RATE, Clip
from training.maker import Maker
from training.noises import Noises
from training.weights import about_of, read, write


class Hum(Noises):
    """A noise that is known."""

    def __init__(self) -> None:
        self.tone = np.sin(2 * np.pi * 3000 * np.arange(WINDOW) / RATE).astype(np.float32)

    def cut(self, rng: np.random.Generator, length: int = WINDOW, babble: bool = True) -> np.ndarray:
        return self.tone[:length]


def heads(folder: Path, folds: tuple[int, ...]) -> None:
    for fold in folds:
        about = {"phrases": ["stop", ""], "left out": [f"person {fold}"]}
        write(folder, fold, {"leave": np.full(3, fold, dtype=np.float16)}, about)
    (folder / "words.ort").write_bytes(b"layers")


def test_heads_are_told_apart_by_their_fold_and_not_by_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads(tmp_path, (1, 3))
    model = tmp_path / "model"
    model.mkdir()
    monkeypatch.setattr(sys, "argv", ["ship", str(tmp_path), "--model", str(model)])
    ship.main()
    for path in (tmp_path, model / "heads.npz"):
        found, phrases = read(path)
        assert phrases == ["stop", ""]
        assert {fold: float(weights["leave"][0]) for fold, weights in found.items()} == {1: 1.0, 3: 3.0}
    assert about_of(np.load(model / "heads.npz"))["folds"] == [1, 3]
    left = json.loads((model / "figures.json").read_text(encoding="utf-8"))["left out by one head"]
    assert left == {"1": ["person 1"], "3": ["person 3"]}
    assert (model / "words.ort").read_bytes() == b"layers"


def test_heads_without_folds_are_those_of_the_folds_in_their_order(tmp_path: Path) -> None:
    about = json.dumps({"heads": 2, "phrases": [""]}).encode()
    arrays = {"0.leave": np.zeros(1), "1.leave": np.ones(1), "about": np.frombuffer(about, np.uint8)}
    np.savez(tmp_path / "heads.npz", **arrays)  # type: ignore[arg-type]
    assert [float(weights["leave"][0]) for weights in read(tmp_path / "heads.npz")[0].values()] == [0.0, 1.0]


def test_a_window_keeps_its_sound_as_it_was_before_the_noise() -> None:
    rng = np.random.default_rng(3)
    hum = Hum()
    said = np.sin(2 * np.pi * 300 * np.arange(RATE // 2) / RATE).astype(np.float32)
    clip = Clip(Path("a.wav"), "stop", "somebody", True, "word")
    maker = Maker(hum, [said], rng)
    some = [make(clip, said) for make in (maker.whole, maker.part, maker.runon) for _ in range(6)]
    noisy = 0
    for one in some:
        assert one.clean is not None and len(one.clean) == WINDOW
        parts = np.stack([one.clean, hum.tone], axis=1)
        mixed = np.linalg.lstsq(parts, one.sound, rcond=None)[0]
        assert np.abs(parts @ mixed - one.sound).max() < 1e-4 * np.abs(one.sound).max()
        noisy += abs(mixed[1]) > 1e-6
    assert noisy > len(some) / 2
    assert maker.noise().clean is None
