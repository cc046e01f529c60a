"""Many rows at once: what an import brings, what an export and the index read."""
