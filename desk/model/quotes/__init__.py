"""A quote and what decides whether it may leave: its terms, its checks, the gate."""
