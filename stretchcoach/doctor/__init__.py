"""``stretchcoach doctor``: what a session needs, checked."""
