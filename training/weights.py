"""Heads on the disk: one file a fold as they are trained, all in one as they are shipped."""

import json
from pathlib import Path
from typing import Any

import numpy as np

Weights = dict[str, np.ndarray]


def read(path: Path) -> tuple[dict[int, Weights], list[str]]:
    """The heads by their folds, and the phrases they know: of a ``heads.npz`` or of a folder of ``fold<N>.npz``."""
    heads: dict[int, Weights] = {}
    for each in sorted(path.glob("fold*.npz")) if path.is_dir() else [path]:
        raw = np.load(each)
        about = about_of(raw)
        if path.is_dir():
            heads[about["fold"]] = {name: raw[name] for name in raw.files if name != "about"}
            continue
        for place, fold in enumerate(about["folds"] if "folds" in about else range(about["heads"])):
            mine = [name for name in raw.files if name.startswith(f"{place}.")]
            heads[fold] = {name.partition(".")[2]: raw[name] for name in mine}
    return heads, about["phrases"]


def write(folder: Path, fold: int, weights: Weights, about: dict[str, Any]) -> None:
    """One head as ``fold<N>.npz``."""
    arrays: dict[str, Any] = {"about": told(about | {"fold": fold}), **weights}
    np.savez(folder / f"fold{fold}.npz", **arrays)


def about_of(raw: Any) -> dict[str, Any]:
    """What is told about the weights of a file."""
    found: dict[str, Any] = json.loads(bytes(raw["about"]).decode())
    return found


def told(about: dict[str, Any]) -> np.ndarray:
    """The same as an array, to be kept with the weights."""
    return np.frombuffer(json.dumps(about).encode(), np.uint8)
