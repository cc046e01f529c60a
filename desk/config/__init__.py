"""The reporter's own settings, from one TOML file: `file.load` reads it, `file.default_text` explains it."""
