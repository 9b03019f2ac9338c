"""The draft on the table: what was done to it can be undone, and what is not saved yet is known."""

from stretchcoach.writing.draft import Draft, Place

MOST_UNDONE = 200


class Desk:
    """A draft, and those before it."""

    def __init__(self, draft: Draft, kept: str) -> None:
        """``kept``: the text as it is saved; empty where nothing is."""
        self.draft = draft
        self.kept = kept
        self._before: list[tuple[Draft, Place]] = []

    @property
    def changed(self) -> bool:
        """Whether something would be lost."""
        return self.draft.text != self.kept

    def take(self, draft: Draft, place: Place) -> None:
        """Go on with this draft; ``place`` is where the change was made."""
        if draft.text != self.draft.text:
            self._before = [*self._before[-MOST_UNDONE:], (self.draft, place)]
            self.draft = draft

    @property
    def undoable(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._before)

    def undo(self) -> Place:
        """Back to the draft before; where the change had been made."""
        self.draft, place = self._before.pop()
        return place
