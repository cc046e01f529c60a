"""Finding names that may not be handed on, however they are written."""
