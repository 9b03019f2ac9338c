"""Moonshine tiny-en's encoder in torch, with the weights of ``encoder.ort``: its upper layers can learn further.

``python -m training.moonshine SPEECH [--most 50]``: how alike its vectors are to onnxruntime's, by recorded words.  The
file holds its matrices as eight-bit numbers: here they are what those numbers stand for, and inputs are not rounded.
"""

import argparse
import importlib
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from stretchcoach.ears.encoder import VECTOR, WINDOW, level
from training.corpus import Sound, load, recorded
from training.noises import Rng
from training.original import ENCODER, Original

LAYERS, FIRST = 6, 3
"""All layers, and the first of those that each head has for itself."""
MOST = 192
"""Vectors at most: those of 4.6 seconds."""
HEADS, TURNED = 8, 32
"""Heads of attention, and how much of each one's vector is turned by its place."""
KINDS = {1: np.float32, 2: np.uint8, 3: np.int8, 6: np.int32, 7: np.int64}
"""Types of numbers as ONNX counts them."""
STEM = {
    "enter": "conv1.weight_add_tensor",
    "norm": "onnx::Mul_2080",
    "norm_bias": "onnx::Add_2081",
    "middle": "conv2.weight_add_tensor",
    "middle_bias": "conv2.bias",
    "leave": "conv3.weight_add_tensor",
    "leave_bias": "conv3.bias",
}
"""What the file calls the weights of the three convolutions."""


class Weights(NamedTuple):
    """All weights of the encoder."""

    stem: dict[str, torch.Tensor]
    layers: list[dict[str, torch.Tensor]]
    norm: torch.Tensor


@cache
def weights() -> Weights:
    """Those in ``encoder.ort``."""
    graph = graph_of(ENCODER)
    arrays = arrays_of(graph)
    layers: list[dict[str, torch.Tensor]] = [{} for _ in range(LAYERS)]
    for number in range(graph.NodesLength()):
        node = graph.Nodes(number)
        inputs = [node.Inputs(place).decode() for place in range(node.InputsLength())]
        matrix = next((name for name in inputs if name.endswith("_quantized") and name in arrays), None)
        layer = re.match(r"/layers\.(\d)/\w+/(\w+)/", node.Outputs(0).decode())
        if matrix and layer:
            layers[int(layer[1])][f"{layer[2]}.weight"] = dequantised(arrays, matrix.removesuffix("_quantized")).T
    for name, value in arrays.items():
        if bias := re.match(r"layers\.(\d)\.mlp\.(fc\d)\.bias", name):
            layers[int(bias[1])][f"{bias[2]}.bias"] = tensor(value)
        if norm := re.match(r"layers\.(\d)\.(input|post_attention)_layernorm\.weight", name):
            layers[int(norm[1])]["before.weight" if norm[2] == "input" else "after.weight"] = tensor(value)
    stem = {mine: tensor(arrays[theirs]) for mine, theirs in STEM.items()}
    return Weights(stem, layers, tensor(arrays["layer_norm.weight"]))


def graph_of(path: Path) -> Any:
    """What onnxruntime runs, as it lies in a file of its own format."""
    importlib.import_module("onnxruntime.tools.ort_format_model")  # lays its flatbuffers in the way of import
    reader = importlib.import_module("ort_flatbuffers_py.fbs.InferenceSession").InferenceSession
    return reader.GetRootAs(bytearray(path.read_bytes()), 0).Model().Graph()


def arrays_of(graph: Any) -> dict[str, np.ndarray]:
    """Its arrays of numbers by their names."""
    stored = [graph.Initializers(number) for number in range(graph.InitializersLength())]
    return {one.Name().decode(): array(one) for one in stored if one.DataType() in KINDS}


def array(stored: Any) -> np.ndarray:
    """One array of the file."""
    shape = [stored.Dims(axis) for axis in range(stored.DimsLength())]
    return np.frombuffer(stored.RawDataAsNumpy().tobytes(), KINDS[stored.DataType()]).reshape(shape)


def dequantised(arrays: dict[str, np.ndarray], name: str) -> torch.Tensor:
    """What a matrix of eight-bit numbers stands for."""
    steps = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return tensor(steps * arrays[f"{name}_scale"])


def tensor(values: np.ndarray) -> torch.Tensor:
    """The numbers in single precision, for torch."""
    return torch.from_numpy(np.array(values, dtype=np.float32))


class Stem(nn.Module):
    """From sound of shape (batch, samples) to about 41 vectors a second."""

    def __init__(self) -> None:
        super().__init__()
        for name, value in weights().stem.items():
            self.register_buffer(name, value.flatten() if name.startswith("norm") else value)

    def forward(self, sound: torch.Tensor) -> torch.Tensor:
        rows = torch.tanh(functional.conv1d(sound[:, None], self.enter, stride=64))
        rows = functional.group_norm(rows, 1, self.norm, self.norm_bias, 1e-5)
        rows = functional.gelu(functional.conv1d(rows, self.middle, self.middle_bias, stride=3))
        return functional.gelu(functional.conv1d(rows, self.leave, self.leave_bias, stride=2)).transpose(1, 2)


