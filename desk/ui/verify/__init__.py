"""Verify: a quote beside the passage of its source."""
