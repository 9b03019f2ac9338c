"""What can be filled in on a screen, field by field: a cramp, the settings, the profile."""
