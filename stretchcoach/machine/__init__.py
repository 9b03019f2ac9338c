"""This machine: its clock, folders, standard streams and signals.  Nothing here knows of cramps."""
