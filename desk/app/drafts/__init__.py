"""A draft beside the bank: what is found in it, and what each thing is."""
