"""One module a subject: what is read and written of it."""
