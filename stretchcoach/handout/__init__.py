"""Exercise handouts: plain lines as physiotherapists and forums write them, read into the steps of a routine.

``spread`` gives each exercise of a paragraph a line, ``numbers`` and ``dose`` find what is measured in a line,
``breaks``, ``column_heads`` and ``lines`` tell its kind, ``openers`` and ``exercises`` which lines belong to one
exercise, ``segments`` cuts the sheet as a whole where it is ``regular``, ``asides`` and ``leading`` what stands over
a list, ``measures``, ``steps`` and ``spoken`` what comes of it, ``residue`` what was not understood, ``certainty``
whether a step is certain enough to be taken without asking (by ``doubts_of_name``, ``doubts_of_measure``,
``doubts_of_sides`` and ``doubts_of_leftovers``; ``another`` looks for a second exercise in it), ``together`` which
questions are put as one,
``answers`` what an answer means, and ``routine_text`` makes the routine file. For every line there is either what was
understood or a question; what is not certain is asked and never guessed in silence.
"""

from stretchcoach.handout.interpretation import read
from stretchcoach.handout.readings import Handout, Read
from stretchcoach.handout.spread import spread

__all__ = ["Handout", "Read", "read", "spread"]
