"""Taking things in: a file, a pasted statement, a transcript; and comparing quotes with what was kept."""
