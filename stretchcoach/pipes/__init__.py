"""What the two child processes, the voice and the ears, share: pipes, a watchdog, and sound in memory."""
