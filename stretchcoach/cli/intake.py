"""How a file or a sheet is to become a routine: what was said on the command line, whatever kind of file it is."""

from msgspec import Struct
from msgspec.structs import replace


class Intake(Struct, frozen=True):
    """The options of ``import``."""

    name: str
    title: str
    position: str | None
    dry_run: bool
    replace: bool
    as_json: bool

    @property
    def over(self) -> bool:
        """Whether a routine that has the name is no hindrance."""
        return self.replace or self.dry_run

    def named(self, name: str) -> "Intake":
        """The same, with a name where none was said."""
        return self if self.name else replace(self, name=name)
