"""Which recogniser will listen, found out without loading any."""

from importlib.util import find_spec

from stretchcoach.ears.errors import RecogniserError
from stretchcoach.ears.options import ENGINES
from stretchcoach.words.ear_notices import SPHINX_LISTENS, needs, no_engine

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
        return "sphinx", SPHINX_LISTENS
    package = NEEDED.get(engine)
    if package and find_spec(package) is None:
        how = INSTALL if engine == USUAL else f"pip install {package.replace('_', '-')}"
        raise RecogniserError(needs(package, how))
    if engine not in ENGINES:
        raise RecogniserError(no_engine(engine, ", ".join(ENGINES)))
    return engine, ""
