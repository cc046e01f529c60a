"""The desk's own format, section by section."""
