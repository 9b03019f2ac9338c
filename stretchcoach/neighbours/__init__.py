"""Files of other exercise timers, taken in and handed out: each by the format that its app reads and writes.

``formats`` tells whose file it is, and one module each reads and writes it; ``intervals`` is what all of them can say,
one length of time after another, and ``foreign`` refuses what is wrong in one sentence with its key and line.
"""

from stretchcoach.neighbours.formats import FORMATS, Format, taken
from stretchcoach.neighbours.intervals import Taken

__all__ = ["FORMATS", "Format", "Taken", "taken"]
