"""The desk's forms as plain values: what each asks for, how what was typed is read, what is then kept."""
