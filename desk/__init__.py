"""The desk of a reporter who covers labour talks."""
