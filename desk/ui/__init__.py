"""The full-screen desk. The only package that knows Textual."""
