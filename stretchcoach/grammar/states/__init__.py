"""How the cramp is: *gone*, a bit better, the same or worse, in a few words and in whole sentences."""
