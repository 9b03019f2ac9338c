"""Moonshine tiny-en's encoder as it came (``encoder.ort``), on which everything else was built."""

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from training.corpus import Sound

ENCODER = Path(__file__).with_name("encoder.ort")


class Original:
    """It is loaded when it is asked first."""

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(str(ENCODER), options, providers=["CPUExecutionProvider"])

    def vectors(self, sound: Sound) -> Sound:
        """Sound of any length, at the level that it has, to vectors of shape (frames, ``VECTOR``)."""
        fed = {"input_values": sound[None, :], "attention_mask": np.ones((1, len(sound)), dtype=np.int64)}
        out: Sound = self._session.run(None, fed)[0][0]
        return out
