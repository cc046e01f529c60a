"""Each format once: what comes in, what goes out."""
