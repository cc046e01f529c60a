"""The search behind the quotes pane, from one start of the desk to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.app import searching
from desk.app.searching import Loaded
from desk.model.records import Person, Quote, Speaker
from desk.search import indexer
from desk.search.query import iso_days
from desk.store.store import Store


def found(loaded: Loaded, line: str) -> list[int]:
    return sorted(hit.id for hit in loaded.bank.search(line))


@pytest.mark.parametrize(("worth", "kept"), [(40, True), (41, False)])
def test_a_start_after_many_edits_finds_quotes_by_their_new_words_and_not_by_their_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worth: int, kept: bool
) -> None:
    with Store.open(tmp_path / "talks.db") as store:
        ann = Speaker(person_id=store.people.add_person(Person(name="Ann Lee")), name="Ann Lee")
        said = Quote(words="pelicans are cheap", speakers=(ann,))
        quotes = [store.quotes.add(said) for _ in range(40)]
        monkeypatch.setattr(indexer, "_WORTH_KEEPING", 1)
        keep = searching.keeping(searching.load(store, iso_days), store)
        assert keep is not None
        keep()

        monkeypatch.setattr(indexer, "_WORTH_KEEPING", worth)
        loaded = searching.load(store, iso_days)
        assert (loaded.fresh, found(loaded, "pelicans")) == (0, quotes)
        for quote_id in quotes:
            store.quotes.edit(replace(store.quotes.get(quote_id), words="storks are dear"))
            loaded = searching.bring_up(loaded, store)
        assert (found(loaded, "storks"), found(loaded, "pelicans")) == (quotes, [])
        keep = searching.keeping(loaded, store)
        assert (keep is not None) == kept
        if keep is not None:
            keep()

        again = searching.load(store, iso_days)
        assert again.fresh == (0 if kept else 40)
        assert (found(again, "storks"), found(again, "pelicans")) == (quotes, [])
