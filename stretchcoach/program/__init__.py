"""One run of the program: settings, routines, voice, ears and diary put together for the front ends."""
