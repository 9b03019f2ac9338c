"""The neural encoder: sound in, a short row of vectors out.

It is the encoder half of Moonshine tiny-en (MIT licence, ``model/LICENSE``), quantised, run by onnxruntime on one
thread; its lower layers are as they came.  In ``words.ort`` each head (``head.py``) has upper layers of its own, which
were trained with it to tell our words from other talk at the same time.  In ``reader.ort``, for the decoder, the upper
layers were trained to tell of a voice over other talk and noise what they told of it without.
"""

from functools import cached_property
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stretchcoach.machine import offline

WINDOW = 20480
"""Samples the head looks at: 1.28 s, the last one being now."""
VECTOR = 288
_LOUD = 0.1
_QUIET = 1e-5
_BLOCK = 320


def level(window: NDArray[np.float32]) -> NDArray[np.float32]:
    """The window with its loudest 20 ms at -20 dBFS, so that near and far, loud and soft, look alike."""
    blocks = window[: len(window) // _BLOCK * _BLOCK].reshape(-1, _BLOCK)
    loudest = float(np.sqrt(np.max(np.mean(blocks * blocks, axis=1))))
    return np.asarray(window * (_LOUD / max(loudest, _QUIET)), dtype=np.float32)


def session(name: str) -> Any:
    """A model that comes with the program, on one thread."""
    onnxruntime = offline.onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    model = files("stretchcoach.ears").joinpath(f"model/{name}").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class Encoder:
    """Loaded once in the ears process, in about 70 ms; what only the decoder needs, when it needs it."""

    def __init__(self) -> None:
        self._words = session("words.ort")

    @cached_property
    def _whole(self) -> Any:
        return session("reader.ort")

    def vectors(self, window: NDArray[np.float32]) -> NDArray[np.float32]:
        """``WINDOW`` samples of 16 kHz sound to about 41 vectors a second for each head, oldest first.

        Shape (heads, frames, ``VECTOR``).
        """
        out: NDArray[np.float32] = self._words.run(None, {"input_values": level(window)[None, :]})[0]
        return out

    def all_vectors(self, sound: NDArray[np.float32]) -> NDArray[np.float32]:
        """For the decoder: sound of any length, at the level that it has, to vectors of shape (frames, ``VECTOR``)."""
        out: NDArray[np.float32] = self._whole.run(None, {"input_values": sound[None, :]})[0][0]
        return out
