"""A copy is logged before it is handed over, and what became of it after that; what cannot be logged is not copied."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desk.app import copying
from desk.app.changed import ChangedText, changed_text
from desk.clipboard import clearing
from desk.clipboard.clipboard import Certainty, Outcome
from desk.clipboard.machine import ClipboardEnv
from desk.clipboard.programs import Ran
from desk.formats.copies.attribution import HouseStyle
from desk.formats.copies.formats import FORMATS
from desk.model.dates.span import Span
from desk.model.enums import GroundRule, PartyKind, SourceKind
from desk.model.errors import StorageError
from desk.model.quotes.groundrules import default_tier
from desk.model.quotes.refusal import Refusal
from desk.model.records import Copied, Party, Quote, Source, Speaker, Terms
from desk.model.released import Released
from desk.store.store import Store

NOW = datetime(2026, 2, 14, 17, tzinfo=UTC)
HOUSE = HouseStyle(today=date(2026, 2, 14))
WORDS = "We will not fold"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "talks.db", clock=lambda: NOW, gate_clock=lambda: NOW) as opened:
        opened.settings.put("reporter", "Ann")
        yield opened


def a_quote(store: Store, rule: GroundRule = GroundRule.ON_RECORD, attribution: str = "") -> int:
    party = store.people.add_party(Party(name="AMPTP", kind=PartyKind.EMPLOYER_ASSOCIATION))
    kind = SourceKind.DOCUMENT
    source = store.sources.add(
        Source(code="S1", kind=kind, tier=default_tier(kind)), terms=Terms(rule=rule, attribution=attribution)
    )
    return store.quotes.add(Quote(words=WORDS, speakers=(Speaker(party_id=party, name="AMPTP"),), source_id=source))


class Clipboard:
    """Takes what is handed over, and keeps what the log had of it at that moment."""

    def __init__(self, path: Path, certainty: Certainty = Certainty.COPIED, error: Exception | None = None) -> None:
        self.path, self.certainty, self.error = path, certainty, error
        self.taken: list[str] = []
        self.logged: list[tuple[str, str]] = []
        self.begun: list[str] = []

    def __call__(self, released: Released, _: ClipboardEnv) -> Outcome:
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as conn:
            self.logged = conn.execute("SELECT text, mechanism FROM copied").fetchall()
        self.taken.append(released.text)
        if self.error is not None:
            raise self.error
        failed = self.certainty is Certainty.FAILED
        return Outcome(self.certainty, "" if failed else "xclip", "Copied (xclip).", digest="d")

    def run(self, command: Any, **_: Any) -> Ran:
        """What is started beside it: what clears."""
        self.begun.append(" ".join(command))
        return Ran(0)

    def around(self) -> ClipboardEnv:
        return ClipboardEnv(env={}, platform="linux", run=self.run, which=lambda _: None, folder=self.path.parent)


@pytest.fixture
def hands_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Clipboard]:
    def make(**how: Any) -> Clipboard:
        clipboard = Clipboard(store.path, **how)
        monkeypatch.setattr(copying, "copy", clipboard)
        return clipboard

    return make


def send(store: Store, quote_id: int, clipboard: Clipboard) -> copying.CopyResult | Refusal:
    return copying.copy_quote(
        store, quote_id, FORMATS[0], HOUSE, clipboard.around(), way="copy", now=NOW, story_id=None, clear_after=45
    )


def digest(store: Store) -> ChangedText:
    return changed_text(store, Span("today", None), now=NOW, gate_now=NOW, zone="UTC", house=HOUSE)


def test_what_the_clipboard_gets_is_in_the_log_before(store: Store, hands_over: Callable[..., Clipboard]) -> None:
    clipboard, quote_id = hands_over(), a_quote(store)
    went = send(store, quote_id, clipboard)
    assert isinstance(went, copying.CopyResult)
    assert clipboard.logged == [(went.released.text, "")]
    (line,) = store.copies.of(quote_id)
    assert (line.mechanism, line.confirmed, line.text) == ("xclip", True, went.released.text)


@pytest.mark.parametrize(
    ("certainty", "mechanism", "confirmed", "there"),
    [
        (Certainty.COPIED, "xclip", True, True),
        (Certainty.SENT, "xclip", False, True),
        (Certainty.FILE, "xclip", False, True),
        (Certainty.FAILED, "", False, False),
    ],
)
def test_what_became_of_it_is_a_row_of_its_own(
    store: Store,
    hands_over: Callable[..., Clipboard],
    certainty: Certainty,
    mechanism: str,
    *,
    confirmed: bool,
    there: bool,
) -> None:
    quote_id = a_quote(store)
    send(store, quote_id, hands_over(certainty=certainty))
    (row,) = store.all("SELECT mechanism, confirmed, failed FROM copied")
    assert tuple(row) == (mechanism, confirmed, not there)
    assert tuple(store.all("SELECT mechanism, confirmed FROM copy_log")[0]) == ("", 0)
    assert len(store.copies.of(quote_id)) == there


def cannot_be_written(store: Store, monkeypatch: pytest.MonkeyPatch, how: str) -> Callable[[], None]:
    """Have the file refuse what is written to it, from now on; returns what ends that."""
    if how == "locked":
        monkeypatch.setattr("desk.store.file.connection.PATIENCE", 0.05)
        other = sqlite3.connect(store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        return other.close
    store.warm()
    conn = store._database().conn
    if how == "read-only":
        conn.execute("PRAGMA query_only = ON")
        return lambda: None
    # No page may be added to the file, and what is free in it is filled.
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {pages}")
    with contextlib.suppress(StorageError):
        for number in range(10_000):
            store.settings.put(f"fills {number}", "x" * 200)
    with contextlib.suppress(StorageError):
        for _ in range(10_000):
            store.copies.log(Copied(quote_id=1, format="fills", text="x" * 40))
    return lambda: None


@pytest.mark.parametrize("how", ["locked", "read-only", "full"])
@pytest.mark.parametrize("what", ["quote", "confidential", "digest"])
def test_a_copy_that_cannot_be_logged_reaches_no_clipboard(
    store: Store, hands_over: Callable[..., Clipboard], monkeypatch: pytest.MonkeyPatch, how: str, what: str
) -> None:
    rule = (GroundRule.BACKGROUND, "a studio executive") if what == "confidential" else (GroundRule.ON_RECORD, "")
    clipboard, quote_id = hands_over(), a_quote(store, *rule)
    made = digest(store)
    assert isinstance(made.released, Released)
    told_of = ChangedText(made.released, made.sections, quotes=((quote_id, WORDS),))
    released = made.released

    def hand_over() -> object:
        if what == "digest":
            return copying.copy_changed(store, told_of, released, clipboard.around(), clear_after=45)
        return send(store, quote_id, clipboard)

    end = cannot_be_written(store, monkeypatch, how)
    with pytest.raises(StorageError, match=r"^Not copied, and nothing reached the clipboard") as told:
        hand_over()
    end()
    assert told.value.remedy
    assert (clipboard.taken, clipboard.begun) == ([], [])
    assert [line.format for line in store.copies.of(quote_id) if line.format != "fills"] == []


def test_a_copy_whose_outcome_cannot_be_logged_is_in_the_log_as_begun_and_says_so(
    store: Store, hands_over: Callable[..., Clipboard], monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard, quote_id = hands_over(), a_quote(store, GroundRule.BACKGROUND, "a studio executive")

    def full(*_: object, **__: object) -> None:
        raise StorageError("the disk is full; this change was not saved")

    monkeypatch.setattr(store.copies, "became", full)
    went = send(store, quote_id, clipboard)
    assert isinstance(went, copying.CopyResult)
    assert "cleared in 45 s" in went.sentence or "until you clear it" in went.sentence
    assert "not what became of it: the disk is full" in went.sentence
    (line,) = store.copies.of(quote_id)
    assert (line.mechanism, line.confirmed) == ("", False)


def test_what_clears_a_confidential_copy_is_started_before_it_is_made_whatever_becomes_of_it(
    store: Store, hands_over: Callable[..., Clipboard]
) -> None:
    clipboard = hands_over(error=RuntimeError("the terminal went away"))
    quote_id = a_quote(store, GroundRule.BACKGROUND, "a studio executive")
    with pytest.raises(RuntimeError):
        send(store, quote_id, clipboard)
    assert [one for one in clipboard.begun if clearing.__name__ in one]
    assert [line.mechanism for line in store.copies.of(quote_id)] == [""]


def test_a_copy_of_a_public_thing_is_not_cleared(store: Store, hands_over: Callable[..., Clipboard]) -> None:
    clipboard = hands_over()
    send(store, a_quote(store), clipboard)
    assert clipboard.begun == []


def test_what_is_refused_is_not_logged(store: Store, hands_over: Callable[..., Clipboard]) -> None:
    clipboard, quote_id = hands_over(), a_quote(store, GroundRule.OFF_RECORD)
    assert isinstance(send(store, quote_id, clipboard), Refusal)
    assert (clipboard.taken, store.copies.of(quote_id)) == ([], [])


def test_the_log_and_what_became_of_it_are_only_added_to(store: Store, hands_over: Callable[..., Clipboard]) -> None:
    send(store, a_quote(store), hands_over())
    for change in ("UPDATE copy_outcome SET confirmed = 0", "DELETE FROM copy_outcome", "DELETE FROM copy_log"):
        with pytest.raises(StorageError, match=r"append-only|is kept"), store.transaction(quiet=True) as act:
            act.conn.execute(change)
