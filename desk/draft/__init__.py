"""Reading a draft: its quotations and whose they are, beside the bank; house style. It only ever reads."""
