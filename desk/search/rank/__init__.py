"""From the typed words to ranked rows, in bounded work."""
