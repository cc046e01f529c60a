"""The quotes that are others now than when they were copied, and what made them so: an edit, undo, an import taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.model.enums import GroundRule, QuoteState
from desk.model.quotes.copy_notices import Recalled
from desk.model.quotes.fingerprint import state
from desk.model.quotes.gate import UNVERIFIED
from desk.model.quotes.groundrules import default_terms
from desk.model.quotes.quotes import QuoteRecord, Terms
from desk.model.quotes.renegotiation import loosened
from desk.model.records import Copied
from desk.store.file.history import History
from desk.store.file.rows import maybe_bool, utc_text
from desk.store.subjects.copies import Copies
from desk.store.subjects.quotes import Quotes
from desk.store.subjects.sources import Sources

if TYPE_CHECKING:
    from desk.store.file.access import Access

_EDITED, _DISPUTED, _WITHDRAWN = "edited", "disputed", "withdrawn"
_EMBARGOED, _CLOSER, _TAKEN_BACK = "embargoed", "under closer terms", "taken back with its import"
_UNFOUNDED = "unverified (its source was withdrawn)"
#: What of a quote matters to who has a copy of it.
_MATTERS = ("words", "form", "source_id")


def recalled(store: Access, *, after: int) -> list[Recalled]:
    """The quotes that were copied before, and that actions after the one numbered `after` made others: edited,
    disputed, withdrawn, taken back, under terms or an embargo of their own or their source's, or compared with a source
    that was withdrawn.

    Each copy is held against the quote as it was then: where undo brought that back, or an edit left words, speakers
    and source alone, there is nothing to tell.
    """
    rows = store.all(
        """
        SELECT h.table_name, h.row_id, h.before, h.after, a.at FROM history h JOIN action a ON a.id = h.action_id
        WHERE a.id > :after AND h.table_name IN ('quote', 'quote_speaker', 'terms', 'embargo', 'source') ORDER BY h.id
        """,
        after=after,
    )
    found: dict[int, tuple[str, str]] = {}
    for row in rows:
        if what := _made_of_it(store, row):
            for quote_id in _quotes_of(store, row):
                found[quote_id] = (what, row["at"])
    told = []
    for record in Quotes(store).records(found):
        assert record.quote.id is not None
        what, at = found[record.quote.id]
        # What was copied after the change went out as it is now.
        before = [one for one in Copies(store).of(record.quote.id) if _before(one, at)]
        copies = [one for one in before if _is_so(store, what, record, one)]
        if copies:
            # What stands in the draft are the words as they were then, not those that they became.
            then = copies[-1].recorded_at
            words = _as_it_was(store, record.quote.id, then)["words"] if then is not None else record.quote.words
            told.append(Recalled(record.quote.id, words, what, copies))
    return [*told, *_taken_back(store, after)]


def _before(copy: Copied, at: str) -> bool:
    return copy.recorded_at is None or utc_text(copy.recorded_at) < at


def _made_of_it(store: Access, row: sqlite3.Row) -> str:
    """What a change made of a quote, in a word; empty for what does not matter to who has it."""
    before, after = json.loads(row["before"] or "null"), json.loads(row["after"])
    standing = after.get("withdrawn_at") is None
    if row["table_name"] in ("terms", "embargo") and _is_kept(store, row):
        return ""  # the same as before, now as the quote's own
    match row["table_name"]:
        case "terms":
            closer = _closer(store, row["row_id"], after) if standing else _closed_again(store, after)
            return _CLOSER if closer else ""
        case "embargo":
            # Lifting it is a row as well, and taking that back brings the embargo back.
            return _EMBARGOED if standing != bool(after["lifted"]) else ""
        case "quote_speaker":
            return _EDITED
        case "source":
            return _UNFOUNDED if before is not None and before["withdrawn_at"] is None and not standing else ""
        case _:
            return _became(before, after) if before is not None else ""


def _is_kept(store: Access, row: sqlite3.Row) -> bool:
    """Return True where terms or an embargo counted before they were written down."""
    now = store.one(f"SELECT kept FROM {row['table_name']} WHERE id = :id", id=row["row_id"])
    return now is not None and bool(now["kept"])


def _became(before: dict[str, Any], after: dict[str, Any]) -> str:
    """What a changed quote is now."""
    if after["withdrawn_at"] and not before["withdrawn_at"]:
        return _WITHDRAWN
    if after["disputed"] and after["disputed"] != before["disputed"]:
        return _DISPUTED
    return _EDITED if any(before[name] != after[name] for name in _MATTERS) else ""


def _is_so(store: Access, what: str, record: QuoteRecord, copy: Copied) -> bool:
    """Return True if that is true of the quote now and was not when it was copied."""
    quote, copied = record.quote, copy.recorded_at
    assert quote.id is not None
    if what == _UNFOUNDED:
        return state(record) is QuoteState.UNVERIFIED and UNVERIFIED not in copy.stamp
    if what == _EMBARGOED:
        return record.embargo is not None
    if what == _CLOSER or copied is None:
        return True
    then = _as_it_was(store, quote.id, copied)
    if what == _WITHDRAWN:
        return quote.withdrawn_at is not None
    if what == _DISPUTED:
        return bool(quote.disputed) and not then["disputed"]
    now = {"words": quote.words, "form": quote.form.value, "source_id": quote.source_id}
    if any(then[name] != now[name] for name in _MATTERS):
        return True
    return _speakers(store, quote.id, copied) != [(one.name, one.title, one.party) for one in quote.speakers]


def _as_it_was(store: Access, quote_id: int, at: datetime) -> dict[str, Any]:
    """The quote's row as it was at that instant."""
    changes = History(store).of("quote", quote_id)
    done = [change for change in changes if change.action.at <= at]
    if done:
        return done[-1].after
    if changes and changes[0].before is not None:
        return changes[0].before
    row = store.one("SELECT * FROM quote WHERE id = :id", id=quote_id)
    assert row is not None
    return changes[0].after if changes else dict(row)


