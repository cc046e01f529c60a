"""The import screen: a file, or a statement that was pasted."""
