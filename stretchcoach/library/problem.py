"""What is wrong with a file, for the person."""

from msgspec import Struct

from stretchcoach.core.visible import visible


class Problem(Struct, frozen=True):
    """One thing that is wrong with a file, and where."""

    file: str
    line: int
    key: str
    """The key it is about; ``file`` or ``toml`` where it is about the whole."""
    message: str
    warning: bool = False
    """The routine can be used all the same."""

    @property
    def of_whole(self) -> bool:
        """Whether nothing of the file could be read."""
        return self.key in ("file", "toml")

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return visible(f"{self.file}:{self.line}: {self.key}: {kind}{self.message}")
