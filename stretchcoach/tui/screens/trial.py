"""How a trial on oneself stands; once it is over, what it says."""

from collections.abc import Sequence
from textwrap import wrap

from stretchcoach.tui.screens.text_page import TextPage
from stretchcoach.words import diary_pages as pages


class TrialPage(TextPage):
    """The same lines as on the command line."""

    TITLE_OF_PAGE = pages.YOUR_TRIAL

    def lines(self) -> Sequence[str]:
        return [part for line in self.paperwork.trial() for part in wrap(line, self.width)]
