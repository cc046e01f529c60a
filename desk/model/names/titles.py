"""What stands before and after a person's own name."""

from __future__ import annotations

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame rev hon sen rep gov sra sr srta herr frau mme mlle m don dona sig signora".split()
)
SUFFIXES = frozenset("jr sr ii iii iv esq phd md".split())
