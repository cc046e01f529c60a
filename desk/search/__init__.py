"""The index over the quote bank and its ranking."""
