"""Moonshine tiny-en's decoder in torch, with the weights of ``decoder.ort``, to learn by what it writes."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from stretchcoach.ears.beam import BEGIN, END
from stretchcoach.ears.encoder import VECTOR
from stretchcoach.ears.pieces import Pieces
from training.moonshine import LAYERS, TURNED, arrays_of, attended, dequantised, graph_of, projections, tensor

LONGEST = 24
"""Tokens at most; an utterance of 3.2 seconds has about twelve."""
INNER = 4 * VECTOR
FILE = Path(str(files("stretchcoach.ears").joinpath("model/decoder.ort")))
NORMS = {"own": "input", "heard": "post_attention", "last": "final"}
"""The norms of a layer, and what the file calls them."""


class Attention(nn.Module):
    """Rows look at others."""

    def __init__(self) -> None:
        super().__init__()
        projections(self)


class TokenLayer(nn.Module):
    """What was written so far looks at itself, then at what was heard; then a gated network."""

    def __init__(self) -> None:
        super().__init__()
        self.self_attn, self.encoder_attn = Attention(), Attention()
        self.fc1, self.fc2 = nn.Linear(VECTOR, 2 * INNER), nn.Linear(INNER, VECTOR)
        self.own, self.heard, self.last = (nn.LayerNorm(VECTOR, bias=False) for _ in NORMS)

    def forward(
        self, rows: torch.Tensor, vectors: torch.Tensor, angles: torch.Tensor, mask: torch.Tensor
    ) -> torch.Tensor:
        before = self.own(rows)
        rows = rows + attended(self.self_attn, before, before, angles, mask)
        rows = rows + attended(self.encoder_attn, self.heard(rows), vectors)
        some, gate = self.fc1(self.last(rows)).chunk(2, -1)
        return rows + self.fc2(functional.silu(gate) * some)


class Writer(nn.Module):
    """Tokens so far, of shape (batch, tokens), and vectors of the encoder to scores of the next token after each."""

    def __init__(self) -> None:
        super().__init__()
        graph = graph_of(FILE)
        branch = next(
            node.Attributes(place).G()
            for node in map(graph.Nodes, range(graph.NodesLength()))
            for place in range(node.AttributesLength())
            if node.Attributes(place).Name() == b"else_branch"
        )
        arrays = arrays_of(graph) | arrays_of(branch)
        matrices = {}
        for node in map(branch.Nodes, range(branch.NodesLength())):
            inputs = [node.Inputs(place).decode() for place in range(node.InputsLength())]
            matrix = next((name for name in inputs if name.endswith("_quantized") and name in arrays), None)
            if matrix:
                matrices[node.Outputs(0).decode()] = dequantised(arrays, matrix.removesuffix("_quantized"))
        self.layers = nn.ModuleList(TokenLayer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            layer.load_state_dict(_of_layer(number, matrices, arrays))
        self.norm = nn.LayerNorm(VECTOR, bias=False)
        self.norm.load_state_dict({"weight": tensor(arrays["model.decoder.norm.weight_merged_0"])})
        self.register_buffer("embedded", dequantised(arrays, "model.decoder.embed_tokens.weight_merged_0"))
        self.register_buffer("leave", matrices["logits"].T)
        angles = torch.arange(2 * LONGEST)[:, None] * 10000.0 ** (-torch.arange(0, TURNED, 2) / TURNED)
        self.register_buffer("angles", torch.stack((angles.cos(), angles.sin())))
        self.requires_grad_(False)

    def forward(self, tokens: torch.Tensor, vectors: torch.Tensor, last: int = 0) -> torch.Tensor:
        """``last``: scores after so many last tokens only; 0: after all."""
        long = tokens.shape[1]
        rows, mask = self.embedded[tokens], torch.full((long, long), -1e9).triu(1)
        for layer in self.layers:
            rows = layer(rows, vectors, self.angles[:, :long], mask)
        return functional.linear(self.norm(rows[:, -last:]), self.leave)


def _of_layer(number: int, matrices: dict[str, torch.Tensor], arrays: dict[str, np.ndarray]) -> dict[str, torch.Tensor]:
    """The weights of one layer by the names that they have here."""
    found = {}
    for name, matrix in matrices.items():
        path = name.split("/")
        if f"layers.{number}" in path:
            part = [step for step in path[4:] if step not in ("mlp", "MatMul_output_0")]
            found[".".join([*part[: 2 if part[0].endswith("attn") else 1], "weight"])] = matrix.T
    for bias in ("fc1", "fc2"):
        found[f"{bias}.bias"] = tensor(arrays[f"model.decoder.layers.{number}.mlp.{bias}.bias_merged_0"])
    for mine, theirs in NORMS.items():
        found[f"{mine}.weight"] = tensor(arrays[f"model.decoder.layers.{number}.{theirs}_layernorm.weight_merged_0"])
    return found


def written(writer: Writer, vectors: torch.Tensor) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The likeliest token each time: tokens of shape (batch, ``LONGEST``), scores, and whether an end was written."""
    tokens = torch.full((len(vectors), 1), BEGIN)
    sure, over = torch.zeros(len(vectors)), torch.zeros(len(vectors), dtype=torch.bool)
    with torch.no_grad():
        while tokens.shape[1] <= LONGEST and not over.all():
            likely, now = torch.log_softmax(writer(tokens, vectors, last=1)[:, -1].float(), -1).max(-1)
            now, sure = now.where(~over, END), sure + likely.where(~over, 0.0)
            tokens, over = torch.cat((tokens, now[:, None]), 1), over | (now == END)
    told = functional.pad(tokens[:, 1:], (0, LONGEST + 1 - tokens.shape[1]), value=END)
    return told.numpy().astype(np.int32), sure.numpy(), over.numpy()


def tokens_of(texts: np.ndarray, pieces: Pieces) -> np.ndarray:
    """The tokens of each text as the decoder would write it alone, of shape (texts, ``LONGEST``)."""
    out = np.full((len(texts), LONGEST), END, dtype=np.int32)
    for text in np.unique(texts[texts != ""]):
        numbers = pieces.numbers(text)
        out[texts == text, : len(numbers)] = numbers
    return out
