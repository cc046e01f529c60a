"""Any input gets an answer; many threads may ask and edit at once."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.search import bank as bank_module
from desk.search.answer import Superseded
from desk.search.bank import Bank
from desk.search.document import Document
from desk.search.index.index import Index
from desk.search.messages import not_understood, nothing_found
from desk.search.query import READ_CHARACTERS
from tests.unit.search.hostile import LINES

WORDS = "strike wages deal the of and offer studio union health pension talks table money 1,000 罢工 забастовка".split()


def bank_of(size: int) -> Bank:
    chance = random.Random(5)
    return Bank(
        Document(
            id=number, words=" ".join(chance.choices(WORDS, k=12)), speakers=(f"Speaker {number % 50}",), org="Union"
        )
        for number in range(size)
    )


@pytest.fixture(scope="module")
def bank() -> Bank:
    return bank_of(3000)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_ten_thousand_characters_of_anything_get_an_answer(bank: Bank, line: str) -> None:
    answer = bank.search(line)
    assert len(answer) <= answer.total
    assert answer.total or nothing_found(answer, len(bank))
    assert all(len(not_understood(part)) < 100 for part in answer.unknown)
    answer.spans(line[:READ_CHARACTERS])
    bank.similar(line)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([line[:400] for line in LINES.values()]), min_size=2, max_size=4), st.randoms())
def test_what_is_mixed_of_them_gets_an_answer_too(pieces: list[str], chance: random.Random) -> None:
    line = " ".join(piece[chance.randrange(len(piece)) :] for piece in pieces)
    answer = SMALL.search(line)
    assert all(0 <= low < high <= len(line) for low, high in answer.spans(line))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gets_an_answer_and_spans_inside_the_words(line: str) -> None:
    bank = SMALL
    answer = bank.search(line)
    assert answer.total >= len(answer)
    for low, high in answer.spans(line):
        assert 0 <= low < high <= len(line)


SMALL = bank_of(60)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8, unique=True))
def test_any_words_put_into_the_bank_are_found_by_themselves(texts: list[str]) -> None:
    bank = Bank(Document(id=number, words=text) for number, text in enumerate(texts))
    again, _ = Bank.from_snapshot(bank.snapshot())
    for number, text in enumerate(texts):
        words = " ".join(text.replace('"', " ").replace(":", " ").split())
        for each in (bank, again):
            assert number in each.search(words).ids or not each.search(words).taken_for()


def test_common_words_alone_still_find_quotes() -> None:
    bank = bank_of(3000)
    answer = bank.search("the of and")
    assert len(answer) == 200
    assert answer.hits[0].score >= answer.hits[-1].score


def test_a_filter_leaves_every_quote_of_a_speaker_however_common_the_words(bank: Bank) -> None:
    answer = bank.search('speaker:"speaker 7" union ')
    listed = bank.search('speaker:"speaker 7"')
    assert listed.total == 3000 // 50
    assert set(answer.ids) == set(listed.ids)
    assert (answer.total, answer.counted) == (listed.total, True)


def test_many_threads_ask_and_edit_at_once() -> None:
    bank = bank_of(500)
    line = bank.line()
    stop = threading.Event()
    failures: list[BaseException] = []

    def ask(ask_one) -> None:  # type: ignore[no-untyped-def]
        chance = random.Random(1)
        while not stop.is_set():
            try:
                ask_one(" ".join(chance.choices(WORDS, k=3)))
            except Superseded:
                continue
            except BaseException as error:  # noqa: BLE001
                failures.append(error)
                return

    threads = [threading.Thread(target=ask, args=(each,)) for each in (bank.search, line.ask, line.ask, bank.similar)]
    for thread in threads:
        thread.start()
    for number in range(300):
        bank.put(Document(id=number, words=f"edited strike {number}"))
        if number % 100 == 50:
            bank.tidy()
        if number % 7 == 0:
            bank.remove([number])
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(bank) == 500 - len(range(0, 300, 7))
    assert list(bank.search('"edited strike 299"').ids) == [299]
    assert list(bank.search('"edited strike 294"').ids) == []


def test_the_bank_answers_while_many_quotes_are_read_into_it(monkeypatch: pytest.MonkeyPatch) -> None:
    bank = bank_of(500)
    answered: list[int] = []
    read = bank_module.build

    def slow(documents: Iterable[Document]) -> Index:
        asking = threading.Thread(target=lambda: answered.append(bank.search("strike").total))
        asking.start()
        asking.join(10)
        answered.append(-1)
        return read(documents)

    monkeypatch.setattr(bank_module, "build", slow)
    bank.put_many(Document(id=number, words="an import of many") for number in range(1_000, 2_000))
    assert answered[0] > 0
    assert len(bank) == 1_500
