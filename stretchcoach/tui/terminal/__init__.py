"""What comes from the terminal: keys that a person pressed, and everything else, which must never look like one."""
