"""What can stand in the way of listening."""


class RecogniserError(Exception):
    """What an engine needs is not installed, or it does not exist; says how to get it."""
