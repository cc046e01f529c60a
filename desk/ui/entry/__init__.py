"""The log line, the quote line and the forms, and the ways into them."""
