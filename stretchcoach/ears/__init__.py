"""Listening: microphone, echo cancellation and a small recogniser, in a process of their own."""
