"""The bank as arrays: built from documents, merged, kept."""
