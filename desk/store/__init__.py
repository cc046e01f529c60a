"""The one SQLite file: open, migrate, back up, change, undo; one module a subject."""
