"""Small questions over the desk."""
