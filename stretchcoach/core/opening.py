"""The first lines, by themselves, so that the voice can have them before anything else is loaded."""

SAFETY = "I'm here. Fall, blow, pop or chest pain? Press X."
"""The very first line of a cramp."""
SAFETY_HEARD = "I'm here. Fall, blow, pop or chest pain? Say stop."
"""The same where somebody listens."""
AGAIN_HERE = "I'm here. Leg straight. Toes up."
"""The first line where the cramp has come back within ten minutes."""
PRACTICE = "This is a practice, all in peace."
RETURN_WITHIN = 600.0
"""A cramp that comes back within so many seconds is taken up at the first hold."""
