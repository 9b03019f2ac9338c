"""The lines of the first start on the home screen, and what their keys do."""

from textual.worker import Worker

from stretchcoach.program import sound_devices
from stretchcoach.program.program import Program
from stretchcoach.settings import country
from stretchcoach.settings.values import VoiceSettings
from stretchcoach.tui.first_start import APART, FirstStart
from stretchcoach.tui.widgets.base import Line


class FirstLines(Line):
    """There once; hidden, or on any later start, its keys do nothing."""

    def __init__(self, program: Program) -> None:
        self.first = FirstStart(country.likely_country()) if program.first_start else None
        super().__init__(self.first.lines(program.settings) if self.first else "", id="first", optional=True)
        self.program = program

    def rows(self, text: str) -> list[str]:
        """Cut between two keys, and inside what one of them does only where that alone is too long."""
        flowed: list[str] = []
        for line in text.split("\n"):
            row = ""
            for part in line.split(APART):
                longer = f"{row}{APART}{part}" if row else part
                if row and len(longer) > self.size.width:
                    flowed.append(row)
                    longer = part
                row = longer
            flowed.append(row)
        return super().rows("\n".join(flowed))

    def answer(self, what: str, key: int = 0) -> str:
        """One of its questions; what there is to be told, if the answer could not be kept."""
        if self.first is None:
            return ""
        settings = self.program.settings
        if what == "voice":
            self.first, settings = self.first.voice(key, settings)
            if settings is not self.program.settings:
                self._say(settings.voice)
        elif what == "listen":
            settings = self.first.listening(settings)
        elif what == "country":
            settings = self.first.next_country(settings)
        else:
            self.first = None
            self.program.started()
        told = self.program.save(settings) if settings is not self.program.settings else ""
        self.show(self.first.lines(settings) if self.first else "")
        return told

    def give_way(self, digits: bool) -> None:
        """Hidden while the ``digits`` answer something else."""
        self.show(self.first.lines(self.program.settings) if self.first and not digits else "")

    def over(self) -> None:
        """A session has begun meanwhile: it is no first start any more."""
        if self.first and not self.program.first_start:
            self.first = None
            self.show("")

    def _say(self, voice: VoiceSettings) -> None:
        _: Worker[str] = self.run_worker(lambda: sound_devices.say(voice), thread=True, group="say", exclusive=True)
