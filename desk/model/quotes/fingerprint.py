"""Whether a quote is verified: computed each time from what was compared and what the quote is now, never stored."""

from __future__ import annotations

import re
from json.encoder import encode_basestring_ascii as _text

from desk.model.enums import QuoteState, SourceKind, Tier, VerificationKind, plain
from desk.model.quotes.quotes import Quote, QuoteRecord, Source, Verification

#: What a fingerprint is taken of, in its order, in words for the reporter.
PARTS = ("words", "speaker", "title", "source")
_VERSION = "1"
_TIMECODE = re.compile(r"\d{1,3}:\d{2}|\d+ ?(?:h|min|m|sec|s)\b", re.IGNORECASE)


def fingerprint(quote: Quote) -> str:
    """What a verification was of: words and form, speakers, names and titles as printed, the source.

    Four short hashes (of JSON) after a version, so that it can be said later which of them changed. Who is behind a printed
    name (`person_id`) is no part of it: merging two entries of one person makes nothing stale.
    """
    import hashlib  # loads OpenSSL, which a list of quotes that nobody compared with anything does without

    spoken = ",".join(f"[{_text(s.name)},{'true' if s.party_id is not None else 'false'}]" for s in quote.speakers)
    printed = ",".join(f"[{_text(s.title)},{_text(s.party)}]" for s in quote.speakers)
    source = "null" if quote.source_id is None else str(quote.source_id)
    parts = (f"[{_text(quote.form.value)},{_text(quote.words)}]", f"[{spoken}]", f"[{printed}]", source)
    return "-".join([_VERSION, *(hashlib.sha256(part.encode("ascii")).hexdigest()[:20] for part in parts)])


def changed_since(verification: Verification, quote: Quote) -> tuple[str, ...]:
    """Which of PARTS are no longer what was compared. All of them where the fingerprint is of another making."""
    then, now = verification.fingerprint.split("-"), fingerprint(quote).split("-")
    if len(then) != len(now) or then[0] != now[0]:
        return PARTS
    return tuple(part for part, a, b in zip(PARTS, then[1:], now[1:], strict=True) if a != b)


def newest(record: QuoteRecord) -> tuple[Verification, Source | None] | None:
    """The verification that counts: the last one made here, of those whose source was not withdrawn since."""
    return next((one for one in reversed(made_here(record)) if not is_withdrawn(one[1])), None)


def made_here(record: QuoteRecord) -> list[tuple[Verification, Source | None]]:
    """The verifications that somebody made on this desk, oldest first: what a file says of others proves nothing."""
    return [one for one in record.verifications if not one[0].reported]


def is_withdrawn(source: Source | None) -> bool:
    """Return True if a source was taken out of use: nothing rests on it then, until undo brings it back."""
    return source is not None and source.withdrawn_at is not None


def counts_as_primary(verification: Verification, source: Source | None) -> bool:
    """Return True if a comparison was with the thing itself.

    A published report never is, whatever the tier says. A transcript of the second tier (a machine's) is as good as
    its recording where the reporter listened at the timecode that is noted.
    """
    if source is None or source.kind == SourceKind.PUBLISHED_REPORT:
        return False
    if verification.kind is VerificationKind.PUBLISHED_REPORT:
        return False
    if source.tier is Tier.PRIMARY:
        return True
    return source.kind is SourceKind.TRANSCRIPT and verification.listened and has_timecode(verification.locator)


def has_timecode(locator: str) -> bool:
    """Return True if a place in a source is a time in its recording: "00:12:31", "12 min"; not "paragraph 3"."""
    return bool(_TIMECODE.search(locator))


def state(record: QuoteRecord) -> QuoteState:
    """What is known of a quote's accuracy as it is now."""
    quote = record.quote
    if quote.withdrawn_at is not None:
        return QuoteState.WITHDRAWN
    if quote.disputed:
        return QuoteState.DISPUTED
    last = newest(record)
    # Of words whose own source is gone nobody can say any more where they are from, whatever else they were held against.
    if last is None or is_withdrawn(record.source):
        return QuoteState.UNVERIFIED
    verification, source = last
    if verification.fingerprint != fingerprint(quote):
        return QuoteState.STALE
    if counts_as_primary(verification, source):
        return QuoteState.VERIFIED
    # Compared with something of which nothing is known is as good as not compared.
    return QuoteState.UNVERIFIED if source is None else QuoteState.MATCHES_REPORT


def evidence(record: QuoteRecord) -> str:
    """What the state rests on, in a sentence for the reporter's own eyes (it may name the source)."""
    quote = record.quote
    if quote.withdrawn_at is not None:
        return "Withdrawn."
    if quote.disputed:
        return f"Disputed: {quote.disputed}"
    if is_withdrawn(record.source):
        assert record.source is not None
        return f"{record.source.code}, where it is from, was withdrawn: undo that, or say where it is from and compare it again."
    last, ours = newest(record), made_here(record)
    if last is None and ours:
        gone, source = ours[-1]
        assert source is not None
        return f"{_by(gone).capitalize()} compared it with {source.code}, which was withdrawn since: undo that, or compare it again."
    if last is None and record.verifications:
        said, source = record.verifications[-1]
        what = f"{plain(said.kind)}, {source.code}" if source is not None else plain(said.kind)
        return f"The file that it came in with says that {_by(said)} compared it ({what}); nobody here has. Compare it."
    if last is None:
        return "Nobody has compared it with a source."
    verification, source = last
    now = state(record)
    if now is QuoteState.STALE:
        what = " and the ".join(changed_since(verification, quote))
        return f"Changed since {_by(verification)} checked it: not the same any more: the {what}."
    if now is QuoteState.UNVERIFIED:
        return f"{_by(verification).capitalize()} noted a check ({plain(verification.kind)}), but of no source."
    assert source is not None
    where = " at ".join(part for part in (source.code, verification.locator) if part)
    if now is QuoteState.VERIFIED:
        return f"Compared with the {plain(verification.kind)} ({where}) by {_by(verification)}."
    seen = "a published report" if source.kind is SourceKind.PUBLISHED_REPORT else f"the {plain(source.kind)}"
    return f"Matches {seen} ({where}), compared by {_by(verification)}; not checked against the original."


def _by(verification: Verification) -> str:
    return verification.who or "somebody"