class Layer(nn.Module):
    """Attention and a network of two layers, each with a norm before it and a skip around it."""

    def __init__(self) -> None:
        super().__init__()
        projections(self)
        self.fc1, self.fc2 = nn.Linear(VECTOR, 4 * VECTOR), nn.Linear(4 * VECTOR, VECTOR)
        self.before, self.after = nn.LayerNorm(VECTOR, bias=False), nn.LayerNorm(VECTOR, bias=False)

    def forward(self, rows: torch.Tensor, angles: torch.Tensor) -> torch.Tensor:
        normed = self.before(rows)
        rows = rows + attended(self, normed, normed, angles)
        return rows + self.fc2(functional.gelu(self.fc1(self.after(rows))))


def attended(
    parts: nn.Module,
    rows: torch.Tensor,
    others: torch.Tensor,
    angles: torch.Tensor | None = None,
    mask: torch.Tensor | None = None,
) -> torch.Tensor:
    """What rows take from others, all or those that are not masked; ``parts``: whose projections they go through."""
    asked, named, told = (
        part(some).unflatten(2, (HEADS, VECTOR // HEADS)).transpose(1, 2)
        for part, some in ((parts.q_proj, rows), (parts.k_proj, others), (parts.v_proj, others))
    )
    if angles is not None:
        asked, named = turned(asked, angles), turned(named, angles)
    fits = asked @ named.transpose(2, 3) / (VECTOR // HEADS) ** 0.5
    seen = torch.softmax(fits if mask is None else fits + mask, -1) @ told
    return parts.o_proj(seen.transpose(1, 2).flatten(2))


def projections(parts: nn.Module) -> None:
    """Give it the four that ``attended`` goes through."""
    for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
        setattr(parts, name, nn.Linear(VECTOR, VECTOR, bias=False))


def turned(rows: torch.Tensor, angles: torch.Tensor) -> torch.Tensor:
    """Each pair of the first numbers turned by the angle of its place (rotary embedding)."""
    pairs, rest = rows[..., :TURNED], rows[..., TURNED:]
    even, odd, cos, sin = pairs[..., 0::2], pairs[..., 1::2], angles[0], angles[1]
    both = torch.stack((even * cos - odd * sin, odd * cos + even * sin), -1)
    return torch.cat((both.flatten(-2), rest), -1)


class Upper(nn.Module):
    """The layers from ``first`` on and the last norm, as they came; without ``norm`` and up to ``end``: the lower."""

    def __init__(self, first: int = FIRST, end: int = LAYERS, norm: bool = True) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(first, end))
        for layer, mine in zip(self.layers, weights().layers[first:end], strict=True):
            layer.load_state_dict(mine)
        self.norm = nn.LayerNorm(VECTOR, bias=False) if norm else nn.Identity()
        if norm:
            self.norm.load_state_dict({"weight": weights().norm})
        angles = torch.arange(MOST)[:, None] * 10000.0 ** (-torch.arange(0, TURNED, 2) / TURNED)
        self.register_buffer("angles", torch.stack((angles.cos(), angles.sin())), persistent=False)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        for layer in self.layers:
            rows = layer(rows, self.angles[:, : rows.shape[1]])
        return self.norm(rows)


def frames(samples: int) -> int:
    """Vectors that the encoder makes of so many samples."""
    for long, stride in ((127, 64), (7, 3), (3, 2)):
        samples = (samples - long) // stride + 1
    return samples


def lower() -> nn.Module:
    """What all heads share: sound to the vectors that ``Upper`` takes."""
    return nn.Sequential(Stem(), Upper(0, FIRST, norm=False)).eval()


def cosines(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """How alike vectors are, along the last axis."""
    return np.asarray((one * other).sum(-1) / np.linalg.norm(one, axis=-1) / np.linalg.norm(other, axis=-1))


def some_windows(speech: Path, most: int, rng: Rng) -> Sound:
    """Recorded words, each at the end of a window with a little hiss, as the encoder gets them."""
    clips = list(recorded(speech))
    out = rng.standard_normal((most, WINDOW)).astype(np.float32) * np.float32(1e-3)
    for window, clip in zip(out, clips[:: max(1, len(clips) // most)], strict=False):
        sound = load(clip.path)[:WINDOW]
        window[WINDOW - len(sound) :] += sound
    return np.stack([level(window) for window in out])


def main() -> None:
    """Print how alike."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("speech", type=Path)
    parser.add_argument("--most", type=int, default=50, help="so many words")
    told = parser.parse_args()
    sounds, original = some_windows(told.speech, told.most, np.random.default_rng(0)), Original()
    with torch.no_grad():
        mine = Upper().eval()(lower()(torch.from_numpy(sounds))).numpy()
    found = cosines(mine, np.stack([original.vectors(sound) for sound in sounds]))
    print(f"{len(sounds)} words: cosine {found.mean():.4f}, least word {found.mean(1).min():.4f}")
    assert found.mean() > 0.99, "not the same encoder"


if __name__ == "__main__":
    main()
