"""The uses of the desk and the views of it, as functions and values that every front end calls."""
