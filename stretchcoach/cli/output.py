"""Files that a command writes where it is told to."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from stretchcoach.cli.shared import tell_beside
from stretchcoach.words import cli_lines

FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
STDOUT = Path("-")


def write_file(file: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file that is asked for by name, and say so; a dash is the standard output."""
    if file == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.writelines([data] if isinstance(data, bytes) else data)
        sys.stdout.buffer.flush()
        return
    from stretchcoach.program.saving import write

    write(file, data)
    tell_beside(cli_lines.written_file(file))
