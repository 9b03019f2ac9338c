"""The program reaches no other machine: not in a session, not in a list, not in the doctor."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = """
import os
import sys

def guard(event, args):
    local = event in ("socket.connect", "socket.sendto", "socket.bind") and args[0].family == 1
    if event in BEYOND and not local:
        with open(SEEN, "a") as seen:
            print(event, args[1:], file=seen)
        os._exit(99)

BEYOND = {"socket." + name for name in "connect sendto bind sendmsg getaddrinfo gethostbyname gethostbyaddr".split()}
SEEN, ARGS = sys.argv[1], sys.argv[2:]
sys.addaudithook(guard)
TRY
from stretchcoach.__main__ import main
sys.argv = ["stretchcoach", *ARGS]
sys.exit(main())
"""
"""Ends the process, and its audio process, at the first look beyond the machine."""


def run(home: Path, args: list[str], attempt: str = "") -> "subprocess.CompletedProcess[str]":
    """One command line under guard; what it looked for is in the file ``seen``."""
    command = [sys.executable, "-c", GUARD.replace("TRY", attempt), str(home / "seen"), *args]
    env = {**os.environ, "STRETCHCOACH_HOME": str(home), "STRETCHCOACH_DEBUG": "1", "TERM": "dumb"}
    return subprocess.run(command, input="", capture_output=True, text=True, timeout=60, check=False, env=env)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["run", "break_90s", "--plain", "--no-voice", "--speed", "200"], "Well done"),
        (["cramp", "--plain", "--no-voice", "--speed", "1000"], "I'm here."),
        (["list"], "break_90s"),
        (["diary", "report"], "not a diagnosis"),
        (["diary", "report", "--pdf", os.devnull], ""),
        (["diary", "export", "--fhir"], "Questionnaire"),
        (["remind"], "VALARM"),
        (["doctor", "--json"], '"routines"'),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_nothing_is_looked_up_or_connected_to(tmp_path: Path, args: list[str], told: str) -> None:
    result = run(tmp_path, args)
    assert not (tmp_path / "seen").exists(), (tmp_path / "seen").read_text()
    assert told in result.stdout, result.stderr
    assert "Traceback" not in result.stderr
    if args[0] != "doctor":
        assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        pytest.param(
            "os.fork() or __import__('socket').getaddrinfo('localhost', 80); os.wait(); os._exit(99)",
            marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"),
        ),
    ],
    ids=["look-up", "connect", "fetch", "child"],
)
def test_the_guard_itself_would_notice(tmp_path: Path, attempt: str) -> None:
    result = run(tmp_path, ["list"], attempt)
    assert result.returncode == 99 and (tmp_path / "seen").read_text().startswith("socket.")
