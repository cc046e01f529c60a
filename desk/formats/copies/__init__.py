"""The formats in which a quote is copied, and the sentences they are made of."""
