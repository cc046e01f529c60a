"""The log line and the quote line: how they are read, echoed and completed."""
