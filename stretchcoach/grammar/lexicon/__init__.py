"""What people say, as data, and the patterns that it is written in."""