def _speakers(store: Access, quote_id: int, at: datetime) -> list[tuple[str, str, str]]:
    """Who was down as its speakers then, as printed."""
    rows = store.all(
        """
        SELECT name, title, party FROM quote_speaker
        WHERE quote_id = :quote AND recorded_at <= :at AND coalesce(withdrawn_at, '~') > :at ORDER BY rank, id
        """,
        quote=quote_id,
        at=utc_text(at),
    )
    return [(row["name"], row["title"], row["party"]) for row in rows]


def _closer(store: Access, terms_id: int, columns: dict[str, Any]) -> bool:
    """Return True if these terms, when they were set, closed something that the ones before left open."""
    agreed = Sources(store).terms(source_id=columns["source_id"], quote_id=columns["quote_id"])
    at = next((at for at, terms in enumerate(agreed) if terms.id == terms_id), None)
    if at is None:
        return False
    now = agreed[at]
    if at == 0 and now.source_id is None:
        return True  # other terms for one quote than for all that was said
    before = agreed[at - 1] if at else default_terms(Sources(store).get(columns["source_id"]).kind)
    return now.rule is GroundRule.UNKNOWN or bool(loosened(now, before))


def _closed_again(store: Access, columns: dict[str, Any]) -> bool:
    """Return True if terms that were taken back allowed more than those that count without them."""
    quote_id = columns["quote_id"]
    now = (
        Quotes(store).record(quote_id).terms
        if quote_id is not None
        else Sources(store).effective_terms(Sources(store).get(columns["source_id"]))
    )
    were = Terms(
        rule=GroundRule(columns["rule"]),
        may_publish=maybe_bool(columns["may_publish"]),
        may_quote=maybe_bool(columns["may_quote"]),
        may_name=maybe_bool(columns["may_name"]),
        attribution=columns["attribution"],
    )
    if now.rule is GroundRule.UNKNOWN:
        return were.rule is not GroundRule.UNKNOWN
    return bool(loosened(now, were))


def _quotes_of(store: Access, row: sqlite3.Row) -> list[int]:
    """The quotes that a changed row is about."""
    after = json.loads(row["after"])
    if row["table_name"] == "quote":
        return [row["row_id"]]
    if row["table_name"] == "source":
        return _copied_of(store, row["row_id"])
    if after.get("quote_id") is not None:
        return [after["quote_id"]]
    quotes = store.all(
        """
        SELECT DISTINCT q.id FROM quote q JOIN copy_log c ON c.quote_id = q.id
        WHERE q.source_id = :source AND q.withdrawn_at IS NULL
        """,
        source=after.get("source_id"),
    )
    return [quote["id"] for quote in quotes]


def _copied_of(store: Access, source_id: int) -> list[int]:
    """The quotes that were copied of those taken from a source or compared with it."""
    quotes = store.all(
        """
        SELECT DISTINCT q.id FROM copy_log c JOIN quote q ON q.id = c.quote_id
        LEFT JOIN verification v ON v.quote_id = q.id
        WHERE q.withdrawn_at IS NULL AND (q.source_id = :source OR v.source_id = :source)
        """,
        source=source_id,
    )
    return [quote["id"] for quote in quotes]


def _taken_back(store: Access, after: int) -> Sequence[Recalled]:
    """What was copied of an import that was undone since."""
    rows = store.all(
        """
        SELECT DISTINCT q.id, q.words FROM action u JOIN action b ON b.id = u.target
        JOIN quote q ON q.added_by = b.id JOIN copy_log c ON c.quote_id = q.id
        WHERE u.id > :after AND u.kind = 'undo' AND b.bulk = 1 AND b.state = 'taken_back' ORDER BY q.id
        """,
        after=after,
    )
    return [Recalled(row["id"], row["words"], _TAKEN_BACK, Copies(store).of(row["id"])) for row in rows]
