"""Put upper layers and what stands below them into a model: ``python -m training.export FOLDER --speech SPEECH``.

Of ``FOLDER/fold<N>.pt`` (``upper.py``) it makes ``FOLDER/words.ort``: a window of sound in, the vectors of each head
out, in the order of the folds; of ``FOLDER/reader.pt`` (``reader.py``) ``FOLDER/reader.ort``: sound of any length in,
the vectors for the decoder out.  The matrices are of eight-bit numbers; both are compared with torch by recorded
words.
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
from training.corpus import Sound
from training.moonshine import Upper, cosines, lower, some_windows


class Words(nn.Module):
    """The lower layers once, and upper ones of each kind."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self.lower = lower()
        self.uppers = nn.ModuleList(Upper() for _ in paths)
        for upper, path in zip(self.uppers, paths, strict=True):
            upper.load_state_dict(torch.load(path))

    def forward(self, sound: torch.Tensor) -> torch.Tensor:
        below = self.lower(sound)
        return torch.cat([upper(below) for upper in self.uppers])


def export(layers: Words, path: Path, any_length: bool) -> None:
    """Write them as the program loads them, for processors of any kind."""
    with TemporaryDirectory() as folder:
        whole, small = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        torch.onnx.export(
            layers,
            (torch.randn(1, WINDOW) * 0.05,),
            str(whole),
            input_names=["input_values"],
            output_names=["vectors"],
            dynamic_axes={"input_values": {1: "samples"}} if any_length else None,
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


def compared(layers: Words, path: Path, sounds: Sound) -> None:
    """Print how alike what was written is to what was trained."""
    made = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = []
    for sound in sounds:
        with torch.no_grad():
            mine = layers(torch.from_numpy(sound[None])).numpy()
        found.append(cosines(mine, made.run(None, {"input_values": sound[None]})[0]).mean(1))
    size = path.stat().st_size >> 10
    print(f"{path.name}: {size} kB, cosine {np.mean(found):.4f}, least word {np.min(found):.4f}")


def main() -> None:
    """Write and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--speech", type=Path, required=True)
    parser.add_argument("--most", type=int, default=50, help="so many words to compare by")
    told = parser.parse_args()
    torch.set_num_threads(1)
    sounds = some_windows(told.speech, told.most, np.random.default_rng(0))
    for name, trained in (("words", "fold*.pt"), ("reader", "reader.pt")):
        if paths := sorted(told.folder.glob(trained)):
            layers, path = Words(paths).eval(), told.folder / f"{name}.ort"
            export(layers, path, any_length=name == "reader")
            compared(layers, path, sounds)


if __name__ == "__main__":
    main()
