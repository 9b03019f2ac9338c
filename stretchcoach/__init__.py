"""A calm voice that guides you through a calf cramp, and through warm-ups on better days."""

__version__ = "0.1.0"
