"""What a reporter knows, as frozen dataclasses, and its rules as pure functions. Imports nothing of the project."""
