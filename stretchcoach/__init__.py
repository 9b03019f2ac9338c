"""A calm voice that guides you through a calf cramp, and through warm-ups on better days."""

import os

__version__ = "0.1.0"

os.environ.update(ORT_DISABLE_TELEMETRY="1", HF_HUB_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", DO_NOT_TRACK="1")
"""Libraries read these when they are loaded, and every process of ours loads this package first.  onnxruntime's own
wheels would otherwise name the machine to Microsoft; see docs/privacy.md."""
