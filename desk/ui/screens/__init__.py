"""The screens on top of the desk, one module each with its .tcss beside it."""
