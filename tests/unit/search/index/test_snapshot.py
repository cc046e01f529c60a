from __future__ import annotations

import pytest

from desk.model.errors import StorageError
from desk.search.bank import Bank
from desk.search.document import Document

QUOTES = tuple(
    Document(
        id=number,
        words=f"Remark {number} on the «wages» of the {'crew' if number % 2 else 'cast'}",
        speakers=("Ёлкин",),
    )
    for number in range(1, 300)
)


@pytest.fixture(scope="module")
def block() -> bytes:
    return Bank(QUOTES).snapshot("as of action 12")


def test_a_bank_comes_back_from_its_snapshot_with_its_stamp(block: bytes) -> None:
    bank, stamp = Bank.from_snapshot(block)
    assert stamp == "as of action 12"
    assert bank.digests() == {document.id: document.digest() for document in QUOTES}
    assert bank.search("remrak 77").ids[0] == 77
    assert bank.search("speaker:елкин").total == len(QUOTES)


def test_a_bank_from_a_snapshot_takes_edits(block: bytes) -> None:
    bank, _ = Bank.from_snapshot(block)
    bank.put(Document(id=77, words="walked out"))
    bank.remove([78])
    assert list(bank.search("walked").ids) == [77]
    again, _ = Bank.from_snapshot(bank.snapshot())
    assert list(again.search("walked").ids) == [77]
    assert 78 not in again


def test_an_empty_bank_has_a_snapshot() -> None:
    bank, stamp = Bank.from_snapshot(Bank().snapshot())
    assert (len(bank), stamp) == (0, "")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda block: b"", "cut short"),
        (lambda block: block[:10], "cut short"),
        (lambda block: block[:-1], "damaged"),
        (lambda block: block[:-100] + bytes([block[-100] ^ 1]) + block[-99:], "damaged"),
        (lambda block: b"X" + block[1:], "version"),
        (lambda block: block[:8] + b"\xff" + block[9:], "version"),
    ],
)
def test_a_harmed_snapshot_is_refused_not_searched(block: bytes, harm, said: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(StorageError, match=said):
        Bank.from_snapshot(harm(block))
