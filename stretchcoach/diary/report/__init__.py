"""The page for the doctor: as values, then as text, HTML and PDF."""
