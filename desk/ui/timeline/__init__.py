"""The timeline, all talks side by side, and the desk turned to a day."""
