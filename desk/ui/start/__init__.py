"""The first start, the help, the colours."""
