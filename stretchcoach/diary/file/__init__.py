"""The diary's SQLite file: opened in whatever state it is, grown, written and searched."""
