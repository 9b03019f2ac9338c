"""The first lines, by themselves, so that the voice can have them before anything else is loaded."""

ACTION = "Straighten your leg. Pull your toes up."
"""The very first line of a cramp: what to do."""
SAFETY = "Chest pain, breathless or injured? Press X."
"""The second, while the person already holds."""
SAFETY_HEARD = "Chest pain, breathless or injured? Say stop."
"""The same where somebody listens."""
AGAIN_HERE = "Straighten your leg. Toes up. I'm here."
"""The first line where the cramp has come back within ten minutes."""
PRACTICE = "This is only practice. There's no hurry."
RETURN_WITHIN = 600.0
"""A cramp that comes back within so many seconds is taken up at the first hold."""
