"""The draft of a story, with what was found in it."""
