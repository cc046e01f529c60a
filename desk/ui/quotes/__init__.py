"""A quote's own screen, its terms, and what its keys do."""
