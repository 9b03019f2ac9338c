"""A stretch at bedtime over six weeks: the weeks, what changed with it, and reminders."""
