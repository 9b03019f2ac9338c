"""A calm voice that guides you through a calf cramp, and through warm-ups on better days."""

import os
import sys

if sys.argv[:1] == ["-m"] or "stretchcoach" in "".join(sys.argv[:1]).replace("\\", "/").rpartition("/")[2]:
    # The program itself, not somebody who imports it: from its first line on Ctrl-C ends it without a word.
    _signal = __import__("_signal")
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, lambda *_: os._exit(130))

__version__ = "0.1.0"

os.environ.update(ORT_DISABLE_TELEMETRY="1", HF_HUB_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", DO_NOT_TRACK="1")
"""Libraries read these when they are loaded, and every process of ours loads this package first.  onnxruntime's own
wheels would otherwise name the machine to Microsoft; see docs/privacy.md."""
