"""The history of a quote's verification: who compared what with what, and what of it is another since."""

from __future__ import annotations

from datetime import datetime

from desk.model.enums import SourceKind, plain
from desk.model.frozen import frozen
from desk.model.quotes.fingerprint import changed_since, counts_as_primary, is_withdrawn, newest
from desk.model.quotes.quotes import QuoteRecord, Source, Verification


@frozen
class Checked:
    """One comparison: when (UTC), what was done, and what it says of the quote as it is now.

    `holds` is whether it was made here, and nothing that was compared has changed or was withdrawn since.
    """

    at: datetime | None
    done: str
    now: str
    holds: bool


def history(record: QuoteRecord) -> list[Checked]:
    """Every comparison, oldest first, for the reporter's own eyes: it names sources by their codes."""
    found = []
    for verification, source in record.verifications:
        changed = changed_since(verification, record.quote)
        gone = is_withdrawn(source)
        if verification.reported:
            now = "reported by the file that it came in with; nobody here has compared it"
        elif gone:
            assert source is not None
            now = f"counts for nothing while {source.code} is withdrawn"
        elif changed:
            now = f"changed since: the {' and the '.join(changed)}"
        elif (verification, source) != newest(record):
            now = "compared again since"
        else:
            now = _worth(verification, source)
        holds = not changed and not gone and not verification.reported
        found.append(Checked(verification.recorded_at, _done(verification, source), now, holds))
    return found


def _done(verification: Verification, source: Source | None) -> str:
    who = verification.who or "somebody"
    what = f"compared with {source.code}" if source is not None else "compared, with no source noted,"
    where = f" at {verification.locator}" if verification.locator else ""
    parts = [f"{what} ({plain(verification.kind)}){where} by {who}"]
    if verification.listened:
        parts.append("listened")
    if verification.passage:
        parts.append("passage kept")
    if verification.note:
        parts.append(" ".join(verification.note.split()))
    return "; ".join(parts)


def _worth(verification: Verification, source: Source | None) -> str:
    if source is None:
        return "of no source, so it counts for nothing"
    if counts_as_primary(verification, source):
        return "still so"
    if source.kind is SourceKind.TRANSCRIPT:
        return "still so, but nobody listened to the recording"
    return f"still so, but that is a {plain(source.kind)}, not the original"
