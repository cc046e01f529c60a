"""Papers that come in, as the text that a reader sees."""
