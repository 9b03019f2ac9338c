"""How a trial on oneself stands; once it is over, what it says."""

from collections.abc import Sequence

from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.words import diary_pages as pages


class TrialPage(TextPage):
    """The same lines as on the command line."""

    TITLE_OF_PAGE = pages.YOUR_TRIAL

    def lines(self) -> Sequence[str]:
        return self.wrapped(self.paperwork.trial())
