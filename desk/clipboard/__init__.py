"""The clipboard chain: which ways there are here, what went through, what is cleared again."""
