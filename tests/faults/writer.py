"""Writes quotes until it is killed; after each commit has returned, says so: ACK KEY SHA256. `writer.py DB TAG`."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from desk.model.enums import PartyKind
from desk.model.records import Party, Quote, Speaker
from desk.store.store import Store


def main() -> None:
    path, tag = sys.argv[1:3]
    store = Store.open(Path(path))
    party = store.people.add_party(Party(name=tag, kind=PartyKind.UNION))
    number = 0
    while True:
        number += 1
        key = f"{tag}-{number}"
        words = f"{key} " + "word " * (number % 90) + "end"
        store.quotes.add(Quote(words=words, speakers=(Speaker(party_id=party, name=tag),), venue=key))
        os.write(1, f"ACK {key} {hashlib.sha256(words.encode()).hexdigest()[:16]}\n".encode())


if __name__ == "__main__":
    main()
