"""Which recogniser will listen, found out without loading any."""

from importlib.util import find_spec

from stretchcoach.ears.errors import RecogniserError
from stretchcoach.ears.options import ENGINES

USUAL = "closed-set"
NEEDED = {
    "closed-set": "onnxruntime",
    "sphinx": "pocketsphinx",
    "vosk": "vosk",
    "whisper": "whisper",
    "faster_whisper": "faster_whisper",
}
"""The package that each needs."""
INSTALL = "pip install 'stretchcoach[listen]'"


def standing(engine: str) -> tuple[str, str]:
    """The engine that would listen, and what is to be said about that; EngineError where none can."""
    if engine == USUAL and find_spec("onnxruntime") is None and find_spec("pocketsphinx") is not None:
        return "sphinx", "onnxruntime is not installed: sphinx with a grammar listens instead, far less well."
    package = NEEDED.get(engine)
    if package and find_spec(package) is None:
        how = INSTALL if engine == USUAL else f"pip install {package.replace('_', '-')}"
        raise RecogniserError(f"Listening needs {package}: {how}")
    if engine not in ENGINES:
        raise RecogniserError(f"There is no engine {engine}; there are {', '.join(ENGINES)}")
    return engine, ""
