"""The diary: what was written down, and what can be made of it."""
