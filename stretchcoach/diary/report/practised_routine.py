"""The exercises behind the doctor's page: what was done, how often, and how it looks."""

from msgspec import Struct


class Exercise(Struct, frozen=True):
    """One stretch of a routine."""

    name: str
    dose: str
    """How long or how often, and on which side."""
    picture: str
    """SVG; empty where it has no figure."""
    told: str
    """The picture in words."""


class Practised(Struct, frozen=True):
    """A routine that was done in the weeks of the page."""

    title: str
    times: str
    exercises: tuple[Exercise, ...]
