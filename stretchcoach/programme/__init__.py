"""A stretch at bedtime over six weeks: the weeks, what changed with it, and reminders."""

SIX_WEEKS_FILE, TRIAL_FILE = "programme.json", "trial.json"
"""What lies in the data folder once one was begun; whoever only wants to know that, need not load the rest."""
