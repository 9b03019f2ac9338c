"""The style sheet of the app."""

from textual.css.stylesheet import Stylesheet


class ReadOnce(Stylesheet):
    """A style sheet that is read anew only for other colours: Textual has it read twice at every start."""

    _other_colours = False

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            self._other_colours = True
            super().set_variables(variables)

    def parse(self) -> None:
        super().parse()
        self._other_colours = False

    def reparse(self) -> None:
        if self._other_colours:
            super().reparse()
            self._other_colours = False
        elif self._require_parse:
            self.parse()
