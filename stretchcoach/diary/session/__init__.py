"""The running session: a journal of its facts, and the entry that they amount to."""
