"""What is handed on: copies of quotes, and what changed for an editor."""
