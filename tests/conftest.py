"""What more than one test module needs."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from soundlab import Lab, lab, missing


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A private sound server with a null sink; without PulseAudio the test is skipped, except in CI."""
    if gone := missing():
        if os.environ.get("CI"):
            pytest.fail(f"not installed: {', '.join(gone)}")
        pytest.skip(f"needs {', '.join(gone)}")
    folder: Path = tmp_path_factory.mktemp("sound") / "run"
    with lab(folder) as made:
        yield made
