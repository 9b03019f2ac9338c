"""What is wrong with a file, for the person."""

from dataclasses import dataclass

from stretchcoach.core.visible import visible


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file, and where."""

    file: str
    line: int
    key: str
    """The key it is about; ``file`` or ``toml`` where it is about the whole."""
    message: str
    warning: bool = False
    """The routine can be used all the same."""

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return visible(f"{self.file}:{self.line}: {self.key}: {kind}{self.message}")
