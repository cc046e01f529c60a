"""What comes in: the log line, the quote line, forms, import files."""
