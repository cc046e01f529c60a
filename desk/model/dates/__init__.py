"""A date as a value: how it is typed, settled, compared, kept and shown."""
