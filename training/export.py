"""Put all heads' upper layers and what they share into one model: ``python -m training.export HEADS --speech SPEECH``.

Of ``HEADS/fold<N>.pt`` (``upper.py``) it makes ``HEADS/words.ort``: a window of sound in, the vectors of each head out,
in the order of the folds, with matrices of eight-bit numbers.  It is compared with torch by recorded words.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from stretchcoach.ears.encoder import WINDOW
from training.moonshine import Upper, cosines, lower, some_windows


class Words(nn.Module):
    """The lower layers once, the upper ones of each head."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self.lower = lower()
        self.uppers = nn.ModuleList(Upper() for _ in paths)
        for upper, path in zip(self.uppers, paths, strict=True):
            upper.load_state_dict(torch.load(path))

    def forward(self, sound: torch.Tensor) -> torch.Tensor:
        below = self.lower(sound)
        return torch.cat([upper(below) for upper in self.uppers])


def export(words: Words, path: Path) -> None:
    """Write it as the program loads it, for processors of any kind."""
    with TemporaryDirectory() as folder:
        whole, small = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        torch.onnx.export(
            words,
            (torch.randn(1, WINDOW) * 0.05,),
            str(whole),
            input_names=["input_values"],
            output_names=["vectors"],
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, small, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True)
        options = onnxruntime.SessionOptions()
        options.optimized_model_filepath = str(path)
        options.add_session_config_entry("session.save_model_format", "ORT")
        providers = ["CPUExecutionProvider"]
        # left out, as onnxruntime's own converter does it: convolutions laid out for this processor alone
        onnxruntime.InferenceSession(str(small), options, providers, disabled_optimizers=["NchwcTransformer"])


def main() -> None:
    """Write and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("heads", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--most", type=int, default=50, help="so many words to compare by")
    told = parser.parse_args()
    torch.set_num_threads(1)
    words = Words(sorted(told.heads.glob("fold*.pt"))).eval()
    path = told.heads / "words.ort"
    export(words, path)
    made = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = []
    for sound in some_windows(told.speech, told.most, np.random.default_rng(0)):
        with torch.no_grad():
            mine = words(torch.from_numpy(sound[None])).numpy()
        found.append(cosines(mine, made.run(None, {"input_values": sound[None]})[0]).mean(1))
    print(f"{path.stat().st_size >> 10} kB, cosine {np.mean(found):.4f}, least word {np.min(found):.4f}")


if __name__ == "__main__":
    main()
