"""Where talks stand and stood: the fold of what was logged, and every negotiation on one calendar."""
