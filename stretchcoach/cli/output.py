"""Files that a command writes where it is told to."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from stretchcoach.cli.shared import tell_beside
from stretchcoach.machine import private
from stretchcoach.words import cli_lines

FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)
STDOUT = Path("-")


def write_file(file: Path, data: bytes | Iterable[bytes], shared: bool = False) -> None:
    """Write a file that is asked for by name, and say so; a dash is the standard output.

    ``shared``: it tells of nobody, and need not be for its owner alone.
    """
    if file == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.writelines([data] if isinstance(data, bytes) else data)
        sys.stdout.buffer.flush()
        return
    from stretchcoach.program.saving import SHARED, write

    write(file, data, SHARED if shared else private.FILE)
    tell_beside(cli_lines.written_file(file))
