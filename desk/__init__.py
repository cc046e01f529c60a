"""The desk of a reporter who covers labour talks."""

__version__ = "0.1.0"
